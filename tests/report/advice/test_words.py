"""The words of the columns: from a file, lenient; else guessed; written out and read back."""

from dataclasses import replace

import numpy as np
import pytest
from report.by_hand import customers, read

from mlcurric.keeping import BYTE_ORDER_MARK
from mlcurric.report.advice.guesses import about_guesses
from mlcurric.report.advice.lexicon import guess_of, unit_of
from mlcurric.report.advice.listing import Listed
from mlcurric.report.advice.words import check_words, read_words, starter_words
from mlcurric.report.reading.kinds import Kind
from mlcurric.report.remark import Weight
from mlcurric.subject.explain.reasons import Reason, ReasonCodes
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, T, speaking

NUMBERS = np.arange(10.0)


def people(**more):
    names = ("open_tickets", "tenure", "契約月数", "月額料金", "NPS", "最終ログインからの日数")
    columns = {name: read(name, NUMBERS) for name in names}
    columns["last_order"] = read("last_order", NUMBERS, Kind.DAY)
    columns["charge"] = read("charge", NUMBERS, unit="JPY")
    columns["更新"] = read("更新", NUMBERS > 3, Kind.FLAG, labels=("N", "Y"))
    return customers(columns, [True, False] * 5, currency="¥", **more)


def words_of(tmp_path, text, encoding="utf-8", **more):
    path = tmp_path / "words.csv"
    path.write_bytes(text.encode(encoding))
    found = people(**more)
    return read_words(found, tuple(found.columns), path)


def guessed():
    found = people()
    return read_words(found, tuple(found.columns))


def test_names_are_guessed_and_said_to_be_guessed():
    words = guessed()
    can_act = {name: wording.actionable for name, wording in words.wordings.items()}
    assert can_act == {
        "open_tickets": True, "tenure": False, "契約月数": False, "月額料金": True, "NPS": None,
        "最終ログインからの日数": None, "last_order": None, "charge": True, "更新": None,
    }  # fmt: skip
    assert set(words.asked) == {"NPS", "更新", "最終ログインからの日数", "last_order"}
    assert set(words.guessed) | set(words.asked) == set(can_act)
    remark = about_guesses(words, "w1.csv")
    assert "“NPS”" in remark.says.en
    assert "「NPS」" in remark.says.ja
    assert "「w1.csv」" in remark.way_out.ja
    assert "--" not in remark.says.en + remark.way_out.en + remark.way_out.ja


def test_of_what_was_neither_guessed_nor_asked_nothing_is_said():
    words = guessed()
    only_guessed, only_asked = (about_guesses(replace(words, **{name: ()}), "w").says for name in ("asked", "guessed"))
    assert "nobody has said" not in only_guessed.en
    assert "まだ誰も決めて" not in only_guessed.ja
    assert "guessed" not in only_asked.en
    assert "推測" not in only_asked.ja
    assert "なし" not in only_guessed.ja + only_asked.ja
    assert about_guesses(replace(words, guessed=(), asked=()), "w") is None


@pytest.mark.parametrize(
    "name", ["price_change", "late_payments_index", "ticket_trend", "料金の増減", "未払い指数", "問い合わせ前月比"]
)
def test_of_a_change_or_an_index_no_action_is_guessed(name):
    found = customers({name: read(name, NUMBERS), "tickets": read("tickets", NUMBERS)}, [True, False] * 5)
    words = read_words(found, tuple(found.columns))
    assert (words.wordings[name].actionable, words.wordings[name].action) == (None, None)
    assert words.wordings["tickets"].action
    assert words.asked == (name,)


def test_a_ready_made_action_fits_one_side_of_the_usual(tmp_path):
    names = {"tickets": Kind.NUMBER, "onboarding": Kind.FLAG, "last_ticket": Kind.DAY, "support_plan": Kind.CATEGORY}
    found = customers(
        {name: read(name, NUMBERS, kind) for name, kind in names.items()}, [True, False] * 5, currency="¥"
    )
    assert read_words(found, tuple(names)).sides == {"tickets": "high", "onboarding": "low", "last_ticket": "low"}
    # What somebody has written is their own word, of every value.
    path = tmp_path / "words.csv"
    path.write_text("column,can_act,action\ntickets,yes,call them\nonboarding,yes,\n", encoding="utf-8")
    assert read_words(found, tuple(names), path).sides == {"onboarding": "low", "last_ticket": "low"}


@pytest.mark.parametrize(
    ("column", "value", "english", "japanese"),
    [
        ("open_tickets", 3, "3", "3"),
        ("契約月数", 12, "12 months", "12か月"),
        ("契約月数", 1, "1 month", "1か月"),
        ("last_order", 1, "1 day before", "1日前"),
        ("月額料金", 1_200, "¥1,200", "¥1,200"),
        ("charge", 1_200, "¥1,200", "¥1,200"),
        ("最終ログインからの日数", 40, "40 days", "40日"),
        ("last_order", 40, "40 days before", "40日前"),
        ("last_order", -18, "in 18 days", "18日後"),
        ("last_order", -1, "in 1 day", "1日後"),
        ("更新", True, "yes", "はい"),
        ("更新", "", "blank", "空欄"),
    ],
)
def test_values_are_said_with_their_unit(column, value, english, japanese):
    said = guessed().wordings[column].value(value)
    assert (said.en, said.ja) == (english, japanese)


@pytest.mark.parametrize(
    ("column", "says"),
    [
        ("問い合わせ件数", T("2", "2件")),
        ("直近30日の問い合わせ件数", T("2", "2件")),
        ("契約席数(3か月前)", T("2", "2席")),
        ("件数(千件)", T("2", "2")),
        ("件数の比率", T("2", "2")),
        ("利用回数", T("2 times", "2回")),
        ("対局数（月）", T("2", "2")),
        ("残業時間（月）", T("2", "2")),
        ("歩数（日）", T("2", "2")),
        ("利用期間（月）", T("2 months", "2か月")),
        ("在籍（年）", T("2 years", "2年")),
        ("tickets", T("2", "2")),
    ],
)
def test_japanese_counts_with_the_word_that_the_name_gives(column, says):
    words = read_words(customers({column: read(column, NUMBERS)}, [True, False] * 5), (column,))
    assert words.wordings[column].value(2) == says


def test_days_keep_their_words_where_somebody_has_said_another_unit(tmp_path):
    said = words_of(tmp_path, "column,unit\nlast_order,days before\n").wordings["last_order"]
    assert said.value(-18).ja == "18日後"
    own = words_of(tmp_path, "column,unit\nlast_order,d\n").wordings["last_order"]
    assert own.value(-18).en == "−18 d"


def listed_for(*can_act: bool | None):
    """A list of customers with one reason each, of the column NPS."""
    said = T("NPS", "NPS")
    return [
        Listed(
            place,
            place,
            place,
            f"C{place}",
            0.4,
            ReasonCodes((Reason("NPS", 5, said, said, said, each),), 0, 5, 0.4, 0.2),
        )
        for place, each in enumerate(can_act, 1)
    ]


def test_a_list_on_which_nobody_knows_what_to_do_comes_first_among_what_to_do():
    words = guessed()
    remark = about_guesses(words, "w1.csv", listed_for(*[None] * 99, True))
    assert (remark.weight, remark.id) == (Weight.DANGER, "nothing-to-do")
    assert "For 99 of 100 on the list no reason is marked “can act”" in remark.says.en
    assert "Decide whether anybody can act on “NPS”" in remark.way_out.en
    assert "“w1.csv”" in remark.way_out.en
    assert "100人のうち99人" in remark.says.ja
    assert "「NPS」に手を打てるか" in remark.way_out.ja
    assert "「w1.csv」に書き込んで" in remark.way_out.ja
    # Readers see it, so no option of the command stands in it.
    assert "--" not in remark.way_out.en + remark.way_out.ja
    assert about_guesses(words, "w1.csv", listed_for(*[None] * 90, *[True] * 10)).weight == Weight.NOTE
    # All has been said: then it is so.
    assert about_guesses(replace(words, guessed=(), asked=()), "w1.csv", listed_for(False)) is None


def test_of_columns_that_are_no_reason_on_the_list_nothing_is_to_be_decided_first():
    words = replace(guessed(), guessed=("tenure",), asked=("visits", "NPS"))
    used = about_guesses(words, "w1.csv", listed_for(None))
    assert used.columns == ("NPS",)
    assert "visits" not in used.says.en + used.way_out.en
    assert "「visits」" not in used.says.ja + used.way_out.ja
    # A reason of which it was only guessed that nobody can act on it is told, and nothing has to be cleared up before.
    only_guessed = about_guesses(replace(words, guessed=("NPS",), asked=("visits",)), "w1.csv", listed_for(False))
    assert (only_guessed.weight, only_guessed.columns) == (Weight.NOTE, ("NPS",))
    assert about_guesses(replace(words, asked=("visits",)), "w1.csv", listed_for(False)) is None


@pytest.mark.parametrize(
    "name",
    [
        "logins_30d",
        "app_sessions",
        "usage",
        "days_since_last_login",
        "ログイン回数",
        "最終来店日",
        "利用時間",
        "視聴数",
    ],
)
def test_whether_somebody_can_act_on_use_is_asked(name):
    assert guess_of(name, Kind.NUMBER) is None


@pytest.mark.parametrize(
    ("name", "english", "japanese"),
    [
        ("Logins (last 30 days)", None, None),
        ("logins_last_30_days", None, None),
        ("Orders in last 12 months", None, None),
        ("visits, past six months", None, None),
        ("Sessions in the last months", None, None),
        ("Revenue last 3 months", "$", "$"),
        ("直近3か月売上", "$", "$"),
        ("直近30日ログイン", None, None),
        ("直近30日ログイン回数", "times", "回"),
        ("利用日数(直近30日)", "days", "日"),
        ("Days active (last 30 days)", "days", "日"),
        ("days since last login", "days", "日"),
        ("tenure_months", "months", "か月"),
        ("契約年数", "years", "年"),
    ],
)
def test_a_window_of_time_is_no_unit(name, english, japanese):
    unit = unit_of(name, "$")
    assert (unit and unit.en, unit and unit.ja) == (english, japanese)


@pytest.mark.parametrize(
    ("headings", "encoding"),
    [
        ("column,label,unit,can we act,what to do", "utf-8"),
        ("列,言い方,単位,手を打てる?,すること", "cp932"),
        ("Column,Say it as,UNIT,Can we act on it?,What to do", "utf-8-sig"),
    ],
)
def test_a_file_says_it_in_either_language(tmp_path, headings, encoding):
    words = words_of(
        tmp_path,
        f"{headings}\nNPS,推奨度,点,はい,理由を聞く\ntenure,契約の長さ,months,NO,\nopen_tickets,,,要確認,\n",
        encoding,
    )
    nps, tenure, tickets = (words.wordings[name] for name in ("NPS", "tenure", "open_tickets"))
    assert (nps.label.ja, nps.value(7).ja, nps.actionable, nps.action.ja) == ("推奨度", "7点", True, "理由を聞く")
    assert (tenure.value(7).en, tenure.actionable, tenure.action) == ("7 months", False, None)
    # Said to be open: the guess by name does not overrule it.
    assert (tickets.actionable, tickets.label.en) == (None, "open_tickets")
    assert not set(words.guessed) & {"NPS", "tenure", "open_tickets"}
    assert words.remarks == ()


def test_what_cannot_be_used_is_named_by_its_line(tmp_path):
    words = words_of(
        tmp_path,
        "column,label,unit,can act,action\nNPS,,{x},perhaps,\nNSP,,,yes,\nNPS,,,no,\nnotes,,,no,\ncustomer,,,no,\n",
        aside={"notes": None},
    )
    says = [remark.says.en for remark in words.remarks]
    assert len(says) == 4
    assert "Line 2" in says[0]
    assert "perhaps" in says[0]
    assert "Line 3" in says[1]
    assert "NSP" in says[1]
    assert "Line 4" in says[2]
    assert "second time" in says[2]
    assert "Line 6" in says[3]
    # What people type is no pattern, and an answer that cannot be read is none.
    assert words.wordings["NPS"].value(3).en == "3 x"
    assert words.wordings["NPS"].actionable is None


@pytest.mark.parametrize(
    ("answer", "can_act"),
    [
        ("手を打てる", True), ("打てる", True), ("はい", True), ("○", True), ("あり", True), ("can act", True),
        ("打てない", False), ("手を打てない", False), ("×", False), ("なし", False), ("cannot", False), ("can't", False),
        ("無理", False), ("ムリ", False), ("困難", False), ("不可", False), ("できない", False), ("no way", False), ("可能", True),
        ("要確認", None), ("ask", None), ("未定", None),
    ],
)  # fmt: skip
def test_an_answer_is_read_as_the_page_itself_says_it(tmp_path, answer, can_act):
    words = words_of(tmp_path, f"列,手を打てる?\nNPS,{answer}\n契約月数,{answer}\n")
    assert [words.wordings[name].actionable for name in ("NPS", "契約月数")] == [can_act] * 2
    assert [each for each in words.remarks if each.weight == Weight.WARN] == []


def test_what_to_do_is_shown_or_it_is_told_that_it_is_not(tmp_path):
    """Also for a column of which its name lets one guess that nobody can act on it."""
    words = words_of(
        tmp_path, "列,手を打てる?,すること\nNPS,,会って聞く\n契約月数,,更新の話をする\n月額料金,いいえ,値引き\n"
    )
    assert [words.wordings[name].action.ja for name in ("NPS", "契約月数")] == ["会って聞く", "更新の話をする"]
    assert words.wordings["NPS"].actionable is True
    assert words.wordings["月額料金"].action is None
    (remark,) = (each for each in words.remarks if each.weight == Weight.WARN)
    assert "「月額料金」" in remark.says.ja
    assert "「打てない」" in remark.says.ja


def test_a_words_file_is_looked_at_before_anything_takes_time(tmp_path):
    check_words(None)
    with speaking("ja"), pytest.raises(Slip, match="ファイル"):
        check_words(tmp_path / "none.csv")
    (tmp_path / "w.csv").write_text("a,b\n1,2\n", "utf-8")
    with speaking("ja"), pytest.raises(Slip, match="「列」の列がありません"):
        check_words(tmp_path / "w.csv")


def test_a_file_that_is_none_is_told(tmp_path):
    found = people()
    with speaking("en"), pytest.raises(Slip, match="no file"):
        read_words(found, tuple(found.columns), tmp_path / "none.csv")
    with speaking("ja"), pytest.raises(Slip, match="「列」の列がありません"):
        words_of(tmp_path, "a,b\n1,2\n")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("mark", ["", BYTE_ORDER_MARK])
def test_the_starter_says_the_same_when_it_is_read_back(tmp_path, lang, mark):
    path = tmp_path / "report-words.csv"
    columns = {**people().columns, "=1+1": read("=1+1", NUMBERS), 'with, "quotes"': read('with, "quotes"', NUMBERS)}
    found = customers(columns, [True, False] * 5, currency="¥")
    before = read_words(found, tuple(columns))
    with speaking(lang):
        path.write_text(mark + starter_words(before), encoding="utf-8")
        assert "'=1+1" in path.read_text(encoding="utf-8")
        after = read_words(found, tuple(columns), path)
        assert after.remarks == ()
        for name, wording in before.wordings.items():
            again = after.wordings[name]
            assert again.actionable is wording.actionable
            assert str(again.label) == str(wording.label)
            assert str(again.action) == str(wording.action)
            assert str(again.value(12.0)) == str(wording.value(12.0))
    # Nobody has touched it, and so nobody has confirmed anything.
    assert (after.guessed, after.asked) == (before.guessed, before.asked)


@pytest.mark.parametrize(("lang", "mark"), [("en", " (guess)"), ("ja", "(推測)")])
def test_a_guess_is_a_guess_until_somebody_deletes_that_word_or_changes_the_answer(tmp_path, lang, mark):
    path, found = tmp_path / "report-words.csv", people()
    with speaking(lang):
        text = starter_words(guessed())
    lines = [line.replace(mark, "") if line.startswith("open_tickets") else line for line in text.splitlines()]
    yes, no = ("can act", "cannot") if lang == "en" else ("手を打てる", "打てない")
    lines = [line.replace(no + mark, yes) if line.startswith("tenure") else line for line in lines]
    lines = [line + "更新の話をする" if line.startswith("契約月数") else line for line in lines]
    path.write_text("\n".join(lines), encoding="utf-8")
    words = read_words(found, tuple(found.columns), path)
    assert not {"open_tickets", "tenure", "契約月数"} & {*words.guessed, *words.asked}
    assert [words.wordings[name].actionable for name in ("open_tickets", "tenure", "契約月数")] == [True] * 3
    assert "月額料金" in words.guessed


def test_a_file_of_the_earlier_version_still_means_what_it_said(tmp_path):
    was = "列,言い方,単位,手を打てる?,すること\ntenure,,,いいえ(推測),\nopen_tickets,,,はい(推測),\nNPS,,,要確認,\n月額料金,,,はい,\n"
    words = words_of(tmp_path, was)
    assert {"tenure", "open_tickets"} <= set(words.guessed)
    assert "NPS" in words.asked
    assert words.wordings["月額料金"].actionable
    assert not {"月額料金"} & {*words.guessed, *words.asked}
    english = words_of(tmp_path, "column,can we act on it?\ntenure,no (guessed)\nNPS,ask\n月額料金,yes\n")
    assert ("tenure" in english.guessed, "NPS" in english.asked, english.wordings["月額料金"].actionable) == (
        True,
        True,
        True,
    )


@pytest.mark.parametrize(("currency", "english", "japanese"), [("JPY", "¥1,200", "1,200円"), ("€", "€1,200", "€1,200")])
def test_money_is_said_as_each_language_writes_it(currency, english, japanese):
    found = customers({"月額料金": read("月額料金", NUMBERS)}, [True, False] * 5, currency=currency)
    words = read_words(found, ("月額料金",))
    said = words.wordings["月額料金"].value(1_200)
    assert (said.en, said.ja) == (english, japanese)
    with speaking("ja"):
        assert ("円" if currency == "JPY" else "€") in starter_words(words).splitlines()[1]

"""What is told of the column that says who left: what each value was taken for, and what looks upside down or lies ahead."""

from datetime import date

import pandas as pd
import pytest

from mlcurric.report.options import read_request
from mlcurric.report.reading.outcome import read_outcome
from mlcurric.report.remark import Weight
from mlcurric.subject.typed import Slip
from mlcurric.text import speaking

TODAY = date(2026, 11, 22)


def read(cells, name="状態", **typed):
    request = read_request(**{"path": "a.csv", "churned": name, "id": "id", "capacity": "9", "out": "r.html", **typed})
    return read_outcome(name, pd.Series(cells, dtype="str"), request, TODAY)


def remark(outcome, id):
    return next((each for each in outcome.remarks if each.id == id), None)


def proposed(cells, **typed):
    with pytest.raises(Slip) as caught:
        read(cells, **typed)
    with speaking("ja"):
        said = str(caught.value)
    return said.partition("例: ")[2].partition("。")[0]


BOTH = ["no"] * 50 + ["いいえ"] * 40 + ["はい"] * 9 + ["yes"] * 8
STATES = ["契約中"] * 80 + ["解約"] * 15 + ["休会"] * 5


def test_each_value_is_told_with_what_it_was_taken_for():
    told = remark(read(STATES, left_is=["解約"]), "left-means")
    assert (
        told.says.ja
        == "「状態」列の「解約」(15行)を「解約した」、「契約中」(80行)、「休会」(5行)を「続けている」とみなしました。"
    )
    assert told.weight is Weight.WARN
    assert "--left-is 休会" in told.for_maker.en
    assert "契約中" not in told.way_out.ja + told.for_maker.ja


@pytest.mark.parametrize("code", ["-1", "9"])
def test_whoever_is_not_known_yet_is_not_taken_out_of_the_table(code):
    """Of 1,157 customers of today, −1 each, the way out was to take their rows out: then nobody is left to choose from."""
    told = remark(read(["0"] * 80 + ["1"] * 15 + [code] * 5, left_is=["1"]), "left-means")
    assert f"“{code}”" in told.way_out.en
    assert "nobody knows yet who leaves, leave the rows in and clear these cells" in told.way_out.en
    assert f"「{code}」" in told.way_out.ja
    assert "「まだわからない」という意味なら、その行は残して、このセルを空欄にしてください" in told.way_out.ja


def test_a_yes_in_another_language_is_no_customer_who_stayed():
    """By the example of the error 61 「はい」 were counted as stayers, and the way out named “no”."""
    told = remark(read(BOTH, left_is=["yes"]), "left-means")
    assert told.weight is Weight.DANGER
    assert told.says.ja.endswith("ただし、「はい」は「yes」と同じ意味です。")
    assert "“はい” and “yes” mean the same" in told.says.en
    assert told.for_maker.ja.endswith("--left-is はい")
    assert "「no」" not in told.way_out.ja + told.for_maker.ja
    both = remark(read(BOTH, left_is=["yes", "はい"]), "left-means")
    assert (both.weight, both.way_out, both.for_maker) == (Weight.NOTE, None, None)
    assert "--left-is maybe" in remark(read([*BOTH, "maybe"], left_is=["yes", "はい"]), "left-means").for_maker.en


def test_that_everything_was_named_as_left_is_said():
    """“It holds only “yes”” was said of a column that holds yes and no."""
    with pytest.raises(Slip) as slip:
        read(["no", "yes"] * 50, left_is=["yes", "no"])
    said, way_out = slip.value.says
    assert "names everything that “状態” holds (“no”, “yes”)" in said.en
    assert "値が全部(「no」、「yes」)" in said.ja
    assert "only what means" in way_out.en


def test_two_values_need_no_check():
    told = remark(read(["はい"] * 10 + ["いいえ"] * 30), "left-means")
    assert "「はい」(10行)" in told.says.ja
    assert told.weight is Weight.NOTE


def test_blanks_are_told_with_what_they_were_said_to_mean():
    told = remark(read(["解約"] * 10 + [""] * 30, blank_is="stayed"), "left-means")
    assert "空欄(30行)を「続けている」" in told.says.ja


def test_unknown_beside_a_named_value_is_not_known():
    cells = [*STATES, *["不明"] * 7]
    assert read(cells, left_is=["解約"]).left.isna().sum() == 7
    assert read(cells, left_is=["解約", "不明"]).left.sum() == 22


@pytest.mark.parametrize(
    ("cells", "option"),
    [
        (STATES, "--left-is 解約"),
        (["契約中"] * 50 + ["退会"] * 9 + ["解約"] * 20 + ["休会"], "--left-is 解約 --left-is 退会"),
        (["契約中"] * 50 + ["解約(自己都合)"] * 9 + ["解約なし"] * 20, '--left-is "解約(自己都合)"'),
        (["active"] * 50 + ["paused"] * 9, "--left-is paused"),
        (["1"] * 50 + ["2"] * 9 + ["3"] * 20, "--left-is 値"),
        (["A"] * 50 + ["B"] * 9, "--left-is B または --left-is A"),
        (BOTH, "--left-is はい --left-is yes"),
        (["no"] * 50 + ["yes"] * 9 + ["maybe"] * 5, "--left-is yes"),
    ],
)
def test_the_likely_value_is_proposed(cells, option):
    assert proposed(cells) == option


def test_who_is_still_a_customer_is_not_taken_for_a_leaver_without_a_word():
    turned = remark(read(STATES, left_is=["契約中"]), "left-says-stayed")
    assert turned.weight is Weight.DANGER
    assert "--left-is 解約" in turned.for_maker.en
    assert remark(read(STATES, left_is=["契約中"]), "left-means").way_out is None
    assert remark(read(STATES, left_is=["解約"]), "left-says-stayed") is None


@pytest.mark.parametrize(
    ("cells", "typed", "weight"),
    [
        # Whoever has said which value it is has answered; it is told, and not asked before all else.
        (["A"] * 51 + ["B"] * 49, {"left_is": ["A"]}, Weight.NOTE),
        (["会員"] * 51 + [""] * 49, {"blank_is": "stayed"}, Weight.DANGER),
        (["yes"] * 51 + ["no"] * 49, {"left_is": ["yes"]}, Weight.NOTE),
        (["yes"] * 51 + ["no"] * 49, {"name": "churned"}, Weight.DANGER),
        (["2026/4/1"] * 51 + [""] * 49, {}, Weight.DANGER),
        (["yes"] * 50 + ["no"] * 50, {}, None),
    ],
)
def test_more_than_half_having_left_is_told(cells, typed, weight):
    outcome = read(cells, **typed)
    told = remark(outcome, "more-than-half-left") or remark(outcome, "left-says-stayed")
    assert (told and told.weight) == weight
    if weight is Weight.NOTE:
        assert told.way_out is None
        assert "upside down" not in told.says.en
        assert "逆さま" not in told.says.ja


def test_a_day_of_leaving_that_lies_ahead_is_told_as_announced():
    cells = ["2026/10/1"] * 20 + ["2026/12/31"] * 5 + [""] * 60
    outcome = read(cells)
    told = remark(outcome, "leaves-later")
    assert outcome.left.sum() == 25
    assert told.weight is Weight.WARN
    assert "2026年12月31日" in told.says.ja
    assert "5行" in told.says.ja
    assert remark(read(["2026/11/22"] * 20 + [""] * 60), "leaves-later") is None, "today has come"


def test_days_that_mostly_lie_ahead_are_the_ends_of_contracts():
    told = remark(read(["2026/10/1"] * 9 + ["2027/3/31"] * 16 + [""] * 60), "leaves-later")
    assert told.weight is Weight.DANGER
    assert "満了" in told.says.ja


STAYERS = [
    "is_customer",
    "still_customer",
    "not_churned",
    "no_churn",
    "notChurned",
    "retained",
    "enabled",
    "account_enabled",
    "active",
    "isActive",
    "member",
    "CURRENT_CUSTOMER",
    "has_contract",
    "alive",
    "remained",
    "churn_free",
    "didn't_churn",
    "未解約",
    "解約なし",
    "解約していない",
    "契約あり",
    "契約有無",
    "継続",
    "契約継続中フラグ",
    "有効フラグ",
    "在籍",
    "会員",
    "未退会",
    "離脱なし",
    "解約撤回",
]
LEAVERS = [
    "churned",
    "Exited",
    "not_active",
    "inactive",
    "disabled",
    "non_renewal",
    "not_retained",
    "former_customer",
    "customer_churn",
    "lost_customer",
    "no_longer_customer",
    "unsubscribed",
    "解約",
    "解約有無",
    "途中解約",
    "退会フラグ",
    "未継続",
    "非アクティブ",
    "更新しない",
    "契約終了",
    "契約なし",
    "元会員",
    "went_silent",
]
YES_NO = [("1", "0"), ("True", "False"), ("はい", "いいえ"), ("有", "無"), ("○", "×")]


@pytest.mark.parametrize("name", STAYERS)
@pytest.mark.parametrize(("yes", "no"), YES_NO)
@pytest.mark.parametrize("stayed", [85, 40])
def test_where_the_heading_says_who_stayed_the_no_is_proposed(name, yes, no, stayed):
    cells = [yes] * stayed + [no] * (100 - stayed)
    assert proposed(cells, name=name) == "--left-is " + ('"×"' if no == "×" else no)
    outcome = read(cells, name=name, left_is=[no])
    assert outcome.left.sum() == 100 - stayed
    assert remark(outcome, "left-says-stayed") is None
    turned = remark(read(cells, name=name, left_is=[yes]), "left-says-stayed")
    assert turned.weight is Weight.DANGER
    assert no in turned.for_maker.ja


@pytest.mark.parametrize("name", LEAVERS)
def test_a_heading_that_says_who_left_is_believed(name):
    assert read(["1"] * 15 + ["0"] * 85, name=name).left.sum() == 15
    turned = remark(read(["はい"] * 15 + ["いいえ"] * 85, name=name, left_is=["いいえ"]), "left-says-stayed")
    assert "--left-is はい" in turned.for_maker.ja


@pytest.mark.parametrize("name", ["y", "target", "区分"])
def test_a_heading_that_says_nothing_is_asked_where_most_are_yes(name):
    assert read(["1"] * 15 + ["0"] * 85, name=name).left.sum() == 15
    assert proposed(["1"] * 85 + ["0"] * 15, name=name) == "--left-is 0 または --left-is 1"


@pytest.mark.parametrize("name", ["churn_risk", "解約リスク", "継続・解約フラグ"])
def test_a_heading_that_speaks_of_both_or_of_a_risk_is_asked(name):
    assert proposed(["1"] * 15 + ["0"] * 85, name=name) == "--left-is 1 または --left-is 0"


@pytest.mark.parametrize(
    ("gone", "still"),
    [("無効", "有効"), ("未加入", "加入"), ("disabled", "enabled"), ("解約しました", "解約していません")],
)
def test_two_words_that_say_it_by_themselves_need_no_heading(gone, still):
    assert read([gone] * 60 + [still] * 40).left.sum() == 60


def test_a_day_that_those_who_stayed_have_is_asked_and_turned_round():
    cells = ["2026/4/1"] * 85 + [""] * 15
    with pytest.raises(Slip, match="--blank-is left"):
        read(cells, name="契約更新日")
    assert read(cells, name="契約更新日", blank_is="left").left.sum() == 15
    assert read(["2026/4/1"] * 15 + [""] * 85, name="最終利用日").left.sum() == 15


def test_a_cell_that_slipped_into_the_column_is_named_by_its_line_and_not_proposed():
    """“--left-is 東京1” was proposed, by rarity, where one row was broken."""
    cells = ["はい"] * 20 + ["いいえ"] * 60 + ["東京1"] + ["いいえ"] * 5
    with pytest.raises(Slip) as caught:
        read(cells, name="解約")
    for lang, line in (("en", "line 82"), ("ja", "82行目")):
        with speaking(lang):
            said = str(caught.value)
        assert "東京1" in said
        assert line in said
        assert "--left-is 東京1" not in said
        assert "--left-is はい" in said
    # What stands in several rows may be a third way to say it.
    with pytest.raises(Slip) as caught:
        read([*cells, "休会", "休会"], name="解約")
    assert not any("1行にしか" in each.ja for each in caught.value.says)

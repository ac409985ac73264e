"""The checks of the list and of the sheets: each fires on its fault, and a good line is silent."""

from dataclasses import replace

import pytest

from mlcurric.subject.board.model import AS_IS, TO_BE, Board, Note
from mlcurric.subject.said import is_anybody, is_method_alone, is_none, names_method
from mlcurric.subject.usecases.contradictions import use_case_findings
from mlcurric.subject.usecases.method_findings import method_last_findings
from mlcurric.subject.usecases.method_last import MethodLast, MethodLastSheets
from mlcurric.subject.usecases.usecase import UseCase, UseCaseList

GOOD_JA = UseCase(
    "U1", "問い合わせの並べ替え", "朝9時に一覧を開くサポートの加藤", "急ぎの相談が昼まで埋もれる", "加藤が毎朝40件を読む",
    "急ぎのものから並ぶ", 4, 5, "朝9時、加藤が一覧を開くと急ぎが上にある", "問い合わせの文", "急ぎである見込み", "並べ替えた一覧",
    "加藤が上から返信する", "augment", "「解約」とあれば上へ", "no", 4, 4, 3, 5, 4, 4, "2年分の問い合わせ", "加藤", "森",
    "なし", "急ぎの印が付いていない", "H2",
)  # fmt: skip
GOOD_EN = UseCase(
    "U1", "Sorting tickets", "Kato of support, at nine", "urgent questions lie until noon", "Kato reads 40 every morning",
    "the urgent ones come first", 4, 5, "At nine Kato opens the list", "the ticket's text", "how likely it is urgent",
    "a sorted list", "Kato answers from the top", "augment", "“cancel” goes to the top", "no", 4, 4, 3, 5, 4, 4,
    "two years of tickets", "Kato", "Mori", "none", "no marks of urgency", "H2",
)  # fmt: skip
BOARD = Board(
    {
        note.id: note
        for note in (
            Note(1, "event", "問い合わせが届いた", 1),
            Note(2, "hotspot", "急ぎが埋もれる", 1, links=(1,), layer=AS_IS),
            Note(3, "hotspot", "これからの心配", 2, layer=TO_BE),
        )
    }
)
FAULTS = [
    ("urgent_nobody", {"urgency": 5, "target_user": ""}),
    ("urgent_nobody", {"target_user": "ユーザー"}),
    ("urgent_nobody", {"target_user": "customers"}),
    ("important_nobody", {"urgency": 2, "target_user": "みんな"}),
    ("ml_problem", {"problem": "AIを使えていない"}),
    ("ml_problem", {"problem": "We have no ML"}),
    ("method_alone", {"ml": "AIで予測する"}),
    ("method_alone", {"ml": "use machine learning"}),
    ("to_be_alone", {"as_is": ""}),
    ("to_be_alone", {"as_is": "未定"}),
    ("to_be_of_nobody", {"as_is": "nobody does it"}),
    ("to_be_of_nobody", {"as_is": "誰もやっていない"}),
    ("to_be_of_nobody", {"as_is": "なし"}),
    ("nothing_changes", {"as_is": "急ぎのものから並ぶ。", "to_be": "急ぎのものから並ぶ"}),
    ("nobody_acts", {"who_acts": "いない"}),
    ("output_is_input", {"output": "同じ", "input": "同じ"}),
    ("nothing_to_learn", {"ml": "なし"}),
    ("nothing_to_learn", {"ml": "nothing", "rule_enough": "no"}),
    ("data_none", {"data": 4, "data_now": "none yet"}),
    ("data_none", {"data": 4, "data_now": "まだない"}),
    ("data_there", {"data": 1}),
    ("fit_nobody", {"workflow_owner": ""}),
    ("sponsor_nobody", {"sponsor_name": "未定"}),
    ("sponsor_named", {"sponsor": 1}),
    ("easy_obstacle", {"feasibility": 5}),
    ("risk_turned", {"risk": 5, "obstacles": "個人情報の同意"}),
    ("alone_at_risk", {"mode": "automate", "risk": 2}),
    ("untried_rule", {"value": 5, "rule_enough": "not tried"}),
    ("valued_unimportant", {"value": 5, "importance": 1}),
    ("important_worthless", {"value": 1}),
    ("link_nowhere", {"board": "H2 E99"}),
    ("no_link", {"board": ""}),
    ("no_hotspot", {"board": "E1"}),
    ("only_to_be", {"board": "H3"}),
]


def names(cases, board=BOARD):
    return [finding.name for finding in use_case_findings(UseCaseList(tuple(cases)), board)]


@pytest.mark.parametrize("good", [GOOD_JA, GOOD_EN])
def test_a_good_line_is_silent(good):
    assert names([good]) == []
    assert names([good], None) == []


def test_an_empty_line_is_silent_but_for_its_missing_link():
    assert names([UseCase("U1")], None) == []
    assert names([UseCase("U1")]) == ["no_link"]


@pytest.mark.parametrize("good", [GOOD_JA, GOOD_EN])
@pytest.mark.parametrize(("name", "change"), FAULTS)
def test_each_contradiction_is_found_alone(good, name, change):
    found = use_case_findings(UseCaseList((replace(good, **change),)), BOARD)
    assert [finding.name for finding in found] == [name]
    for lang in ("en", "ja"):
        assert getattr(found[0].says, lang).startswith("U1 ")
        assert "{" not in getattr(found[0].says, lang) + getattr(found[0].way_out, lang)


def test_near_misses_are_silent():
    for change in (
        {"target_user": "初めて更新する顧客のチームリーダー"},
        {"problem": "メールが埋もれる。HTMLの文も読みにくい"},
        {"ml": "予測の当たりやすさ"},
        {"data_now": "ないものは2割。残りは2年分"},
        {"obstacles": "なし", "feasibility": 5},
        {"risk": 5},
        {"board": "E1 H2"},
        {"who_acts": "担当者が不明なものは加藤が拾う"},
    ):
        assert names([replace(GOOD_JA, **change)]) == [], change


def test_an_empty_cell_beside_a_score_of_the_data_is_no_contradiction():
    assert names([replace(GOOD_JA, data=4, data_now="")]) == []
    # A rule that is enough is a gate, and says the same.
    assert names([replace(GOOD_JA, ml="なし", rule_enough="yes")]) == []


def test_twins_and_level_criteria_are_asked_about():
    others = [replace(GOOD_JA, id=f"U{n}", output=f"一覧{n}", value=n, feasibility=n, data=3) for n in (2, 3)]
    found = names([GOOD_JA, *others])
    assert found.count("level") == 4
    assert "twins" not in found
    assert "twins" in names([GOOD_JA, replace(GOOD_JA, id="U2")])


def test_what_is_wrong_comes_before_what_is_asked():
    asks = [finding.asks for finding in use_case_findings(UseCaseList((replace(GOOD_JA, feasibility=5, as_is=""),)))]
    assert asks == [False, True]


SHEET = MethodLast(
    "M1", "H2", "朝9時に一覧を開く加藤", "急ぎを昼までに返せる", "加藤が毎朝、40件を1件2分で読む", "問い合わせの文", "急ぎの印",
    "加藤が印のついたものから返す", "「解約」とあれば急ぎ", "no", "2年分の問い合わせ", "急ぎである見込み", "augment", "外れても読めばわかる",
)  # fmt: skip


def in_sheet(**change):
    return [finding.name for finding in method_last_findings(MethodLastSheets((replace(SHEET, **change),)), BOARD)]


def test_a_good_sheet_is_silent_and_needs_no_ml():
    assert in_sheet() == []
    assert in_sheet(ml="なし", data="", mode="", rule_enough="yes") == []


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("whose_anybody", {"whose": "お客様"}),
        ("ml_first", {"rule": ""}),
        ("ml_first", {"by_hand": ""}),
        ("method_in_whose", {"happier": "AIを使える"}),
        ("rule_is_method", {"rule": "機械学習で決める"}),
        ("method_alone", {"ml": "AI"}),
        ("rule_enough", {"rule_enough": "yes"}),
        ("nobody_acts", {"who_acts": ""}),
        ("data_none", {"data": "データなし"}),
        ("mode_missing", {"mode": ""}),
        ("by_hand_nobody", {"by_hand": "誰もやっていない", "ml": ""}),
        ("by_hand_uncounted", {"by_hand": "加藤が読む"}),
        ("output_is_input", {"output": "問い合わせの文"}),
        ("link_nowhere", {"board": "H77"}),
        ("no_hotspot", {"board": "E1"}),
        ("no_hotspot", {"board": ""}),
    ],
)
def test_each_fault_of_a_sheet_is_found_alone(name, change):
    assert in_sheet(**change) == [name]


def test_words_that_say_nothing_and_words_that_only_look_so():
    for text in ("", "–", "なし", "特になし。", "まだない", "データはまだありません", "none", "No data yet", "N/A", "未定", "no sponsor", "いません"):  # fmt: skip
        assert is_none(text), text
    for text in ("なしとは言えない", "no-show records", "森", "ないものは2割", "data of two years", "nobody knows Kato's list"):  # fmt: skip
        assert not is_none(text), text
    assert is_anybody("すべてのユーザー")
    assert not is_anybody("解約を迷うユーザー")
    assert names_method("AIを活用したい")
    assert not names_method("MAIL、HTML、email、maintain")
    assert is_method_alone("機械学習")
    assert not is_method_alone("AIで予測する、更新しない見込み")

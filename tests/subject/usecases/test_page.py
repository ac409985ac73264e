"""The pages: what is on them in both languages, that nothing is fetched, and that hostile words stay words."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from mlcurric.subject.board.model import Board, Note
from mlcurric.subject.ideathon.example import example_use_cases
from mlcurric.subject.usecases.contradictions import use_case_findings
from mlcurric.subject.usecases.criteria import CRITERIA
from mlcurric.subject.usecases.method_findings import method_last_findings
from mlcurric.subject.usecases.method_last import MethodLast, MethodLastSheets
from mlcurric.subject.usecases.page import render_method_last, render_use_cases, use_case_verdict
from mlcurric.subject.usecases.usecase import UseCase, UseCaseList
from mlcurric.text import speaking

DAY = date(2027, 1, 21)
OPEN = dict(data_now="問い合わせ", workflow_owner="加藤", sponsor_name="森", who_acts="加藤が返す", gates="なし", rule_enough="no")  # fmt: skip


def case(id, name, scores, **more):
    return UseCase(id, name, **dict(zip(CRITERIA, scores, strict=True)), **{**OPEN, **more})


LIST = UseCaseList(
    (
        case("U1", "<script>alert(1)</script>", (4, 4, 4, 4, 4, 4), board="H2"),
        case("U2", "声かけ", (4, 4, 4, 4, 4, 3), more={"備考": "&急ぎ"}),
        case("U3", "止まる案", (5, 5, 5, 5, 5, 5), gates="法務の同意が先"),
        case("U4", "途中の案", (1, 2, 2, 2, 2, None)),
    ),
    "次に作るもの",
    "彩のチーム",
)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_list_shows_everything_and_runs_nothing(lang):
    board = Board({2: Note(2, "hotspot", "急ぎが" + "長" * 100)})
    with speaking(lang):
        page = render_use_cases(LIST, use_case_findings(LIST, board), DAY, board)
    assert f'<html lang="{lang}">' in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    for text in (
        "&lt;script&gt;",
        "声かけ",
        "備考",
        "&amp;急ぎ",
        "法務の同意が先",
        "H2 急ぎが",
        "2027-01-21",
        "次に作るもの",
    ):
        assert text in page
    assert "長" * 90 not in page


def test_the_verdict_says_who_is_first_and_how_firmly():
    with speaking("ja"):
        said = [str(each) for each in use_case_verdict(LIST)]
        assert said[0] == "1位: U1 <script>alert(1)</script>(30点中24点、次点と1点差)"
        assert said[1].endswith("どれかひとつの点が1点ずれるだけで変わります(12通り)。")
        assert said[-1] == "得をするのは、U2が12通りです。"
        level = UseCaseList((LIST.cases[0], replace(LIST.cases[0], id="U9", name="同点")))
        assert str(use_case_verdict(level)[0]).startswith("1位が並んでいます")
        stopped = UseCaseList(tuple(replace(each, gates="法務") for each in LIST))
        assert str(use_case_verdict(stopped)[0]) == "作ってよいものは、まだありません。"


def test_a_list_that_nobody_has_scored_yet_is_not_told_that_nothing_may_be_built():
    begun = UseCaseList((UseCase("U1", "月末の請求書", target_user="経理の田中さん"),))
    with speaking("ja"):
        assert str(use_case_verdict(UseCaseList())[0]) == "一覧は、まだ空です。"
        assert str(use_case_verdict(begun)[0]) == "まだ点がついていません。"
        page = render_use_cases(begun, [], DAY)
        assert "「スポンサー(名前)」「業務の責任者」「見て動く人」の欄が空です" in page
        assert "スポンサーがいない" not in page
        assert "条件で止まっているもの" not in page
        assert "合計 0" not in page


def test_the_verdict_says_what_is_wanted_before_the_order_is_settled():
    first, second = case("U1", "声かけ", (4.5, 4, 4, 4, 4, 4)), case("U2", "返事", (None, 4, 4, 4, 4, 4))
    unread = replace(case("U3", "予報", (None, 5, 5, 5, 5, 5)), unread={"value": "6"})
    with speaking("ja"):
        said = [str(each) for each in use_case_verdict(UseCaseList((first, second, unread)))]
        assert said == [
            "まだ決まりません。U2 返事は、「価値」の点がまだです。U3 予報は、「価値」(「6」は読めません)の点がまだです。",
            "いまのところの1位は U1 声かけ(30点中24.5点)です。",
        ]
        nobody = [replace(first, sponsor_name=""), case("U4", "表", (3, 3, 3, 3, 3, 3), sponsor_name="")]
        (only,) = use_case_verdict(UseCaseList(tuple(nobody)))
        assert (
            str(only) == "まだ決まりません。名前を書けば、順位に入ります。U1、U4は、「スポンサー(名前)」の欄が空です。"
        )
        page = render_use_cases(UseCaseList((first, second, unread)), [], DAY)
        assert "24.5" in page
        assert 'class="half"' in page
    with speaking("en"):
        assert str(use_case_verdict(UseCaseList((first, second)))[0]) == "Not settled yet. U2 返事: no score for value."


def test_weights_that_decide_are_told():
    weighted = UseCaseList(
        (case("U1", "a", (5, 3, 3, 3, 3, 3)), case("U2", "b", (3, 4, 4, 4, 3, 3))), weights={"value": Fraction(4)}
    )
    with speaking("en"):
        assert "With all weights at 1, U2 b would be first." in [str(each) for each in use_case_verdict(weighted)]
        assert "×4" in render_use_cases(weighted, [], DAY)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_each_sheet_has_its_page_and_its_findings_and_blank_ones_follow(lang):
    sheets = MethodLastSheets(
        (MethodLast("M1", whose="ユーザー", ml="<b>AI</b>"), MethodLast("M2", whose="加藤", mode="augment"))
    )
    with speaking(lang):
        page = render_method_last(sheets, method_last_findings(sheets), DAY, blank=2)
    assert page.count('<section class="sheet') == 4
    assert page.count('<section class="sheet blank">') == 2
    assert "&lt;b&gt;AI&lt;/b&gt;" in page
    first, second = page.split('<section class="sheet')[1:3]
    assert '<section class="box">' in first
    assert '<section class="box">' not in second
    assert second.count("✓") == 1


def test_an_empty_list_is_a_page_too():
    with speaking("ja"):
        assert "(テーマは未記入)" in render_use_cases(UseCaseList(), [], DAY)
        assert render_method_last(MethodLastSheets(), [], DAY, blank=1).count('<section class="sheet') == 1
        # A team that begins prints a sheet for each pair.
        assert render_method_last(MethodLastSheets(), [], DAY).count('<section class="sheet') == 3
        one = MethodLastSheets((MethodLast("M1", whose="加藤"),))
        assert render_method_last(one, [], DAY).count('<section class="sheet') == 1


def test_what_a_rule_is_enough_for_stands_apart_from_the_order_and_from_what_is_stopped():
    with speaking("ja"):
        page = render_use_cases(example_use_cases("ja"), [], date(2027, 1, 21))
    apart = page[page.index("機械学習なしで始めるもの") : page.index("条件で止まっているもの")]
    assert "U4" in apart
    stopped = page[page.index("条件で止まっているもの") :].split("</ul>")[0]
    assert "U5" in stopped
    assert "U4" not in stopped
    assert page.index("部屋で選んだもの: U1") < page.index("1位: U1")
    assert "white-space: nowrap; } td b" in page

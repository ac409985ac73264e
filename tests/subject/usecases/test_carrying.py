"""From the method-last sheets to the list: at the beginning, and for what is filled in later."""

from dataclasses import replace

from mlcurric.subject.usecases.carrying import not_on_list, with_later_sheets, with_sheets
from mlcurric.subject.usecases.method_last import MethodLast, MethodLastSheets
from mlcurric.subject.usecases.usecase import UseCaseList
from mlcurric.text import speaking

ONE = MethodLast(
    "M1",
    "H2",
    whose="お試しのリーダー",
    by_hand="5人が週3時間",
    input="アプリの記録",
    output="20チームの一覧",
    ml="なし",
)
OTHER = MethodLast(
    "M2", "H2", whose="経理の田中さん", by_hand="毎月20件を写す", input="アプリの記録", output="下書き", ml="なし"
)
SHEETS = MethodLastSheets((ONE,), "次に作るもの")


def test_a_list_begins_with_the_theme_unless_it_has_one():
    assert with_sheets(UseCaseList(), SHEETS).title == "次に作るもの"
    assert with_sheets(UseCaseList(title="別のテーマ"), SHEETS).title == "別のテーマ"


def test_each_line_stands_for_one_sheet_though_they_share_a_note_and_a_log():
    begun = with_sheets(UseCaseList(), SHEETS)
    both = replace(SHEETS, sheets=(ONE, OTHER))
    assert [sheet.id for sheet in not_on_list(both, begun)] == ["M2"]
    assert [sheet.id for sheet in not_on_list(replace(SHEETS, sheets=(OTHER, ONE)), begun)] == ["M2"]


def test_a_line_that_was_written_anew_is_known_by_its_note_and_one_without_a_note_by_its_words():
    begun = with_sheets(UseCaseList(), SHEETS)
    anew = begun.put(replace(begun["U1"], target_user="新人", as_is="", input="", output="印"))
    assert not_on_list(SHEETS, anew) == []
    assert not_on_list(SHEETS, begun.put(replace(begun["U1"], board="", output="印"))) == []
    assert not_on_list(SHEETS, anew.put(replace(anew["U1"], board=""))) == [ONE]


def test_a_sheet_that_says_nothing_yet_is_not_missed():
    assert not_on_list(MethodLastSheets((MethodLast("M3", rule="いつもの順"),)), UseCaseList()) == []


def test_later_sheets_get_the_next_numbers_and_their_lines_are_told():
    begun = with_sheets(UseCaseList(), SHEETS)
    longer, lines = with_later_sheets(begun, replace(SHEETS, sheets=(ONE, replace(OTHER, mode="augment"))))
    assert [case.id for case in longer] == ["U1", "U2"]
    assert longer["U2"].target_user == "経理の田中さん"
    with speaking("ja"):
        (line,) = map(str, lines)
        assert line.startswith("M2: 対象ユーザー「経理の田中さん」、")
        assert "自動か支援か「人を助ける」" in line
    assert with_later_sheets(longer, SHEETS)[1] == []


def test_everything_that_has_a_counterpart_is_carried_over():
    more = {"ユースケース名": "最初の30日", "課題": "途中で止まる", "緊急度": "４点", "業務の責任者": "加藤", "スポンサー": "森", "メモ": "急ぎ"}  # fmt: skip
    sheet = replace(ONE, happier="その日のうちに聞ける", why="間違えても人が気づく", more=more)
    (case,) = with_sheets(UseCaseList(), replace(SHEETS, sheets=(sheet,))).cases
    assert (case.name, case.problem, case.urgency) == ("最初の30日", "途中で止まる", 4)
    assert case.workflow_owner == "加藤"
    assert (case.to_be, case.mode_why) == ("その日のうちに聞ける", "間違えても人が気づく")
    assert case.more["メモ"] == "急ぎ"
    assert case.sponsor_name == "森"

"""From the method-last sheets to the list: at the beginning, and for what is filled in later."""

from dataclasses import replace

from openpyxl import load_workbook

from mlcurric.subject.usecases.carrying import not_on_list, pairs, with_later_sheets, with_sheets
from mlcurric.subject.usecases.catching_up import behind, with_changed_sheets
from mlcurric.subject.usecases.method_last import MethodLast, MethodLastSheets
from mlcurric.subject.usecases.usecase import UseCaseList
from mlcurric.subject.usecases.workbook import read_use_cases, use_cases_workbook
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


def test_a_line_that_a_mended_sheet_has_left_behind_is_named_and_filled_and_own_words_stay():
    begun = with_sheets(UseCaseList(), replace(SHEETS, sheets=(ONE, OTHER)))
    begun = begun.put(replace(begun["U1"], output="みんなで直した一覧", rule="自分たちのルール"))
    mended = replace(
        ONE, who_acts="当番の加藤さん", by_hand="5人が週4時間", output="25チームの一覧", rule="人数が3人未満"
    )
    (left,) = behind(begun, replace(SHEETS, sheets=(mended, OTHER)))
    assert (left.case.id, left.sheet.id) == ("U1", "M1")
    assert left.columns == {"as_is": "5人が週4時間", "who_acts": "当番の加藤さん"}
    filled, (said,) = with_changed_sheets(begun, replace(SHEETS, sheets=(mended, OTHER)))
    assert str(said.ja) == "U1(M1): いま(As-Is)「5人が週4時間」、見て動く人「当番の加藤さん」"
    assert (filled["U1"].as_is, filled["U1"].who_acts) == ("5人が週4時間", "当番の加藤さん")
    assert (filled["U1"].output, filled["U1"].rule) == ("みんなで直した一覧", "自分たちのルール")
    assert behind(filled, replace(SHEETS, sheets=(mended, OTHER))) == []


def test_what_nobody_wrote_since_is_not_asked_for_though_the_list_says_otherwise():
    begun = with_sheets(UseCaseList(), SHEETS)
    assert behind(begun, SHEETS) == []
    assert behind(begun.put(replace(begun["U1"], as_is="", output="別のもの")), SHEETS) == []
    by_hand = replace(begun.put(replace(begun["U1"], as_is="", output="別のもの")), origins={})
    (left,) = behind(by_hand, SHEETS)
    # Which of two texts is newer nobody knows there; an empty cell is behind in any case.
    assert dict(left.columns) == {"as_is": "5人が週3時間"}
    assert not left.is_since


def test_a_line_is_its_sheets_though_both_were_written_anew():
    begun = with_sheets(UseCaseList(), replace(SHEETS, sheets=(ONE, OTHER)))
    anew = begun.put(replace(begun["U1"], board="", target_user="新人", as_is="", output="印"))
    mended = replace(ONE, board="H9", input="問い合わせの記録")
    assert not_on_list(replace(SHEETS, sheets=(mended, OTHER)), anew) == []
    assert not_on_list(replace(SHEETS, sheets=(mended, OTHER)), replace(anew, origins={})) == [mended]


def test_two_sheets_that_have_changed_numbers_are_still_known_by_their_words():
    begun = with_sheets(UseCaseList(), replace(SHEETS, sheets=(ONE, OTHER)))
    swapped = (replace(OTHER, id="M1", board="H2", input="ログ", ml=""), replace(ONE, id="M2", board="H2"))
    others = replace(begun, origins={id: replace(origin, texts={"as_is": "0"}) for id, origin in begun.origins.items()})
    found = {sheet.id: case.id for sheet, case in pairs(replace(SHEETS, sheets=swapped), others)[0]}
    assert found == {"M1": "U2", "M2": "U1"}


def test_where_a_line_comes_from_is_kept_with_excel_on_a_sheet_that_nobody_sees(tmp_path):
    begun = with_sheets(UseCaseList(), SHEETS)
    path = tmp_path / "use-cases.xlsx"
    path.write_bytes(use_cases_workbook(begun))
    book = load_workbook(path)
    assert [page.sheet_state for page in book.worksheets if page.title == "_carried"] == ["hidden"]
    book.save(path)
    assert read_use_cases(path).sheet == begun
    assert "5人が週3時間" not in "".join(
        str(cell) for row in book["_carried"].iter_rows(values_only=True) for cell in row
    )

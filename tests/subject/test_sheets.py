"""Tables as people hand them over: encodings, titles above the headings, several sheets, merged cells, damage."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from mlcurric.subject import grids
from mlcurric.subject.sheets import read_sheet
from mlcurric.subject.surveys.forms import survey_items
from mlcurric.subject.typed import Slip
from mlcurric.text import speaking

KNOWN = ("no", "name", "名前", "problem")


def written(tmp_path, content, name="t.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def in_excel(tmp_path, fill, name="t.xlsx"):
    book = Workbook()
    fill(book)
    path = tmp_path / name
    book.save(path)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_every_way_in_which_excel_saves_text_is_read(tmp_path, encoding, delimiter):
    lines = [delimiter.join(row) for row in (("no", "名前"), ("1", "①彩、加藤"), ("2", "高橋"))]
    sheet = read_sheet(written(tmp_path, "\r\n".join(lines), encoding=encoding))
    assert sheet.headings == ["no", "名前"]
    assert sheet.rows == [(2, ["1", "①彩、加藤"]), (3, ["2", "高橋"])]


def test_headings_are_found_below_a_title(tmp_path):
    text = "2027年1月の一覧\n作成,健\n\nno,名前\n1,並べ替え\n"
    sheet = read_sheet(written(tmp_path, text), KNOWN)
    assert sheet.headings == ["no", "名前"]
    assert sheet.rows == [(5, ["1", "並べ替え"])]
    assert sheet.about["作成"] == "健"


def test_without_known_headings_the_first_line_is_the_heading(tmp_path):
    assert read_sheet(written(tmp_path, "a\nno,名前\n")).headings[0] == "a"


def test_a_note_with_a_comma_stays_one_note(tmp_path):
    sheet = read_sheet(written(tmp_path, "# title: calls, mails\nno,name\n1,x\n"))
    assert sheet.about["title"] == "calls, mails"
    assert sheet.headings == ["no", "name"]


def test_a_heading_that_is_a_hash_is_no_note(tmp_path):
    assert read_sheet(written(tmp_path, "#,name\n1,x\n")).headings == ["#", "name"]


def test_the_sheet_with_the_headings_is_read_wherever_it_lies(tmp_path):
    def fill(book):
        book.active["A1"] = "表紙"
        page = book.create_sheet("一覧")
        page.append(["ＮＯ", "名前"])
        page.append([1, "並べ替え"])

    assert read_sheet(in_excel(tmp_path, fill), KNOWN).rows == [(2, ["1", "並べ替え"])]


def test_what_is_merged_over_lines_holds_for_each_and_a_merged_title_is_no_heading(tmp_path):
    def fill(book):
        page = book.active
        for row in (["一覧", None, None], ["name", "no", "problem"], ["並べ替え", 1, "遅い"], [None, 2, "埋もれる"]):
            page.append(row)
        page.merge_cells("A1:C1")
        page.merge_cells("A3:A4")

    sheet = read_sheet(in_excel(tmp_path, fill), KNOWN)
    assert [cells for _, cells in sheet.rows] == [["並べ替え", "1", "遅い"], ["並べ替え", "2", "埋もれる"]]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("t.xlsx", b"", "空です"),
        ("t.csv", b"", "空です"),
        ("t.xlsx", b"PK\x03\x04 broken", "壊れて"),
        ("t.xlsx", b"\xd0\xcf\x11\xe0 old or locked", "パスワード"),
        ("t.csv", b"a,b\n\x81\x00\xff\xff,1\n", "2行目"),
        ("t.csv", b'a,b\n1,2\n"open,3\n', "3行目"),
        ("t.csv", b"a,b\n1," + b"x" * 60_000, "50,000字を超える"),
        ("t.csv", b"# title: x\n", "見出しの行がありません"),
        ("t.csv", "<html><table><tr><td>名前</td></tr></table>".encode(), "Webページの形式"),
        ("t.xlsx", "<html><table><tr><td>名前</td></tr></table>".encode(), "Excelのファイルとして開けません"),
        ("t.xlsx", "計画\n2月に試す\n".encode(), "Excelのファイルとして開けません"),
        ("t.xlsx", b"\x89PNG\r\n\x1a\n\x00", "Excelのファイルとして開けません"),
    ],
)
def test_a_damaged_file_gets_a_sentence_with_a_way_out(tmp_path, name, content, says):
    with pytest.raises(Slip) as slip:
        read_sheet(written(tmp_path, content, name), KNOWN)
    with speaking("ja"):
        told = str(slip.value)
    assert says in told
    assert len(slip.value.says) >= 2
    # The words of the csv module would be English in a Japanese sentence.
    assert not re.search(r"[a-z]{3,} [a-z]{2,}", told)


def test_a_csv_that_is_called_xlsx_is_read_where_its_headings_are_known(tmp_path):
    assert read_sheet(written(tmp_path, "no,名前\n1,並べ替え\n", "t.xlsx"), KNOWN).rows == [(2, ["1", "並べ替え"])]


def test_a_heading_merged_with_the_cells_below_it_is_no_cell(tmp_path):
    def fill(book):
        page = book.active
        for row in (["no", "name", "problem"], [1, None, "遅い"], [2, "並べ替え", "埋もれる"]):
            page.append(row)
        page.merge_cells("B1:B2")

    assert read_sheet(in_excel(tmp_path, fill), KNOWN).rows == [
        (2, ["1", "", "遅い"]),
        (3, ["2", "並べ替え", "埋もれる"]),
    ]


def test_headings_over_two_lines_with_a_heading_over_a_group_are_one(tmp_path):
    def fill(book):
        page = book.active
        for row in (["no", "中身", None, "メモ"], [None, "name", "problem", None], [1, "並べ替え", "遅い", "急ぎ"]):
            page.append(row)
        for area in ("A1:A2", "B1:C1", "D1:D2"):
            page.merge_cells(area)

    sheet = read_sheet(in_excel(tmp_path, fill), KNOWN)
    assert sheet.headings == ["no", "name", "problem", "メモ"]
    assert sheet.rows == [(3, ["1", "並べ替え", "遅い", "急ぎ"])]


def test_hidden_lines_and_columns_are_read_and_a_hidden_sheet_gives_way(tmp_path):
    def fill(book):
        old = book.active
        old.append(["no", "name"])
        old.append([9, "前の版"])
        old.sheet_state = "hidden"
        page = book.create_sheet("一覧")
        for row in (["no", "name"], [1, "並べ替え"], [2, "下書き"]):
            page.append(row)
        page.row_dimensions[3].hidden = page.column_dimensions["A"].hidden = True
        book.create_sheet("メモ").append(["今日の話", "name"])
        book.active = 2

    sheet = read_sheet(in_excel(tmp_path, fill), KNOWN)
    assert [cells for _, cells in sheet.rows] == [["1", "並べ替え"], ["2", "下書き"]]


def test_of_two_sheets_with_the_headings_the_one_in_front_is_read_and_the_other_named(tmp_path):
    def fill(book):
        for title, name in (("一覧", "前の案"), ("一覧 (2)", "次の案")):
            page = book.create_sheet(title)
            page.append(["no", "name"])
            page.append([1, name])
        book.active = 2

    sheet = read_sheet(in_excel(tmp_path, fill), KNOWN)
    assert (sheet.rows, sheet.name, sheet.rivals) == ([(2, ["1", "次の案"])], "一覧 (2)", ("一覧",))


def test_formulas_give_their_results_and_those_without_are_known(tmp_path):
    def fill(book):
        page = book.active
        for row in (["no", "name"], ["=1+1", "並べ替え"], [3, "下書き"]):
            page.append(row)
        page["B3"].value, page["B3"].data_type = "#REF!", "e"

    sheet = read_sheet(in_excel(tmp_path, fill), KNOWN)
    assert sheet.rows == [(2, ["", "並べ替え"]), (3, ["3", ""])]
    assert sheet.uncomputed == {(2, 0): "=1+1", (3, 1): "#REF!"}


def test_a_packed_file_that_is_no_excel_file_is_told(tmp_path):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("a.txt", b"x")
    with pytest.raises(Slip):
        read_sheet(written(tmp_path, made.getvalue(), "t.xlsx"))


def test_an_excel_file_that_unpacks_to_too_much_is_not_unpacked(tmp_path, monkeypatch):
    path = in_excel(tmp_path, lambda book: book.active.append(["no", "name"]))
    assert read_sheet(path).headings == ["no", "name"]
    monkeypatch.setattr(grids, "MOST_UNPACKED", 1_000)
    with pytest.raises(Slip, match="far too big once it is unpacked"):
        read_sheet(path)


@pytest.mark.parametrize("part", [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("Index/Document.iwa", "x")])  # fmt: skip
def test_a_table_of_another_program_is_no_damaged_one(tmp_path, part):
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(*part)
    with pytest.raises(Slip, match="LibreOffice or Numbers") as slip:
        read_sheet(path)
    assert slip.value.says[-1].ja == "そのソフトで、.xlsx かCSVの形式で保存し直してください。"


def test_a_file_that_is_not_there_is_looked_for_in_a_folder_with_a_name(tmp_path, monkeypatch):
    (tmp_path / "チーム" / "my-work").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "チーム" / "my-work")
    with pytest.raises(Slip) as slip:
        read_sheet(Path("..") / "plan.csv")
    assert slip.value.says[-1].ja == f"{tmp_path / 'チーム'} を探しました。"


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_a_single_column_is_not_split_where_somebody_has_written_a_semicolon(tmp_path, sign):
    path = written(tmp_path, f'text\n解約した{sign}でも戻った\n電話した\n"間{sign}が空いた"\nメールした\n')
    if sign != "\t":
        found = read_sheet(path)
        assert found.headings == ["text"]
        assert [row for _, row in found.rows] == [
            [f"解約した{sign}でも戻った"],
            ["電話した"],
            [f"間{sign}が空いた"],
            ["メールした"],
        ]
    # A title above a table is none.
    path = written(tmp_path, f'次に作るもの\nno{sign}name\n1{sign}彩\n2{sign}"加藤\n佐藤\n奈緒"\n')
    assert read_sheet(path, KNOWN).headings == ["no", "name"]


def test_what_stands_far_away_is_told_by_every_reader(tmp_path):
    from mlcurric.subject.board.files import read_board
    from mlcurric.subject.board.whiteboards import read_whiteboard
    from mlcurric.subject.surveys.answers import read_answers

    def fill(book):
        for row in (["text", "h_clear"], ["解約した", 4]):
            book.active.append(row)
        book.active["B30000"] = "忘れ物"

    path = in_excel(tmp_path, fill, "before.xlsx")
    for faults in (read_board(path).faults, read_whiteboard(path).faults):
        assert [fault.says.ja for fault in faults if fault.lost] == ["B30000は離れすぎていて、読んでいません。"]
    item = next(item.id for item in survey_items(1))
    path = in_excel(
        tmp_path,
        lambda book: [
            book.active.append(["team", item]),
            book.active.append(["A", "4"]),
            book.active.__setitem__("B30000", "x"),
        ],
        "stage-1.xlsx",
    )
    assert "B30000は離れすぎていて、読んでいません。" in [each.fault.says.ja for each in read_answers(path).faults]

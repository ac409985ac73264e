"""Tables as people hand them over: encodings, titles above the headings, several sheets, merged cells, damage."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from mlcurric.subject import sheets
from mlcurric.subject.sheets import read_sheet
from mlcurric.subject.typed import Slip

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
    ("content", "says"),
    [
        (b"", "空"),
        (b"PK\x03\x04 broken", "壊れて"),
        (b"\xd0\xcf\x11\xe0 old or locked", "パスワード"),
        (b"a,b\n\x81\x00\xff\xff,1\n", "2行目"),
        (b'a,b\n1,2\n"open,3\n', "3行目"),
    ],
)
def test_a_damaged_file_gets_a_sentence(tmp_path, content, says, monkeypatch):
    monkeypatch.setenv("MLCURRIC_LANG", "ja")
    with pytest.raises(Slip) as slip:
        read_sheet(written(tmp_path, content, "t.xlsx"))
    assert says in str(slip.value)


def test_a_packed_file_that_is_no_excel_file_is_told(tmp_path):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("a.txt", b"x")
    with pytest.raises(Slip):
        read_sheet(written(tmp_path, made.getvalue(), "t.xlsx"))


def test_an_excel_file_that_unpacks_to_too_much_is_not_unpacked(tmp_path, monkeypatch):
    path = in_excel(tmp_path, lambda book: book.active.append(["no", "name"]))
    assert read_sheet(path).headings == ["no", "name"]
    monkeypatch.setattr(sheets, "MOST_UNPACKED", 1_000)
    with pytest.raises(Slip):
        read_sheet(path)

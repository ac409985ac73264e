"""Tables as CRMs and Excel export them: encodings, titles, totals, broken lines, and files that are no table."""

import gzip
import os
import resource
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from report.tables import big_csv

from mlcurric.report.reading import loading
from mlcurric.report.reading.kinds import read_columns
from mlcurric.report.reading.names import find_column
from mlcurric.report.reading.table import read_table
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, speaking

ROWS = [
    ["顧客番号", "会社", "契約日", "金額"],
    ["00123", "①㈱髙橋", "2026/4/1", "１，２００"],
    ["00124", "はしご屋", "2026/4/2", "\\980"],
]


def written(tmp_path, content, name="t.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def texts(rows, delimiter=",", end="\r\n"):
    return end.join(delimiter.join(row) for row in rows)


def cells(raw):
    return [list(raw.cells), *raw.cells.to_numpy().tolist()]


def ids(raw):
    return [remark.id for remark in raw.remarks]


def slip(path):
    with pytest.raises(Slip) as caught:
        read_table(path)
    with speaking("ja"):
        assert str(caught.value)
    assert len(caught.value.says) > 1, "the way out is missing"
    with speaking("en"):
        return str(caught.value)


def test_what_stands_in_one_cell_is_not_parted(tmp_path):
    rows = [["id", "plans", "left"], ["1", "a|b|c|d|e", "0"], ["2", "b|c|d|e|f", "1"], ["3", "a|b|c|d|f", "0"]]
    assert cells(read_table(written(tmp_path, texts(rows)))) == rows
    commas = [["id", "city", "left"], ["1", "Kobe, Hyogo", "0"], ["2", "Otsu, Shiga", "1"], ["3", "Uji, Kyoto", "0"]]
    assert cells(read_table(written(tmp_path, texts(commas, "|")))) == commas


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp932"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_way_in_which_text_is_saved_is_read(tmp_path, encoding, delimiter, end):
    rows = [[cell.replace("，", "") for cell in row] for row in ROWS]
    raw = read_table(written(tmp_path, texts(rows, delimiter, end), encoding=encoding))
    assert cells(raw) == rows
    assert raw.lines.tolist() == [2, 3]
    assert raw.cells.dtypes.eq("str").all()
    assert raw.remarks == ()


def test_a_packed_file_and_an_excel_file_are_read(tmp_path):
    packed = written(tmp_path, gzip.compress(texts(ROWS).replace("，", "").encode("cp932")), "t.csv.gz")
    assert read_table(packed).cells.iloc[0, 1] == "①㈱髙橋"
    book = Workbook()
    book.active.title = "はじめに"
    book.active.append(["この表について"])
    page = book.create_sheet("顧客")
    for row in [["顧客一覧"], [], *ROWS]:
        page.append(row)
    book.save(tmp_path / "t.xlsx")
    raw = read_table(tmp_path / "t.xlsx")
    assert cells(raw) == ROWS
    assert raw.lines.tolist() == [4, 5]
    assert ids(raw) == ["one-sheet", "lines-above"]


def formulas(tmp_path, at):
    """A workbook as a program writes it that calculates nothing: a formula below, or in the place of, a heading."""
    book = Workbook()
    for line, row in enumerate(ROWS):
        written = [*row[:2], f"=A{line}" if at(line) else row[2], row[3]]
        book.active.append(written)
    book.save(tmp_path / "t.xlsx")
    return tmp_path / "t.xlsx"


def test_formulas_that_were_never_calculated_are_said(tmp_path):
    """“The column is blank in every row” sent people away to look for another column."""
    path = formulas(tmp_path, lambda line: line > 0)
    (told,) = read_table(path, ("顧客番号",)).remarks
    assert told.id == "not-calculated"
    assert "「契約日」" in told.says.ja
    assert "“契約日”" in told.says.en
    assert "Excel" in told.way_out.en
    assert "上書き保存" in told.way_out.ja
    with speaking("en"), pytest.raises(Slip, match=r"never calculated.*契約日.*Open the file in Excel"):
        read_table(path, ("契約日",))
    with speaking("en"), pytest.raises(Slip, match="heading in cell C1 is a formula"):
        read_table(formulas(tmp_path, lambda line: line == 0), ("顧客番号",))


def test_a_row_with_line_breaks_in_its_cells_counts_as_one_as_in_a_spreadsheet(tmp_path):
    raw = read_table(written(tmp_path, 'id,note,n\n1,"a\nb\nc",2\n\n2,x,3\n'))
    assert raw.lines.tolist() == [2, 4]
    assert raw.cells["note"].tolist() == ["a\nb\nc", "x"]


def test_a_broken_sign_is_told_by_the_row_of_a_spreadsheet(tmp_path):
    raw = read_table(written(tmp_path, 'id,note,n\n1,"a\nb\nc",2\n2,x\ufffd,3\n'))
    (told,) = raw.remarks
    assert "from line 3 on" in told.says.en


def test_a_title_above_and_a_total_and_notes_below_are_left_out(tmp_path):
    text = "顧客一覧,2026年4月,,\n出力者: 経理,,,\n\n番号,会社,契約日,金額\n1,A,2026/4/1,5\n2,B,2026/4/2,6\n合計,,,11\n※速報値です,,,\n"
    raw = read_table(written(tmp_path, text))
    assert cells(raw) == [["番号", "会社", "契約日", "金額"], ["1", "A", "2026/4/1", "5"], ["2", "B", "2026/4/2", "6"]]
    assert ids(raw) == ["lines-above", "totals", "notes-below"]
    assert "8" in str(raw.remarks[2].says)


def test_a_title_with_a_comma_does_not_decide_on_the_delimiter(tmp_path):
    raw = read_table(written(tmp_path, "Customers, April 2026\nid;fee;left\n1;1,5;no\n2;2,5;yes\n"))
    assert cells(raw) == [["id", "fee", "left"], ["1", "1,5", "no"], ["2", "2,5", "yes"]]


def test_known_headings_are_found_where_they_stand(tmp_path):
    path = written(tmp_path, "a,b\nc,d\nid,left\n1,no\n")
    assert list(read_table(path, ("ID", "left")).cells) == ["id", "left"]


def test_trailing_empty_columns_and_rows_are_left_out(tmp_path):
    raw = read_table(written(tmp_path, "id,n,left,,\n1,2,no,,\n2,3,yes,,\n,,,,\n,,,,\n"))
    assert cells(raw) == [["id", "n", "left"], ["1", "2", "no"], ["2", "3", "yes"]]
    assert raw.remarks == ()


def test_headings_are_cleaned_and_made_unique(tmp_path):
    raw = read_table(written(tmp_path, '"契約\n月数",　会社　名 ,fee,,fee\n1,2,3,4,5\n'))
    assert list(raw.cells) == ["契約月数", "会社 名", "fee", "#4", "fee (2)"]
    assert ids(raw) == ["no-heading", "same-heading"]


def test_headings_that_stand_again_are_left_out(tmp_path):
    raw = read_table(written(tmp_path, "id,n,m\n1,2,3\nid,n,m\n2,3,4\n"))
    assert raw.lines.tolist() == [2, 4]
    assert ids(raw) == ["headings-again"]


def test_what_keeps_a_spreadsheet_from_reading_a_cell_is_taken_off(tmp_path):
    raw = read_table(written(tmp_path, 'id,n,m\n"=""00123""",\'-5,x\n'))
    assert raw.cells.iloc[0].tolist() == ["00123", "-5", "x"]


def test_a_few_broken_lines_are_left_out_and_named(tmp_path):
    lines = ["id,n,m", *(f"{n},5,x" for n in range(500)), "500,1,200,x", "501,5"]
    raw = read_table(written(tmp_path, "\n".join(lines)))
    assert len(raw.cells) == 500
    assert ids(raw) == ["too-many-cells", "too-few-cells"]
    assert ["502" in str(raw.remarks[0].says), "503" in str(raw.remarks[1].says)] == [True, True]


def test_many_lines_with_too_many_cells_are_refused(tmp_path):
    lines = ["id,n,m", *(f"{n},1,200,x" for n in range(10))]
    assert "Line 2 of “t.csv” has 4 cells, and there are 3 headings" in slip(written(tmp_path, "\n".join(lines)))


def test_blank_cells_that_were_not_written_are_blank(tmp_path):
    lines = ["id,n,m", *(f"{n},5" for n in range(10))]
    raw = read_table(written(tmp_path, "\n".join(lines)))
    assert raw.cells["m"].eq("").all()
    assert ids(raw) == ["short-lines"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n\r\n", "is empty"),
        (b",,,\n,,,\n", "only blank cells"),
        (b"id,left\n", "headings and no rows"),
        (b"Dear all,\nplease find the list attached, thanks.\nBest\n", "does not look like a table"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "holds a picture, no table"),
        (b"%PDF-1.7\n", "holds a PDF, no table"),
        (bytes(range(256)) * 50, "neither text nor an Excel workbook"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "a password"),
        (b"PK\x03\x04 no archive", "is damaged"),
        (b"\x1f\x8b no archive", "is damaged"),
        (b"<html><table><tr><td>1</td></tr></table>", "a web page"),
        (b'id,n,m\n1,"open,2\n2,x,3\n', "Line 2"),
        (b"id,n,m\n1,\x81,2\n", "Line 2"),
        ((",".join(f"c{n}" for n in range(10_000)) + "\n" + ",".join("1" * 10_000)).encode(), "10,000 columns"),
    ],
)
def test_what_is_no_table_is_said(tmp_path, content, says):
    assert says in slip(written(tmp_path, content))


def test_a_folder_and_a_missing_file_are_said(tmp_path):
    assert "is a folder" in slip(tmp_path)
    assert "There is no file “none.csv”" in slip(tmp_path / "none.csv")


def test_a_pipe_and_a_device_are_said_without_reading_them(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    assert "no ordinary file" in slip(tmp_path / "pipe.csv")
    assert "no ordinary file" in slip(tmp_path / "zero.csv")


def test_what_a_file_is_tells_not_what_its_name_ends_in(tmp_path):
    book = Workbook()
    for row in (["id", "left"], [1, "yes"]):
        book.active.append(row)
    book.save(tmp_path / "book.xlsx")
    raw = read_table((tmp_path / "book.xlsx").rename(tmp_path / "book.csv"))
    assert raw.in_excel
    assert not read_table(written(tmp_path, texts(ROWS).replace("，", ""), "t.xlsx")).in_excel
    with zipfile.ZipFile(tmp_path / "o.xlsx", "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "LibreOffice" in slip(tmp_path / "o.xlsx")


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("customers.csv", "is a packed file (ZIP) that holds “customers.csv”. Unpack it first"),
        ("word/document.xml", "is a Word document"),
        ("ppt/presentation.xml", "is a PowerPoint file"),
    ],
)
def test_what_is_packed_like_a_workbook_and_is_none_is_not_called_damaged(tmp_path, part, said):
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as packed:
        packed.writestr(part, "id,left")
    assert said in slip(tmp_path / "t.zip")


def test_an_address_on_the_web_is_told_to_be_one():
    said = slip(Path("https://example.com/a.csv"))
    assert "“https://example.com/a.csv” is on the web" in said
    assert "Download" in said


def test_a_big_file_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    monkeypatch.setattr(loading.Path, "read_bytes", lambda _: pytest.fail("it was read"))
    said = slip(path)
    assert "2,000 MB" in said
    assert "only the columns that may matter" in said


def test_a_packed_file_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(loading, "MOST_BYTES", 10_000)
    assert "is too big" in slip(written(tmp_path, gzip.compress(b"1,2\n" * 10_000), "t.csv.gz"))


def test_a_few_signs_of_nothing_are_taken_out_and_told(tmp_path):
    raw = read_table(written(tmp_path, "id,n,m\n1,a\0b,2\n" + "2,c,3\n" * 100))
    assert raw.cells.iloc[0, 1] == "ab"
    assert ids(raw) == ["nul-signs"]


def test_a_very_long_cell_is_read(tmp_path):
    raw = read_table(written(tmp_path, f"id,n,m\n1,{'あ' * 100_000},2\n"))
    assert len(raw.cells.iloc[0, 1]) == 100_000


@pytest.mark.slow
def test_a_hundred_thousand_rows_take_little_memory(tmp_path):
    path = big_csv(tmp_path / "big.csv")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert len(read_columns(read_table(path))) == 30
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 700_000


def test_a_heading_of_ten_thousand_signs_is_cut_and_found_by_its_whole_text(tmp_path):
    one, other, lonely = "長" * 9_999 + "い", "長" * 10_000, "x" * 10_000
    raw = read_table(written(tmp_path, texts([["id", one, other, lonely], ["1", "2", "3", "4"]])))
    assert max(map(len, raw.cells)) < 140
    assert list(raw.cells.iloc[0]) == ["1", "2", "3", "4"]
    assert ids(raw) == ["long-heading"]
    assert find_column(lonely, raw.cells, "--value").endswith("… (#4)")
    # Both begin so: nobody can tell which of them is meant.
    with pytest.raises(Slip) as caught:
        find_column(one, raw.cells, "--value")
    assert "(#2)" in str(caught.value)
    assert "(#3)" in str(caught.value)
    assert len(str(caught.value)) < 1_500


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_excel_leaves_beside_an_open_file_is_named_as_that(tmp_path, lang):
    path = tmp_path / "~$ok.xlsx"
    path.write_bytes(b"\x05Owner" + b" " * 50)
    with pytest.raises(Slip) as slip:
        read_table(path)
    with speaking(lang):
        said = " ".join(map(str, slip.value.says))
    assert {"en": "left by Excel while “ok.xlsx” is open. Name “ok.xlsx”.", "ja": "「ok.xlsx」を指定してください。"}[
        lang
    ] in said


@pytest.mark.parametrize("units", ["番号,点,,回,", "cid,score,segment,count,gone", ",円,,件,"])
def test_a_row_of_units_below_the_headings_is_no_customer(tmp_path, units):
    """Its blank outcome made it the one customer of today, and 412 who had stayed could not be listed."""
    rows = "".join(f"C{n:03d},{n % 40}.5,{'ab'[n % 2]},{n % 9},{'yes' if n % 5 else 'no'}\n" for n in range(60))
    path = tmp_path / "t.csv"
    path.write_text(f"id,score,kind,visits,left\n{units}\n{rows}", encoding="utf-8")
    table = read_table(path)
    assert len(table.cells) == 60
    told = next(each for each in table.remarks if each.id == "units-row")
    assert told.says.en == "The row below the headings (line 2) holds units or second headings; it was left out."
    assert told.says.ja == "見出しのすぐ下(2行目)は、単位か2つ目の見出しの行とみて除きました。"


@pytest.mark.parametrize("first", ["C999,不明,a,なし,no", "C999,,a,,no", "K,soon,a,3,no", "K,abc,a,,no"])
def test_a_customer_of_whom_little_is_known_is_no_row_of_units(tmp_path, first):
    rows = "".join(f"C{n:03d},{n % 40}.5,{'ab'[n % 2]},{n % 9},{'yes' if n % 5 else 'no'}\n" for n in range(60))
    path = tmp_path / "t.csv"
    path.write_text(f"id,score,kind,visits,left\n{first}\n{rows}", encoding="utf-8")
    assert len(read_table(path).cells) == 61

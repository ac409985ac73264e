"""The files beside the page: never over what was read, whole or not at all, and nothing in them runs when they are opened."""

from __future__ import annotations

import csv
import errno
import io
import re
import sys
from pathlib import Path

import pytest

from mlcurric import keeping
from mlcurric.report.advice.listing import Listed
from mlcurric.report.advice.words import check_words
from mlcurric.report.files import cannot_write, check_out, excel_file, list_file, words_file, write_files
from mlcurric.report.reading.loading import read_lines
from mlcurric.report.request import Request
from mlcurric.subject.explain.reasons import Reason, ReasonCodes
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, T, speaking

HOSTILE = ["=1+1", "@SUM(A1)", "+81-3-1234", "-2", "＝1+1", "K001"]


def plain(text: str) -> T:
    return T(text, text)


def listed(place: int, id: str, value: float | None = None) -> Listed:
    reason = Reason("fee", 12, plain("=fee"), plain("1,200"), plain("average: 900"), None)
    other = Reason("age", -5, plain("age"), plain("3"), plain("average: 9"), False)
    return Listed(
        place, place, place + 1, id, 0.004 if place == 1 else 0.5, ReasonCodes((reason, other), 2, 9, 0.5, 0.3), value
    )


def request_for(out: Path, path: Path | None = None, words: Path | None = None) -> Request:
    return Request(path or out.parent / "customers.csv", "churned", "id", 10, out, words=words)


def cells(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_opens_in_excel_with_nothing_that_runs_and_points_that_add_up(tmp_path, lang):
    from openpyxl import load_workbook

    rows = [listed(place, id, -1234567.5 * place) for place, id in enumerate(HOSTILE, 1)]
    with speaking(lang):
        written, told = write_files(request_for(tmp_path / "report.html"), "<p>", rows, frozenset({2}), "column\n")
    assert [path.name for path in written] == ["report.html", "report.csv", "report.xlsx", "report-words.csv"]
    assert told == ()
    assert (tmp_path / "report.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    read = cells(tmp_path / "report.csv")
    for row, id in zip(read, HOSTILE, strict=True):
        values = list(row.values())
        assert values[1] in (id, f"'{id}")
        assert not any(value[:1] in "=@+＝＠＋" for value in values if value)
        # A minus stands before numbers only, and these are summed in a spreadsheet.
        assert all(float(value) < 0 for value in values if value[:1] == "-")
    page = load_workbook(tmp_path / "report.xlsx").worksheets[0]
    head = [cell.value for cell in page[1]]
    # A reason stands in one cell there, with its points: 19 columns could not be read on a sheet of paper.
    assert set(head) < set(read[0])
    assert len(head) == 10
    assert page.page_setup.orientation == "landscape"
    assert sum(page.column_dimensions[cell.column_letter].width for cell in page[1]) < 160
    for line, id in enumerate(HOSTILE, 2):
        row = [cell.value for cell in page[line]]
        assert row[1] == id
        assert all(cell.data_type != "f" for cell in page[line])
        reasons = [text for text in map(str, row) if "−5" in text or "+12" in text]
        assert len(reasons) == 2
    lots = [row[{"en": "contact?", "ja": "連絡"}[lang]] for row in read]
    assert len(set(lots)) == 2
    assert lots.index(lots[1]) == 1


def test_without_openpyxl_the_csv_is_written_and_a_sentence_says_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "mlcurric.subject.excel", None)
    written, told = write_files(request_for(tmp_path / "r.html"), "<p>", [listed(1, "K1")], frozenset(), "w")
    assert {path.suffix for path in written} == {".html", ".csv"}
    assert any("openpyxl" in says.ja for says in told)


def test_a_list_of_nobody_takes_the_place_of_an_old_list(tmp_path):
    request = request_for(tmp_path / "r.html")
    write_files(request, "<p>", [listed(1, "K1")], frozenset(), "w")
    write_files(request, "<p>", [], frozenset(), "w")
    assert cells(tmp_path / "r.csv") == []


def test_words_that_somebody_has_filled_in_are_left_alone(tmp_path):
    request = request_for(tmp_path / "r.html")
    words_file(request.out).write_text("mine", encoding="utf-8")
    written, told = write_files(request, "<p>", [], frozenset(), "theirs")
    assert words_file(request.out).read_text(encoding="utf-8") == "mine"
    assert words_file(request.out) not in written
    assert "r-words.csv" in told[-1].en


@pytest.mark.parametrize(
    ("before", "encoding"),
    [
        ("column,say it as,unit,can we act on it?,what to do\ntenure,契約の長さ,months,no,\n", "utf-8-sig"),
        ("列;すること;メモ;手を打てる?\r\ntenure;電話する;田中;はい", "cp932"),
    ],
)
def test_columns_that_an_older_file_of_words_lacks_are_added_at_its_end(tmp_path, before, encoding):
    """The page said to write there what to do about a column, and the file had no line for it."""
    request = request_for(tmp_path / "r.html")
    old = before.encode(encoding)
    words_file(request.out).write_bytes(old)
    starter = "column,say it as,unit,can we act on it?,what to do\ntenure,tenure,,no,\n年間購入額,年間購入額,円,ask,\n"
    written, told = write_files(request, "page", [], set(), starter)
    assert words_file(request.out) in written
    assert "「年間購入額」の行だけを加えました" in told[-1].ja
    now = words_file(request.out).read_bytes()
    assert now.startswith(old)
    last = now.decode(encoding).splitlines()[-1]
    assert last == ("年間購入額,年間購入額,円,ask," if encoding == "utf-8-sig" else "年間購入額;;;ask")
    # Once is enough.
    _, again = write_files(request, "page", [], set(), starter)
    assert words_file(request.out).read_bytes() == now
    assert "was left as it is" in again[-1].en


@pytest.mark.parametrize("of", [lambda out: out, list_file, excel_file])
def test_nothing_that_is_read_is_written_over(tmp_path, of):
    out = tmp_path / "report.html"
    for request in (request_for(out, path=of(out)), request_for(out, words=tmp_path / "x" / ".." / of(out).name)):
        with pytest.raises(Slip, match="--out"):
            check_out(request)


@pytest.mark.parametrize("link", ["hardlink_to", "symlink_to"])
@pytest.mark.parametrize("of", [list_file, excel_file])
def test_a_file_that_is_read_under_another_name_is_not_written_over_either(tmp_path, link, of):
    table, out = tmp_path / "customers.csv", tmp_path / "report.html"
    table.write_text("a,b\n", encoding="utf-8")
    getattr(of(out), link)(table)
    with pytest.raises(Slip, match="--out"):
        check_out(request_for(out, path=table))


def test_capitals_are_left_to_the_disk(tmp_path, monkeypatch):
    """On a disk that does not tell them apart, “Report.csv” is “report.csv”."""
    monkeypatch.setattr(Path, "samefile", lambda one, other: one.name.lower() == Path(other).name.lower())
    with pytest.raises(Slip, match="--out"):
        check_out(request_for(tmp_path / "report.html", path=tmp_path / "REPORT.CSV"))


def test_a_folder_that_is_missing_is_made(tmp_path):
    check_out(request_for(tmp_path / "a" / "b" / "report.html", path=tmp_path / "customers.csv"))
    assert list((tmp_path / "a" / "b").iterdir()) == []


def test_out_is_a_page_and_no_folder(tmp_path):
    for out, why in (
        (tmp_path, "is a folder"),
        *((tmp_path / name, "end in .html") for name in ("report.csv", "report")),
    ):
        with speaking("en"), pytest.raises(Slip, match=f"--out .*{why}"):
            check_out(request_for(out, path=tmp_path / "customers.csv"))


@pytest.mark.parametrize("stem", ["x" * 250, "x" * 240, "顧" * 83, "客" * 78])
def test_a_name_too_long_for_the_page_or_for_what_stands_beside_it_is_named(tmp_path, stem):
    """The page would have found room, and the list made beside it, after minutes of work, none; the folder was named."""
    with pytest.raises(Slip) as told:
        check_out(request_for(tmp_path / f"{stem}.html", path=tmp_path / "customers.csv"))
    for lang, why in (("en", "too long for the page"), ("ja", "長すぎて")):
        with speaking(lang):
            assert f"{stem[:60]}…" in str(told.value)
            assert why in str(told.value)
            assert tmp_path.name not in str(told.value)
            assert "60" in str(told.value)
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_is_proposed_serves_older_lists_too(tmp_path):
    request = request_for(tmp_path / f"{'顧' * 60}.html")
    check_out(request)
    list_file(request.out).write_text("a list of somebody’s own", encoding="utf-8")
    write_files(request, "p", [listed(1, "K1")], frozenset(), "w")
    assert any(".before-1" in path.name for path in tmp_path.iterdir())


@pytest.mark.parametrize("name", ["x" * 300 + ".csv", "顧" * 100 + ".xlsx"])
def test_a_table_of_a_name_that_no_file_can_have_is_not_there(name):
    with speaking("en"), pytest.raises(Slip, match="There is no file"):
        read_lines(Path(name))
    with speaking("en"), pytest.raises(Slip, match="There is no file"):
        check_words(Path(name))


def test_the_name_of_a_page_that_is_proposed_ends_in_html_once(tmp_path):
    with speaking("en"), pytest.raises(Slip, match=r"“ok\.html”"):
        check_out(request_for(tmp_path / "ok.html.csv", path=tmp_path / "customers.csv"))


def test_what_the_disk_says_is_said_in_the_readers_words(tmp_path, monkeypatch):
    def refused(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "a.csv").write_text("a,b", "utf-8")
    monkeypatch.setattr(Path, "touch", refused)
    monkeypatch.setattr(Path, "read_bytes", refused)
    with speaking("ja"), pytest.raises(Slip, match="ディスクに空きがありません"):
        check_out(request_for(tmp_path / "report.html", path=tmp_path / "customers.csv"))
    with speaking("ja"), pytest.raises(Slip, match="ディスクに空きがありません"):
        read_lines(tmp_path / "a.csv")


@pytest.mark.parametrize("of", [list_file, excel_file, words_file])
def test_a_folder_in_the_place_of_a_file_is_named(tmp_path, of):
    """The folder that holds it was named, and “make room” was the way out."""
    request = request_for(tmp_path / "r.html")
    of(request.out).mkdir()
    with pytest.raises(Slip) as told:
        check_out(request)
    name = of(request.out).name
    for lang, out in (("en", "Give --out another name"), ("ja", "--out を別の名前か")):
        with speaking(lang):
            assert f"{name}" in str(told.value)
            assert out in str(told.value)
            assert "room" not in str(told.value)


def test_a_file_that_cannot_be_replaced_is_named(tmp_path):
    error = PermissionError(errno.EACCES, "denied", str(tmp_path / "tmp1"), None, str(tmp_path / "r.xlsx"))
    says = cannot_write(tmp_path / "r.html", error).says
    assert "r.xlsx" in says[0].en
    assert "r.xlsx" in says[0].ja
    assert "Close it" in says[1].en


def test_a_folder_below_a_file_is_a_slip(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(Slip, match="file"):
        check_out(request_for(tmp_path / "file" / "report.html"))


def test_a_full_disk_leaves_the_old_page_and_the_list_that_belongs_to_it(tmp_path, monkeypatch):
    request = request_for(tmp_path / "r.html")
    write_files(request, "old", [listed(1, "K1")], frozenset(), "w")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    writes = keeping.tempfile.mkstemp

    def full(dir, prefix):
        if ".html" in prefix:
            raise OSError(errno.ENOSPC, "No space left on device")
        return writes(dir=dir, prefix=prefix)

    monkeypatch.setattr(keeping.tempfile, "mkstemp", full)
    with pytest.raises(Slip, match=r"ディスクに空きがありません|disk is full"):
        write_files(request, "new", [listed(1, "K2")], frozenset(), "w")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def noted(path: Path, id: str, note: str) -> None:
    """Write into the last column of a customer's line, as a colleague does."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    page = next(page for page in book.worksheets if any(str(cell.value).strip("'") == id for cell in page["B"]))
    headings = next(
        row for row in page.iter_rows() if any(cell.value in ("what they said", "聞いたこと") for cell in row)
    )
    column = next(cell.column for cell in headings if cell.value in ("what they said", "聞いたこと"))
    row = next(cell.row for cell in page["B"] if str(cell.value).strip("'") == id)
    page.cell(row, column).value = note
    book.save(path)


def test_what_somebody_wrote_after_a_call_goes_over_to_the_next_list(tmp_path):
    request = request_for(tmp_path / "r.html")
    with speaking("ja"):
        write_files(request, "<p>", [listed(1, "00012"), listed(2, "+81-3-1234")], frozenset(), "w")
        noted(excel_file(request.out), "00012", "電話済み。閉院予定")
        noted(excel_file(request.out), "+81-3-1234", "あと1年は続ける")
    # Made again, in the other language, with another order and other neighbours.
    rows = [listed(1, "+81-3-1234"), listed(2, "K9"), listed(3, "00012")]
    _, told = write_files(request, "<p>", rows, frozenset({1}), "w")
    assert [row["what they said"] for row in cells(list_file(request.out))] == [
        "あと1年は続ける",
        "",
        "電話済み。閉院予定",
    ]
    assert told == ()
    # A third time, from what the second has written.
    _, told = write_files(request, "<p>", [listed(1, "00012")], frozenset(), "w")
    assert [row["what they said"] for row in cells(list_file(request.out))] == ["電話済み。閉院予定"]
    assert "1件" in told[0].ja
    assert any("あと1年は続ける" in row.values() for row in cells(tmp_path / "r.before-1.csv"))
    assert (tmp_path / "r.before-1.xlsx").exists()


def test_a_list_that_somebody_has_made_into_something_else_is_kept_beside(tmp_path):
    request = request_for(tmp_path / "r.html")
    list_file(request.out).write_text("my own notes\nKato, 14:00\n", encoding="utf-8")
    _, told = write_files(request, "<p>", [listed(1, "K1")], frozenset(), "w")
    assert "r.before-1.csv" in told[0].en
    assert "Kato, 14:00" in (tmp_path / "r.before-1.csv").read_text(encoding="utf-8")


def write(out, *ids):
    rows = [listed(place, id) for place, id in enumerate(ids, 1)]
    return write_files(request_for(out), "<p>", rows, frozenset(), "w")[1]


def own_column(path):
    from openpyxl import load_workbook

    book = load_workbook(path)
    page = book.worksheets[0]
    page.cell(2, page.max_column + 1).value = "2026-11-01 Tanaka"
    book.save(path)


def own_sheet(path):
    from openpyxl import load_workbook

    book = load_workbook(path)
    book.create_sheet("my calls")["A1"] = "Tanaka"
    book.save(path)


def own_line(path):
    path.write_text(path.read_text("utf-8-sig") + "9,K9,Tanaka\r\n", encoding="utf-8-sig")


def another_file(path):
    path.write_text("customer,my note\nK1,Tanaka\n", encoding="utf-8")


def damaged_signature(path):
    path.write_bytes(re.sub(rb"(<!-- mlcurric report )\{[^}]*\}", rb"\1{x}", path.read_bytes()))


@pytest.mark.parametrize(
    ("of", "change"),
    [
        *((excel_file, change) for change in (own_column, own_sheet)),
        *((list_file, change) for change in (own_line, another_file)),
        *((lambda out: out, change) for change in (own_line, another_file, damaged_signature)),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_somebody_has_added_to_an_older_file_is_kept_beside_and_said(tmp_path, of, change, lang):
    out = tmp_path / "r.html"
    write(out, "K1", "K2")
    assert write(out, "K1", "K3") == (), "as the last report left it"
    change(of(out))
    theirs = of(out).read_bytes()
    with speaking(lang):
        told, *more = map(str, write(out, "K1", "K4"))
    # Of a page that is another's nobody knows what its lists held.
    assert len(more) == (2 if of(out) == out and change in (another_file, damaged_signature) else 0)
    copy = of(out).with_name(f"r.before-1{of(out).suffix}")
    assert of(out).name in told
    assert copy.name in told
    assert copy.read_bytes() == theirs
    assert write(out, "K1") == (), "it is said once"


def test_notes_and_another_order_of_the_lines_are_no_reason_for_a_copy(tmp_path):
    from openpyxl import load_workbook

    out = tmp_path / "r.html"
    write(out, "K1", "K2", "K3")
    noted(excel_file(out), "K2", "called")
    book = load_workbook(excel_file(out))
    page = book.worksheets[0]
    second, third = ([cell.value for cell in page[line]] for line in (2, 3))
    for line, values in ((2, third), (3, second)):
        for column, value in enumerate(values, 1):
            page.cell(line, column).value = value
            page.cell(line, column).data_type = "s" if isinstance(value, str) else "n"
    book.save(excel_file(out))
    assert write(out, "K1", "K2", "K3") == ()
    assert [row["what they said"] for row in cells(list_file(out))] == ["", "called", ""]


def test_what_stood_there_before_any_report_is_kept(tmp_path):
    out = tmp_path / "q4.html"
    mine = {path: f"customer,mine\nK1,{path.suffix}\n".encode() for path in (out, list_file(out), excel_file(out))}
    for path, content in mine.items():
        path.write_bytes(content)
    assert len(write(out, "K1")) == 3
    for path, content in mine.items():
        assert path.with_name(f"q4.before-1{path.suffix}").read_bytes() == content

"""A table as people hand it over, by hand, from Excel or from a form tool: its cells as text, with the number of each line.

Excel in Japan saves CSV in CP932, elsewhere with semicolons, and as “Unicode text” in UTF-16 with tabs; all are read.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from mlcurric.spreadsheets import unquoted
from mlcurric.subject.typed import Slip
from mlcurric.text import T

MOST_BYTES = 20_000_000
"""More than any table that people write; a file beyond it is another file."""
MOST_CELL = 50_000
MOST_UNPACKED = 200_000_000
"""An Excel file is packed; one that unpacks to more is no table either."""
MOST_LINES, MOST_COLUMNS = 20_000, 200
_ABOVE = 20
"""Headings that are known are looked for in so many lines; people put a title and the date above them."""
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_DELIMITERS = ",\t;"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# What openpyxl and the parsers below it raise on a file that is broken.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, SyntaxError, EOFError, OSError, RuntimeError,
    AttributeError, IndexError, KeyError, TypeError, ValueError,
)  # fmt: skip
NOTE = "#"
"""A line above the headings that begins so is about the table, such as ``# title: …``."""


@dataclass(frozen=True)
class Sheet:
    """A table as it was read.

    Attributes:
        headings: the first line that is no note, as it stands; an empty heading is ``""``.
        rows: the number of each line in the file, counted from 1, and its cells, as many as there are headings.
        about: what the lines above the headings say, by what stands before their colon, or in their first cell.
        above: the cells of those lines that are no note.
    """

    headings: list[str]
    rows: list[tuple[int, list[str]]]
    about: dict[str, str]
    above: tuple[list[str], ...] = ()

    def cells(self, names: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
        """Each line's cells by the names that stand for the headings."""
        for line, row in self.rows:
            yield line, dict(zip(names, row, strict=True))


@dataclass(frozen=True)
class Fault:
    """Something in a file that could not be read as it stands.

    Attributes:
        line: the line of the file, counted from 1.
        says: what stands there.
        way_out: what was done about it, or what to do.
        lost: whether the line was left out.
    """

    line: int
    says: T
    way_out: T
    lost: bool = False

    @property
    def says_all(self) -> T:
        """Where, what, and the way out."""
        where = T("Line {line}: {says} {way_out}", "{line}行目: {says}{way_out}")
        return where.format(line=self.line, says=self.says, way_out=self.way_out)

    def __str__(self) -> str:
        return str(self.says_all)


def read_sheet(path: Path, known: Collection[str] = ()) -> Sheet:
    """Read a CSV, TSV or Excel file.

    Args:
        known: headings, as ``plain_heading`` gives them. With them the line of the headings is looked for below titles,
            and in Excel on every sheet; without, it is the first line of the first sheet.

    Raises:
        Slip: if there is no such file, it is empty, too big, of no encoding that can be told, or no table; naming the line
            where there is one.
    """
    if not path.is_file():
        raise Slip(
            T("There is no file “{name}”.", "「{name}」というファイルがありません。").format(name=path.name),
            T("It was looked for in {folder}.", "{folder} を探しました。").format(folder=path.parent),
        )
    if path.stat().st_size > MOST_BYTES:
        raise Slip(T("“{name}” is too big for a table that people write.", "「{name}」は、手で書いた表にしては大きすぎます。").format(
            name=path.name
        ))  # fmt: skip
    content = path.read_bytes()
    if content.startswith(_OLD_OFFICE):
        raise Slip(
            T(
                "“{name}” is an Excel file of the old form, or one with a password.",
                "「{name}」は古い形式か、パスワード付きのExcelファイルです。",
            ).format(name=path.name),
            T("Save it as .xlsx, without a password.", "パスワードを外し、.xlsx で保存し直してください。"),
        )
    pages = _excel(content, path.name) if content[:2] == b"PK" else [_text_lines(content, path.name)]
    pages = [
        [(number, shown) for number, cells in lines if any(shown := [unquoted(cell.strip()) for cell in cells])]
        for lines in pages
    ]
    best = max(pages, key=lambda lines: (_most_known(lines, known)[0], bool(lines)) if known else bool(lines))
    return _sheet(best, path.name, known)


def plain_heading(heading: str) -> str:
    """A heading as it is compared: one width, one case, single blanks."""
    return re.sub(r"[\s_]+", " ", unicodedata.normalize("NFKC", heading)).strip().casefold()


def _most_known(lines: list[tuple[int, list[str]]], known: Collection[str]) -> tuple[int, int]:
    """How many headings the best of the first lines has, and which line that is."""
    counts = [len({plain_heading(cell) for cell in cells} & set(known)) for _, cells in lines[:_ABOVE]]
    most = max(counts, default=0)
    return most, counts.index(most) if most else 0


def _sheet(lines: list[tuple[int, list[str]]], name: str, known: Collection[str] = ()) -> Sheet:
    about: dict[str, str] = {}
    above: list[list[str]] = []
    _, at = _most_known(lines, known)
    while lines and (at > 0 or _is_note(lines[0][1])):
        cells = lines.pop(0)[1]
        at -= 1
        if _is_note(cells):
            # A comma in a title splits it into cells where nobody put it in quotes.
            key, value = re.split("[:：]", ", ".join(cells).rstrip(", ").removeprefix(NOTE), maxsplit=1)
        else:
            above.append(cells)
            key, value = [*filter(None, cells), ""][:2]
        about.setdefault(plain_heading(key.rstrip(":：")), value.strip())
    if not lines:
        raise Slip(T("“{name}” is empty.", "「{name}」は空です。").format(name=name))
    headings = lines[0][1]
    while headings and not headings[-1]:
        headings = headings[:-1]
    width = max([len(headings), *(len(cells) for _, cells in lines[1:])])
    headings = [*headings, *[""] * (width - len(headings))]
    rows = [(line, [*cells, *[""] * (width - len(cells))]) for line, cells in lines[1:]]
    return Sheet(headings, rows, about, tuple(above))


def _is_note(cells: list[str]) -> bool:
    return bool(re.match(rf"{NOTE}\s*[^:：]+[:：]", cells[0]))


def _text_lines(content: bytes, name: str) -> list[tuple[int, list[str]]]:
    text = _decoded(content, name)
    if "\0" in text:
        raise Slip(T("“{name}” is no table of text.", "「{name}」は文字の表ではありません。").format(name=name))
    # A title above the headings has no delimiter.
    first = (line for line in text.splitlines() if line.strip() and not line.startswith(NOTE))
    heading = next((line for line in first if any(sign in line for sign in _DELIMITERS)), "")
    delimiter = max(_DELIMITERS, key=heading.count)
    # Strictly: a quotation mark that is never closed would swallow every line after it, and nobody would be told.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    csv.field_size_limit(MOST_CELL)
    lines = []
    begin = 1
    try:
        for cells in reader:
            lines.append((begin, cells))
            begin = reader.line_num + 1
    except csv.Error as error:
        raise Slip(
            T(
                "Line {line} of “{name}” cannot be read ({error}).", "「{name}」の{line}行目が読めません({error})。"
            ).format(line=begin, name=name, error=error),
            T(
                "Often a quotation mark was opened there and not closed.",
                "引用符が閉じられていないことがよくあります。",
            ),
        ) from error
    return lines


def _decoded(content: bytes, name: str) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    for encoding in ("utf-8", "cp932"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
        else:
            # Python reads the bytes that Shift_JIS has no sign for as signs of private use.
            odd = re.search("[\uf8f0-\uf8f3\x80]", text) if encoding == "cp932" else None
            if odd is None:
                return text
            line = text.count("\n", 0, odd.start()) + 1
    raise Slip(
        T(
            "Line {line} of “{name}” is neither UTF-8 nor Shift_JIS.",
            "「{name}」の{line}行目は、UTF-8でもShift_JISでもありません。",
        ).format(line=line, name=name),
        T("Save it once more as “CSV UTF-8”.", "「CSV UTF-8」で保存し直してください。"),
    )


def _excel(content: bytes, name: str) -> list[list[tuple[int, list[str]]]]:
    """The lines of each sheet."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise Slip(
            T(
                "“{name}” is an Excel file, and openpyxl is missing.",
                "「{name}」はExcelのファイルで、読むには openpyxl が要ります。",
            ).format(name=name),
            T(
                "Save it as CSV, or install mlcurric[workshop].",
                "CSVで保存するか、mlcurric[workshop] を入れてください。",
            ),
        ) from None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise ValueError("it unpacks to too much")
        book = load_workbook(io.BytesIO(content), data_only=True)
        return [_page_lines(page) for page in book.worksheets]
    except _DAMAGED as error:
        raise Slip(
            T("“{name}” is damaged and cannot be opened.", "「{name}」は壊れていて開けません。").format(name=name),
            T("Open it in Excel and save it once more.", "Excelで開き、保存し直してください。"),
        ) from error


def _page_lines(page: Any) -> list[tuple[int, list[str]]]:
    """The lines of one sheet of Excel; what was merged over several lines holds for each of them."""
    for merged in list(page.merged_cells.ranges):
        value = page.cell(merged.min_row, merged.min_col).value
        page.unmerge_cells(str(merged))
        for row in range(merged.min_row, min(merged.max_row, MOST_LINES) + 1):
            page.cell(row, merged.min_col).value = value
    lines = page.iter_rows(
        max_row=min(page.max_row, MOST_LINES), max_col=min(page.max_column, MOST_COLUMNS), values_only=True
    )
    return [(at, [_shown(value) for value in row]) for at, row in enumerate(lines, 1)]


def _shown(value: object) -> str:
    """A cell of Excel as it would be typed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time().isoformat() == "00:00:00" else value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else str(value)

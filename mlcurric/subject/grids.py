"""A file with a table as a grid of cells: text in any encoding that Excel saves, or the sheets of an Excel file.

Excel in Japan saves CSV in CP932, elsewhere with semicolons, and as “Unicode text” in UTF-16 with tabs; all are read.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from mlcurric.spreadsheets import unquoted
from mlcurric.subject.typed import Slip
from mlcurric.text import T

MOST_CELL = 50_000
MOST_UNPACKED = 200_000_000
"""An Excel file is packed; one that unpacks to more is no table either."""
MOST_LINES, MOST_COLUMNS = 20_000, 200
NOTE = "#"
"""A line above the headings that begins so is about the table, such as ``# title: …``."""
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_DELIMITERS = ",\t;"
_PACKED, _OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"
_WEB = re.compile(r"\s*<(?:!doctype|html|head|meta|table|\?xml)\b", re.IGNORECASE)
# What openpyxl and the parsers below it raise on a file that is broken.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, SyntaxError, EOFError, OSError, RuntimeError,
    AttributeError, IndexError, KeyError, TypeError, ValueError,
)  # fmt: skip


@dataclass(frozen=True)
class Grid:
    """One sheet of a file, or all of a file of text.

    Attributes:
        lines: the number of each line that is not empty, counted from 1, and its cells.
        name: of the sheet; ``""`` for text.
        is_hidden, is_in_front: of the sheet.
        merged: cells that were merged over several lines: the first and the last line, and the column, counted from 0.
        uncomputed: line and column → a formula whose result the file does not hold, or the error that Excel shows.
    """

    lines: list[tuple[int, list[str]]]
    name: str = ""
    is_hidden: bool = False
    is_in_front: bool = False
    merged: tuple[tuple[int, int, int], ...] = ()
    uncomputed: Mapping[tuple[int, int], str] = field(default_factory=dict)


def is_text(content: bytes) -> bool:
    """Whether a file is no Excel file, whatever its name says."""
    return not content.startswith((_PACKED, _OLD_OFFICE))


def grids(content: bytes, name: str) -> list[Grid]:
    """The sheets of a file that hold anything.

    Raises:
        Slip: if it is of no encoding that can be told, damaged, or no table; naming the line where there is one.
    """
    if content.startswith(_OLD_OFFICE):
        raise Slip(
            T(
                "“{name}” is an Excel file of the old form, or one with a password.",
                "「{name}」は古い形式か、パスワード付きのExcelファイルです。",
            ).format(name=name),
            T("Save it as .xlsx, without a password.", "パスワードを外し、.xlsx で保存し直してください。"),
        )
    found = [Grid(_filled(_text_lines(content, name)))] if is_text(content) else _excel(content, name)
    return [grid for grid in found if grid.lines]


def _filled(lines: Iterable[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    shown = ((number, [unquoted(cell.strip()) for cell in cells]) for number, cells in lines)
    return [(number, cells) for number, cells in shown if any(cells)]


def _text_lines(content: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    text = _decoded(content, name)
    if "\0" in text:
        raise Slip(T("“{name}” is no table of text.", "「{name}」は文字の表ではありません。").format(name=name))
    if _WEB.match(text):
        raise Slip(
            T("“{name}” holds a web page (HTML or XML), no table.", "「{name}」の中身は、表ではなくWebページの形式(HTML・XML)です。").format(name=name),
            T("Open it in Excel and save it as .xlsx.", "Excelで開き、「名前を付けて保存」で .xlsx を選んでください。"),
        )  # fmt: skip
    # A title above the headings has no delimiter.
    first = (line for line in text.splitlines() if line.strip() and not line.startswith(NOTE))
    heading = next((line for line in first if any(sign in line for sign in _DELIMITERS)), "")
    delimiter = max(_DELIMITERS, key=heading.count)
    # Strictly: a quotation mark that is never closed would swallow every line after it, and nobody would be told.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    csv.field_size_limit(MOST_CELL)
    begin = 1
    try:
        for cells in reader:
            yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        raise _cannot_be_split(name, begin, too_long="limit" in str(error)) from error


def _cannot_be_split(name: str, line: int, too_long: bool) -> Slip:
    says = T("Line {line} of “{name}” cannot be read.", "「{name}」の{line}行目が読めません。")
    why = T("Often a quotation mark was opened there and not closed.", "引用符が閉じられていないことがよくあります。")
    if too_long:
        why = T(
            "A cell has more than {most} characters, or a quotation mark was not closed.",
            "{most}字を超えるセルがあるか、引用符が閉じられていません。",
        ).format(most=f"{MOST_CELL:,}")
    return Slip(says.format(line=line, name=name), why)


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


def _excel(content: bytes, name: str) -> list[Grid]:
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
        # With the results that Excel has left of its formulas, and with the formulas themselves.
        shown, written = (load_workbook(io.BytesIO(content), data_only=results) for results in (True, False))
        return [_grid(page, written[page.title], page is shown.active) for page in shown.worksheets]
    except _DAMAGED as error:
        raise Slip(
            T("“{name}” is damaged and cannot be opened.", "「{name}」は壊れていて開けません。").format(name=name),
            T("Open it in Excel and save it once more.", "Excelで開き、保存し直してください。"),
        ) from error


def _grid(page: Any, formulas: Any, in_front: bool) -> Grid:
    # What is there only: to ask for the cells of every line makes them, millions where somebody typed far below.
    there = {
        (line, column - 1): cell
        for (line, column), cell in page._cells.items()
        if line <= MOST_LINES and column <= MOST_COLUMNS
    }
    uncomputed = {}
    lines: dict[int, dict[int, str]] = {}
    for (line, column), cell in there.items():
        typed = formulas._cells.get((line, column + 1), cell)
        is_error = cell.data_type == "e"
        if is_error or (typed.data_type == "f" and cell.value is None):
            uncomputed[line, column] = str(cell.value if is_error else getattr(typed.value, "text", typed.value))
        elif cell.value is not None:
            lines.setdefault(line, {})[column] = _shown(cell.value)
    width = 1 + max((column for cells in lines.values() for column in cells), default=0)
    rows = ((line, [cells.get(column, "") for column in range(width)]) for line, cells in sorted(lines.items()))
    merged = tuple(
        (each.min_row, each.max_row, each.min_col - 1)
        for each in page.merged_cells.ranges
        if each.max_row > each.min_row and each.min_col <= width
    )
    return Grid(_filled(rows), page.title, page.sheet_state != "visible", in_front, merged, uncomputed)


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

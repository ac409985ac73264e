"""A table as people hand it over, by hand, from Excel or from a form tool: its cells as text, with the number of each line.

Excel in Japan saves CSV in CP932, elsewhere with semicolons, and as “Unicode text” in UTF-16 with tabs; all are read.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from mlcurric.spreadsheets import unquoted
from mlcurric.subject.typed import Slip
from mlcurric.text import T

MOST_BYTES = 20_000_000
"""More than any table that people write; a file beyond it is another file."""
MOST_CELL = 50_000
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_DELIMITERS = ",\t;"
NOTE = "#"
"""A line above the headings that begins so is about the table, such as ``# title: …``."""


@dataclass(frozen=True)
class Sheet:
    """A table as it was read.

    Attributes:
        headings: the first line that is no note, as it stands; an empty heading is ``""``.
        rows: the number of each line in the file, counted from 1, and its cells, as many as there are headings.
        about: what the lines above the headings say, by what stands before their colon.
    """

    headings: list[str]
    rows: list[tuple[int, list[str]]]
    about: dict[str, str]

    def cells(self, names: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
        """Each line's cells by the names that stand for the headings."""
        for line, row in self.rows:
            yield line, dict(zip(names, row, strict=True))


def read_sheet(path: Path) -> Sheet:
    """Read a CSV, TSV or Excel file.

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
    lines = _excel(content, path.name) if content[:2] == b"PK" else _text_lines(content, path.name)
    return _sheet(lines, path.name)


def _sheet(lines: list[tuple[int, list[str]]], name: str) -> Sheet:
    about: dict[str, str] = {}
    lines = [(number, [unquoted(cell.strip()) for cell in cells]) for number, cells in lines]
    lines = [(number, cells) for number, cells in lines if any(cells)]
    while lines and lines[0][1][0].startswith(NOTE) and not any(lines[0][1][1:]):
        key, _, value = lines.pop(0)[1][0].removeprefix(NOTE).partition(":")
        about[key.strip().casefold()] = value.strip()
    if not lines:
        raise Slip(T("“{name}” is empty.", "「{name}」は空です。").format(name=name))
    headings = lines[0][1]
    while headings and not headings[-1]:
        headings = headings[:-1]
    width = max([len(headings), *(len(cells) for _, cells in lines[1:])])
    headings = [*headings, *[""] * (width - len(headings))]
    return Sheet(headings, [(line, [*cells, *[""] * (width - len(cells))]) for line, cells in lines[1:]], about)


def _text_lines(content: bytes, name: str) -> list[tuple[int, list[str]]]:
    text = _decoded(content, name)
    if "\0" in text:
        raise Slip(T("“{name}” is no table of text.", "「{name}」は文字の表ではありません。").format(name=name))
    heading = next((line for line in text.splitlines() if line.strip() and not line.startswith(NOTE)), "")
    delimiter = max(_DELIMITERS, key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
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
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
    raise Slip(
        T(
            "Line {line} of “{name}” is neither UTF-8 nor Shift_JIS.",
            "「{name}」の{line}行目は、UTF-8でもShift_JISでもありません。",
        ).format(line=line, name=name),
        T("Save it once more as “CSV UTF-8”.", "「CSV UTF-8」で保存し直してください。"),
    )


def _excel(content: bytes, name: str) -> list[tuple[int, list[str]]]:
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
        book = load_workbook(io.BytesIO(content), data_only=True)
        page = book.worksheets[0]
        for merged in list(page.merged_cells.ranges):
            # What was merged over several lines holds for each of them.
            value = page.cell(merged.min_row, merged.min_col).value
            page.unmerge_cells(str(merged))
            for row in range(merged.min_row, merged.max_row + 1):
                page.cell(row, merged.min_col).value = value
        return [(at, [_shown(value) for value in row]) for at, row in enumerate(page.iter_rows(values_only=True), 1)]
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Slip(
            T("“{name}” is damaged and cannot be opened.", "「{name}」は壊れていて開けません。").format(name=name),
            T("Open it in Excel and save it once more.", "Excelで開き、保存し直してください。"),
        ) from error


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

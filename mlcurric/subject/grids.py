"""A file with a table as a grid of cells: text in any encoding that Excel saves, or the sheets of an Excel file.

Excel in Japan saves CSV in CP932, elsewhere with semicolons, and as “Unicode text” in UTF-16 with tabs; all are read.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mlcurric.spreadsheets import unquoted
from mlcurric.subject.csv_rows import csv_rows
from mlcurric.subject.file_kinds import (
    DAMAGED,
    as_typed,
    damaged,
    decoded,
    is_text,
    is_western,
    load_workbook_by,
    refuse_old_office,
    refuse_open_document,
    refuse_other_packed,
    refuse_web_page,
    unpacks_to_too_much,
)
from mlcurric.subject.typed import Slip
from mlcurric.text import T

MOST_CELL = 50_000
MOST_UNPACKED = 200_000_000
"""An Excel file is packed; one that unpacks to more is no table either."""
MOST_LINES, MOST_COLUMNS = 20_000, 200
NOTE = "#"
"""A line above the headings that begins so is about the table, such as ``# title: …``."""
_DELIMITERS = ",\t;"


@dataclass(frozen=True)
class Grid:
    """One sheet of a file, or all of a file of text.

    Attributes:
        lines: the number of each line that is not empty, counted from 1, and its cells.
        name: of the sheet; ``""`` for text.
        is_hidden, is_in_front: of the sheet.
        merged: cells that were merged over several lines: the first and the last line, and the column, counted from 0.
        uncomputed: line and column → a formula whose result the file does not hold, or the error that Excel shows.
        beyond: the addresses of cells that are too far away from any table to be read, such as ``"B30000"``.
        is_western: whether the text is in the encoding that Windows has in the West.
    """

    lines: list[tuple[int, list[str]]]
    name: str = ""
    is_hidden: bool = False
    is_in_front: bool = False
    merged: tuple[tuple[int, int, int], ...] = ()
    uncomputed: Mapping[tuple[int, int], str] = field(default_factory=dict)
    beyond: tuple[str, ...] = ()
    is_western: bool = False


def grids(content: bytes, name: str) -> list[Grid]:
    """The sheets of a file that hold anything.

    Raises:
        Slip: if it is of no encoding that can be told, damaged, or no table; naming the line where there is one.
    """
    refuse_old_office(content, name)
    found = (
        [Grid(_filled(_text_lines(content, name)), is_western=is_western(content))]
        if is_text(content)
        else _excel(content, name)
    )
    return [grid for grid in found if grid.lines]


def _filled(lines: Iterable[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    shown = ((number, [unquoted(cell.strip()) for cell in cells]) for number, cells in lines)
    return [(number, cells) for number, cells in shown if any(cells)]


def _text_lines(content: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    text = decoded(content, name)
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise Slip(_NO_TEXT.format(name=name, line=line))
    refuse_web_page(text, name)
    # A title above the headings has no delimiter; a remark, which may stand in quotation marks, has its own commas.
    shown = [line for line in text.splitlines() if line.strip() and not line.startswith((NOTE, f'"{NOTE}'))]
    at = next((at for at, line in enumerate(shown) if any(sign in line for sign in _DELIMITERS)), 0)
    delimiter = max(_DELIMITERS, key=shown[at].count) if shown else _DELIMITERS[0]
    if at and not _is_split(shown[at:], delimiter):
        # One column, in which somebody has written a semicolon or a comma.
        delimiter = "\t"
    yield from csv_rows(text, delimiter, name, MOST_CELL)


def _is_split(lines: list[str], delimiter: str) -> bool:
    """Whether most lines of a text hold several cells."""
    sizes = [len(cells) for cells in csv.reader(lines, delimiter=delimiter)]
    return 2 * sum(size > 1 for size in sizes) > len(sizes)


def _excel(content: bytes, name: str) -> list[Grid]:
    load_workbook = load_workbook_by(name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise unpacks_to_too_much(name)
            refuse_open_document(packed, name)
            refuse_other_packed(packed, name)
        # With the results that Excel has left of its formulas, and with the formulas themselves.
        shown, written = (load_workbook(io.BytesIO(content), data_only=results) for results in (True, False))
        return [_grid(page, written[page.title], page is shown.active) for page in shown.worksheets]
    except Slip:
        raise
    except DAMAGED as error:
        raise damaged(name) from error


def _grid(page: Any, formulas: Any, in_front: bool) -> Grid:
    # What is there only: to ask for the cells of every line makes them, millions where somebody typed far below.
    there = {
        (line, column - 1): cell
        for (line, column), cell in page._cells.items()
        if line <= MOST_LINES and column <= MOST_COLUMNS
    }
    beyond = tuple(
        cell.coordinate
        for (line, column), cell in page._cells.items()
        if (line > MOST_LINES or column > MOST_COLUMNS) and cell.value is not None
    )
    uncomputed = {}
    lines: dict[int, dict[int, str]] = {}
    for (line, column), cell in there.items():
        typed = formulas._cells.get((line, column + 1), cell)
        is_error = cell.data_type == "e"
        if is_error or (typed.data_type == "f" and cell.value is None):
            uncomputed[line, column] = str(cell.value if is_error else getattr(typed.value, "text", typed.value))
        elif cell.value is not None:
            lines.setdefault(line, {})[column] = as_typed(cell.value)
    width = 1 + max((column for cells in lines.values() for column in cells), default=0)
    rows = ((line, [cells.get(column, "") for column in range(width)]) for line, cells in sorted(lines.items()))
    merged = tuple(
        (each.min_row, each.max_row, each.min_col - 1)
        for each in page.merged_cells.ranges
        if each.max_row > each.min_row and each.min_col <= width
    )
    return Grid(_filled(rows), page.title, page.sheet_state != "visible", in_front, merged, uncomputed, beyond)


_NO_TEXT = T(
    "“{name}” is no table of text: line {line} holds a character that no text has (NUL).",
    "「{name}」は文字の表ではありません。{line}行目に、文字ではないもの(NUL)が入っています。",
)

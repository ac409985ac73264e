"""The lines of an Excel workbook: of one sheet, as its cells would be typed."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

from mlcurric.report.reading.loading_lines import MOST_BYTES, Lines, too_big
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.file_kinds import (
    DAMAGED,
    as_typed,
    damaged,
    load_workbook_by,
    refuse_open_document,
    refuse_other_packed,
)
from mlcurric.subject.sheets import plain_heading
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed

_PACKED = 5
"""A workbook's XML is so many times as long as the table as text."""
_ABOVE = 20
"""Lines among which that of the headings is looked for."""
_SOME = 50
"""Lines below it that tell whether a column is one of formulas."""


def lines_of_workbook(content: bytes, name: str, known: tuple[str, ...]) -> Lines:
    load_workbook = load_workbook_by(name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
            refuse_open_document(packed, name)
            refuse_other_packed(packed, name)
        if size > _PACKED * MOST_BYTES:
            raise too_big(name, size)
        # Without its styles' copies a big sheet takes a tenth of the memory.
        book = load_workbook(io.BytesIO(content), data_only=True, read_only=True)
        pages = {page.title: _page(page) for page in book.worksheets if page.sheet_state == "visible"}
    except Slip:
        raise
    except DAMAGED as error:
        raise damaged(name) from error
    filled = {title: lines for title, lines in pages.items() if lines.rows}
    if not filled:
        raise Slip(
            T("“{name}” is empty.", "「{name}」は空です。").format(name=name),
            T("Save the sheet that holds the table.", "表のあるシートを保存してください。"),
        )
    wanted = {plain_heading(name) for name in known}
    best = max(filled, key=lambda title: (_most_known(filled[title].rows, wanted), len(filled[title].rows)))
    remarks = _about_formulas(content, name, best, filled[best], wanted)
    if len(filled) == 1:
        return replace(filled[best], remarks=remarks, in_excel=True)
    told = Remark(
        "one-sheet",
        T("The file has {n} sheets; “{title}” was read.", "シートが{n}枚あります。「{title}」を読みました。").format(
            n=len(filled), title=best
        ),
        T("Save another one as CSV if that is the table.", "別のシートが表なら、それをCSVで保存してください。"),
        weight=Weight.NOTE,
    )  # fmt: skip
    return Lines(filled[best].numbers, filled[best].rows, (*remarks, told), in_excel=True)


def _page(page: Any) -> Lines:
    numbers, rows = [], []
    # What the file says of its own size is often wrong.
    page.reset_dimensions()
    for number, values in enumerate(page.iter_rows(values_only=True), 1):
        cells = [value.strip() if type(value) is str else as_typed(value) for value in values]
        if any(cells):
            numbers.append(number)
            rows.append(cells)
    return Lines(numbers, rows)


def _most_known(rows: list[list[str]], known: set[str]) -> int:
    return max(_known(cells, known) for cells in rows[:_ABOVE])


def _known(cells: list[str], known: set[str]) -> int:
    return len({plain_heading(cell) for cell in cells} & known)


def _about_formulas(content: bytes, name: str, title: str, lines: Lines, wanted: set[str]) -> tuple[Remark, ...]:
    """What is told of columns without a cell, or without a heading, because a program wrote formulas that nobody has calculated.

    Raises:
        Slip: if nothing is known of a column that is asked for, or of a heading.
    """
    at = max(range(len(lines.rows[:_ABOVE])), key=lambda row: _known(lines.rows[row], wanted))
    head, below = lines.rows[at], lines.rows[at + 1 :]
    filled = {column for cells in below for column, cell in enumerate(cells) if cell}
    headed = {column for column, cell in enumerate(head) if cell}
    if headed == filled:
        return ()
    page = load_workbook_by(name)(io.BytesIO(content), read_only=True)[title]
    page.reset_dimensions()
    line = lines.numbers[at]
    top, *some = page.iter_rows(min_row=line, max_row=line + _SOME, values_only=True)
    if no_heading := [column for column in sorted(filled - headed) if _is_formula(top, column)]:
        # Where openpyxl is missing, no workbook gets as far as this.
        from openpyxl.utils import get_column_letter

        cell = f"{get_column_letter(no_heading[0] + 1)}{line}"
        raise Slip(_HEADING_OF_FORMULA.format(name=name, cell=cell), _CALCULATE)
    blank = [head[column] for column in sorted(headed - filled) if any(_is_formula(values, column) for values in some)]
    if not blank:
        return ()
    said = _OF_FORMULAS.format(names=listed([T(f"“{each}”", f"「{each}」") for each in blank]))
    if wanted & set(map(plain_heading, blank)):
        raise Slip(said, _CALCULATE)
    return (Remark("not-calculated", said, _CALCULATE, tuple(blank)),)


def _is_formula(values: tuple[Any, ...], column: int) -> bool:
    return column < len(values) and str(values[column]).startswith("=")


_OF_FORMULAS = T(
    "Columns of formulas that were never calculated, so that their cells are blank: {names}.",
    "数式が計算されていないため、空欄になっている列: {names}。",
)
_HEADING_OF_FORMULA = T(
    "“{name}”: the heading in cell {cell} is a formula that was never calculated.",
    "「{name}」のセル{cell}の見出しが、計算されていない数式です。",
)
_CALCULATE = T(
    "Open the file in Excel, save it there, and have the page made again: saving calculates the formulas.",
    "ファイルをExcelで開いて上書き保存すると計算されます。そのあと、もう一度作り直してください。",
)

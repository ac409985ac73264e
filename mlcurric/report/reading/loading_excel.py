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
from mlcurric.text import T

_PACKED = 5
"""A workbook's XML is so many times as long as the table as text."""


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
    if len(filled) == 1:
        return replace(filled[best], in_excel=True)
    told = Remark(
        "one-sheet",
        T("The file has {n} sheets; “{title}” was read.", "シートが{n}枚あります。「{title}」を読みました。").format(
            n=len(filled), title=best
        ),
        T("Save another one as CSV if that is the table.", "別のシートが表なら、それをCSVで保存してください。"),
        weight=Weight.NOTE,
    )  # fmt: skip
    return Lines(filled[best].numbers, filled[best].rows, (told,), in_excel=True)


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
    return max(len({plain_heading(cell) for cell in cells} & known) for cells in rows[:20])

"""A cell of an Excel file: what is written into it, how it looks, and how high its row has to be."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from math import ceil
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from mlcurric.subject.list_kinds import Column
from mlcurric.text import T, language

MOST_SIGNS = 32_767
"""Excel's limit for a cell."""
_INK = "22303C"
_FONT = T("Calibri", "Yu Gothic")
LINE_HIGH = {"en": 15.0, "ja": 18.75}
"""Points; of a line of that font at 11 points, as Excel makes it."""
_HIGHEST = 409
"""Excel's limit for a row, in points."""
FILLED = {False: 0.9, True: 0.8}
"""So much of a line words fill before they break; bold ones are wider."""
HEAD = PatternFill("solid", fgColor="DCECEE")
COMPUTED = PatternFill("solid", fgColor="F1F1F1")
_LINE = Side(style="thin", color="B6C2CC")
BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
TOP = Alignment(vertical="top", wrap_text=True)
CENTRE = Alignment(horizontal="center", vertical="top", wrap_text=True)
IN_LIST = "list"
"""The style of the cells of a list: named, because giving thousands of cells their font and border one by one takes seconds."""


def clean(text: str) -> str:
    """A text as Excel can hold it: no control characters, no half of a character, not longer than a cell."""
    text = text.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:MOST_SIGNS]


def in_list() -> NamedStyle:
    """How the cells of a list look, by the name ``IN_LIST``."""
    return NamedStyle(IN_LIST, font=font(), border=BOX, alignment=TOP)


def write_value(cell: Any, column: Column | None, typed: str) -> None:
    """A cell of a list as what it is: a number, a day, a choice in the reader's words, or a text."""
    if column and column.between and re.fullmatch(r"-?\d{1,15}(\.\d{1,6})?", typed):
        cell.value = int(typed) if float(typed).is_integer() else float(typed)
        cell.alignment = CENTRE
        if column.number_format:
            cell.number_format = column.number_format
        return
    if column and column.is_day and re.fullmatch(r"\d{4}-\d\d-\d\d", typed):
        try:
            cell.value = datetime.combine(date.fromisoformat(typed), datetime.min.time())
        except ValueError:
            pass
        else:
            cell.number_format, cell.alignment = "yyyy-mm-dd", CENTRE
            return
    _write(cell, str(column.choices[typed]) if column and typed in column.choices else typed)


def write_text(cell: Any, text: str, bold: bool = False) -> None:
    """A text in a cell that is not in a list, or a heading of one."""
    _write(cell, text)
    cell.alignment = TOP
    cell.font = font(bold)


def _write(cell: Any, text: str) -> None:
    text = clean(text)
    if text:
        cell.value = text
        # Or “=1+1” is a formula, and becomes one again as soon as somebody edits the cell.
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@", "'"))


def font(bold: bool = False) -> Font:
    return Font(name=str(_FONT), size=11, bold=bold, color=_INK)


def make_high(page: Any, line: int, width: int) -> None:
    """Make a row as high as its wrapped texts need: not every program does it by itself before it prints."""
    lines = 1
    # Not page[line], which goes through all cells of the page to see how wide it is.
    for cell in (page.cell(line, at) for at in range(1, width + 1)):
        if isinstance(cell.value, str) and cell.alignment.wrap_text:
            fits = FILLED[bool(cell.font.bold)] * page.column_dimensions[cell.column_letter].width
            lines = max(lines, sum(max(1, ceil(wide(each) / fits)) for each in cell.value.split("\n")))
    page.row_dimensions[line].height = min(lines * LINE_HIGH[language()], _HIGHEST)


def wide(text: str) -> int:
    """In half-width characters."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)

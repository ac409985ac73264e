"""A row right below the headings that says in what each column counts, or what it is called in another language: no customer."""

from __future__ import annotations

import pandas as pd

from mlcurric.report.reading.cells import all_plain, are_blank, are_unknown, as_numbers
from mlcurric.report.reading.column import MOSTLY
from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T

_LOOKED_AT = 200
_FEWEST_COLUMNS = 2
_LONGEST = 40


_SET_ASIDE = T(
    "The row below the headings (line {line}) holds units or second headings; it was left out.",
    "見出しのすぐ下({line}行目)は、単位か2つ目の見出しの行とみて除きました。",
)


def without_units(rows: list[tuple[int, list[str]]], remarks: list[Remark]) -> list[tuple[int, list[str]]]:
    """The rows below the headings without such a one.

    Args:
        rows: the line of each, and its cells.
        remarks: to which is added that it was left out.
    """
    if not rows or not _is_units_row([cells for _, cells in rows[: 1 + _LOOKED_AT]]):
        return rows
    remarks.append(Remark("units-row", _SET_ASIDE.format(line=rows[0][0]), weight=Weight.NOTE))
    return rows[1:]


def _is_units_row(rows: list[list[str]]) -> bool:
    """Whether the first row is none of a customer: words where two columns or more hold numbers, and no number anywhere."""
    first, below = rows[0], rows[1:]
    words = all_plain(first)
    silent = are_blank(words) | are_unknown(words)
    said = [at for at, is_silent in enumerate(silent) if not is_silent]
    if len(below) < _LOOKED_AT / 10 or any(any(sign.isdigit() for sign in words[at]) for at in said):
        return False
    if any(len(words[at]) > _LONGEST for at in said):
        return False
    return sum(_holds_numbers([cells[at] for cells in below if at < len(cells)]) for at in said) >= _FEWEST_COLUMNS


def _holds_numbers(texts: list[str]) -> bool:
    cells = as_numbers(pd.Series(texts, dtype="str"))
    read = int(cells.values.notna().sum())
    return read > 0 and read >= MOSTLY * (read + int(cells.odd.sum()))

"""A column in which cells of several sorts stand together: it is learned from as words, and that is told."""

from __future__ import annotations

import re

import numpy as np

from mlcurric.report.reading.cells import as_numbers
from mlcurric.report.reading.column import PARTLY, Column
from mlcurric.report.reading.days import as_days
from mlcurric.report.remark import Remark
from mlcurric.text import T, listed

_MANY = 50
"""Different cells that are neither numbers nor days; more of them are words, whatever else stands there."""
_FEW = 5
_SOME = 0.05
"""A sort that a smaller share of the filled cells is of goes without a word."""
_BARE = re.compile(r"[-−+]?[\d.,]+")
_NUMBERS, _DAYS, _OTHERS = T("numbers", "数"), T("days", "日付"), T("words", "言葉")
_OF = {
    False: T("{what} in {n:,} rows", "{what}が{n:,}行"),
    True: T("{what} in 1 row", "{what}が1行"),
}
"""A sort of cells; by whether it is one."""


def about_mixture(column: Column) -> Remark | None:
    """What is told of a column of words of which a good part are numbers or days; ``None`` where they are words indeed."""
    numbers, days = (_readable(column, reader) for reader in (as_numbers, as_days))
    # 20260401 among numbers is one, and 2026.4 among days is a day: the sort that more cells are of has it.
    if column.counts[numbers].sum() >= column.counts[days].sum():
        days &= ~numbers
    else:
        numbers &= ~days
    others = ~(numbers | days | column.blank)
    if column.counts[numbers | days].sum() < PARTLY * column.filled or others.sum() > _MANY:
        return None
    if not days.any() and _are_words(column, numbers):
        return None
    sorts = [(what, int(column.counts[of].sum())) for what, of in ((_NUMBERS, numbers), (_DAYS, days), (_OTHERS, others))]  # fmt: skip
    there = [_OF[n == 1].format(what=what, n=n) for what, n in sorts if n >= _SOME * column.filled]
    if len(there) < 2:
        return None
    said = T("“{name}” mixes {sorts}; each cell was taken as a word.", "「{name}」には違う種類の値が混ざっています({sorts})。すべて言葉として扱いました。")  # fmt: skip
    way_out = T("Give each sort a column of its own.", "種類ごとに列を分けてください。")
    return Remark("mixed", said.format(name=column.name, sorts=listed(there)), way_out, columns=(column.name,))


def _readable(column: Column, reader: object) -> np.ndarray:
    """Which of the distinct cells can be read so; none where hardly any can."""
    found = column.mostly(reader, _SOME)
    if found is None:
        return np.zeros(len(column.distinct), dtype=bool)
    can = np.zeros(len(column.distinct), dtype=bool)
    can[column.codes[found.values.notna().to_numpy()]] = True
    return can & ~column.blank


def _are_words(column: Column, numbers: np.ndarray) -> bool:
    """Whether what reads as a number is a word: 「1年」 and 「2年」 beside 「月次」 are; no bare number is."""
    return numbers.sum() <= _FEW and not any(_BARE.fullmatch(text) for text in column.distinct[numbers])

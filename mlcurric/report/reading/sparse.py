"""A column that is filled in a few rows only: as merged cells leave it, or as something that is hardly ever filled in."""

from __future__ import annotations

import numpy as np

from mlcurric.report.reading.column import Column
from mlcurric.text import T

_SPARSE, _MERGED = 0.1, 0.25
"""Of the rows, the share filled below which a column is nearly blank; and up to which merged cells may have left it so."""
_FEWEST = 3
_NEARLY_BLANK = T(
    "It is nearly blank: {n:,} of {all:,} rows are filled in, hardly one like another.",
    "ほぼ空欄です。値があるのは{all:,}行中{n:,}行で、同じ値がほとんどありません。",
)
_MERGED_CELLS = T(
    "It is filled in only where its value changes ({n:,} of {all:,} rows), as merged cells are exported: the others are blank. Fill in "
    "each row, and it can be learned from.",
    "値が変わる行にだけ入っていて({all:,}行中{n:,}行)、ほかは空欄です。結合したセルを書き出すとこうなります。全部の行に値を入れれば、学習に使えます。",
)


def why_sparse(column: Column) -> T | None:
    """Why a column of which hardly two filled cells are alike says nothing, where most of its cells are blank."""
    counts = {"n": column.filled, "all": len(column.cells)}
    if are_merged(column):
        return _MERGED_CELLS.format(**counts)
    return _NEARLY_BLANK.format(**counts) if counts["n"] < _SPARSE * counts["all"] else None


def are_merged(column: Column) -> bool:
    """Whether the column is filled as merged cells are: in the first row, never in two rows running, with another value each time."""
    at = np.flatnonzero(~column.blank[column.codes])
    if not _FEWEST <= len(at) <= _MERGED * len(column.cells) or at[0] != 0:
        return False
    return bool((np.diff(at) > 1).all() and (np.diff(column.codes[at]) != 0).all())

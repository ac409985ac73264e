"""Columns that say the same as another one, row by row, however they write it: 1 and 0, 「済」 and 「未」, days and months."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from mlcurric.report.contest.features import is_text

_FEW = 50
"""So few different values hardly ever part the rows alike by chance, whatever their order."""


def copies_of(originals: Collection[str], table: pd.DataFrame) -> dict[str, str]:
    """The columns that are copies of some, and of which.

    Args:
        originals: headings of ``table``.
    """
    parted = {_parts(table[name]): name for name in table if name in originals}
    if not parted:
        return {}
    same = {name: parted.get(_parts(table[name])) for name in table if name not in originals}
    return {name: original for name, original in same.items() if original}


def _parts(column: pd.Series) -> bytes:
    """How a column parts the rows; the same for two columns of which each value of one stands for one of the other."""
    codes, values = pd.factorize(column, use_na_sentinel=False)
    if len(values) <= _FEW:
        return codes.astype(np.int32).tobytes()
    if is_text(column):
        # Texts that hardly repeat part all rows, and so do any others.
        return codes.astype(np.int32).tobytes() if len(values) < len(column) / 2 else str(column.name).encode()
    # Numbers are copies where they put the rows in one order, either way round.
    order = column.rank(method="dense").fillna(0).to_numpy(dtype=np.int32)
    turned = np.where(order > 0, order.max() + 1 - order, 0).astype(np.int32)
    return min(order.tobytes(), turned.tobytes())

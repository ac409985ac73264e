"""Columns that say the same as another one, row by row, however they write it: 1 and 0, 「済」 and 「未」, days and months."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from mlcurric.report.reading.twins import parted

_FEW = 50
"""So few different values hardly ever part the rows alike by chance, whatever their order."""


def copies_of(originals: Collection[str], table: pd.DataFrame) -> dict[str, str]:
    """The columns that are copies of some, and of which.

    Args:
        originals: headings of ``table``.
    """
    keys = {name: parted(table[name], _FEW) for name in table} if originals else {}
    known = {key: name for name, key in keys.items() if key and name in originals}
    return {name: known[key] for name, key in keys.items() if name not in originals and key in known}

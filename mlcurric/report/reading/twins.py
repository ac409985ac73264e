"""Columns that say the same as one before them, row by row, however they write it: days and months, yen and thousands, 1 and 「済」."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import blake2b

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.types import is_datetime64_any_dtype, is_numeric_dtype

from mlcurric.report.reading.kinds import Read
from mlcurric.text import T

_FEW = 20
"""Columns that are filled in fewer rows may part them alike by chance."""


def twins(reads: dict[str, Read], first: Sequence[Collection[str]] = ()) -> dict[str, str]:
    """The columns that say the same as another one, and as which.

    Two columns of numbers or days do where they put the rows in one order, either way round, and repeat in the same rows;
    two of words where each value of one stands for one of the other.

    Args:
        reads: columns of one length that may be learned from.
        first: those of which another one is the copy, wherever they stand; of two such, the one of the earlier group is.
    """
    seen: dict[bytes, str] = {}
    found = {}
    for name in sorted(reads, key=lambda name: [name not in group for group in first]):
        key = parted(reads[name].values)
        if key is None:
            continue
        if key in seen:
            found[name] = seen[key]
        else:
            seen[key] = name
    return found


def about_twin(original: str, *, left_out: bool) -> T:
    """Why a copy is not learned from.

    Args:
        left_out: whether the column that it copies is not learned from either.
    """
    said = (
        T(
            "Whoever knows “{name}” knows it too: their values go one to one. So it was left out as well.",
            "「{name}」と値が一対一に対応するので、一緒に外しました。",
        )
        if left_out
        else T(
            "Its values go one to one with those of “{name}”, so one of the two tells it all; that one was learned from.",
            "「{name}」と値が一対一に対応し、片方がわかればもう片方もわかるので、片方だけを使いました。",
        )
    )
    return said.format(name=original)


def parted(values: pd.Series, few: int = 2) -> bytes | None:
    """How a column parts and orders the rows, in a few bytes that are the same for two columns that say the same.

    Args:
        values: floats, days or texts; a blank is a value of its own.
        few: numbers of no more different values are words, too, whatever their order: 1 and 0 are 「済」 and 「未」.

    Returns:
        ``None`` where too little is filled to tell, or where texts hardly repeat: such ones all part the rows alike.
    """
    if int(values.notna().sum()) < _FEW:
        return None
    codes, known = pd.factorize(values, use_na_sentinel=False)
    are_texts = not (is_numeric_dtype(values) or is_datetime64_any_dtype(values))
    if are_texts and len(known) > max(_FEW, len(values) / 2):
        return None
    if are_texts or len(known) <= few + values.hasnans:
        return _digest(codes)
    ranks = values.rank(method="dense").fillna(0).to_numpy()
    return min(_digest(ranks), _digest(np.where(ranks > 0, ranks.max() + 1 - ranks, 0)))


def _digest(codes: NDArray[np.number]) -> bytes:
    return blake2b(codes.astype(np.int32).tobytes(), digest_size=16).digest()

"""Columns that say the same as one before them, row by row, however they write it: days and months, yen and thousands, 1 and 「済」."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import blake2b

import numpy as np
import pandas as pd

from mlcurric.report.reading.kinds import Kind, Read
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
        key = _parted(reads[name])
        if key is None:
            continue
        if key in seen:
            found[name] = seen[key]
        else:
            seen[key] = name
    return found


def about_twin(original: str, *, dropped: bool) -> T:
    """Why a copy is not learned from.

    Args:
        dropped: whether the column that it copies was named by --drop.
    """
    said = (
        T(
            "It says the same as “{name}” (--drop) in every row, so it was left out too; --keep brings it back.",
            "どの行でも「{name}」(--drop)と同じ内容なので、一緒に外しました。使うなら --keep で指定してください。",
        )
        if dropped
        else T(
            "It says the same as “{name}” in every row; one of the two was learned from.",
            "どの行でも「{name}」と同じ内容なので、片方だけを使いました。",
        )
    )
    return said.format(name=original)


def _parted(read: Read) -> bytes | None:
    """How a column parts and orders the rows, in a few bytes; none where too little is filled to tell."""
    values = read.values
    if int(values.notna().sum()) < _FEW:
        return None
    # Yes and no are two words, even where they are written as numbers.
    if read.kind is Kind.CATEGORY or values.nunique() <= 2:
        codes = pd.factorize(values)[0].astype(np.int32)
        return blake2b(codes.tobytes(), digest_size=16).digest()
    ranks = values.rank(method="dense").fillna(0).to_numpy(dtype=np.int32)
    turned = np.where(ranks > 0, ranks.max() + 1 - ranks, 0).astype(np.int32)
    return blake2b(min(ranks.tobytes(), turned.tobytes()), digest_size=16).digest()

"""Words that hardly any customer has: a clinic's name, a remark somebody typed. On a page they would name a customer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.reading.kinds import Kind, Read
from mlcurric.report.reading.names import first_of
from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T

FEWEST = 3
"""A word that fewer customers have is no kind of customer, and may be one's name."""
OTHER = T("(other)", "(その他)")
_NAMED = 5


def without_rare(reads: dict[str, Read], customer: NDArray[np.int_]) -> tuple[dict[str, Read], tuple[Remark, ...]]:
    """The columns with the words that hardly any customer has put together as ``OTHER``, in the language spoken now.

    Nothing after this sees them: neither a rule nor a reason can say them.

    Args:
        reads: by heading.
        customer: whose row each is; who was looked at thrice is still one.
    """
    found, changed = {}, []
    for name, read in reads.items():
        found[name] = read
        if read.kind is not Kind.CATEGORY:
            continue
        customers = pd.DataFrame({"word": read.values, "of": customer}).groupby("word")["of"].nunique()
        rare = set(customers.index[customers < FEWEST])
        if rare:
            found[name] = replace(read, values=read.values.where(~read.values.isin(rare), str(OTHER)))
            changed.append((name, len(rare)))
    if not changed:
        return found, ()
    named = [
        T(f"“{name}” ({n:,} words)", f"「{name}」({n:,}種類)") for name, n in sorted(changed, key=lambda each: -each[1])
    ]
    said = T(
        "Words that fewer than {fewest} customers have were put together as “{other}”, so that nobody is named by them: {names}.",
        "{fewest}人未満の顧客にしか出てこない値は、だれのことか分からないように「{other}」にまとめました: {names}。",
    ).format(fewest=FEWEST, other=OTHER, names=first_of(named, _NAMED))
    return found, (Remark("rare-words", said, columns=tuple(name for name, _ in changed), weight=Weight.NOTE),)

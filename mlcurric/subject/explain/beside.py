"""Several customers beside each other: what is known of each, in words, below what became of customers like it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

import pandas as pd

from mlcurric.subject.explain.wordings import NO_WORDS, Wording, default_wording
from mlcurric.subject.intervals import Measured, ranged
from mlcurric.text import T

_LIKE_THIS = T("of 100 like this one, left", "似た100人のうち解約")


def beside_each_other(
    rows: pd.DataFrame,
    names: Sequence[str],
    left: Sequence[Measured],
    columns: Sequence[Hashable],
    wordings: Mapping[Hashable, Wording] = NO_WORDS,
) -> pd.DataFrame:
    """Facts beside the score, as texts in the language spoken now: one column a customer.

    Args:
        rows: the customers.
        names: how each is called.
        left: for each, of customers like it the share that left.
        columns: the columns to show, in this order.
        wordings: how they are said; a column without words is said by its own name.
    """
    words = [wordings.get(column) or default_wording(column) for column in columns]
    table = {
        name: [ranged(like), *(str(word.value(row[column])) for word, column in zip(words, columns, strict=True))]
        for name, like, (_, row) in zip(names, left, rows.iterrows(), strict=True)
    }
    return pd.DataFrame(table, index=[str(_LIKE_THIS), *(str(word.label) for word in words)])

"""The promise of a list before anybody is called: what the first 10, 20 … of an order can be expected to earn."""

from __future__ import annotations

import pandas as pd
from numpy.typing import ArrayLike

from mlcurric.subject.columns import check_rows, numbers
from mlcurric.subject.ranking import contact_list


def promised(customers: pd.DataFrame, score: ArrayLike, gain: ArrayLike, capacity: int = 1_000) -> pd.Series:
    """What the first 10, 20 … of an order can be expected to earn, if each call gains what the pilot lets us expect.

    Args:
        score: what the list is ordered by, row by row with ``customers``.
        gain: yen a call, as ``expected_gain`` gives it, row by row with ``customers``.
        capacity: the longest list.

    Returns:
        Yen by length of the list.

    Raises:
        ValueError: if there are fewer customers than that; if a column has gaps or belongs to other rows.
    """
    check_rows(customers, gain, ("the table", "the gain"))
    gains = pd.DataFrame({"gain": numbers(gain, "the gain")}, index=customers.index)
    total = contact_list(gains, score, capacity)["gain"].cumsum()
    total.index = pd.RangeIndex(1, capacity + 1)
    return pd.concat([pd.Series({0: 0.0}), total[9::10]])

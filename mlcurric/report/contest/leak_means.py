"""A number that was counted from who left: the share that left of each area, shop or agent, under whatever name and scale."""

from __future__ import annotations

import numpy as np
from scipy.stats import chi2

_FEWEST_VALUES, _ROWS_A_VALUE = 10, 2
_LUCK = 1e-6
# Of the luck that an honest column shows, so little; and of how far the values lie apart.
_HARDLY_ANY, _LITTLE = 0.1, 0.2


def counted_from_answer(values: np.ndarray, left: np.ndarray) -> bool:
    """Whether the share that left at each value lies on a straight line along the values, closer than luck lets any column be.

    Whoever knows the risks of a hundred areas does not know how many have left of each: around the best line that there is, the
    shares scatter as a lot of so many rows does. Of a mean that was counted from these very rows, nothing scatters.

    Args:
        values: floats with NaN.
        left: bools.
    """
    known = ~np.isnan(values)
    value, at, rows = np.unique(values[known], return_inverse=True, return_counts=True)
    if len(value) < _FEWEST_VALUES or len(value) * _ROWS_A_VALUE > known.sum():
        return False
    usual = left[known].mean()
    if usual in (0, 1):
        return False
    share = np.bincount(at, left[known]) / rows
    # Centred, or a value such as 10¹² eats the digits.
    away = value - np.average(value, weights=rows)
    slope = (rows * away * share).sum() / (rows * away**2).sum()
    line = np.clip(usual + slope * away, usual / 4, 1 - (1 - usual) / 4)
    scattered = (rows * (share - usual - slope * away) ** 2 / (line * (1 - line))).sum()
    apart = (rows * (share - usual) ** 2 / (line * (1 - line))).sum()
    few = scattered <= _HARDLY_ANY * len(value) and scattered <= _LITTLE * apart
    return bool(few and chi2.cdf(scattered, len(value) - 2) < _LUCK)

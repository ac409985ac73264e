"""How often a count of two groups will come out at or above a threshold: exactly, without drawing anything."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import binom

from mlcurric.subject import amounts

_MOST = 10_000_000
"""So many customers a group are still summed one by one within seconds."""


def chance_to_reach(
    at_least: ArrayLike, share_1: ArrayLike, size_1: ArrayLike, share_2: ArrayLike, size_2: ArrayLike
) -> NDArray | float:
    """The chance that the first group's counted share exceeds the second's by ``at_least``.

    Both counts follow binomial distributions, apart from each other; all pairs of them are summed.

    Args:
        at_least: the threshold, a difference of shares, −1 to 1; reaching it counts.
        share_1, share_2: the true shares, 0 to 1.
        size_1, size_2: customers in each group, whole numbers from 1 to 10 million.

    Returns:
        0 to 1; an array where an argument is one.

    Raises:
        ValueError: if a size is no such number, a share does not lie from 0 to 1, or the threshold from −1 to 1; or if they
            belong to other rows.
    """
    given = {"at_least": at_least, "share_1": share_1, "size_1": size_1, "share_2": share_2, "size_2": size_2}
    checked = (
        threshold(at_least, "at_least"),
        amounts.shares(share_1, "share_1"),
        amounts.wholes(size_1, "size_1", least=1, most=_MOST),
        amounts.shares(share_2, "share_2"),
        amounts.wholes(size_2, "size_2", least=1, most=_MOST),
    )
    amounts.check_together(**given)
    chance = np.vectorize(_chance, otypes=[float])(*checked)
    return chance if chance.ndim else float(chance)


def threshold(value: ArrayLike, name: str) -> NDArray:
    """A difference of shares, or an array of them, checked.

    Raises:
        ValueError: if it does not lie from −1 to 1.
    """
    found = amounts.numbers(value, name)
    if (np.abs(found) > 1).any():
        raise ValueError(f"{name} is a difference of shares, −1 to 1, such as 0.04 for 4 of 100; here it is {value}.")
    return found


def _chance(at_least: float, share_1: float, size_1: int, share_2: float, size_2: int) -> float:
    second = np.arange(size_2 + 1)
    # Rounded, or a difference that equals the threshold misses it in the last bit.
    needed = np.ceil(np.round(size_1 * (at_least + second / size_2), 9))
    return float(np.sum(binom.pmf(second, size_2, share_2) * binom.sf(needed - 1, size_1, share_1)))

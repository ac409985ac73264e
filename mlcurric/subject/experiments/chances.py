"""How often a count of two groups will come out at or above a threshold: exactly, without drawing anything."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import binom


def chance_to_reach(
    at_least: ArrayLike, share_1: ArrayLike, size_1: ArrayLike, share_2: ArrayLike, size_2: ArrayLike
) -> NDArray | float:
    """The chance that the first group's counted share exceeds the second's by ``at_least``.

    Both counts follow binomial distributions, apart from each other; all pairs of them are summed.

    Args:
        at_least: the threshold, a difference of shares, −1 to 1; reaching it counts.
        share_1, share_2: the true shares, 0 to 1.
        size_1, size_2: customers in each group, 1 at least.

    Returns:
        0 to 1; an array where an argument is one.

    Raises:
        ValueError: if a group is empty or a share does not lie from 0 to 1.
    """
    if np.min(size_1) < 1 or np.min(size_2) < 1:
        raise ValueError("Each group needs a customer at least: two shares are compared.")
    for share in (share_1, share_2):
        if np.min(share) < 0 or np.max(share) > 1:
            raise ValueError(f"A share lies from 0 to 1; here it is {share}.")
    chance = np.vectorize(_chance, otypes=[float])(at_least, share_1, size_1, share_2, size_2)
    return chance if chance.ndim else float(chance)


def _chance(at_least: float, share_1: float, size_1: int, share_2: float, size_2: int) -> float:
    second = np.arange(size_2 + 1)
    # Rounded, or a difference that equals the threshold misses it in the last bit.
    needed = np.ceil(np.round(size_1 * (at_least + second / size_2), 9))
    return float(np.sum(binom.pmf(second, size_2, share_2) * binom.sf(needed - 1, size_1, share_1)))

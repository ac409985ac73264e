"""How many customers a comparison of two shares needs, and what a given number of them can find.

Every function takes numbers or arrays of one shape, and gives back the same.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import brentq
from scipy.stats import norm

ALPHA, POWER = 0.05, 0.8
"""Usual, and not more than that: 5 false alarms in 100 trials of nothing; 80 finds in 100 trials of something."""


def sample_size_per_arm(
    share_1: ArrayLike, share_2: ArrayLike, alpha: float = ALPHA, power: float = POWER, *, pooled: bool = False
) -> NDArray | int:
    """Customers needed in *each* of two groups of one size, to tell their shares apart.

    Unpooled, the default: n = (z₁₋α/₂ + z_power)² · [p₁(1−p₁) + p₂(1−p₂)] / (p₁−p₂)².
    Pooled: n = [z₁₋α/₂·√(2p̄(1−p̄)) + z_power·√(p₁(1−p₁) + p₂(1−p₂))]² / (p₁−p₂)², with p̄ the middle of both.
    Source: Fleiss, Levin and Paik 2003, *Statistical Methods for Rates and Proportions*, chapter 4. From 8 % to 6 %
    they give 2,551 and 2,554.

    Args:
        share_1, share_2: what is expected in each group, between 0 and 1.
        alpha: how often a trial of nothing may look like something, two-sided.
        power: how often a trial of this difference shall find it.

    Returns:
        Whole customers, rounded up.

    Raises:
        ValueError: if a share, ``alpha`` or ``power`` does not lie between 0 and 1, or the two shares are one.
    """
    first, second = _shares(share_1, share_2)
    _between_0_and_1("alpha", alpha)
    _between_0_and_1("power", power)
    spread = first * (1 - first) + second * (1 - second)
    z_alpha, z_power = norm.ppf(1 - alpha / 2), norm.ppf(power)
    if pooled:
        middle = (first + second) / 2
        errors = (z_alpha * np.sqrt(2 * middle * (1 - middle)) + z_power * np.sqrt(spread)) ** 2
    else:
        errors = (z_alpha + z_power) ** 2 * spread
    # Rounded first: 400.0000000001 is 400 customers.
    customers = np.ceil(np.round(errors / (first - second) ** 2, 9)).astype(int)
    return customers if customers.ndim else int(customers)


def power_of_comparison(
    share_1: ArrayLike, share_2: ArrayLike, size_1: ArrayLike, size_2: ArrayLike | None = None, alpha: float = ALPHA
) -> NDArray | float:
    """How often an experiment of this size finds a difference of these shares, 0 to 1.

    The normal approximation for the pooled z of ``p_value``: the bound lies z₁₋α/₂ pooled errors from nothing, the
    difference spreads by its own error. At the sizes of ``sample_size_per_arm(pooled=True)`` it is the power asked for.

    Args:
        size_1, size_2: customers in each group; the second is as large as the first unless told.

    Raises:
        ValueError: as for ``sample_size_per_arm``; or if a group is empty.
    """
    first, second = _shares(share_1, share_2)
    _between_0_and_1("alpha", alpha)
    size_1 = np.asarray(size_1, dtype=float)
    size_2 = size_1 if size_2 is None else np.asarray(size_2, dtype=float)
    if not ((size_1 >= 1) & (size_2 >= 1)).all():
        raise ValueError("Each group needs a customer at least.")
    middle = (size_1 * first + size_2 * second) / (size_1 + size_2)
    bound = norm.ppf(1 - alpha / 2) * np.sqrt(middle * (1 - middle) * (1 / size_1 + 1 / size_2))
    error = np.sqrt(first * (1 - first) / size_1 + second * (1 - second) / size_2)
    apart = np.abs(first - second)
    power = norm.sf((bound - apart) / error) + norm.cdf((-bound - apart) / error)
    return power if np.ndim(power) else float(power)


def smallest_effect(share: float, per_arm: int, alpha: float = ALPHA, power: float = POWER) -> float:
    """The smallest fall below ``share`` that so many customers an arm find this often (minimum detectable effect).

    Args:
        share: of those left alone, between 0 and 1.
        per_arm: customers in each group.

    Returns:
        A difference of shares, above 0.

    Raises:
        ValueError: if even a fall to nothing would be found less often; or as for ``power_of_comparison``.
    """
    _between_0_and_1("share", share)
    smallest, largest = share * 1e-6, share * (1 - 1e-9)

    def beyond(effect: float) -> float:
        return power_of_comparison(share, share - effect, per_arm, alpha=alpha) - power

    if beyond(largest) < 0:
        raise ValueError(f"{per_arm} customers an arm are too few for any effect on a share of {share:g}.")
    return float(brentq(beyond, smallest, largest, xtol=1e-9))


def _shares(share_1: ArrayLike, share_2: ArrayLike) -> tuple[NDArray, NDArray]:
    first, second = np.asarray(share_1, dtype=float), np.asarray(share_2, dtype=float)
    _between_0_and_1("share_1", first)
    _between_0_and_1("share_2", second)
    if (first == second).any():
        raise ValueError("The two shares are one: no number of customers tells nothing from nothing.")
    return first, second


def _between_0_and_1(name: str, value: ArrayLike) -> None:
    numbers = np.asarray(value, dtype=float)
    if not ((numbers > 0) & (numbers < 1)).all():
        raise ValueError(f"{name} lies between 0 and 1, such as 0.08 for 8 of 100; here it is {value}.")

"""How many customers a comparison of two shares needs, and what a given number of them can find.

``sample_size_per_arm`` and ``power_of_comparison`` take numbers, or arrays or columns of one shape, and give back numbers or
arrays; ``smallest_effect`` takes single numbers.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import brentq
from scipy.stats import norm

from mlcurric.subject import amounts

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
        alpha: how often a trial of nothing may look like something, two-sided; between 0 and 1.
        power: how often a trial of this difference shall find it; between ``alpha`` and 1.

    Returns:
        Whole customers, rounded up.

    Raises:
        ValueError: if a share or ``alpha`` does not lie between 0 and 1, or ``power`` between ``alpha`` and 1; if they belong
            to other rows; or if the two shares are one, or so nearly that nobody has so many customers.
    """
    first, second = _shares(share_1, share_2)
    alpha, power = _levels(alpha, power)
    amounts.check_together(share_1=first, share_2=second, alpha=alpha, power=power)
    spread = first * (1 - first) + second * (1 - second)
    z_alpha, z_power = norm.isf(alpha / 2), norm.ppf(power)
    if pooled:
        middle = (first + second) / 2
        errors = (z_alpha * np.sqrt(2 * middle * (1 - middle)) + z_power * np.sqrt(spread)) ** 2
    else:
        errors = (z_alpha + z_power) ** 2 * spread
    with np.errstate(divide="ignore", over="ignore"):
        # Rounded first: 400.0000000001 is 400 customers.
        customers = np.ceil(np.round(errors / (first - second) ** 2, 9))
    if not (customers <= amounts.MOST).all():
        raise ValueError(
            f"The shares lie so near to each other that {np.max(customers):.0e} customers would be needed. Are two of them "
            "meant to be one? Ask for a difference that is worth finding."
        )
    return customers.astype(np.int64) if customers.ndim else int(customers)


def power_of_comparison(
    share_1: ArrayLike, share_2: ArrayLike, size_1: ArrayLike, size_2: ArrayLike | None = None, alpha: float = ALPHA
) -> NDArray | float:
    """How often an experiment of this size finds a difference of these shares, 0 to 1.

    The normal approximation for the pooled z of ``p_value``: the bound lies z₁₋α/₂ pooled errors from nothing, the
    difference spreads by its own error. At the sizes of ``sample_size_per_arm(pooled=True)`` it is the power asked for.

    Args:
        size_1, size_2: customers in each group, 1 or more; the second is as large as the first unless told.

    Raises:
        ValueError: if a share or ``alpha`` does not lie between 0 and 1, or a size is no whole number of 1 or more; if they
            belong to other rows; or if the two shares are one.
    """
    first, second = _shares(share_1, share_2)
    size_2 = size_1 if size_2 is None else size_2
    sizes = amounts.wholes(size_1, "size_1", least=1), amounts.wholes(size_2, "size_2", least=1)
    alpha = amounts.shares(alpha, "alpha", ends=False)
    amounts.check_together(share_1=share_1, share_2=share_2, size_1=size_1, size_2=size_2, alpha=alpha)
    power = _power(first, second, *(each.astype(float) for each in sizes), alpha)
    return power if power.ndim else float(power)


def _power(first: NDArray, second: NDArray, size_1: NDArray, size_2: NDArray, alpha: NDArray) -> NDArray:
    middle = (size_1 * first + size_2 * second) / (size_1 + size_2)
    bound = norm.isf(alpha / 2) * np.sqrt(middle * (1 - middle) * (1 / size_1 + 1 / size_2))
    error = np.sqrt(first * (1 - first) / size_1 + second * (1 - second) / size_2)
    apart = np.abs(first - second)
    return np.asarray(norm.sf((bound - apart) / error) + norm.cdf((-bound - apart) / error))


def smallest_effect(
    share: float, per_arm: int, alpha: float = ALPHA, power: float = POWER, *, others: int | None = None
) -> float:
    """The smallest fall below ``share`` that so many customers an arm find this often (minimum detectable effect).

    Args:
        share: of those left alone, between 0 and 1.
        per_arm: customers in each group, 1 or more.
        alpha: as for ``sample_size_per_arm``.
        power: between ``alpha`` and 1; no effect at all looks like one that often.
        others: customers in the group whose share falls, where it is not as large as ``per_arm``.

    Returns:
        A difference of shares, above 0.

    Raises:
        ValueError: if even a fall to nothing would be found less often; if ``share`` or ``alpha`` does not lie between 0 and
            1, or ``power`` between ``alpha`` and 1; or if ``per_arm`` or ``others`` is no whole number of 1 or more.
    """
    share = amounts.share(share, "share", ends=False)
    per_arm = amounts.whole(per_arm, "per_arm", least=1)
    others = per_arm if others is None else amounts.whole(others, "others", least=1)
    alpha, power = (each.item() for each in _levels(amounts.number(alpha, "alpha"), amounts.number(power, "power")))
    largest = share * (1 - 1e-9)

    def beyond(effect: float) -> float:
        return float(_power(share, share - effect, per_arm, others, alpha)) - power

    if beyond(largest) < 0:
        sizes = f"{per_arm}" if others == per_arm else f"{per_arm} and {others}"
        raise ValueError(f"{sizes} customers an arm are too few for any effect on a share of {share:g}.")
    return float(brentq(beyond, 0, largest, xtol=1e-9 * share))


def _shares(share_1: ArrayLike, share_2: ArrayLike) -> tuple[NDArray, NDArray]:
    first, second = amounts.shares(share_1, "share_1", ends=False), amounts.shares(share_2, "share_2", ends=False)
    amounts.check_together(share_1=share_1, share_2=share_2)
    if (first == second).any():
        raise ValueError("The two shares are one: no number of customers tells nothing from nothing.")
    return first, second


def _levels(alpha: ArrayLike, power: ArrayLike) -> tuple[NDArray, NDArray]:
    alpha, power = amounts.shares(alpha, "alpha", ends=False), amounts.shares(power, "power", ends=False)
    if not (power > alpha).all():
        raise ValueError(
            f"power lies between alpha and 1, such as 0.8; here it is {power}. A trial of nothing looks like something in "
            f"{alpha} of all cases already."
        )
    return alpha, power

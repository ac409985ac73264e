"""What a comparison of two shares shows: the difference with its interval, and how surprising it would be if nothing were there.

Every function takes numbers, or arrays or columns of one shape (many experiments at once), and gives back numbers or arrays.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import norm

from mlcurric.subject import amounts
from mlcurric.subject.intervals import CONFIDENCE, Measured, counted, wilson


def difference_of_shares(
    count_1: ArrayLike, of_1: ArrayLike, count_2: ArrayLike, of_2: ArrayLike, confidence: float = CONFIDENCE
) -> Measured:
    """The first share minus the second, from −1 to 1, with Newcombe's interval.

    The interval is made from Wilson's of both shares, so it holds for small groups and for shares near 0 too.
    Source: Newcombe 1998, *Stat. Med.* 17:873-890, method 10.

    Args:
        count_1, of_1: in the first group, to how many it happened, of how many.
        count_2, of_2: in the second, of other customers.

    Raises:
        ValueError: unless they are whole numbers with 0 ≤ count ≤ of and of ≥ 1 everywhere; if they belong to other rows;
            or if ``confidence`` does not lie between 0 and 1.
    """
    count_1, of_1, count_2, of_2 = _two_counts(count_1, of_1, count_2, of_2)
    (low_1, high_1), (low_2, high_2) = wilson(count_1, of_1, confidence), wilson(count_2, of_2, confidence)
    share_1, share_2 = count_1 / of_1, count_2 / of_2
    below = np.hypot(share_1 - low_1, high_2 - share_2)
    above = np.hypot(high_1 - share_1, share_2 - low_2)
    value = share_1 - share_2
    return Measured(*(each if np.ndim(each) else float(each) for each in (value, value - below, value + above)))


def z_of_difference(count_1: ArrayLike, of_1: ArrayLike, count_2: ArrayLike, of_2: ArrayLike) -> NDArray | float:
    """How many standard errors lie between two shares, the error taken as if both were one share (pooled z).

    Its square is the statistic of Pearson's chi-square test of the two-by-two table. Where it happened to nobody, or to
    everybody, the shares do not differ: 0.

    Raises:
        ValueError: unless they are whole numbers with 0 ≤ count ≤ of and of ≥ 1 everywhere; or if they belong to other rows.
    """
    count_1, of_1, count_2, of_2 = _two_counts(count_1, of_1, count_2, of_2)
    pooled = (count_1 + count_2) / (of_1 + of_2)
    error = np.sqrt(pooled * (1 - pooled) * (1 / of_1 + 1 / of_2))
    apart = count_1 / of_1 - count_2 / of_2
    z = np.divide(apart, error, out=np.zeros(np.broadcast_shapes(apart.shape, error.shape)), where=error > 0)
    return z if z.ndim else float(z)


def p_value(count_1: ArrayLike, of_1: ArrayLike, count_2: ArrayLike, of_2: ArrayLike) -> NDArray | float:
    """How often two groups of one kind differ at least as much as these, by luck, 0 to 1 (two-sided).

    It holds for one look on a day that was fixed before; see ``simulate_looks`` for what further looks do to it.

    Raises:
        ValueError: as for ``z_of_difference``.
    """
    p = 2 * norm.sf(np.abs(z_of_difference(count_1, of_1, count_2, of_2)))
    return p if np.ndim(p) else float(p)


def _two_counts(
    count_1: ArrayLike, of_1: ArrayLike, count_2: ArrayLike, of_2: ArrayLike
) -> tuple[NDArray, NDArray, NDArray, NDArray]:
    counts = *counted(count_1, of_1, ("count_1", "of_1")), *counted(count_2, of_2, ("count_2", "of_2"))
    amounts.check_together(count_1=count_1, of_1=of_1, count_2=count_2, of_2=of_2)
    return counts

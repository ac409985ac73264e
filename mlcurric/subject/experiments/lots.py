"""Whether the lot was kept: the sizes of the groups tell of what went wrong before any outcome is looked at."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import chisquare

from mlcurric.subject import amounts

ALARM = 0.001
"""The usual bound for a sample ratio mismatch: lots themselves are this uneven once in 1,000 experiments."""


def ratio_mismatch(size_1: ArrayLike, size_2: ArrayLike, share_1: float = 0.5) -> NDArray | float:
    """How often a kept lot splits the customers at least as unevenly, 0 to 1 (sample ratio mismatch).

    Below ``ALARM`` something other than the lot decided who is counted where, and the outcomes must not be compared
    until it is found. Source: Fabijan and others 2019, *Diagnosing Sample Ratio Mismatch in Online Controlled
    Experiments* (KDD): a chi-square test of the sizes. A p-value above the bound is no proof that the lot was kept.

    Args:
        size_1, size_2: customers counted in each group; numbers, or arrays of one shape.
        share_1: the share of customers that the lot gives to the first group.

    Raises:
        ValueError: if a size is no whole number of 0 or more, or both are 0; if they belong to other rows; or if the share
            does not lie between 0 and 1.
    """
    share_1 = amounts.share(share_1, "share_1", ends=False)
    counts = amounts.wholes(size_1, "size_1"), amounts.wholes(size_2, "size_2")
    amounts.check_together(size_1=size_1, size_2=size_2)
    sizes = np.array(np.broadcast_arrays(*counts), dtype=float)
    if (sizes.sum(axis=0) == 0).any():
        raise ValueError("size_1 and size_2 are both 0: there is no lot without a customer.")
    planned = np.multiply.outer([share_1, 1 - share_1], sizes.sum(axis=0))
    p = chisquare(sizes, planned, axis=0).pvalue
    return p if np.ndim(p) else float(p)

"""How often people are right when they are that sure: estimates with a sureness, held against what was true."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy.stats import poisson_binom

from mlcurric.subject.columns import check_rows, labels, numbers
from mlcurric.subject.intervals import share

BANDS = (50, 60, 70, 80, 90)
"""Where each band of sureness begins, in percent: 50–59, 60–69, … 90–99."""
ENOUGH = 10
"""With fewer estimates nothing is said about the person."""
RARE = 0.025
"""So seldom may chance alone bring as few, or as many, right answers before they are put down to the person."""


class Lean(StrEnum):
    """What a record of estimates says about the person who made them."""

    TOO_FEW = "too_few"
    OVER_CONFIDENT = "over_confident"
    UNDER_CONFIDENT = "under_confident"
    NEITHER = "neither"


def by_sureness(sure: ArrayLike, right: ArrayLike) -> pd.DataFrame:
    """The share of right estimates, band by band of sureness.

    Args:
        sure: percent, 50 to 99, one an estimate.
        right: True or False, row by row with ``sure``.

    Returns:
        One row a band that holds an estimate, by rising sureness: ``band`` (where it begins, percent), ``estimates`` and
        ``right`` (counts), ``sure`` (mean, percent), ``share``, ``low`` and ``high`` (0 to 1, with Wilson's 95% interval).

    Raises:
        ValueError: if there is no estimate, the columns differ in length, or a value is out of range.
    """
    sureness, truth = _columns(sure, right)
    rows = pd.DataFrame({"band": (sureness // 10 * 10).astype(int), "sure": sureness, "right": truth})
    table = rows.groupby("band").agg(estimates=("right", "size"), right=("right", "sum"), sure=("sure", "mean"))
    intervals = [share(count, of) for count, of in zip(table["right"], table["estimates"], strict=True)]
    table[["share", "low", "high"]] = pd.DataFrame(intervals, index=table.index)
    return table.reset_index()


def lean(sure: ArrayLike, right: ArrayLike) -> Lean:
    """Whether somebody is right more or less often than they are sure, beyond what chance explains.

    If every sureness were exactly the chance of being right, the number of right answers would follow the
    Poisson-binomial distribution; a number that lies in one of its tails is called a lean. It takes the estimates for
    independent of each other.

    Args:
        sure, right: as for ``by_sureness``.
    """
    sureness, truth = _columns(sure, right)
    if len(truth) < ENOUGH:
        return Lean.TOO_FEW
    hits, expected = int(truth.sum()), poisson_binom(sureness / 100)
    if expected.cdf(hits) < RARE:
        return Lean.OVER_CONFIDENT
    # sf(k) is the chance of more than k.
    return Lean.UNDER_CONFIDENT if expected.sf(hits - 1) < RARE else Lean.NEITHER


def _columns(sure: ArrayLike, right: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    check_rows(sure, right)
    truth, sureness = labels(right, "right"), numbers(sure, "sure")
    if ((sureness < BANDS[0]) | (sureness >= 100)).any():
        raise ValueError(f"sure lies between {sureness.min():g} and {sureness.max():g}; 50 to 99 percent are expected.")
    return sureness, truth

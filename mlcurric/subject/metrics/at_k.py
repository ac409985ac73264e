"""Lists of K customers, cut from a ranking: precision, recall and lift at K, and how they trade against each other."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from mlcurric.subject.columns import check_rows, labels, numbers
from mlcurric.subject.intervals import Measured
from mlcurric.subject.metrics.confusion import Confusion, confusion
from mlcurric.subject.ranking import contact_list


def on_list(score: ArrayLike, size: int, seed: int = 0) -> np.ndarray:
    """Who stands on the list of the ``size`` highest scores: exactly the rows that ``contact_list`` takes.

    Ties at the cut are broken by lot, as there; with the same seed it is the same lot.

    Args:
        score: the higher, the earlier on the list; one a customer.

    Returns:
        Bools, row by row with ``score``.

    Raises:
        ValueError: if a score is missing, or the list would be longer than the table.
    """
    scores = numbers(score, "score")
    places = pd.DataFrame({"place": np.arange(len(scores))})
    listed = np.zeros(len(scores), dtype=bool)
    listed[contact_list(places, pd.Series(scores), size, seed)["place"]] = True
    return listed


def at_k(happened: ArrayLike, score: ArrayLike, k: int, seed: int = 0) -> Confusion:
    """Count the list of the ``k`` highest scores against what happened.

    Args:
        happened: True or False (or 1 and 0), one a customer.
        score: row by row with ``happened``; the higher, the earlier on the list. Ties at the cut are broken by lot.
        seed: of that lot.

    Raises:
        ValueError: if a column has gaps, they belong to other rows, or ``k`` is negative or larger than the table.
    """
    check_rows(happened, score)
    return confusion(labels(happened), on_list(score, k, seed))


def precision_at_k(happened: ArrayLike, score: ArrayLike, k: int, seed: int = 0) -> Measured:
    """Of the ``k`` highest scores, the share to whom it happened, 0 to 1, with its 95% interval (see ``Confusion``).

    Raises:
        ValueError: as for ``at_k``, and for ``k`` = 0: a list of nobody has no precision.
    """
    return at_k(happened, score, k, seed).precision


def recall_at_k(happened: ArrayLike, score: ArrayLike, k: int, seed: int = 0) -> Measured:
    """Of those to whom it happened, the share among the ``k`` highest scores, 0 to 1, with its 95% interval.

    Raises:
        ValueError: as for ``at_k``, and if it happened to nobody.
    """
    return at_k(happened, score, k, seed).recall


def lift_at_k(happened: ArrayLike, score: ArrayLike, k: int, seed: int = 0) -> Measured:
    """Precision at K divided by the base rate, with its 95% interval: 1 is a list drawn by lot.

    Raises:
        ValueError: as for ``precision_at_k`` and ``recall_at_k``.
    """
    return at_k(happened, score, k, seed).lift


def highest_lift(base_rate: float, listed_share: float) -> float:
    """The lift of a perfect ranking: min(1 / base rate, 1 / listed share).

    A list cannot hold more leavers than customers, nor more than there are.

    Args:
        base_rate: share of all customers to whom it happens, above 0 and at most 1.
        listed_share: share of all customers on the list, above 0 and at most 1.

    Raises:
        ValueError: if one of them is out of range.
    """
    if not (0 < base_rate <= 1 and 0 < listed_share <= 1):
        raise ValueError(f"Shares above 0 and up to 1 are expected, not {base_rate} and {listed_share}.")
    return min(1 / base_rate, 1 / listed_share)


def trade_off(
    happened: ArrayLike, score: ArrayLike, sizes: Iterable[int], per: int = 1000, seed: int = 0
) -> pd.DataFrame:
    """What longer and shorter lists from one ranking find, in natural frequencies.

    Args:
        happened, score, seed: as for ``at_k``.
        sizes: list lengths *per* ``per`` customers; 100 of 1,000 is a tenth of the table, whatever its length.
        per: how many customers the table is told as.

    Returns:
        One row a size: ``size``, ``right`` (right answers), ``hits``, ``misses`` (all of ``per`` customers; whole numbers)
        and ``of_100_called``, ``of_100_leavers`` (precision and recall of the whole table, times 100; the first is
        missing for a list of nobody).

    Raises:
        ValueError: as for ``at_k``, if a size is out of range, or it happened to nobody.
    """
    rows = []
    for size in sizes:
        if not 0 <= size <= per:
            raise ValueError(f"A list of {size} cannot be drawn from {per} customers.")
        counts = at_k(happened, score, round(size * len(happened) / per), seed)
        told = counts.per(per)
        precision = 100 * counts.precision.value if counts.listed else np.nan
        rows.append((size, told.right, told.hits, told.misses, precision, 100 * counts.recall.value))
    return pd.DataFrame(rows, columns=["size", "right", "hits", "misses", "of_100_called", "of_100_leavers"])

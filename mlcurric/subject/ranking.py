"""From a score to a list: who stands at the top, and how good the order is."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from sklearn.metrics import roc_auc_score

from mlcurric.subject.columns import check_rows, labels, numbers


def ranking_score(happened: ArrayLike, score: ArrayLike) -> float:
    """How often a customer to whom it happened is ranked above one to whom it did not (AUC).

    Args:
        happened: True or False (or 1 and 0), one a customer.
        score: the higher, the more it is expected; row by row with ``happened``.

    Returns:
        0.5 for a coin toss, 1 for a perfect order.

    Raises:
        ValueError: if it happened to all or to nobody, so that there are no pairs to compare; if a column has gaps, holds
            other values or belongs to other rows.
    """
    check_rows(happened, score)
    truth, placed = labels(happened), numbers(score, "score")
    if truth.all() or not truth.any():
        raise ValueError("A ranking score compares pairs; here it happened to everybody or to nobody.")
    return float(roc_auc_score(truth, placed))


def contact_list(table: pd.DataFrame, score: ArrayLike, size: int, seed: int = 0) -> pd.DataFrame:
    """The ``size`` rows with the highest score, best first; ties are broken by lot.

    Args:
        score: row by row with ``table``; a pandas column has its row labels, in the same order.
        seed: of the lot; without one, rows that stand first in the table would win every tie.

    Raises:
        ValueError: if there are fewer rows than that; if the score has gaps or belongs to other rows.
    """
    check_rows(table, score, ("the table", "the score"))
    placed = numbers(score, "the score")
    if not 0 <= size <= len(table):
        raise ValueError(f"A list of {size} cannot be drawn from {len(table)} rows.")
    lot = np.random.RandomState(seed).permutation(len(table))
    # Rounded, because the last bits of a score differ between machines and would decide ties.
    order = np.lexsort((lot, -np.round(placed, 9)))
    return table.iloc[order[:size]]

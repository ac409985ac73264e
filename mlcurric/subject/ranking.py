"""From a score to a list: who stands at the top, and how good the order is."""

from __future__ import annotations

import numpy as np
import pandas as pd
from sklearn.metrics import roc_auc_score


def ranking_score(happened: pd.Series, score: pd.Series) -> float:
    """How often a customer to whom it happened is ranked above one to whom it did not (AUC).

    Args:
        happened: bool, one a customer.
        score: the higher, the more it is expected; one a customer.

    Returns:
        0.5 for a coin toss, 1 for a perfect order.

    Raises:
        ValueError: if it happened to all or to nobody: there are no pairs to compare.
    """
    if happened.nunique() < 2:
        raise ValueError("A ranking score compares pairs; here it happened to everybody or to nobody.")
    return float(roc_auc_score(happened, score))


def contact_list(table: pd.DataFrame, score: pd.Series, size: int, seed: int = 0) -> pd.DataFrame:
    """The ``size`` rows with the highest score, best first; ties are broken by lot.

    Args:
        score: aligned with ``table`` row by row.
        seed: of the lot; without one, rows that stand first in the table would win every tie.

    Raises:
        ValueError: if there are fewer rows than that.
    """
    if not 0 <= size <= len(table):
        raise ValueError(f"A list of {size} cannot be drawn from {len(table)} rows.")
    lot = np.random.RandomState(seed).permutation(len(table))
    # Rounded, because the last bits of a score differ between machines and would decide ties.
    order = np.lexsort((lot, -np.round(np.asarray(score, dtype=float), 9)))
    return table.iloc[order[:size]]

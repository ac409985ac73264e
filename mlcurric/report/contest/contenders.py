"""Who competes: a rule that somebody can say in one sentence, and a model that has learned from the same rows."""

from __future__ import annotations

from typing import Literal, Protocol, Self, runtime_checkable

import numpy as np
import pandas as pd

from mlcurric.subject.columns import labels
from mlcurric.subject.explain.contributions import Contributions
from mlcurric.subject.metrics.confusion import Confusion
from mlcurric.text import T


@runtime_checkable
class Contender(Protocol):
    """Ranks customers by the risk of leaving.

    Attributes:
        name: which of the two it is.
        columns: those of the table that it reads; further ones are ignored.
    """

    name: Literal["rule", "model"]

    @property
    def columns(self) -> tuple[str, ...]: ...

    @property
    def says(self) -> T:
        """The rule in words; of a model, what it is."""

    def fit(self, table: pd.DataFrame, left: np.ndarray) -> Self:
        """The same kind of rule or model, learned anew on these rows; what it was before is left as it was.

        Args:
            table: as ``learnable`` gives it.
            left: bools, row by row.
        """

    def risk(self, table: pd.DataFrame) -> np.ndarray:
        """The share of such customers that leaves, 0 to 1, one a row; the order of the list is by it."""

    def contributions(self, rows: pd.DataFrame, background: pd.DataFrame) -> Contributions:
        """What each column adds to each row's score, seen from the average of the background."""


def expected_hits(left: np.ndarray, risk: np.ndarray, size: float) -> float:
    """Leavers among the ``size`` highest risks, on average over all lots that break ties.

    Args:
        left: bools.
        risk: row by row with ``left``; told apart to nine digits, as ``contact_list`` does.
    """
    levels, group = np.unique(-np.round(risk, 9), return_inverse=True)
    rows, leavers = np.bincount(group, minlength=len(levels)), np.bincount(group, left, minlength=len(levels))
    before = np.cumsum(rows) - rows
    return float((leavers * np.clip((size - before) / rows, 0, 1)).sum())


def expected_counts(left: np.ndarray, risk: np.ndarray, size: int) -> Confusion:
    """The list of the ``size`` highest risks, counted on average over all lots that break ties, in whole customers.

    A rule puts hundreds at the same place: which of them a single lot takes says nothing about the rule.

    Args:
        left, risk: as for ``expected_hits``.
    """
    hits, leavers = round(expected_hits(left, risk, size)), int(left.sum())
    return Confusion(hits, size - hits, leavers - hits, len(left) - leavers - size + hits)


def both_kinds(left: np.ndarray) -> np.ndarray:
    """The labels as bools.

    Raises:
        ValueError: if all left, or nobody did: there is nothing to learn.
    """
    known = labels(left, "left")
    if known.all() or not known.any():
        raise ValueError("There is nothing to learn: of these customers all left, or nobody did.")
    return known

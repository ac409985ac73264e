"""What a run measured: which rows it learned from, which it was judged on, and how its list and its scores did there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from sklearn.base import BaseEstimator
from sklearn.pipeline import Pipeline

from mlcurric.subject.columns import column, labels
from mlcurric.subject.intervals import Measured
from mlcurric.subject.metrics.at_k import at_k, on_list
from mlcurric.subject.metrics.calibration import brier_parts, calibration_table
from mlcurric.subject.metrics.confusion import Confusion
from mlcurric.subject.simulation.customers import CLUES

GROUPS = 5
"""So many groups of similar risk are counted out: fewer say little, more are mostly luck."""


@dataclass(frozen=True)
class Evidence:
    """What was measured; no line of it is typed by anybody.

    Attributes:
        steps: what the model is made of, by the names of its classes.
        columns: what it looks at.
        trained_from, trained_until: the first and the last day on which the rows that it learned from were looked at.
        trained_on, trained_leavers: how many rows those are, and how many of them left.
        tested_from, tested_until: the days of the rows on which it was judged.
        counts: of those rows, the list of the highest scores counted against who left.
        promised: leavers on that list by the scores themselves, their sum.
        brier: the mean of (score − outcome)², on all rows on which it was judged.
        brier_of_nobody: the same for a forecast that tells everybody the share that left; a model has to beat it.
        groups: by rising score, ``customers``, ``predicted``, ``observed``, ``low`` and ``high`` (shares, 0 to 1).
    """

    steps: tuple[str, ...]
    columns: tuple[str, ...]
    trained_from: pd.Timestamp
    trained_until: pd.Timestamp
    trained_on: int
    trained_leavers: int
    tested_from: pd.Timestamp
    tested_until: pd.Timestamp
    counts: Confusion
    promised: float
    brier: float
    brier_of_nobody: float
    groups: pd.DataFrame = field(repr=False)

    @property
    def list_size(self) -> int:
        return self.counts.listed

    @property
    def hits_of_100(self) -> Measured:
        """Of 100 on the list, how many left, with the 95% interval of the count."""
        return Measured(*(100 * share for share in self.counts.precision))

    @property
    def kept_its_promise(self) -> bool:
        """Whether the leavers that the scores promised on the list lie in the range of those that were counted."""
        return self.hits_of_100.low <= 100 * self.promised / self.list_size <= self.hits_of_100.high


def measure_model(
    model: BaseEstimator,
    train: pd.DataFrame,
    later: pd.DataFrame,
    size: int,
    *,
    columns: Sequence[str] = CLUES,
    label: str = "churned",
    day: str = "observed_at",
) -> Evidence:
    """Judge a fitted classifier on later rows, and note what it was fitted on.

    Args:
        model: fitted, of two classes, with ``predict_proba``.
        train: the rows that it learned from; ``later``: those that it has not seen. Both have ``label`` and ``day``.
        size: of the list, customers; the highest scores, ties broken by lot.
        columns: what the model is given.
        label: True and False (or 1 and 0), who left.
        day: the day on which a row was looked at.

    Raises:
        ValueError: if a column is missing, nobody left, or the list is empty or longer than ``later``.
    """
    score = model.predict_proba(later[list(columns)])[:, 1]
    left = labels(column(later, label), label)
    if not 0 < size <= len(later):
        raise ValueError(f"A list of {size} cannot be drawn from {len(later)} rows.")
    brier = brier_parts(left, score)
    learned = labels(column(train, label), label)
    return Evidence(
        steps=_steps(model),
        columns=tuple(columns),
        trained_from=column(train, day).min(),
        trained_until=column(train, day).max(),
        trained_on=len(learned),
        trained_leavers=int(learned.sum()),
        tested_from=column(later, day).min(),
        tested_until=column(later, day).max(),
        counts=at_k(left, score, size),
        promised=_promised(score, size),
        brier=brier.score,
        brier_of_nobody=brier.uncertainty,
        groups=calibration_table(left, score, GROUPS),
    )


def _promised(score: ArrayLike, size: int) -> float:
    return float(np.asarray(score)[on_list(score, size)].sum())


def _steps(model: BaseEstimator) -> tuple[str, ...]:
    steps = [step for _, step in model.steps] if isinstance(model, Pipeline) else [model]
    return tuple(type(step).__name__ for step in steps)

"""What a run measured: which rows it learned from, which it was judged on, and how its list and its scores did there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from numbers import Real

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator
from sklearn.pipeline import Pipeline

from mlcurric.subject import amounts
from mlcurric.subject.clues import CLUES
from mlcurric.subject.columns import column, days, labels, named_columns
from mlcurric.subject.intervals import Measured
from mlcurric.subject.metrics.at_k import at_k, on_list
from mlcurric.subject.metrics.calibration import brier_parts, calibration_table
from mlcurric.subject.metrics.confusion import Confusion

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
        chosen_among: so many models were compared on the rows on which it was judged, this one included; the best of
            several looks a little better there than it is.
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
    chosen_among: int = 1

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
    chosen_among: int = 1,
) -> Evidence:
    """Judge a fitted classifier on later rows, and note what it was fitted on.

    Args:
        model: fitted on True and False, or 1 and 0, with ``predict_proba`` and ``classes_``, as scikit-learn's have them.
        train: the rows that it learned from; ``later``: those that it has not seen. Both have ``label`` and ``day``.
        size: of the list, customers; the highest scores, ties broken by lot.
        columns: what the model is given, by a list of names; gaps and texts in them are the model's own affair.
        label: True and False (or 1 and 0), who left.
        day: the day on which a row was looked at, as a date.
        chosen_among: how many models were compared on ``later`` before this one was taken, itself included; 1 if it was
            chosen without those rows.

    Raises:
        ValueError: naming a column that is missing, has gaps, or holds no days or no yes and no; if in one of the tables
            nobody left; if the model is not fitted, or on other classes; if the list is not a whole number of customers, is
            empty, or longer than ``later``; if ``chosen_among`` is no whole number of 1 or more; whatever the model itself says of its columns.
    """
    _check_model(model)
    clues, left = named_columns(later, columns), _who_left(later, label, "later")
    learned = _who_left(train, label, "train")
    size = _whole(size, len(later))
    looked_first, looked_later = (days(column(rows, day), day) for rows in (train, later))
    score = model.predict_proba(clues)[:, 1]
    brier = brier_parts(left, score)
    return Evidence(
        steps=_steps(model),
        columns=tuple(columns),
        trained_from=looked_first.min(),
        trained_until=looked_first.max(),
        trained_on=len(learned),
        trained_leavers=int(learned.sum()),
        tested_from=looked_later.min(),
        tested_until=looked_later.max(),
        counts=at_k(left, score, size),
        promised=_promised(score, size),
        brier=brier.score,
        brier_of_nobody=brier.uncertainty,
        groups=calibration_table(left, score, GROUPS),
        chosen_among=amounts.whole(chosen_among, "chosen_among", least=1),
    )


def _whole(size: float, rows: int) -> int:
    number = isinstance(size, Real) and not isinstance(size, bool)
    if not (number and 0 < size <= rows and float(size).is_integer()):
        raise ValueError(f"A list of {size!r} cannot be drawn from {rows} rows; give a whole number of customers.")
    return int(size)


def _check_model(model: BaseEstimator) -> None:
    classes = list(getattr(model, "classes_", ()))
    # Of the classes “left” and “stayed”, the second column of predict_proba would be about those who stayed.
    if classes != [0, 1] or not hasattr(model, "predict_proba"):
        knows = f"was fitted on {classes[:5]}" if classes else "is not fitted"
        raise ValueError(
            "A classifier that gives probabilities is expected, fitted on True and False, or on 1 and 0; this "
            f"{type(model).__name__} {knows}. Fit it on table['outcome'] == 'left', for instance."
        )


def _who_left(rows: pd.DataFrame, label: str, table: str) -> NDArray[np.bool_]:
    left = labels(column(rows, label), label)
    if not left.any():
        raise ValueError(f"{label}: in {table} nobody left, so there is nothing to learn or to find. Take more rows.")
    return left


def _promised(score: ArrayLike, size: int) -> float:
    return float(np.asarray(score)[on_list(score, size)].sum())


def _steps(model: BaseEstimator) -> tuple[str, ...]:
    steps = [step for _, step in model.steps] if isinstance(model, Pipeline) else [model]
    return tuple(type(step).__name__ for step in steps)

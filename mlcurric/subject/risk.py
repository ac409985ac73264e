"""The first model: how likely each customer is to leave."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from mlcurric.subject.clues import CLUES
from mlcurric.subject.columns import column, labels, learned_columns, number_columns


def learn_risk(rows: pd.DataFrame, label: str = "churned", *, columns: Sequence[str] = CLUES) -> Pipeline:
    """A logistic regression on numbers, each brought to the same scale.

    Args:
        rows: one row a customer.
        label: the column that says who left (True and False, or 1 and 0).
        columns: those that it may learn from: numbers, or yes and no.

    Raises:
        ValueError: if all of them left, or nobody did; naming a column that is missing, has gaps or holds anything else.
    """
    left, clues = labels(column(rows, label), label), number_columns(rows, columns)
    if label in columns:
        raise ValueError(
            f"{label!r} is what the model shall tell; it cannot learn from it. Take it out of the columns."
        )
    if left.all() or not left.any():
        raise ValueError("There is nothing to learn: of these customers all left, or nobody did.")
    return make_pipeline(StandardScaler(), LogisticRegression()).fit(clues, left)


def predicted_risk(model: Pipeline, rows: pd.DataFrame) -> pd.Series:
    """The probability of leaving, 0 to 1, one a row.

    Args:
        model: as ``learn_risk`` gives it, or another one of two classes that was fitted on a table of numbers.
        rows: with the columns that the model learned from; it knows their names.

    Raises:
        ValueError: naming a column that is missing, has gaps or holds anything but numbers.
    """
    clues = number_columns(rows, learned_columns(model))
    return pd.Series(model.predict_proba(clues)[:, 1], index=rows.index, name="risk")

"""The first model: how likely each customer is to leave."""

from __future__ import annotations

import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from mlcurric.subject.simulation.customers import CLUES


def learn_risk(rows: pd.DataFrame, label: str = "churned") -> Pipeline:
    """A logistic regression on the clues, each brought to the same scale.

    Args:
        rows: customers with the columns ``CLUES`` and ``label`` (bool).

    Raises:
        ValueError: if all of them left, or nobody did.
    """
    if rows[label].nunique() < 2:
        raise ValueError("There is nothing to learn: of these customers all left, or nobody did.")
    return make_pipeline(StandardScaler(), LogisticRegression()).fit(rows[CLUES].astype(float), rows[label])


def predicted_risk(model: Pipeline, rows: pd.DataFrame) -> pd.Series:
    """The probability of leaving, 0 to 1, one a row."""
    return pd.Series(model.predict_proba(rows[CLUES].astype(float))[:, 1], index=rows.index, name="risk")

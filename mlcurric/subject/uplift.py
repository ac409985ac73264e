"""What a call changes: two models learned from a pilot, one of customers left alone and one of those called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.base import ClassifierMixin, clone
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from mlcurric.subject.clues import CLUES
from mlcurric.subject.columns import column, labels, learned_columns, number_columns, numbers
from mlcurric.subject.money import OFFER, Offer, gain_of_call


@dataclass(frozen=True)
class CallModel:
    """What a pilot taught about customers who are called, and about those who are not.

    Attributes:
        left_alone, called: a model of leaving for each group of the pilot; both learned from the same columns.
    """

    left_alone: Pipeline | ClassifierMixin
    called: Pipeline | ClassifierMixin

    def churn(self, customers: pd.DataFrame) -> pd.DataFrame:
        """The expected probability of leaving, 0 to 1: columns ``if_left_alone`` and ``if_called``.

        Args:
            customers: with the columns that the models learned from; they know their names.

        Raises:
            ValueError: naming a column that is missing, has gaps or holds anything but numbers.
        """
        clues = number_columns(customers, learned_columns(self.left_alone))
        return pd.DataFrame(
            {
                "if_left_alone": self.left_alone.predict_proba(clues)[:, 1],
                "if_called": self.called.predict_proba(clues)[:, 1],
            },
            index=customers.index,
        )


def learn_calls(
    pilot: pd.DataFrame,
    *,
    columns: Sequence[str] = CLUES,
    called: str = "called",
    label: str = "churned",
    model: Pipeline | ClassifierMixin | None = None,
) -> CallModel:
    """Learn from a randomised pilot what a call does: one model a group (two-model, or T-learner, uplift).

    Args:
        pilot: one row a customer.
        columns: those that the models may learn from: numbers, or yes and no.
        called: the column that says who was called (True and False, or 1 and 0); a lot decided it.
        label: the column that says who left, likewise.
        model: what each group is learned with, not fitted yet; by default a logistic regression, which bends the
            simulated ``CLUES`` where a straight line would not do, and takes other columns as they are.

    Raises:
        ValueError: if everybody was called, or nobody, so that there is nothing to compare; if all of a group left, or
            nobody of it; naming a column that is missing, has gaps or holds anything else.
    """
    was_called, left = labels(column(pilot, called), called), labels(column(pilot, label), label)
    clues = number_columns(pilot, columns)
    if told := [name for name in (called, label) if name in columns]:
        raise ValueError(
            f"{told[0]!r} is not known beforehand; a model cannot learn from it. Take it out of the columns."
        )
    if was_called.all() or not was_called.any():
        raise ValueError("A pilot compares: it needs customers who were called and customers who were not.")
    model = _model(columns) if model is None else model
    models = []
    for side, name in ((~was_called, "left alone"), (was_called, "called")):
        if left[side].all() or not left[side].any():
            raise ValueError(
                f"There is nothing to learn: of the {side.sum()} customers {name} all left, or nobody did."
            )
        models.append(clone(model).fit(clues[side], left[side]))
    return CallModel(*models)


def expected_gain(
    model: CallModel, customers: pd.DataFrame, offer: Offer = OFFER, *, value: str = "value"
) -> pd.Series:
    """What a call to each customer can be expected to earn, in yen; below 0 where it is better not to call.

    Args:
        customers: with the columns that the model learned from.
        value: the column that says what a customer who stays is worth, in the unit of the offer (yen).

    Raises:
        ValueError: naming a column that is missing, has gaps or holds anything but numbers.
    """
    churn, worth = model.churn(customers), numbers(column(customers, value), value)
    gain = gain_of_call(churn["if_left_alone"], churn["if_called"], worth, offer)
    return gain.rename("expected_gain")


def _model(columns: Sequence[str]) -> Pipeline:
    bends = [FunctionTransformer(_bend)] if list(columns) == CLUES else []
    return make_pipeline(*bends, StandardScaler(), LogisticRegression())


def _bend(clues: pd.DataFrame) -> pd.DataFrame:
    """The clues with bends that a straight line lacks: one ticket is not none, and day 3 differs more from 1 than 30 from 28."""
    clues = clues.astype(float)
    days, months = np.log1p(clues["days_since_login"]), np.log1p(clues["tenure"])
    return clues.assign(
        log_days=days,
        log_tenure=months,
        old_and_silent=days * months,
        has_ticket=clues["open_tickets"] > 0,
        shrinking=clues["seat_change"] < 0,
    )

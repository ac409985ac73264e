"""Whom to call: simple rules, and what a pilot lets us expect of a call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from mlcurric.subject.money import OFFER, Offer, gain_of_call
from mlcurric.subject.simulation.customers import CLUES

RULES: dict[str, Callable[[pd.DataFrame], pd.Series]] = {
    "last_login": lambda customers: customers["days_since_login"].astype(float),
    "ticket_or_price_rise": lambda customers: customers["price_rise"].astype(float) + (customers["open_tickets"] > 0),
}
"""Simple rules that need no model: from customers to a score, the higher the sooner called."""


@dataclass(frozen=True)
class CallModel:
    """What a pilot taught about customers who are called, and about those who are not.

    Attributes:
        left_alone, called: a model of leaving for each group of the pilot.
    """

    left_alone: Pipeline
    called: Pipeline

    def churn(self, customers: pd.DataFrame) -> pd.DataFrame:
        """The expected probability of leaving, 0 to 1: columns ``if_left_alone`` and ``if_called``."""
        clues = customers[CLUES]
        return pd.DataFrame(
            {
                "if_left_alone": self.left_alone.predict_proba(clues)[:, 1],
                "if_called": self.called.predict_proba(clues)[:, 1],
            },
            index=customers.index,
        )


def learn_calls(pilot: pd.DataFrame) -> CallModel:
    """Learn from a randomised pilot what a call does: one model a group (two-model, or T-learner, uplift).

    Args:
        pilot: customers with ``CLUES``, ``called`` (bool, by lot) and ``churned`` (bool).

    Raises:
        ValueError: if everybody was called, or nobody: then there is nothing to compare.
    """
    if pilot["called"].nunique() < 2:
        raise ValueError("A pilot compares: it needs customers who were called and customers who were not.")
    called = pilot["called"].astype(bool)
    return CallModel(*(_model().fit(group[CLUES], group["churned"]) for group in (pilot[~called], pilot[called])))


def expected_gain(model: CallModel, customers: pd.DataFrame, offer: Offer = OFFER) -> pd.Series:
    """What a call to each customer can be expected to earn, in yen; below 0 where it is better not to call.

    Args:
        customers: with ``CLUES`` and ``value`` (yen).
    """
    churn = model.churn(customers)
    gain = gain_of_call(churn["if_left_alone"], churn["if_called"], customers["value"], offer)
    return gain.rename("expected_gain")


def _model() -> Pipeline:
    return make_pipeline(FunctionTransformer(_bend), StandardScaler(), LogisticRegression())


def _bend(clues: pd.DataFrame) -> pd.DataFrame:
    """The clues with bends that a straight line lacks: one ticket is not none, and day 3 differs more from 1 than 30 from 28."""
    days, months = np.log1p(clues["days_since_login"]), np.log1p(clues["tenure"])
    return clues.astype(float).assign(
        log_days=days,
        log_tenure=months,
        old_and_silent=days * months,
        has_ticket=clues["open_tickets"] > 0,
        shrinking=clues["seat_change"] < 0,
    )

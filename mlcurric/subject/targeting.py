"""Whom to call: simple rules, and what a pilot lets us expect of a call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from mlcurric.subject.money import OFFER, Offer, campaign_profit, gain_of_call
from mlcurric.subject.ranking import contact_list
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


def planned_profit(risk: pd.Series, value: float, save_rate: float, offer: Offer = OFFER) -> pd.Series:
    """What a plan expects of calling everybody above a cut-off, if a call saves the same share of leavers everywhere.

    Args:
        risk: of leaving, 0 to 1, one a customer.
        value: what one customer who stays is worth, the same for all.
        save_rate: the share of called leavers who stay because of the call, 0 to 1.

    Returns:
        Yen by cut-off (whole numbers, of 100, from 5 to 60), as ``campaign_profit`` counts it for each customer;
        ``attrs["calls"]`` has the calls that each cut-off asks for.
    """
    cutoffs = pd.RangeIndex(5, 61)
    above = [risk[risk >= cutoff / 100] for cutoff in cutoffs]
    profits = [plan_for(called, value, save_rate, offer) for called in above]
    plan = pd.Series(profits, index=cutoffs, name="planned_profit")
    plan.attrs["calls"] = pd.Series([len(called) for called in above], index=cutoffs)
    return plan


def plan_for(risk: pd.Series, value: float, save_rate: float, offer: Offer = OFFER) -> float:
    """What a plan expects of calling these customers, in yen; arguments as for ``planned_profit``."""
    if risk.empty:
        return 0.0
    return campaign_profit(len(risk), 1, float(risk.mean()), save_rate, value, offer.contact, offer.incentive)


def promised(customers: pd.DataFrame, score: pd.Series, gain: pd.Series, capacity: int = 1_000) -> pd.Series:
    """What the first 10, 20 … of an order can be expected to earn, if each call gains what the pilot lets us expect.

    Args:
        score: what the list is ordered by.
        gain: yen a call, as ``expected_gain`` gives it.

    Returns:
        Yen by length of the list.
    """
    listed = contact_list(customers, score, capacity).index
    total = gain[listed].cumsum()
    total.index = pd.RangeIndex(1, capacity + 1)
    return pd.concat([pd.Series({0: 0.0}), total[9::10]])

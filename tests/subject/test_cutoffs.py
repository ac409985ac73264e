"""mlcurric.subject.cutoffs and mlcurric.subject.promises, against sums by hand."""

import numpy as np
import pandas as pd
import pytest

from mlcurric.subject import OFFER, campaign_profit, plan_for, planned_profit, promised


def test_a_plan_counts_each_customer_above_the_cutoff_once():
    risk = pd.Series([0.05, 0.1, 0.3, 0.6])
    plan = planned_profit(risk, value=60_000, save_rate=0.3)
    assert plan.attrs["calls"][30] == 2
    assert plan.attrs["calls"][60] == 1
    by_hand = sum(campaign_profit(1, 1, one, 0.3, 60_000, OFFER.contact, OFFER.incentive) for one in (0.3, 0.6))
    assert plan[30] == pytest.approx(by_hand)
    assert plan_for(risk[:0], 60_000, 0.3) == 0


@pytest.mark.parametrize(
    ("risk", "says"), [([0.2, None], "risk has 1 gaps"), ([0.2, 20], "risk lies between 0.2 and 20")]
)
def test_a_plan_of_what_is_no_risk_is_refused(risk, says):
    for plan in (planned_profit, plan_for):
        with pytest.raises(ValueError, match=says):
            plan(pd.Series(risk), 60_000, 0.3)


def test_a_promise_adds_up_the_gains_of_the_list():
    customers = pd.DataFrame({"x": range(30)})
    gain = pd.Series(np.arange(30.0))
    curve = promised(customers, gain, gain, capacity=20)
    assert list(curve.index) == [0, 10, 20]
    assert curve[10] == sum(range(20, 30))
    assert curve[20] == sum(range(10, 30))


def test_a_promise_holds_its_rows_together_whatever_their_labels():
    customers = pd.DataFrame({"x": range(20)}, index=[7] * 20)
    gain = pd.Series(np.arange(20.0), index=customers.index)
    assert promised(customers, gain, gain, capacity=20)[10] == sum(range(10, 20))


@pytest.mark.parametrize(
    ("gain", "says"),
    [
        (pd.Series(np.arange(30.0))[::-1], "The table and the gain belong to other rows"),
        (np.arange(29.0), "The table has 30 rows, the gain 29"),
        ([None] * 30, "the gain has 30 gaps"),
    ],
)
def test_a_promise_of_other_rows_is_refused(gain, says):
    with pytest.raises(ValueError, match=says):
        promised(pd.DataFrame({"x": range(30)}), np.arange(30.0), gain, capacity=20)

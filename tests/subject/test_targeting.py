"""Whom to call: what is learned from a pilot, against the truth that only the simulation knows."""

import numpy as np
import pandas as pd
import pytest

from mlcurric.subject import (
    CLUES,
    OFFER,
    RULES,
    campaign_profit,
    draw_world,
    effect_by_group,
    expected_gain,
    gain_of_call,
    group_of,
    learn_calls,
    learn_risk,
    load_customers,
    plan_for,
    planned_profit,
    predicted_risk,
    promised,
    ranking_score,
)

WORLD = draw_world(b"targeting")


@pytest.fixture(scope="module")
def today():
    return WORLD.draw("today", 10_000)


def test_the_risk_model_ranks_later_customers_and_is_calibrated():
    spring, summer = load_customers("spring"), load_customers("summer")
    risk = predicted_risk(learn_risk(spring), summer)
    assert ranking_score(summer["churned"], risk) > 0.75
    assert risk.mean() == pytest.approx(summer["churned"].mean(), abs=0.01)
    assert risk.between(0, 1).all()
    assert list(risk.index) == list(summer.index)


def test_there_is_nothing_to_learn_where_nobody_left():
    with pytest.raises(ValueError, match="nothing to learn"):
        learn_risk(load_customers("spring").assign(churned=False))


def test_a_pilot_without_a_comparison_is_refused():
    with pytest.raises(ValueError, match="compares"):
        learn_calls(load_customers("pilot").assign(called=True))


def test_the_two_models_learn_what_a_call_does(today):
    table, truth = today
    churn = learn_calls(WORLD.pilot("pilot", 40_000)).churn(table)
    effect = churn["if_called"] - churn["if_left_alone"]
    assert np.corrcoef(effect, truth.churn_if_called - truth.churn_if_left_alone)[0, 1] > 0.6


def test_the_expected_gain_is_the_causal_rule_on_the_learned_risks(today):
    table, _ = today
    model = learn_calls(load_customers("pilot"))
    churn = model.churn(table)
    by_rule = gain_of_call(churn["if_left_alone"], churn["if_called"], table["value"])
    pd.testing.assert_series_equal(expected_gain(model, table), by_rule, check_names=False)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_needs_the_clues_only(rule, today):
    table, _ = today
    assert len(RULES[rule](table[CLUES])) == len(table)


def test_a_plan_counts_each_customer_above_the_cutoff_once():
    risk = pd.Series([0.05, 0.1, 0.3, 0.6])
    plan = planned_profit(risk, value=60_000, save_rate=0.3)
    assert plan.attrs["calls"][30] == 2
    assert plan.attrs["calls"][60] == 1
    by_hand = sum(campaign_profit(1, 1, one, 0.3, 60_000, OFFER.contact, OFFER.incentive) for one in (0.3, 0.6))
    assert plan[30] == pytest.approx(by_hand)
    assert plan_for(risk[:0], 60_000, 0.3) == 0


def test_a_promise_adds_up_the_gains_of_the_list():
    customers = pd.DataFrame({"x": range(30)})
    gain = pd.Series(np.arange(30.0))
    curve = promised(customers, gain, gain, capacity=20)
    assert list(curve.index) == [0, 10, 20]
    assert curve[10] == sum(range(20, 30))
    assert curve[20] == sum(range(10, 30))


def test_the_groups_are_told_apart_by_what_a_call_can_do():
    row = dict(seat_change=0, price_rise=False, open_tickets=0, tenure=30, days_since_login=20)
    rows = [row, {**row, "open_tickets": 1}, {**row, "seat_change": -2, "price_rise": True}, {**row, "tenure": 23}]
    assert list(group_of(pd.DataFrame(rows))) == ["asleep", "mendable", "shrinking", "others"]


def test_the_effect_of_a_group_is_counted_by_hand():
    churned = [True, False, False, False, True, True, False, False, False]
    pilot = pd.DataFrame({"called": [True] * 4 + [False] * 5, "churned": churned})
    table = effect_by_group(pilot, pd.Series(["others"] * 9))
    assert table.loc["others", ("called", "left")] == 25
    assert table.loc["others", ("alone", "left")] == 40
    assert table.loc["others", ("alone", "customers")] == 5
    assert table.loc["others", ("called", "low")] < 25 < table.loc["others", ("called", "high")]


def test_groups_of_one_s_own_are_kept_after_the_known_ones():
    pilot = pd.DataFrame({"called": [True, False] * 3, "churned": [True, False, False, True, True, True]})
    table = effect_by_group(pilot, pd.Series(["north", "north", "south", "south", "others", "others"]))
    assert list(table.index) == ["others", "north", "south"]
    assert table.loc["north", ("called", "left")] == 100


@pytest.mark.parametrize(
    ("pilot", "says"),
    [
        ({"called": [True, True], "churned": [True, False]}, "nobody was alone"),
        ({"called": ["yes", "no"], "churned": [True, False]}, "called holds 'yes'"),
        ({"called": [True, False], "churned": [True, None]}, "churned has 1 gaps"),
    ],
)
def test_a_pilot_that_cannot_be_compared_is_named(pilot, says):
    with pytest.raises(ValueError, match=says):
        effect_by_group(pd.DataFrame(pilot), pd.Series(["others"] * 2))

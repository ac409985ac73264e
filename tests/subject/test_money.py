"""The money of a campaign, against the formulas as they are printed and against counting by hand."""

import numpy as np
import pytest
from scipy.optimize import brentq

from mlcurric.subject import (
    OFFER,
    Offer,
    Truth,
    break_even,
    campaign_profit,
    expected_profit,
    fewer_to_pay,
    gain_of_call,
    money_score,
    oracle,
)

RANDOM = np.random.default_rng(7)


def test_the_break_even_of_the_worked_example():
    assert break_even(value=200, contact=1, incentive=10, save_rate=0.3) == pytest.approx(0.1642, abs=5e-5)


@pytest.mark.parametrize("_", range(20))
def test_where_churn_falls_as_far_as_it_has_to_a_campaign_earns_nothing(_):
    churn, value, contact, incentive = RANDOM.uniform([0.2, 300, 1, 0], [0.5, 500, 5, 20])
    saved = fewer_to_pay(churn, value, Offer(contact, incentive)) / churn
    assert 0 < saved < 1
    assert campaign_profit(1_000, 1, churn, saved, value, contact, incentive) == pytest.approx(0, abs=1e-6)


def test_churn_cannot_fall_far_enough_where_nothing_is_gained_by_it():
    assert fewer_to_pay(0.3, 3_000, Offer(1_500, 3_000)) == np.inf
    assert fewer_to_pay(0.3, 0, Offer(0, 0)) == np.inf
    with pytest.raises(ValueError, match=r"0\.3 for 30 of 100"):
        fewer_to_pay(30, 90_000)


@pytest.mark.parametrize("_", range(20))
def test_at_the_break_even_a_campaign_earns_nothing(_):
    value, contact, incentive = RANDOM.uniform([50, 0, 0], [500, 10, 40])
    save_rate = RANDOM.uniform(0.1, 1)
    risk = break_even(value, contact, incentive, save_rate)
    assert campaign_profit(1_000, 0.2, risk, save_rate, value, contact, incentive) == pytest.approx(0, abs=1e-6)
    crossing = brentq(lambda churn: campaign_profit(1, 1, churn, save_rate, value, contact, incentive), 0, 1)
    assert risk == pytest.approx(crossing)


@pytest.mark.parametrize("_", range(20))
def test_the_profit_of_a_campaign_is_the_same_in_its_short_form(_):
    customers, fixed, value = RANDOM.uniform([100, 0, 50], [10_000, 900, 500])
    share, churn, save_rate = RANDOM.random(3)
    contact, incentive = RANDOM.uniform(0, 20, 2)
    short = (
        customers * share * (churn * (save_rate * value + incentive * (1 - save_rate)) - incentive - contact) - fixed
    )
    long = campaign_profit(customers, share, churn, save_rate, value, contact, incentive, fixed)
    assert long == pytest.approx(short)


@pytest.mark.parametrize("_", range(10))
def test_where_a_call_saves_the_same_share_everywhere_both_ways_of_counting_agree(_):
    # The causal rule with p1 = stays + γ · leaves gives Neslin's formula, customer by customer.
    churn, save_rate = RANDOM.random(2)
    value, contact, incentive = 60_000, 1_500, 3_000
    gain = gain_of_call(churn, churn * (1 - save_rate), value, Offer(contact, incentive))
    assert gain == pytest.approx(campaign_profit(1, 1, churn, save_rate, value, contact, incentive))


def test_a_call_that_changes_nothing_costs_the_call_and_the_incentive_of_whoever_stays():
    assert gain_of_call(0.4, 0.4, 60_000) == pytest.approx(-OFFER.contact - 0.6 * OFFER.incentive)


def test_a_call_counted_by_hand():
    # Of 100: 80 stay if left alone; called, 90 stay and get a voucher, and there are 100 calls to pay.
    by_hand = 90 * (60_000 - 3_000) - 100 * 1_500 - 80 * 60_000
    assert 100 * gain_of_call(0.2, 0.1, 60_000) == pytest.approx(by_hand)


def truth(size: int = 400) -> Truth:
    left_alone, called = RANDOM.beta(1, 6, (2, size))
    return Truth(left_alone, called, RANDOM.uniform(5_000, 200_000, size))


def test_expected_profit_is_the_mean_of_many_campaigns():
    customers = truth()
    called = np.arange(len(customers)) < 150
    random, left_alone, profits = np.random.default_rng(3), [], []
    for _ in range(4_000):
        # The same dice both ways, so that the difference is less noisy.
        dice = random.random(len(customers))
        stays = dice >= np.where(called, customers.churn_if_called, customers.churn_if_left_alone)
        profits.append((stays * customers.value).sum() - OFFER.contact * 150 - OFFER.incentive * (stays & called).sum())
        left_alone.append(((dice >= customers.churn_if_left_alone) * customers.value).sum())
    difference = np.array(profits) - np.array(left_alone)
    error = difference.std() / np.sqrt(len(difference))
    assert abs(difference.mean() - expected_profit(customers, called)) < 4 * error


def test_positions_and_a_bool_say_the_same():
    customers = truth(50)
    called = RANDOM.random(50) < 0.3
    assert expected_profit(customers, called) == pytest.approx(expected_profit(customers, np.flatnonzero(called)))
    assert expected_profit(customers, []) == 0


def test_a_customer_is_called_once():
    with pytest.raises(ValueError, match="twice"):
        expected_profit(truth(5), [1, 1])
    with pytest.raises(IndexError):
        expected_profit(truth(5), [7])


@pytest.mark.parametrize("called", [[-1], [1.7], [0.0, 2.0], [float("nan")]])
def test_a_list_holds_positions_and_nothing_else(called):
    with pytest.raises(ValueError, match="positions"):
        expected_profit(truth(5), called)


def test_percent_for_a_share_is_refused():
    with pytest.raises(ValueError, match="churn is a share"):
        campaign_profit(1_000, 0.5, 8, 0.3, 60_000, 1_500, 3_000)
    with pytest.raises(ValueError, match="churn_if_called is a share"):
        gain_of_call(0.8, 5, 60_000)
    with pytest.raises(ValueError, match="no -1 calls"):
        oracle(truth(5), -1)


def test_a_call_that_loses_a_yen_is_not_made():
    # Both stay for sure; the call costs 1,500 yen and the voucher 3,000, and a kept one is worth that and a yen more or less.
    kept = Truth(np.array([1.0, 1.0]), np.array([0.0, 0.0]), np.array([4_499.0, 4_501.0]))
    assert list(oracle(kept, 2)) == [1]


def test_no_list_beats_the_oracle():
    customers = truth(60)
    best = expected_profit(customers, oracle(customers, 10))
    for _ in range(300):
        size = RANDOM.integers(0, 11)
        assert expected_profit(customers, RANDOM.choice(60, size, replace=False)) <= best + 1e-6
    assert len(oracle(customers, 10)) <= 10


def test_the_oracle_calls_nobody_whom_a_call_does_not_pay():
    hopeless = Truth(np.full(5, 0.1), np.full(5, 0.2), np.full(5, 50_000.0))
    assert len(oracle(hopeless, 5)) == 0


@pytest.mark.parametrize(
    ("profit", "baseline", "best", "score"),
    [(50, 0, 100, 0.5), (50, -30, 100, 0.5), (-10, 0, 100, 0), (120, 0, 100, 1), (60, 20, 100, 0.5), (20, 20, 100, 0)],
)
def test_the_score_is_measured_from_the_best_rule_or_from_calling_nobody(profit, baseline, best, score):
    assert money_score(profit, baseline, best) == pytest.approx(score)


def test_a_world_with_nothing_to_gain_is_refused():
    with pytest.raises(ValueError, match="another world"):
        money_score(0, 10, 10)


@pytest.mark.parametrize("save_rate", [-0.1, 1.1])
def test_a_save_rate_is_a_share(save_rate):
    with pytest.raises(ValueError, match="save_rate is a share"):
        break_even(200, 1, 10, save_rate)


def test_keeping_somebody_who_is_worth_nothing_never_pays():
    with pytest.raises(ValueError, match="Nothing is gained"):
        break_even(0, 1, 0, 0.5)

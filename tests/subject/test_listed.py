"""Lists of customer numbers: exact money and heads, and clear words for a list that nobody can call."""

import numpy as np
import pytest

from mlcurric.subject import (
    contact_list,
    gain_of_call,
    keyed_next_quarter,
    load_customers,
    load_next_quarter,
    practice_campaign,
    practice_next_quarter,
    practice_outcome,
)
from mlcurric.subject.listed import draw_next_quarter
from mlcurric.subject.simulation.keys import world_key
from mlcurric.subject.simulation.world import draw_world
from mlcurric.subject.stakes import TooLittleAtStake


def test_a_list_earns_the_sum_of_what_its_calls_gain():
    quarter = practice_next_quarter()
    truth = quarter._truth
    places = np.arange(0, 10_000, 17)
    numbers = quarter.customers["customer"].iloc[places].tolist()
    gain = gain_of_call(truth.churn_if_left_alone, truth.churn_if_called, truth.value)[places]
    kept = (truth.churn_if_left_alone - truth.churn_if_called)[places]
    outcome = quarter.outcome(numbers)
    assert outcome.profit == pytest.approx(gain.sum())
    assert outcome.kept == pytest.approx(kept.sum())
    assert quarter.outcome(numbers[::-1]) == pytest.approx(outcome)
    assert quarter.outcome([]) == (0, 0)


def test_a_list_of_today_earns_what_the_campaign_of_1_4_says():
    campaign = practice_campaign()
    for order in ("risk", "expected_gain"):
        listed = contact_list(load_customers("today"), campaign.scores[order], 600)
        assert practice_outcome(listed).profit == pytest.approx(campaign.profit(order, 600))


def test_a_list_that_nobody_can_call_is_refused():
    quarter = practice_next_quarter()
    with pytest.raises(ValueError, match="number 7"):
        quarter.outcome([50_001, 7])
    with pytest.raises(ValueError, match="50002 stands on the list twice"):
        quarter.outcome([50_001, 50_002, 50_002])
    with pytest.raises(ValueError, match="1,000 calls"):
        quarter.outcome(range(50_001, 51_002))


def test_the_next_quarter_shares_no_number_with_another_table_and_tells_nothing_of_its_truth():
    table = load_next_quarter()
    assert table["customer"].is_unique
    assert not set(table["customer"]) & set(load_customers("pilot")["customer"])
    assert list(table.columns) == list(load_customers("today").columns)
    assert not table.drop(columns="customer").equals(load_customers("today").drop(columns="customer"))
    table.loc[:, "value"] = 0
    assert load_next_quarter()["value"].sum() > 0
    assert "truth" not in repr(practice_next_quarter())


def test_a_keyed_quarter_is_another_for_each_attempt_and_the_same_again(monkeypatch):
    first, again, second = (keyed_next_quarter(b"key", "2-3", attempt) for attempt in (1, 1, 2))
    assert first.best == again.best != second.best
    monkeypatch.setattr("mlcurric.subject.campaigns._LEAST_AT_STAKE", first.best - first.baseline + 1)
    with pytest.raises(TooLittleAtStake):
        draw_next_quarter(draw_world(world_key(b"key", "2-3", 1)))
    redrawn = keyed_next_quarter(b"key", "2-3", 1)
    assert redrawn.best - redrawn.baseline > first.best - first.baseline

"""What a pilot teaches about calls, against the truth that only the simulation knows, and on a table of one's own."""

import numpy as np
import pandas as pd
import pytest
from sklearn.ensemble import RandomForestClassifier

from mlcurric.subject import CLUES, Offer, draw_world, expected_gain, learn_calls, load_customers

WORLD = draw_world(b"targeting")


@pytest.fixture(scope="module")
def today():
    return WORLD.draw("today", 10_000)


def own_pilot(size: int = 2_000) -> pd.DataFrame:
    """A pilot with columns of its own: a call halves the risk of the noisy, and doubles that of the quiet."""
    luck = np.random.default_rng(2)
    table = pd.DataFrame({"騒がしさ": luck.normal(size=size), "plan": luck.random(size) < 0.5})
    table["rung up"] = luck.permutation(size) % 2
    risk = 0.25 * np.where(table["rung up"] == 1, np.where(table["騒がしさ"] > 0, 0.5, 2), 1)
    return table.assign(gone=luck.random(size) < risk, worth=luck.integers(1, 9, size) * 10_000)


OWN = {"columns": ["騒がしさ", "plan"], "called": "rung up", "label": "gone"}


def test_the_two_models_learn_what_a_call_does(today):
    table, truth = today
    churn = learn_calls(WORLD.pilot("pilot", 40_000)).churn(table)
    effect = churn["if_called"] - churn["if_left_alone"]
    assert np.corrcoef(effect, truth.churn_if_called - truth.churn_if_left_alone)[0, 1] > 0.6


@pytest.mark.parametrize("offer", [Offer(1_500, 3_000), Offer(0, 0), Offer(700, 20_000)])
def test_the_expected_gain_is_what_staying_earns_with_a_call_and_without(today, offer):
    table, _ = today
    model = learn_calls(load_customers("pilot"))
    alone = 1 - model.left_alone.predict_proba(table[CLUES])[:, 1]
    called = 1 - model.called.predict_proba(table[CLUES])[:, 1]
    by_hand = called * (table["value"] - offer.incentive) - offer.contact - alone * table["value"]
    gain = expected_gain(model, table, offer)
    np.testing.assert_allclose(gain, by_hand, rtol=1e-9, atol=1e-6)
    assert list(gain.index) == list(table.index)


def test_a_pilot_of_one_s_own_teaches_who_should_not_be_rung_up():
    pilot = own_pilot()
    model = learn_calls(pilot, **OWN)
    churn = model.churn(pilot)
    effect = churn["if_called"] - churn["if_left_alone"]
    assert effect[pilot["騒がしさ"] > 1].mean() < -0.05
    assert effect[pilot["騒がしさ"] < -1].mean() > 0.05
    gain = expected_gain(model, pilot, Offer(0, 0), value="worth")
    np.testing.assert_allclose(gain, -effect * pilot["worth"], rtol=1e-9, atol=1e-6)


def test_each_group_can_be_learned_with_another_model():
    pilot, forest = own_pilot(), RandomForestClassifier(20, min_samples_leaf=50, random_state=0)
    model = learn_calls(pilot, **OWN, model=forest)
    assert model.called is not model.left_alone
    assert not hasattr(forest, "estimators_")
    churn = model.churn(pilot)
    quiet = pilot["騒がしさ"] < 0
    assert (churn["if_called"] - churn["if_left_alone"])[quiet].mean() == pytest.approx(0.25, abs=0.08)


def test_a_pilot_without_a_comparison_is_refused():
    for called in (True, False):
        with pytest.raises(ValueError, match="compares"):
            learn_calls(load_customers("pilot").assign(called=called))


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"gone": lambda pilot: pilot["gone"].mask(pilot["rung up"] == 1, other=True)}, "customers called all left"),
        ({"gone": lambda pilot: pilot["gone"] & (pilot["rung up"] == 1)}, "customers left alone all left"),
        ({"rung up": lambda pilot: np.where(pilot["rung up"] == 1, "yes", "no")}, "rung up holds '(yes|no)'"),
        ({"gone": lambda pilot: pilot["gone"].where(pilot.index > 3)}, "gone has 4 gaps"),
        ({"騒がしさ": lambda pilot: pilot["騒がしさ"].where(pilot.index > 3)}, "騒がしさ has 4 gaps"),
        ({"plan": lambda pilot: np.where(pilot["plan"], "pro", "free")}, "plan holds '(pro|free)'"),
    ],
)
def test_what_nothing_can_be_learned_from_is_named(changed, says):
    with pytest.raises(ValueError, match=says):
        learn_calls(own_pilot().assign(**changed), **OWN)


def test_missing_columns_are_named():
    pilot = own_pilot(200)
    with pytest.raises(ValueError, match="no column 'called'; it has 騒がしさ, plan, rung up, gone, worth"):
        learn_calls(pilot)
    with pytest.raises(ValueError, match="no column 'tenure'"):
        learn_calls(pilot, called="rung up", label="gone")
    model = learn_calls(pilot, **OWN)
    with pytest.raises(ValueError, match="no column 'plan'"):
        expected_gain(model, pilot.drop(columns="plan"), value="worth")
    with pytest.raises(ValueError, match="no column 'value'"):
        expected_gain(model, pilot)
    with pytest.raises(ValueError, match="worth has 1 gaps"):
        expected_gain(model, pilot.assign(worth=pilot["worth"].where(pilot.index > 0)), value="worth")


@pytest.mark.parametrize("told", ["gone", "rung up"])
def test_what_is_known_only_afterwards_teaches_nothing(told):
    with pytest.raises(ValueError, match=f"'{told}' is not known beforehand"):
        learn_calls(own_pilot(200), **{**OWN, "columns": ["plan", told]})

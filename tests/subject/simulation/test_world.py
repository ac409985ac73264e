"""A world is drawn from its key; what is seen of its customers and what is true of them are two things."""

import dataclasses

import numpy as np
import pandas as pd
import pytest

from mlcurric.subject import CLUES, PRACTICE, Truth, World, draw_world, load_customers, practice_world, world_key
from mlcurric.subject.simulation.keys import generator
from mlcurric.subject.simulation.practice import OBSERVED, SIZES

WORLDS = [draw_world(b"seed %d" % seed) for seed in range(12)]


@pytest.mark.parametrize("world", WORLDS[:3])
def test_the_same_key_gives_the_same_customers_and_the_same_truth(world: World):
    again = draw_world(world._key)
    (table, truth), (table_again, truth_again) = world.draw("today", 500), again.draw("today", 500)
    pd.testing.assert_frame_equal(table, table_again)
    np.testing.assert_array_equal(truth.churn_if_called, truth_again.churn_if_called)
    pd.testing.assert_frame_equal(world.pilot("pilot", 500), again.pilot("pilot", 500))


def test_every_bit_of_the_key_counts():
    key = bytes(32)
    keys = [key, *(key[:byte] + bytes([1 << bit]) + key[byte + 1 :] for byte in range(32) for bit in (0, 7))]
    assert len({draw_world(one)._level for one in keys}) == len(keys)


def test_the_truth_is_drawn_from_the_key_and_not_from_the_columns():
    # The same customers under two keys: how they decide, what no column tells of them, and what came true all differ.
    table, _ = WORLDS[0].draw("today", 5_000)
    truths = [world._decide(table, generator(world._key, "truth today")) for world in WORLDS[:2]]
    unseen = [np.log(truth.churn_if_left_alone / (1 - truth.churn_if_left_alone)) for truth in truths]
    assert np.corrcoef(*unseen)[0, 1] < 0.97
    again = WORLDS[0]._decide(table, generator(WORLDS[1]._key, "truth today"))
    assert not np.allclose(again.churn_if_left_alone, truths[0].churn_if_left_alone)
    lots = [generator(world._key, "outcome today") for world in WORLDS[:2]]
    assert (truths[0].outcome(lots[0]) != truths[0].outcome(lots[1])).any()
    assert not WORLDS[0].history("a", 2_000)["churned"].equals(WORLDS[0].history("b", 2_000)["churned"])


@pytest.mark.parametrize("world", [practice_world(), *WORLDS[:3]])
def test_what_a_call_does_is_not_told_by_the_columns_alone(world: World):
    table, truth = world.draw("today", 50_000)
    logit = [np.log(share / (1 - share)) for share in (truth.churn_if_left_alone, truth.churn_if_called)]
    alike = table["price_rise"] & (table["open_tickets"] == 0) & (table["seat_change"] >= 0)
    assert (logit[1] - logit[0])[alike].std() > 0.2


def test_worlds_differ_in_which_customers_a_call_helps():
    effects = []
    for world in WORLDS:
        table, truth = world.draw("today", 20_000)
        change = truth.churn_if_called - truth.churn_if_left_alone
        only_price = table["price_rise"] & (table["open_tickets"] == 0)
        only_ticket = ~table["price_rise"] & (table["open_tickets"] > 0)
        effects.append(change[only_price].mean() / change[only_ticket].mean())
    assert max(effects) > 2 * min(effects)


def test_a_class_an_exercise_and_an_attempt_have_keys_of_their_own():
    keys = {world_key(secret, exercise, n) for secret in (b"a", b"b") for exercise in ("1-4", "2-3") for n in (1, 2)}
    assert len(keys) == 8
    assert {len(key) for key in keys} == {32}


@pytest.mark.parametrize("world", WORLDS)
def test_one_in_twelve_leaves_where_nobody_is_called(world: World):
    table, truth = world.draw("large", 200_000)
    assert truth.churn_if_left_alone.mean() == pytest.approx(0.08, abs=0.003)
    assert world.history("large", 200_000)["churned"].mean() == pytest.approx(
        truth.churn_if_left_alone.mean(), abs=0.003
    )
    assert len(truth) == len(table)


@pytest.mark.parametrize("world", WORLDS[:4])
def test_a_call_helps_some_and_drives_others_away(world: World):
    table, truth = world.draw("today", 20_000)
    change = truth.churn_if_called - truth.churn_if_left_alone
    helped = (table["price_rise"] | (table["open_tickets"] > 0)) & (table["seat_change"] >= 0)
    # From where customers sleep differs from world to world; these sleep in all, and the newest in none.
    asleep = (table["tenure"] >= 60) & (table["days_since_login"] >= 45) & ~table["price_rise"]
    asleep &= table["open_tickets"] == 0
    shrinking = table["seat_change"] < 0
    assert change[helped].mean() < -0.03
    assert change[asleep].mean() > 0.05
    hopeless = shrinking & ~asleep & helped.eq(False) & (table["tenure"] < 8)
    assert abs(change[hopeless].mean()) < 0.01


@pytest.mark.parametrize("world", WORLDS[:4])
def test_the_pilot_is_drawn_by_lot(world: World):
    pilot = world.pilot("pilot", 40_000)
    assert pilot["called"].mean() == pytest.approx(0.5, abs=0.01)
    for clue in CLUES:
        means = pilot.groupby("called")[clue].mean()
        assert abs(means[True] - means[False]) < 4.5 * pilot[clue].astype(float).std() * np.sqrt(4 / len(pilot))


def test_what_came_true_follows_the_truth_both_ways():
    table, truth = WORLDS[0].draw("x", 300_000)
    called = np.arange(len(table)) % 2 == 0
    left = truth.outcome(np.random.default_rng(0), called)
    assert left[called].mean() == pytest.approx(truth.churn_if_called[called].mean(), abs=0.003)
    assert left[~called].mean() == pytest.approx(truth.churn_if_left_alone[~called].mean(), abs=0.003)


@pytest.mark.parametrize("part", SIZES)
def test_no_table_carries_the_truth(part: str):
    table = load_customers(part)
    outcome = {
        "today": [],
        "pilot": ["called", "churned"],
        "habit": ["called", "churned"],
        "months": ["churned", "observed_at"],
    }.get(part, ["churned"])
    assert list(table.columns) == ["customer", *CLUES, "value", *outcome]
    assert len(table) == SIZES[part] * (len(OBSERVED) if part == "months" else 1)
    assert table.attrs == {}
    assert not table.isna().any().any()
    hidden = [field.name for field in dataclasses.fields(Truth) if field.name != "value"]
    assert not any(hasattr(table, name) for name in hidden)


def test_no_column_tells_the_truth():
    table, truth = WORLDS[0].draw("today", 20_000)
    for column in CLUES:
        assert abs(np.corrcoef(table[column].astype(float), truth.churn_if_left_alone)[0, 1]) < 0.8


def test_a_world_shows_nothing_of_its_coefficients_nor_a_truth_of_its_numbers():
    table, truth = practice_world().draw("today", 3)
    assert repr(practice_world()) == "World()"
    assert repr(truth) == "Truth()"
    assert len(table) == 3


def test_a_learner_who_changes_a_table_does_not_change_the_next():
    first = load_customers("today")
    first["value"] = 0
    assert (load_customers("today")["value"] > 0).all()


def test_who_changes_a_table_does_not_change_what_is_true():
    table, truth = WORLDS[0].draw("today", 10)
    before = truth.value.copy()
    table.loc[0, "value"] = 123_456_789
    np.testing.assert_array_equal(truth.value, before)
    with pytest.raises(ValueError, match="read-only"):
        truth.churn_if_called[0] = 0


def test_an_unknown_table_is_named():
    with pytest.raises(ValueError, match="'autumn'; there are spring, summer"):
        load_customers("autumn")


def test_a_truth_of_different_lengths_is_refused():
    with pytest.raises(ValueError, match=r"lengths are \[2, 3\]"):
        Truth(np.zeros(2), np.zeros(3), np.zeros(3))


def test_the_practice_world_has_its_public_key():
    assert practice_world() == draw_world(PRACTICE)


@pytest.mark.parametrize(
    ("part", "sums"),
    {
        "spring": {"tenure": 263_597, "price_rise": 979, "open_tickets": 1_748, "value": 563_017_900, "churned": 812},
        "summer": {"tenure": 263_070, "price_rise": 1_010, "open_tickets": 1_715, "value": 584_490_300, "churned": 798},
        "today": {"tenure": 266_302, "price_rise": 1_028, "open_tickets": 1_684, "value": 582_893_700},
        "habit": {"value": 1_166_928_000, "called": 6_798, "churned": 1_697},
        "months": {"tenure": 667_706, "value": 1_366_066_300, "churned": 1_849},
        "pilot": {"tenure": 523_989, "price_rise": 2_032, "value": 1_155_284_500, "called": 9_890, "churned": 1_560},
    }.items(),
)
def test_the_practice_tables_are_the_ones_that_the_lessons_speak_of(part: str, sums: dict[str, int]):
    # Another order of drawing, another NumPy: every number of Stage 1 changes, and the stories have to be read again.
    # Processors round the last bit of a 32-bit exponential differently, so a customer's value may differ by ¥100.
    table = load_customers(part)
    assert {name: int(table[name].sum()) for name in sums if name != "value"} == {
        name: total for name, total in sums.items() if name != "value"
    }
    assert table["value"].sum() == pytest.approx(sums["value"], abs=1_000)

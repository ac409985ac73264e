"""Months pass: customers keep who they are, the truth stays apart, and what happens from outside shows."""

import dataclasses

import numpy as np
import pandas as pd
import pytest

from mlcurric.subject import CLUES, draw_world, expected_gain, expected_profit, learn_calls, practice_world
from mlcurric.subject.simulation.change import HIDDEN
from mlcurric.subject.simulation.months import Month, PriceShock, Recount, _newcomers, labelled, live, living

WORLD = practice_world()
SIZE = 5_000
YEAR = live(WORLD, SIZE, 12)
SHOCKED = live(WORLD, SIZE, 12, [Recount(4), PriceShock(7)])


def test_the_same_world_lives_the_same_months():
    again = live(WORLD, SIZE, 3)
    for month, other in zip(YEAR[:3], again, strict=True):
        pd.testing.assert_frame_equal(month.customers, other.customers)
        np.testing.assert_array_equal(month.truth.churn_if_called, other.truth.churn_if_called)
        np.testing.assert_array_equal(month.left, other.left)
    assert not live(draw_world(b"another"), SIZE, 1)[0].customers.equals(YEAR[0].customers)


def test_what_the_company_sees_holds_nothing_of_the_truth():
    for month in (YEAR[0], SHOCKED[-1]):
        assert list(month.customers) == ["customer", *CLUES, "value"]
        assert not month.customers.isna().any().any()
        assert not set(HIDDEN) & set(month.customers)
        assert month.customers.attrs == {}
    assert [each.name for each in dataclasses.fields(Month) if each.repr] == ["number"]


def test_whoever_stays_keeps_the_number_and_grows_older_and_whoever_comes_is_new():
    first, second = YEAR[0], YEAR[1]
    stayed = ~first.left
    same = first.customers["customer"] == second.customers["customer"]
    assert (same == stayed).all()
    older = second.customers["tenure"][stayed] - first.customers["tenure"][stayed]
    assert set(older[first.customers["tenure"][stayed] < 119]) == {1}
    assert (second.customers["tenure"][~stayed] == 1).all()
    numbers = pd.concat([month.customers["customer"] for month in YEAR])
    assert numbers.groupby(numbers).size().max() <= 12
    assert all(month.customers["customer"].is_unique for month in YEAR)


@pytest.mark.parametrize("key", [b"a", b"b", b"c"])
def test_nothing_runs_away_in_two_years(key: bytes):
    lived = live(draw_world(key), 20_000, 24)
    first, last = lived[0].customers[CLUES].mean(), lived[-1].customers[CLUES].mean()
    spread = lived[0].customers[CLUES].astype(float).std()
    assert ((last - first).abs() / spread).max() < 0.35
    assert 0.05 < lived[-1].truth.churn_if_left_alone.mean() < 0.09
    # Three months of leaving are about what the risk says; a little more, because customers change on the way.
    churned = labelled(lived, 12)["churned"].mean()
    assert churned == pytest.approx(lived[11].truth.churn_if_left_alone.mean(), abs=0.015)


def test_labels_come_three_months_later():
    assert labelled(YEAR, 10)["churned"].equals(pd.Series(YEAR[9].left | YEAR[10].left | YEAR[11].left, name="churned"))
    with pytest.raises(ValueError, match=r"month 11 .* of 10 it is"):
        labelled(YEAR, 11)


def test_a_call_lasts_three_months_and_everybody_else_meets_the_same_luck():
    called = np.zeros(SIZE, dtype=bool)
    called[:1_000] = True
    lived = live(WORLD, SIZE, 2, calls=lambda number, table: called if number == 1 else np.zeros(SIZE, dtype=bool))
    np.testing.assert_array_equal(lived[0].left[1_000:], YEAR[0].left[1_000:])
    risk = np.where(called, YEAR[0].truth.churn_if_called, YEAR[0].truth.churn_if_left_alone)
    np.testing.assert_array_equal(lived[0].truth.churn_if_called, YEAR[0].truth.churn_if_called)
    assert abs(lived[0].left.mean() - (1 - (1 - risk) ** (1 / 3)).mean()) < 0.01


def test_another_way_of_counting_moves_the_numbers_and_not_the_customers():
    before, after = SHOCKED[2], SHOCKED[3]
    assert after.customers["logins_trend"].mean() < before.customers["logins_trend"].mean() - 15
    np.testing.assert_array_equal(after.truth.churn_if_left_alone, YEAR[3].truth.churn_if_left_alone)
    np.testing.assert_array_equal(after.left, YEAR[3].left)


def test_after_a_price_shock_more_leave_and_the_old_model_does_harm():
    gain = learn_calls(WORLD.pilot("pilot", 20_000))
    profits = {}
    for month in SHOCKED:
        listed = np.argsort(-expected_gain(gain, month.customers).to_numpy(), kind="stable")[:150]
        profits[month.number] = expected_profit(month.truth, listed)
    assert min(profits[number] for number in range(1, 7)) > 0
    assert profits[7] < 0
    assert SHOCKED[6].truth.churn_if_left_alone.mean() > 1.4 * SHOCKED[5].truth.churn_if_left_alone.mean()
    assert SHOCKED[6].customers["price_rise"].mean() > 0.4
    # While it is new only: half a year later the risk has come down.
    later = live(WORLD, SIZE, 14, [PriceShock(7)])
    assert later[13].truth.churn_if_left_alone.mean() < 0.75 * later[6].truth.churn_if_left_alone.mean()


def test_labels_of_months_that_are_not_all_there_are_refused():
    with pytest.raises(ValueError, match=r"month 4 .* of 3 it is"):
        labelled(YEAR[:5] + YEAR[6:7], 4)
    with pytest.raises(ValueError, match="of none it is"):
        labelled([], 1)


@pytest.mark.parametrize("size", [1, 3, 7, 8, 40])
def test_a_small_business_gets_customers_as_large_ones_do(size):
    # In so many months of so few customers more leave at once than an eighth of them, again and again.
    lived = live(WORLD, size, 60, [PriceShock(2, share=1, added=4)])
    for month in lived:
        assert (month.customers[["seats", "tenure", "value"]] > 0).all(axis=None)
        assert (month.truth.value == month.customers["value"]).all()
    assert sum(month.left.sum() for month in lived) > size


def test_where_many_leave_at_once_each_newcomer_is_somebody_else():
    lived = live(WORLD, 2_000, 3, [PriceShock(1, share=1, added=8)])
    gone = lived[0].left
    assert gone.sum() > 3 * 2_000 // 8
    new = lived[1].customers[gone]
    assert not new.drop(columns=["customer"]).duplicated().any()
    # What nobody observes differs too.
    assert len(np.unique(lived[1].truth.churn_if_left_alone[gone])) > 0.99 * gone.sum()


def test_the_first_newcomers_are_the_same_however_many_leave():
    few, many = (_newcomers(np.random.default_rng(1), size, 10) for size in (4, 35))
    assert all(np.array_equal(many[name][:4], column) for name, column in few.items())
    assert {len(column) for column in many.values()} == {35}


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"size": 0}, "size is a whole number of 1 or more"),
        ({"size": -1}, "size is a whole number"),
        ({"size": 10.5}, "size is a whole number"),
        ({"size": "10"}, "size holds '10'"),
        ({"months": -3}, "months is a whole number of 1 or more"),
        ({"months": 0}, "months is a whole number"),
        ({"events": ["shock"]}, "it holds 'shock'"),
        ({"events": "shock"}, "it holds 's'"),
        ({"events": PriceShock(7)}, "events is a list"),
        ({"events": [PriceShock(1), PriceShock(1, share=0.1)]}, "Two price shocks"),
        ({"calls": [True]}, "calls is a function"),
    ],
)
def test_a_business_without_sense_is_refused_at_once(wrong, says):
    with pytest.raises(ValueError, match=says):
        living(**{"world": WORLD, "size": 10, "months": 2} | wrong)


@pytest.mark.parametrize(
    ("event", "wrong"),
    [
        (PriceShock, {"share": 45}),
        (PriceShock, {"share": float("nan")}),
        (PriceShock, {"month": 0}),
        (PriceShock, {"month": "7"}),
        (PriceShock, {"added": float("inf")}),
        (PriceShock, {"heard": 35}),
        (Recount, {"month": 1.5}),
        (Recount, {"by": None}),
    ],
)
def test_an_event_without_sense_is_refused(event, wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        event(**{"month": 1} | wrong)


def test_who_is_called_belongs_to_the_rows_of_the_table():
    def by_risk(number: int, table: pd.DataFrame) -> pd.Series:
        return (table["days_since_login"] > 10).sort_index(ascending=number < 2)

    with pytest.raises(ValueError, match="The table of month 2 and who is called belong to other rows"):
        live(WORLD, SIZE, 3, calls=by_risk)


@pytest.mark.parametrize("calls", [lambda n, t: [True], lambda n, t: np.ones(SIZE), lambda n, t: t["customer"]])
def test_who_is_called_is_one_bool_a_customer(calls):
    with pytest.raises(ValueError, match="In month 1 one bool a customer"):
        live(WORLD, SIZE, 1, calls=calls)


def test_a_habit_confounds_a_campaign():
    # The team called whom it worried about: among the called more leave, although a call helps most of them.
    worried = WORLD.campaign("habit", 40_000, lambda table: np.where(table["days_since_login"] > 10, 0.8, 0.1))
    left = worried.groupby("called")["churned"].mean()
    assert left[True] > left[False]
    pilot = WORLD.pilot("pilot", 20_000)
    assert pilot["called"].mean() == pytest.approx(0.5, abs=0.02)


def test_whoever_calls_can_look_back_on_the_months_that_have_passed():
    seen: list[Month] = []

    def calls(number: int, table: pd.DataFrame) -> np.ndarray:
        assert [month.number for month in seen] == list(range(1, number))
        return np.zeros(len(table), dtype=bool)

    for month in living(WORLD, 500, 4, calls=calls):
        seen.append(month)
    assert len(seen) == 4
    np.testing.assert_array_equal(seen[-1].left, live(WORLD, 500, 4)[-1].left)

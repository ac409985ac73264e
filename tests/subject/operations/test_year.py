"""A year of monthly lists: the same decisions give the same year, the sums add up, and what cannot be is said."""

import re

import pandas as pd
import pytest

from mlcurric.subject import CLUES, draw_world, expected_gain, learn_calls, load_customers
from mlcurric.subject.operations import year as year_module
from mlcurric.subject.operations.scorers import monthly_list
from mlcurric.subject.operations.year import LIST_SIZE, MONTHS, run_year
from mlcurric.subject.simulation.practice import practice_world
from mlcurric.subject.typed import Slip
from mlcurric.text import speaking

YEAR = run_year()
TRIAL = run_year({7: "trial", 10: "switch off"})
MODELS = learn_calls(load_customers("pilot"))


def test_the_same_decisions_give_the_same_year_and_others_meet_the_same_customers():
    again = run_year({})
    pd.testing.assert_frame_equal(YEAR.months, again.months)
    pd.testing.assert_frame_equal(YEAR.lists, again.lists)
    before = slice(1, 6)
    pd.testing.assert_frame_equal(
        YEAR.months.loc[before].drop(columns="decision"), TRIAL.months.loc[before].drop(columns="decision")
    )
    pd.testing.assert_frame_equal(YEAR.customers(7), TRIAL.customers(7))


def test_a_month_adds_up():
    for year in (YEAR, TRIAL):
        by_month = year.lists.groupby("month")
        assert (by_month.size() == year.months["listed"]).all()
        assert (by_month["called"].sum() == year.months["called"]).all()
        promised = year.lists[year.lists["called"]].groupby("month")["promised"].sum()
        assert (promised.reindex(year.months.index, fill_value=0) == year.months["promised"]).all()
        assert year.earned == pytest.approx(year.months["earned"].sum())
    assert YEAR.months["called"].eq(0.9 * LIST_SIZE).all()
    assert TRIAL.months["called"].tolist()[6:] == [50, 50, 50, 0, 0, 0]
    assert TRIAL.months["earned"].iloc[9:].eq(0).all()


def test_the_list_is_the_job_of_the_lesson_and_nobody_stands_on_it_twice_in_three_months():
    first = monthly_list(YEAR.customers(1), MODELS, LIST_SIZE)
    gain = expected_gain(MODELS, YEAR.customers(1)).round()
    assert first["promised"].tolist() == gain.nlargest(LIST_SIZE).tolist()
    assert set(first["customer"]) == set(YEAR.lists.query("month == 1")["customer"])
    lists = YEAR.lists
    for month in range(1, MONTHS - 1):
        assert lists[lists["month"].between(month, month + 2)]["customer"].is_unique


def test_whether_somebody_left_is_known_three_months_later_only():
    known = YEAR.lists.groupby("month")["left"].agg(lambda left: left.notna().all())
    assert known.tolist() == [True] * 10 + [False] * 2
    assert set(YEAR.lists.columns) >= {"month", "customer", *CLUES, "value", "promised", "called", "left"}
    assert not {"churn_if_called", "churn_if_left_alone"} & set(YEAR.lists)


def test_what_calls_do_shows_in_nothing_but_those_left_alone():
    other = run_year(calls="help")
    pd.testing.assert_frame_equal(YEAR.customers(7), other.customers(7))
    assert other.months.loc[7, "promised"] == YEAR.months.loc[7, "promised"]
    assert YEAR.months.loc[7, "earned"] < -3e6
    assert other.months.loc[7, "earned"] > 3e6
    left = {}
    for name, year in (("harm", YEAR), ("help", other)):
        listed = year.lists[year.lists["month"].between(7, 9)]
        left[name] = listed.groupby("called")["left"].mean().astype(float)
    assert abs(left["harm"][True] - left["help"][True]) < 0.08
    assert left["harm"][False] < left["harm"][True]
    assert left["help"][False] > left["help"][True] + 0.05


def test_the_rule_promises_nothing():
    year = run_year({3: "roll back", 5: "go on"})
    assert year.months["promised"].isna().tolist() == [False, False, True, True] + [False] * 8
    by_rule = year.lists.query("month == 3")
    assert ((by_rule["open_tickets"] > 0) | by_rule["price_rise"]).all()


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"decisions": {3: "retrain"}}, "In month 3 no outcome is known yet; you can retrain from month 4 on"),
        ({"decisions": {2: "recalibrate"}}, "In month 2 no outcome is known"),
        (
            {"decisions": {1: "switch off", 7: "retrain"}},
            "Month 7, retrain: nobody was called in months 2 to 4, so there is nothing to learn from; .* 3 months later",
        ),
        ({"decisions": {1: "switch off", 4: "retrain"}}, "Month 4, retrain: nobody was called in month 1, so"),
        ({"decisions": {7: "retrain"}, "hold_out": 0.995}, "Month 7, retrain: the outcomes do not suffice. .* called"),
        ({"calls": "hurt"}, "harm"),
        ({"calls": ["harm"]}, "harm"),
        ({"hold_out": 1}, "from 0 to below 1"),
        ({"hold_out": -0.1}, "from 0 to below 1"),
        ({"hold_out": "0.1"}, "from 0 to below 1"),
        ({"hold_out": float("nan")}, "from 0 to below 1"),
    ],
)
def test_what_cannot_be_decided_is_said(asked, says):
    with speaking("en"), pytest.raises(Slip) as error:
        run_year(**asked)
    with speaking("en"):
        assert re.search(says, str(error.value))
    with speaking("ja"):
        assert re.search("[ぁ-ん]", str(error.value))


def test_a_year_knows_its_months():
    assert len(YEAR.customers(12)) == 10_000
    for month in (13, 0, "7", [7], None):
        with pytest.raises(Slip):
            YEAR.customers(month)
    del YEAR.customers(1)["value"]
    assert "value" in YEAR.customers(1)


def test_a_year_begins_with_the_lists_of_one_in_which_nothing_is_decided_and_scores_them_once():
    decided = {5: "trial", 7: "recalibrate", 10: "go on"}
    quick = run_year(decided, calls="help")
    year_module._practice_lists.cache_clear()
    alone = run_year(decided, calls="help")
    pd.testing.assert_frame_equal(quick.months, alone.months)
    pd.testing.assert_frame_equal(quick.lists, alone.lists)
    pd.testing.assert_frame_equal(quick.months, run_year(decided, calls="help", world=practice_world()).months)


def test_another_world_has_a_year_of_its_own():
    assert run_year(world=draw_world(b"another")).earned != YEAR.earned

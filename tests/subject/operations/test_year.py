"""A year of monthly lists: the same decisions give the same year, the sums add up, and what cannot be is said."""

import numpy as np
import pandas as pd
import pytest

from mlcurric.subject import CLUES, draw_world, expected_gain, learn_calls, load_customers, practice_world
from mlcurric.subject.operations.scorers import Levelled, monthly_list, recalibrated, retrained
from mlcurric.subject.operations.year import LIST_SIZE, MONTHS, run_year
from mlcurric.subject.simulation.months import labelled, live

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
        ({"decisions": {0: "trial"}}, "months 1 to 12"),
        ({"decisions": {13: "trial"}}, "months 1 to 12"),
        ({"decisions": {"7": "trial"}}, "months 1 to 12"),
        ({"decisions": {7: "stop"}}, "'stop' is unknown; there are go on"),
        ({"decisions": {3: "retrain"}}, "In month 3 no outcome is known"),
        ({"decisions": {2: "recalibrate"}}, "In month 2 no outcome is known"),
        ({"calls": "hurt"}, "harm"),
        ({"hold_out": 1}, "from 0 to below 1"),
        ({"hold_out": -0.1}, "from 0 to below 1"),
    ],
)
def test_what_cannot_be_decided_is_said(asked, says):
    with pytest.raises(ValueError, match=says):
        run_year(**asked)


def test_a_year_knows_its_months():
    assert len(YEAR.customers(12)) == 10_000
    with pytest.raises(ValueError, match="months 1 to 12, not 13"):
        YEAR.customers(13)
    del YEAR.customers(1)["value"]
    assert "value" in YEAR.customers(1)


def test_another_world_has_a_year_of_its_own():
    assert run_year(world=draw_world(b"another")).earned != YEAR.earned


def test_recalibrating_moves_the_level_to_what_came_true_and_keeps_the_order():
    pilot = load_customers("pilot").head(4_000)
    fitted = recalibrated(MODELS, pilot)
    churn, before = fitted.churn(pilot), MODELS.churn(pilot)
    for column, group in (("if_called", pilot["called"]), ("if_left_alone", ~pilot["called"])):
        assert churn.loc[group, column].mean() == pytest.approx(pilot.loc[group, "churned"].mean(), abs=1e-4)
        assert (churn[column].rank() == before[column].rank()).all()
    # Without a hold-out the other level stays where it was.
    assert recalibrated(MODELS, pilot[pilot["called"]]).left_alone == 0
    assert isinstance(recalibrated(MODELS, pilot.head(20).assign(churned=False)), Levelled)


def test_retraining_learns_from_the_business_alone():
    lived = live(practice_world(), 2_000, 3, calls=lambda number, table: np.arange(2_000) % 2 == 0)
    learned = retrained(labelled(lived, 1)).churn(load_customers("today"))
    assert learned.shape == (10_000, 2)
    assert not np.allclose(learned, MODELS.churn(load_customers("today")))


def test_nobody_whom_a_call_is_expected_to_harm_is_listed_and_a_tie_is_cut_alike_everywhere():
    listed = monthly_list(load_customers("today"), MODELS, 10_000)
    assert (listed["promised"] > 0).all()
    assert (listed["promised"] % 1 == 0).all()
    assert listed["promised"].is_monotonic_decreasing

"""An order that told leavers apart earlier and does so no longer is told as that, not as columns that tell nothing."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.contest.contest import hold_contest
from mlcurric.report.contest.drift import judging_alike
from mlcurric.report.contest.split import split
from mlcurric.subject.product.dates import date_in_words
from tests.report.planted import customers_of, joining


def turned(seed: int, later: float, rows: int = 6_000, capacity: int = 400):
    """Twelve months; from the ninth on, ``later`` is the weight of what had weight 1.2."""
    luck = np.random.default_rng(seed)
    month = luck.integers(0, 12, rows)
    table = pd.DataFrame({"x": luck.normal(size=rows), "y": luck.normal(size=rows)})
    odds = -1.5 + table["x"] * np.where(month < 8, 1.2, later)
    left = luck.random(rows) < 1 / (1 + np.exp(-odds))
    observed = pd.Timestamp("2025-01-01") + pd.to_timedelta(30 * month, unit="D")
    customers = customers_of(table, left, observed=observed)
    parts = split(customers)
    return parts, hold_contest(customers, parts, list(table), capacity)


def told(found, which: str):
    return next((one for one in found.remarks if one.id == which), None)


def test_where_the_order_is_turned_round_what_held_no_longer_holds():
    parts, found = turned(1, -0.3)
    assert found.winner == "nobody"
    remark = told(found, "no-longer-holds")
    assert remark.weight == "danger"
    assert date_in_words(parts.judged_from).en in remark.says.en
    assert date_in_words(parts.judged_from).ja in remark.way_out.ja
    assert "add it as a column" not in remark.way_out.en
    assert told(found, "nobody-wins") is None
    assert told(found, "too-few-to-tell") is None


def test_an_order_that_tells_less_than_before_still_wins_and_it_is_told():
    _, found = turned(2, 0.45)
    assert found.winner != "nobody"
    assert "順番で見分けられる人が減っています" in told(found, "order-fades").says.ja


@pytest.mark.parametrize("capacity", [400, 10_000])
def test_an_order_of_which_hardly_anything_is_left_is_not_used_however_long_the_list(capacity):
    _, found = turned(3, 0.1, rows=12_000, capacity=capacity)
    assert found.winner == "nobody"
    assert not found.has_order
    assert told(found, "no-longer-holds")
    assert not {"order-fades", "everybody-fits", "off", "other-share"} & {one.id for one in found.remarks}


def test_where_everybody_fits_an_order_that_holds_is_kept():
    _, found = turned(4, 1.2, capacity=10_000)
    assert (found.winner, found.has_order) == ("rule", True)


@pytest.mark.parametrize("seed", range(4))
def test_an_order_that_holds_is_not_suspected(seed):
    _, found = turned(10 + seed, 1.2)
    assert found.winner != "nobody"
    assert told(found, "order-fades") is None


def test_columns_that_never_told_anything_have_not_faded():
    luck = np.random.default_rng(5)
    table = pd.DataFrame({"x": luck.normal(size=4_000), "y": luck.normal(size=4_000)})
    observed = pd.Timestamp("2025-01-01") + pd.to_timedelta(30 * luck.integers(0, 12, 4_000), unit="D")
    customers = customers_of(table, luck.random(4_000) < 0.2, observed=observed)
    found = hold_contest(customers, split(customers), list(table), 400)
    assert found.winner == "nobody"
    assert told(found, "nobody-wins")
    assert told(found, "no-longer-holds") is None


@pytest.mark.parametrize("within", ["", "3 months"])
def test_earlier_customers_judge_as_later_ones_do_though_newcomers_are_many_in_a_year(within):
    customers = joining(1)
    parts = split(customers, within)
    alike = judging_alike(customers, parts.learn, parts.judge)
    tenure = customers.columns["tenure"].values
    who, new = customers.customer[parts.learn], tenure == 0
    assert len(set(who[alike])) == alike.sum()
    # First looks in all of the earlier time are of newcomers much more often than those that judge.
    firsts = np.unique(who, return_index=True)[1]
    assert new[parts.learn[firsts]].mean() > 2 * new[parts.judge].mean()
    assert new[parts.learn[alike]].mean() == pytest.approx(new[parts.judge].mean(), abs=0.05)
    assert told(hold_contest(customers, parts, ["tenure"], 60), "order-fades") is None

"""A few blank outcomes are slips of the table: the list is made of who stayed, and that is told before anything else."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.contest.split import split
from mlcurric.report.options import read_request
from mlcurric.report.reading.customers import read_customers
from mlcurric.report.reading.table import RawTable
from mlcurric.report.remark import Weight

N = 1_000


def read(blank, **typed):
    """A thousand customers, one of five gone; these rows hold nothing instead."""
    luck = np.random.default_rng(4)
    left = np.where(luck.random(N) < 0.2, "yes", "no").astype(object)
    left[[*blank]] = ""
    made = {"id": [f"K{n:04d}" for n in range(N)], "left": left, "seats": [str(n * 7 % 90) for n in range(N)]}
    made["day"] = [f"2026-0{1 + 5 * n // N}-28" for n in range(N)]
    request = read_request(path="a.csv", churned="left", id="id", capacity="9", out="r.html", **typed)
    return read_customers(RawTable(pd.DataFrame(made).astype("str"), np.arange(N) + 2, "a.csv"), request)


def told(parts):
    return [each for each in parts.remarks if each.id == "stray-blanks"]


@pytest.mark.parametrize("blank", [[7], range(3, 190, 10)])
def test_a_few_blank_outcomes_are_set_aside_and_whoever_stayed_is_listed(blank):
    """25 of 6,000 were blank: the list was these 25, and “all who could be listed are on it”."""
    parts = split(read(blank))
    assert parts.listed_kind == "still here"
    assert len(parts.today) > 700
    assert not {*blank} & {*parts.today, *parts.learn, *parts.judge}
    (remark,) = told(parts)
    assert remark.weight == Weight.DANGER
    assert f"In {len(blank)} of 1,000 rows" in remark.says.en
    assert f"1,000行中{len(blank)}行({blank[0] + 2}" in remark.says.ja
    assert "--blank-is unknown" in remark.for_maker.ja


def test_they_are_listed_where_somebody_says_that_they_are_to_be():
    parts = split(read([7, 8, 9], blank_is="unknown"))
    assert (parts.today.tolist(), parts.listed_kind, told(parts)) == ([7, 8, 9], "not yet known", [])


def test_two_of_a_hundred_are_customers_of_today():
    parts = split(read(range(20)))
    assert (parts.today.tolist(), told(parts)) == ([*range(20)], [])


def test_the_latest_looks_are_open_however_few_they_are():
    customers = read(range(N - 15, N), observed_at="day")
    assert told(split(customers)), "of 200 that were looked at on the last day 15 are blank"
    days = customers.observed.where(np.arange(N) < N - 15, pd.Timestamp("2026-06-28"))
    assert split(replace(customers, observed=days)).today.tolist() == [*range(N - 15, N)]


def test_a_cell_that_is_no_day_of_leaving_is_to_be_corrected():
    luck = np.random.default_rng(4)
    left = np.where(luck.random(N) < 0.2, "2026-03-05", "").astype(object)
    left[11] = "soon"
    made = {"id": [f"K{n:04d}" for n in range(N)], "gone on": left, "seats": [str(n * 7 % 90) for n in range(N)]}
    request = read_request(path="a.csv", churned="gone on", id="id", capacity="9", out="r.html")
    customers = read_customers(RawTable(pd.DataFrame(made).astype("str"), np.arange(N) + 2, "a.csv"), request)
    parts = split(customers)
    assert 11 not in parts.today
    assert len(parts.today) > 700
    assert "--blank-is" not in told(parts)[0].for_maker.en

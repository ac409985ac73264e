"""Days of the week are learned from where leavers differ by them beyond luck, and beyond how long ago the day lies."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom

from mlcurric.report.advice.words import read_words
from mlcurric.report.contest.derived import about_derived, by_luck, derived, headings_of
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.rules import learn_rule
from mlcurric.report.reading.column import Kind, Read
from mlcurric.text import speaking
from tests.report.planted import customers_of

ROWS = 2_000


def drawn(seed: int, chance, rows: int = ROWS, since: int = 1_000):
    """Customers with a day in the last so many days, of whom those leave whom the day, and how long ago it lies, make leave."""
    luck = np.random.default_rng(seed)
    ago = luck.integers(0, since, rows)
    days = pd.Series(pd.Timestamp("2026-10-31") - pd.to_timedelta(ago, "D"))
    table = pd.DataFrame({"begun": days, "n": luck.normal(size=rows)})
    customers = customers_of(table, luck.random(rows) < chance(days.dt, ago))
    customers.columns = {
        "begun": Read("begun", Kind.DAY, table["begun"], 0),
        "n": Read("n", Kind.NUMBER, table["n"], 0),
    }
    customers.aside, customers.currency = {}, ""
    return customers


def weekend(day, ago):
    return np.where(day.day_of_week >= 5, 0.45, 0.08)


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("en", "begun (day of the week)", "1. Those with begun (day of the week): Saturday or Sunday (4"),
        ("ja", "begun(曜日)", "1. begun(曜日)が「土曜か日曜」の顧客(100人中4"),
    ],
)
def test_a_weekday_is_found_and_said_in_plain_words(language, name, said):
    customers = drawn(1, weekend)
    with speaking(language):
        made = derived(customers, range(ROWS), ["begun", "n"])
        assert list(made) == [name]
        customers.columns |= made
        assert not derived(customers, range(ROWS), ["begun", "n"])
        table, left = learnable(customers), customers.left.to_numpy(dtype=bool)
        words = read_words(customers, list(customers.columns))
        rule = learn_rule(table, left, 0.1)
        assert rule.columns == (name,)
        assert str(rule.in_words(words.wordings)).startswith(said)
        assert name in str(about_derived(made).says)
        assert str(about_derived(made).for_maker).endswith("--drop begun")
        assert words.wordings[name].actionable is False
    assert about_derived({}) is None
    assert name in headings_of(["begun"])


def test_the_side_of_fewer_days_is_named_and_a_blank_stays_blank():
    customers = drawn(2, lambda day, ago: np.where(day.day_of_week == 2, 0.02, 0.3))
    begun = customers.columns["begun"]
    begun.values.iloc[:50] = pd.NaT
    with speaking("en"):
        made = derived(customers, range(ROWS), ["begun"])
    (weekday,) = made.values()
    assert weekday.labels == ("another day", "Wednesday")
    assert weekday.values.isna().sum() == weekday.missing == 50
    assert (weekday.source, weekday.kind) == ("begun", Kind.FLAG)


def test_nothing_is_made_by_rows_that_judge():
    customers = drawn(3, weekend)
    later = np.arange(ROWS) >= ROWS // 2
    luck = np.random.default_rng(0)
    customers.left[~later] = luck.random((~later).sum()) < 0.15
    assert not derived(customers, np.flatnonzero(~later), ["begun"])
    assert derived(customers, np.flatnonzero(later), ["begun"])


def test_a_customer_looked_at_often_counts_once():
    few = drawn(4, lambda day, ago: np.where(day.day_of_week >= 5, 0.2, 0.13), rows=300)
    often = np.repeat(np.arange(300), 12)
    table = pd.DataFrame({"begun": few.columns["begun"].values.iloc[often].reset_index(drop=True)})
    customers = customers_of(table, few.left.iloc[often], ids=often.astype(str))
    assert not derived(customers, range(len(often)), ["begun"])


def test_what_a_day_tells_by_how_long_ago_it_lies_is_no_weekdays_merit():
    found, tables = [], 150
    for seed in range(tables):
        luck = np.random.default_rng(seed)
        ago = np.floor(luck.exponential(luck.choice([5, 30, 300]), 1_500))
        day = pd.Series(pd.Timestamp("2026-10-31") - pd.to_timedelta(ago, "D")).dt
        left = luck.random(1_500) < 1 / (1 + np.exp(2.5 - ago / ago.mean()))
        found.append(by_luck(day.day_of_week.to_numpy(dtype=float), ago, left))
    assert sum(each < 0.05 for each in found) <= binom.ppf(0.99, len(found), 0.05)
    # A row without a look is not counted.
    some, weekday = luck.random(1_500) < 0.1, day.day_of_week.to_numpy(dtype=float)
    assert by_luck(weekday, np.where(some, np.nan, ago), left) == by_luck(weekday[~some], ago[~some], left[~some])
    # Days of one look tell as much as weekdays of one week.
    assert by_luck(ago[:500] % 7, ago[:500] % 7, left[:500]) == 1

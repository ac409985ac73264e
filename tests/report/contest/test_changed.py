"""A column that changes its unit, or all of its words, between two looks is noticed; one that drifts, grows or is rare is not."""

import numpy as np
import pandas as pd
import pytest
from report.planted import customers_of

from mlcurric.report.contest.changed import about_shifts, changed_columns

ROWS = 1_200
DAYS = np.repeat(pd.to_datetime([f"2025-{month:02d}-28" for month in range(1, 13)]), ROWS // 12)
LATE = pd.Timestamp("2025-09-01") <= DAYS


def found(column, keep=(), days=DAYS, left=None):
    luck = np.random.default_rng(0)
    table = pd.DataFrame({"c": column, "other": luck.normal(size=len(column))})
    left = luck.random(len(column)) < 0.2 if left is None else left
    return changed_columns(customers_of(table, left, observed=days), list(table), keep)


def fees():
    return np.random.default_rng(1).gamma(6, 900, ROWS)


@pytest.mark.parametrize(
    ("column", "before", "after"),
    [
        (np.where(LATE, fees() / 1_000, fees()), "5,", "5."),
        (np.where(LATE, fees() * 100, fees()), "5,", "5"),
        (np.where(LATE, 0.01, 1.0) * np.random.default_rng(2).uniform(1, 100, ROWS), "5", "0.5"),
        (
            np.where(LATE, np.random.default_rng(3).poisson(9, ROWS) // 4, np.random.default_rng(4).poisson(9, ROWS)),
            "9",
            "2",
        ),
    ],
)
def test_another_unit_is_noticed_and_its_day_is_told(column, before, after):
    (one,) = found(column.astype(float))
    assert one.column == "c"
    assert "28 September 2025" in one.why.en
    assert f"is {before}" in one.why.en
    assert f"and {after}" in one.why.en
    assert "単位" in one.remark.says.ja
    assert "--keep c" in one.remark.for_maker.ja
    assert not found(column.astype(float), keep=("c",))


def test_another_unit_of_todays_rows_alone_is_noticed():
    left = np.array([False, True] * (ROWS // 2), dtype=object)
    left[-50:] = None
    column = np.where(np.arange(ROWS) >= ROWS - 50, fees() / 1_000, fees())
    assert [one.column for one in found(column, left=left)] == ["c"]


def test_other_words_are_noticed():
    luck = np.random.default_rng(5)
    old, new = luck.choice(["basic", "plus", "pro"], ROWS), luck.choice(["A", "B", "C"], ROWS)
    (one,) = found(np.where(LATE, new, old))
    assert "一度も出てきません" in one.why.ja
    assert not found(np.where(LATE & (luck.random(ROWS) < 0.4), new, old))


@pytest.mark.parametrize("seed", range(3))
def test_honest_columns_are_left_alone(seed):
    luck = np.random.default_rng(seed)
    months = np.arange(ROWS) // 100
    honest = {
        "skewed": luck.lognormal(3, 2, ROWS),
        "drifts": fees() * 1.15**months,
        "a season": np.where(months > 8, 3, 1) * luck.poisson(4, ROWS),
        "rare": np.where(luck.random(ROWS) < 0.05, luck.lognormal(5, 2, ROWS), 0),
        "signed": luck.normal(size=ROWS),
        "flag": np.where(LATE, 1.0, (luck.random(ROWS) < 0.3)),
        "many words": [f"w{n}" for n in range(ROWS)],
    }
    for name, column in honest.items():
        assert not found(np.asarray(column)), name


def test_without_days_nothing_is_said():
    assert not found(fees(), days=None)
    assert not found(fees(), days=np.repeat(DAYS[:1], ROWS))


def test_a_heading_of_several_words_is_quoted_as_it_is_typed():
    table = pd.DataFrame({"monthly fee": np.where(LATE, fees() / 1_000, fees())})
    left = np.random.default_rng(0).random(ROWS) < 0.2
    (one,) = changed_columns(customers_of(table, left, observed=DAYS), list(table))
    assert '--keep "monthly fee"' in one.remark.for_maker.en
    assert '--keep "monthly fee"' in one.remark.for_maker.ja


def shifts(**columns):
    table = pd.DataFrame(columns)
    left = np.random.default_rng(0).random(ROWS) < 0.2
    return about_shifts(customers_of(table, left, observed=DAYS), list(table))


def test_a_column_that_jumps_and_a_word_that_is_new_are_told_and_stay():
    luck = np.random.default_rng(6)
    plans = np.where(LATE & (luck.random(ROWS) < 0.6), "5G Flex", luck.choice(["a", "b"], ROWS))
    data = np.where(LATE, 3.4, 1.0) * luck.gamma(6, 2, ROWS)
    told = shifts(plan=plans, data=data, same=luck.gamma(6, 2, ROWS))
    assert told.columns == ("plan", "data")
    assert "From 28 September 2025 on, 6" in told.says.en
    assert "(5G Flex)" in told.says.ja
    assert "2025年9月28日より前の" in told.says.ja
    assert not found(plans)
    assert not found(data)


@pytest.mark.parametrize("seed", range(3))
def test_what_changes_slowly_or_is_rare_is_not_told(seed):
    luck = np.random.default_rng(seed)
    months = np.arange(ROWS) // 100
    told = shifts(
        skewed=luck.lognormal(3, 2, ROWS),
        grows=fees() * 1.04**months,
        towns=luck.choice([f"t{n}" for n in range(100)], ROWS),
        rare_word=np.where(LATE & (luck.random(ROWS) < 0.05), "new", luck.choice(["a", "b"], ROWS)),
    )
    assert told is None


def test_what_grows_with_the_calendar_is_no_change():
    """A table of every month of everybody who was there from the first one: of all the months are as many more."""
    customer = np.arange(ROWS) % (ROWS // 12)
    luck = np.random.default_rng(7)
    months = np.arange(ROWS) // (ROWS // 12)
    columns = {
        "months_with_us": months + 1.0 + luck.integers(0, 2, ROWS // 12)[customer],
        "fee": np.where(LATE, 3.4, 1.0) * fees(),
    }
    table = pd.DataFrame(columns)
    people = customers_of(table, luck.random(ROWS) < 0.2, ids=[f"C{each}" for each in customer], observed=DAYS)
    assert about_shifts(people, list(table)).columns == ("fee",)
    assert not changed_columns(people, list(table))
    # Nobody who is looked at twice says that it counts time; then the jump is told.
    apart = customers_of(table, luck.random(ROWS) < 0.2, observed=DAYS)
    assert about_shifts(apart, list(table)).columns == ("months_with_us", "fee")

"""A faulty export has its five faults, each where it was planted, and nothing else is changed."""

import pandas as pd
import pytest

from mlcurric.subject import faulty_export, load_customers, load_export
from mlcurric.subject.exports import LOG_DAYS, NEVER

MONTHS = load_customers("months")
DAYS = sorted(MONTHS["observed_at"].unique())


def test_pandas_sees_nothing_wrong_with_it():
    raw = load_export()
    assert raw.isna().sum().sum() == 0
    assert set(raw.columns) == set(MONTHS.columns)
    assert {str(kind) for kind in raw.dtypes} == {"int64", "int16", "bool", str(MONTHS["observed_at"].dtype)}


def test_the_second_look_comes_twice_and_no_other():
    raw = load_export()
    twice = raw[raw.duplicated(["customer", "observed_at"])]
    assert set(twice["observed_at"]) == {DAYS[1]}
    assert len(twice) == (MONTHS["observed_at"] == DAYS[1]).sum()
    assert raw.duplicated().sum() == len(twice)


def test_each_fault_is_where_it_was_planted():
    raw = load_export().drop_duplicates(["customer", "observed_at"])
    year = raw["observed_at"].dt.year
    assert (year == 2062).sum() == 40
    mended = raw.assign(observed_at=raw["observed_at"].mask(year == 2062, DAYS[-1]))
    both = mended.merge(MONTHS, on=["customer", "observed_at"], suffixes=("", "_was"))
    assert len(both) == len(MONTHS)
    never = both["days_since_login"] == NEVER
    assert (never == (both["days_since_login_was"] >= LOG_DAYS)).all()
    assert never.sum() > 50
    assert (both["days_since_login"][~never] == both["days_since_login_was"][~never]).all()
    late = both["observed_at"] >= DAYS[2]
    assert (both["open_tickets"][late] == 0).all()
    assert (both["open_tickets"][~late] == both["open_tickets_was"][~late]).all()
    thousands = both["observed_at"] == DAYS[2]
    assert (both["value"][thousands] == both["value_was"][thousands] // 1_000).all()
    assert (both["value"][~thousands] == both["value_was"][~thousands]).all()
    untouched = MONTHS.columns.drop(["customer", "observed_at", "days_since_login", "open_tickets", "value"])
    for name in untouched:
        assert (both[name] == both[f"{name}_was"]).all()


def test_the_rows_given_stay_as_they_are():
    before = MONTHS.copy()
    faulty_export(MONTHS)
    pd.testing.assert_frame_equal(MONTHS, before)


def test_it_takes_three_looks():
    with pytest.raises(ValueError, match="Three looks"):
        faulty_export(MONTHS[MONTHS["observed_at"] <= DAYS[1]])
    with pytest.raises(ValueError, match="observed_at"):
        faulty_export(MONTHS.drop(columns="observed_at"))


@pytest.mark.parametrize("name", ["observed_at", "days_since_login", "value", "open_tickets"])
def test_a_missing_column_and_texts_in_one_are_named(name: str):
    with pytest.raises(ValueError, match=f"no column '{name}'"):
        faulty_export(MONTHS.drop(columns=name))
    with pytest.raises(ValueError, match=f"{name} holds '.*'; .* expected"):
        faulty_export(MONTHS.assign(**{name: MONTHS[name].astype(str)}))


def test_a_row_without_its_day_is_refused():
    with pytest.raises(ValueError, match="observed_at has 1 gaps"):
        faulty_export(MONTHS.assign(observed_at=MONTHS["observed_at"].mask(MONTHS.index == MONTHS.index[0])))


def test_the_labels_of_the_rows_do_not_matter():
    alike = faulty_export(MONTHS.set_axis([7] * len(MONTHS)))
    pd.testing.assert_frame_equal(alike, load_export())


def test_a_last_look_on_29_february_and_plain_dates():
    leap = MONTHS.assign(observed_at=MONTHS["observed_at"].replace(DAYS[-1], pd.Timestamp("2028-02-29")))
    for rows in (leap, leap.assign(observed_at=leap["observed_at"].dt.date)):
        observed = faulty_export(rows)["observed_at"]
        assert set(observed[observed.dt.year == 2062]) == {pd.Timestamp("2062-02-28")}
        assert (observed.dt.year == 2062).sum() == 40

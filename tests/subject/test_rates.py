"""mlcurric.subject.rates, against counting by hand."""

import pandas as pd
import pytest

from mlcurric.subject.rates import at_start, churn_rate
from mlcurric.subject.tables import load_subscriptions


def by_hand(first: str, last: str) -> float:
    there = left = 0
    for row in load_subscriptions().itertuples():
        running_before = row.started < pd.Timestamp(first)
        gone_before = not pd.isna(row.ended) and row.ended < pd.Timestamp(first)
        if running_before and not gone_before:
            there += 1
            left += not pd.isna(row.ended) and row.ended <= pd.Timestamp(last)
    return left / there


@pytest.mark.parametrize("month", range(1, 7))
def test_each_month_equals_the_count_by_hand(month):
    first = pd.Timestamp(2026, month, 1)
    last = first + pd.offsets.MonthEnd(0)
    rate = churn_rate(load_subscriptions(), str(first.date()), str(last.date()))
    assert rate == by_hand(str(first.date()), str(last.date()))


def test_april_has_nine_customers_at_its_start_and_loses_two():
    april = at_start(load_subscriptions(), "2026-04-01")
    assert list(april["customer"]) == list("ABCDEFGHI")
    assert churn_rate(load_subscriptions(), "2026-04-01", "2026-04-30") == 2 / 9


def test_first_and_last_day_belong_to_the_period():
    rows = pd.DataFrame(
        {
            "started": pd.to_datetime(["2026-01-01"] * 4),
            "ended": pd.to_datetime(["2026-04-01", "2026-04-30", "2026-05-01", None]),
        }
    )
    assert churn_rate(rows, "2026-04-01", "2026-04-30") == 0.5


def test_bad_periods_are_refused():
    with pytest.raises(ValueError, match="before it begins"):
        churn_rate(load_subscriptions(), "2026-04-30", "2026-04-01")
    with pytest.raises(ValueError, match="Nobody was a customer"):
        churn_rate(load_subscriptions(), "2020-01-01", "2020-01-31")


@pytest.mark.parametrize(
    ("started", "ended", "there", "left"),
    [
        ("2026-03-31", None, 1, 0),
        ("2026-04-01", None, 0, 0),
        ("2026-03-31", "2026-03-31", 0, 0),
        ("2026-03-31", "2026-04-01", 1, 1),
        ("2026-03-31", "2026-04-30", 1, 1),
        ("2026-03-31", "2026-05-01", 1, 0),
    ],
)
def test_a_day_before_on_and_after_each_edge(started, ended, there, left):
    everybody = pd.DataFrame(
        {"started": pd.to_datetime(["2026-01-01", started]), "ended": pd.to_datetime([None, ended])}
    )
    assert len(at_start(everybody, "2026-04-01")) == 1 + there
    assert churn_rate(everybody, "2026-04-01", "2026-04-30") == left / (1 + there)


def test_a_period_of_one_day():
    assert churn_rate(load_subscriptions(), "2026-04-01", "2026-04-01") == 1 / 9


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda rows: rows.drop(columns="ended"), "no column 'ended'"),
        (
            lambda rows: rows.assign(started=rows["started"].astype(str)),
            r"started holds '2.*pd\.to_datetime\(table\['started'\]\)",
        ),
        (lambda rows: rows.assign(ended=rows["ended"].dt.tz_localize("Asia/Tokyo")), "ended holds .* time zone"),
        (lambda rows: rows.assign(started=rows["started"].where(rows["customer"] != "A")), "started has 1 gaps"),
        (lambda rows: rows.assign(ended=rows["started"] - pd.Timedelta(days=1)), "ended before they started"),
        (lambda rows: rows["started"], "A table with the column"),
    ],
)
def test_tables_that_cannot_be_counted_are_refused(change, says):
    with pytest.raises(ValueError, match=says):
        churn_rate(change(load_subscriptions()), "2026-04-01", "2026-04-30")


@pytest.mark.parametrize("day", ["first of April", None, 5, "2026-02-30", "2026-04-01T00:00+09:00", pd.NaT])
def test_days_that_are_none_are_refused(day):
    for first, last in ((day, "2026-04-30"), ("2026-04-01", day)):
        with pytest.raises(ValueError, match="A day such as"):
            churn_rate(load_subscriptions(), first, last)


def test_where_nobody_has_ended_nobody_has_left():
    rows = pd.DataFrame({"started": pd.to_datetime(["2026-01-01"] * 2), "ended": [None, None]})
    assert churn_rate(rows, "2026-04-01", "2026-04-30") == 0

"""From which day the days of a table are counted, where nobody has said when each row was looked at."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.advice.dated import with_their_day
from mlcurric.report.contest.day_words import DAYS_BEFORE
from mlcurric.report.contest.day_zero import day_zero
from mlcurric.report.contest.derived import derived
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.rules import learn_rule
from mlcurric.report.reading.kinds import Kind
from mlcurric.subject.explain.reasons import Reason, ReasonCodes
from mlcurric.subject.explain.wordings import Wording
from mlcurric.text import T
from tests.report.by_hand import customers, read

TODAY = date(2026, 11, 23)
N = 400
COLUMN = T("column", "列")


def spread(first, last):
    """Days from the first to the last, in another order for each column."""
    days = pd.date_range(first, last, N)
    return pd.Series(np.random.default_rng(days[0].year + days[-1].month).permutation(days.normalize().to_numpy()))


def of(**columns):
    reads = {name: read(name, days, Kind.DAY) for name, days in columns.items()}
    return customers(reads, [n % 5 == 0 for n in range(N)], today=TODAY)


LOGIN = spread("2026-05-01", "2026-10-31")
AHEAD = spread("2026-11-02", "2027-10-31")


@pytest.mark.parametrize(
    ("columns", "day", "column"),
    [
        ({"last_login": LOGIN, "signup": spread("2019-01-01", "2024-05-05")}, "2026-10-31", "last_login"),
        # What lies ahead was said as long ago: its own latest day, a year from now, was day 0.
        ({"subscription_end_date": AHEAD}, "2026-11-23", None),
        ({"更新予定日": spread("2025-06-01", "2027-05-31")}, "2026-11-23", None),
        ({"subscription_end_date": AHEAD, "last_login": LOGIN}, "2026-10-31", "last_login"),
        ({"end": spread("2024-01-01", "2027-10-31"), "last_login": LOGIN}, "2026-10-31", "last_login"),
        # By its name a plan, though all of it is over: the table is old.
        ({"renewal": spread("2026-05-02", "2026-11-20"), "seen": spread("2025-05-01", "2026-04-30")}, "2026-04-30", "seen"),
        # Customers who all began long ago do not say when the table was made.
        ({"signup": spread("2019-01-01", "2020-05-05"), "end": AHEAD}, "2026-11-23", None),
        ({"signup": spread("2019-01-01", "2026-02-05"), "end": AHEAD}, "2026-11-23", None),
        # One year that was mistyped is no plan.
        ({"last_login": LOGIN.where(LOGIN.index > 0, pd.Timestamp("2126-10-31"))}, "2026-10-31", "last_login"),
    ],
)  # fmt: skip
def test_one_day_for_all_columns_the_latest_that_is_past_or_else_today(columns, day, column):
    found = day_zero(of(**columns))
    assert (found.day, found.column) == (pd.Timestamp(day), column)
    table = learnable(of(**columns))
    for name, days in columns.items():
        np.testing.assert_array_equal(table[name], (pd.Timestamp(day) - days).dt.days)
        assert (name in found.ahead) == (days > pd.Timestamp(day)).any()


def test_a_table_without_days_has_none():
    assert day_zero(customers({"x": read("x", np.arange(9.0))}, [True] * 9)) is None


def test_how_long_ago_a_day_lies_is_no_weekdays_merit_where_nobody_says_when_rows_were_looked_at():
    weeks = np.arange(1_600) % 80
    # Mondays for forty weeks, then Saturdays; whoever began lately leaves more often.
    days = pd.Series(pd.Timestamp("2025-01-06") + pd.to_timedelta(7 * weeks + np.where(weeks < 40, 0, 5), unit="D"))
    left = np.random.default_rng(3).random(1_600) < np.where(weeks < 40, 0.1, 0.5)
    people = customers({"began": read("began", days, Kind.DAY)}, left, today=TODAY)
    assert derived(people, np.arange(1_600), ["began"]) == {}


@pytest.mark.parametrize(
    ("columns", "en", "ja"),
    [
        ({"更新予定日": AHEAD}, "in less than", "まで"),
        ({"更新予定日": AHEAD, "最終ログイン日": LOGIN}, "in less than", "まで"),
    ],
)
def test_a_rule_on_what_lies_ahead_is_never_said_as_long_ago(columns, en, ja):
    people = of(**columns)
    soon = (columns["更新予定日"] < "2027-01-10").to_numpy()
    rule = learn_rule(learnable(people), soon & (np.arange(N) % 10 < 8), 0.2)
    said = rule.in_words({name: Wording(T(name, name), says=DAYS_BEFORE) for name in columns})
    assert f"更新予定日 {en}" in said.en or said.en == "By 更新予定日, the earliest day first."
    assert f"更新予定日{ja}" in said.ja or said.ja == "更新予定日が早い順。"
    assert "ago" not in said.en
    assert "古い" not in said.ja


def test_a_day_that_may_still_come_is_said_with_its_date():
    """“In 7 days” stood beside somebody looked at two months ago."""
    looked = pd.Series(pd.Timestamp("2026-09-15"), index=range(3))
    ends = pd.to_datetime(pd.Series(["2026-09-22", "2026-09-01", None]))
    people = customers(
        {name: read(name, days, Kind.DAY) for name, days in (("end", ends), ("last", ends.shift(1)))},
        [True, False, None],
        observed=looked,
    )
    table = learnable(people)
    table["last"] = 3.0
    words = {name: Wording(T(name, name), says=DAYS_BEFORE) for name in table}

    def code(column):
        return ReasonCodes((Reason(column, 5, COLUMN, T("in 7 days", "7日後"), COLUMN, None),), 0, 5, 0.5, 0.1)

    def own(column, row):
        (found,) = with_their_day([code(column)], [row], table, people.columns, words)
        return found.reasons[0].own

    assert own("end", 0) == T("in 7 days, on 22 September 2026", "7日後の2026年9月22日")
    # Beside a column in which days lie ahead, “14 days before” leaves open before what.
    assert own("end", 1).ja.endswith("の2026年9月1日")
    assert own("end", 2) == T("in 7 days", "7日後")
    assert own("last", 1) == T("in 7 days", "7日後")

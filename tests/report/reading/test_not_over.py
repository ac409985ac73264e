"""A table with the days on which customers left: it knows itself who left in time, and up to when it knows anything."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.contest.split import split
from mlcurric.report.options import read_request
from mlcurric.report.reading.customers import read_customers
from mlcurric.report.reading.table import RawTable

N, SOON, LATER = 600, 80, 60
TODAY = date(2026, 11, 23)


def dated(look="2026-06-30", gone_by="2026-11-20", within="3 months", today=TODAY):
    """Everybody was looked at on two days: eighty left within 90 days of the first, sixty later, up to a last day; who was not
    gone by the second look has a row of it, too."""
    first, last = pd.Timestamp("2026-01-31"), pd.Timestamp(gone_by)
    soon = [first + pd.Timedelta(days=1 + n % 88) for n in range(SOON)]
    step = (last - pd.Timestamp("2026-05-02")) / (LATER - 1)
    later = [(pd.Timestamp("2026-05-02") + n * step).normalize() for n in range(LATER)]
    left_on = pd.Series([*soon, *later, *[pd.NaT] * (N - SOON - LATER)])
    frames = []
    for day in (first, pd.Timestamp(look)):
        there = ~(left_on < day)
        cells = {"id": [f"K{n:03d}" for n in range(N)], "left": left_on.dt.strftime("%Y-%m-%d").fillna("")}
        frames.append(
            pd.DataFrame({**cells, "seats": [str(n * 7 % 90) for n in range(N)], "seen": str(day.date())})[there]
        )
    frame = pd.concat(frames, ignore_index=True)
    request = read_request(
        path="a.csv", churned="left", id="id", capacity="9", out="r.html", observed_at="seen", within=within
    )
    customers = read_customers(RawTable(frame.astype("str"), np.arange(len(frame)) + 2, "a.csv"), request, today)
    return customers, {remark.id: remark for remark in customers.remarks}


def test_who_left_after_the_period_had_stayed_for_it_and_is_not_listed():
    """317 who had left up to ten months after the look counted as leavers “within 3 months”: 17 of 100 in place of 11."""
    customers, told = dated()
    first = customers.observed == pd.Timestamp("2026-01-31")
    assert customers.left[first].sum() == SOON
    later = customers.since[first]
    assert later.sum() == LATER
    assert not customers.left[first][later].any()
    in_time = customers.left[~first].sum()
    assert 0 < in_time < LATER
    said = told["left-by-day"].says
    assert f"in {SOON + in_time} rows it is within 3 months of the day of the look" in said.en
    assert f"データの日付から3か月以内に解約した{SOON + in_time}行" in said.ja
    assert f"{customers.since.sum()} rows it is later" in said.en
    assert f"それより後に解約した{customers.since.sum()}行" in said.ja
    parted = split(customers, "3 months")
    stayed = {f"K{n:03d}" for n in range(SOON + LATER, N)}
    assert set(customers.ids.iloc[parted.today]) == stayed, "whoever has left since stands on the list"


def test_without_a_period_or_a_look_every_day_of_leaving_counts():
    customers, told = dated(within="")
    assert customers.since is None
    assert customers.left[customers.observed == pd.Timestamp("2026-01-31")].sum() == SOON + LATER
    assert "holds days of leaving" in told["left-by-day"].says.en


@pytest.mark.parametrize(
    ("gone_by", "today", "known"),
    [("2026-11-20", TODAY, True), ("2026-09-25", TODAY, True), ("2026-07-20", TODAY, False), ("2026-07-20", date(2026, 7, 24), False)],
)  # fmt: skip
def test_what_came_after_the_table_was_made_is_not_known(gone_by, today, known):
    """The looks of the last months before an old export counted as stayers, and whoever read the page was to clear the cells."""
    customers, told = dated(gone_by=gone_by, today=today)
    second = customers.observed == pd.Timestamp("2026-06-30")
    assert customers.left[second].notna().all() == known
    assert ("time-running" in told) is not known
    assert customers.left[~second].notna().all()
    if known:
        assert customers.until == today or customers.until > pd.Timestamp("2026-09-30").date()
        return
    assert customers.left[second].isna().all()
    assert pd.Timestamp(gone_by).date() < customers.until <= today
    words = told["time-running"].says
    assert ("By its days of leaving, the table was made on" in words.en) is (customers.until < today)
    assert ("この表が作られたのは遅くとも" in words.ja) is (customers.until < today)
    stayed = {f"K{n:03d}" for n in range(SOON + LATER, N)}
    assert set(customers.ids.iloc[split(customers, "3 months").today]) == stayed

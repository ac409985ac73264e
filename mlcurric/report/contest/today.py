"""Who can be listed: the customers of today, whose outcome is open; where the table holds none, everybody who has stayed."""

from __future__ import annotations

from datetime import date
from typing import Literal

import numpy as np
import pandas as pd

from mlcurric.report.contest import today_words as words
from mlcurric.report.contest.gone import came_back, still_there
from mlcurric.report.period import period_of
from mlcurric.report.remark import Remark

ListedKind = Literal["not yet known", "still here", "here when last seen"]
_FEWEST = 10
_MOST = 0.5
"""If the time of more of them is over, there is no list of today to be made of the others."""
_LAST_LOOK = 0.05
"""A last day with fewer of all rows than this is no look at the customers, only the last of many days."""


def to_list(
    left: pd.Series,
    groups: np.ndarray,
    observed: pd.Series | None,
    remarks: list[Remark],
    within: str = "",
    told_again: bool = False,
    today: date | None = None,
    stray: np.ndarray | None = None,
    since: np.ndarray | None = None,
) -> tuple[np.ndarray, ListedKind]:
    """The latest row of everybody whose outcome is open; where there is nobody, of everybody who stayed.

    A blank outcome in an early look is not an open one: its time is over, and nobody has filled it in. Nor is a blank of
    somebody of whom a later row is known. Of somebody who stayed it is known until the end of the period after the look;
    if that is before the last look, nobody knows whether he is a customer still, and he is not listed; nor is whoever is gone,
    though his last outcome is open. What became of somebody says the last look at him: who left after an earlier one, and is
    there again once that time is over, has come back.

    Args:
        left: True, False or missing.
        groups: rows of one customer have the same number.
        observed: on which day each row was looked at.
        remarks: to which is added what was seen.
        within: in which time those counted as churned left, as somebody typed it.
        told_again: whether several looks tell of one leaving, as ``cut.told_again`` finds out.
        today: whose time is over by then is not listed; without one, that of nobody is.
        stray: rows whose outcome is blank by a slip, as ``stray_blanks`` finds them: neither open nor known.
        since: rows of customers who left after the period that counts; of whom it is the last one is gone.

    Returns:
        Positions of rows, one a customer.
    """
    blank = left.isna().to_numpy()
    is_open = blank if stray is None else blank & ~stray
    rows = pd.DataFrame({"customer": groups, "open": is_open, "blank": blank, "left": left.eq(True).fillna(False)})
    rows["day"] = pd.NaT if observed is None else observed.dt.normalize().to_numpy()
    latest = rows.sort_values("day", kind="stable", na_position="first").drop_duplicates("customer", keep="last")
    if since is not None:
        latest = latest[~since[latest.index]]
    first = first_of_today(rows["day"], rows["open"])
    # A period after which those who left are still seen is none.
    period = None if any(each.id == "seen-after" for each in remarks) else period_of(within)
    if back := came_back(rows, period, told_again):
        remarks.append(words.there_again(back))
    early = rows["open"] & (rows["day"] < first)
    if early.any():
        remarks.append(words.never_filled_in(int(early.sum()), first))
    listed = still_there(latest[latest["open"] & ~early[latest.index]], rows, period, told_again, remarks, within)
    if len(listed):
        if period is not None and today is not None:
            listed = listed[_time_left(listed["day"], period, today, within, remarks)]
        return np.sort(listed.index.to_numpy()), "not yet known"
    # Of rows without a day nobody knows which is the last: whoever has left in one of them is gone.
    gone = rows.loc[rows["left"] & rows["day"].isna(), "customer"]
    here = latest[~latest["left"] & ~latest["customer"].isin(gone) & ~latest["blank"]]
    last = rows["day"].max()
    kept, kind = _still_here(here["day"], last, within, remarks)
    # That they stayed for the first period is known; the list is of the one after it.
    if kept.any() and period is not None and today is not None:
        over = here["day"][kept] + period + period <= pd.Timestamp(today)
        if over.mean() > _MOST:
            remarks.append(words.next_time_over(int(over.sum()), len(over), last, today, within))
    return np.sort(here.index[kept].to_numpy()), kind


def _time_left(day: pd.Series, period: pd.DateOffset, today: date, within: str, remarks: list[Remark]) -> np.ndarray:
    """Of those who could be listed: who was to leave in the period after the look has left by now, and is not listed.

    Where that is most of them, the table is too old for any list, and all are kept to show what one would be.

    Args:
        day: of each customer's latest look.
    """
    over = (day + period <= pd.Timestamp(today)).to_numpy()
    if not over.any():
        return ~over
    old = over.mean() > _MOST
    remarks.append(words.time_over(int(over.sum()), len(day), today, within, old))
    return np.ones(len(day), dtype=bool) if old else ~over


def _still_here(
    day: pd.Series, last: pd.Timestamp, within: str, remarks: list[Remark]
) -> tuple[np.ndarray, ListedKind]:
    """Of whom it is known that they were still there on the last day; all of them where nobody says how long it is known.

    Args:
        day: of each customer's latest look.
        last: the last day of all.
    """
    everybody = np.ones(len(day), dtype=bool)
    if pd.isna(last) or not len(day):
        return everybody, "still here"
    if period := period_of(within):
        known = (day + period >= last).to_numpy()
        if known.sum() >= _FEWEST:
            if not known.all():
                remarks.append(words.not_listed(int((~known).sum()), last, within))
            return known, "still here"
    old = ~(day >= last - words.LONG_AGO).to_numpy()
    if not old.any():
        return everybody, "still here"
    remarks.append(words.seen_long_ago(int(old.sum()), len(day), day.min(), last))
    return everybody, "here when last seen"


def first_of_today(day: pd.Series, is_open: pd.Series) -> pd.Timestamp:
    """The day on which the looks of today begin: from there on more outcomes are open than known, by as many as possible.

    Where they never are, the blanks of the last look are open, if that is a look at the customers; else none is. NaT where no
    day parts them.

    Args:
        day, is_open: of each row, the day on which it was looked at, and whether its outcome is open.
    """
    rows = pd.DataFrame({"day": day.to_numpy(), "open": is_open.to_numpy()})
    dated = rows[rows["day"].notna()]
    if not dated["open"].any() or dated["open"].all():
        return pd.NaT
    per_day = dated.groupby("day")["open"].agg(["sum", "size"])
    more = (2 * per_day["sum"] - per_day["size"])[::-1].cumsum()[::-1]
    first = more.idxmax()
    if more[first] > 0 and per_day.loc[first:, "sum"].sum() >= _FEWEST:
        return first
    last = per_day.index[-1]
    return last if per_day["size"].iloc[-1] >= _LAST_LOOK * len(dated) else last + pd.Timedelta(days=1)

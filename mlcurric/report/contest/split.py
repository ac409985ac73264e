"""Which rows are learned from, which ones judge, and which customers are listed. Later rows judge earlier ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mlcurric.report.contest import split_words as words
from mlcurric.report.contest.cut import (
    FEWEST_TO_JUDGE,
    cut_by_lot,
    first_looks,
    first_to_judge,
    parted_by_lot,
    seen_after,
    told_again,
)
from mlcurric.report.contest.drift import leaving_changed, too_few_at_the_end
from mlcurric.report.contest.stray_blanks import stray_blanks
from mlcurric.report.contest.today import ListedKind, first_of_today, to_list
from mlcurric.report.period import period_of
from mlcurric.report.reading.looks import LOOK_COLUMN, OLD
from mlcurric.report.remark import Remark

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers


@dataclass(frozen=True)
class Split:
    """Positions of rows.

    Attributes:
        learn: known rows; of one customer there may be several.
        judge: known rows, of each customer the first from the day on which judging begins; several of one only where what came of
            a look was over by the next one and customers are too few. With dates, all of them are later than those of ``learn``.
        today: rows to list, one a customer.
        by_date: whether later rows judge; else a part drawn by lot does.
        judged_from: the first day of the rows that judge.
        listed_kind: whether those to list are of unknown outcome, or have stayed so far.
        remarks: what is to be told about it.
        changed: the shares of all looks after which somebody left, before and since, 0 to 1, where they lie far apart.
        once: whether ``judge`` is customers, each once; else looks.
    """

    learn: np.ndarray
    judge: np.ndarray
    today: np.ndarray
    by_date: bool
    judged_from: date | None
    listed_kind: ListedKind
    remarks: tuple[Remark, ...] = ()
    changed: tuple[float, float] | None = None
    once: bool = True


def split(customers: Customers, within: str = "") -> Split:
    """Cut the known rows by their day where there is one, else by lot; the same table is always cut the same way.

    On the first day that judges, nobody knew what would come of the looks shortly before it: rows whose period was not over
    then are neither learned from nor judged on. Where nobody says how long the period is and it reaches over several looks of
    one customer, other customers judge than those learned from.

    Args:
        within: in which time those counted as churned left, as somebody typed it.

    Raises:
        ValueError: if in fewer than ten known rows somebody left or stayed: then there is nothing to judge by.
        Slip: if they are enough rows but too few customers.
    """
    left = customers.left.astype("boolean")
    known = np.flatnonzero(left.notna())
    happened = left.iloc[known].to_numpy(dtype=bool)
    if min(happened.sum(), (~happened).sum()) < FEWEST_TO_JUDGE:
        raise ValueError("Fewer than ten known customers left or stayed: there is nothing to judge a list by.")
    groups = customers.customer
    remarks: list[Remark] = []
    looks = pd.DataFrame({"row": known, "customer": groups[known], "left": happened, "learns": True, "judges": True})
    looks["day"] = pd.NaT if customers.observed is None else customers.observed.dt.normalize().to_numpy()[known]
    looks = looks.sort_values("day", kind="stable").reset_index(drop=True)
    # Where what came of a look is over by the next one, each is a trial of its own.
    looks["counts_as"] = looks["customer"]
    once = told_again(looks)
    cut = _cut_by_day(looks, once, within, remarks)
    if cut is not None:
        learn, judge, first = cut
        # Where the time of the latest has not run out, what they did is not known yet.
        early = any(each.id == "time-not-run-out" for each in remarks)
        # Of the looks of today nobody is known yet but who has left already.
        ended = looks[~(looks["day"] >= first_of_today(customers.observed.dt.normalize(), left.isna()))]
        changed = None if early else leaving_changed(ended, first, remarks)
    else:
        learn, judge = _cut_by_lot(looks, once)
        first = changed = None
        # A column that reads like that day is told of by itself, with all that follows.
        if looks["day"].isna().all() and not any(each.id == LOOK_COLUMN for each in customers.remarks):
            remarks.append(words.NO_DAY)
        if looks["customer"].duplicated().any():
            remarks.append(words.SEVERAL_ROWS)
    rows = [np.sort(part["row"].to_numpy()) for part in (learn, judge)]
    # Of a table that is old as a whole it is told already.
    now = None if any(each.id == OLD for each in customers.remarks) else customers.today
    stray = stray_blanks(customers, remarks)
    today, kind = to_list(left, groups, customers.observed, remarks, within, once, now, stray, customers.since)
    people = not judge["customer"].duplicated().any()
    return Split(*rows, today, cut is not None, first, kind, tuple(remarks), changed, people)


def _cut_by_day(
    looks: pd.DataFrame, once: bool, within: str, remarks: list[Remark]
) -> tuple[pd.DataFrame, pd.DataFrame, date] | None:
    """The looks to learn from and those that judge, each in the order of their days, and the first day of these."""
    dated = looks[looks["day"].notna()]
    if dated.empty:
        return None
    if (days := dated["day"].nunique()) == 1:
        remarks.append(words.one_day(dated["day"].iloc[0]))
        return None
    if late := too_few_at_the_end(dated):
        remarks.append(late)
    period = period_of(within)
    if period and (seen := seen_after(dated, period)):
        remarks.append(words.seen_after(seen, within))
        period = None
    cut = _first_that_fits(dated, once, [period, None] if period else [None])
    if cut is None:
        remarks.append(words.no_cut(days))
        return None
    asked, waits, first = cut
    if period and not waits:
        remarks.append(words.reaches_too_short(within))
    if undated := len(looks) - len(dated):
        remarks.append(words.undated(undated))
    later = asked["day"] >= first
    over = (asked["day"] + waits <= first) if waits else ~later
    if between := int((~later & ~over).sum()):
        remarks.append(words.not_over(between, first, within))
    learn, judge = asked[over & asked["learns"]], asked[later & asked["judges"]]
    judge = judge.iloc[first_looks(judge["counts_as"].to_numpy())]
    if not asked["judges"].all():
        remarks.append(words.parted(first, period_of(within) is not None))
    elif judge["customer"].isin(learn["customer"]).any():
        remarks.append(words.SEEN_BEFORE)
    return learn, judge, first.date()


def _first_that_fits(
    looks: pd.DataFrame, once: bool, periods: list[pd.DateOffset | None]
) -> tuple[pd.DataFrame, pd.DateOffset | None, pd.Timestamp] | None:
    """The looks with what each may do, the time after which it is known what came of them, and the day on which judging begins.

    Customers judge once; where that makes too few leavers, and looks are no repetitions, looks do.
    """
    for period in periods:
        asked = looks
        if once and period is None:
            learns, judges = parted_by_lot(looks["customer"].to_numpy())
            asked = looks.assign(learns=learns, judges=judges)
        for way in (asked,) if once else (asked, asked.assign(counts_as=asked["row"])):
            if (first := first_to_judge(way, period)) is not None:
                return way, period, first
    return None


def _cut_by_lot(looks: pd.DataFrame, once: bool) -> tuple[pd.DataFrame, pd.DataFrame]:
    customer, left = looks["customer"].to_numpy(), looks["left"].to_numpy()
    judges = first_looks(customer) if once else np.arange(len(looks))
    if min(left[judges].sum(), (~left[judges]).sum()) < FEWEST_TO_JUDGE:
        raise words.too_few(int(left[judges].sum()), len(judges))
    learn, judge = cut_by_lot(left, customer, judges)
    return looks.iloc[learn], looks.iloc[judge]

"""Who is gone, of those whose last outcome is open: an earlier row says that they left, or they are missing from the last look;
and whose outcome nobody has filled in."""

from __future__ import annotations

import numpy as np
import pandas as pd

from mlcurric.report.contest import today_words as words
from mlcurric.report.remark import Remark

_LOOKED_AT_AGAIN = 0.5
"""Of all rows; where fewer are followed by another one of the same customer, nobody is missing who has none."""
_COMES_AGAIN, _FEWEST = 0.2, 10
"""Of at least so many who were not seen for a while, fewer than this share came again: whoever is not seen now is gone."""
_MAY_COME = 0.8
"""Where more come again, it says nothing that somebody is not seen."""
_STRAY = 0.1
"""A day with fewer rows than this share of those of a usual day is no look at the customers."""
_FEWEST_LISTED = 10
_FULL = 0.5
"""Of the customers of the looks before; a look at fewer is one at some of them."""


def still_there(
    listed: pd.DataFrame,
    rows: pd.DataFrame,
    period: pd.DateOffset | None,
    told_again: bool,
    remarks: list[Remark],
    within: str = "",
) -> pd.DataFrame:
    """Without those who had left by the last look: by what an earlier row says, or because they are missing from it.

    Nor is listed whose time was over by the last look: what came of it could be known, and a blank says only that nobody has
    filled it in. Where hardly anybody would be left, they are listed all the same.

    Whoever left by an earlier row, and may have done so after the last look, stays, and it is told; so is who was not seen
    lately, where nothing tells whether they are gone.

    Args:
        listed: of ``rows``, the latest of each customer whose outcome is open.
        rows: ``customer``, ``day``, and bools ``open`` and ``left``.
        period: in which those who left did so, counted from the look; ``None`` where nobody knows.
        told_again: whether several looks tell of one leaving, so that a later look does not say that it is over.
        remarks: to which is added what was seen.
        within: the period, as somebody typed it.
    """
    if listed.empty:
        return listed
    last, each = rows["day"].max(), listed["customer"]
    left = each.map(_day_of(rows, rows["left"]).max())
    stayed = each.map(_day_of(rows, ~rows["left"] & ~rows["open"]).max())
    said = left.notna() & ~(stayed > left)
    if period is not None:
        over = left + period
        said &= listed["day"] < over
        gone = said & (over <= last)
    else:
        said &= told_again
        gone = pd.Series(False, listed.index)
    if gone.any():
        remarks.append(words.had_left(int(gone.sum()), last))
    there = ~gone
    missing, doubtful = (each & there for each in _not_seen(listed, rows))
    if missing.any():
        remarks.append(words.missing(int(missing.sum()), last))
    there &= ~missing
    if period is not None:
        overdue = there & (listed["day"] + period <= last)
        if overdue.any() and (there & ~overdue).sum() >= _FEWEST_LISTED:
            remarks.append(words.overdue(int(overdue.sum()), last, within))
            there &= ~overdue
    if (doubtful := doubtful & there).any():
        first = listed.loc[doubtful, "day"].min()
        remarks.append(words.may_be_missing(int(doubtful.sum()), int(there.sum()), first, last))
    if (unsure := said & there).any():
        remarks.append(words.may_have_left(int(unsure.sum()), int(there.sum()), named=period is not None))
    return listed[there]


def came_back(rows: pd.DataFrame, period: pd.DateOffset | None, told_again: bool) -> int:
    """How many customers have a row in which they left, and are there again later.

    Of whom it is known that he stayed after a later look, he had come back by then. A later look of open outcome says so only
    if the time in which he left is over by then.

    Args:
        rows, period, told_again: as of ``still_there``.
    """
    left = _day_of(rows, rows["left"]).min().dropna()
    stayed, open_ = (
        _day_of(rows, which).max().reindex(left.index) for which in (~rows["left"] & ~rows["open"], rows["open"])
    )
    back = left < stayed
    if period is not None:
        back |= left + period <= open_
    elif not told_again:
        back |= left < open_
    return int(back.sum())


def _day_of(rows: pd.DataFrame, which: pd.Series) -> pd.api.typing.SeriesGroupBy:
    return rows[which].groupby("customer")["day"]


def _not_seen(listed: pd.DataFrame, rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Who was not seen for so many looks that, in this table, hardly anybody is seen again; and for so many that not all are.

    Looks are counted, not days: a month has 28 of them, or 31. Where everybody has days of his own, a look is a day.

    Returns:
        Bools like ``listed``, nobody where customers are not looked at again and again.
    """
    nobody = pd.Series(False, listed.index)
    dated = rows[rows["day"].notna()]
    if dated.empty:
        return nobody, nobody
    sizes = dated["day"].value_counts().sort_index()
    looks = sizes.index[sizes >= _STRAY * dated["day"].map(sizes).median()]
    dated = dated.assign(since=len(looks) - np.searchsorted(looks, dated["day"], side="right")).sort_values("day")
    until = dated["since"] - dated.groupby("customer")["since"].shift(-1)
    # How many were not seen for more looks than 0, 1, 2 …, and how many of them came again.
    waited, again = (
        np.bincount(each, minlength=len(looks) + 2)[::-1].cumsum()[::-1][1:]
        for each in (until.fillna(dated["since"]).astype(int), until.dropna().astype(int))
    )
    if again[0] < _LOOKED_AT_AGAIN * waited[0]:
        return nobody, nobody
    enough = waited >= _FEWEST
    # The first number of looks after which so few come again; where there is none, more than there are.
    hardly, some = (
        int(np.argmax(np.append(enough & (again < share * waited), [True]))) for share in (_COMES_AGAIN, _MAY_COME)
    )
    # A last look at only some of the customers says nothing of the others.
    here, before = (
        dated.loc[dated["since"].between(*ends, inclusive="left"), "customer"].nunique()
        for ends in ((0, hardly), (hardly, 2 * hardly))
    )
    since = dated["since"].reindex(listed.index)
    return (since >= hardly) & (here >= _FULL * before), since >= max(some, 1)

"""Looks whose time is not over on the day of the page, or when the table was made: what came of them is not known yet."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.period import period_in_words, period_of
from mlcurric.report.remark import Remark
from mlcurric.subject.digits import in_digits
from mlcurric.subject.product.dates import date_in_words
from mlcurric.text import T, run_on

_FEW_DAYS, _LAST_DAYS, _WAITED = 7, 10, 1.5
"""A table may have been made a week after its last day of leaving, or later: after half as long again as ever passed between the
last ten such days."""


def made_by(left_on: pd.Series | None, observed: pd.Series | None, today: date) -> date:
    """The day by which a table was made, at the latest, by its days of leaving: what came later it cannot tell.

    Args:
        left_on: datetime64[ns], the day of leaving, missing where there is none; ``None`` in a table without such days.
        observed: as for ``time_not_over``.

    Returns:
        Today where the table has too few such days, or nothing says that it is older.
    """
    if left_on is None or observed is None or (observed > pd.Timestamp(today)).any():
        return today
    days = left_on[left_on <= pd.Timestamp(today)].dt.normalize().drop_duplicates().sort_values()
    if len(days) < _LAST_DAYS:
        return today
    waited = days.tail(_LAST_DAYS).diff().max() * _WAITED
    last = max(days.iloc[-1], observed.max()) + max(waited, pd.Timedelta(days=_FEW_DAYS))
    return min(last.date(), today)


def time_not_over(observed: pd.Series | None, within: str, today: date) -> NDArray[np.bool_] | None:
    """Rows that were looked at less than a period before today, or before the table was made.

    Somebody who has stayed so far may still leave, so that a share of leavers counted now is too low.

    Args:
        observed: datetime64[ns], on which day each row was looked at, missing where nothing is known.
        within: in which time after the look those counted as churned left, as somebody typed it.

    Returns:
        ``None`` where there are none, nobody says how long it takes, or days lie ahead: then it is the days that are wrong.
    """
    ends, now = _ends(observed, within), pd.Timestamp(today)
    if ends is None or (observed > now).any():
        return None
    running = (ends > now).to_numpy()
    return running if running.any() else None


def last_that_count(observed: pd.Series | None, within: str, running: NDArray[np.bool_] | None) -> pd.Series | None:
    """The last day, a row, on which leaving is leaving within the period; missing where the period is not over, or no day is known.

    Args:
        observed, within: as for ``time_not_over``.
        running: as ``time_not_over`` gives it.

    Returns:
        ``None`` where nobody knows.
    """
    ends = _ends(observed, within)
    return ends if ends is None or running is None else ends.mask(running)


def part_over(observed: pd.Series, within: str, today: date) -> NDArray[np.float64]:
    """Of the time after each look, the part that is over today, 0 to 1; 0 where no day is known.

    Args:
        observed, within: as for ``time_not_over``, where it gives some back.
    """
    look, ends = observed.dt.normalize(), _ends(observed, within)
    assert ends is not None
    return ((pd.Timestamp(today) - look) / (ends - look)).clip(0, 1).fillna(0).to_numpy(dtype=float)


def _ends(observed: pd.Series | None, within: str) -> pd.Series | None:
    """When the period after each look ends; ``None`` where nobody says how long it takes, or when anybody was looked at."""
    period = period_of(within)
    return None if observed is None or period is None else observed.dt.normalize() + period


def gone_since(
    running: NDArray[np.bool_], left: pd.Series, observed: pd.Series, customer: NDArray[np.int_]
) -> NDArray[np.bool_]:
    """Rows, of those whose time is not over, of customers who have left already: those that say so, and those before them.

    Without them, those who left soon would make the share of leavers too high; and who has left would else stand there as he
    was at an earlier look, as if he were a customer still. A later row is of somebody who has come back.

    Args:
        running: as ``time_not_over`` gives it, without rows that are no customers.
        left, observed, customer: of all rows.
    """
    says_so = running & left.eq(True).fillna(False).to_numpy(dtype=bool)
    day = observed.dt.normalize()
    left_after = day.where(says_so).groupby(customer).transform("max")
    return running & (day <= left_after).to_numpy()


def about_not_over(observed: pd.Series, gone: int, within: str, today: date, until: date) -> Remark:
    """That they neither teach nor judge.

    Args:
        observed: of the rows whose outcome would else have been taken as known; at least one.
        gone: how many of them are left out, as ``gone_since`` finds them.
        until: the day by which the table was made.
    """
    says = run_on((_NOT_OVER if until == today else _NOT_OVER_THEN, *([_GONE] if gone else []), _LISTED)).format(
        n=in_digits(len(observed)),
        gone=in_digits(gone),
        first=date_in_words(observed.min().date()),
        today=date_in_words(until),
        within=period_in_words(within),
    )
    return Remark("time-running", says, _LATER)


def too_few_are_over(n: int, within: str, until: date) -> T:
    """Why too few outcomes are known to learn from."""
    return _TOO_FEW.format(n=in_digits(n), within=period_in_words(within), today=date_in_words(until))


_NOT_OVER = T(
    "{n} rows were looked at from {first} on, less than {within} before {today}, the day of this page: what comes of them is not "
    "known yet. So they neither teach nor judge.",
    "データの日付が{first}以降の{n}行は、このページを作った{today}の時点で、その日付からまだ{within}たっていません。結果はこれからなので、学ぶのにも確かめるのにも"
    "使っていません。",
)
_NOT_OVER_THEN = T(
    "By its days of leaving, the table was made on {today} at the latest. {n} rows were looked at from {first} on, less than {within} "
    "before: what comes of them is not known yet. So they neither teach nor judge.",
    "解約日からみて、この表が作られたのは遅くとも{today}ごろです。データの日付が{first}以降の{n}行は、その時点でまだ{within}たっていません。"
    "結果はこれからなので、学ぶのにも確かめるのにも使っていません。",
)
_GONE = T(
    "Of these, the {gone} rows of customers who have left already were left out.",
    "このうち、すでに解約した人の{gone}行は除きました。",
)
_LISTED = T(
    "Whoever is still there can be listed; what is expected of a list of such customers alone is {within} from {today} on, not the "
    "rest of that time.",
    "まだ続けている人は、リストの対象です。そうした人だけのリストの見込みは、残りの期間ではなく、{today}から{within}の間の解約です。",
)
_LATER = T(
    "Once that time is over, have the table exported again: then these rows count.",
    "期間が過ぎてから表を書き出し直してもらうと、これらの行の結果も使えます。",
)
_TOO_FEW = T(
    "Not counted are {n} rows looked at less than {within} before {today}: who of them leaves is not known yet. Add looks "
    "whose time is over, or, if the column is not the day of a look, leave --observed-at out.",
    "{today}の時点で、データの日付からまだ{within}たっていない{n}行は、結果がまだわからないので数えていません。期間が過ぎた時点の行を足すか、"
    "データの日付の列でなければ --observed-at を外してください。",
)

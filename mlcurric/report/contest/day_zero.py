"""The day from which the days of a table are counted, where nobody has said when each row was looked at: one for all columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
from pandas.api.types import is_datetime64_any_dtype

from mlcurric.report.contest.leak_names import sounds_planned

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers

_MANY = 0.01
"""Of a column's days; where no more of them lie ahead, somebody has mistyped a year."""
_SOON, _STALE = pd.Timedelta(days=45), pd.DateOffset(years=1)
"""What is planned begins soon after the day on which a table is exported, and that day is not longer ago than a year."""


@dataclass(frozen=True)
class DayZero:
    """The day, and where it comes from.

    Attributes:
        column: whose latest day it is; ``None`` where it is the day of the page.
        ahead: columns with days after it.
    """

    day: pd.Timestamp
    column: str | None
    ahead: tuple[str, ...]


def day_zero(customers: Customers) -> DayZero | None:
    """The latest day among the columns whose days lie in the past: the day of the table, as nearly as it tells. What is planned,
    such as a renewal, lies before it or after it.

    A column is planned if days of it lie ahead of the page, or if its name says so: in an old table they are over by now. Where
    all columns are, or where what they hold begins only long after the others end (customers who all began years ago), they are
    counted from the day of the page.

    Returns:
        ``None`` where the table holds no days.
    """
    of_days = {name: read.values for name, read in customers.columns.items() if is_datetime64_any_dtype(read.values)}
    days = {name: filled for name, each in of_days.items() if len(filled := each.dropna())}
    if not days:
        return None
    today = pd.Timestamp(customers.today)
    planned = {name for name, each in days.items() if sounds_planned(name) or (each > today).mean() > _MANY}
    past = {name: each[each <= today].max() for name, each in days.items() if name not in planned}
    column, day = max(past.items(), key=lambda each: each[1], default=(None, today))
    after = [first for name in planned if not pd.isna(first := days[name][days[name] > day].min())]
    if column and after and (min(after) > day + _SOON or day < today - _STALE):
        column, day = None, today
    return DayZero(day, column, tuple(name for name, each in days.items() if (each > day).any()))

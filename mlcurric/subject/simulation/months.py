"""The business month by month: customers change, leave and are replaced; prices rise and counting changes on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from mlcurric.subject.simulation.change import Columns, arrive, as_table, change
from mlcurric.subject.simulation.truth import Truth
from mlcurric.subject.simulation.world import World

HORIZON = 3
"""Months that a prediction looks ahead, and that a call lasts."""
_STAYS_NEW = 6
Calls = Callable[[int, pd.DataFrame], ArrayLike]


@dataclass(frozen=True)
class PriceShock:
    """Prices rise for many customers at once, and a call that used to help those with a rise now does them harm.

    Attributes:
        month: the month that begins with it.
        share: of all customers, who is hit.
        added: log-odds of leaving on top for them, while the rise is new (six months).
        heard: the share of a call's help that is left for them; below 0 the call reminds them of what they pay.
    """

    month: int
    share: float = 0.45
    added: float = 0.7
    heard: float = -0.2


@dataclass(frozen=True)
class Recount:
    """Logins are counted in another way from one month on: the numbers move, the customers do not.

    Attributes:
        month: the first month of the new counting.
        by: percent, what is added to everybody's trend.
    """

    month: int
    by: float = -20.0


@dataclass(frozen=True)
class Month:
    """One month of the business.

    Attributes:
        number: counted from 1.
        customers: the table at its beginning, as the company knows it (see ``draw_customers``); whoever leaves is
            replaced by a new customer with a number of its own, so the rows stay in step from month to month.
        called: bool, who was called in it.
        left: bool, who left in it.
        truth: what is true of them at its beginning, for the three months from then on; never for a learner's notebook.
    """

    number: int
    customers: pd.DataFrame = field(repr=False)
    called: np.ndarray = field(repr=False)
    left: np.ndarray = field(repr=False)
    truth: Truth = field(repr=False)


def live(
    world: World,
    size: int,
    months: int,
    events: Iterable[PriceShock | Recount] = (),
    calls: Calls | None = None,
) -> list[Month]:
    """Let months pass. The same world, size and calls give the same months; other calls meet the same luck.

    Args:
        size: customers, the same number in every month; 100,000 over 24 months take about three seconds.
        events: what happens from outside.
        calls: from a month's number and its table to who is called, one bool a row; by default nobody. Within three
            months a customer who is called again is not moved again.

    Raises:
        ValueError: if ``calls`` does not give one bool a row.
    """
    return list(living(world, size, months, events, calls))


def living(
    world: World,
    size: int,
    months: int,
    events: Iterable[PriceShock | Recount] = (),
    calls: Calls | None = None,
) -> Iterator[Month]:
    """The same months one by one, each as it ends: whoever calls can look back on those that have passed.

    Raises:
        ValueError: as ``live`` does, in the month in question.
    """
    return _months(world, size, months, tuple(events), calls)


def labelled(lived: Sequence[Month], number: int) -> pd.DataFrame:
    """The table of a month with what came true of it: ``called``, and ``churned`` (bool: left within three months).

    Raises:
        ValueError: if those three months have not passed yet; labels come that late.
    """
    of = {month.number: month for month in lived}
    if number not in of or number + HORIZON - 1 not in of:
        last = max(of, default=0) - HORIZON + 1
        raise ValueError(f"Of month {number} it is not known yet who left within {HORIZON} months; of {last} it is.")
    left = np.any([of[number + ahead].left for ahead in range(HORIZON)], axis=0)
    return of[number].customers.assign(called=of[number].called, churned=left)


def _months(
    world: World, size: int, months: int, events: tuple[PriceShock | Recount, ...], calls: Calls | None
) -> Iterator[Month]:
    columns = arrive(world.random("months: arrivals"), size)
    hit_in = np.zeros(size, dtype=int)
    last_call = np.full(size, -HORIZON)
    numbers = size
    for number in range(1, months + 1):
        random = world.random(f"months: month {number}")
        if number > 1:
            columns = change(columns, random)
        for event in events:
            if isinstance(event, PriceShock) and event.month == number:
                hit = random.random(size) < event.share
                columns["price_rise"] = columns["price_rise"] | hit
                hit_in[hit] = number
        table = _counted(as_table(columns), number, events)
        truth = _truth(world, columns, random, number, hit_in, events)
        called = np.zeros(size, dtype=bool) if calls is None else np.asarray(calls(number, table.copy()))
        if called.shape != (size,) or called.dtype != bool:
            raise ValueError(f"In month {number} one bool a customer is expected, {size} in all.")
        last_call[called] = number
        risk = np.where(number - last_call < HORIZON, truth.churn_if_called, truth.churn_if_left_alone)
        left = random.random(size) < 1 - (1 - risk) ** (1 / HORIZON)
        yield Month(number, table, called, left, truth)
        gone = np.flatnonzero(left)
        # As many are drawn whoever left, so that other calls meet the same luck in the months after.
        new = arrive(random, size // 8)
        columns = {name: _put(column, gone, np.resize(new[name], len(gone))) for name, column in columns.items()}
        columns["tenure"][gone] = 0
        columns["customer"][gone] = numbers + np.arange(1, len(gone) + 1)
        hit_in[gone], last_call[gone] = 0, -HORIZON
        numbers += len(gone)


def _counted(table: pd.DataFrame, number: int, events: tuple[PriceShock | Recount, ...]) -> pd.DataFrame:
    """The table as it is counted in a month."""
    by = sum(event.by for event in events if isinstance(event, Recount) and event.month <= number)
    if not by:
        return table
    return table.assign(logins_trend=np.clip(table["logins_trend"] + by, -100, 100).astype(np.int16))


def _truth(
    world: World,
    columns: Columns,
    random: np.random.Generator,
    number: int,
    hit_in: np.ndarray,
    events: tuple[PriceShock | Recount, ...],
) -> Truth:
    added, heard = np.zeros(len(hit_in), np.float32), np.ones(len(hit_in), np.float32)
    for event in events:
        if isinstance(event, PriceShock):
            hit = hit_in == event.month
            heard[hit] = event.heard
            if number - event.month < _STAYS_NEW:
                added[hit] = event.added
    numbers = {name: column.astype(np.float32) for name, column in columns.items()}
    return world.truth_of(numbers, columns["unseen"], random, added=added, heard=heard)


def _put(column: np.ndarray, at: np.ndarray, values: np.ndarray) -> np.ndarray:
    """A copy of a column with other values in some places."""
    column = column.copy()
    column[at] = values
    return column

"""The business month by month: customers change, leave and are replaced; prices rise and counting changes on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from mlcurric.subject import amounts
from mlcurric.subject.columns import check_rows
from mlcurric.subject.simulation.change import Columns, arrive, as_table, change
from mlcurric.subject.simulation.world import World
from mlcurric.subject.truth import Truth

HORIZON = 3
"""Months that a prediction looks ahead, and that a call lasts."""
_STAYS_NEW = 6
Calls = Callable[[int, pd.DataFrame], ArrayLike]


@dataclass(frozen=True)
class PriceShock:
    """Prices rise for many customers at once, and a call that used to help those with a rise now does them harm.

    Attributes:
        month: the month that begins with it, counted from 1.
        share: of all customers, who is hit, 0 to 1.
        added: log-odds of leaving on top for them, while the rise is new (six months).
        heard: the share of a call's help that is left for them, up to 1; below 0 the call reminds them of what they pay.

    Raises:
        ValueError: if one of them is no such number.
    """

    month: int
    share: float = 0.45
    added: float = 0.7
    heard: float = -0.2

    def __post_init__(self) -> None:
        amounts.whole(self.month, "month", least=1)
        amounts.share(self.share, "share")
        amounts.number(self.added, "added")
        if amounts.number(self.heard, "heard") > 1:
            raise ValueError(
                f"heard is a share of the help, 1 at most, such as 0.35 for 35 of 100; here it is {self.heard}."
            )


@dataclass(frozen=True)
class Recount:
    """Logins are counted in another way from one month on: the numbers move, the customers do not.

    Attributes:
        month: the first month of the new counting, counted from 1.
        by: percent, what is added to everybody's trend.

    Raises:
        ValueError: if one of them is no such number.
    """

    month: int
    by: float = -20.0

    def __post_init__(self) -> None:
        amounts.whole(self.month, "month", least=1)
        amounts.number(self.by, "by")


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
        size: customers, 1 or more, the same number in every month; 100,000 over 24 months take about three seconds.
        months: how many, 1 or more.
        events: what happens from outside; one price shock a month at most.
        calls: from a month's number and its table to who is called, one bool a row (a column in the table's own order); by
            default nobody. Within three months a customer who is called again is not moved again.

    Raises:
        ValueError: if ``size`` or ``months`` is no such number, or ``events`` holds anything else; if ``calls`` does not
            give one bool a row, or gives those of other rows.
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
        ValueError: as ``live`` does; about who is called, in the month in question.
    """
    if calls is not None and not callable(calls):
        raise ValueError("calls is a function of a month's number and its table, which gives one bool a customer.")
    size, months = amounts.whole(size, "size", least=1), amounts.whole(months, "months", least=1)
    return _months(world, size, months, _checked(events), calls)


def labelled(lived: Sequence[Month], number: int) -> pd.DataFrame:
    """The table of a month with what came true of it: ``called``, and ``churned`` (bool: left within three months).

    Raises:
        ValueError: if those three months have not passed yet; labels come that late.
    """
    of = {month.number: month for month in lived}
    if not all(number + ahead in of for ahead in range(HORIZON)):
        known = [each for each in of if all(each + ahead in of for ahead in range(HORIZON))]
        raise ValueError(
            f"Of month {number} it is not known yet who left within {HORIZON} months; of {max(known, default='none')} it is."
        )
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
        called = np.zeros(size, dtype=bool) if calls is None else _called(calls(number, table.copy()), number, table)
        last_call[called] = number
        risk = np.where(number - last_call < HORIZON, truth.churn_if_called, truth.churn_if_left_alone)
        left = random.random(size) < 1 - (1 - risk) ** (1 / HORIZON)
        yield Month(number, table, called, left, truth)
        gone = np.flatnonzero(left)
        # As many are drawn whoever left, so that other calls meet the same luck in the months after.
        new = _newcomers(random, len(gone), max(1, size // 8))
        columns = {name: _put(column, gone, new[name]) for name, column in columns.items()}
        columns["tenure"][gone] = 0
        columns["customer"][gone] = numbers + np.arange(1, len(gone) + 1)
        hit_in[gone], last_call[gone] = 0, -HORIZON
        numbers += len(gone)


def _checked(events: Iterable[PriceShock | Recount]) -> tuple[PriceShock | Recount, ...]:
    if not isinstance(events, Iterable):
        raise ValueError(f"events is a list, such as [PriceShock(month=7)]; here it is {events!r}.")
    events = tuple(events)
    for event in events:
        if not isinstance(event, PriceShock | Recount):
            raise ValueError(f"events is a list of PriceShock(month=7), Recount(month=4) or both; it holds {event!r}.")
    shocks = [event.month for event in events if isinstance(event, PriceShock)]
    if len(set(shocks)) < len(shocks):
        raise ValueError("Two price shocks begin in one month; make them one, or let a month pass between them.")
    return events


def _called(called: ArrayLike, number: int, table: pd.DataFrame) -> np.ndarray:
    who = np.asarray(called)
    if who.shape != (len(table),) or who.dtype != bool:
        raise ValueError(f"In month {number} one bool a customer is expected, {len(table)} in all.")
    check_rows(table, called, (f"the table of month {number}", "who is called"))
    return who


def _newcomers(random: np.random.Generator, size: int, at_once: int) -> Columns:
    """Customers who arrive, drawn so many at once: the first are the same however many are needed."""
    drawn = [arrive(random, at_once)]
    while len(drawn) * at_once < size:
        drawn.append(arrive(random, at_once))
    return {name: np.concatenate([each[name] for each in drawn])[:size] for name in drawn[0]}


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

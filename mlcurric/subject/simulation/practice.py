"""The practice world, which all learners share, and the tables of it that the lessons use."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

import pandas as pd

from mlcurric.subject.simulation.keys import PRACTICE
from mlcurric.subject.simulation.months import HORIZON, labelled, live
from mlcurric.subject.simulation.world import World, draw_world

SIZES = {"spring": 10_000, "summer": 10_000, "today": 10_000, "pilot": 20_000, "habit": 20_000, "months": 6_000}
"""The tables, and their rows; of ``"months"``, the customers in each."""
OBSERVED = {1: date(2025, 7, 1), 4: date(2025, 10, 1), 7: date(2026, 1, 1), 10: date(2026, 4, 1)}
"""The days on which the customers of ``"months"`` were looked at, by the month of the business."""
# Whom the team called before there was a list: those whom it worried about, and whoever was worth a call.
_WORRY, _SELDOM = 0.7, 0.05


_KEPT_TABLES = 2 * len(SIZES)

_entered: list[World] = []


@cache
def practice_world() -> World:
    """The world behind the tables: the practice world, whose truth is public, or the one that this process entered."""
    return _entered[0] if _entered else shown_world()


@cache
def shown_world() -> World:
    """The practice world, whose tables every learner has seen, in a process that entered another one, too."""
    return draw_world(PRACTICE)


def enter_world(world: World) -> None:
    """Put a world that nobody has seen behind every table and every check of this process, for good.

    What was computed of one world never meets another: a process has one.

    Raises:
        RuntimeError: if this process has drawn from a world already.
    """
    if practice_world.cache_info().currsize:
        raise RuntimeError("This process has drawn from a world already; enter another in a new process.")
    _entered.append(world)


def is_entered() -> bool:
    """Whether this process has entered a world that nobody has seen."""
    return bool(_entered)


def load_customers(part: str) -> pd.DataFrame:
    """A table of simulated customers, as the company knows them (columns: see ``draw_customers``).

    Args:
        part: ``"spring"`` or ``"summer"``, with ``churned`` (bool: left within the following three months; nobody was
            called); ``"today"``, whose outcome nobody knows; ``"pilot"``, last year's trial, half of it called by lot, with
            ``called`` and ``churned``; ``"habit"``, the calls of the year before, made by whom the team worried about,
            with the same columns; or ``"months"``, the same business looked at on four days three months apart, with
            ``observed_at`` (date) and ``churned``; nobody was called.

    Raises:
        ValueError: naming the tables there are.
    """
    if part not in SIZES:
        raise ValueError(f"There is no table {part!r}; there are {', '.join(SIZES)}.")
    return customers_of(practice_world(), part)


def load_shown(part: str) -> pd.DataFrame:
    """A table as every learner has seen it, the practice world's, in a process that entered another world, too.

    For what a page has told, and for answers that are read off it. Arguments and errors as for ``load_customers``.
    """
    return customers_of(shown_world(), part)


def customers_of(world: World, part: str) -> pd.DataFrame:
    """The same table of any world, also of one that this process has not entered (yet)."""
    return _made(world, part).copy()


@lru_cache(maxsize=_KEPT_TABLES)
def _made(world: World, part: str) -> pd.DataFrame:
    size = SIZES[part]
    if part == "today":
        return world.draw(part, size)[0]
    if part == "habit":
        return world.campaign(part, size, _worried_about)
    if part == "months":
        lived = live(world, size, max(OBSERVED) + HORIZON - 1)
        looks = [labelled(lived, number).assign(observed_at=pd.Timestamp(day)) for number, day in OBSERVED.items()]
        return pd.concat(looks, ignore_index=True).drop(columns="called")
    return (world.pilot if part == "pilot" else world.history)(part, size)


def _worried_about(customers: pd.DataFrame) -> pd.Series:
    worrying = (
        (customers["days_since_login"] >= 10) | (customers["logins_trend"] < -20) | (customers["seat_change"] < 0)
    )
    return worrying.map({True: _WORRY, False: _SELDOM})

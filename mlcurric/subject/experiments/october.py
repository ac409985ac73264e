"""The round that lesson 1-5 agreed on: a list of 600, half of it called by lot, as the company's systems recorded it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from mlcurric.subject import amounts
from mlcurric.subject.ranking import contact_list
from mlcurric.subject.simulation.practice import customers_of, practice_world
from mlcurric.subject.simulation.world import World
from mlcurric.subject.uplift import expected_gain, learn_calls

LIST_SIZE, WEEKS = 600, 13
_CALLS_A_WEEK = 50
_CUSTOMERS = 10_000


def half_called(world: World, part: str, pilot: pd.DataFrame, size: int = LIST_SIZE) -> pd.DataFrame:
    """A list by expected gain, half of it drawn by lot to be called, and what came of it in the quarter.

    The team calls 50 of the drawn customers a week; whoever leaves before their turn is never called. Who *was* called
    therefore tells of the outcome, and only ``drawn`` may be compared.

    Args:
        world: whose customers they are.
        part: a name; the same one gives the same round again.
        pilot: what the list is learned from.
        size: customers on the list, from 2 to 1,300: more than 50 a week cannot be called.

    Returns:
        One row a customer, in the order of the list: the columns of ``draw_customers``, ``drawn`` (bool: the lot says
        call), ``called_in_week`` and ``left_in_week`` (whole weeks 1 to 13, missing for whoever was not called, or stayed).

    Raises:
        ValueError: if ``size`` is no such number.
    """
    size = amounts.whole(size, "size", least=2, most=2 * WEEKS * _CALLS_A_WEEK)
    customers, truth = world.draw(part, _CUSTOMERS)
    listed = contact_list(customers, expected_gain(learn_calls(pilot), customers), size)
    at = customers.index.get_indexer(listed.index)
    drawn = np.zeros(size, dtype=bool)
    drawn[world.random(f"{part} lot").permutation(size)[: size // 2]] = True
    risk = np.where(drawn, truth.churn_if_called[at], truth.churn_if_left_alone[at])
    left = world.random(f"{part} outcome").random(size) < risk
    left_in = np.where(left, world.random(f"{part} week").integers(1, WEEKS + 1, size), np.nan)
    turn = np.full(size, np.nan)
    turn[drawn] = world.random(f"{part} turns").permutation(drawn.sum()) // _CALLS_A_WEEK + 1
    gone_before = left_in < turn
    return listed.assign(
        drawn=drawn,
        called_in_week=pd.array(np.where(gone_before, np.nan, turn), dtype="Int64"),
        left_in_week=pd.array(left_in, dtype="Int64"),
    ).reset_index(drop=True)


@lru_cache(maxsize=2)
def _october(world: World) -> pd.DataFrame:
    return half_called(world, "october round", customers_of(world, "pilot"))


def october_round(week: int = WEEKS) -> pd.DataFrame:
    """The round of October to January in the practice world, as it was known at the end of a week.

    Args:
        week: 1 to 13; calls and leavers of later weeks are missing.

    Returns:
        Columns as for ``half_called``.

    Raises:
        ValueError: if the round has no such week.
    """
    return october_round_of(practice_world(), week)


def october_round_of(world: World, week: int = WEEKS) -> pd.DataFrame:
    """The same round in any world."""
    week = amounts.whole(week, "week", least=1, most=WEEKS)
    rows = _october(world).copy()
    for column in ("called_in_week", "left_in_week"):
        rows[column] = rows[column].where(rows[column] <= week)
    return rows

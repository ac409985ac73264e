"""Lists of customers by their numbers, held against the truth: how many stay because of the calls, and what they earn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

from mlcurric.subject.campaigns import CAPACITY, Campaign, worth_deciding
from mlcurric.subject.money import expected_profit
from mlcurric.subject.simulation.practice import SIZES, practice_world
from mlcurric.subject.simulation.world import World
from mlcurric.subject.stakes import first_at_stake
from mlcurric.subject.truth import Truth

NEXT_QUARTER = 10_000
"""How many customers the next quarter's table has."""
_BEFORE_FIRST = 50_000


class Outcome(NamedTuple):
    """What calling a list does on average.

    Attributes:
        kept: customers who stay because they are called, less those who leave because of it.
        profit: yen, against calling nobody.
    """

    kept: float
    profit: float


@dataclass(frozen=True)
class ListedCampaign(Campaign):
    """A campaign whose list is made by whoever decides, and handed over as customer numbers."""

    def outcome(self, numbers: Sequence[int]) -> Outcome:
        """What calling these customers does: the exact expectation under the truth, so it has no noise.

        Args:
            numbers: of customers, each once; their order does not matter.

        Raises:
            ValueError: naming a number that no customer has, or that stands there twice; if there are more than the
                team can call.
        """
        numbers = list(numbers)
        if len(numbers) > self.capacity:
            raise ValueError(f"The team can make {self.capacity:,} calls; the list has {len(numbers):,} customers.")
        if not numbers:
            return Outcome(0.0, 0.0)
        places = self._place_of.get_indexer(numbers)
        if (places < 0).any():
            raise ValueError(f"No customer has the number {numbers[int(np.argmin(places))]}.")
        if len(np.unique(places)) < len(places):
            twice = pd.Series(numbers)[pd.Index(places).duplicated()].iloc[0]
            raise ValueError(f"Customer {twice} stands on the list twice.")
        stays = self._truth.churn_if_left_alone[places] - self._truth.churn_if_called[places]
        return Outcome(float(stays.sum()), expected_profit(self._truth, places, self._offer))

    @cached_property
    def _place_of(self) -> pd.Index:
        return pd.Index(self.customers["customer"])


def load_next_quarter() -> pd.DataFrame:
    """The customers of the next quarter, as the company knows them: no pilot called them, and nobody knows who will leave.

    Returns:
        The columns of ``draw_customers``; ``customer`` counts from 50,001, so that the number of no other table fits.
    """
    return _next_quarter(practice_world())[0]


def draw_next_quarter(world: World) -> ListedCampaign:
    """The campaign of the next quarter in a world, with last spring and last year's pilot to learn from.

    Raises:
        TooLittleAtStake: if decisions differ too little in it.
    """
    return worth_deciding(_campaign(world, *_next_quarter(world)))


def keyed_next_quarter(key: bytes, exercise: str, attempt: int) -> ListedCampaign:
    """The next quarter of a world that nobody has seen; one with too little at stake is drawn again."""
    return first_at_stake(draw_next_quarter, key, exercise, attempt)


@cache
def practice_next_quarter() -> ListedCampaign:
    """The next quarter of the practice world."""
    return draw_next_quarter(practice_world())


@cache
def _practice_today() -> ListedCampaign:
    world = practice_world()
    return _campaign(world, *world.draw("today", SIZES["today"]))


def practice_outcome(listed: pd.DataFrame) -> Outcome:
    """What calling these customers of today really does in the practice world, on average; see ``ListedCampaign.outcome``.

    Args:
        listed: rows of ``load_customers("today")``, with their ``customer`` numbers.
    """
    return _practice_today().outcome(listed["customer"].tolist())


def _next_quarter(world: World) -> tuple[pd.DataFrame, Truth]:
    customers, truth = world.draw("next quarter", NEXT_QUARTER)
    return customers.assign(customer=customers["customer"] + _BEFORE_FIRST), truth


def _campaign(world: World, customers: pd.DataFrame, truth: Truth) -> ListedCampaign:
    history, pilot = world.history("spring", SIZES["spring"]), world.pilot("pilot", SIZES["pilot"])
    return ListedCampaign(customers, CAPACITY, truth, history, pilot)

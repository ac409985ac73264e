"""A campaign to decide on: customers to choose from, a pilot to learn from, and what each choice would earn."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TypeVar

import numpy as np
import pandas as pd

from mlcurric.subject.money import OFFER, Offer, expected_profit, money_score, oracle
from mlcurric.subject.ranking import contact_list
from mlcurric.subject.risk import learn_risk, predicted_risk
from mlcurric.subject.rules import RULES
from mlcurric.subject.simulation.practice import SIZES, practice_world
from mlcurric.subject.simulation.world import World
from mlcurric.subject.stakes import TooLittleAtStake, first_at_stake
from mlcurric.subject.truth import Truth
from mlcurric.subject.uplift import expected_gain, learn_calls

CAPACITY = 1_000
"""How many customers the team can call."""
RANKINGS = ("risk", "value", "risk_times_value", "expected_gain")
"""The orders in which a learner can have the customers called."""
_LEAST_AT_STAKE = 2_500_000
"""Yen between the best rule and the oracle; with less, luck decides more than the decision."""


@dataclass(frozen=True)
class Campaign:
    """Whom to call of one table of customers, and what comes of it. It holds the truth: not for a learner's notebook.

    Attributes:
        customers: whom one can call, as the company knows them.
        capacity: how many calls the team can make.
    """

    customers: pd.DataFrame = field(repr=False)
    capacity: int
    _truth: Truth = field(repr=False)
    _history: pd.DataFrame = field(repr=False)
    _pilot: pd.DataFrame = field(repr=False)
    _offer: Offer = OFFER

    @cached_property
    def scores(self) -> dict[str, pd.Series]:
        """What each of ``RANKINGS`` and ``RULES`` orders by."""
        risk = predicted_risk(learn_risk(self._history), self.customers)
        gain = expected_gain(learn_calls(self._pilot), self.customers, self._offer)
        value = self.customers["value"]
        ranked = dict(zip(RANKINGS, (risk, value, risk * value, gain), strict=True))
        return ranked | {name: rule(self.customers) for name, rule in RULES.items()}

    def profit(self, rank_by: str, how_many: int) -> float:
        """The exact expected profit, in yen, of calling the first ``how_many`` by one of ``scores``.

        Raises:
            KeyError: if there is no such order.
            ValueError: if there are fewer customers than that.
        """
        return self._profit_of(self.scores[rank_by], how_many)

    @cached_property
    def profit_of_perfect_risk(self) -> float:
        """What calling the riskiest earns, up to the capacity, for somebody who knows each risk exactly."""
        risk = pd.Series(self._truth.churn_if_left_alone, index=self.customers.index)
        return self._profit_of(risk, self.capacity)

    @cached_property
    def baseline(self) -> float:
        """What the best of the simple rules earns, or 0 where that is more."""
        return max(0.0, *(self.profit(rule, self.capacity) for rule in RULES))

    @cached_property
    def best(self) -> float:
        """What the oracle earns."""
        return expected_profit(self._truth, oracle(self._truth, self.capacity, self._offer), self._offer)

    def score(self, profit: float) -> float:
        """How much of what there is to gain a profit is, 0 to 1; see ``money_score``."""
        return money_score(profit, self.baseline, self.best)

    def _profit_of(self, score: pd.Series, how_many: int) -> float:
        listed = contact_list(self.customers, score, how_many)
        return expected_profit(self._truth, self.customers.index.get_indexer(listed.index), self._offer)


Some = TypeVar("Some", bound=Campaign)


def draw_campaign(world: World) -> Campaign:
    """The campaign of a world: its customers of today, last spring to learn risk from, and last year's pilot.

    Raises:
        TooLittleAtStake: if decisions differ too little in it.
    """
    customers, truth = world.draw("today", SIZES["today"])
    history, pilot = world.history("spring", SIZES["spring"]), world.pilot("pilot", SIZES["pilot"])
    return worth_deciding(Campaign(customers, CAPACITY, truth, history, pilot))


def worth_deciding(campaign: Some) -> Some:
    """The campaign itself.

    Raises:
        TooLittleAtStake: if decisions differ too little in it.
    """
    if campaign.best - campaign.baseline < _LEAST_AT_STAKE:
        raise TooLittleAtStake
    return campaign


def keyed_campaign(key: bytes, exercise: str, attempt: int) -> Campaign:
    """A campaign that nobody has seen, drawn from a secret key; a world with too little at stake is drawn again."""
    return first_at_stake(draw_campaign, key, exercise, attempt)


@cache
def practice_campaign() -> Campaign:
    """The campaign of the practice world."""
    return draw_campaign(practice_world())


def practice_profit(rank_by: str, how_many: int) -> float:
    """What calling the first ``how_many`` of an order really earns in the practice world, in yen; see ``Campaign.profit``."""
    return practice_campaign().profit(rank_by, how_many)


def perfect_knowledge_profit() -> float:
    """What calling the 1,000 riskiest earns in the practice world, in yen, for somebody who knows each risk exactly."""
    return practice_campaign().profit_of_perfect_risk


def profit_curve(campaign: Campaign, rank_by: str, step: int = 10) -> pd.Series:
    """The expected profit (yen) of calling the first 0, ``step``, 2 ``step`` … customers up to the capacity."""
    sizes = np.arange(0, campaign.capacity + 1, step)
    return pd.Series([campaign.profit(rank_by, size) for size in sizes], index=sizes, name=rank_by)

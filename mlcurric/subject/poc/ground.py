"""The ground on which a plan is rehearsed: simulated customers in the order of a list, whose truth is known both ways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import expit, logit

from mlcurric.subject.money import gain_of_call
from mlcurric.subject.simulation.keys import PRACTICE, world_key
from mlcurric.subject.simulation.practice import is_entered, load_shown, practice_world
from mlcurric.subject.simulation.world import World, draw_world
from mlcurric.subject.uplift import CallModel, learn_calls

WORKS, NOTHING, HARMS = "works", "nothing", "harms"
WORLDS = {WORKS: 1, NOTHING: 0, HARMS: -1}
"""The worlds in which a plan is rehearsed, and what the calls do there, in smallest effects."""
WEEKS_TO_KNOW = 13.0
"""Weeks from a call until it is known who left: the simulated customers' three months."""
OCTOBER = 100 * 80 / 300
"""Of 100 left alone in the October round of lesson 2-4, who left; a test counts them again."""
_CUSTOMERS = 30_000
_MOST_HEARD = 60.0
# Newer than a year; and who would not recommend us.
_NEW, _CRITICAL = 12, 6


@dataclass(frozen=True)
class Ground:
    """Customers in the order in which a list names them. It holds the truth: not for a learner's notebook.

    Attributes:
        customers: as the company knows them (see ``draw_customers``), the first of the list first.
        promised: what the model that made the order says each does if left alone, 0 to 1.
    """

    customers: pd.DataFrame = field(repr=False)
    promised: NDArray = field(repr=False)
    _alone: NDArray = field(repr=False)
    """Log-odds of leaving if left alone."""
    _call: NDArray = field(repr=False)
    """What a call adds to them."""
    random: Callable[[str], np.random.Generator] = field(repr=False)
    elsewhere: float = OCTOBER
    """Of 100 left alone in another round, who left; in the lessons that of October (2-4), with other customers."""

    def __len__(self) -> int:
        return len(self.customers)

    @property
    def risk(self) -> NDArray:
        """The chance that each leaves if left alone, 0 to 1."""
        return expit(self._alone)

    def log_odds(self, size: int) -> NDArray:
        """Of leaving if left alone, for the first ``size``."""
        return self._alone[:size]

    def log_odds_if_called(self, size: int, fewer_of_100: float) -> NDArray:
        """Of leaving if called, where of 100 of the first ``size`` so many fewer leave than if left alone.

        Who is helped by a call, and who is woken by it, is as in the world of these customers. Only the help is scaled
        (as by ``heard`` in ``World.truth_of``; below 0 the calls do harm), until the average over the list is the one asked
        for. What no call can reach stays as near to it as it can.
        """
        alone, call = self._alone[:size].astype(float), self._call[:size].astype(float)
        left = expit(alone).mean()

        def called(heard: float) -> NDArray:
            return alone + np.where(call < 0, call * heard, call)

        def beyond(heard: float) -> float:
            return left - expit(called(heard)).mean() - fewer_of_100 / 100

        low, high = -_MOST_HEARD, _MOST_HEARD
        if beyond(low) >= 0 or beyond(high) <= 0:
            return called(low if beyond(low) >= 0 else high)
        return called(brentq(beyond, low, high, xtol=1e-4))

    def moved_to(self, leave_of_100: float, size: int) -> Ground:
        """The same customers where so many of 100 of the first ``size`` leave if left alone; the model expects it, too.

        Raises:
            ValueError: unless it lies between 0 and 100.
        """
        if not 0 < leave_of_100 < 100:
            raise ValueError(f"Of 100 customers more than 0 and fewer than 100 leave; here it is {leave_of_100:g}.")
        moved = brentq(lambda by: expit(self._alone[:size] + by).mean() - leave_of_100 / 100, -40, 40)
        promised = expit(logit(self.promised) + moved)
        return replace(self, _alone=self._alone + moved, promised=promised, elsewhere=leave_of_100)

    def worth(self, value: float, size: int) -> Ground:
        """The same customers, the first ``size`` worth so much on average; who is worth more than another stays so."""
        scaled = self.customers["value"] * (value / self.customers["value"][:size].mean())
        return replace(self, customers=self.customers.assign(value=scaled))

    def groups(self, size: int) -> dict[str, NDArray]:
        """Groups of the first ``size`` customers that somebody may look at afterwards: name → bool each; they overlap."""
        rows = self.customers[:size]
        found = {
            "yearly_contract": rows["yearly_contract"],
            "price_rise": rows["price_rise"],
            "open_tickets": rows["open_tickets"] > 0,
            "seat_change": rows["seat_change"] < 0,
            "tenure": rows["tenure"] < _NEW,
            "nps": rows["nps"] <= _CRITICAL,
        }
        return {name: flag.to_numpy(bool) for name, flag in found.items()}


@cache
def company_models() -> CallModel:
    """The company's models, learned from last year's pilot."""
    return learn_calls(load_shown("pilot"))


def draw_ground(world: World) -> Ground:
    """Thirty thousand customers of another company's world, in the order in which our models name them."""
    customers, truth = world.draw("osaka", _CUSTOMERS)
    churn = company_models().churn(customers)
    gain = gain_of_call(churn["if_left_alone"], churn["if_called"], customers["value"])
    order = np.argsort(-gain.to_numpy().round(6), kind="stable")
    alone, called = logit(truth.churn_if_left_alone[order]), logit(truth.churn_if_called[order])
    return Ground(
        customers=customers.iloc[order].reset_index(drop=True),
        promised=churn["if_left_alone"].to_numpy()[order],
        random=world.random,
        _alone=alone.astype(np.float32),
        _call=(called - alone).astype(np.float32),
    )


def keyed_ground(key: bytes, exercise: str, attempt: int) -> Ground:
    """Customers whom nobody has seen, drawn from a secret key."""
    return draw_ground(draw_world(world_key(key, exercise, attempt)))


@cache
def osaka_ground() -> Ground:
    """The customers of the sister company in Osaka, which all learners share."""
    return keyed_ground(PRACTICE, "2-8", 1)


@cache
def ground_to_judge_on() -> Ground:
    """The customers on whom a plan is judged: Osaka's, or in a process that entered another world, customers of that one.

    What is told of Osaka is the same for everybody (``osaka_ground``); a plan has to do with whom it meets.
    """
    return draw_ground(practice_world()) if is_entered() else osaka_ground()


def load_osaka() -> pd.DataFrame:
    """The customers of the sister company in Osaka as its systems know them, by customer number; nobody was ever called."""
    return osaka_ground().customers.sort_values("customer", ignore_index=True)

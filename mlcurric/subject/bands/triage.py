"""Three bands by expected gain, and what they really earn: an exact expectation over what reviewers answer, nothing is drawn.

Customers of one or several lists stand in the order of the machine's expected gain. From ``call_from`` on they are called at
once. From ``look_from`` on somebody looks first and a call follows where the answer is “call” (see ``Reviewers``). The hours
are spent from the top of that band; whomever they do not reach is left alone, as are all below it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from numbers import Integral

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from threadpoolctl import threadpool_limits

from mlcurric.subject.bands.cumulative import CumulativeGains, Looked
from mlcurric.subject.bands.cut_offs import ALL_CALLED, ALL_LOOKED_AT, LOOKS_EACH, Bands
from mlcurric.subject.columns import check_rows, labels, numbers
from mlcurric.subject.money import gain_of_call, money_score
from mlcurric.subject.simulation.practice import SIZES, practice_world
from mlcurric.subject.simulation.reviewers import Reviewers
from mlcurric.subject.simulation.world import World
from mlcurric.subject.stakes import TooLittleAtStake, first_at_stake
from mlcurric.subject.uplift import expected_gain, learn_calls

LISTS, A_LIST = 4, 10_000
"""A year has so many lists, each made from so many customers."""
_LEAST_AT_STAKE = 600_000
"""Yen between the simplest ways and the best bands of a year; with less, luck decides more than the decision."""
_EVERY = 40


@dataclass(frozen=True)
class Triage:
    """Customers of one or several lists, and what comes of bands. It holds the truth: not for a learner's notebook.

    Attributes:
        customers: as the company knows them.
        expected: yen, what the machine expects of a call, row by row with ``customers``.
        lists: how many lists they are; each has hours of its own.

    Raises:
        ValueError: if the table, the expected gains and the truth are not of the same rows, a gain is missing, or there is no
            whole number of lists.
    """

    customers: pd.DataFrame = field(repr=False)
    expected: pd.Series = field(repr=False)
    _gain: np.ndarray = field(repr=False)
    _churn: tuple[np.ndarray, np.ndarray] = field(repr=False)
    lists: int = 1
    reviewers: Reviewers = field(default_factory=Reviewers)

    def __post_init__(self) -> None:
        check_rows(self.customers, self.expected, ("the table of customers", "the expected gains"))
        for name, column in (
            ("expected", self.expected),
            ("the true gains", self._gain),
            ("the risk left alone", self._churn[0]),
            ("the risk if called", self._churn[1]),
        ):
            check_rows(self.customers, column, ("the table of customers", name))
            numbers(column, name)
        if not isinstance(self.lists, Integral) or self.lists < 1:
            raise ValueError(f"lists is a whole number from 1; here it is {self.lists!r}.")

    @property
    def worth_a_call(self) -> NDArray[np.bool_]:
        """Whether a call to each customer earns anything in truth."""
        return self._gain > 0

    def says_call(self) -> NDArray[np.float64]:
        """How often one reviewer would answer “call”, 0 to 1, one a customer."""
        return self.reviewers.says_call(self._gain)

    def people_right(self) -> NDArray[np.float64]:
        """How often one reviewer would be right, 0 to 1, one a customer."""
        return self.reviewers.right(self._gain)

    def answers(self, random: np.random.Generator) -> pd.Series:
        """Let one reviewer look at every customer: “call” as True, row by row with ``customers``."""
        judged = self.reviewers.judge(self._gain, random)
        return pd.Series(judged, index=self.customers.index, dtype="boolean", name="says")

    def earned_by(self, called: ArrayLike) -> float:
        """What calling some of the customers really earns, in yen.

        Args:
            called: True or False (or 1 and 0), row by row with ``customers``.

        Raises:
            ValueError: if it holds anything else, or belongs to other rows, or to the same in another order.
        """
        return float(self._gain[self._calls(called)].sum())

    def outcomes(self, called: ArrayLike, random: np.random.Generator) -> NDArray[np.bool_]:
        """Draw who leaves, one a customer; the same draw decides for whoever is called and whoever is not.

        Args, Raises:
            as for ``earned_by``.
        """
        drawn = random.random(len(self.customers))
        alone, if_called = self._churn
        return drawn < np.where(self._calls(called), if_called, alone)

    def _calls(self, called: ArrayLike) -> NDArray[np.bool_]:
        check_rows(self.customers, called, ("the table of customers", "the column of calls"))
        return labels(called, "the column of calls")

    @property
    def looks(self) -> int:
        """How many looks there are hours for, in all lists."""
        return self.lists * self.reviewers.looks

    @cached_property
    def gains(self) -> CumulativeGains:
        """What the first 0, 1, 2 … customers come to, in the order of their expected gain."""
        # Rounded, because the last bits of a score differ between machines and would decide ties.
        order = np.argsort(-self.expected.to_numpy().round(6), kind="stable")
        gain = self._gain[order]
        looked = {}
        for people in LOOKS_EACH:
            says = self.reviewers.says_call(gain, people)
            looked[people] = Looked(_sums(says * gain - people * self.reviewers.cost), _sums(says))
        return CumulativeGains(self.expected.to_numpy()[order], _sums(gain), looked, self.looks)

    def reached(self, bands: Bands) -> int:
        """How many of the middle band somebody looks at, from its top."""
        return self.gains.reached(bands)

    def profit(self, bands: Bands) -> float:
        """The exact expected profit, in yen, against leaving everybody alone."""
        return self.gains.profit(bands)

    @cached_property
    def baseline(self) -> float:
        """What the best of the simple ways earns: call whoever has an expected gain, look at all of them, or leave all alone."""
        return max(0.0, self.profit(ALL_CALLED), self.profit(ALL_LOOKED_AT))

    @cached_property
    def best(self) -> float:
        """What the best bands earn; cut-offs lie every 40 customers."""
        found, called = 0.0, self.gains.called
        for people, looked in self.gains.looked.items():
            most = self.looks // people
            for start in range(0, len(called) // 4, _EVERY):
                band = looked.earned[start : start + most + 1 : _EVERY] - looked.earned[start]
                found = max(found, float(called[start] + band.max()))
        return found

    def score(self, profit: float) -> float:
        """How much of what there is to gain over the simple ways a profit is, 0 to 1; see ``money_score``."""
        return money_score(profit, self.baseline, self.best)

    def steps(self, size: int = 100, last: int = 1_200) -> pd.DataFrame:
        """The first customers in the order of expected gain, in steps of ``size``.

        Args:
            size: customers a step.
            last: how many customers at most; from ``size`` to all there are.

        Returns:
            One row a step: ``first`` (the place of its first customer, from 0), ``from_gain`` (yen, expected of its last),
            ``called`` and ``looked`` (yen a customer, exact: if called at once, and if somebody looks first, the look paid).

        Raises:
            ValueError: if one of the two is no such whole number.
        """
        for name, number, least in (("size", size, 1), ("last", last, size)):
            if not isinstance(number, Integral) or not least <= number <= len(self.customers):
                raise ValueError(
                    f"{name} is a whole number from {least} to {len(self.customers)} customers; here it is {number!r}."
                )
        gains = self.gains
        ends = np.arange(0, last + 1, size)
        return pd.DataFrame(
            {
                "first": ends[:-1],
                "from_gain": gains.expected[ends[1:] - 1],
                "called": np.diff(gains.called[ends]) / size,
                "looked": np.diff(gains.looked[1].earned[ends]) / size,
            }
        )


def _sums(each: np.ndarray) -> np.ndarray:
    """Of the first 0, 1, 2 … together."""
    return np.concatenate([[0.0], each.cumsum()])


def draw_triage(world: World, part: str, lists: int = 1, reviewers: Reviewers | None = None) -> Triage:
    """The customers of some lists of a world, ordered by what its pilot lets us expect.

    Args:
        part: which customers; the same name and number of lists give the same again.
    """
    customers, truth = world.draw(part, lists * A_LIST)
    # One thread: on tables of this size several cost three times as much time as they save.
    with threadpool_limits(1):
        expected = expected_gain(learn_calls(world.pilot("pilot", SIZES["pilot"])), customers)
    gain = gain_of_call(truth.churn_if_left_alone, truth.churn_if_called, truth.value)
    churn = (truth.churn_if_left_alone, truth.churn_if_called)
    return Triage(customers, expected, gain, churn, lists, reviewers or Reviewers())


def draw_year(world: World) -> Triage:
    """The four lists of next year in a world.

    Raises:
        TooLittleAtStake: if the best bands earn little more than the simple ways, or the machine has not earned a band of
            its own: looking at everybody would be better than its list.
    """
    year = draw_triage(world, "next year", LISTS)
    if year.best - year.baseline < _LEAST_AT_STAKE or year.profit(ALL_CALLED) < year.profit(ALL_LOOKED_AT):
        raise TooLittleAtStake
    return year


def keyed_year(key: bytes, exercise: str, attempt: int) -> Triage:
    """A year that nobody has seen, drawn from a secret key; a world with too little at stake is drawn again."""
    return first_at_stake(draw_year, key, exercise, attempt)


@cache
def next_year() -> Triage:
    """Next year's four lists in the practice world."""
    return draw_year(practice_world())


@cache
def last_year() -> Triage:
    """The lists of the year before, on which bands can be tried out."""
    return draw_triage(practice_world(), "last year", LISTS)


@cache
def todays_triage() -> Triage:
    """The customers of ``load_customers("today")``: one list."""
    return draw_triage(practice_world(), "today")

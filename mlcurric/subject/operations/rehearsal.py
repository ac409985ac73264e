"""Years in which a runbook is tried: prices rise, and in one year calls then do harm, in the other they help.

What a runbook is worth is an exact expectation: of the lots that part a list, of who leaves (which decides what a comparison
shows; the two counts are taken as normal), and of the two years, which are equally likely. Nothing is sampled. The years are
lived once, with the list called by the model (less the usual hold-out); other calls are reckoned on the same customers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from math import sqrt

import numpy as np
import pandas as pd
from scipy.stats import norm

from mlcurric.subject.clues import CLUES
from mlcurric.subject.money import gain_of_call, money_score
from mlcurric.subject.operations.runbook import SIMPLE, Runbook, candidates
from mlcurric.subject.operations.scorers import Scorer, monthly_list, recalibrated, retrained
from mlcurric.subject.operations.stability import edges_of, index_of_shares, shares_by_bin
from mlcurric.subject.operations.year import CALLS_DO, CUSTOMERS, HOLD_OUT, LIST_SIZE, MONTHS
from mlcurric.subject.simulation.months import HORIZON, Month, PriceShock, Recount, labelled, living
from mlcurric.subject.simulation.practice import SIZES, is_entered, practice_world
from mlcurric.subject.simulation.world import World
from mlcurric.subject.stakes import TooLittleAtStake, first_at_stake
from mlcurric.subject.uplift import learn_calls

_SHOCKS, _RECOUNTS = (5, 6, 7), (2, 3, 9, 10)
_LEAST_AT_STAKE = 1_500_000
By = str | tuple[str, int]
"""Who makes a list: ``"model"``, ``"rule"``, or the model put right in a month, such as ``("retrain", 5)``."""


@dataclass(frozen=True)
class TrueList:
    """The list of one month, as the truth has it.

    Attributes:
        gain: yen, of calling all of it.
        size: customers on it.
        left_alone, called: the share that leaves within three months if nobody of it is called, and if everybody is.
        promised: the same for everybody called, as the model expects it.
    """

    gain: float
    size: int
    left_alone: float
    called: float
    promised: float


@dataclass(frozen=True)
class _Year:
    """One year: its months as they were lived, and the lists that each scorer would make in them."""

    lived: list[Month] = field(repr=False)
    lists: list[pd.DataFrame] = field(repr=False)
    model: Scorer = field(repr=False)

    @cached_property
    def by(self) -> dict[By, dict[int, TrueList]]:
        return {}

    def listed(self, scorer: By, number: int) -> TrueList:
        """The list of a month by one of those who can make it."""
        if scorer not in self.by:
            self.by[scorer] = self._lists_by(scorer)
        return self.by[scorer][number]

    def _lists_by(self, scorer: By) -> dict[int, TrueList]:
        if scorer == "model":
            return {month.number: self._known(month, rows) for month, rows in zip(self.lived, self.lists, strict=True)}
        made, first = (None, 1) if isinstance(scorer, str) else (self._put_right(*scorer), scorer[1])
        found: dict[int, TrueList] = {}
        before: list[pd.Series] = []
        for month in self.lived[first - 1 :]:
            resting = [one for numbers in before[-HORIZON + 1 :] for one in numbers]
            rows = monthly_list(month.customers, made, LIST_SIZE, resting)
            before.append(rows["customer"])
            found[month.number] = self._known(month, rows)
        return found

    def _known(self, month: Month, rows: pd.DataFrame) -> TrueList:
        truth = month.truth
        alone, called = truth.churn_if_left_alone[rows.index], truth.churn_if_called[rows.index]
        promised = rows["if_called"]
        if promised.isna().any():
            # A rule promises nothing of its own; whoever compares asks the model what it expects of the same customers.
            promised = self.model.churn(rows)["if_called"]
        means = (float(np.mean(each)) if len(rows) else 0.0 for each in (alone, called, promised))
        return TrueList(float(gain_of_call(alone, called, truth.value[rows.index]).sum()), len(rows), *means)

    def _put_right(self, how: str, number: int) -> Scorer:
        """The model from the newest three months whose outcome is known; before there is one, as it is."""
        known = range(max(1, number - 2 * HORIZON + 1), number - HORIZON + 1)
        if not len(known):
            return self.model
        outcomes = [labelled(self.lived, one) for one in known]
        if how == "retrain":
            return retrained(pd.concat(outcomes))
        of_lists = [rows.loc[self.lists[one - 1].index] for one, rows in zip(known, outcomes, strict=True)]
        return recalibrated(self.model, pd.concat(of_lists))


@dataclass(frozen=True)
class Rehearsal:
    """The two years of one world. It holds the truth: not for a learner's notebook.

    Attributes:
        shock: the month in which prices rise.
        question: yen, what it costs to ask people what an alarm is about.
        allowed: of 100 called, how many more may leave than was promised before a comparison with the promise says stop.
    """

    shock: int
    _years: tuple[_Year, ...] = field(repr=False)
    _psi: np.ndarray = field(repr=False)
    question: float = 50_000
    allowed: float = 5

    def profit(self, runbook: Runbook) -> float:
        """What a runbook is expected to earn in twelve months, in yen; both years are equally likely."""
        return float(np.mean([self._earns(runbook, year) for year in self._years]))

    @cached_property
    def baseline(self) -> float:
        """What the best of the ``SIMPLE`` runbooks earns, or 0 where that is more."""
        return max(0.0, *map(self.profit, SIMPLE))

    @cached_property
    def best(self) -> float:
        """What the best of the ``candidates`` earns: no runbook knows beforehand which year it is."""
        return max(map(self.profit, candidates()))

    def alarms(self, psi_above: float) -> list[int]:
        """The months in which the alarm rings at a threshold."""
        found, compared_with = [], 0
        for number in range(1, MONTHS + 1):
            if self._psi[compared_with, number] > psi_above:
                found.append(number)
                compared_with = number
        return found

    def score(self, profit: float) -> float:
        """How much of what there is to gain a profit is, 0 to 1; see ``money_score``."""
        return money_score(profit, self.baseline, self.best)

    def _earns(self, runbook: Runbook, year: _Year) -> float:
        alarms = self.alarms(runbook.psi_above)

        def rest(number: int, since: int, scorer: By) -> float:
            """What the months from ``number`` on earn; ``since`` is when the change was seen, 0 if none is being looked at."""
            if since and number == since + HORIZON:
                chance = _goes_on(runbook, year.listed(scorer, since), self._called(runbook), self.allowed)
                return chance * rest(number, 0, scorer) if chance else 0.0
            if number > MONTHS:
                return 0.0
            cost = 0.0
            if number in alarms:
                cost = self.question if runbook.ask_first else 0.0
                if number == self.shock or not runbook.ask_first:
                    since = number
                    scorer = self._new_scorer(runbook.on_change, number) or scorer
            share = self._called(runbook) if since else 1 - HOLD_OUT
            now = share * year.listed(scorer, number).gain - cost
            return now + rest(number + 1, since, scorer)

        return rest(1, 0, "model")

    @staticmethod
    def _new_scorer(on_change: str, number: int) -> By | None:
        """Who makes the lists from a month on; nobody new for what leaves the scorer as it is."""
        if on_change in ("recalibrate", "retrain"):
            return on_change, number
        return "rule" if on_change == "roll back" else None

    @staticmethod
    def _called(runbook: Runbook) -> float:
        return {"trial": runbook.called_of_100 / 100, "switch off": 0.0}.get(runbook.on_change, 1 - HOLD_OUT)


def _goes_on(runbook: Runbook, listed: TrueList, share: float, allowed: float) -> float:
    """The probability that calls go on once the outcomes of a list are known."""
    if runbook.after in ("full list", "stop"):
        return float(runbook.after == "full list")
    called, alone = share * listed.size, (1 - share) * listed.size
    if called < 1:
        return 0.0
    spread = listed.called * (1 - listed.called) / called
    if runbook.after == "compare with promise":
        return float(norm.cdf((listed.promised + allowed / 100 - listed.called) / sqrt(spread)))
    if alone < 1:
        return 1.0
    spread += listed.left_alone * (1 - listed.left_alone) / alone
    return float(norm.cdf((listed.left_alone - listed.called) / sqrt(spread)))


def draw_rehearsal(world: World, shock: int, recount: int) -> Rehearsal:
    """The two years of a world.

    Args:
        shock: the month in which prices rise, from 4 on.
        recount: the month from which logins are counted in another way.

    Raises:
        TooLittleAtStake: if the best runbook earns little more than the best simple one.
    """
    pilot = world.pilot("pilot", SIZES["pilot"])
    model = learn_calls(pilot)
    years = tuple(_live(world, model, [Recount(recount), PriceShock(shock, **does)]) for does in CALLS_DO.values())
    # What the company sees is nearly the same in both; what is compared is the first.
    tables = [pilot, *(month.customers for month in years[0].lived)]
    rehearsal = Rehearsal(shock, years, _loudest(tables))
    if rehearsal.best - rehearsal.baseline < _LEAST_AT_STAKE:
        raise TooLittleAtStake
    return rehearsal


def _loudest(tables: list[pd.DataFrame]) -> np.ndarray:
    """The PSI of the column that moved most, from each table (row) to each later one (column)."""
    edges = {name: edges_of(tables[0][name]) for name in CLUES}
    shares = [[shares_by_bin(table[name], edges[name]) for name in CLUES] for table in tables]
    psi = np.zeros((len(tables), len(tables)))
    for one, before in enumerate(shares):
        for other in range(one + 1, len(tables)):
            psi[one, other] = max(map(index_of_shares, before, shares[other]))
    return psi


def _live(world: World, model: Scorer, events: list[Recount | PriceShock]) -> _Year:
    lived: list[Month] = []
    lists: list[pd.DataFrame] = []
    lot = world.random("operations: rehearsal")

    def calls(_: int, customers: pd.DataFrame) -> np.ndarray:
        resting = [one for rows in lists[-HORIZON + 1 :] for one in rows["customer"]]
        rows = monthly_list(customers, model, LIST_SIZE, resting)
        lists.append(rows)
        drawn = lot.random(len(customers))
        return customers.index.isin(rows.index) & (drawn >= HOLD_OUT)

    for month in living(world, CUSTOMERS, MONTHS, events, calls):
        lived.append(month)
    return _Year(lived, lists, model)


def draw_unforeseen(world: World) -> Rehearsal:
    """The two years of a world that decides itself when prices rise and when logins are recounted; else as ``draw_rehearsal``."""
    random = world.random("operations: events")
    return draw_rehearsal(world, int(random.choice(_SHOCKS)), int(random.choice(_RECOUNTS)))


@cache
def practice_rehearsal() -> Rehearsal:
    """The years of the practice world: not those of the lesson; prices rise earlier, and logins are recounted later.

    In a process that entered another world, years in which nobody knows when that happens.
    """
    return draw_unforeseen(practice_world()) if is_entered() else draw_rehearsal(practice_world(), shock=5, recount=9)


def keyed_rehearsal(key: bytes, exercise: str, attempt: int) -> Rehearsal:
    """Years that nobody has seen, drawn from a secret key; a world with too little at stake is drawn again."""
    return first_at_stake(draw_unforeseen, key, exercise, attempt)

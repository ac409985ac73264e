"""A plan, carried out many times on simulated customers: where calls work, where they do nothing, where they do harm.

One run draws the lot, lets the weeks pass, counts what the plan counts on the day on which it counts, and decides as the
plan decides. Customers differ in risk, in value and in what a call does to them; quarters differ in their level of churn.
The same luck meets all three worlds. Between the thresholds the trial is extended once, by as many customers of the same
kind in another quarter, and both rounds are counted together: go from ``go_from``, else stop.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlcurric.subject.money import OFFER, Offer
from mlcurric.subject.poc.counting import Counts, figure_of, play_round
from mlcurric.subject.poc.findings import cannot_be_played
from mlcurric.subject.poc.ground import HARMS, NOTHING, WEEKS_TO_KNOW, WORKS, WORLDS, Ground, ground_to_judge_on
from mlcurric.subject.poc.options import REHEARSED, RIGHT
from mlcurric.subject.poc.plan import NUMBERS, PocPlan
from mlcurric.subject.poc.setting import Setting
from mlcurric.subject.typed import Slip

RUNS = 500
LEAST_FOUND, MOST_FOOLED = 0.8, 0.1
"""What a plan has to reach: go in at least 8 of 10 runs where calls work, in at most 1 of 10 where they do nothing or harm."""

_PLAYED = (*(line for line in NUMBERS if line != "cost"), *REHEARSED)
"""The lines that a rehearsal goes by."""


@dataclass(frozen=True)
class Runs:
    """What came of all runs in one world; arrays with one entry a run.

    Attributes:
        first: what was counted at the end of the first round, of 100.
        figure: the same when it was decided; both rounds together where the trial was extended.
        go: bool, whether the decision was go.
        extended: bool, whether there was a second round.
        early: bool, whether it was decided before the last day.
        paid: what calls and incentives cost, in the currency of the offer.
        kept: what the customers kept by the calls bring, less those whom the calls drove away.
        left_alone: leavers among those left alone, in the first round.
    """

    first: NDArray = field(repr=False)
    figure: NDArray = field(repr=False)
    go: NDArray = field(repr=False)
    extended: NDArray = field(repr=False)
    early: NDArray = field(repr=False)
    paid: NDArray = field(repr=False)
    kept: NDArray = field(repr=False)
    left_alone: NDArray = field(repr=False)

    @property
    def net(self) -> NDArray:
        """What the trial itself earns, run by run; below 0 what it costs."""
        return self.kept - self.paid

    @property
    def decisions(self) -> dict[str, NDArray]:
        """Which runs ended how, bool: ``go``, ``early_go`` (before the last day), ``late_go`` and ``late_stop`` (after an
        extension), ``stop``."""
        return {
            "go": self.go & ~self.extended & ~self.early,
            "early_go": self.early,
            "late_go": self.go & self.extended,
            "late_stop": ~self.go & self.extended,
            "stop": ~self.go & ~self.extended,
        }


@dataclass(frozen=True)
class PlanRehearsal:
    """What comes of a plan in each of ``WORLDS``."""

    plan: PocPlan
    worlds: Mapping[str, Runs]
    weeks_to_know: float = WEEKS_TO_KNOW
    """Weeks from a call until it was known whether somebody left."""

    @cached_property
    def go(self) -> dict[str, float]:
        """World → in what share of the runs the decision was go."""
        return {name: float(runs.go.mean()) for name, runs in self.worlds.items()}

    @property
    def fooled(self) -> float:
        """The share of go where there should be none: the larger one of the two worlds in which calls do not work."""
        return max(self.go[NOTHING], self.go[HARMS])

    @property
    def finds_enough(self) -> bool:
        """Whether it says go often enough where calls work, in whole runs of 100, as it is told; see ``LEAST_FOUND``."""
        return round(self.go[WORKS], 2) >= LEAST_FOUND

    @property
    def seldom_fooled(self) -> bool:
        """Whether it seldom enough says go where calls do not work, in whole runs of 100; see ``MOST_FOOLED``."""
        return round(self.fooled, 2) <= MOST_FOOLED

    @property
    def is_fair(self) -> bool:
        """Whether the count is of what the calls do, and of nothing else.

        A comparison that is none (with another quarter, with the end of the list, with the luckiest group) may lie right
        on these customers, for a threshold that happens to suit them; on others the same plan would not.
        """
        # Whoever keeps no notes counts the same.
        return self.plan.people_do != "reach_over" and all(
            getattr(self.plan, line) == RIGHT[line] for line in REHEARSED if line != "people_do"
        )

    @property
    def can_tell(self) -> bool:
        """Whether the plan tells success from failure: often enough, and not by an accident of these customers."""
        return self.finds_enough and self.seldom_fooled and self.is_fair

    @property
    def score(self) -> float:
        """P(go | it works) − P(go | it does not), −1 to 1, in whole runs of 100; 0 for a coin."""
        return round(self.go[WORKS], 2) - round(self.fooled, 2)

    def typical(self, world: str, of: str) -> tuple[float, float, float]:
        """Of ``paid``, ``kept``, ``net`` or ``first`` in a world: the middle, and between what 9 of 10 runs lie."""
        low, middle, high = np.quantile(getattr(self.worlds[world], of), [0.05, 0.5, 0.95])
        return float(middle), float(low), float(high)


def rehearse_plan(
    plan: PocPlan, ground: Ground, runs: int = RUNS, offer: Offer = OFFER, weeks_to_know: float = WEEKS_TO_KNOW
) -> PlanRehearsal:
    """Carry a plan out many times in each of ``WORLDS``.

    Args:
        plan: it calls one customer at least.
        ground: whose customers they are.
        runs: how often; 500 of 2,000 customers take about a tenth of a second.
        offer: what a call costs.
        weeks_to_know: from a call until it is known whether somebody left.

    Raises:
        Slip: naming the line that keeps the plan from being carried out (nobody is called, more customers than there are,
            no time, thresholds that exclude each other), and the way out.
    """
    if problem := cannot_be_played(plan, Setting(customers=len(ground))):
        raise Slip(problem.says, problem.way_out)
    random = ground.random("poc rehearsal")
    called = {
        name: ground.log_odds_if_called(plan.customers, plan.smallest_effect * times) for name, times in WORLDS.items()
    }
    first = play_round(plan, ground, called, runs, weeks_to_know, random)
    figures = {name: figure_of(plan, counts) for name, counts in first.items()}
    again = {name: _between(plan, figures[name]) & (first[name].alarm == 0) for name in WORLDS}
    # Only runs that are extended in some world are played a second time.
    some = np.flatnonzero(np.logical_or.reduce(list(again.values())))
    second = play_round(plan, ground, called, len(some), weeks_to_know, random) if len(some) else None
    return PlanRehearsal(
        plan,
        {name: _decided(plan, first[name], again[name], some, second and second[name], offer) for name in WORLDS},
        weeks_to_know,
    )


def _between(plan: PocPlan, figure: NDArray) -> NDArray:
    return (figure >= plan.stop_below) & (figure < plan.go_from)


def _decided(plan: PocPlan, first: Counts, again: NDArray, some: NDArray, second: Counts | None, offer: Offer) -> Runs:
    """One world, decided run by run."""
    figure = figure_of(plan, first)
    early = first.alarm > 0
    go, last, paid, kept = early | (figure >= plan.go_from), figure.copy(), first.paid(offer), first.kept.copy()
    here = np.flatnonzero(again[some])
    if second is not None and len(here):
        at, more = some[here], second.at(here)
        last[at] = figure_of(plan, first.at(at) + more)
        go[at] = (more.alarm > 0) | (last[at] >= plan.go_from)
        paid[at] += more.paid(offer)
        kept[at] += more.kept
    return Runs(figure, last, go, again, early, paid, kept, first.left_alone)


def rehearse_osaka(plan: PocPlan, runs: int = RUNS) -> PlanRehearsal:
    """Carry a plan out on the customers of the sister company in Osaka; see ``rehearse_plan``.

    A plan that was carried out before is remembered: it is checked, drawn and printed one after the other.
    """
    return replace(_on_osaka(tuple((line, getattr(plan, line)) for line in _PLAYED), runs), plan=plan)


@lru_cache(maxsize=64)
def _on_osaka(played: tuple[tuple[str, Any], ...], runs: int) -> PlanRehearsal:
    return rehearse_plan(PocPlan(**dict(played), cost=0), ground_to_judge_on(), runs)

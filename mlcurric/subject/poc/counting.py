"""One round of a trial, many times over: who is called by the plan, who leaves when, and what the plan counts of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from mlcurric.subject.experiments.effects import z_of_difference
from mlcurric.subject.experiments.looks import first_alarm
from mlcurric.subject.money import Offer
from mlcurric.subject.poc.ground import Ground
from mlcurric.subject.poc.plan import PocPlan

_SAYS_YES = 0.9
"""On the phone so many say that they will stay, whatever they do then."""
_REACHED_OVER = 1 / 3
"""The share of those left alone, the riskiest, whom callers who worry call all the same."""
_FEWEST = 20
"""A group of fewer customers on a side is not looked at."""
QUARTERS_DIFFER = 0.25
"""The standard deviation of the level of churn from one quarter to another, in log-odds."""


@dataclass(frozen=True)
class Counts:
    """What is counted of a round; arrays with one entry a run.

    Attributes:
        left_called, left_alone: leavers of each group, as far as they are known on the day of the decision.
        called, alone: customers in each group, as the lot has them.
        left_expected, expected: leavers, and customers, among those of whom the model says that they leave.
        calls, stayed: calls that were made, and how many of those called stayed; each of these gets the incentive.
        kept: what the calls kept, less what they drove away, in the unit of ``value``.
        said_yes: how many of those called said that they will stay.
        compared: of 100 in a baseline that is not the hold-out, how many left.
        everybody: of 100 customers, listed or not, how many left.
        best_group: the largest figure of a group of customers, of 100; −100 where nobody looks.
        alarm: the week in which a Monday's look said go, counted from 1; 0 where none did.
    """

    left_called: NDArray = field(repr=False)
    left_alone: NDArray = field(repr=False)
    called: NDArray = field(repr=False)
    alone: NDArray = field(repr=False)
    left_expected: NDArray = field(repr=False)
    expected: NDArray = field(repr=False)
    calls: NDArray = field(repr=False)
    stayed: NDArray = field(repr=False)
    kept: NDArray = field(repr=False)
    said_yes: NDArray = field(repr=False)
    compared: NDArray = field(repr=False)
    everybody: NDArray = field(repr=False)
    best_group: NDArray = field(repr=False)
    alarm: NDArray = field(repr=False)

    def at(self, runs: NDArray) -> Self:
        """Some of the runs."""
        return type(self)(*(getattr(self, one.name)[runs] for one in fields(self)))

    def __add__(self, other: Self) -> Self:
        """Two rounds counted together; what is of 100 is the middle of both."""
        both = {one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(self)}
        return type(self)(**both | {name: both[name] / 2 for name in ("compared", "everybody", "best_group")})

    def paid(self, offer: Offer) -> NDArray:
        """What the calls and the incentives of the round cost."""
        return offer.contact * self.calls + offer.incentive * self.stayed


def figure_of(plan: PocPlan, counts: Counts) -> NDArray:
    """The number that the plan counts, of 100, run by run; the larger the better.

    A count that lies exactly on a threshold reaches it, whatever the last bits of a division say.
    """
    return np.round(_figure(plan, counts), 9)


def _figure(plan: PocPlan, counts: Counts) -> NDArray:
    everybody = counts.called + counts.alone
    if plan.metric == "accuracy":
        # Who is said to leave and leaves is an answer more right than “nobody leaves”; who stays is one less.
        return 100 * (2 * counts.left_expected - counts.expected) / everybody
    if plan.metric == "say_so":
        return 100 * counts.said_yes / counts.called
    if plan.metric == "hits":
        return 100 * (counts.left_called + counts.left_alone) / everybody - counts.everybody
    compared = counts.compared if _fixed(plan) else 100 * counts.left_alone / counts.alone
    overall = compared - 100 * counts.left_called / counts.called
    return np.maximum(overall, counts.best_group) if plan.decides == "afterwards" else overall


def _fixed(plan: PocPlan) -> bool:
    """Whether there is no hold-out to compare with, or the plan compares with something else."""
    return plan.baseline != "hold_out" or not plan.left_alone


def play_round(
    plan: PocPlan,
    ground: Ground,
    called: Mapping[str, NDArray],
    runs: int,
    weeks_to_know: float,
    random: np.random.Generator,
) -> dict[str, Counts]:
    """Let one round pass, ``runs`` times; the same luck meets each world.

    Args:
        called: world → the log-odds of leaving of the plan's customers if they are called.
        weeks_to_know: from a customer's turn until it is known whether they left.

    Returns:
        World → what is counted.
    """
    size = plan.customers
    quarter = QUARTERS_DIFFER * random.standard_normal((runs, 1), dtype=np.float32)
    luck = random.random((runs, size), dtype=np.float32).clip(1e-7, 1 - 1e-7)
    # Whoever's log-odds lie above the luck leaves; a quarter that is harder lowers it for all.
    luck = np.log(luck / (1 - luck)) - quarter
    drawn = _drawn(plan, ground, runs, random)
    reached = drawn | _reached_over(ground.risk[:size]) if plan.people_do == "reach_over" else drawn
    timed = plan.decides == "peeking" or plan.weeks < plan.weeks_of_calling + weeks_to_know
    week = _weeks(plan, runs, weeks_to_know, random) if timed else None
    alone = luck < ground.log_odds(size).astype(np.float32)
    value = ground.customers["value"].to_numpy(np.float32)[:size]
    calls, kept_if_alone = _counted(reached), (alone & reached).astype(np.float32) @ value
    # Those who leave if left alone bring nothing; what they are worth is kept where a call makes them stay.
    said_yes, expected = random.binomial(plan.calls, _SAYS_YES, runs), ground.promised[:size] >= 0.5
    found = {}
    for name, odds in called.items():
        if_called = luck < odds.astype(np.float32)
        # As np.where(reached, if_called, alone), in a third of the time.
        left = alone ^ ((alone ^ if_called) & reached)
        known = left if week is None else left & (week <= plan.weeks)
        found[name] = Counts(
            left_called=_counted(known & drawn),
            left_alone=_counted(known & ~drawn),
            called=np.full(runs, plan.calls),
            alone=np.full(runs, plan.left_alone),
            left_expected=_counted(known[:, expected]),
            expected=np.full(runs, expected.sum()),
            calls=calls,
            stayed=calls - _counted(left & reached),
            kept=kept_if_alone - (if_called & reached).astype(np.float32) @ value,
            said_yes=said_yes,
            compared=_compared(plan, ground, quarter[:, 0]),
            everybody=100 * expit(ground.log_odds(len(ground)).mean() + quarter[:, 0]),
            best_group=_best_group(plan, ground, known, drawn),
            alarm=_alarm(plan, known, drawn, week) if plan.decides == "peeking" else np.zeros(runs, dtype=int),
        )
    return found


def _counted(flags: NDArray) -> NDArray:
    """How many of each row are true."""
    return np.ascontiguousarray(flags).view(np.int8).sum(axis=1, dtype=np.int32)


def _drawn(plan: PocPlan, ground: Ground, runs: int, random: np.random.Generator) -> NDArray:
    """Whom the plan calls: runs × customers, bool."""
    size, left_alone = plan.customers, plan.left_alone
    if plan.left_alone_by == "lot" and left_alone:
        lot = random.random((runs, size), dtype=np.float32)
        return lot > np.partition(lot, left_alone - 1, axis=1)[:, left_alone - 1 : left_alone]
    chosen = np.ones(size, dtype=bool)
    if plan.left_alone_by == "score":
        chosen[size - left_alone :] = False
    elif plan.left_alone_by == "callers":
        silence = ground.customers["days_since_login"].to_numpy()[:size]
        chosen[np.argsort(-silence, kind="stable")[:left_alone]] = False
    return np.broadcast_to(chosen, (runs, size))


def _reached_over(risk: NDArray) -> NDArray:
    """Whom callers call although the lot left them alone: the riskiest third of the list."""
    return risk >= np.quantile(risk, 1 - _REACHED_OVER)


def _weeks(plan: PocPlan, runs: int, weeks_to_know: float, random: np.random.Generator) -> NDArray:
    """In which week of the trial each customer leaves, if they leave: their turn, and then any time that is watched."""
    turn, after = random.random((2, runs, plan.customers), dtype=np.float32)
    return turn * plan.weeks_of_calling + after * weeks_to_know


def _compared(plan: PocPlan, ground: Ground, quarter: NDArray) -> NDArray:
    """Of 100 in a baseline other than the hold-out, how many leave, run by run."""
    if plan.baseline == "off_list":
        rest = ground.log_odds(len(ground))[plan.customers :]
        return 100 * expit(rest[None, :: max(1, len(rest) // 400)] + quarter[:, None]).mean(axis=1)
    if plan.baseline == "elsewhere":
        return np.full(len(quarter), ground.elsewhere)
    return np.full(len(quarter), 100 * ground.promised[: plan.customers].mean())


def _best_group(plan: PocPlan, ground: Ground, known: NDArray, drawn: NDArray) -> NDArray:
    """The largest figure among the groups of customers that are looked at afterwards."""
    best = np.full(len(known), -100.0)
    if plan.decides != "afterwards" or not plan.left_alone:
        return best
    for member in ground.groups(plan.customers).values():
        left, called = known[:, member], drawn[:, member]
        sizes = called.sum(axis=1), (~called).sum(axis=1)
        if min(map(np.min, sizes)) >= _FEWEST:
            shares = (left & called).sum(axis=1) / sizes[0], (left & ~called).sum(axis=1) / sizes[1]
            best = np.maximum(best, 100 * (shares[1] - shares[0]))
    return best


def _alarm(plan: PocPlan, known: NDArray, drawn: NDArray, week: NDArray) -> NDArray:
    """The first week in which a Monday's look finds the called to leave less often, p < 0.05; 0 where none does."""
    if not plan.left_alone:
        return np.zeros(len(known), dtype=int)
    last = max(1, int(plan.weeks))
    runs, at = np.nonzero(known)
    in_week = np.minimum(week[runs, at].astype(int), last - 1)
    where = (drawn[runs, at] * len(known) + runs) * last + in_week
    alone, called = np.bincount(where, minlength=2 * len(known) * last).reshape(2, len(known), last).cumsum(axis=2)
    z = z_of_difference(alone, plan.left_alone, called, plan.calls)
    # Only a fall says go: a rise of the same size is no alarm here.
    return first_alarm(np.maximum(z, 0))

"""Before anybody acts: how many of the list to leave alone by lot, so that it is seen whether the contact keeps anybody."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import ceil, sqrt
from typing import TYPE_CHECKING

import numpy as np
from scipy.stats import norm

from mlcurric.report.advice import experiment_words as words
from mlcurric.report.advice.asking import questions_to_ask
from mlcurric.report.advice.lot import LEFT_ALONE, lots
from mlcurric.report.advice.promise_words import at_least
from mlcurric.subject.digits import as_count
from mlcurric.subject.expectation import Decision
from mlcurric.subject.experiments.sizes import ALPHA, sample_size_per_arm, smallest_effect
from mlcurric.subject.product.figures import numbers, rough_moneys
from mlcurric.subject.ranges import Range
from mlcurric.text import T, run_on

if TYPE_CHECKING:
    from mlcurric.report.advice.listing import AtRisk
    from mlcurric.report.advice.promise import Promise
    from mlcurric.report.contest.leaks import Suspect
    from mlcurric.report.reading.customers import Customers

SHARES = (0.1, 0.25, 0.5)
"""Of the list, left alone by lot: about so much, because each customer's side hangs on the id alone."""
FEWEST = 20
"""On a smaller list there is no group to speak of."""
_FEWEST_LEAVERS = 5


@dataclass(frozen=True)
class Choice:
    """One size of the group that is left alone.

    Attributes:
        alone, contacted: customers, as the lot has drawn them; the whole list together.
        visible: of those who would leave, the smallest share kept that this round finds four times out of five, 0 to 1;
            ``None`` where it would not even find that all of them stay.
        not_kept: customers not kept because they are left alone, if the contact works as assumed.
        forgone: what that costs, less the contacts and incentives that are saved; below 0 where leaving alone saves.
        currency: of ``forgone``.
    """

    alone: int
    contacted: int
    visible: float | None
    not_kept: Range[float] | None = None
    forgone: Range[float] | None = None
    currency: str = ""

    @property
    def sees(self) -> T:
        """What this round can find."""
        if self.visible is None:
            return T(
                "Shows nothing on its own, however well the contact works.",
                "この1回だけでは、連絡にどれだけ効果があってもわかりません。",
            )
        return T(
            "Shows an effect if {n} or more of 100 leavers are kept.",
            "解約するはずの100人のうち{n}人以上が残れば、効果があるとわかります。",
        ).format(n=at_least(self.visible))

    @property
    def costs(self) -> T:
        """What leaving them alone costs, as far as anybody has said what is needed for it."""
        if self.not_kept is None:
            return words.COST_NOT_KNOWN
        people = Range(*(float(round(end)) for end in (self.not_kept.low, self.not_kept.high)))
        said = {"people": numbers(people)}
        if self.forgone is None:
            return words.NOT_KEPT.format(**said)
        saves = self.forgone.high < 0
        money = Range(-self.forgone.high, -self.forgone.low) if saves else self.forgone
        return (words.SAVES if saves else words.FORGOES).format(money=rough_moneys(money, self.currency), **said)


@dataclass(frozen=True)
class Plan:
    """The round that finds out whether the contact keeps anybody, and what to ask before it.

    Attributes:
        says: what to do, in one sentence.
        why: a lot is needed.
        compare: how the two groups are compared in the end; ``None`` if nothing can be.
        choices: from few left alone to many.
        recommended: the place among them, from 0; ``None`` where no round is proposed. Its lot is drawn.
        questions: at most five.
        alone: places on the list, from 1, that the lot leaves alone.
        about_lot: how it was drawn, and what to do with an older one; ``None`` where there is none.
    """

    says: T
    why: T
    compare: T | None
    choices: tuple[Choice, ...]
    recommended: int | None
    questions: tuple[T, ...]
    alone: frozenset[int] = frozenset()
    about_lot: T | None = None

    @property
    def chosen(self) -> Choice | None:
        """The one that is recommended."""
        return None if self.recommended is None else self.choices[self.recommended]

    @property
    def sides(self) -> T | None:
        """How many are contacted and how many are not, for a title; ``None`` where no round is proposed."""
        if self.chosen is None:
            return None
        return words.SIDES.format(contacted=f"{self.chosen.contacted:,}", alone=f"{self.chosen.alone:,}")


def plan_experiment(promise: Promise, at_risk: AtRisk, customers: Customers, suspects: Sequence[Suspect] = ()) -> Plan:
    """Plan it from the counts: the smallest group left alone that can still find what the contacts are supposed to do.

    What they are supposed to do is the middle of what is assumed; without an assumption, what they must do to pay. Where
    contacts cannot pay nobody is contacted, and no round is proposed; where one list finds nothing, half of it is left alone,
    so that several can be added up.
    """
    questions = questions_to_ask(at_risk, customers, suspects)
    if not promise.evidence:
        return Plan(words.NO_LIST, words.WHY, None, (), None, questions)
    if promise.decision == Decision.NO_GO:
        return Plan(words.NOBODY_CONTACTED, words.WHY, None, (), None, questions)
    lot = lots((row.id for row in at_risk.rows), LEFT_ALONE)
    share = promise.evidence.hits.share
    shares = SHARES if promise.list_size >= FEWEST else SHARES[-1:]
    choices = tuple(_choice(promise, share, int((lot < part).sum())) for part in shares)
    wanted = _wanted(promise)
    enough = [at for at, each in enumerate(choices) if each.visible is not None and wanted and each.visible <= wanted]
    recommended = enough[0] if enough else len(choices) - 1
    chosen = choices[recommended]
    alone = frozenset((np.flatnonzero(lot < shares[recommended]) + 1).tolist())
    return Plan(
        _says(promise, chosen, wanted, bool(enough)), words.WHY, _compare(promise, chosen, share), choices, recommended, questions,
        alone, words.ABOUT_LOT,
    )  # fmt: skip


def _choice(promise: Promise, share: float, alone: int) -> Choice:
    contacted, left_out = promise.list_size - alone, alone / promise.list_size
    visible = None
    # With fewer leavers the normal approximation sees what is not there.
    if contacted and share * alone >= _FEWEST_LEAVERS:
        with suppress(ValueError):
            visible = smallest_effect(share, alone, others=contacted) / share
    return Choice(
        alone,
        contacted,
        visible,
        promise.kept.scaled(left_out) if promise.kept else None,
        promise.profit.scaled(left_out) if promise.profit else None,
        promise.currency,
    )


def _wanted(promise: Promise) -> float | None:
    """The share of leavers kept that the round is to find, 0 to 1."""
    if promise.assumed:
        return promise.assumed.middle
    return promise.break_even if promise.break_even is not None and promise.break_even <= 1 else None


def _says(promise: Promise, chosen: Choice, wanted: float | None, enough: bool) -> T:
    opening = words.OPENINGS[promise.decision].format(
        alone=f"{chosen.alone:,}", contacted=f"{chosen.contacted:,}", size=f"{promise.list_size:,}"
    )
    if chosen.visible is None:
        return run_on((opening, words.TOO_FEW))
    return opening if enough or not wanted else run_on((opening, _short_of(promise, chosen, wanted)))


def _short_of(promise: Promise, chosen: Choice, wanted: float) -> T:
    """What is said where one list cannot find what is wanted."""
    assert promise.evidence
    assert chosen.visible is not None
    share = promise.evidence.hits.share
    said = {
        "visible": at_least(chosen.visible),
        "wanted": at_least(wanted),
    }
    try:
        arm = int(sample_size_per_arm(share, share * (1 - wanted), pooled=True))
    except ValueError:
        return words.NEVER.format(**said)
    return words.LISTS.format(lists=f"{max(2, ceil(2 * arm / promise.list_size)):,}", **said)


def _compare(promise: Promise, chosen: Choice, share: float) -> T | None:
    """How the two groups are compared: by what pays, where it is known, and by what luck alone brings about."""
    if chosen.visible is None:
        return None
    luck = by_luck(share, chosen.alone, chosen.contacted)
    if promise.break_even is None or promise.break_even > 1:
        return words.COMPARE.format(luck=_of_1000(luck))
    pays = share * promise.break_even
    return (words.PAYS if pays > luck else words.PAYS_WITHIN_LUCK).format(n=_of_1000(pays), luck=_of_1000(luck))


def by_luck(share: float, size_1: int, size_2: int) -> float:
    """How far apart two groups lie by luck alone, more than that in only 5 of 100 rounds: z · √(p(1−p)(1/n₁ + 1/n₂)).

    Args:
        share: that leaves in both, 0 to 1.
    """
    return float(norm.isf(ALPHA / 2) * sqrt(share * (1 - share) * (1 / size_1 + 1 / size_2)))


def _of_1000(share: float) -> str:
    """Of 1,000, rounded up: of 100 it would be parts of a person."""
    return as_count(ceil(round(1000 * share, 6)))

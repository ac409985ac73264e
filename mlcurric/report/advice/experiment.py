"""Before anybody acts: how many of the list to leave alone by lot, so that it is seen whether the contact keeps anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from mlcurric.report.advice import experiment_words as words
from mlcurric.report.advice.asking import questions_to_ask
from mlcurric.report.advice.comparing import (
    FEWEST_LEAVERS,
    chance_to_go_on,
    lists_to_find,
    surely_found,
    to_go_on,
)
from mlcurric.report.advice.deciding import how_to_decide
from mlcurric.report.advice.longer import one_long_list
from mlcurric.report.advice.lot import drawn
from mlcurric.report.advice.promise_words import at_least
from mlcurric.subject.digits import as_count
from mlcurric.subject.expectation import Decision
from mlcurric.subject.experiments.sizes import POWER, sample_size_per_arm
from mlcurric.subject.money import fewer_to_pay
from mlcurric.subject.product.figures import numbers, rough_moneys
from mlcurric.subject.ranges import Range
from mlcurric.text import T, run_on

if TYPE_CHECKING:
    from mlcurric.report.advice.listing import AtRisk
    from mlcurric.report.advice.promised import Promise
    from mlcurric.report.contest.leaks import Suspect
    from mlcurric.report.reading.customers import Customers

SHARES = (0.1, 0.25, 0.5)
"""Of the list, left alone by lot; of an odd number one more is contacted."""
MOST_KEPT = 0.9
"""A list that shows nothing unless still more leavers are kept shows nothing: no contact keeps so many."""
FEWEST = 20
"""On a smaller list there is no group to speak of, and no lot is drawn."""
SUPPOSED = 0.2
"""Of those who would leave, the share kept that is planned for where nobody has said any: the middle of the 10-30% that the
command names as an example. It is a cautious one: the trials of the lessons keep 21 to 32 of 100, and Verbraken, Verbeke and
Baesens (2013, TKDE 25:961-973) suppose 30 on average, between 15 and 48 in nine of ten campaigns (a beta distribution of 6 and
14). Whoever plans for too few goes on for longer than it takes; whoever plans for too many gives up contacts that work."""
_NOBODY = 1e-6


@dataclass(frozen=True)
class Choice:
    """One size of the group that is left alone.

    Attributes:
        alone, contacted: customers, as the lot has drawn them; the whole list together.
        visible: of those who would leave, the smallest share kept that this round finds four times out of five, 0 to 1;
            ``None`` where it would not even find that ``MOST_KEPT`` of them stay.
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
    def costs(self) -> T | None:
        """What leaving them alone costs; ``None`` where nobody has said what is needed for it."""
        if self.not_kept is None:
            return None
        people = Range(*(float(round(end)) for end in (self.not_kept.low, self.not_kept.high)))
        said = {"people": numbers(people)}
        if self.forgone is None:
            return words.NOT_KEPT.format(**said)
        low, high = self.forgone.low, self.forgone.high
        if low < 0 < high:
            saves, gives_up = (rough_moneys(Range(end, end), self.currency) for end in (-low, high))
            return words.SAVES_OR_FORGOES.format(saves=saves, gives_up=gives_up, **said)
        if high <= 0:
            return words.SAVES.format(money=rough_moneys(Range(-high, -low), self.currency), **said)
        return words.FORGOES.format(money=rough_moneys(self.forgone, self.currency), **said)


@dataclass(frozen=True)
class Plan:
    """The round that finds out whether the contact keeps anybody, and what to ask before it.

    Attributes:
        says: what to do, in one sentence.
        why: a lot is needed.
        compare: how the two groups are compared in the end, and at which number contacts go on; ``None`` if nothing can be.
        choices: from few left alone to many.
        recommended: the place among them, from 0; ``None`` where no round is proposed. Its lot is drawn.
        questions: at most five.
        alone: places on the list, from 1, that the lot leaves alone.
        about_lot: how it was drawn, and what to do with an older one; ``None`` where there is none.
        lists: so many lists of this size are added up before anybody decides.
        go_on: how many fewer of those contacted have to leave then, a difference of shares; ``None`` if nothing can be compared.
        shows: whether any number of such lists that somebody would go on for shows what the contact is supposed to do.
    """

    says: T
    why: T
    compare: T | None
    choices: tuple[Choice, ...]
    recommended: int | None
    questions: tuple[T, ...]
    alone: frozenset[int] = frozenset()
    about_lot: T | None = None
    lists: int = 1
    go_on: float | None = None
    shows: bool = True

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

    What they are supposed to do is the middle of what is assumed, or ``SUPPOSED`` where nobody has assumed anything; where that
    is less, what they must do to pay. On a list of fewer than ``FEWEST`` all are contacted. Where contacts cannot pay nobody is
    contacted, and no round is proposed; where one list does not find it, half of it is left alone, and it is said how many are
    added up before anybody decides, and at which number; or, where no number of lists would do, how many customers it would
    take, and that one such list tells nothing but a very large effect.
    """
    questions = questions_to_ask(at_risk, customers, suspects, promise.decision != Decision.NO_GO)
    if not promise.evidence:
        return Plan(words.NO_LIST, words.WHY, None, (), None, questions)
    if promise.decision == Decision.NO_GO:
        nobody = words.NOBODY_YET if promise.hangs_on_months else words.NOBODY_CONTACTED[promise.lost_by]
        return Plan(nobody, words.WHY, None, (), None, questions)
    if promise.list_size < FEWEST:
        short = words.TOO_SHORT.format(fewest=FEWEST)
        return Plan(short, words.WHY, None, (), None, questions, shows=False)
    share = promise.evidence.hits.share
    choices = tuple(_choice(promise, share, int(part * promise.list_size)) for part in SHARES)
    if all(each.visible is None for each in choices):
        # That no part of it shows anything is said once.
        choices = choices[-1:]
    wanted, pays = _wanted(promise), _pays(promise)
    recommended, lists = _design(share, pays, wanted, choices)
    if lists is None:
        # Between rounds none of which shows it nobody has to choose.
        choices, recommended = choices[-1:], 0
    chosen = choices[recommended]
    alone = drawn((row.id for row in at_risk.rows), chosen.alone)
    sizes = (lists or 1) * chosen.alone, (lists or 1) * chosen.contacted
    # Where a list shows nothing there is no number to go by, however many leave of it.
    go_on = to_go_on(share, pays, *sizes) if lists or chosen.visible is not None else None
    return Plan(
        _says(promise, choices, recommended, wanted, lists, at_risk), words.WHY,
        how_to_decide(promise.evidence, pays, wanted, go_on, lists, *sizes) if go_on is not None else None,
        choices, recommended, questions, alone, words.ABOUT_LOT, lists or 1, go_on, lists is not None,
    )  # fmt: skip


def _choice(promise: Promise, share: float, alone: int) -> Choice:
    contacted, left_out = promise.list_size - alone, alone / promise.list_size
    visible = None
    if contacted and share * alone >= FEWEST_LEAVERS:
        found = surely_found(share, to_go_on(share, None, alone, contacted), alone, contacted)
        visible = found if found is not None and found <= MOST_KEPT else None
    return Choice(
        alone,
        contacted,
        visible,
        promise.kept.scaled(left_out) if promise.kept else None,
        promise.profit.scaled(left_out) if promise.profit else None,
        promise.currency,
    )


def _wanted(promise: Promise) -> float:
    """The share of leavers kept that the round is to find, above 0 and up to 1; what pays, where less is assumed: less is of no
    use. Without any the test of one list would stop nearly every contact that works."""
    assumed = promise.assumed.middle if promise.assumed else None
    return max(assumed or SUPPOSED, promise.usual_break_even or 0)


def _pays(promise: Promise) -> float | None:
    """How many fewer of those contacted have to leave for the contacts to pay, a difference of shares."""
    if promise.evidence is None or promise.usual_break_even is None:
        return None
    return promise.evidence.hits.share * promise.usual_break_even


def _design(share: float, pays: float | None, wanted: float, choices: Sequence[Choice]) -> tuple[int, int | None]:
    """Which choice, and how many lists added up, go on four times out of five with contacts that keep what is wanted.

    Going on takes what pays, too. Where what is wanted lies too near to that for any number of lists, it shall at least be
    told from nothing.

    Returns:
        The number of lists is ``None`` where ``MOST_LISTS`` are not enough.
    """
    for bound in (pays, None) if pays and share * wanted > pays else (None,):
        if found := _shortest(share, bound, wanted, choices):
            return found
    return len(choices) - 1, None


def _shortest(share: float, bound: float | None, wanted: float, choices: Sequence[Choice]) -> tuple[int, int] | None:
    """As ``_design``, of one bound: what pays, or ``None`` to tell it from nothing."""
    for at, each in enumerate(choices):
        if each.visible is not None and _finds(share, bound, wanted, each):
            return at, 1
    lists = lists_to_find(share, bound, wanted, choices[-1].alone, choices[-1].contacted)
    return (len(choices) - 1, lists) if lists else None


def _finds(share: float, pays: float | None, wanted: float, choice: Choice) -> bool:
    sizes = choice.alone, choice.contacted
    return chance_to_go_on(share, wanted, to_go_on(share, pays, *sizes), *sizes) >= POWER


def _says(
    promise: Promise, choices: Sequence[Choice], recommended: int, wanted: float, lists: int | None, at_risk: AtRisk
) -> T:
    """What to do; where one list does not find what is wanted, how many do, or how many customers it would take."""
    chosen = choices[recommended]
    opening = words.OPENINGS[promise.decision]
    reckoned_with = [] if promise.assumed else [words.RECKONED_WITH[wanted > SUPPOSED]]
    said = {"alone": f"{chosen.alone:,}", "contacted": f"{chosen.contacted:,}", "size": f"{promise.list_size:,}"}
    said |= {"wanted": at_least(wanted), "visible": at_least(chosen.visible)}
    if lists == 1:
        return run_on((opening, *reckoned_with)).format(**said)
    share = promise.evidence.hits.share if promise.evidence else 0
    long = one_long_list(at_risk.risks, promise.list_size, share, wanted, lambda leave: _pays_of(promise, leave))
    if lists:
        # Of lists that find more than nothing fewer may do: then it is what pays that takes so many.
        effect = _shortest(share, None, wanted, choices)
        to_pay = effect is not None and effect[1] < lists
        short = words.TOO_FEW_ALONE if chosen.visible is None else words.ONLY_LARGE
        if to_pay and effect[1] == 1:
            short = words.NOT_WHETHER_IT_PAYS
        longer = [words.OR_ONE_LONG] if long else []
        return run_on((opening, *reckoned_with, short, words.LISTS_TO_PAY if to_pay else words.LISTS, *longer)).format(
            lists=as_count(lists), total=f"{long or 0:,}", needed=at_least(promise.usual_break_even), **said
        )
    if not (group := _per_group(share, wanted)):
        return run_on((words.NEVER_ANYBODY, words.ALL_THE_SAME)).format(**said)
    enough = words.NO_LONGER if 2 * group <= at_risk.could else words.NOT_SO_MANY
    extremes = [words.ONLY_EXTREMES] if chosen.visible is not None else []
    says = run_on((*reckoned_with, words.NEVER, words.OR_LONGER if long else enough, words.ALL_THE_SAME, *extremes))
    rounds, total = ceil(group / chosen.alone), long or 2 * group
    return says.format(group=f"{group:,}", rounds=f"{rounds:,}", total=f"{total:,}", could=f"{at_risk.could:,}", **said)


def _pays_of(promise: Promise, leave: float) -> float | None:
    """As ``_pays``, of a list of which another share leaves: whoever stays anyhow gets the incentive too."""
    pays, evidence, offer = _pays(promise), promise.evidence, promise.offer
    if pays is None or not offer or not evidence or not evidence.value or evidence.value <= offer.incentive:
        return pays
    now, then = (float(fewer_to_pay(share, evidence.value, offer)) for share in (evidence.hits.share, leave))
    return pays * then / now if now > 0 else pays


def _per_group(share: float, kept: float) -> int | None:
    """Customers in each group whom it takes to find that so many are kept, to two digits, as a third one nobody has counted;
    ``None`` where nobody is expected to leave."""
    left = max(share * (1 - kept), _NOBODY)
    if not _NOBODY < left < share < 1:
        return None
    return int(float(f"{sample_size_per_arm(share, left):.1e}"))

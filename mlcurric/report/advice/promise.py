"""What to expect of the list: who leaves, who may be kept, what it earns, what it misses, who looks when, and when to stop."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

from mlcurric.report.advice.checks import Stop, stop_in_words, stop_rule, when_to_look
from mlcurric.report.advice.counted import Evidence, counted
from mlcurric.report.advice.lexicon import is_monthly
from mlcurric.report.advice.missing import Missing, what_is_missing
from mlcurric.report.advice.promise_words import (
    NO_LIST,
    WHO,
    Line,
    in_lines,
    of_one_month,
    verdict,
)
from mlcurric.subject.expectation import Assumed, Counted, Decision, ExpectationSheet, NextLists, between
from mlcurric.subject.money import Offer, fewer_to_pay
from mlcurric.subject.ranges import Range
from mlcurric.text import T, run_on

if TYPE_CHECKING:
    from mlcurric.report.advice.listing import AtRisk
    from mlcurric.report.contest.contest import Contest
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers
    from mlcurric.report.request import Request

LEVEL = 0.95
_DRAWS, _SEED = 20_000, 0


@dataclass(frozen=True)
class Promise:
    """What may be expected of the *next* list, as ranges; 19 of 20 hold what then comes if the customers stay as they are.

    Attributes:
        list_size: customers on it.
        evidence: what was counted; ``None`` if there is no list.
        leavers: of the list, who leave if nobody contacts them.
        assumed: of those, the share that stays because of the contact, 0 to 1; ``None`` if nobody has said it.
        kept: customers kept, if it is so.
        break_even: the share that has to stay for the contacts to pay, 0 to 1 or more; ``None`` without costs.
        profit: in ``currency``.
        offer: what a contact costs; ``None`` if nobody has said it.
        decision: go, a small round first, no-go.
        says: that decision in one sentence.
        when: to look at what came true.
        lines: the sheet.
        missing: what nobody has said; of it ``for_money`` is what the profit waits for.
        stop, stops: at which number the contacts stop, and in words; ``None`` where nobody is contacted.
        who: checks.
    """

    list_size: int
    evidence: Evidence | None
    leavers: Range[float] | None
    assumed: Range[float] | None
    kept: Range[float] | None
    break_even: float | None
    profit: Range[float] | None
    offer: Offer | None
    currency: str
    decision: Decision
    says: T
    when: T
    lines: tuple[Line, ...] = ()
    missing: tuple[Missing, ...] = ()
    stop: Stop | None = None
    stops: T | None = None
    who: T = WHO

    @property
    def misses_of_100(self) -> float | None:
        """Of 100 who leave, so many are not on the list; ``None`` if nobody leaves."""
        missed = self.evidence.missed if self.evidence else None
        return 100 * missed.share if missed else None


def make_promise(request: Request, customers: Customers, split: Split, contest: Contest, at_risk: AtRisk) -> Promise:
    """Promise what the counts allow, as far as costs and an assumption about the contacts are given.

    The profit is that of a retention campaign (Neslin et al. 2006, JMR 43:204-211) with everybody on the list contacted and
    the incentive for everybody contacted who stays. It pays from the share of leavers kept at which that is 0.
    """
    when = when_to_look(request.within, customers.observed)
    size, assumed = len(at_risk.rows), request.save_rate
    if not size:
        return Promise(
            0, None, None, None, None, None, None, None, customers.currency, Decision.NO_GO, NO_LIST.format(why=at_risk.says), when
        )  # fmt: skip
    evidence = counted(customers, split, contest, at_risk)
    offer = None if request.contact_cost is None else Offer(request.contact_cost, request.incentive or 0)
    success = Assumed(assumed or Range(0, 0))
    lists = NextLists.drawn(size, evidence.hits, success, _DRAWS, _SEED)
    break_even = profit = None
    if offer and evidence.value is not None:
        break_even = share_to_pay(evidence.hits.share, evidence.value, offer)
        if assumed and evidence.value > offer.incentive:
            nobody = Counted(0, 1)
            sheet = ExpectationSheet(
                size, evidence.hits, success, evidence.missed or nobody, evidence.value, offer,
                level=LEVEL, draws=_DRAWS, seed=_SEED,
            )  # fmt: skip
            profit = sheet.profit
    kept = between(lists.kept, LEVEL) if assumed else None
    decision = _decided(profit, break_even)
    currency = request.currency or customers.currency
    missing = what_is_missing(request, evidence.value, currency)
    says = verdict(decision, profit, break_even, assumed, currency, missing)
    if offer and evidence.value is not None and request.value and is_monthly(request.value):
        in_a_year = share_to_pay(evidence.hits.share, 12 * evidence.value, offer)
        says = run_on((says, of_one_month(request.value, in_a_year)))
    promise = Promise(
        size, evidence, between(lists.hits, LEVEL), assumed, kept, break_even, profit, offer, currency,
        decision, says, when, (), missing,
    )  # fmt: skip
    return replace(promise, lines=in_lines(promise))


def with_stop(promise: Promise, contacted: int, within: str) -> Promise:
    """The promise with the number at which the contacts stop.

    Args:
        contacted: customers of the list whom the lot has not left alone; of 0 there is nothing to stop.
        within: in which time they may leave, as one says it.
    """
    if promise.evidence is None or not contacted:
        return promise
    stop = stop_rule(promise.evidence.hits, Assumed(promise.assumed or Range(0, 0)), contacted)
    return replace(promise, stop=stop, stops=stop_in_words(stop, within, bool(promise.assumed)))


def share_to_pay(leave: float, value: float, offer: Offer) -> float:
    """Of those on the list who would leave, the share that has to stay because of the contact until it pays.

    It is ``money.fewer_to_pay`` counted among those who would leave, instead of among all on the list.

    Args:
        leave: of the list, the share that leaves if nobody contacts it, 0 to 1.
        value: of one who is kept.

    Returns:
        0 or more; above 1 where even keeping all of them would not pay, infinite where nobody leaves.
    """
    return float(fewer_to_pay(leave, value, offer)) / leave if leave else inf


def _decided(profit: Range[float] | None, break_even: float | None) -> Decision:
    """What the money says; without any, only a small round can find out."""
    if profit:
        if profit.low >= 0:
            return Decision.GO
        return Decision.NO_GO if profit.high < 0 else Decision.SMALL_ROUND
    return Decision.NO_GO if break_even is not None and break_even > 1 else Decision.SMALL_ROUND

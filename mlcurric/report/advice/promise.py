"""What to expect of the list: who leaves, who may be kept, what it earns, what it misses, who looks when, and when to stop."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from datetime import date
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from mlcurric.report.advice.checks import stop_in_words, stop_rule, when_to_look
from mlcurric.report.advice.counted import counted, said_of_each
from mlcurric.report.advice.decided import decided
from mlcurric.report.advice.lexicon import is_monthly
from mlcurric.report.advice.missing import what_is_missing
from mlcurric.report.advice.promise_words import about_contacted, in_lines
from mlcurric.report.advice.promised import WHO, WHO_OF_ALL, Promise
from mlcurric.report.advice.running import from_today
from mlcurric.report.contest.today_words import ALL_OVER
from mlcurric.report.reading.looks import OLD
from mlcurric.subject.expectation import Assumed, Decision, NextLists, between
from mlcurric.subject.money import Offer, fewer_to_pay
from mlcurric.subject.ranges import Range
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.advice.listing import AtRisk
    from mlcurric.report.contest.contest import Contest
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers
    from mlcurric.report.request import Request

LEVEL = 0.95
_TO_BE_SAID = T("–", "–")
_DRAWS, _SEED = 20_000, 0
_FEWEST = 5
"""Fewer customers than this are no list that is worth another page."""


def make_promise(
    request: Request, customers: Customers, split: Split, contest: Contest, at_risk: AtRisk, today: date | None = None
) -> Promise:
    """Promise what the counts allow, as far as costs and an assumption about the contacts are given.

    The profit is that of a retention campaign (Neslin et al. 2006, JMR 43:204-211) with everybody on the list contacted and
    the incentive for everybody contacted who stays. It pays from the share of leavers kept at which that is 0.

    Args:
        today: the day on which it is made; by default this one.
    """
    old = any(each.id in (OLD, ALL_OVER) for each in (*customers.remarks, *split.remarks))
    when = when_to_look(request.within, customers.observed, today or date.today(), old)
    size, assumed = len(at_risk.rows), request.save_rate
    if not size:
        return Promise(
            0, None, None, None, None, None, None, None, customers.currency, Decision.NO_GO, at_risk.says, when
        )  # fmt: skip
    tried = contest.of_winner.precision.value
    evidence = from_today(counted(customers, split, contest, at_risk), customers, at_risk, request.within, tried)
    offer = None if request.contact_cost is None else Offer(request.contact_cost, request.incentive or 0)
    success = Assumed(assumed or Range(0, 0))
    lists = NextLists.drawn(size, evidence.hits, success, _DRAWS, _SEED)
    leavers = between(lists.hits, LEVEL)
    break_even = profit = of_most = None
    unpaid: frozenset[int] = frozenset()
    first = 0
    if offer and evidence.worth and evidence.value is not None:
        break_even = share_to_pay(evidence.hits.share, evidence.value, offer)
        of_most = share_to_pay(leavers.high / size, evidence.value, offer)
        # They stay on the list, and in the groups that a lot has drawn: who is worth little need not leave as often as others, and
        # a list without them would be another than the one that was tried.
        said = said_of_each(evidence, np.array([row.risk for row in at_risk.rows]))
        bad = evidence.worth.unpaid(said, assumed.high if assumed else 1, offer)
        unpaid = frozenset((1 + np.flatnonzero(bad)).tolist())
        if assumed and evidence.value > offer.incentive:
            profit = evidence.worth.profit(evidence.hits, success, offer, LEVEL, _SEED)
        if assumed and contest.trusted:
            first = evidence.worth.first_that_pay(said, assumed.middle, offer)
    kept = between(lists.kept, LEVEL) if assumed else None
    decision = _decided(profit, break_even)
    currency = request.currency or customers.currency
    missing = what_is_missing(request, evidence.value, currency)
    few = evidence.worth.few(evidence.hits.share) if evidence.worth else None
    monthly = is_monthly(request.value) if request.value else False
    in_a_year = others = None
    if offer and evidence.value is not None and monthly is not False:
        in_a_year = share_to_pay(evidence.hits.share, 12 * evidence.value, offer)
    if offer and few:
        others = share_to_pay(few.others_leave, few.others_value, offer)
    promise = Promise(
        size, evidence, leavers, assumed, kept, break_even, profit, offer, currency,
        decision, _TO_BE_SAID, when, (), missing,
        few=few, break_even_of_others=others, in_a_year=in_a_year, is_monthly=monthly, break_even_of_most=of_most, unpaid=unpaid,
        first_that_pay=first if decision == Decision.NO_GO and _FEWEST <= first < size else 0,
    )  # fmt: skip
    return replace(promise, says=decided(promise, request.value or ""), lines=in_lines(promise))


def without_proof(promise: Promise, column: str) -> Promise:
    """The promise where no round shows what the contact is supposed to do, so that it is no reason for one.

    Args:
        column: of the amounts; may be empty.
    """
    unproved = replace(promise, shows=False)
    return replace(unproved, says=decided(unproved, column))


def of_those_contacted(promise: Promise, alone: Set[int], column: str) -> Promise:
    """The promise with the money of those who are contacted.

    Of fewer customers luck takes or gives more: where the whole list pays even at the low end, a part of it may not; then a
    small round has to come first.

    Args:
        alone: places on the list that the lot has drawn to be left alone.
        column: of the amounts; may be empty.
    """
    if not alone or not (promise.profit and promise.assumed and promise.offer and promise.evidence):
        return promise
    contacted = np.array([place not in alone for place in range(1, promise.list_size + 1)])
    worth, success = promise.evidence.worth, Assumed(promise.assumed)
    assert worth
    money = worth.profit(promise.evidence.hits, success, promise.offer, LEVEL, _SEED, contacted)
    line = about_contacted(money, int(contacted.sum()), promise.currency)
    promise = replace(promise, of_contacted=money, lines=(*promise.lines, line))
    if promise.decision != Decision.GO or money.low > 0:
        return promise
    says = decided(replace(promise, profit=money, decision=Decision.SMALL_ROUND), column)
    return replace(promise, decision=Decision.SMALL_ROUND, says=says)


def with_stop(promise: Promise, contacted: int, alone: int, within: str) -> Promise:
    """The promise with the number at which the contacts stop.

    Args:
        contacted: customers of the list whom the lot has not left alone; of 0 there is nothing to stop.
        alone: those whom it has.
        within: in which time they may leave, as one says it.
    """
    if promise.evidence is None or not contacted:
        return promise
    stop = stop_rule(promise.evidence.hits, contacted, alone)
    return replace(promise, stop=stop, stops=stop_in_words(stop, within), who=WHO if alone else WHO_OF_ALL)


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
        if profit.low > 0:
            return Decision.GO
        return Decision.NO_GO if profit.high <= 0 else Decision.SMALL_ROUND
    return Decision.NO_GO if break_even is not None and break_even > 1 else Decision.SMALL_ROUND

"""What the lines add up to: customers kept, and what one list earns or loses, from the worst to the best case."""

from __future__ import annotations

import math
from dataclasses import dataclass

from mlcurric.subject.digits import as_count
from mlcurric.subject.expectation import expected_kept, kept_bounds
from mlcurric.subject.money import break_even
from mlcurric.subject.product.collected import Collected
from mlcurric.subject.ranges import Range, spanned
from mlcurric.text import T


def list_profit(size: float, hits: float, success: float, value: float, contact_cost: float, incentive: float) -> float:
    """What one list earns if everybody on it is contacted and everybody who stays takes the incentive.

    Neslin's campaign (``money.campaign_profit``): kept × value − contacts − incentives, here also for a contact that
    drives away more than it keeps. Not in it: what building the list costs.

    Args:
        size: customers on the list.
        hits: of 100 on it, to how many it would happen.
        success: of 100 such hits contacted, how many are kept, net: it may lie below zero.
        value: what one kept customer is worth, before the incentive.
        contact_cost: of one contact, in the same currency.
        incentive: for each who stays, in the same currency.
    """
    would_have_stayed = size * (1 - hits / 100)
    return list_profit_at_best(size, hits, success, value, contact_cost, incentive) - would_have_stayed * incentive


def list_profit_at_best(
    size: float, hits: float, success: float, value: float, contact_cost: float, incentive: float
) -> float:
    """The same if nobody takes the incentive but those who are kept by it: no list earns more than this."""
    return expected_kept(size, hits, success) * (value - incentive) - size * contact_cost


def break_even_hits(success: float, value: float, contact_cost: float, incentive: float) -> float:
    """Of 100 on the list, how many have to be hits so that a contact pays (``money.break_even``).

    Returns:
        Hits of 100; above 100 where no list pays, infinite where a contact keeps nobody.
    """
    try:
        return 100 * break_even(value, contact_cost, incentive, success / 100)
    except ValueError:
        return math.inf


@dataclass(frozen=True)
class Money:
    """What one list brings, in the learner's own currency.

    Attributes:
        profit: if everybody who stays takes the incentive.
        at_best: if only those take it who are kept.
        by_rule: the profit of a list of the same size by today's rule; ``None`` where its hits are not known.
        break_even: of 100 on the list, how many have to be hits.
    """

    profit: Range[float]
    at_best: Range[float]
    by_rule: Range[float] | None
    break_even: Range[float]


def kept_by_sum(lines: Collected) -> Range[float] | None:
    """Customers kept by one list, as list × hits × success gives them; ``None`` where one of these is missing."""
    size, hits, success = lines.span("list_size"), lines.ends("hits"), lines.ends("success")
    if not (size and hits and success):
        return None
    ends = [kept_bounds(each, hits, success) for each in (size.low, size.high)]
    return Range(min(end.low for end in ends), max(end.high for end in ends))


def money_of(lines: Collected) -> Money | None:
    """What one list brings; ``None`` where a line that it needs is missing."""
    size, hits, success = lines.span("list_size"), lines.ends("hits"), lines.ends("success")
    prices = [lines.span(name) for name in ("value_kept", "contact_cost", "incentive_cost")]
    if not (size and hits and success and all(prices)):
        return None
    rule = lines.span("rule_hits_of_100")
    return Money(
        spanned(list_profit, size, hits, success, *prices),
        spanned(list_profit_at_best, size, hits, success, *prices),
        spanned(list_profit, size, rule, success, *prices) if rule else None,
        spanned(break_even_hits, success, *prices),
    )


def pays_from(break_even: Range[float]) -> T:
    """From how many hits of 100 a list pays, in words."""
    low, high = as_count(break_even.low), as_count(break_even.high)
    if break_even.low > 100:
        return T("not even 100 hits of 100 would pay", "100人全員が当たりでも採算はとれない")
    if break_even.high > 100:
        return T(
            "it pays from {low} hits of 100 in the best case, and in the worst not even with 100",
            "採算ラインは、よければ100人中{low}人の当たり、悪ければ全員が当たりでも赤字",
        ).format(low=low)
    if low == high:
        return T("it pays from {low} hits of 100", "採算ラインは100人中{low}人の当たり").format(low=low)
    return T(
        "it pays from {low} hits of 100 in the best case, from {high} in the worst",
        "採算ラインは、よければ100人中{low}人、悪ければ{high}人の当たり",
    ).format(low=low, high=high)


def hits_on(size: Range[float], hits: Range[float]) -> Range[float]:
    """Hits on a list of a size, counted."""
    return spanned(lambda each, of_100: each * of_100 / 100, size, hits)

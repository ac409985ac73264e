"""Two groups of a list compared, one left alone by lot: what luck does, what a number to decide by lets through, and how many lists it takes."""

from __future__ import annotations

from bisect import bisect_left
from math import ceil, exp, sqrt

from scipy.optimize import brentq
from scipy.stats import norm

from mlcurric.subject.experiments.sizes import ALPHA, POWER

FEWEST_LEAVERS = 5
"""With fewer expected among those left alone the normal approximation sees what is not there."""
MOST_LISTS = 12
"""Nobody goes on for longer with one and the same contact to find out whether it does anything."""
_OF = 1_000


def by_luck(share: float, size_1: int, size_2: int) -> float:
    """How far apart two groups lie by luck alone, more than that in only 5 of 100 rounds: z · √(p(1−p)(1/n₁ + 1/n₂)).

    Args:
        share: that leaves in both, 0 to 1.
    """
    share = _not_all(share, size_1 + size_2)
    return float(norm.isf(ALPHA / 2) * sqrt(share * (1 - share) * (1 / size_1 + 1 / size_2)))


def _not_all(share: float, size: int) -> float:
    """A share that leaves, with half a customer at least who stays: from those counted nobody knows that surely all leave."""
    return min(share, 1 - 0.5 / size)


def by_luck_at_any_time(share: float, size_1: int, size_2: int, chance: float) -> float:
    """By how much more of one group than of the other have left at *some* moment, by luck alone, in so many of all rounds.

    Counted day by day, the difference of two groups that are alike is a Brownian bridge that runs until ``share`` has left;
    it crosses b with probability Φ̄(b/√(p(1−p))) + exp(−2b²)·Φ(b(2p−1)/√(p(1−p))) (Doob 1949, Ann. Math. Statist.
    20:393-403, a line crossed by a Brownian motion). At p = 1 that is Smirnov’s one-sided test of two samples.

    Args:
        share: that has left in the end in both groups, above 0 and below 1; the larger, the more there is to cross.
        chance: above 0 and below ½.

    Returns:
        A difference of shares.
    """
    spread = sqrt(share * (1 - share))

    def crossed(bound: float) -> float:
        return norm.sf(bound / spread) + exp(-2 * bound**2) * norm.cdf(bound * (2 * share - 1) / spread) - chance

    return float(brentq(crossed, 0, 10)) * sqrt(1 / size_1 + 1 / size_2)


def to_go_on(share: float, pays: float | None, alone: int, contacted: int) -> float:
    """How many fewer of those contacted have to leave for going on: no less than pays, and no less than luck brings about.

    Args:
        share: that leaves if left alone, 0 to 1.
        pays: the difference of shares from which contacts pay; ``None`` if nobody knows.

    Returns:
        A difference of shares, rounded up to whole customers of 1,000, as it is said.
    """
    return ceil(round(_OF * max(by_luck(share, alone, contacted), pays or 0), 6)) / _OF


def chance_to_go_on(share: float, kept: float, bound: float, alone: int, contacted: int) -> float:
    """How often at least ``bound`` fewer leave among those contacted, 0 to 1.

    It is ``sizes.power_of_comparison`` but for where the bound lies. There it follows from what has left of both groups, which is
    known in the end only; here it is a number that is written down beforehand, from the share that leaves if nothing helps
    (``by_luck``). That is a little further out, so that it goes on a little less often: from 8 % to 6 % on 2,551 customers in
    each group in 76 of 100 cases instead of 80.

    Args:
        kept: of those who would leave, the share that stays because of the contact, 0 to 1.
    """
    share = _not_all(share, alone + contacted)
    left = share * (1 - kept)
    error = sqrt(share * (1 - share) / alone + left * (1 - left) / contacted)
    return float(norm.sf((bound - share * kept) / error))


def surely_found(share: float, bound: float, alone: int, contacted: int) -> float | None:
    """The least share kept with which contacts go on four times out of five, 0 to 1; ``None`` where none is enough."""

    def short(kept: float) -> float:
        return chance_to_go_on(share, kept, bound, alone, contacted) - POWER

    return float(brentq(short, 0, 1)) if short(1) >= 0 else None


def lists_to_find(share: float, pays: float | None, kept: float, alone: int, contacted: int) -> int | None:
    """The fewest lists that, added up, go on four times out of five with contacts that keep so many.

    Args:
        alone, contacted: of one list.

    Returns:
        ``None`` where ``MOST_LISTS`` are not enough.
    """

    def enough(lists: int) -> bool:
        sizes = lists * alone, lists * contacted
        if share * sizes[0] < FEWEST_LEAVERS:
            return False
        return chance_to_go_on(share, kept, to_go_on(share, pays, *sizes), *sizes) >= POWER

    if not alone or not contacted:
        return None
    lists = 1 + bisect_left(range(1, MOST_LISTS + 1), True, key=enough)
    return lists if lists <= MOST_LISTS else None

"""Which of the rules is told: the one whose list is best, of as few words as that needs."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from mlcurric.report.contest.better import PAIRS_MATTER

WORDINESS = {
    "one question": 1, "order": 2, "pair": 3, "3 groups": 3, "4 groups": 4, "5 groups": 4, "2 pairs": 4, "3 pairs": 5,
}  # fmt: skip
"""Family of rules → how much there is to say."""
_FIRST, _FIRST_AT_LEAST = 0.1, 20
"""Of a list, so much is looked at by itself: its first customers. Of a handful luck decides."""
_FIRST_MATTER = 0.1
"""Fewer hits than this of each of the first matter to nobody."""
# A rule of more words has to be better by this many standard errors of the difference.
_WORTH_WORDS = 1.0
# … and by more than so many hits of each listed customer.
_TOO_LITTLE = 0.01
_FOR_ORDER = 0.03
"""So many hits of each listed customer an order of all rows may cost that is clearly better."""
# A list is clearly worse, or the order of all rows clearly better, from so many standard errors on.
_CLEARLY = 2.0


def first_of(size: float) -> float:
    """How many of a list of ``size`` are its first."""
    return min(size, max(_FIRST * size, _FIRST_AT_LEAST))


def best_family(
    hits: Mapping[str, np.ndarray], first: Mapping[str, np.ndarray], pairs: Mapping[str, np.ndarray]
) -> str | None:
    """The one with the most hits; one of fewer words where that costs next to none of them.

    None that misses a few of whom nearly all leave: beside the many others on a long list they hardly count, but whoever calls
    the first hour calls them.

    None that puts all rows in a clearly worse order than another one does whose list is about as good: “A or B” lists no more
    leavers than “A” where A alone fills the list, but whoever is told A alone takes B for safe.

    Args:
        hits: by family, of each listed customer, fold by fold.
        first: likewise, of each of the first on the list.
        pairs: likewise, the share of pairs of a leaver and a stayer that are told apart.
    """
    if not hits:
        return None
    best = max(hits, key=lambda name: hits[name].mean())
    near = [name for name in hits if _costs_little(hits[best] - hits[name], _CLEARLY, _FOR_ORDER)]
    top = max(near, key=lambda name: first[name].mean())
    near = [name for name in near if _costs_little(first[top] - first[name], _CLEARLY, _FIRST_MATTER)]
    widest = max(near, key=lambda name: pairs[name].mean())
    whole = [name for name in near if _costs_little(pairs[widest] - pairs[name], _CLEARLY, PAIRS_MATTER)]
    good = [name for name in whole if _costs_little(hits[best] - hits[name], _WORTH_WORDS, _TOO_LITTLE)]
    return min(good or whole, key=lambda name: (WORDINESS[name], -hits[name].mean()))


def _costs_little(lost: np.ndarray, by_luck: float, too_little: float) -> bool:
    """Whether what is lost, fold by fold, is so few standard errors or so little that it does not matter."""
    return lost.mean() <= max(too_little, by_luck * lost.std(ddof=1) / np.sqrt(len(lost)))

"""How many of a list leave next: as those with the same scores did, or fewer, because everybody on it has stayed."""

from __future__ import annotations

from math import ceil

import numpy as np
from sklearn.isotonic import IsotonicRegression

from mlcurric.report.advice.worth import moved
from mlcurric.subject.expectation import Counted
from mlcurric.subject.ranges import Range

AS_LIKELY = Range(1.0, 1.0)
"""Customers whose outcome is open are as likely to leave as others of the same score."""
SAFER = Range(0.5, 1.0)
"""Of a score's share that left, so much is left to those who stayed, if nothing of the table says it.

Customers of one score are not alike. If each of them keeps a risk of his own, and those risks are spread by a Beta
distribution of intra-class correlation ρ around the score's share, those who have stayed once leave with (1 − ρ) of that
share. That this is so, and that ρ lies between 0 and 0.5, is assumed: a table that shows everybody once cannot say it. Two
subscriber bases in which the same model was fitted to who was left after 1 to 7 years have 0.18 and 0.35, all scores together
(Fader and Hardie 2007, J. Interactive Marketing 21(1):76-90: α + β of 4.47 and 1.89, ρ = 1 / (α + β + 1)); customers of one
score are more alike. How often the range then holds what comes, ``benchmarks/stayers.py`` counts.
"""
SAFER_AGAIN = Range(0.75, 1.0)
"""The same for those who have stayed once already and stay again: (1 + s) / (2 + s) with s = 1/ρ − 1, for ρ from 0 to 1/3.

Assumed likewise; ρ is taken to be less here, because whoever has stayed for two looks is more like the others who have.
"""


def safer_after(over: float) -> Range[float]:
    """The same for those who have stayed for a part of the time: s / (s + over) with s = 1/ρ − 1, for ρ from 0 to 0.5.

    Args:
        over: that part, 0 to 1; of 1 it is ``SAFER``.
    """
    return Range(1 / (1 + over), 1.0)


_ENDS_APART = 2.5
"""Standard deviations that lie between the two ends; with more of them a base at an end would fall out of the 95% range."""
_DIGITS = 4
_TURNS = 100
"""Draws of the later customers, from which it is seen how sure a share is."""
_ABOUT = 2
"""A count that is about as sure may be of so many times as many customers, or as few, where no other comes to the share."""


def by_their_scores(
    risk: np.ndarray,
    happened: np.ndarray,
    of_list: np.ndarray,
    of_all: np.ndarray,
    tried: int,
    safer: Range[float],
    at_most: float = 1.0,
    of: int | None = None,
) -> tuple[Counted, float]:
    """How many of a list leave whose scores are others than those of the list on which it was tried.

    Among those who are still here the scores are lower, because whoever left is gone; among customers of another month they
    may be, or higher. It starts from the list on which it was tried; how many leave with other scores, the share that
    left tells, followed along the scores by isotonic regression: it may only rise with them. How sure the list's share
    is, is seen by drawing the customers again and again, each time with another of the shares of ``safer``; the count
    that is given back is as sure as that.

    Args:
        risk, happened: of the customers whose outcome is known.
        of_list, of_all: the scores of those on the list, and of all from whom it was chosen.
        tried: customers on the list on which it was tried, the first of those whose outcome is known.
        safer: of so much of it, of all customers of the same score, these leave.
        at_most: the share is no larger than so many times that of the list on which it was tried.
        of: the share is as sure as a plain count of so many customers; by default as sure as it is when they are drawn again.

    Returns:
        So many of so many of the list; and how many of all leave.
    """
    # So near to each other no two scores are told apart; so few levels are fitted again and again in no time.
    levels, at = np.unique(np.round(risk, _DIGITS), return_inverse=True)
    rows, leavers = np.bincount(at), np.bincount(at, happened)
    curve = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip")

    def fitted(levels: np.ndarray, rows: np.ndarray, leavers: np.ndarray) -> float:
        """The share of the list that leaves, by these customers; ``curve`` is fitted to them."""
        curve.fit(levels, leavers / rows, sample_weight=rows)
        first = np.clip(tried - (rows[::-1].cumsum()[::-1] - rows), 0, rows)
        left, said = float(first @ (leavers / rows)), float(first @ curve.predict(levels))
        # At its end the curve follows luck upwards, so only its course is taken from it, and no list is promised more for it:
        # by default none more than left where it was tried.
        return min(left / tried * min(float(curve.predict(of_list).mean()) * tried / said, at_most), 1) if said else 0.0

    luck = np.random.default_rng(0)
    shares = []
    for again in luck.multinomial(len(risk), rows / len(risk), 0 if of else _TURNS):
        drawn = again > 0
        shares.append(fitted(levels[drawn], again[drawn], luck.binomial(again[drawn], (leavers / rows)[drawn])))
    share = fitted(levels, rows, leavers)
    spread = share * (1 - share) / of if of else float(np.var(shares))
    # Where all left in every draw, no more is known than of those who were tried.
    most = of or (len(risk) if spread else tried)
    hits = as_count(share, spread, safer, most) if share else Counted(0, of or tried)
    return hits, safer.middle * float(curve.predict(of_all).sum())


def stayed_on(hits: Counted) -> Counted:
    """Stayers who were counted at a next look, as a count of those who have stayed for one look more (``SAFER_AGAIN``)."""
    return as_count(hits.share, hits.share * (1 - hits.share) / hits.of, SAFER_AGAIN, hits.of)


def taken_from(hits: Counted, safer: Range[float]) -> float:
    """The share from which a count of stayers was taken down (``as_count``), 0 to 1."""
    return min(hits.share / safer.middle, 1)


def expected_of_each(risks: np.ndarray, share: float) -> np.ndarray:
    """What is expected of each on a list, so that of the whole list ``share`` leaves, as it was counted.

    Args:
        risks: of each, 0 to 1, as learned from all customers.

    Returns:
        Of all the same part, as of those who are safer than all of their score; where more than that left, all are moved up by
        one number of log-odds.
    """
    middle = float(np.mean(risks))
    if not middle:
        # Nothing tells them apart: as with a leak that was kept, which knows of everybody still there that they stay.
        return np.full_like(risks, share)
    part = share / middle
    return risks * part if part <= 1 else moved(risks, np.array([share]))[0]


def as_count(share: float, spread: float, safer: Range[float], most: int) -> Counted:
    """The share times a factor from the range, as a plain count that is as unsure.

    Args:
        spread: variance of the share.
        most: the count is of no more customers than this, as long as so many are enough for one of them to leave.
    """
    mean, variance = safer.middle, ((safer.high - safer.low) / _ENDS_APART) ** 2
    share, spread = share * mean, spread * (mean**2 + variance) + share**2 * variance
    # As many customers as a plain count of this share would need to be as unsure.
    alike = share * (1 - share) / spread if spread > 0 else most
    # Of about so many, but of enough for one to leave: those of whom a whole number comes to the share.
    enough = max(min(alike, most), 1 / share) if share else most
    sizes = np.arange(max(int(enough / _ABOUT), 1), int(enough * _ABOUT) + 2).clip(max=max(most, ceil(enough)))
    counts = np.round(share * sizes)
    off = np.abs(counts / sizes - share) / max(share, 1 / most)
    best = np.lexsort((np.abs(sizes - enough), np.round(off, 2)))[0]
    return Counted(int(counts[best]), int(sizes[best]))

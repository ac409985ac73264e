"""How many of those who are still here leave next: as those with the same scores did, or fewer, because they have stayed."""

from __future__ import annotations

import numpy as np
from sklearn.isotonic import IsotonicRegression

from mlcurric.subject.expectation import Counted
from mlcurric.subject.ranges import Range

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
_ENDS_APART = 2.5
"""Standard deviations that lie between the two ends; with more of them a base at an end would fall out of the 95% range."""
_DIGITS = 3
_TURNS = 100
"""Draws of the later customers, from which it is seen how sure a share is."""


def still_here(
    risk: np.ndarray, happened: np.ndarray, of_list: np.ndarray, of_all: np.ndarray, safer: Range[float] = SAFER
) -> tuple[Counted, float]:
    """How many of a list of stayers leave, if they are as much ``safer`` than all customers of the same score.

    The share that left is followed along the scores by isotonic regression: it may only rise with them. How sure the
    list's share is, is seen by drawing the customers again and again, each time with another of the shares of ``safer``;
    the count that is given back is as sure as that.

    Args:
        risk, happened: of the customers whose outcome is known.
        of_list, of_all: the scores of those on the list, and of all from whom it was chosen.

    Returns:
        So many of so many of the list; and how many of all leave.
    """
    # A thousandth more or less is no other score; so few levels are fitted again and again in no time.
    levels, at = np.unique(np.round(risk, _DIGITS), return_inverse=True)
    rows, leavers = np.bincount(at), np.bincount(at, happened)
    curve = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip")
    curve.fit(levels, leavers / rows, sample_weight=rows)
    share, of_these = float(curve.predict(of_list).mean()), float(curve.predict(of_all).sum())
    luck = np.random.default_rng(0)
    shares = []
    for again in luck.multinomial(len(risk), rows / len(risk), _TURNS):
        drawn = again > 0
        left = luck.binomial(again[drawn], (leavers / rows)[drawn])
        curve.fit(levels[drawn], left / again[drawn], sample_weight=again[drawn])
        shares.append(float(curve.predict(of_list).mean()))
    return _as_count(share, float(np.var(shares)), safer, len(risk)), safer.middle * of_these


def stayed_on(hits: Counted) -> Counted:
    """Stayers who were counted at a next look, as a count of those who have stayed for one look more (``SAFER_AGAIN``)."""
    return _as_count(hits.share, hits.share * (1 - hits.share) / hits.of, SAFER_AGAIN, hits.of)


def _as_count(share: float, spread: float, safer: Range[float], most: int) -> Counted:
    """The share times a factor from the range, as a plain count that is as unsure.

    Args:
        spread: variance of the share.
        most: the count is of no more customers than this.
    """
    mean, variance = safer.middle, ((safer.high - safer.low) / _ENDS_APART) ** 2
    share, spread = share * mean, spread * (mean**2 + variance) + share**2 * variance
    # As many customers as a plain count of this share would need to be as unsure.
    alike = share * (1 - share) / spread if spread > 0 else most
    size = int(np.clip(round(alike), 1, most))
    return Counted(round(share * size), size)

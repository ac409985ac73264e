"""Worlds in which each customer keeps a risk of his own around his score, and how often what is promised of stayers holds there."""

from __future__ import annotations

import numpy as np

from mlcurric.report.advice.stayers import SAFER, by_their_scores
from mlcurric.subject.expectation import Assumed, NextLists, between
from mlcurric.subject.ranges import Range

NOBODY = Assumed(Range(0, 0))


def frail(score: np.ndarray, alike: float, luck: np.random.Generator) -> np.ndarray:
    """A risk for each, around the score's, with this intra-class correlation; 0: everybody has the score's."""
    return score if not alike else luck.beta(score * (1 / alike - 1), (1 - score) * (1 / alike - 1))


def held(alike: float, safer: Range[float] = SAFER, tables: int = 6) -> float:
    """How often, 0 to 1, the range of a list of 100 stayers holds those who then leave."""
    luck = np.random.default_rng(5)
    found = []
    for _ in range(tables):
        score = 1 / (1 + np.exp(1.4 - 1.2 * luck.normal(size=3_000)))
        own = frail(score, alike, luck)
        left = luck.random(3_000) < own
        judge, here = luck.permutation(3_000)[:900], np.flatnonzero(~left)
        listed = here[np.argsort(-score[here])[:100]]
        hits, _ = by_their_scores(
            score[judge], left[judge], score[listed], score[here], round(900 * 100 / len(here)), safer
        )
        promised = between(NextLists.drawn(100, hits, NOBODY, 4_000, 0).hits, 0.95)
        leave = (luck.random((200, 100)) < own[listed]).sum(axis=1)
        found.append(((leave >= promised.low) & (leave <= promised.high)).mean())
    return float(np.mean(found))

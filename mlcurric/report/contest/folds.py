"""Parts of the rows to try things out on: a sample where more rows would change nothing, and folds that never part a customer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import numpy as np
from sklearn.model_selection import GroupKFold, StratifiedKFold, train_test_split
from sklearn.utils.parallel import Parallel, delayed
from threadpoolctl import threadpool_limits

Made = TypeVar("Made")

ENOUGH = 15_000
_ENOUGH_TO_SCORE = 40_000
"""So many rows teach each of the parts; more of them cost seconds and move hardly anybody."""
MOST_TO_LEARN = 100_000
"""A model learns from no more rows, drawn by lot: more of them move no score by a hundredth, and cost minutes and gigabytes."""
_FOLDS, _MORE_FOLDS, _SMALL = 5, 10, 4_000


def sample_of(left: np.ndarray, most: int = ENOUGH) -> np.ndarray:
    """Places of at most so many rows, drawn by lot with as many leavers as they deserve, in their order."""
    places = np.arange(len(left))
    if len(left) <= most:
        return places
    return np.sort(train_test_split(places, train_size=most, random_state=0, stratify=left)[0])


def folds_of(left: np.ndarray, groups: np.ndarray | None = None) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Pairs of places: to learn from, and to try on; the parts to try on make up all rows.

    A small table is cut into more parts, because what is left to learn from would be too little. A part without leavers
    (or stayers) to learn from or to try on is skipped.

    Args:
        left: bools.
        groups: rows of one customer have the same number.
    """
    parts = _MORE_FOLDS if len(left) < _SMALL else _FOLDS
    if groups is not None and len(np.unique(groups)) < len(groups):
        cut = GroupKFold(min(parts, len(np.unique(groups))), shuffle=True, random_state=0).split(left, left, groups)
    else:
        parts = max(2, min(parts, int(left.sum()), int((~left).sum())))
        cut = StratifiedKFold(parts, shuffle=True, random_state=0).split(left, left)
    for learn, judge in cut:
        if left[learn].any() and not left[learn].all():
            yield learn, judge


def side_by_side(work: Callable[..., Made], parts: Iterable[tuple[Any, ...]]) -> list[Made]:
    """What the work makes of each of the parts, one part a processor."""
    # One thread each: waiting for each other takes trees ten times as long.
    with threadpool_limits(1):
        return Parallel(n_jobs=-1, prefer="threads")(delayed(work)(*part) for part in parts)


def apart(
    customer: np.ndarray, known: np.ndarray, left: np.ndarray, wanted: np.ndarray
) -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Rows to learn from, what became of them, and the rows to score: no customer stands on both sides.

    Args:
        customer: whose row each is, of all rows.
        known: positions of the rows that may be learned from, and ``left``, bools, what became of them.
        wanted: positions among ``known`` of the rows to score.
    """
    listed = np.isin(known, wanted)
    turns = folds_of(left, customer[known])
    parts = [(learn[sample_of(left[learn], _ENOUGH_TO_SCORE)], turn[listed[turn]]) for learn, turn in turns]
    return [(known[learn], left[learn], known[turn]) for learn, turn in parts if len(turn)]

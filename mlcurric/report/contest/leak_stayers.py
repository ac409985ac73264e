"""Groups that hardly anybody has left, though many would have by the share of all: what was written for those who stayed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from scipy.stats import binom

from mlcurric.report.contest.leak_signs import SPIKES, GivenAway, beside, given_away, judged, strength_of, worst

# At the safe end of a good rule one of 100 leaves; so many rows right beside the end say whether it is one.
_SAFE, _SAFE_LUCK = 0.01, 0.02
_BESIDE_END, _FEWEST_BESIDE, _AS_USUAL = 0.05, 25, 0.5


def never_left(values: np.ndarray, left: np.ndarray, texts: bool) -> GivenAway | None:
    """The group that hardly anybody has left, though many would have by the share of all; of it, the stayers are counted.

    It is what ``given_away`` finds with leavers and stayers exchanged, as far as it is sure. Of numbers a single value, or what
    lies beyond a border, is asked only where many leave right beside it: that towards one end of a column fewer
    and fewer leave is what a good column is like.

    Args:
        values, left, texts: as for ``given_away``.

    Returns:
        The group with ``leavers`` and ``of_leavers`` counting stayers; of strength 3 where also a rule by which one of 100
        leaves would have let more in.
    """
    group = given_away(values, ~left, texts)
    if not texts and len(np.unique(values[~np.isnan(values)])) > 2:
        whole = group if group is not None and group.side in ("is", "blank", "filled") else None
        group = worst([whole, _never_at(values, left), *_never_beyond(values, left)])
    if group is None or group.strength < 2:
        return None
    return group if group.strength < 3 or _safer_than_a_rule(group) else replace(group, strength=2)


def _never_at(values: np.ndarray, left: np.ndarray) -> GivenAway | None:
    """Of the commonest single values of a number, one that hardly anybody has left though the rows right beside it did."""
    known = ~np.isnan(values)
    value, at, rows = np.unique(values[known], return_inverse=True, return_counts=True)
    leavers = np.bincount(at, left[known])
    found = []
    for place in np.argsort(-rows, kind="stable")[:SPIKES]:
        around = beside(place, rows, leavers)
        if around and min(around) >= _AS_USUAL * left.mean():
            stayers = int(rows[place] - leavers[place])
            found.append(judged(int(rows[place]), stayers, ~left, float(value[place]), "is"))
    return worst(found)


def _never_beyond(values: np.ndarray, left: np.ndarray) -> Iterator[GivenAway]:
    """From each end of a number, the longest stretch that nobody has left, where right beside it as many leave as further away.

    Where a good column hardly ever tells of leaving, it tells little of it right beside as well.
    """
    known = ~np.isnan(values)
    value, at, rows = np.unique(values[known], return_inverse=True, return_counts=True)
    leavers = np.bincount(at, left[known])
    need = max(int(_BESIDE_END * known.sum()), _FEWEST_BESIDE)
    for side, way in (("below", slice(None)), ("above", slice(None, None, -1))):
        n, h = np.cumsum(rows[way]), np.cumsum(leavers[way])
        sure = np.flatnonzero(strength_of(n[:-1], (n - h)[:-1], ~left) == 3)
        if not len(sure):
            continue
        place = int(sure[-1])
        until = min(int(np.searchsorted(n, n[place] + need)), len(n) - 1)
        next_to_it = (h[until] - h[place]) / (n[until] - n[place])
        further = (h[-1] - h[place]) / (n[-1] - n[place])
        group = judged(
            int(n[place]), int(n[place] - h[place]), ~left, float(value[way][place]), side if place else "is"
        )
        if group and next_to_it >= _AS_USUAL * further and _safer_than_a_rule(group):
            yield group


def _safer_than_a_rule(stayers: GivenAway) -> bool:
    """Whether fewer left than at the safe end of a rule; of a group in which the stayers were counted."""
    return bool(binom.cdf(stayers.rows - stayers.leavers, stayers.rows, _SAFE) < _SAFE_LUCK)

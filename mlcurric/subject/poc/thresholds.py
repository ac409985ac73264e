"""Where the threshold of a plan would have to stand for it to tell, as far as its rehearsal shows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlcurric.subject.poc.ground import HARMS, NOTHING, WORKS
from mlcurric.subject.poc.rehearsal import LEAST_FOUND, MOST_FOOLED, PlanRehearsal

_STEP = 0.1
_SLACKS = (0.025, 0.01)
"""A threshold that would only just do is not proposed, for the next rehearsal has other luck; the second, if there is no other."""
_PAIRS = 5


def thresholds_that_do(found: PlanRehearsal, stop_below: float | None = None) -> tuple[float, float] | None:
    """From which ``go_from`` to which a plan would tell success from failure, every other line as it is; ``None`` for nowhere.

    Nothing is carried out again. What the first rounds counted does not depend on the threshold, and a second round is
    a first one in another quarter: each run is paired with some others.

    Args:
        found: of a plan that decides once, by its thresholds, on a fair comparison.
        stop_below: where that is changed as well.
    """
    plan, changed = found.plan, stop_below is not None
    stop = plan.stop_below if stop_below is None else stop_below
    low, high = stop + _STEP, plan.smallest_effect
    # Where this go_from alone has just failed for one mistake, the way out lies on the other side.
    if not found.finds_enough and not changed:
        high = min(high, plan.go_from - _STEP)
    if not found.seldom_fooled and not changed:
        low = max(low, plan.go_from + _STEP)
    tried = np.arange(np.ceil(max(low, _STEP) / _STEP - 1e-9), np.floor(high / _STEP + 1e-9) + 1)
    tried = np.round(_STEP * tried, 9)
    shares = {world: _share_of_go(found.worlds[world].first, stop, tried) for world in found.worlds}
    fooled = np.maximum(shares[NOTHING], shares[HARMS])
    for slack in _SLACKS:
        do = tried[(shares[WORKS] >= LEAST_FOUND + slack) & (fooled <= MOST_FOOLED - slack)]
        if len(do):
            # Of those that only just do, the middle one.
            return (float(do[0]), float(do[-1])) if slack == _SLACKS[0] else (float(np.median(do)),) * 2
    return None


def _share_of_go(first: NDArray, stop_below: float, tried: NDArray) -> NDArray:
    """For each threshold, in what share of the runs it says go, at once or after an extension."""
    at_once = first >= tried[:, None]
    between = (first >= stop_below) & ~at_once
    late = [np.round((first + np.roll(first, by)) / 2, 9) >= tried[:, None] for by in range(1, _PAIRS + 1)]
    return at_once.mean(axis=1) + np.mean([(between & each).mean(axis=1) for each in late], axis=0)

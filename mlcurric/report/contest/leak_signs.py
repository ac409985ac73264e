"""What one column alone tells of who left, counted: how many pairs it sorts, what its blanks and single values give away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import binom

from mlcurric.subject.intervals import wilson

_BINS = 20
# All of these were chosen by ``benchmarks/leaks.py``. Stayers in a group, so many times as rare as among all customers: a
# rule by which 95 of 100 leave lets more of them in, and so does one by which 97 of 100 do.
_PURE, _PURER, _BY_LUCK, _NEARLY, _NEARLY_HIGH = 0.05, 0.03, 0.05, 0.2, 0.35
_NOBODY = 0.005
_MANY_LEAVERS = 0.15
_TIMES, _TIMES_LOW, _FEW_LEAVE = 50.0, 15.0, 0.1
_SPIKE_ROWS = 0.01
SPIKES = 5
"""Of the values of a column, so many are looked at one by one."""
_NEIGHBOURS = 0.02
_IN_STRETCH, _VALLEY = 25, 0.4
_NEAR, _SHARP, _LEAP = 25, 0.7, 3.5


@dataclass(frozen=True)
class Telling:
    """How well an order of the rows puts those who left before those who stayed.

    Attributes:
        pairs: of all pairs of one who left and one who stayed, the share that stands in the right order.
        both: at the best border, the share of each kind, leavers and stayers, that lies on its own side at least.
    """

    pairs: float = 0.5
    both: float = 0.0


@dataclass(frozen=True)
class GivenAway:
    """One group of rows that nearly only leavers are in.

    Attributes:
        rows, leavers: counted.
        of_leavers: of all leavers, the share that is in it.
        strength: 3 nobody else, 2 nearly only leavers, 1 mostly leavers.
        value: the number or text that they share; or the border of ``side``.
        side: ``"is"``, ``"above"``, ``"below"``, ``"blank"`` or ``"filled"``.
    """

    rows: int
    leavers: int
    of_leavers: float
    strength: int
    value: object
    side: str


def telling(codes: np.ndarray, left: np.ndarray, ordered: bool) -> Telling:
    """The best that the values of one column do alone.

    Args:
        codes: 0 where blank, else small whole numbers; in the order of the values where there is one.
        left: bools.
        ordered: whether the codes have an order; then it is tried too, from both ends, with the blanks at either.
    """
    size = int(codes.max()) + 1
    at = _counts(codes, left, size)
    found = []
    if ordered:
        up = np.arange(1, size)
        for values in (up, up[::-1]):
            found += [_told(at[:, order]) for order in (np.r_[0, values], np.r_[values, 0])]
    coarse = _coarse(codes, at.sum(axis=0)) if ordered else codes
    halves = np.arange(len(codes)) * 7919 % 1_000_003 % 2 == 0
    shares = [_counts(coarse[half], left[half], max(size, _BINS + 1)) for half in (halves, ~halves)]
    # The order that one half of the rows teaches is tried on the other one.
    usual = left.mean()
    tried = [
        _told(other[:, np.argsort(-(own[1] + usual) / (own.sum(axis=0) + 1), kind="stable")])
        for own, other in (shares, shares[::-1])
    ]
    found.append(
        Telling(*(float(np.mean(each)) for each in zip(*((one.pairs, one.both) for one in tried), strict=True)))
    )
    best = max(found, key=lambda one: one.pairs)
    return Telling(best.pairs, max(one.both for one in found))


def blank_telling(blank: np.ndarray, left: np.ndarray) -> Telling:
    """What being blank alone tells, whichever way round."""
    at = _counts(blank.astype(int), left, 2)
    return max((_told(at), _told(at[:, ::-1])), key=lambda one: one.pairs)


def given_away(values: np.ndarray, left: np.ndarray, texts: bool, mostly: bool = False) -> GivenAway | None:
    """The group that gives away most: a single value, the blanks, the filled cells, or what lies beyond a border.

    Args:
        values: floats with NaN, or texts with NaN.
        left: bools.
        mostly: whether beyond a border mostly leavers are enough, where a name asks already: good columns have such an end.
    """
    blank = pd.isna(values) if texts else np.isnan(values)
    groups = []
    if 0 < blank.sum() < len(blank):
        groups += [_group(blank, left, None, "blank"), _group(~blank, left, None, "filled")]
    if texts:
        inverse, known = pd.factorize(values[~blank])
        rows = np.bincount(inverse, minlength=len(known))
        leavers = np.bincount(inverse, left[~blank], minlength=len(known))
        groups += [
            judged(int(rows[place]), int(leavers[place]), left, str(known[place]), "is")
            for place in np.argsort(-leavers)[:SPIKES]
        ]
    elif (~blank).any():
        groups += _of_numbers(values[~blank], left[~blank], left, mostly)
    return worst(groups)


def cut_by_a_rule(values: np.ndarray, left: np.ndarray) -> bool:
    """Whether leavers and stayers part at a sharp border through customers who stand on both sides of it as densely.

    So does a rule that somebody follows (“60 days without a login”). A number that was changed by leaving makes a heap of
    its own: a valley lies before it, or it lies across the others and no border is sharp.

    Args:
        values: floats with NaN.
        left: bools.
    """
    known = ~np.isnan(values)
    value, gone = values[known], left[known]
    if len(np.unique(value)) < _BINS or not gone.any() or gone.all():
        return False
    if np.median(value[gone]) < np.median(value[~gone]):
        value = -value
    order = np.argsort(value, kind="stable")
    value, gone = value[order], gone[order]
    last = np.r_[value[1:] != value[:-1], False]
    apart = np.where(last, np.cumsum(~gone) / (~gone).sum() - np.cumsum(gone) / gone.sum(), 0)
    border = int(np.argmax(apart)) + 1
    sharp = gone[border : border + _NEAR].mean() - gone[max(border - _NEAR, 0) : border].mean() >= _SHARP
    around = value[max(border - _NEAR, 0) : border], value[border : border + _NEAR]
    step = np.median(np.diff(np.unique(value)))
    usual = max(step, *(np.ptp(side) / max(len(side) - 1, 1) for side in around))
    leap = value[border] - value[border - 1] > _LEAP * usual
    lower, upper = np.quantile(value[gone], [0.25, 0.75])
    # So wide that enough leavers stand in a stretch of it in the middle of their heap, and more than one whole number.
    width = max((upper - lower) * max(2 * _IN_STRETCH / gone.sum(), 0.125), 3 * step)
    heap = ((value >= lower) & (value <= upper)).sum() * width / max(upper - lower, width)
    froms = np.linspace(np.median(value[~gone]), max(np.median(value[gone]) - width, value[border - 1]), 200)
    inside = np.searchsorted(value, froms + width) - np.searchsorted(value, froms)
    return bool(sharp and not leap and inside.min() >= _VALLEY * heap)


def _counts(codes: np.ndarray, left: np.ndarray, size: int) -> np.ndarray:
    """Stayers and leavers (two rows) of each code."""
    leavers = np.bincount(codes, left, minlength=size)
    return np.array([np.bincount(codes, minlength=size) - leavers, leavers])


def _told(at: np.ndarray) -> Telling:
    """Of stayers and leavers in an order, the riskiest first: the pairs that stand right, ties counted half."""
    stayers, leavers = at
    if not stayers.sum() or not leavers.sum():
        return Telling()
    bothered, caught = np.cumsum(stayers) / stayers.sum(), np.cumsum(leavers) / leavers.sum()
    pairs = np.trapezoid(np.r_[0, caught], np.r_[0, bothered])
    return Telling(float(pairs), float(np.minimum(caught, 1 - bothered).max()))


def _coarse(codes: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Codes of numbers, a few together, each with about as many rows; blanks stay apart."""
    up_to = np.cumsum(rows[1:])
    merged = (
        1 + np.minimum((_BINS * (up_to - rows[1:] / 2) / max(up_to[-1], 1)).astype(int), _BINS - 1)
        if len(up_to)
        else []
    )
    return np.r_[0, merged].astype(int)[codes]


def _of_numbers(values: np.ndarray, gone: np.ndarray, left: np.ndarray, mostly: bool) -> list[GivenAway | None]:
    order = np.argsort(values, kind="stable")
    value, gone = values[order], gone[order]
    starts = np.flatnonzero(np.r_[True, value[1:] != value[:-1]])
    rows = np.diff(np.r_[starts, len(value)])
    leavers = np.add.reduceat(gone.astype(float), starts)
    found = []
    for place in np.argsort(-rows)[:SPIKES]:
        if rows[place] >= _SPIKE_ROWS * len(left) and len(starts) > 2 and _stands_out(place, rows, leavers):
            found.append(judged(int(rows[place]), int(leavers[place]), left, float(value[starts[place]]), "is"))
    if len(starts) == 1:
        return found
    # From each end, the longest stretch that is strong; of two values, each is a stretch of its own.
    least = 1 if mostly or len(starts) == 2 else 2
    for side, n, h, at in (
        ("below", np.cumsum(rows), np.cumsum(leavers), value[starts]),
        ("above", np.cumsum(rows[::-1]), np.cumsum(leavers[::-1]), value[starts][::-1]),
    ):
        strength = strength_of(n[:-1], h[:-1], left)
        if (strong := strength.max()) >= least:
            place = int(np.flatnonzero(strength == strong)[-1])
            found.append(judged(int(n[place]), int(h[place]), left, float(at[place]), side))
    return found


def _stands_out(place: int, rows: np.ndarray, leavers: np.ndarray) -> bool:
    """Whether leavers are far rarer on both sides of a single value."""
    return all(share <= leavers[place] / rows[place] / 2 for share in beside(place, rows, leavers))


def beside(place: int, rows: np.ndarray, leavers: np.ndarray) -> list[float]:
    """The share that left right below a value and right above it, where enough rows are."""
    need = max(_NEIGHBOURS * rows.sum(), 10)
    found = []
    for n, h in ((rows[place + 1 :], leavers[place + 1 :]), (rows[:place][::-1], leavers[:place][::-1])):
        if n.sum() >= need:
            until = int(np.searchsorted(np.cumsum(n), need)) + 1
            found.append(h[:until].sum() / n[:until].sum())
    return found


def worst(groups: Iterable[GivenAway | None]) -> GivenAway | None:
    return max(filter(None, groups), key=lambda group: (group.strength, group.of_leavers), default=None)


def _group(member: np.ndarray, left: np.ndarray, value: object, side: str) -> GivenAway | None:
    return judged(int(member.sum()), int((member & left).sum()), left, value, side)


def judged(rows: int, leavers: int, left: np.ndarray, value: object, side: str) -> GivenAway | None:
    strength = int(strength_of(np.array([rows]), np.array([leavers]), left)[0])
    return GivenAway(rows, leavers, leavers / left.sum(), strength, value, side) if strength else None


def strength_of(rows: np.ndarray, leavers: np.ndarray, left: np.ndarray) -> np.ndarray:
    """3 where nobody but leavers is in a group, 2 where hardly anybody else, 1 where few others, else 0; few rows prove nothing.

    A group without a stayer has to be so large that a rule by which 95 of 100 leave would have let one in, 19 times of 20;
    one with stayers, so large that a rule by which 97 of 100 leave would have let more in. What is smaller is only asked
    about: it may be a good rule. Others are few or many beside their share of all customers: where nine of ten leave, every group is nearly only leavers.
    """
    rows, leavers = np.maximum(rows, 1).astype(int), leavers.astype(int)
    total, of_stayers = int(left.sum()), int((~left).sum())
    stayers, usual = rows - leavers, of_stayers / len(left)
    caught_low = wilson(np.minimum(leavers, total), np.full(len(rows), total))[0]
    bothered, bothered_high = stayers / of_stayers, wilson(stayers, np.full(len(rows), of_stayers))[1]
    pure = binom.cdf(stayers, rows, _PURE * usual) < _BY_LUCK
    hardly = stayers <= _NOBODY * usual * rows
    purer = binom.cdf(stayers, rows, _PURER * usual) < _BY_LUCK
    nearly = (stayers <= _NEARLY * usual * rows) & (wilson(stayers, rows)[1] <= _NEARLY_HIGH * usual)
    # Where few leave in all, a group can be mostly stayers and still be one that stayers hardly ever get into.
    rare = (1 - usual < _FEW_LEAVE) & (leavers / total > _TIMES * bothered) & (caught_low > _TIMES_LOW * bothered_high)
    strength = np.select([pure & hardly, purer, nearly | rare], [3, 2, 1], 0)
    return np.where((leavers >= _MANY_LEAVERS * total) & (leavers / rows > 1 - usual), strength, 0)

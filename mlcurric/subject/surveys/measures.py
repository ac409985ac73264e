"""What moved between two forms, per team and for the whole, with an interval, and with nothing about fewer than three people.

*The interval.* Students' t with the spread pooled over the teams, and never below what answering in whole steps adds (a
variance of 1/12 a step). With three to eight answers a team's own spread is often 0 by luck alone: in a simulation of
answers from 1 to 5 a plain t interval of three changes held the truth in 54 to 90 of 100 cases, and a percentile bootstrap
is narrower still. This one holds it in 94 or more (``tests/subject/surveys/test_measures.py``). A team's own spread, which
with three answers would give the answers away, is not told either.

*Nobody is exposed.* A team's number rests on at least three people, and so does what is left when all that is shown is
taken from the whole: else the smallest team that is shown is hidden as well. Each number of a measure is told for one
group of people only, so that no two can be subtracted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.stats import t

from mlcurric.subject.intervals import CONFIDENCE, Measured
from mlcurric.subject.surveys.forms import SCALE, every_item, survey_items

LEAST = 3
"""Fewer people than this are never shown."""
WHOLE = ""
"""The name of all teams together, in a place where a team's name may stand."""
_PAIRED_FROM = 2 / 3
"""People are followed from form to form if so many of the smaller form's can be."""
_STEP = 1 / 12
"""The variance that answering in whole steps adds."""


@dataclass(frozen=True)
class Answered:
    """One person's value of a measure on one form; ``person`` is the same on each form, or belongs to this one only."""

    person: object
    team: str
    value: float


@dataclass(frozen=True)
class Cell:
    """One measure of one team, or of the whole.

    Attributes:
        team: its name; ``WHOLE`` for all.
        measure: an item's id, or ``"understanding"`` or ``"motivation"`` for the mean of a kind.
        stages: the first and the last form that are compared; the same one twice where there is nothing to compare with.
        people: so many answered the first and the last; the same ones if ``paired``.
        paired: whether the same people are compared.
        hidden: whether it rests on too few people; then it has no numbers.
        first, last: the means, 1 to 5.
        move: last − first with its 95% interval; ``None`` where there is nothing to compare with.
        level: the last mean with its 95% interval.
    """

    team: str
    measure: str
    stages: tuple[int, int]
    people: tuple[int, int]
    paired: bool = False
    hidden: bool = False
    first: float | None = None
    last: float | None = None
    move: Measured | None = None
    level: Measured | None = None

    @property
    def moved(self) -> int:
        """1 up, −1 down, 0 if that cannot be told: the interval, as it is printed, holds 0."""
        if self.move is None:
            return 0
        return 1 if round(self.move.low, 1) > 0 else -1 if round(self.move.high, 1) < 0 else 0


def measure_of(kind: str, stages: Sequence[int]) -> tuple[str, ...]:
    """The items that make the mean of a kind: those that all these forms ask."""
    asked = [{item.id for item in survey_items(stage)} for stage in stages]
    return tuple(id for id, item in every_item().items() if item.kind == kind and all(id in items for items in asked))


def mean_marks(marks: Mapping[str, int], items: Iterable[str]) -> float | None:
    """A person's mean over some items, if at least half of them are answered."""
    items = list(items)
    given = [marks[item] for item in items if item in marks]
    return sum(given) / len(given) if items and 2 * len(given) >= len(items) else None


def compare(measure: str, answered: Mapping[int, Sequence[Answered]], items: int = 1) -> dict[str, Cell]:
    """The cells of one measure, by team; the whole stands under ``WHOLE``.

    Args:
        answered: the people of each form; the first and the last form that have any are compared.
        items: of how many answers a value is the mean.
    """
    stages = sorted(stage for stage, people in answered.items() if people)
    if not stages:
        return {}
    ends = stages[0], stages[-1]
    if len(stages) == 1:
        sides = [list(answered[ends[0]])]
        return _cells(measure, ends, sides, False, items)
    sides = [list(answered[stage]) for stage in ends]
    both = {one.person for one in sides[0]} & {one.person for one in sides[1]}
    paired = len(both) >= max(LEAST, _PAIRED_FROM * min(map(len, sides)))
    if paired:
        sides = [sorted((one for one in side if one.person in both), key=lambda one: str(one.person)) for side in sides]
        # A person belongs to the team of the last form.
        teams = {one.person: one.team for one in sides[1]}
        sides[0] = [Answered(one.person, teams[one.person], one.value) for one in sides[0]]
    return _cells(measure, ends, sides, paired, items)


def hide(people: Mapping[str, Sequence[int]]) -> set[str]:
    """The groups that may not be shown: too few people, or too few left when the shown ones are taken from the whole.

    Args:
        people: how many each group has on each side; the group without a name is never shown.
    """
    hidden = {name for name, sizes in people.items() if not name or min(sizes) < LEAST}
    while len(hidden) < len(people) and any(
        0 < sum(people[name][side] for name in hidden) < LEAST for side in range(len(next(iter(people.values()))))
    ):
        hidden.add(min(people.keys() - hidden, key=lambda name: (min(people[name]), name)))
    return hidden


def interval(mean: float, variance: float, n: float, freedom: int, bounds: tuple[float, float]) -> Measured:
    """A mean with its 95% interval, within the bounds of the scale.

    Args:
        variance: of one value.
        n: how many values; for a difference of two groups the half of their harmonic mean.
    """
    half = float(t.isf((1 - CONFIDENCE) / 2, freedom)) * sqrt(variance / n)
    return Measured(mean, max(bounds[0], mean - half), min(bounds[1], mean + half))


def pooled(groups: Iterable[Sequence[float]], least: float) -> tuple[float, int]:
    """The variance within groups and its degrees of freedom; where groups are single people, that of all together."""
    groups = [np.asarray(group, dtype=float) for group in groups if len(group)]
    freedom = sum(len(group) - 1 for group in groups)
    if freedom < 2:
        groups = [np.concatenate(groups)]
        freedom = max(len(groups[0]) - 1, 1)
    spread = sum(float(((group - group.mean()) ** 2).sum()) for group in groups)
    return max(spread / freedom, least), freedom


def _cells(
    measure: str, ends: tuple[int, int], sides: Sequence[Sequence[Answered]], paired: bool, items: int
) -> dict[str, Cell]:
    teams = dict.fromkeys(one.team for side in sides for one in side)
    values = {team: [[one.value for one in side if one.team == team] for side in sides] for team in teams}
    hidden = hide({team: [len(side) for side in each] for team, each in values.items()})
    every = [[one.value for one in side] for side in sides]
    cells = {}
    spreads = _spreads(values.values(), paired, items)
    for team, each in {**{team: each for team, each in values.items() if team}, WHOLE: every}.items():
        sizes = (len(each[0]), len(each[-1]))
        if team in hidden or min(sizes) < LEAST:
            cells[team] = Cell(team, measure, ends, sizes, paired, hidden=True)
        else:
            cells[team] = _shown(team, measure, ends, each, paired, spreads)
    return cells


def _spreads(teams: Iterable[Sequence[Sequence[float]]], paired: bool, items: int) -> list[tuple[float, int]]:
    """The pooled variances of a level and of a change."""
    teams = list(teams)
    step = _STEP / items
    level = pooled((each[-1] for each in teams), step)
    if paired:
        return [level, pooled((np.subtract(each[1], each[0]) for each in teams), 2 * step)]
    return [level, pooled((side for each in teams for side in each), step)]


def _shown(
    team: str,
    measure: str,
    ends: tuple[int, int],
    each: Sequence[Sequence[float]],
    paired: bool,
    spreads: Sequence[tuple[float, int]],
) -> Cell:
    low, high = SCALE
    sizes = (len(each[0]), len(each[-1]))
    first, last = (float(np.mean(side)) for side in (each[0], each[-1]))
    level = interval(last, spreads[0][0], sizes[1], spreads[0][1], (low, high))
    move = None
    if len(each) == 2:
        n = sizes[0] if paired else 1 / (1 / sizes[0] + 1 / sizes[1])
        move = interval(last - first, spreads[1][0], n, spreads[1][1], (low - high, high - low))
    return Cell(team, measure, ends, sizes, paired, False, first if move else None, last, move, level)

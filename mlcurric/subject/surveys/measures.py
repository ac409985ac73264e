"""What moved between two forms, per team and for the whole, with an interval, and with nothing that gives an answer away.

*The interval* rests on a spread that is assumed, not on that of the answers: with three to eight answers a team's own
spread is often 0 by luck alone, and with the mean it would give the answers away. It is assumed wide: in a simulation of
answers from 1 to 5 the interval held the truth in 94 or more of 100 cases (``tests/subject/surveys/test_measures.py``).

*What is told.* Item by item for the whole only; of the teams, the means of several items. See ``disclosure``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.stats import norm

from mlcurric.subject.intervals import CONFIDENCE, Measured
from mlcurric.subject.surveys.disclosure import FEW, LEAST, Told, hide, leaves_room, mean_of_told, told
from mlcurric.subject.surveys.forms import SCALE, every_item, survey_items

WHOLE = ""
"""The name of all teams together, in a place where a team's name may stand."""
SPREAD, SPREAD_OF_MEANS = 1.2, 0.8
"""The standard deviation that is assumed of people's marks, and of their changes: of one item, and of a mean of several."""
_PAIRED_FROM = 2 / 3
"""People are followed from form to form if so many of the smaller form's can be."""


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
        hidden: whether nothing may be told of it; then it has no numbers.
        sides: what is told of the first and the last mean; of the last only, where there is nothing to compare with.
        move: last − first with its 95% interval; ``None`` where there is nothing to compare with, or too few people.
        level: the last mean with its 95% interval; ``None`` of too few people.
    """

    team: str
    measure: str
    stages: tuple[int, int]
    people: tuple[int, int]
    paired: bool = False
    hidden: bool = False
    sides: tuple[Told, ...] = ()
    move: Measured | None = None
    level: Measured | None = None

    @property
    def few(self) -> bool:
        """Whether it has words for numbers."""
        return bool(self.sides) and self.level is None

    @property
    def first(self) -> Told | None:
        """What is told of the mean on the first form."""
        return self.sides[0] if len(self.sides) == 2 else None

    @property
    def last(self) -> Told | None:
        """What is told of the mean on the last form."""
        return self.sides[-1] if self.sides else None

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


def compare(
    measure: str, answered: Mapping[int, Sequence[Answered]], items: Sequence[Cell] | None = None
) -> dict[str, Cell]:
    """The cells of one measure, by team; the whole stands under ``WHOLE``.

    Args:
        answered: the people of each form; the first and the last form that have any are compared.
        items: of a mean of several items, the whole's cells of these items; without them the measure is one item, and of
            the teams nothing is told.
    """
    stages = sorted(stage for stage, people in answered.items() if people)
    if not stages:
        return {}
    ends = stages[0], stages[-1]
    sides = [list(answered[stage]) for stage in dict.fromkeys(ends)]
    paired = False
    if len(sides) == 2:
        both = {one.person for one in sides[0]} & {one.person for one in sides[1]}
        paired = len(both) >= max(LEAST, _PAIRED_FROM * min(map(len, sides)))
    if paired:
        sides = [sorted((one for one in side if one.person in both), key=lambda one: str(one.person)) for side in sides]
        # A person belongs to the team of the last form.
        teams = {one.person: one.team for one in sides[1]}
        sides[0] = [Answered(one.person, teams[one.person], one.value) for one in sides[0]]
    values = {
        team: [[one.value for one in side if one.team == team] for side in sides]
        for team in dict.fromkeys(one.team for side in sides for one in side)
    }
    blank = {
        team: Cell(team, measure, ends, _sizes(each), paired, hidden=True) for team, each in values.items() if team
    }
    every = [[one.value for one in side] for side in sides]
    whole = Cell(WHOLE, measure, ends, _sizes(every), paired, hidden=True)
    if min(whole.people) < LEAST:
        return {**blank, WHOLE: whole}
    if items is None:
        return {**blank, WHOLE: _shown(whole, [told(float(np.mean(side)), len(side)) for side in every], SPREAD)}
    # Out of what is told of its items, so that it tells nothing more.
    fit = [cell for cell in items if cell.stages == ends and not cell.hidden]
    numbers = [cell for cell in fit if not cell.few]
    if not fit or (not numbers and min(whole.people) >= FEW):
        return {**blank, WHOLE: whole}
    of_items = [mean_of_told(side) for side in zip(*(cell.sides for cell in numbers or fit), strict=True)]
    whole = _shown(whole, of_items, SPREAD_OF_MEANS)
    return {**blank, **_teams(whole, values, blank), WHOLE: whole}


def interval_of(sides: Sequence[Told], people: Sequence[int], paired: bool, spread: float) -> Measured:
    """The 95% interval of a level, or of a change, for people whose standard deviation is ``spread``.

    Args:
        sides: what is told of the mean; of the first and of the last mean for a change.
        people: how many answered each.
        paired: whether they are the same ones; then the spread is that of their changes.
    """
    low, high = SCALE
    bounds = (low, high) if len(sides) == 1 else (low - high, high - low)
    n = people[-1] if len(sides) == 1 or paired else 1 / (1 / people[0] + 1 / people[-1])
    # What rounding adds is spread evenly over a step.
    variance = spread**2 / n + sum(side.step**2 for side in sides) / 12
    half = float(norm.isf((1 - CONFIDENCE) / 2)) * sqrt(variance)
    first, last = (sides[0], sides[-1]) if len(sides) == 2 else (Told(0, 0, 0), sides[0])
    value = last.value - first.value
    return Measured(
        value, max(bounds[0], value - half - last.down - first.up), min(bounds[1], value + half + last.up + first.down)
    )


def _teams(whole: Cell, values: Mapping[str, Sequence[Sequence[float]]], blank: Mapping[str, Cell]) -> dict[str, Cell]:
    """The teams of which a mean of several items may be told."""
    for team, cell in blank.items():
        if cell.people == whole.people:
            # The whole by another name; a second number of the same people would tell more.
            return {team: Cell(team, whole.measure, whole.stages, whole.people, whole.paired, False, whole.sides, whole.move, whole.level)}  # fmt: skip
    if whole.few:
        return {}
    hidden = hide({team: _sizes(each) for team, each in values.items()})
    groups = [each for team, each in values.items() if team not in hidden]
    rest = [[value for team in hidden for value in values[team][at]] for at in range(len(whole.sides))]
    if not all(leaves_room(sum(side), len(side)) for each in (*groups, rest) for side in each):
        return {}
    return {
        team: _shown(blank[team], [told(float(np.mean(side)), len(side), items=2) for side in each], SPREAD_OF_MEANS)
        for team, each in values.items()
        if team not in hidden
    }


def _sizes(each: Sequence[Sequence[float]]) -> tuple[int, int]:
    return len(each[0]), len(each[-1])


def _shown(cell: Cell, sides: Sequence[Told], spread: float) -> Cell:
    level = move = None
    if min(cell.people) >= FEW:
        level = interval_of(sides[-1:], cell.people, cell.paired, spread)
        move = interval_of(sides, cell.people, cell.paired, spread) if len(sides) == 2 else None
    return Cell(cell.team, cell.measure, cell.stages, cell.people, cell.paired, False, tuple(sides), move, level)

"""What may be told of a few people's answers, so that nobody's answer follows from the page.

A mean gives answers away in three places, and each is closed:

*At the ends.* A mean of 5.0 says that everybody answered 5. So means near an end are told as “4.5 or more”: of one item, so
that whoever answered it still cannot tell what the others said; of several items, beyond 4.5 and 1.5.

*By its digits.* Of five to nine people a mean is told in halves, of three or four only whether it lies above 3. A spread
worked out of the answers would tell more than the mean does, so none is told.

*By subtraction.* What is told of the whole and of teams bounds each team, and those of whom nothing is told. Teams are told
only if everybody has room even where these bounds are as narrow as can be.

What follows is worked out of the told values alone, and so tells nothing more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor
from typing import NamedTuple

from mlcurric.subject.surveys.forms import SCALE

LEAST = 3
"""Of fewer people than this nothing is told."""
FEW = 5
"""Of fewer people than this no number is told."""
_MANY = 10
"""From so many on, a mean is told in tenths."""
_HALF, _TENTH = 0.5, 0.1
_END = 0.5
"""So near an end, a mean of several items is not told."""
_ROOM = 2
"""A group's sum lies at least so far from where all would answer alike."""
_MIDDLE = sum(SCALE) / 2


class Told(NamedTuple):
    """A mean as it is told.

    Attributes:
        value: 1 to 5; of fewer than five people 2, 3 or 4 for below, at and above the middle.
        least, most: between which the mean itself lies.
        down, up: so much further than by rounding it may lie.
        step: to which it is rounded.
    """

    value: float
    least: float
    most: float
    down: float = 0.0
    up: float = 0.0
    step: float = 0.0


def told(mean: float, people: int, items: int = 1) -> Told:
    """What is told of a mean.

    Args:
        mean: 1 to 5.
        people: at least ``LEAST``.
        items: of how many answers each person's value is the mean.
    """
    low, high = SCALE
    # A sum of thirds is no more exact than this.
    mean = round(mean, 9)
    if people < FEW:
        side = (mean > _MIDDLE) - (mean < _MIDDLE)
        least, most = {-1: (low, _MIDDLE), 0: (_MIDDLE, _MIDDLE), 1: (_MIDDLE, high)}[side]
        return Told(_MIDDLE + side, least, most)
    step = _HALF if people < _MANY else _TENTH
    # All but one know what is left to the last: with this much room, two answers are left to each even then.
    end = (high - low + 1) / people if items == 1 else _END
    bottom, top = ceil(round((low + end) / step, 9)) * step, floor(round((high - end) / step, 9)) * step
    value = round(min(max(floor(mean / step + 0.5) * step, bottom), top), 9)
    at_bottom, at_top = value <= bottom + 1e-9, value >= top - 1e-9
    return Told(
        value,
        low if at_bottom else value - step / 2,
        high if at_top else value + step / 2,
        value - low if at_bottom else 0.0,
        high - value if at_top else 0.0,
        step,
    )


def mean_of_told(parts: Sequence[Told]) -> Told:
    """The mean of what is told of several items, which tells nothing more; in tenths, so that figures on a page agree."""
    means = [sum(values) / len(parts) for values in zip(*parts, strict=True)]
    return Told(round(means[0], 1), *means[1:])


def hide(people: Mapping[str, Sequence[int]]) -> set[str]:
    """The groups of which no number may be told: too few people, or too few left when the others are taken from the whole.

    Args:
        people: how many each group has on each side; of the group without a name nothing is told.
    """
    hidden = {name for name, sizes in people.items() if not name or min(sizes) < FEW}
    while len(hidden) < len(people) and any(
        0 < sum(people[name][side] for name in hidden) < LEAST for side in range(len(next(iter(people.values()))))
    ):
        hidden.add(min(people.keys() - hidden, key=lambda name: (min(people[name]), name)))
    return hidden


def leaves_room(total: float, people: int) -> bool:
    """Whether everybody's mean could lie in at least half of the scale, even for who knows the sum of a group's means.

    What is told of the whole and of teams may come near to that, by subtraction. Teams are told all or none: if only the
    group without room were left out, that would tell on it.
    """
    low, high = SCALE
    return not people or low * people + _ROOM <= round(total, 9) <= high * people - _ROOM


def tightened(whole: tuple[float, float], parts: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Between which bounds each part of a sum lies, if bounds of the parts and of the sum are known."""
    low, high = sum(part[0] for part in parts), sum(part[1] for part in parts)
    return [(max(least, whole[0] - (high - most)), min(most, whole[1] - (low - least))) for least, most in parts]

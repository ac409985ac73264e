"""Where notes stand on an endless whiteboard, as places on a timeline and as lanes: plain geometry, in whatever unit it uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

_SAME_PLACE = 0.6
"""Notes whose left edges are so many widths of a note apart stand above each other."""
_LANE_GAP = 1.0
"""So many heights of a note with nothing in them, from edge to edge, part two lanes."""
_MOST_LANES = 6


@dataclass(frozen=True)
class Spot:
    """Where one note stands; ``None`` where the file does not say. y runs down."""

    x: float | None
    y: float | None
    width: float | None
    frame: str = ""


@dataclass(frozen=True)
class Lanes:
    """Each note's lane, ``""`` for none, and whether the lanes are the whiteboard's frames."""

    of_notes: list[str]
    are_frames: bool = False


def order_of(spots: Sequence[Spot]) -> list[int]:
    """Each note's place on the timeline, counted from 1; a note that has none stands at the end, in the order of the notes."""
    placed = [at for at, spot in enumerate(spots) if spot.x is not None]
    step, place, first = _note_width(spots) * _SAME_PLACE, 0, -np.inf
    places = {}
    for at in sorted(placed, key=lambda at: spots[at].x):
        if spots[at].x - first > step:
            place, first = place + 1, spots[at].x
        places[at] = place
    for at in range(len(spots)):
        if at not in places:
            place += 1
            places[at] = place
    return [places[at] for at in range(len(spots))]


def lanes_of(spots: Sequence[Spot]) -> Lanes:
    """Frames that lie below each other are lanes; without frames, what a wide gap parts from top to bottom."""
    none = Lanes([""] * len(spots))
    if any(spot.x is None or spot.y is None for spot in spots):
        return none
    frames = dict.fromkeys(spot.frame for spot in spots if spot.frame)
    if frames:
        return Lanes([spot.frame for spot in spots], True) if _below_each_other(spots, list(frames)) else none
    height = _note_width(spots)
    lane, numbers, above = 1, [0] * len(spots), np.inf
    for at in sorted(range(len(spots)), key=lambda at: spots[at].y):
        if spots[at].y - above > height * (1 + _LANE_GAP):
            lane += 1
        numbers[at], above = lane, spots[at].y
    return Lanes([str(number) for number in numbers]) if 1 < lane <= _MOST_LANES else none


def _below_each_other(spots: Sequence[Spot], frames: Sequence[str]) -> bool:
    """Whether no two frames share a height, and most share what lies from left to right."""
    if not 1 < len(frames) <= _MOST_LANES:
        return False
    sides = []
    for frame in frames:
        inside = [spot for spot in spots if spot.frame == frame]
        x, y = [spot.x for spot in inside], [spot.y for spot in inside]
        sides.append((min(y), max(y), min(x), max(x)))
    sides.sort()
    return all(
        upper[1] < lower[0] and upper[2] <= lower[3] and lower[2] <= upper[3] for upper, lower in pairwise(sides)
    )


def _note_width(spots: Sequence[Spot]) -> float:
    """The width of a note: as the file says, else from how close the nearest neighbours stand."""
    widths = [spot.width for spot in spots if spot.width]
    if widths:
        return float(np.median(widths))
    points = np.array([(spot.x, spot.y or 0.0) for spot in spots if spot.x is not None], dtype=float)
    if len(points) < 2:
        return 1.0
    # Two notes do not cover each other, so the nearer of two sides is about one note.
    apart = np.abs(points[:, None] - points[None]).max(axis=2)
    np.fill_diagonal(apart, np.inf)
    return float(np.median(apart.min(axis=1))) or 1.0

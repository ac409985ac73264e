"""How the line between two notes runs: bent so that it passes behind as few other notes as it can."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from mlcurric.subject.board.layout import Box

_BENDS = (0.06, -0.06, 0.18, -0.18, 0.32, -0.32, 0.5, -0.5)
"""How far the middle is pulled aside, in lengths of the line; the first that is in nobody's way is taken."""
_MOST_BEND = 1.6
"""And in widths of an event, so that a long line does not swing across the wall."""
LONGEST = 16
"""Widths of an event; a longer line leads the eye astray, and the note says instead what it is tied to."""
_STEPS = np.linspace(0, 1, 33)[1:-1, None]
_ROOM = 0.06

Point = tuple[float, float]


class Ways:
    """The rectangles on a wall, and the ways between them.

    Args:
        places: each note's rectangle, by its number.
    """

    def __init__(self, places: Mapping[int, Box]) -> None:
        self._places = places
        self._rows = {id: at for at, id in enumerate(places)}
        boxes = np.array([(box.x, box.y, box.x + box.width, box.y + box.height) for box in places.values()])
        self._sides = boxes.reshape(-1, 4) + np.array((-_ROOM, -_ROOM, _ROOM, _ROOM))

    def between(self, one: int, other: int) -> tuple[Point, Point, Point]:
        """The curve from the middle of one note to that of another: its beginning, what it bends towards, its end."""
        begin, end = np.array(self._places[one].centre), np.array(self._places[other].centre)
        long = float(np.hypot(*(end - begin)))
        aside = np.array((end[1] - begin[1], begin[0] - end[0])) * min(1, _MOST_BEND / max(long * _BENDS[-2], 1e-9))
        ways = [(begin + end) / 2 + bend * aside for bend in _BENDS]
        crossed = [self._crossed(begin, way, end, one, other) for way in ways]
        best = crossed.index(min(crossed))
        return tuple(begin), tuple(ways[best]), tuple(end)

    def _crossed(self, begin: np.ndarray, way: np.ndarray, end: np.ndarray, one: int, other: int) -> int:
        """How many other notes lie on a curve."""
        points = (1 - _STEPS) ** 2 * begin + 2 * _STEPS * (1 - _STEPS) * way + _STEPS**2 * end
        low, high = points.min(axis=0), points.max(axis=0)
        sides = self._sides
        near = (sides[:, 0] < high[0]) & (sides[:, 2] > low[0]) & (sides[:, 1] < high[1]) & (sides[:, 3] > low[1])
        near[[self._rows[one], self._rows[other]]] = False
        left, top, right, bottom = sides[near].T
        x, y = points[:, :1], points[:, 1:]
        return int(((x > left) & (x < right) & (y > top) & (y < bottom)).any(axis=0).sum())

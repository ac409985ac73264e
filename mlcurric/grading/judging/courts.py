"""The judging processes of one run: one for the practice world, and one for each graded world, of which a few are awake."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict

from mlcurric.grading.judging.court import PRACTICE, Court, World
from mlcurric.grading.judging.worlds import is_keyed
from mlcurric.grading.running.place import Place, hand_over

_KEPT = 4
"""Graded worlds whose processes are kept at once; hand-ins come by exercise and attempt, so that each is drawn about once."""


class Courts:
    """The courts of one run.

    Args:
        place: whose tables they write.
        key: the instructor's secret; nothing for the practice world alone.
    """

    def __init__(self, place: Place, key: bytes = b"") -> None:
        self._place, self._key = place, key
        self._open: OrderedDict[World, Court] = OrderedDict()
        self._lock = threading.Lock()
        self.practice = self._begin(PRACTICE)

    def of(self, exercise: str, attempt: int) -> Court:
        """The court of a graded world; that of the practice world without a key, and where no question asks for another."""
        if not (self._key and is_keyed(exercise)):
            return self.practice
        world = World(self._key, exercise, attempt)
        with self._lock:
            if world not in self._open:
                self._open[world] = self._begin(world)
            self._open.move_to_end(world)
            for unused in list(self._open.values())[:-_KEPT]:
                unused.rest()
            return self._open[world]

    def close(self) -> None:
        """End them all."""
        for court in (self.practice, *self._open.values()):
            court.close()

    def _begin(self, world: World) -> Court:
        # A name from which neither exercise nor attempt is told, let alone the key.
        name = hashlib.sha256(self._key + repr(world).encode()).hexdigest()[:32]
        folder = self._place.tables / name
        # It is there already where a process that was to write it ended.
        folder.mkdir(exist_ok=True)
        court = Court(world, folder)
        hand_over(folder)
        return court

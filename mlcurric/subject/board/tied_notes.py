"""Notes that hang by another one: what hurts at an event stays with the event when it is moved."""

from __future__ import annotations

from collections.abc import Collection

from mlcurric.subject.board.model import Board

_HANG_BY = ("hotspot", "opportunity")


def hanging_by(board: Board, ids: Collection[int]) -> list[int]:
    """The hotspots and opportunities that stand where a note stands that they are tied to, by their numbers; none of ``ids``.

    One that is also tied to an event there that is not among ``ids`` stays with that event.
    """
    found = []
    for note in board.of(*_HANG_BY):
        here = [
            other.id
            for other in board.linked(note)
            if (other.at, other.lane) == (note.at, note.lane) and other.kind == "event"
        ]
        if note.id not in ids and here and set(here) <= set(ids):
            found.append(note.id)
    return found

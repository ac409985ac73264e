"""A stretch of the timeline: the notes between two places, or around some notes, for a screen that cannot show a whole wall."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, fields
from functools import cached_property

from mlcurric.subject.board.model import Board


@dataclass(frozen=True)
class Stretch(Board):
    """Some notes of a board.

    Attributes:
        whole: the board that they are taken from.
    """

    whole: Board = field(default_factory=Board)

    @cached_property
    def lanes(self) -> tuple[str, ...]:
        """The lanes as they lie on the whole wall, whichever of them has the first note here."""
        lanes = {lane: at for at, lane in enumerate(self.whole.lanes)}
        return tuple(sorted(super().lanes, key=lambda lane: lanes.get(lane, len(lanes))))


def between(board: Board, first: float, last: float) -> Stretch:
    """The notes of a board from one place of the timeline to another, both included."""
    inside = [note for note in board.notes.values() if first <= note.at <= last]
    about = {one.name: getattr(board, one.name) for one in fields(Board)}
    return Stretch(**{**about, "notes": {note.id: note for note in inside}, "whole": board})


def around(board: Board, ids: Collection[int], places: int) -> tuple[float, float] | None:
    """The first and the last of so many neighbouring places, with some notes in their middle.

    Returns:
        ``None`` where none of the notes is on the board, or they stand too far apart.
    """
    slots = sorted({note.at for note in board.notes.values()})
    wanted = [slots.index(board.notes[id].at) for id in ids if id in board.notes]
    if not wanted or max(wanted) - min(wanted) >= places:
        return None
    begin = (min(wanted) + max(wanted) + 1 - places) // 2
    begin = max(min(begin, len(slots) - places), 0)
    return slots[begin], slots[min(begin + places, len(slots)) - 1]

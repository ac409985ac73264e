"""What a rule finds on a board, and how it names the notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mlcurric.subject.board.model import Note
from mlcurric.text import T

_SHOWN = 6


@dataclass(frozen=True)
class BoardFinding:
    """Something about a board that is wrong, or worth a question.

    Attributes:
        id: which rule it is about.
        notes: the numbers of the notes concerned, from left to right.
        says: what is seen.
        way_out: what to do.
        wrong: whether it must be mended; else it is a question to the room.
    """

    id: str
    notes: tuple[int, ...]
    says: T
    way_out: T
    wrong: bool = True


def about(id: str, notes: Iterable[Note], says: T, way_out: T, wrong: bool = True) -> Iterator[BoardFinding]:
    """One finding about all the notes that show it, if any do; the first few are named."""
    notes = list(notes)
    if notes:
        values = {"tags": tags_of(notes), "n": len(notes), "text": short(notes[0].text)}
        yield BoardFinding(id, tuple(note.id for note in notes), says.format(**values), way_out.format(**values), wrong)


def tags_of(notes: Sequence[Note]) -> str:
    """Which notes, as they are named in a sentence: the first few."""
    return ", ".join(note.tag for note in notes[:_SHOWN]) + (" …" if len(notes) > _SHOWN else "")


def short(text: str) -> str:
    """The beginning of a text, as it is quoted in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= 24 else f"{line[:23]}…"

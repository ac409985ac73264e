"""What only whoever makes the page can use: sentences with an option of the command stand in one note at its end."""

from __future__ import annotations

from typing import NamedTuple

from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T


class Told(NamedTuple):
    """A remark as a reader meets it.

    Attributes:
        way_out: what a reader can do; ``None`` where only the maker of the page can do anything.
        note: the number of the note for the maker, from 1; ``None`` where there is none.
    """

    weight: Weight
    says: T
    way_out: T | None
    note: int | None


class Notes:
    """The notes for the maker, numbered as they come.

    Attributes:
        lines: each once.
    """

    def __init__(self) -> None:
        self.lines: list[T] = []

    def add(self, text: T) -> int:
        """The number of a note."""
        if text not in self.lines:
            self.lines.append(text)
        return self.lines.index(text) + 1

    def told(self, remark: Remark) -> Told:
        """A remark, what of it is for the maker noted."""
        note = self.add(remark.for_maker) if remark.for_maker else None
        return Told(remark.weight, remark.says, remark.way_out, note)

"""One line as it is read: as it was typed, with narrow signs, and the notes that it names."""

from __future__ import annotations

from mlcurric.subject.board.left_in_words import left_in_words
from mlcurric.subject.board.model import Board, Note
from mlcurric.subject.board.typed_parts import Tags, narrow
from mlcurric.text import T


class TypedLine:
    """A command.

    Args:
        typed: the line.
        begun: the board as it hung when the line was typed.
    """

    def __init__(self, typed: str, begun: Board) -> None:
        # What is written on notes is cut out of the line as it was typed.
        self.typed, self.plain, self.tags = typed, narrow(typed), Tags(begun)
        self.left: list[T] = []
        """What stayed in the words of the note that this line wrote, and may be meant otherwise."""

    def look_at(self, note: Note) -> None:
        """Tell what stayed in the words of a note that this line wrote."""
        if told := left_in_words(note.tag, note.text):
            self.left.append(told)

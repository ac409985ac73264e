"""What of a wall a screen shows: the notes to point out, the stretch of the timeline around them, and the picture, drawn once."""

from __future__ import annotations

from collections.abc import Collection

from mlcurric.subject.board.model import Board
from mlcurric.subject.board.screen import ON_SCREEN, draw_on_screen, screen_picture
from mlcurric.subject.board.stretch import around, between
from mlcurric.text import T

_PART_SHOWN = T(
    "Places {first} to {last} are shown. The whole wall: @", "位置 {first}〜{last} を映しています。全体を見るには「@」"
)
_NOTHING_THERE = T("Nothing hangs there.", "そこには何も貼られていません。")


class View:
    """What is shown of a wall.

    Attributes:
        marked: the numbers of the notes to point out.
    """

    def __init__(self) -> None:
        self.marked: Collection[int] = ()
        self._stretch: tuple[float, float] | None = None
        self._drawn: tuple[Board, Collection[int], bytes] = (Board(), (), b"")

    def look_at(self, board: Board, first: float | None = None, last: float | None = None) -> list[T]:
        """Show a stretch from now on, or the places around one place, or the whole wall; a sentence where nothing hangs there."""
        if first is None:
            self._stretch, self.marked = None, ()
            return []
        if last is None:
            near = min(board, key=lambda note: abs(note.at - first), default=None)
            stretch = around(board, (near.id,), ON_SCREEN) if near else None
        else:
            stretch = min(first, last), max(first, last)
        if stretch is None or not len(between(board, *stretch)):
            return [_NOTHING_THERE]
        self._stretch, self.marked = stretch, ()
        return []

    def of(self, board: Board) -> tuple[bytes, list[T]]:
        """The picture as a PNG, empty for an empty wall, and which part it shows, if a part.

        Drawn once: a line that changes nothing is answered at once.
        """
        part = self._part(board)
        if self._drawn[:2] != (part, self.marked):
            picture = screen_picture(draw_on_screen(part, self.marked)) if len(part) else b""
            self._drawn = part, self.marked, picture
        if part is board:
            return self._drawn[2], []
        places = [note.at for note in part]
        return self._drawn[2], [_PART_SHOWN.format(first=f"{min(places):g}", last=f"{max(places):g}")]

    def _part(self, board: Board) -> Board:
        """The stretch that was asked for, and of a long wall the one where something has changed."""
        if self._stretch is not None:
            part = between(board, *self._stretch)
            if all(id in part.notes for id in self.marked if id in board.notes) and len(part):
                return part
        if self.marked and len({note.at for note in board}) > 2 * ON_SCREEN:
            stretch = around(board, self.marked, ON_SCREEN)
            return between(board, *stretch) if stretch else board
        return board

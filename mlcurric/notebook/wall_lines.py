"""Which lines of cells were carried out on a board before: a cell that is run again, even by a new kernel, sticks nothing on twice.

They stand in a file of their own beside the board (``board.typed.txt``), so that the board itself stays a table of notes. The
file is a help and no more: without it a line whose note hangs there is still known by the note.
"""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mlcurric.keeping import set_aside, write_whole
from mlcurric.subject.board.commands import same_words, standing
from mlcurric.subject.board.model import Board, Note
from mlcurric.text import T

_HEAD = T(
    "# Lines that cells have carried out on the board beside this file; a cell that is run again does not repeat them.",
    "# 隣のボードで、セルから実行した行です。セルをもう一度実行しても、ここにある行は繰り返しません。",
)


@dataclass(frozen=True)
class Sorted:
    """The lines of a cell.

    Attributes:
        new: those to be carried out, in their order.
        before: those that were carried out before.
        there: of lines that nobody remembers, the notes that hang there just as the lines say.
    """

    new: list[str]
    before: list[str]
    there: list[Note]


class LinesBefore:
    """The lines that were carried out on one board.

    Args:
        path: the board's file; ``None`` remembers as long as the kernel runs.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path.with_name(f"{path.stem}.typed.txt") if path else None
        self._mine: list[tuple[int, str]] = []

    def begin(self, board: Board, new: bool) -> None:
        """Take up what stands in the file for a board; what was carried out on another that had its name is put aside.

        Args:
            new: whether the board begins now.
        """
        if self.path is None:
            return
        stands = self._read()
        # What was done when more numbers had been given was done to another board, or to a later state of this one.
        kept = [] if new else [entry for entry in stands if entry[0] < board.next_id]
        if kept != stands:
            with contextlib.suppress(OSError):
                set_aside(self.path, "old")
                if kept:
                    self._write(kept)

    def known(self, board: Board) -> list[str]:
        """The lines that were carried out on a board, plainly, in their order."""
        return [line for height, line in self._all() if height < board.next_id]

    def sort(self, board: Board, lines: Iterable[str]) -> Sorted:
        """Which lines of a cell are new; one that stands in it twice is meant twice."""
        known = Counter(self.known(board))
        sorted_, seen = Sorted([], [], []), Counter()
        for line in lines:
            plain = same_words(line)
            seen[plain] += 1
            if seen[plain] <= known[plain]:
                sorted_.before.append(line)
            elif seen[plain] <= len(there := standing(board, line)):
                sorted_.there.append(there[seen[plain] - 1])
            else:
                sorted_.new.append(line)
        return sorted_

    def remember(self, board: Board, lines: Iterable[str], saved: bool) -> None:
        """Remember lines that led to a board.

        Args:
            saved: whether the board is in its file; else the lines are written down with the next one that is.
        """
        self._mine += [(board.next_id - 1, same_words(line)) for line in lines]
        if saved and self._mine and self.path is not None and (every := self._all()) != self._read():
            # Without the file the wall goes on.
            with contextlib.suppress(OSError):
                self._write(every)

    def forget(self, lines: Iterable[str]) -> None:
        """Forget lines whose effect was taken back, once each."""
        stands = self._read()
        kept = list(stands)
        for plain in map(same_words, lines):
            for entries in (self._mine, kept):
                if at := [place for place, (_, line) in enumerate(entries) if line == plain]:
                    del entries[at[-1]]
        if kept != stands:
            with contextlib.suppress(OSError):
                self._write(kept)

    def _all(self) -> list[tuple[int, str]]:
        """What is written down, by any kernel, and what is not yet."""
        stands = self._read()
        return [*stands, *(Counter(self._mine) - Counter(stands)).elements()]

    def _read(self) -> list[tuple[int, str]]:
        try:
            text = self.path.read_text(encoding="utf-8", errors="replace") if self.path else ""
        except OSError:
            return []
        found = (re.fullmatch(r"(\d{1,6})\t(.+)", line) for line in text.splitlines())
        return [(int(one[1]), one[2]) for one in found if one]

    def _write(self, entries: Iterable[tuple[int, str]]) -> None:
        lines = (f"{height}\t{line}" for height, line in entries)
        write_whole(self.path, "\n".join([str(_HEAD), *lines, ""]))

"""Which places of a lane the frame of each context goes around: exactly the notes of that context, and no other.

Places are counted, not measured: a column of the timeline, and a row from above.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from mlcurric.subject.board.kinds import KINDS
from mlcurric.subject.board.model import Note

_UPRIGHT = {kind: at for at, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Piece:
    """One frame: neighbouring columns, in each the first and the last row that it goes around.

    Attributes:
        rows: by column, from left to right; two neighbours share a row at least.
    """

    context: str
    rows: Mapping[int, tuple[int, int]]


@dataclass(frozen=True)
class _Run:
    """The rows of one context in one column; ``free`` where nothing stands below them."""

    first: int
    last: int
    free: bool

    @property
    def reach(self) -> float:
        return math.inf if self.free else self.last

    def touches(self, other: _Run) -> bool:
        return max(self.first, other.first) <= min(self.reach, other.reach)


def stacked(notes: Sequence[Note], contexts: Sequence[str]) -> list[Note]:
    """The notes of one column from top to bottom: those of one context together, those of none below, each by their kinds."""
    rank = {context: at for at, context in enumerate((*filter(None, contexts), ""))}
    return sorted(notes, key=lambda note: (rank[note.context], _UPRIGHT[note.kind]))


def pieces_of(columns: Mapping[int, Sequence[Note]]) -> Iterator[Piece]:
    """The frames of a lane whose columns are ``stacked``: as few as leave every note outside that has another context or none."""
    runs: dict[str, dict[int, _Run]] = {}
    for column in sorted(columns):
        row = 0
        for context, notes in groupby(columns[column], key=lambda note: note.context):
            first, row = row, row + len(list(notes))
            if context:
                runs.setdefault(context, {})[column] = _Run(first, row - 1, row == len(columns[column]))
    for context, own in runs.items():
        piece: dict[int, _Run] = {}
        for column, run in own.items():
            if piece and not (column - 1 in piece and piece[column - 1].touches(run)):
                yield _piece(context, piece)
                piece = {}
            piece[column] = run
        yield _piece(context, piece)


def _piece(context: str, runs: Mapping[int, _Run]) -> Piece:
    # Where nothing stands below, the frame goes down as far as beside it.
    lowest = max(run.last for run in runs.values())
    return Piece(context, {column: (run.first, lowest if run.free else run.last) for column, run in runs.items()})

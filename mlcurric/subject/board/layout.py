"""Where each note of a board stands on the wall: plain geometry, for whoever draws it, on paper or on a screen.

The unit is the width of an event. x runs to the right, y runs down. A timeline that is too long for its paper goes on in a
second strip below the first, as lines of a text do.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from mlcurric.subject.board.contexts import Piece, pieces_of, stacked
from mlcurric.subject.board.model import AS_IS, TO_BE, Board, Note

SLOT = 1.62
"""The width of one place on the timeline: the widest note, and the gap to the next."""
ROW = 1.08
LANE_HEAD = 0.42
"""The height of the line that names a lane or a layer."""
FRAME_HEAD = 0.24
"""The height of the line that names the contexts, below the lane's and between two frames."""
STRIP_GAP = 0.5
_FRAME_FOOT = 0.12
_AROUND = 0.09
"""How far a frame stands off its notes; a tilted one reaches out by less."""
_APART = 0.03
"""How far it stands off the next column at least."""
_MOST_STRIPS = 12
_MOST_AIR = 1.6
"""Columns and rows are set apart by so much at most where there is paper left."""


@dataclass(frozen=True)
class Box:
    """A rectangle; ``x`` and ``y`` are its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True)
class Band:
    """A lane, or the to-be layer, in one strip.

    Attributes:
        name: the lane; ``""`` if the board has but one.
        layer: ``AS_IS`` or ``TO_BE``.
        strip: which strip it is in, counted from 0.
    """

    name: str
    layer: str
    strip: int
    box: Box


@dataclass(frozen=True)
class Frame:
    """What goes around neighbouring notes of one context in one band, and around no other.

    Attributes:
        parts: one a column, each next to the one before.
    """

    context: str
    parts: tuple[Box, ...]

    @property
    def outline(self) -> list[tuple[float, float]]:
        """The corners, around all parts once."""
        above = [(x, part.y) for part in self.parts for x in (part.x, part.x + part.width)]
        below = [(x, part.y + part.height) for part in self.parts for x in (part.x, part.x + part.width)]
        return [*above, *reversed(below)]


@dataclass(frozen=True)
class Wall:
    """A board laid out.

    Attributes:
        places: each note's rectangle, by its number.
        strips: which strip each note is in.
        bands: the lanes, from top to bottom.
        frames: the contexts.
        columns: each place on the timeline: its number, its strip, and the middle of its column.
        width: of the whole.
        height: of the whole.
    """

    places: dict[int, Box]
    strips: dict[int, int]
    bands: list[Band]
    frames: list[Frame]
    columns: list[tuple[float, int, float]]
    width: float
    height: float


def lay_out(board: Board, width: float, height: float, beside: float = 0) -> tuple[Wall, float]:
    """Lay a board out so that its notes come out as large as they can on paper of a size, and set apart what room is left.

    Args:
        beside: what is needed above and below the wall, in widths of an event.

    Returns:
        The wall, and its scale: how much of the paper's unit an event is wide.
    """
    slots = sorted({note.at for note in board})
    walls = [_wall(board, slots, strips) for strips in range(1, min(max(len(slots), 1), _MOST_STRIPS) + 1)]
    scales = [min(width / wall.width, height / (wall.height + beside)) for wall in walls]
    scale = max(scales)
    best = scales.index(scale)
    wider = min(width / scale / walls[best].width, _MOST_AIR)
    rows = sum(_rows(walls[best]))
    higher = min((height / scale - beside - walls[best].height) / max(rows, 1), (_MOST_AIR - 1) * ROW)
    return _wall(board, slots, best + 1, SLOT * wider, ROW + max(higher, 0)), scale


def lay_out_in_rows(board: Board, places: int) -> Wall:
    """Lay a board out with at most so many places of the timeline in a strip, as a screen is read; a long board has more in each."""
    slots = sorted({note.at for note in board})
    return _wall(board, slots, min(max(math.ceil(len(slots) / places), 1), _MOST_STRIPS))


def _rows(wall: Wall) -> Iterator[int]:
    """How many rows each band has."""
    for band in wall.bands:
        inside = [box.centre[1] for box in wall.places.values() if 0 < box.centre[1] - band.box.y < band.box.height]
        yield len({round(middle, 3) for middle in inside})


def _wall(board: Board, slots: list[float], strips: int, slot: float = SLOT, row: float = ROW) -> Wall:
    per_strip = max(math.ceil(len(slots) / strips), 1)
    where = {at: divmod(place, per_strip) for place, at in enumerate(slots)}
    stacks: dict[tuple[int, str, str], dict[int, list[Note]]] = defaultdict(lambda: defaultdict(list))
    for note in board:
        strip, column = where[note.at]
        stacks[(strip, note.layer, _lane(note))][column].append(note)
    columns = [(at, strip, (column + 0.5) * slot) for at, (strip, column) in where.items()]
    wall = Wall({}, {}, [], [], columns, max(per_strip, 4) * slot, 0)
    top, contexts, lanes = 0.0, board.contexts, board.lanes
    for strip in range(math.ceil(len(slots) / per_strip)):
        for layer, lane in _bands(lanes, stacks, strip):
            columns = {at: stacked(notes, contexts) for at, notes in stacks[(strip, layer, lane)].items()}
            pieces = list(pieces_of(columns))
            named = bool(lane) or layer == TO_BE
            head = (LANE_HEAD if named else 0.12) + (FRAME_HEAD if pieces else 0)
            tops = [top + head + down for down in _tops(columns, pieces, row)]
            height = tops.pop() + 0.12 - top
            wall.bands.append(Band(lane, layer, strip, Box(0, top, wall.width, height)))
            _stand(wall, columns, strip, tops, slot)
            wall.frames.extend(_frame(wall, piece, columns, tops, slot) for piece in pieces)
            top += height
        top += STRIP_GAP
    return replace(wall, height=max(top - STRIP_GAP, 2.0))


def _lane(note: Note) -> str:
    # What is to be has one band of its own, below everything that is.
    return "" if note.layer == TO_BE else note.lane


def _bands(lanes: Sequence[str], stacks: dict, strip: int) -> Iterator[tuple[str, str]]:
    yield from ((AS_IS, lane) for lane in lanes if (strip, AS_IS, lane) in stacks)
    if (strip, TO_BE, "") in stacks:
        yield TO_BE, ""


def _tops(columns: Mapping[int, Sequence[Note]], pieces: Sequence[Piece], row: float) -> list[float]:
    """Where each row begins, and where the last one ends; rows between which a frame begins or ends are set apart."""
    rows = max(map(len, columns.values()))
    begin = {first for piece in pieces for first, _ in piece.rows.values() if first}
    end = {last + 1 for piece in pieces for at, (_, last) in piece.rows.items() if last + 1 < len(columns[at])}
    gaps = [FRAME_HEAD if at in begin else _FRAME_FOOT if at in end else 0 for at in range(1, rows)]
    return list(accumulate([0.0, *(row + gap for gap in gaps), row]))


def _stand(wall: Wall, columns: Mapping[int, Sequence[Note]], strip: int, tops: Sequence[float], slot: float) -> None:
    for column, notes in columns.items():
        for note, top in zip(notes, tops, strict=False):
            width, height = note.of_kind.size
            left = column * slot + (slot - width) / 2
            wall.places[note.id] = Box(left, top + (1 - height) / 2, width, height)
            wall.strips[note.id] = strip


def _frame(
    wall: Wall, piece: Piece, columns: Mapping[int, Sequence[Note]], tops: Sequence[float], slot: float
) -> Frame:
    ends, parts = (min(piece.rows), max(piece.rows)), []
    for column, (first, last) in piece.rows.items():
        boxes = [wall.places[note.id] for note in columns[column][first : last + 1]]
        left, right = column * slot, (column + 1) * slot
        if column == ends[0]:
            left = max(left + _APART, min(box.x for box in boxes) - _AROUND)
        if column == ends[1]:
            right = min(right - _APART, max(box.x + box.width for box in boxes) + _AROUND)
        top = tops[first] - _AROUND
        parts.append(Box(left, top, right - left, tops[last] + 1 + _AROUND - top))
    return Frame(piece.context, tuple(parts))

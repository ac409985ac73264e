"""Where each note of a board stands on the wall: plain geometry, for whoever draws it, on paper or on a screen.

The unit is the width of an event. x runs to the right, y runs down. A timeline that is too long for its paper goes on in a
second strip below the first, as lines of a text do.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mlcurric.subject.board.kinds import KINDS
from mlcurric.subject.board.model import AS_IS, TO_BE, Board, Note

SLOT = 1.62
"""The width of one place on the timeline: the widest note, and the gap to the next."""
ROW = 1.08
LANE_HEAD = 0.42
"""The height of the line that names a lane or a layer."""
FRAME_HEAD = 0.24
"""The height of the line that names the contexts, below the lane's."""
STRIP_GAP = 0.5
_MOST_STRIPS = 12
_UPRIGHT = {kind: at for at, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Box:
    """A rectangle; ``x`` and ``y`` are its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
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
    """A run of notes of one context in one band."""

    context: str
    box: Box


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


def lay_out(board: Board, ratio: float) -> Wall:
    """Lay a board out so that its notes come out as large as they can on paper of a shape.

    Args:
        ratio: the width of the paper divided by its height.
    """
    slots = sorted({note.at for note in board})
    walls = [_wall(board, slots, strips) for strips in range(1, min(max(len(slots), 1), _MOST_STRIPS) + 1)]
    return max(walls, key=lambda wall: min(ratio / wall.width, 1 / wall.height))


def lay_out_in_rows(board: Board, places: int) -> Wall:
    """Lay a board out with at most so many places of the timeline in a strip, as a screen is read; a long board has more in each."""
    slots = sorted({note.at for note in board})
    return _wall(board, slots, min(max(math.ceil(len(slots) / places), 1), _MOST_STRIPS))


def _wall(board: Board, slots: list[float], strips: int) -> Wall:
    per_strip = max(math.ceil(len(slots) / strips), 1)
    where = {at: divmod(place, per_strip) for place, at in enumerate(slots)}
    stacks: dict[tuple[int, str, str], dict[int, list[Note]]] = defaultdict(lambda: defaultdict(list))
    for note in board:
        strip, column = where[note.at]
        stacks[(strip, note.layer, _lane(note))][column].append(note)
    columns = [(at, strip, (column + 0.5) * SLOT) for at, (strip, column) in where.items()]
    wall = Wall({}, {}, [], [], columns, max(per_strip * SLOT, 4 * SLOT), 0)
    top = 0.0
    for strip in range(math.ceil(len(slots) / per_strip)):
        for layer, lane in _bands(board, stacks, strip):
            columns = stacks[(strip, layer, lane)]
            named = bool(lane) or layer == TO_BE
            framed = any(note.context for notes in columns.values() for note in notes)
            head = (LANE_HEAD if named else 0.12) + (FRAME_HEAD if framed else 0)
            height = head + ROW * max(map(len, columns.values())) + 0.12
            wall.bands.append(Band(lane, layer, strip, Box(0, top, wall.width, height)))
            _stand(wall, columns, strip, top + head)
            wall.frames.extend(_frames(wall, columns))
            top += height
        top += STRIP_GAP
    return replace(wall, height=max(top - STRIP_GAP, 2.0))


def _lane(note: Note) -> str:
    # What is to be has one band of its own, below everything that is.
    return "" if note.layer == TO_BE else note.lane


def _bands(board: Board, stacks: dict, strip: int) -> Iterator[tuple[str, str]]:
    yield from ((AS_IS, lane) for lane in board.lanes if (strip, AS_IS, lane) in stacks)
    if (strip, TO_BE, "") in stacks:
        yield TO_BE, ""


def _stand(wall: Wall, columns: dict[int, list[Note]], strip: int, top: float) -> None:
    for column, notes in columns.items():
        for row, note in enumerate(sorted(notes, key=lambda note: _UPRIGHT[note.kind])):
            width, height = note.of_kind.size
            left = column * SLOT + (SLOT - width) / 2
            wall.places[note.id] = Box(left, top + row * ROW + (1 - height) / 2, width, height)
            wall.strips[note.id] = strip


def _frames(wall: Wall, columns: dict[int, list[Note]]) -> Iterator[Frame]:
    """A frame for each run of neighbouring columns that hold a context; in one column its notes may stand apart."""
    for context in dict.fromkeys(note.context for notes in columns.values() for note in notes if note.context):
        run: list[Note] = []
        last = None
        for column in sorted(columns):
            notes = [note for note in columns[column] if note.context == context]
            if notes and last is not None and column != last + 1 and run:
                yield _frame(wall, context, run)
                run = []
            if notes:
                run += notes
                last = column
        if run:
            yield _frame(wall, context, run)


def _frame(wall: Wall, context: str, notes: list[Note], margin: float = 0.09) -> Frame:
    boxes = [wall.places[note.id] for note in notes]
    left, top = min(box.x for box in boxes) - margin, min(box.y for box in boxes) - margin
    right = max(box.x + box.width for box in boxes) + margin
    bottom = max(box.y + box.height for box in boxes) + margin
    return Frame(context, Box(left, top, right - left, bottom - top))

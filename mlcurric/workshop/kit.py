"""What to buy and how long the wall is: our rules of thumb, counted from the number of people."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mlcurric.subject.board.kinds import KINDS, Kind
from mlcurric.text import T

SHEETS_A_PERSON: Mapping[str, int] = MappingProxyType(
    {
        "event": 15,
        "hotspot": 5,
        "actor": 3,
        "command": 3,
        "policy": 2,
        "system": 2,
        "information": 2,
        "constraint": 1,
        "opportunity": 1,
        "value": 1,
        "loss": 1,
        "ml_step": 1,
    }
)
"""Notes of each kind that one person writes and throws away, roughly twice as many as hang there in the end."""
PAD = 90
"""Sheets in a pad; they are sold in pads of 90 or 100."""
_ROUND = 10
_SHOULDER = 0.6
"""Metres of wall that a person takes who stands before it."""
_COLUMNS_A_PERSON = 4
"""Places on the timeline that each adds which nobody else had."""
_COLUMN = 0.1
"""Metres from one note to the next: 75 mm of paper, and room for a finger."""
_EDGE = 0.8
"""Metres for the legend beside the timeline."""
_LEAST_WALL = 3.0
_LOW = 0.8
"""Heights, in notes, below which a kind is drawn on small paper."""
_SQUARE, _SMALL, _WIDE = (
    T("75 × 75 mm", "75×75mm"),
    T("75 × 50 mm or smaller", "75×50mmか小さめ"),
    T("127 × 75 mm", "127×75mm"),
)


@dataclass(frozen=True)
class Paper:
    """The notes of one kind.

    Attributes:
        size: of the paper in the shop.
        sheets: how many are needed.
        pads: how many pads that is.
    """

    kind: Kind
    size: T
    sheets: int
    pads: int


def papers(people: int) -> list[Paper]:
    """What to buy for so many people, in the order of the legend."""
    found = []
    for kind in KINDS.values():
        sheets = math.ceil(people * SHEETS_A_PERSON[kind.id] / _ROUND) * _ROUND
        width, height = kind.size
        size = _SMALL if height < _LOW else _WIDE if width > 1 else _SQUARE
        found.append(Paper(kind, size, sheets, math.ceil(sheets / PAD)))
    return found


def wall_metres(people: int) -> float:
    """How long the wall has to be, to the half metre: for the notes with their legend, and for those who stand before it."""
    notes = people * _COLUMNS_A_PERSON * _COLUMN + _EDGE
    return max(_LEAST_WALL, math.ceil(max(notes, people * _SHOULDER) * 2) / 2)


def pens(people: int) -> int:
    """Felt pens: one each, and a spare for every four."""
    return people + math.ceil(people / 4)

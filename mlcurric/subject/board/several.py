"""Several notes named in one go: their tags with blanks between, or a stretch of numbers such as ``E1-E5``."""

from __future__ import annotations

import re

from mlcurric.subject.board.model import Board
from mlcurric.subject.board.typed_parts import TAG, number_of
from mlcurric.subject.typed import Slip
from mlcurric.text import T

# A minus with blanks around it takes something off.
_TO = r"(?:-|\s*~\s*|\s*〜\s*|ー|\s*から\s*|\s+to\s+)"
_ONE = rf"{TAG}(?:{_TO}{TAG})?"
SEVERAL = rf"{_ONE}(?:[\s,、・]+{_ONE})*"
"""Tags and stretches of them."""


def spelt_out(board: Board, typed: str) -> str:
    """Tags and stretches as tags alone, with blanks between.

    A stretch names the notes that hang there: with letters those of that kind, for the numbers run through all kinds.

    Raises:
        Slip: if its ends are of two kinds, or no note hangs there.
    """
    return re.sub(rf"({TAG}){_TO}({TAG})", lambda found: _stretch(board, *found.groups()), typed, flags=re.IGNORECASE)


def _stretch(board: Board, first: str, last: str) -> str:
    letters = {tag[0].upper() for tag in (first, last) if not tag[0].isdigit()}
    if len(letters) > 1:
        raise Slip(
            _TWO_KINDS.format(first=first.upper(), last=last.upper()),
            _ONE_BY_ONE.format(first=first.upper(), last=last.upper()),
        )
    low, high = sorted((number_of(first), number_of(last)))
    tags = [
        note.tag
        for _, note in sorted(board.notes.items())
        if low <= note.id <= high and (not letters or note.of_kind.letter in letters)
    ]
    if not tags:
        raise Slip(
            _NOTHING_THERE.format(first=first.upper(), last=last.upper()),
            _ONE_BY_ONE.format(first=first.upper(), last=last.upper()),
        )
    return " ".join(tags)


_TWO_KINDS = T(
    "“{first}–{last}” begins with one kind and ends with another.", "「{first}〜{last}」は、両端の種類が違います。"
)
_NOTHING_THERE = T("No note hangs there from {first} to {last}.", "{first}〜{last} の付箋はありません。")
_ONE_BY_ONE = T(
    "Name the notes one by one, with blanks between: “{first} {last}”.",
    "「{first} {last}」のように、番号を空白で区切って並べてください。",
)

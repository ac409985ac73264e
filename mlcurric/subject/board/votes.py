"""The dots that a room gives to notes at the check-out: read as they are typed, shown on the note, and the order that they make."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from mlcurric.subject.board import edits
from mlcurric.subject.board.model import Board, Note
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_DOT = "[●•⬤◉○◯🔴]"
DOTS = rf"{_DOT}\s*[×x]\s*\d{{1,6}}|{_DOT}(?:\s*{_DOT})*|(?:丸|点)?\s*\d{{1,6}}\s*(?:票|点|つ|個|dots?|votes?)|(?:丸|票)\s*\d{{1,6}}"
"""Dots as people type them: ``●●●``, ``3票``, ``3 dots``."""
MOST_DOTS = 999
_SHOWN = 3
"""So many dots are drawn one by one."""


def dots_in(typed: str) -> int | None:
    """How many dots a text says, as signs or as a number; ``None`` if it says none that can be read."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    if re.fullmatch(rf"{_DOT}(?:\s*{_DOT})*", plain):
        return len(re.findall(_DOT, plain))
    found = re.search(r"\d{1,6}", plain) if re.fullmatch(DOTS, plain, re.IGNORECASE) or plain.isdecimal() else None
    return int(found[0]) if found and int(found[0]) <= MOST_DOTS else None


def shown_dots(dots: int) -> str:
    """Dots as they stand on a note: ``●●●``, ``●×7``; nothing for none."""
    return "●" * dots if dots <= _SHOWN else f"●×{dots}"


def give_dots(board: Board, id: int, typed: str) -> Board:
    """Write on a note how many dots it got, in place of what stood there.

    Raises:
        Slip: if there is no such note, or nobody has that many dots.
    """
    note, dots = edits.find(board, id), dots_in(typed)
    if dots is None:
        raise Slip(_TOO_MANY.format(most=MOST_DOTS), _HOW_MANY.format(tag=note.tag))
    return board.put(replace(note, dots=dots))


def by_dots(board: Board, *kinds: str) -> list[Note]:
    """The notes of some kinds, those with the most dots first; of equally many the one farther left.

    Args:
        kinds: hotspots, where none is named.
    """
    return sorted(board.of(*(kinds or ("hotspot",))), key=lambda note: -note.dots)


_TOO_MANY = T("A note has room for {most} dots.", "1枚につけられる丸は{most}個までです。")
_HOW_MANY = T(
    "Count all the dots on it: “{tag} 3 dots”.",
    "その付箋についた丸をすべて数えて、「{tag} 3票」のように書いてください。",
)

"""A line that asks something of the wall itself, not of a note on it: ``undo``, ``save``, ``@3-9``."""

from __future__ import annotations

import re
import unicodedata

_WORDS = {
    "undo": ("undo", "戻す", "もどす", "戻して", "元に戻す", "取り消す", "取り消し"),
    "redo": ("redo", "やり直す", "やりなおす", "やり直し"),
    "check": ("?", "check", "確認"),
    "help": ("help", "ヘルプ", "使い方"),
    "save": ("save", "保存", "保存する", "保存して", "上書き保存", "ほぞん", "セーブ"),
}
_STRETCH = re.compile(r"@\s*(?:(\d+(?:\.\d+)?)(?:\s*(?:-|~|〜|–|\.\.|to|から)\s*(\d+(?:\.\d+)?))?)?")


def asked(typed: str) -> str:
    """What a line asks of the wall: ``"undo"``, ``"redo"``, ``"check"``, ``"help"``, ``"save"``; ``""`` if it does not."""
    word = _plain(typed)
    return next((name for name, words in _WORDS.items() if word in words), "")


def stretch_in(typed: str) -> tuple[float, ...] | None:
    """The places that ``@3-9``, ``@3`` or ``@`` names: two, one or none; ``None`` if the line names no stretch."""
    found = _STRETCH.fullmatch(_plain(typed))
    return tuple(float(place) for place in found.groups() if place) if found else None


def _plain(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).strip(" 。\t\n").casefold()

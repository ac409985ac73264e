"""What strangers wrote, made safe to look at on a page, in a table and on a terminal."""

from __future__ import annotations

import unicodedata

# Holds the parts of one emoji together.
_JOINER = "\u200d"


def clean(text: str, keep: str = "") -> str:
    """``text`` with whatever a screen would obey instead of show as "�"; line breaks too, unless they are in ``keep``."""
    return "".join(character if _is_shown(character) or character in keep else "�" for character in text)


def _is_shown(character: str) -> bool:
    # Python counts the full-width space, with which Japanese parts names and opens paragraphs, as not printable.
    return character.isprintable() or character == _JOINER or unicodedata.category(character) == "Zs"

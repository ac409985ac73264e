"""What strangers wrote, made safe to look at on a page, in a table and on a terminal."""

from __future__ import annotations

import unicodedata

# Holds the parts of one emoji together.
_JOINER = "\u200d"


def clean(text: str, keep: str = "") -> str:
    """``text`` with whatever a screen would obey instead of show as "�"; line breaks too, unless they are in ``keep``."""
    return "".join(character if is_shown(character) or character in keep else "�" for character in text)


def clean_line(text: str) -> str:
    """``text`` on one line and cleaned: no line break of a stranger's begins a line that looks like ours."""
    return clean(" ".join(text.split()))


def cut(name: str, longest: int = 200) -> str:
    """A name as it stands in a message: of one that would fill the screen, its beginning."""
    return name if len(name) <= longest else f"{name[:longest]}…"


def is_shown(character: str) -> bool:
    """Whether a sign can be seen, or is part of one that can."""
    # Python counts the full-width space, with which Japanese parts names and opens paragraphs, as not printable.
    return character.isprintable() or character == _JOINER or unicodedata.category(character) == "Zs"

"""What strangers wrote, made safe to look at on a page, in a table and on a terminal."""

from __future__ import annotations

import unicodedata

# Holds the parts of one emoji together.
_JOINER = "\u200d"
# Come along with what is pasted from web pages and say nothing: spaces of no width, soft hyphens, byte order marks.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u2060\ufeff"))
# Blocks of nothing but pictures, which fill up year by year: an emoji of this year is unknown to a Python of last year.
_PICTURES = range(0x1F000, 0x1FB00)


def clean(text: str, keep: str = "") -> str:
    """``text`` with whatever a screen would obey instead of show as "�"; line breaks too, unless they are in ``keep``."""
    return "".join(character if is_shown(character) or character in keep else "�" for character in text)


def clean_text(text: str, keep: str = "") -> str:
    """Somebody's own text cleaned, without the signs that are neither seen nor obeyed; names keep those, to be told apart."""
    return clean(text.translate(_UNSEEN), keep)


def clean_line(text: str) -> str:
    """``text`` on one line and cleaned: no line break of a stranger's begins a line that looks like ours."""
    return clean(" ".join(text.split()))


def cut(name: str, longest: int = 200) -> str:
    """A name as it stands in a message: of one that would fill the screen, its beginning."""
    return name if len(name) <= longest else f"{name[:longest]}…"


def is_shown(character: str) -> bool:
    """Whether a sign can be seen, or is part of one that can."""
    # Python counts the full-width space, with which Japanese parts names and opens paragraphs, as not printable.
    is_known = character.isprintable() or character == _JOINER or unicodedata.category(character) == "Zs"
    return is_known or ord(character) in _PICTURES

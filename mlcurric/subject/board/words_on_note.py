"""How a text stands on a note: broken into lines that fit, in the largest type that lets it, cut short where none does."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

LARGEST, SMALLEST = 0.17, 0.075
"""Heights of the type, in widths of an event."""
LEADING = 1.22
_WORDS_WHOLE = 0.095
_LATIN = r"[!-~\u00a1-\u024f]+"
_HALF = 0.56
"""The width of a Latin sign in heights of the type; the mean of the fonts used."""
# No Japanese line begins with these.
_NOT_FIRST = "、。，．・：；？！゛゜´｀¨＾￣＿ヽヾゝゞ々ー—‐／～〜」』】〕）］｝〉》”’,.!?:;)]}…っゃゅょぁぃぅぇぉッャュョァィゥェォ"
_NOT_LAST = "「『【〔（［｛〈《“‘([{"


@lru_cache(maxsize=4_096)
def fitted(text: str, width: float, height: float) -> tuple[tuple[str, ...], float]:
    """The lines of a text on paper of a size, and the height of its type.

    Args:
        width, height: of the paper inside its margins, in widths of an event.
    """
    # More than the smallest type has room for is not even measured.
    most = int((width / SMALLEST / _HALF + 1) * (height / (SMALLEST * LEADING) + 1)) + 1
    plain = " ".join(text[: 2 * most].split())[:most]
    longest = max((measure(word) for word in re.findall(_LATIN, plain)), default=0)
    size, signs = LARGEST, measure(plain.replace(" ", ""))
    while True:
        room = max(int(height / (size * LEADING)), 1)
        if size > SMALLEST and signs > room * width / size:
            # So many signs do not go into the lines that there are, however they are broken.
            size = max(size * 0.9, SMALLEST)
            continue
        lines = wrapped(plain, width / size, room)
        # A smaller type before a broken word, as long as it can be read.
        broken = size > _WORDS_WHOLE and longest > width / size
        if len(lines) <= room and not broken:
            return tuple(lines), size
        if size <= SMALLEST:
            kept = lines[:room]
            return (*kept[:-1], f"{kept[-1][:-1]}…"), size
        size = max(size * 0.9, SMALLEST)


def wrapped(text: str, width: float, most: int | None = None) -> list[str]:
    """A text in lines of at most ``width`` heights of the type; Latin words stay whole where they fit.

    Args:
        most: so many lines there is room for; of a longer text one line more is broken, and the rest is left out.
    """
    lines: list[str] = []
    line, filled = "", 0.0
    for piece in _pieces(text, width):
        wide = measure(piece)
        if line and filled + (measure(piece.rstrip()) if piece[-1].isspace() else wide) > width:
            lines.append(line.rstrip())
            if most is not None and len(lines) > most:
                return lines
            line, filled, piece = "", 0.0, piece.lstrip()
            wide = measure(piece)
        line += piece
        filled += wide
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def measure(text: str) -> float:
    """How wide a text is, in heights of its type."""
    return _wide(text) if len(text) == 1 else sum(map(_wide, text))


@cache
def _wide(sign: str) -> float:
    return 1.0 if unicodedata.east_asian_width(sign) in "WFA" else _HALF


def _pieces(text: str, width: float) -> Iterator[str]:
    """What a line may be broken between: Latin words, and each Japanese sign with those that may not begin or end a line."""
    piece = ""
    for word in _words(text):
        if piece and (word[0] in _NOT_FIRST or piece[-1] in _NOT_LAST):
            piece += word
            continue
        if piece:
            yield piece
        piece = word
        if len(word) > 1 and measure(word.rstrip()) > width:
            yield from word[:-1]
            piece = word[-1]
    if piece:
        yield piece


@lru_cache(maxsize=4_096)
def _words(text: str) -> tuple[str, ...]:
    # The same text is tried in one width after the other.
    return tuple(re.findall(rf"{_LATIN}\s*|\s+|.", text))

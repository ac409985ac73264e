"""The lines of a note about equally long, so that none is left with a sign or two."""

from __future__ import annotations

from functools import lru_cache

from mlcurric.subject.board.words_on_note import fitted, measure, wrapped

_STEP = 0.5
"""Heights of the type by which a line is made shorter at a time."""


@lru_cache(maxsize=4_096)
def evenly(text: str, width: float, height: float) -> tuple[tuple[str, ...], float]:
    """As ``fitted``: the lines of a text on paper of a size, and the height of its type; as many lines, the longest as short as can be."""
    lines, size = fitted(text, width, height)
    whole = " ".join(text.split())
    # Of a text that is far too long only so much is broken as tells that it is.
    begun = whole[: 2 * sum(map(len, lines)) + 100]
    cut_short = tuple(wrapped(begun, width / size, len(lines))) != lines
    return (lines if cut_short else tuple(evened(whole, width / size))), size


def evened(text: str, width: float) -> list[str]:
    """As ``wrapped``: a text in lines of at most ``width`` heights of the type; as many lines, the longest as short as can be."""
    lines = wrapped(text, width)
    shortest = measure(text) / len(lines)
    while len(lines) > 1 and width - _STEP >= shortest:
        width -= _STEP
        tried = wrapped(text, width)
        # A word that fitted must not be broken now.
        if len(tried) > len(lines) or _broken(tried, text):
            break
        lines = tried
    return lines


def _broken(lines: list[str], text: str) -> bool:
    """Whether a word with Latin letters is divided by lines."""
    words = set(text.split())
    return any(word.isascii() and word not in words for line in lines for word in line.split())

"""What a cell of a hand-in sets, told from its source, in a time that grows as its length does, whatever stands in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from mlcurric.question.assigned import names_set

_LONGEST = 200_000
"""Characters of a cell; parsing a longer one could take more time and memory than a grader has for it."""
_LONGEST_NAME = 60
_LOOKS_MADE = re.compile(
    r"^[ \t]*(?:((?:\w+[ \t]*,[ \t]*)*\w+)[ \t]*[=＝](?!=)|(?:def|class|import)[ \t]+([^\n(:]*)"
    r"|from[ \t]+\S+[ \t]+import[ \t]*(\([^)]{0,600}|[^\n(]*))",
    re.MULTILINE,
)
_AT_MARGIN = re.compile(r"^(?:(\w+)[ \t]*[=＝](?!=)|def[ \t]+(\w+))", re.MULTILINE)
_MOST_MARKS = 30
"""Accents on one letter. Python puts them in order, for which a million of them take half an hour."""


def mentioned(source: str, names: Iterable[str]) -> list[str]:
    """Those of the names that stand in a cell at all; most cells have none of them, and need not be parsed."""
    # Python reads full-width letters as plain ones.
    plain = source.translate({ord(each): unicodedata.normalize("NFKC", each) for each in set(source) if each > "\x7f"})
    return [name for name in names if name in plain]


def is_readable(source: str) -> bool:
    """Whether a cell can be parsed in no time."""
    return len(source) <= _LONGEST and (source.isascii() or _longest_run_of_marks(source) <= _MOST_MARKS)


def names_set_in(source: str, names: Iterable[str]) -> list[str] | None:
    """Those of the names that a cell sets; ``None`` where it mentions some of them and is not to be parsed."""
    asked = mentioned(source, names)
    if not asked:
        return []
    return names_set(source, asked) if is_readable(source) else None


def names_in_lines(source: str) -> Iterator[str]:
    """The names that lines look to make, whether Python can read them or not: “name =”, “def name(”, “import name”."""
    for found in _LOOKS_MADE.finditer(source[:_LONGEST]):
        words = re.finditer(r"\w+", found[1] or found[2] or found[3] or "")
        yield from (word[0] for word in words if len(word[0]) <= _LONGEST_NAME)


def names_at_margin(source: str) -> Iterator[str]:
    """The names that a learner may have given to an answer: no argument on a line of its own, and nothing imported."""
    names = (found[1] or found[2] for found in _AT_MARGIN.finditer(source[:_LONGEST]))
    return (name for name in names if len(name) <= _LONGEST_NAME)


def _longest_run_of_marks(source: str) -> int:
    longest = run = 0
    for each in source:
        run = run + 1 if unicodedata.combining(each) else 0
        longest = max(longest, run)
    return longest

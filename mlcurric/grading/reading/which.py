"""Which exercise a notebook is: what its name says, what it says itself, and where the two are at odds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mlcurric.grading.reading.collect import exercises

# No part of a date or of a longer number, such as “2024-05-12”, “11-10-1” or “3.1-2”.
_WITHIN = re.compile(r"(?<![0-9.-])[0-9]{1,2}-[0-9]{1,2}(?!-?[0-9])")


def within(name: str) -> str | None:
    """The one exercise that a name holds anywhere: ``1-3`` in ``Copy of 1-3-your-turn``; ``None`` where it holds several."""
    return _only(_WITHIN.findall(name))


def own(lesson: str | None, called: Iterable[str]) -> str | None:
    """The exercise that a notebook says it is, or ``None``.

    Args:
        lesson: the one that its metadata name, which editors may lose.
        called: those that it opens with ``exercise("1-1")``.
    """
    return lesson if lesson in exercises() else _only(called)


def at_odds(named: str | None, lesson: str | None, called: Iterable[str]) -> str | None:
    """The exercise that a notebook is, where it bears the name of another one, and nothing in it agrees with its name.

    Args:
        named: the exercise of its name.
        lesson, called: see ``own``.
    """
    said = _known(filter(None, (lesson, *called)))
    return said[0] if named and len(said) == 1 and named not in said else None


def _only(said: Iterable[str]) -> str | None:
    known = _known(said)
    return known[0] if len(known) == 1 else None


def _known(said: Iterable[str]) -> list[str]:
    there = exercises()
    return [each for each in dict.fromkeys(said) if each in there]

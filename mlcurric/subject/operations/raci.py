"""Who does what when it matters: a RACI table, read leniently and held against its own rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

NOBODY = "-"
"""Stands where somebody has no part."""
LETTERS = "RACI"
"""Responsible (does it), accountable (answers for it, one a row), consulted (asked before), informed (told after)."""


def read_row(text: str, people: Sequence[str]) -> dict[str, frozenset[str]]:
    """One row of a RACI table, such as ``"R - C I I A"``: who has which letters.

    Args:
        text: one mark a person, in the order of ``people``, apart by spaces, commas or bars: letters of ``LETTERS`` (more than
            one for somebody who does it and answers for it, such as ``AR``), or ``NOBODY``. Case and full width do not matter.

    Raises:
        ValueError: if there are more marks or fewer than people, or a mark holds anything else; if the row is no text, or two
            people have one name.
    """
    if not isinstance(text, str):
        raise ValueError(f"A row is a text with a mark for each person, such as “A R -”, not {text!r}.")
    if isinstance(people, str):
        raise ValueError(f"People are a list of names, not the text {people!r}.")
    if twice := [who for place, who in enumerate(people) if who in people[:place]]:
        raise ValueError(f"Two people are called {twice[0]!r}; the marks of one would take the place of the other's.")
    plain = unicodedata.normalize("NFKC", text).upper()
    plain = re.sub(r"[‐-―ー−_.]", NOBODY, plain)
    marks = [mark for mark in re.split(r"[\s,、|;]+", re.sub(r"\s*/\s*", "", plain)) if mark]
    if len(marks) != len(people):
        raise ValueError(f"There are {len(marks)} marks for {len(people)} people.")
    for mark in marks:
        if mark.strip(NOBODY) and not set(mark) <= set(LETTERS):
            raise ValueError(f"“{mark}” is not made of {', '.join(LETTERS)} or {NOBODY}.")
    return {who: frozenset(mark) - {NOBODY} for who, mark in zip(people, marks, strict=True)}


def with_letter(row: Mapping[str, frozenset[str]], letter: str) -> list[str]:
    """Who has a letter in a row.

    Raises:
        ValueError: if there is no such letter.
    """
    if letter not in tuple(LETTERS):
        raise ValueError(f"There are the letters {', '.join(LETTERS)}, not {letter!r}.")
    return [who for who, letters in row.items() if letter in letters]


def row_finding(row: Mapping[str, frozenset[str]]) -> str | None:
    """What is wrong with a row whatever it is about: ``"no_a"``, ``"several_a"``, ``"no_r"`` or ``None``.

    One accountable, because two who answer for something each wait for the other; and somebody must do it.
    """
    answers = len(with_letter(row, "A"))
    if answers != 1:
        return "several_a" if answers else "no_a"
    return None if with_letter(row, "R") else "no_r"

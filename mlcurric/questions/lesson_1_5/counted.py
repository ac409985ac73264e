"""What the exercise's table says, counted once a process: the answers are judged against it."""

from __future__ import annotations

from functools import cache

from mlcurric.subject.expectation import ExpectationSheet, repair_sheet


@cache
def counted() -> ExpectationSheet:
    """The sheet of the list that the exercise is about."""
    return repair_sheet()

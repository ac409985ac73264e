"""Hand-ins are read in a process of its own: one that takes for ever to read, or all of the memory, is told so and nothing else.

What strangers wrote meets parsers, patterns and image libraries here, and some text keeps any of them busy for days.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mlcurric.grading.apart import Apart, Ended, Failed, limited
from mlcurric.grading.reading import literals, read, saved
from mlcurric.grading.reading.read import TOO_HARD, Notebook, Unreadable, refused
from mlcurric.grading.reading.saved import Saved

LONGEST = 20.0
"""Seconds that one file may take to read; an ordinary one takes a hundredth."""
_MEMORY = 4_000_000_000
"""Bytes that the process may hold; one notebook has at most ``read.LARGEST``."""


class Reader:
    """Reads one file after the other; it may be asked from several threads."""

    def __init__(self, seconds: float = LONGEST) -> None:
        # A file on which the process ended once is not tried again: the others wait.
        self._seconds, self._apart = seconds, Apart(_MEMORY, tries=1)

    def parse(self, raw: bytes) -> Notebook:
        """As ``read.parse``.

        Raises:
            Unreadable: also if it cannot be read within the limits.
        """
        parsed = self._ask(refused(TOO_HARD, raw), _parse, raw)
        if isinstance(parsed, Unreadable):
            raise parsed
        return parsed

    def literals(self, cells: tuple[str, ...], names: tuple[str, ...]) -> dict[str, Any]:
        """As ``literals.literals``; nothing where that cannot be told within the limits."""
        return self._ask({}, literals.literals, cells, names)

    def saved_answers(self, raw: bytes, names: tuple[str, ...]) -> dict[str, Saved]:
        """As ``saved.saved_answers``; nothing where that cannot be told within the limits."""
        return self._ask({}, saved.saved_answers, raw, names)

    def close(self) -> None:
        """End the process."""
        self._apart.close()

    def _ask(self, otherwise: Any, step: Callable[..., Any], *arguments: Any) -> Any:
        try:
            return self._apart.ask(_within, self._seconds, step, *arguments)
        except (Ended, Failed):
            return otherwise


def _within(seconds: float, step: Callable[..., Any], *arguments: Any) -> Any:
    with limited(seconds):
        return step(*arguments)


def _parse(raw: bytes) -> Notebook | Unreadable:
    try:
        return read.parse(raw)
    except Unreadable as error:
        return error

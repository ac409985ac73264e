"""Judges answers in a process of its own for each world, so that nothing computed in one world meets another.

The processes are forked from a server that has imported the checks and computed nothing. They are trusted: they hold the
key's world and what is expected, and never run a line of a hand-in. What they judge is a stranger's all the same, so that
each check has its limits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mlcurric import questions
from mlcurric.grading.apart import Apart, Ended, Failed, limited
from mlcurric.grading.judging import worlds
from mlcurric.grading.judging.judge import Graded, judge_run
from mlcurric.grading.reading.read import Notebook
from mlcurric.grading.running.run_report import Run
from mlcurric.question.asking import Call

PRELOAD = ("mlcurric.grading.judging.court",)
LONGEST_CHECK = 60.0
"""Seconds that the check of one question may take; the first in a world learns its models."""
_MEMORY = 8_000_000_000
"""Bytes that a process may hold."""
_TRIES = 2


@dataclass(frozen=True)
class World:
    """Which world: that of an exercise and attempt under a key, or without a key the practice world.

    Attributes:
        key: the instructor's secret, or nothing.
        exercise: such as ``"1-4"``.
        attempt: counted from 1.
    """

    key: bytes = b""
    exercise: str = ""
    attempt: int = 0

    def __repr__(self) -> str:
        # The key must stand in no message.
        return f"World({self.exercise!r}, {self.attempt})" if self.key else "World()"


PRACTICE = World()


class JudgingFailed(Exception):
    """The judging itself failed, or its process ended on the same request twice; no fault of the hand-in."""


class Court:
    """A judging process in one world; it may be asked from several threads, and answers one after the other.

    Args:
        world: the world behind its tables and checks.
        tables: the folder to which it writes that world's tables; a sandbox reads them there.
        seconds: that the check of one question may take.

    Raises:
        JudgingFailed: if the world cannot be drawn or its tables not be written.
    """

    def __init__(self, world: World, tables: Path, seconds: float = LONGEST_CHECK) -> None:
        self._world, self._seconds = world, seconds
        enter = partial(worlds.enter, world.key, world.exercise, world.attempt)
        self._apart = Apart(_MEMORY, _TRIES, enter, PRELOAD)
        self.tables = tables.name
        self._ask(worlds.write_tables, tables, world.exercise)

    def calls(self, exercise: str) -> dict[str, list[Call]]:
        """The calls to make of those answers that are functions.

        Raises:
            JudgingFailed: as all that is asked of a court.
        """
        return self._ask(_calls, exercise)

    def judge_run(self, exercise: str, notebook: Notebook, run: Run, seconds: float) -> tuple[Graded, ...]:
        """How every question stands after a run in this world."""
        return self._ask(_judge_run, exercise, notebook, run, seconds, self._seconds)

    def rest(self) -> None:
        """End the process if it is idle; whoever asks again waits for a new one."""
        self._apart.rest()

    def close(self) -> None:
        """End the process, whatever it does."""
        self._apart.close()

    def _ask(self, step: Callable[..., Any], *arguments: Any) -> Any:
        try:
            return self._apart.ask(step, *arguments)
        except Failed as error:
            raise JudgingFailed(str(error)) from None
        except Ended:
            raise JudgingFailed(f"the process of {self._world} ended") from None


def _calls(exercise: str) -> dict[str, list[Call]]:
    asked = questions.question_set(exercise).graded
    return {question.name: made for question in asked if (made := question.calls()) is not None}


def _judge_run(exercise: str, notebook: Notebook, run: Run, time_limit: float, seconds: float) -> tuple[Graded, ...]:
    graded: list[Graded] = []
    for question in questions.question_set(exercise).graded:
        with limited(seconds):
            graded += judge_run((question,), notebook, run, time_limit, exercise)
    return tuple(graded)

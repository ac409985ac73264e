"""Judges answers in a process of its own for each world, so that nothing computed in one world meets another.

The processes are forked from a server that has imported the checks and computed nothing. They are trusted: they hold the
key's world and what is expected, and never run a line of a hand-in.
"""

from __future__ import annotations

import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mlcurric import questions
from mlcurric.grading import worlds
from mlcurric.grading.judge import Graded, judge_run
from mlcurric.grading.run_report import Run
from mlcurric.question.asking import Call
from mlcurric.question.question import judge
from mlcurric.question.verdict import Verdict

PRELOAD = ("mlcurric.grading.judging",)


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


class Court:
    """A judging process in one world.

    Args:
        world: the world behind its tables and checks.
        tables: the folder to which it writes that world's tables; a sandbox reads them there.
    """

    def __init__(self, world: World, tables: Path) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(PRELOAD))
        self._process = ProcessPoolExecutor(1, context, _enter, (world.key, world.exercise, world.attempt))
        self.tables = tables.name
        self._process.submit(worlds.write_tables, tables).result()

    def calls(self, exercise: str) -> dict[str, list[Call]]:
        """The calls to make of those answers that are functions."""
        return self._process.submit(_calls, exercise).result()

    def judge_run(self, exercise: str, cells: tuple[str, ...], run: Run, seconds: float) -> tuple[Graded, ...]:
        """How every question stands after a run in this world."""
        return self._process.submit(_judge_run, exercise, cells, run, seconds).result()

    def judge(self, exercise: str, answers: dict[str, Any]) -> dict[str, Verdict]:
        """The verdicts on answers that are plain data."""
        return self._process.submit(_judge, exercise, answers).result()

    def close(self) -> None:
        """End the process."""
        self._process.shutdown(cancel_futures=True)


def _enter(key: bytes, exercise: str, attempt: int) -> None:
    # Whoever stops the grading stops it in one place.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if key:
        worlds.enter(key, exercise, attempt)


def _calls(exercise: str) -> dict[str, list[Call]]:
    asked = questions.question_set(exercise).graded
    return {question.name: made for question in asked if (made := question.calls()) is not None}


def _judge_run(exercise: str, cells: tuple[str, ...], run: Run, seconds: float) -> tuple[Graded, ...]:
    return judge_run(questions.question_set(exercise).graded, cells, run, seconds)


def _judge(exercise: str, answers: dict[str, Any]) -> dict[str, Verdict]:
    found = questions.question_set(exercise)
    return {name: judge(found.find(name), answer) for name, answer in answers.items()}

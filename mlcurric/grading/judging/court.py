"""Judges answers in a process of its own for each world, so that nothing computed in one world meets another.

The processes are forked from a server that has imported the checks and computed nothing. They are trusted: they hold the
key's world and what is expected, and never run a line of a hand-in. What they judge is a stranger's all the same: a check
that an answer keeps busy is stopped, and a process that is gone is replaced.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from mlcurric import questions
from mlcurric.grading.judging import worlds
from mlcurric.grading.judging.judge import Graded, judge_run
from mlcurric.grading.running.run_report import Run
from mlcurric.question.asking import Call

PRELOAD = ("mlcurric.grading.judging.court",)
LONGEST_CHECK = 60.0
"""Seconds that the check of one question may take; the first in a world learns its models."""
_BEYOND = 2.0
"""So many times that long a step may take where no exception stops it, as in a loop of a compiled library."""
_MEMORY = 8_000_000_000
"""Bytes that a process may hold: what is judged must not make the machine end another one in its place."""
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
        self._lock, self._closed = threading.Lock(), False
        self._process: multiprocessing.process.BaseProcess | None = None
        self.tables = tables.name
        self._ask(_write_tables, tables, world.exercise)

    def calls(self, exercise: str) -> dict[str, list[Call]]:
        """The calls to make of those answers that are functions.

        Raises:
            JudgingFailed: as all that is asked of a court.
        """
        return self._ask(_calls, exercise)

    def judge_run(self, exercise: str, cells: tuple[str, ...], run: Run, seconds: float) -> tuple[Graded, ...]:
        """How every question stands after a run in this world."""
        return self._ask(_judge_run, exercise, cells, run, seconds, self._seconds)

    def rest(self) -> None:
        """End the process if it is idle; whoever asks again waits for a new one."""
        if self._lock.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._lock.release()

    def close(self) -> None:
        """End the process, whatever it does."""
        self._closed = True
        if process := self._process:
            process.kill()
        with self._lock:
            self._end()

    def _ask(self, step: Callable[..., Any], *arguments: Any) -> Any:
        """What a step gives in the process; one that ends on it is replaced, and asked once more."""
        with self._lock:
            for _ in range(_TRIES):
                if self._closed:
                    break
                try:
                    if self._process is None:
                        self._begin()
                    self._there.send((step, arguments))
                    succeeded, result = self._there.recv()
                except (EOFError, OSError):
                    self._end()
                else:
                    if succeeded:
                        return result
                    raise JudgingFailed(result)
        raise JudgingFailed(f"the process of {self._world} ended")

    def _begin(self) -> None:
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:
            context.set_forkserver_preload(list(PRELOAD))
        self._there, inside = context.Pipe()
        # Where only the process itself holds the other end, its end is heard.
        with inside:
            world = (self._world.key, self._world.exercise, self._world.attempt)
            process = context.Process(target=_sit, args=(inside, *world), daemon=True)
            process.start()
        self._process = process

    def _end(self) -> None:
        if self._process is not None:
            self._there.close()
            self._process.kill()
            self._process.join()
            self._process = None


def _sit(asked: Connection, key: bytes, exercise: str, attempt: int) -> None:
    """The process: take one request after the other, until the other side is gone."""
    # Whoever stops the grading stops it in one place.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    worlds.enter(key, exercise, attempt)
    with suppress(EOFError, OSError):
        while True:
            step, arguments = asked.recv()
            try:
                answer = True, step(*arguments)
            except Exception as error:
                # As words: not every error can be sent.
                answer = False, f"{type(error).__name__}: {error}"
            asked.send(answer)


def _write_tables(folder: Path, exercise: str) -> None:
    worlds.write_tables(folder, exercise)


def _calls(exercise: str) -> dict[str, list[Call]]:
    asked = questions.question_set(exercise).graded
    return {question.name: made for question in asked if (made := question.calls()) is not None}


def _judge_run(
    exercise: str, cells: tuple[str, ...], run: Run, time_limit: float, seconds: float
) -> tuple[Graded, ...]:
    graded: list[Graded] = []
    for question in questions.question_set(exercise).graded:
        with _limited(seconds):
            graded += judge_run((question,), cells, run, time_limit)
    return tuple(graded)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise ``TimeoutError`` in what takes longer, which makes it a check that failed; end the process where that is not heard."""

    def too_long(*_: object) -> None:
        raise TimeoutError(f"{seconds:g} s")

    on_time = hasattr(signal, "setitimer")
    with open(os.devnull, "w") as nothing:
        faulthandler.dump_traceback_later(_BEYOND * seconds, exit=True, file=nothing)
        if on_time:
            signal.signal(signal.SIGALRM, too_long)
            signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            yield
        finally:
            if on_time:
                signal.setitimer(signal.ITIMER_REAL, 0)
            faulthandler.cancel_dump_traceback_later()

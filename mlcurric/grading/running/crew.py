"""Several runners side by side: each takes the next hand-in, and one that is lost is replaced."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Generic, TypeVar

from mlcurric.grading.running.job import Lost, Runner

Task, Done = TypeVar("Task"), TypeVar("Done")
_TRIES = 2
_FAILED_STARTS = 5
"""So many runners in a row may fail to start, once the first has started, before the whole is given up."""
_LOOK = 0.1


class Hopeless(Exception):
    """No runner will start any more, and nothing is to be tried again."""


def run_all(
    tasks: Iterable[Task],
    make_runner: Callable[[], Runner],
    do: Callable[[Task, Runner], Done],
    otherwise: Callable[[Task, Exception], Done],
    jobs: int,
) -> Iterator[Done]:
    """Do every task with one of ``jobs`` runners, and give what comes of each as soon as it is done.

    Args:
        make_runner: starts a runner; called again where one is lost.
        do: does one task; a ``Lost`` makes a new runner try it once more.
        otherwise: what stands in the place of a task that raised.

    Raises:
        Exception: what ``make_runner`` raised, where a first runner cannot be made, or several in a row.
    """
    crew = _Crew(tasks, make_runner, do, otherwise, jobs)
    try:
        yield from crew.results()
    finally:
        crew.stop()


class _Crew(Generic[Task, Done]):
    def __init__(
        self, tasks: Iterable[Task], make_runner: Callable[[], Runner], do: Callable[[Task, Runner], Done],
        otherwise: Callable[[Task, Exception], Done], jobs: int,
    ) -> None:  # fmt: skip
        self._make_runner, self._do, self._otherwise = make_runner, do, otherwise
        self._waiting: queue.SimpleQueue[Task] = queue.SimpleQueue()
        for task in tasks:
            self._waiting.put(task)
        self._done: queue.Queue[Done | BaseException | None] = queue.Queue(maxsize=2 * jobs)
        self._stopping, self._lock = threading.Event(), threading.Lock()
        self._runners: set[Runner] = set()
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(jobs)]
        for thread in self._threads:
            thread.start()

    def results(self) -> Iterator[Done]:
        at_work = len(self._threads)
        while at_work:
            result = self._done.get()
            if result is None:
                at_work -= 1
            elif isinstance(result, BaseException):
                raise result
            else:
                yield result

    def stop(self) -> None:
        """End every runner; one that is in the middle of a task is lost, and nothing comes of the task."""
        self._stopping.set()
        with self._lock:
            open_ = list(self._runners)
        for runner in open_:
            self.end(runner)
        while any(thread.is_alive() for thread in self._threads):
            # Whoever waits to hand something over must not wait for ever.
            with suppress(queue.Empty):
                self._done.get(timeout=_LOOK)

    def _work(self) -> None:
        keeper = _Keeper(self)
        try:
            while not self._stopping.is_set():
                try:
                    task = self._waiting.get_nowait()
                except queue.Empty:
                    break
                result = self._one(task, keeper)
                if not self._stopping.is_set():
                    self._done.put(result)
        except BaseException as error:  # A runner that cannot be made ends the whole, in the thread that asked.
            self._done.put(error)
        finally:
            keeper.let_go()
            self._done.put(None)

    def _one(self, task: Task, keeper: _Keeper) -> Done | None:
        """What comes of a task; ``None`` where everything is to stop."""
        for left in reversed(range(_TRIES)):
            try:
                return self._do(task, keeper.runner())
            except Lost as lost:
                keeper.let_go()
                if self._stopping.is_set():
                    return None
                if not left:
                    return self._otherwise(task, lost)
            except _NotStarted as failed:
                raise failed.why from None
            except Exception as error:  # Our own fault must cost neither this learner nor the next.
                return self._otherwise(task, error)
        return None

    def begin(self) -> Runner:
        """A new runner, which ``stop`` will end."""
        runner = self._make_runner()
        with self._lock:
            self._runners.add(runner)
        if self._stopping.is_set():
            self.end(runner)
            raise Lost("everything is to stop")
        return runner

    def end(self, runner: Runner) -> None:
        """End a runner, once: its own thread may want to while the whole is stopped."""
        with self._lock:
            if runner not in self._runners:
                return
            self._runners.remove(runner)
        runner.close()


class _NotStarted(Exception):
    def __init__(self, why: Exception) -> None:
        super().__init__(str(why))
        self.why = why


class _Keeper:
    """The runner of one thread: made when it is first needed, and anew when it was lost."""

    def __init__(self, crew: _Crew) -> None:
        self._crew = crew
        self._runner: Runner | None = None
        self._left = 1

    def runner(self) -> Runner:
        """The runner at hand, or a new one.

        Raises:
            Lost: if a new one does not start, but others did before.
            _NotStarted: if the first one does not start, or several in a row.
        """
        if self._runner is None:
            try:
                self._runner = self._crew.begin()
            except Lost:
                raise
            except Exception as error:
                self._left -= 1
                if isinstance(error, Hopeless) or not self._left:
                    raise _NotStarted(error) from error
                raise Lost(str(error)) from error
            self._left = _FAILED_STARTS
        return self._runner

    def let_go(self) -> None:
        """End the runner."""
        if self._runner is not None:
            self._crew.end(self._runner)
            self._runner = None

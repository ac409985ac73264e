"""Several runners side by side: each takes the next hand-in, and one that is lost is replaced."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from mlcurric.grading.job import Lost, Runner

Task, Done = TypeVar("Task"), TypeVar("Done")
_TRIES = 2


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
    """
    waiting: queue.SimpleQueue[Task] = queue.SimpleQueue()
    for task in tasks:
        waiting.put(task)
    done: queue.Queue[Done | BaseException | None] = queue.Queue(maxsize=2 * jobs)
    stop, runners = threading.Event(), set()

    def work() -> None:
        runner = None
        try:
            while not stop.is_set():
                try:
                    task = waiting.get_nowait()
                except queue.Empty:
                    break
                for left in reversed(range(_TRIES)):
                    try:
                        if runner is None:
                            runners.add(runner := make_runner())
                        result = do(task, runner)
                        break
                    except Lost as lost:
                        if stop.is_set():
                            return
                        if runner is not None:
                            runners.discard(runner)
                            runner.close()
                        runner = None
                        if not left:
                            result = otherwise(task, lost)
                    except Exception as error:  # Our own fault must cost neither this learner nor the next.
                        result = otherwise(task, error)
                        break
                done.put(result)
        except BaseException as error:  # A runner that cannot be made ends the whole, in the thread that asked.
            done.put(error)
        finally:
            done.put(None)

    threads = [threading.Thread(target=work, daemon=True) for _ in range(jobs)]
    for thread in threads:
        thread.start()
    open_ = jobs
    try:
        while open_:
            result = done.get()
            if result is None:
                open_ -= 1
            elif isinstance(result, BaseException):
                raise result
            else:
                yield result
    finally:
        stop.set()
        # One that is in the middle of a hand-in is lost now, and the hand-in is graded another time.
        for runner in list(runners):
            runner.close()
        # Whoever waits to hand something over must not wait for ever.
        while any(thread.is_alive() for thread in threads):
            try:
                done.get(timeout=0.1)
            except queue.Empty:
                continue

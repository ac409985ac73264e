"""Runners side by side: one that is lost costs its own task at most, and whatever stops the whole, none is left open."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing

import pytest

from mlcurric.grading.running.crew import Hopeless, run_all
from mlcurric.grading.running.job import Heard, Job, Lost

HEARD = Heard(b"", "ended")


class Runners:
    """Makes runners, and knows which are open; ``start`` is called before each is made."""

    def __init__(self, start: Callable[[int], None] = lambda number: None) -> None:
        self.made, self.open, self.closed = 0, set(), 0
        self._start = start
        self._lock = threading.Lock()

    def __call__(self) -> Runner:
        with self._lock:
            self.made += 1
            number = self.made
        self._start(number)
        runner = Runner(self)
        self.open.add(runner)
        return runner


class Runner:
    def __init__(self, runners: Runners) -> None:
        self._runners = runners

    def run(self, job: Job) -> Heard:
        return HEARD

    def close(self) -> None:
        self._runners.open.remove(self)
        self._runners.closed += 1


def failed(task: str, error: Exception) -> str:
    return f"{task}: {type(error).__name__}"


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_task_that_loses_its_runner_every_time_has_its_own_row_and_the_others_theirs(jobs: int) -> None:
    def do(task: str, runner: Runner) -> str:
        if task == "kills":
            raise Lost("gone")
        return task

    runners, tasks = Runners(), ["a", "kills", "b", "c", "d", "e"]
    assert sorted(run_all(tasks, runners, do, failed, jobs)) == ["a", "b", "c", "d", "e", "kills: Lost"]
    assert not runners.open
    assert runners.made <= jobs + 2


def test_a_runner_that_was_lost_once_is_replaced_and_the_task_done() -> None:
    lost = []

    def do(task: str, runner: Runner) -> str:
        if task == "b" and not lost:
            lost.append(runner)
            raise Lost("gone")
        assert runner not in lost
        return task

    runners = Runners()
    assert sorted(run_all("abc", runners, do, failed, 1)) == ["a", "b", "c"]
    assert (runners.made, runners.closed) == (2, 2)


def test_our_own_fault_costs_its_task_alone_and_not_the_runner() -> None:
    def do(task: str, runner: Runner) -> str:
        if task == "b":
            raise ZeroDivisionError
        return task

    runners = Runners()
    assert sorted(run_all("abc", runners, do, failed, 1)) == ["a", "b: ZeroDivisionError", "c"]
    assert runners.made == 1


def test_where_the_first_runner_does_not_start_nothing_is_graded() -> None:
    def start(number: int) -> None:
        raise PermissionError("no sandbox")

    with pytest.raises(PermissionError):
        list(run_all("abc", Runners(start), lambda task, runner: task, failed, 2))


def test_one_that_does_not_start_later_costs_a_task_and_only_several_in_a_row_end_it() -> None:
    def do(task: str, runner: Runner) -> str:
        if task.startswith("kills"):
            raise Lost("gone")
        return task

    def out_of_memory(number: int) -> None:
        if number in (2, 3):
            raise MemoryError

    runners = Runners(out_of_memory)
    results = list(run_all(["kills", "a", "b", "c"], runners, do, failed, 1))
    assert results == ["kills: Lost", "a", "b", "c"]
    assert not runners.open

    def never_again(number: int) -> None:
        if number > 1:
            raise MemoryError

    with pytest.raises(MemoryError):
        list(run_all(["kills", "a", "b", "c"], Runners(never_again), do, failed, 1))


def test_what_is_hopeless_ends_at_once_and_no_task_is_blamed() -> None:
    done = []

    def do(task: str, runner: Runner) -> str:
        raise Lost("gone")

    def start(number: int) -> None:
        if number > 1:
            raise Hopeless

    with pytest.raises(Hopeless):
        done.extend(run_all("abc", Runners(start), do, failed, 1))
    assert not done


def test_whoever_stops_in_the_middle_leaves_no_runner_open() -> None:
    runners = Runners()
    with closing(run_all(range(1000), runners, lambda task, runner: task, failed, 3)) as results:
        assert next(results) in range(1000)
    assert not runners.open


def test_a_runner_that_is_just_being_made_when_all_stops_is_ended_too() -> None:
    making, made = threading.Event(), threading.Event()

    def slow(number: int) -> None:
        if number == 2:
            making.set()
            assert made.wait(60)

    runners, began = Runners(slow), []

    def do(task: int, runner: Runner) -> int:
        began.append(task)
        return task

    results = run_all(range(1000), runners, do, failed, 2)
    next(results)
    assert making.wait(60)
    threading.Timer(0.2, made.set).start()
    results.close()
    assert runners.made == runners.closed == 2
    assert not runners.open


def test_a_task_in_the_middle_of_which_all_stops_is_not_told_of() -> None:
    running, told = threading.Event(), []

    class Blocked(Runner):
        def __init__(self, runners: Runners) -> None:
            super().__init__(runners)
            self._end = threading.Event()

        def run(self, job: Job) -> Heard:
            running.set()
            assert self._end.wait(60)
            raise Lost("it was closed")

        def close(self) -> None:
            super().close()
            self._end.set()

    runners = Runners()

    def make() -> Runner:
        runner = Blocked(runners)
        runners.open.add(runner)
        return runner

    def do(task: str, runner: Runner) -> str:
        return "done" if task == "a" else str(runner.run(Job((), ())))

    results = run_all("abc", make, do, lambda task, error: told.append(task), 1)
    assert next(results) == "done"
    assert running.wait(60)
    results.close()
    assert not told
    assert not runners.open

"""What grading costs, side by side with the stock graders and with the floor, in one run: ``make bench``, or alone

``make bench only=grading [args=--quick]``. All grade the same hand-in (``grading_hand_in.py``). Times of one machine
mean little; what is judged are ratios within the run. What is held against the floor, or against nbgrader, runs by turns with it,
so that a busy machine hurts both; the seconds of the processor beside those of the clock tell how busy it was. With nbgrader it is
whole commands, as users type them, each run once before; what a start costs and what each hand-in more is told apart.

It ends with 1 where a target is missed, and where a grader could not be run beside this one: then nothing is known of it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter

from grading_batches import OwnBatch, costs
from grading_hand_in import EXERCISE, write_hand_in
from grading_others import NBGRADER, OTTER, CannotRun, NbGrader, Otter, run_in_a_fresh_kernel
from grading_used import Used, held, measured, spent

from mlcurric.curriculum import content, exercise_path, lessons
from mlcurric.grading.guest.limits import Limits
from mlcurric.grading.judging.courts import Courts
from mlcurric.grading.one import grade_one
from mlcurric.grading.reading.collect import File
from mlcurric.grading.reading.hand_ins import HandIn, read_file
from mlcurric.grading.running.beginnings import shared_cells
from mlcurric.grading.running.place import Place
from mlcurric.grading.sandbox.launch import NoSandbox, find_tools
from mlcurric.grading.sandbox.worker import PRELOAD, Worker

FASTER_THAN_NBGRADER, MOST_OVER_FLOOR, LEAST_SAVED, MOST_GROWTH = 12.0, 1.3, 0.8, 1.0
_LIGHT = "1-7"
"""The exercise that is graded a thousand times: what a hand-in leaves behind does not hang on what it computes."""
_LOOKED_AT = 8
"""So many run while memory is looked at."""
_FIRST = 100
"""So many are graded before memory is looked at."""


_MISSED: list[str] = []
"""What was not as it should be, in words."""


@dataclass(frozen=True)
class Counts:
    """How many hand-ins each part runs; of whole commands, how many more in the larger batch than in the small one."""

    turns: int = 15
    ours: int = 40
    nbgrader: int = 8
    others: int = 3
    lasting: int = 1_000


QUICK = Counts(turns=5, ours=20, nbgrader=3, others=1, lasting=300)


class Floor:
    """The warm process of ``grading_floor.py``.

    Args:
        before: cells that it runs once, before it forks.
        each: cells that every fork runs.
    """

    def __init__(self, place: Place, tables: str, before: Sequence[str], each: Sequence[str]) -> None:
        cells = tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8")  # noqa: SIM115
        self._cells = cells
        json.dump([before, each], cells)
        cells.flush()
        told = {
            "MLCURRIC_TABLES": str(place.tables / tables), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
            "MPLBACKEND": "agg", "PYTHONHASHSEED": "0",
        }  # fmt: skip
        command = [sys.executable, str(Path(__file__).with_name("grading_floor.py")), str(place.library), cells.name]
        self._process = subprocess.Popen(
            [*command, *PRELOAD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | told
        )
        self.fork()

    def fork(self) -> Used:
        """Run the cells in a fork."""
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        seconds, cpu = json.loads(self._process.stdout.readline())
        return Used(seconds, cpu)

    def close(self) -> None:
        """End it."""
        self._process.communicate()
        self._cells.close()


class Grader:
    """One warm worker of this grader; what it runs is judged."""

    def __init__(self) -> None:
        with ExitStack() as stack:
            self.place = stack.enter_context(closing(Place()))
            self._courts = stack.enter_context(closing(Courts(self.place)))
            self._worker = stack.enter_context(closing(Worker(find_tools(), self.place)))
            self._stack = stack.pop_all()
        self.tables = self._courts.practice.tables

    def grade(self, hand_in: HandIn) -> None:
        """Grade one.

        Raises:
            RuntimeError: if a cell of it failed.
        """
        submission = grade_one(hand_in, 1, self._worker, self._courts, Limits())
        if submission.stopped or submission.trouble:
            raise RuntimeError(f"the hand-in did not get through: {submission}")

    def close(self) -> None:
        """End it."""
        self._stack.close()


def main() -> None:
    """Measure, print what was measured and whether it is enough, and end with 1 where it is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer hand-ins, in about two minutes")
    counts = QUICK if parser.parse_args().quick else Counts()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        hand_in, in_full = (_read(write_hand_in(place / name, in_full=bool(name != "a"))) for name in ("a", "b"))
        try:
            by_turns(hand_in, in_full, counts)
            memory_over_many(counts)
        except NoSandbox as missing:
            sys.exit(str(missing))
        whole_commands(place, counts)
        others(place, counts)
    if _MISSED:
        sys.exit("\n".join(["", "Not as it should be:", *(f"  {each}" for each in _MISSED)]))


def by_turns(hand_in: HandIn, in_full: HandIn, counts: Counts) -> None:
    """Hold this grader against the floor, and a run from the shared beginning against one in full."""
    cells = hand_in.notebook.cells
    shared = shared_cells(EXERCISE, cells)
    with closing(Grader()) as grader, ExitStack() as stack:
        floors = [
            stack.enter_context(closing(Floor(grader.place, grader.tables, cells[:begun], cells[begun:])))
            for begun in (0, shared)
        ]
        runs: dict[str, Callable[[], Used]] = {
            "this grader, all cells run": lambda: _used_by(lambda: grader.grade(in_full)),
            "the floor: a fork runs all cells": floors[0].fork,
            "this grader, from the shared beginning": lambda: _used_by(lambda: grader.grade(hand_in)),
            "the floor: a fork runs the other cells": floors[1].fork,
        }
        for run in runs.values():
            run()
        turns = [[run() for run in runs.values()] for _ in range(counts.turns)]
        more = [_memory_of(run) for run in runs.values()]
    _heading("By turns, one after the other", "MB more")
    for name, used, memory in zip(runs, zip(*turns, strict=True), more, strict=True):
        _row(name, Used(median(one.seconds for one in used), median(one.cpu for one in used), memory))
    for what in ("seconds", "cpu"):
        full, floor, begun, rest = (median(getattr(one, what) for one in used) for used in zip(*turns, strict=True))
        of = "of the clock" if what == "seconds" else "of the processor"
        _judge(f"times the floor, in full, {of}", full / floor, MOST_OVER_FLOOR, at_most=True)
        _judge(f"of the beginning's own time saved, {of}", (full - begun) / (floor - rest), LEAST_SAVED)


def memory_over_many(counts: Counts) -> None:
    """Say how much memory stays behind of each hundred hand-ins."""
    lesson = next(lesson for lesson in lessons() if lesson.id == _LIGHT)
    light = _read(content() / "exercises" / "solved" / "ja" / exercise_path(lesson))
    with closing(Grader()) as grader:
        for _ in range(_FIRST):
            grader.grade(light)
        before = held()
        with measured() as used:
            for _ in range(counts.lasting - _FIRST):
                grader.grade(light)
        growth = (held() - before) / ((counts.lasting - _FIRST) / 100)
    each = used.seconds / (counts.lasting - _FIRST)
    print(
        f"\n{counts.lasting:,} small hand-ins, {each:.3f} s each; all that the grader holds: {before:.0f} MB after {_FIRST}"
    )
    _judge("MB more for each 100 hand-ins", growth, MOST_GROWTH, at_most=True)


def whole_commands(place: Path, counts: Counts) -> None:
    """Hold whole commands on a batch against one another, as a user types them: this grader's and nbgrader's."""
    _heading("Whole commands, on a batch", "MB")
    for processes in (1, 2):
        with _if_it_can(f"nbgrader autograde, {processes} at once"):
            NBGRADER.make()
            many = {OwnBatch: counts.ours, NbGrader: counts.nbgrader}
            found = costs(place / f"by-{processes}", many, processes)
            own, other = found[OwnBatch], found[NbGrader]
            for name, cost in (("mlcurric grade", own), ("nbgrader autograde", other)):
                _row(f"{name}, {processes} at once: its start", cost.start, rate=False)
                _row("  each hand-in more", replace(cost.more, memory=0.0))
            class_of = processes * counts.ours
            _hold("each hand-in more", own.more, other.more, processes, FASTER_THAN_NBGRADER)
            # nbgrader's start and hand-ins added up: it is not made to grade so many.
            _hold(f"{class_of} in one command, starts and all", own.of(class_of), other.of(class_of), processes)


def _hold(what: str, own: Used, other: Used, processes: int, target: float | None = None) -> None:
    of = f"nbgrader, {what}, {processes} against {processes}"
    for ratio, unit in ((other.seconds / own.seconds, "the clock"), (other.cpu / own.cpu, "the processor")):
        said = f"times as many as {of}, by {unit}"
        if target:
            _judge(said, ratio, target)
        else:
            print(f"        {ratio:.2f} {said}")


def others(place: Path, counts: Counts) -> None:
    """Grade with Otter and with a fresh kernel, each hand-in by itself, as they do."""
    _heading("One hand-in after the other", "MB")
    with _if_it_can("otter run") as name:
        OTTER.make()
        waiting = Otter(place / "otter")
        with measured() as used:
            for _ in range(counts.others):
                waiting.grade()
        _row(name, _each(used, counts.others))
    with _if_it_can("nbclient, a fresh kernel each") as name:
        path = write_hand_in(place / "nbclient")
        with measured() as used:
            for _ in range(counts.others):
                run_in_a_fresh_kernel(path)
        _row(name, _each(used, counts.others))


@contextmanager
def _if_it_can(name: str) -> Iterator[str]:
    try:
        yield name
    except CannotRun as why:
        print(f"{name:42}cannot run here: {why}")
        _MISSED.append(f"not compared with {name}: {why}")


def _read(path: Path) -> HandIn:
    return read_file(File("learner", path, path.name, path.name[:3], False, False))


def _used_by(work: Callable[[], None]) -> Used:
    cpu, begun = spent(), perf_counter()
    work()
    seconds = perf_counter() - begun
    return Used(seconds, spent() - cpu)


def _each(used: Used, number: int) -> Used:
    return Used(used.seconds / number, used.cpu / number, used.memory)


def _memory_of(run: Callable[[], Used]) -> float:
    """The most megabytes that are held while something runs, beside those held before; it is looked at several times a second."""
    with measured() as used:
        for _ in range(_LOOKED_AT):
            run()
    return used.memory


def _heading(what: str, memory: str) -> None:
    print(f"\n{what:42}{'s each':>10}{'CPU s each':>12}{'a second':>10}{memory:>10}")


def _row(name: str, used: Used, rate: bool = True) -> None:
    per_second = f"{1 / used.seconds:.2f}" if rate else ""
    memory = f"{used.memory:.0f}" if used.memory else ""
    print(f"{name:42}{used.seconds:>10.3f}{used.cpu:>12.3f}{per_second:>10}{memory:>10}", flush=True)


def _judge(what: str, measured: float, target: float, at_most: bool = False) -> None:
    good = measured <= target if at_most else measured >= target
    said = f"{measured:.2f} {what} (target: at {'most' if at_most else 'least'} {target:g})"
    print(f"  {'pass' if good else 'FAIL'}  {said}")
    if not good:
        _MISSED.append(said)


if __name__ == "__main__":
    main()

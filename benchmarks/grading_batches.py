"""Whole commands on batches of hand-ins, as a user gives them, this grader's beside nbgrader's: what a start and what a hand-in costs."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from grading_hand_in import write_hand_in
from grading_others import CannotRun
from grading_used import Used, measured_below


class Batch(Protocol):
    """Hand-ins that wait for one command, or for several side by side."""

    def grade(self) -> None:
        """Grade them all.

        Raises:
            CannotRun: if one was not graded.
        """


class OwnBatch:
    """Hand-ins that wait for ``mlcurric grade``.

    Args:
        place: an empty folder.
        each: how many hand-ins each worker grades.
        processes: how many workers there are.
    """

    def __init__(self, place: Path, each: int, processes: int) -> None:
        self._place, self._number, self._jobs = place, each * processes, processes
        for number in range(self._number):
            write_hand_in(place / "submissions" / f"learner-{number}")

    def grade(self) -> None:
        """Grade them all.

        Raises:
            CannotRun: if one was not graded.
        """
        command = [sys.executable, "-m", "mlcurric", "grade", "submissions", "--out", "out", "--jobs", str(self._jobs)]
        done = subprocess.run(command, cwd=self._place, capture_output=True, text=True, check=False)
        if done.returncode:
            raise CannotRun(f"mlcurric grade: {(done.stderr.strip().splitlines() or [str(done.returncode)])[-1]}")
        with open(self._place / "out" / "grades.csv", encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        if len({row["learner"] for row in rows}) != self._number or any(row["status"] == "error" for row in rows):
            raise CannotRun("mlcurric grade left out a hand-in")


@dataclass(frozen=True)
class Cost:
    """What a command costs.

    Attributes:
        start: of a command that grades nothing, reckoned; its memory is the most that the larger batch took.
        more: of each hand-in more.
    """

    start: Used
    more: Used

    def of(self, number: int) -> Used:
        """What each of so many hand-ins in one command costs, with its share of the start."""
        start, more = self.start, self.more
        return Used(start.seconds / number + more.seconds, start.cpu / number + more.cpu, more.memory)


_FEW = 3
"""Hand-ins for each process in the smaller batch: of one alone nothing would be prepared that several share."""
Make = Callable[[Path, int, int], Batch]


def costs(place: Path, many: dict[Make, int], processes: int) -> dict[Make, Cost]:
    """What the commands of graders cost, by turns: of a small batch, and of a larger one.

    Each runs once before, and that is not counted: what is run for the first time is compiled, and read from the disk.

    Args:
        place: an empty folder.
        many: for each grader how many hand-ins more each process gets in the larger batch.

    Raises:
        CannotRun: if one cannot run, or left out a hand-in.
    """
    used: dict[tuple[Make, bool], Used] = {}
    for turn, larger in (("first", False), ("small", False), ("large", True)):
        for make, more in many.items():
            batch = make(place / f"{make.__name__}-{turn}", _FEW + more * larger, processes)
            with measured_below() as used[make, larger]:
                batch.grade()
    return {make: _cost(used[make, False], used[make, True], processes, more) for make, more in many.items()}


def _cost(small: Used, large: Used, processes: int, more: int) -> Cost:
    number = processes * more
    each = Used((large.seconds - small.seconds) / number, (large.cpu - small.cpu) / number, large.memory)
    few = processes * _FEW
    start = Used(small.seconds - few * each.seconds, small.cpu - few * each.cpu, large.memory)
    return Cost(start, each)

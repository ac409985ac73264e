"""Runs notebooks for tests, in the sandbox or without one, and reads what they report."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from mlcurric.grading.guest.limits import Limits
from mlcurric.grading.running.job import Job, Runner
from mlcurric.grading.running.place import Place
from mlcurric.grading.running.run_report import Run, read_report
from mlcurric.grading.running.trusting import Trusting
from mlcurric.grading.sandbox.launch import find_tools
from mlcurric.grading.sandbox.worker import Worker


@cache
def a_place() -> Place:
    return Place()


@cache
def trusting() -> Runner:
    return Trusting(a_place())


@cache
def sandboxed() -> Runner:
    return Worker(find_tools(), a_place())


def run_notebook(
    cells: list[str],
    names: tuple[str, ...],
    seconds: float = 60.0,
    calls: Mapping[str, list[Any]] | None = None,
    runner: Runner | None = None,
    **limits: int,
) -> Run:
    """Run a notebook, without a sandbox where no runner is given."""
    job = Job(tuple(cells), names, calls or {}, limits=Limits(seconds=seconds, **limits))
    return read_report(job, (runner or trusting()).run(job))

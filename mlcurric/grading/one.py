"""Grade one hand-in: run it in its world, judge it there, and say of it what may be said."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any, Protocol

from mlcurric import questions
from mlcurric.grading.guest.limits import Limits
from mlcurric.grading.judging.court import Court
from mlcurric.grading.judging.judge import Graded, own_fault, ungraded
from mlcurric.grading.judging.stopped import stop_of
from mlcurric.grading.judging.telling import needs_practice, told
from mlcurric.grading.reading.hand_ins import HandIn
from mlcurric.grading.reading.literals import literals
from mlcurric.grading.running.beginnings import shared_cells
from mlcurric.grading.running.job import Job, Runner
from mlcurric.grading.running.run_report import CellError, Run, read_report
from mlcurric.grading.submission import StoppedCell, Submission, Trouble, begun
from mlcurric.question.only_shown import OnlyShown
from mlcurric.question.question import Question
from mlcurric.text import T, closed, listed, run_on

_CELL = T("Code cell {cell}", "コードセルの {cell} 番目")
_CELLS = T("Code cells {cells}", "コードセルの {cells} 番目")
_CELLS_SHOWN = 20
_AND_MORE = T("and {n} more", "ほか {n} 個")


class Courts(Protocol):
    """Where hand-ins are judged."""

    practice: Court

    def of(self, exercise: str, attempt: int) -> Court:
        """The court of a graded world; without a key that of the practice world."""


def grade_one(
    hand_in: HandIn,
    attempt: int,
    runner: Runner,
    courts: Courts,
    limits: Limits,
    spelled_out: Callable[[tuple[str, ...], tuple[str, ...]], dict[str, Any]] = literals,
) -> Submission:
    """Grade one hand-in; every question of a known exercise has a verdict, whatever happened.

    Args:
        spelled_out: which answers the cells spell out, as ``literals`` tells it.

    Raises:
        Lost: if what runs hand-ins is gone; the hand-in is to be graded again.
    """
    submission, asked = begun(hand_in, attempt), _asked(hand_in)
    if hand_in.problem:
        return submission.with_grades(ungraded(asked, hand_in.problem))
    cells = hand_in.notebook.cells
    names, shared = tuple(question.name for question in asked), shared_cells(hand_in.exercise, cells)

    def tried(court: Court) -> tuple[Run, tuple[Graded, ...]]:
        job = Job(cells, names, court.calls(hand_in.exercise), court.tables, limits, shared)
        run = read_report(job, runner.run(job))
        return run, court.judge_run(hand_in.exercise, hand_in.notebook, run, limits.seconds)

    court = courts.of(hand_in.exercise, attempt)
    run, graded = tried(court)
    if court is courts.practice:
        return replace(submission.with_grades(graded, _trouble(run)), stopped=_stopped(run, hand_in))
    by_name, spelled = {question.name: question for question in asked}, spelled_out(cells, names)
    practice = tried(courts.practice) if needs_practice(by_name, graded, spelled) else None
    submission = submission.with_grades(told(by_name, graded, practice and practice[1], spelled), _trouble(run))
    return replace(submission, stopped=_stopped(practice[0], hand_in)) if practice else submission


def failed_by_us(hand_in: HandIn, attempt: int, error: Exception) -> Submission:
    """What stands in the place of a hand-in in which the grader itself failed: its questions, and that it is our fault."""
    problem = own_fault(error)
    asked: tuple[Question, ...] = ()
    # Where the questions themselves are what failed, the hand-in still has a row.
    with suppress(Exception):
        asked = _asked(hand_in)
    return replace(begun(hand_in, attempt), problem=problem, graded=ungraded(asked, problem), trouble="ours")


def _asked(hand_in: HandIn) -> tuple[Question, ...]:
    return questions.question_set(hand_in.exercise).graded if hand_in.exercise and not hand_in.second else ()


def _trouble(run: Run) -> Trouble:
    if run.timed_out:
        return "time"
    return "memory" if run.too_much else "died" if run.died else ""


def _stopped(run: Run, hand_in: HandIn) -> tuple[StoppedCell, ...]:
    """The cells that failed and set no answer, together where the same is said of them; the others stand with their question."""
    cells, exercise = hand_in.notebook.cells, hand_in.exercise
    # A cell in which things are tried out cannot be run here, which is no fault of whoever handed it in.
    failed = [error for error in run.errors if not error.sets and error.kind != OnlyShown.__name__]
    alike: dict[tuple[T | None, ...], list[CellError]] = {}
    for error in failed[:_CELLS_SHOWN]:
        stop = stop_of(_CELL, error, cells, run, exercise)
        alike.setdefault((stop.way, stop.next_step), []).append(error)
    said = []
    for errors in alike.values():
        stops = [stop_of(_which(errors), error, cells, run, exercise) for error in errors]
        lines = "\n".join(dict.fromkeys(stop.line for stop in stops if stop.line))
        said.append(StoppedCell(run_on(closed(filter(None, (stops[0].seen, stops[0].next_step)))), lines))
    more = len(failed) - _CELLS_SHOWN
    return (*said, StoppedCell(_AND_MORE.format(n=more))) if more > 0 else tuple(said)


def _which(errors: list[CellError]) -> T:
    numbers = [str(error.cell + 1) for error in errors]
    return _CELL.format(cell=numbers[0]) if len(numbers) == 1 else _CELLS.format(cells=listed(T(n, n) for n in numbers))

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
from mlcurric.grading.running.run_report import Run, read_report
from mlcurric.grading.submission import StoppedCell, Submission, Trouble, begun
from mlcurric.question.only_shown import OnlyShown
from mlcurric.question.question import Question
from mlcurric.text import T, run_on

_CELL = T("Code cell {cell}", "コードセルの {cell} 番目")
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
        return run, court.judge_run(hand_in.exercise, cells, run, limits.seconds)

    court = courts.of(hand_in.exercise, attempt)
    run, graded = tried(court)
    if court is courts.practice:
        return replace(submission.with_grades(graded, _trouble(run)), stopped=_stopped(run, cells))
    by_name, spelled = {question.name: question for question in asked}, spelled_out(cells, names)
    practice = tried(courts.practice) if needs_practice(by_name, graded, spelled) else None
    submission = submission.with_grades(told(by_name, graded, practice and practice[1], spelled), _trouble(run))
    return replace(submission, stopped=_stopped(practice[0], cells)) if practice else submission


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


def _stopped(run: Run, cells: tuple[str, ...]) -> tuple[StoppedCell, ...]:
    """The cells that failed and set no answer; the others stand with their question."""
    # A cell in which things are tried out cannot be run here, which is no fault of whoever handed it in.
    failed = [error for error in run.errors if not error.sets and error.kind != OnlyShown.__name__]
    stops = [stop_of(_CELL.format(cell=error.cell + 1), error, cells, run) for error in failed[:_CELLS_SHOWN]]
    said = tuple(StoppedCell(run_on(filter(None, (stop.seen, stop.next_step))), stop.line) for stop in stops)
    more = len(failed) - len(stops)
    return (*said, StoppedCell(_AND_MORE.format(n=more))) if more else said

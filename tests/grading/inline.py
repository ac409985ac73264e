"""Judges in the process of the test, so that a test can put questions of its own in the place of the real ones."""

from __future__ import annotations

from functools import cache
from typing import Any

from grading.running import a_place

from mlcurric import questions
from mlcurric.grading.judging import worlds
from mlcurric.grading.judging.judge import Graded, judge_run
from mlcurric.grading.reading.literals import literals
from mlcurric.grading.reading.read import Notebook, parse
from mlcurric.grading.reading.saved import saved_answers
from mlcurric.grading.running.place import hand_over
from mlcurric.grading.running.run_report import Run
from mlcurric.question.asking import Call


@cache
def practice_tables() -> str:
    """The folder of the practice tables, written once."""
    folder = a_place().tables / "practice"
    folder.mkdir()
    worlds.write_tables(folder)
    hand_over(folder)
    return folder.name


class InlineCourt:
    """Does what a ``Court`` does, in the practice world and in this process."""

    @property
    def tables(self) -> str:
        return practice_tables()

    def calls(self, exercise: str) -> dict[str, list[Call]]:
        asked = questions.question_set(exercise).graded
        return {question.name: made for question in asked if (made := question.calls()) is not None}

    def judge_run(self, exercise: str, notebook: Notebook, run: Run, seconds: float) -> tuple[Graded, ...]:
        return judge_run(questions.question_set(exercise).graded, notebook, run, seconds)


class InlineCourts:
    """Does what ``Courts`` do without a key."""

    def __init__(self, *_: Any) -> None:
        self.practice = InlineCourt()

    def of(self, exercise: str, attempt: int) -> InlineCourt:
        return self.practice

    def close(self) -> None:
        """Nothing is open."""


class InlineReader:
    """Does what a ``Reader`` does in this process, without its limits."""

    parse, literals, saved_answers = staticmethod(parse), staticmethod(literals), staticmethod(saved_answers)

    def close(self) -> None:
        """Nothing is open."""

"""One graded hand-in as plain data: what the gradebook keeps, and all that pages, tables and exports are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from mlcurric.grading.judging.judge import Graded
from mlcurric.grading.marking import Marks
from mlcurric.grading.reading.hand_ins import HandIn, Problem
from mlcurric.text import T

Trouble = Literal["", "time", "memory", "died", "ours"]


@dataclass(frozen=True)
class StoppedCell:
    """A cell that failed and set no answer, or several of which the same is said; ``line`` holds the hand-in's own, if any."""

    says: T
    line: str = ""


@dataclass(frozen=True)
class Submission:
    """A graded hand-in.

    Attributes:
        learner: the name of the learner's folder, as the file system has it.
        name: its exercise, such as ``"1-4"``; where that is unknown, or another file counts, the name of the file.
        attempt: which of the learner's hand-ins of that name it is, from 1.
        hash: SHA-256 of the file, in hexadecimal.
        file: its place below the learner's folder.
        modified: when the file was written, in UTC as the file system has it.
        lang: the language in which the learner is answered.
        graded: how each question stands; none where the exercise is unknown or another file counts.
        problem: why it was not run.
        trouble: what ended the run before its last cell, or that the grader itself failed.
        stopped: cells that failed and set no answer.
        others: the places of files that this one was preferred to.
        second: whether another file of the learner counts for the exercise.
        marks: what a person gave so far, by the name of the question; only of texts that stand in this hand-in.
        earlier: where this one could not be graded, the learner's latest for the exercise that was.
    """

    learner: str
    name: str
    attempt: int
    hash: str
    file: str
    modified: str
    lang: str
    graded: tuple[Graded, ...] = ()
    problem: Problem | None = None
    trouble: Trouble = ""
    stopped: tuple[StoppedCell, ...] = field(default=())
    others: tuple[str, ...] = ()
    second: bool = False
    marks: Mapping[str, Marks] = field(default_factory=dict)
    earlier: Submission | None = None

    @property
    def ungraded(self) -> bool:
        """Whether it could not be graded; it then earned nothing, which is not the same as 0 points."""
        return self.problem is not None or self.trouble == "ours"

    def with_grades(self, graded: tuple[Graded, ...], trouble: Trouble = "") -> Submission:
        """The same with how its questions stand."""
        return replace(self, graded=graded, trouble=trouble)


def begun(hand_in: HandIn, attempt: int) -> Submission:
    """A hand-in before it is graded."""
    return Submission(
        hand_in.file.learner, hand_in.name, attempt, hand_in.hash, hand_in.file.place, hand_in.modified, hand_in.lang,
        problem=hand_in.problem, others=hand_in.others, second=hand_in.second,
    )  # fmt: skip

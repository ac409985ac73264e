"""What a hand-in earned in all, what of it nobody can copy, and what still waits for a person."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from mlcurric import questions
from mlcurric.grading.gradebook.chosen import full_name
from mlcurric.grading.submission import Submission
from mlcurric.question.question import Question
from mlcurric.question.verdict import Status


@dataclass(frozen=True)
class Points:
    """Points, of so many."""

    points: float = 0.0
    most: float = 0.0

    def __add__(self, other: Points) -> Points:
        return Points(round(self.points + other.points, 2), self.most + other.most)


@dataclass(frozen=True)
class Total:
    """One hand-in.

    Attributes:
        all: of every question that counts.
        own: without those whose answer can be copied.
        waiting: texts that wait for a person; their points are not in the others.
        ungraded: see ``Submission``.
    """

    all: Points
    own: Points
    waiting: int = 0
    ungraded: bool = False

    @property
    def known(self) -> bool:
        """Whether the points are those that the learner gets."""
        return not self.waiting and not self.ungraded


def total_of(one: Submission, asked: Iterable[Question]) -> Total:
    """What a hand-in earned.

    Args:
        asked: the questions of its exercise that count; see ``counting``.
    """
    by_name = {question.name: question for question in asked}
    every, own, waiting = Points(), Points(), 0
    for each in one.graded:
        if each.name not in by_name:
            continue
        earned = Points(each.points, each.most)
        every += earned
        own += Points() if can_be_copied(by_name[each.name]) else earned
        waiting += each.verdict.status is Status.NEEDS_MARKING
    return Total(every, own, waiting, one.ungraded)


def most_of(asked: Iterable[Question]) -> tuple[float, float]:
    """The points of these questions, and those of them whose answer cannot be copied."""
    asked = list(asked)
    return sum(one.points for one in asked), sum(one.points for one in asked if not can_be_copied(one))


def counting(exercises: Iterable[str], marked: Collection[str]) -> dict[str, list[Question]]:
    """The questions that earn points in this class, by exercise.

    Args:
        marked: the texts that count, such as ``"1-1/why_learn"``; the others are for learners alone.
    """
    return {
        exercise: [
            one for one in questions.question_set(exercise).graded
            if one.points and (one.kind != "T" or full_name(exercise, one.name) in marked)
        ]
        for exercise in exercises
    }  # fmt: skip


def can_be_copied(question: Question) -> bool:
    """Whether what is right is the same for everybody: a choice, or facts and tables that no key changes."""
    return question.kind == "M" or question.data == "fixed"


def handed_in_exercises(submissions: Iterable[Submission]) -> list[str]:
    """The exercises that anybody handed in, in the order of the curriculum."""
    there = {one.name for one in submissions}
    return [exercise for exercise in questions.exercise_ids() if exercise in there]

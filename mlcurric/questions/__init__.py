"""The questions of the curriculum: a package a lesson, found by its number, with a module a question."""

from __future__ import annotations

import difflib
import importlib
from dataclasses import dataclass
from importlib import resources

from mlcurric.curriculum import lessons
from mlcurric.question.fields import Fields
from mlcurric.question.forms import Day
from mlcurric.question.question import Question
from mlcurric.text import T


class UnknownExercise(KeyError):
    """There is no exercise of that name; the message names those there are."""

    def __init__(self, asked: object) -> None:
        super().__init__(asked)
        self.says = T(
            "There is no exercise “{asked}”; there are {known}.",
            "「{asked}」という演習はありません。あるのは {known} です。",
        ).format(asked=asked, known=", ".join(exercise_ids()))

    def __str__(self) -> str:
        return str(self.says)


@dataclass(frozen=True)
class QuestionSet:
    """The questions of one lesson.

    Attributes:
        id: the lesson's number, such as ``"1-1"``.
        graded: those of the exercise, in their order; each has a row in the grades.
        quick: those inside the lesson, which are never graded.
    """

    id: str
    graded: tuple[Question, ...]
    quick: tuple[Question, ...]

    def __post_init__(self) -> None:
        names = [question.name for question in self.all]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(
                f"{self.id}: two questions are called {', '.join(sorted(twice))}; give each a name of its own."
            )

    @property
    def all(self) -> tuple[Question, ...]:
        return self.graded + self.quick

    @property
    def days(self) -> frozenset[str]:
        """The lines of structured answers that ask for a date."""
        forms = [question.form for question in self.all if isinstance(question.form, Fields)]
        return frozenset(name for form in forms for name, line in form.fields.items() if isinstance(line.form, Day))

    @property
    def numbers(self) -> frozenset[str]:
        """The questions whose answer is a number."""
        return frozenset(question.name for question in self.all if question.kind == "N")

    def find(self, name: str) -> Question | None:
        return next((question for question in self.all if question.name == name), None)

    def nearest(self, name: str) -> str | None:
        near = difflib.get_close_matches(name, [question.name for question in self.all], 1, cutoff=0.5)
        return near[0] if near else None


def exercise_ids() -> tuple[str, ...]:
    """The ids of all exercises that are written, in the order of the curriculum."""
    written = _written()
    return tuple(lesson.id for lesson in lessons() if lesson.has_exercise and lesson.id in written)


def lesson_ids() -> tuple[str, ...]:
    """The ids of all lessons that are written, with an exercise or without, in the order of the curriculum."""
    written = _written()
    return tuple(lesson.id for lesson in lessons() if lesson.id in written)


def _written() -> frozenset[str]:
    stems = (entry.name.removesuffix(".py") for entry in resources.files(__name__).iterdir())
    return frozenset(stem.removeprefix("lesson_").replace("_", "-") for stem in stems if stem.startswith("lesson_"))


def question_set(exercise_id: str) -> QuestionSet:
    """The questions of one lesson, or of the page “Start here”; a lesson without an exercise may have none.

    Raises:
        UnknownExercise: naming the exercises there are.
    """
    if exercise_id not in _written():
        raise UnknownExercise(exercise_id)
    module = importlib.import_module(f"{__name__}.lesson_{exercise_id.replace('-', '_')}")
    return QuestionSet(exercise_id, module.GRADED, module.QUICK)

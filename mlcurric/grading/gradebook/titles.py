"""How exercises and questions are called in tables and files."""

from __future__ import annotations

from mlcurric import questions
from mlcurric.curriculum import lessons
from mlcurric.question.question import Question


def exercise_title(exercise: str) -> str:
    """An exercise with its title: Excel would take ``1-1`` alone for a day."""
    return f"{exercise} {next((lesson.title for lesson in lessons() if lesson.id == exercise), '')}".strip()


def question_of(exercise: str, name: str) -> Question | None:
    """A question that was graded; ``None`` where no exercise asks it any more."""
    return questions.question_set(exercise).find(name) if exercise in questions.exercise_ids() else None


def question_title(exercise: str, name: str) -> str:
    """A question's name and title; of one that no exercise asks any more the name."""
    found = question_of(exercise, name)
    return f"{name}: {found.title}" if found else name

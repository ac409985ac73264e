"""How exercises and questions are called in tables and files."""

from __future__ import annotations

from mlcurric import questions
from mlcurric.curriculum import lessons


def exercise_title(exercise: str) -> str:
    """An exercise with its title: Excel would take ``1-1`` alone for a day."""
    return f"{exercise} {next((lesson.title for lesson in lessons() if lesson.id == exercise), '')}".strip()


def question_title(exercise: str, name: str) -> str:
    """A question's name and title; of one that no exercise asks any more the name."""
    found = questions.question_set(exercise).find(name) if exercise in questions.exercise_ids() else None
    return f"{name}: {found.title}" if found else name

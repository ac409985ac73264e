"""nbgrader's cell metadata, schema 3, so that the exercises drop into an nbgrader course.

nbgrader refuses any other key, so ours stand in ``metadata.mlcurric``.
"""

from __future__ import annotations

import re
from typing import Any

from mlcurric.question.question import Question

SCHEMA_VERSION = 3


def answer_metadata(lesson: str, question: Question) -> dict[str, Any]:
    """For the cell that holds an answer: a person marks a text; the check below grades everything else."""
    by_hand = question.kind == "T" and question.points > 0
    return _metadata(
        lesson, question.name, grade=by_hand, solution=True, locked=False, points=question.points if by_hand else None
    )


def check_metadata(lesson: str, question: Question) -> dict[str, Any]:
    """For the cell that checks an answer: it carries the points, except for a text and for an estimate."""
    graded = question.kind != "T" and question.points > 0
    return _metadata(
        lesson,
        f"{question.name}-check",
        grade=graded,
        solution=False,
        locked=True,
        points=question.points if graded else None,
    )


def read_only_metadata(lesson: str, slot: str) -> dict[str, Any]:
    """For every other cell of code that a learner runs but does not edit."""
    return _metadata(lesson, f"cell-{slot}", grade=False, solution=False, locked=True)


def _metadata(
    lesson: str, name: str, *, grade: bool, solution: bool, locked: bool, points: int | None = None
) -> dict[str, Any]:
    metadata = {
        "schema_version": SCHEMA_VERSION,
        "grade": grade,
        "solution": solution,
        "locked": locked,
        "grade_id": re.sub(r"[^A-Za-z0-9_-]+", "-", f"{lesson}-{name}"),
    }
    return metadata if points is None else {**metadata, "points": points}

"""What the tests of grading share: the exercise of ``made.py`` in place of the real ones, and a class to grade."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from grading.made import GRADED, Class

from mlcurric import questions
from mlcurric.questions import QuestionSet
from mlcurric.text import speaking


@pytest.fixture
def fake_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the exercise of ``made.py`` stand for 1-1 and for 1-2."""
    monkeypatch.setattr(questions, "exercise_ids", lambda: ("1-1", "1-2"))
    monkeypatch.setattr(questions, "question_set", lambda asked: QuestionSet(asked, GRADED, ()))


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with speaking("en"):
        yield


@pytest.fixture
def a_class(tmp_path: Path, fake_questions: None) -> Class:
    return Class(tmp_path)

"""What the tests of grading share: the exercise of ``made.py`` in place of the real ones, a class to grade, and a sandbox."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from grading.inline import InlineCourts, InlineReader
from grading.made import GRADED, Class
from grading.running import a_place
from grading.sandboxed import Sandbox

from mlcurric import questions
from mlcurric.grading import batch
from mlcurric.grading.running.place import Place
from mlcurric.grading.sandbox.launch import NoSandbox
from mlcurric.questions import QuestionSet
from mlcurric.text import speaking

# A worker of the parallel tests has a main module that no new process could find by itself.
vars(sys.modules["__main__"]).setdefault("__spec__", None)


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
def inline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge and read in this process, and make the place once for all tests: a start of them would take longer than most of them."""
    monkeypatch.setattr(batch, "Courts", InlineCourts)
    monkeypatch.setattr(batch, "Reader", InlineReader)
    monkeypatch.setattr(batch, "Place", a_place)
    monkeypatch.setattr(Place, "close", lambda self: None)


@pytest.fixture
def a_class(tmp_path: Path, fake_questions: None, inline: None) -> Class:
    return Class(tmp_path)


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """One worker for all tests; where none can be had they are skipped, visibly, and never with ``CI=true``."""
    try:
        started = Sandbox()
    except NoSandbox as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))
    with started:
        yield started

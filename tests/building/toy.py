"""A small lesson and its exercise, as source text, for the tests of the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from mlcurric.building import build
from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.question.forms import Number
from mlcurric.question.makers import (
    Item,
    Option,
    choice_question,
    matching_question,
    number_question,
    text_question,
)
from mlcurric.question.question import Misconception
from mlcurric.questions import QuestionSet
from mlcurric.text import T

LESSON = Path("notebooks/source/1-tomorrow/1-1-what-a-machine-learns.md")
EXERCISE = Path("exercises/source/1-tomorrow/1-1-your-turn.md")
_SAME = T("same", "同じ")
_WORDS = {"title": _SAME, "hints": (_SAME,), "why": _SAME}
QUESTIONS = QuestionSet(
    "1-1",
    graded=(
        number_question(
            name="hits",
            points=2,
            form=Number(T("customers", "人"), "7"),
            expected=lambda: 3,
            tolerance=0.1,
            right=_SAME,
            otherwise=_SAME,
            misconceptions=(Misconception("twice", 6, T("That is twice as many.", "2 倍です。")),),
            **_WORDS,
            data="none",
        ),
        matching_question(
            name="means",
            points=4,
            options={"a": T("a rule", "ルール"), "b": T("a model", "モデル")},
            items={"calls": Item(T("whom to call", "誰に電話するか"), "b", {"a": _SAME})},
            right=_SAME,
            **_WORDS,
        ),
        estimate_question(
            name="bet", statements={"pays": Statement(_SAME, truth=lambda: True)}, settled_in="1-4", **_WORDS
        ),
        text_question(name="pitch", weak=_SAME, examples={}, **_WORDS),
    ),
    quick=(
        choice_question(
            name="quick_one",
            points=1,
            options={"a": Option(T("yes", "はい"), _SAME, right=True), "b": Option(T("no", "いいえ"), _SAME)},
            **_WORDS,
        ),
    ),
)


def front(cited: str = "") -> str:
    return f'---\nmlcurric:\n  lesson: "1-1"\n  cited: [{cited}]\n---\n'


def prose(en: str, ja: str) -> str:
    return f'+++ {{"lang": "en"}}\n\n{en}\n\n+++ {{"lang": "ja"}}\n\n{ja}\n'


def code(text: str, tags: str = "", question: str = "") -> str:
    options = (f":tags: [{tags}]\n" if tags else "") + (f":question: {question}\n" if question else "")
    return f"```{{code-cell}}\n{options}{text}\n```\n"


def answer(name: str, model: str) -> str:
    return code(f"### BEGIN SOLUTION\n{name} = {model}\n### END SOLUTION", question=name)


TITLE = prose("# What a machine learns", "# 機械は何を学ぶのか")
# Stands in for exercise("1-1"), whose questions are the real ones.
EX = code(
    """from types import SimpleNamespace

ex = SimpleNamespace(
    check=lambda name: print(T("checked", "確認"), name),
    mark_myself=lambda name, **marks: None,
)"""
)
QUICK = code("", question="quick_one")
PITCH = '"""\nMori-san, 30 of the 100 on your list will leave; call them first.\n"""'
ANSWERS = (
    answer("hits", "1 + 2"),
    answer("means", 'dict(calls="b")'),
    answer("bet", 'dict(pays="yes", pays_sure=70)'),
    answer("pitch", PITCH),
)


def lesson(*cells: str, cited: str = "", title: str = TITLE, quick: str = QUICK) -> str:
    return "\n".join([front(cited), title, EX, *cells, quick])


def exercise(*cells: str, answers: tuple[str, ...] = ANSWERS) -> str:
    return "\n".join([front(), TITLE, EX, *cells, *answers])


def write(root: Path, lesson_text: str | None = None, exercise_text: str | None = None) -> None:
    """Write both sources into a checkout; what is not given is right."""
    for path, text in ((LESSON, lesson_text or lesson()), (EXERCISE, exercise_text or exercise())):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def note(en: str, ja: str) -> str:
    """A facilitator's note."""
    return prose(en, ja).replace('"}', '", "tags": ["facilitator"]}')


def build_toys(root: Path) -> Path:
    """Build what stands in ``root``; a test module does so once, in a fixture ``built_once``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "questions_of", lambda lesson: QUESTIONS if lesson == "1-1" else None)
        assert build.build_all(root=root) == 0
    return root

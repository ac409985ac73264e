"""The texts of a class and what they were given, in the gradebook's tables; whoever calls holds the transaction.

A part of ``store``, and beside it because marks are kept by text and not by hand-in: the same text handed in anew is marked
already. What marks are is in ``marking``.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from mlcurric.grading.gradebook.rows import from_json
from mlcurric.grading.marking import Marks, marks_of
from mlcurric.question.verdict import Status

WHOLE = ""
"""Stands for the text as a whole, where a comment may stand and no mark."""


@dataclass(frozen=True)
class Place:
    """What one mark is of.

    Attributes:
        learner: the name of the learner's folder.
        text: see ``text_hash``; another text of the same learner has marks of its own.
        line: of the rubric, or ``WHOLE``.
    """

    learner: str
    exercise: str
    question: str
    text: str
    line: str

    @property
    def asked(self) -> tuple[str, str]:
        """The exercise and the question."""
        return self.exercise, self.question


@dataclass(frozen=True)
class Given:
    """What is kept at one place; no mark is ``None``, no comment an empty text."""

    points: float | None = None
    comment: str = ""


@dataclass(frozen=True)
class WrittenText:
    """A free text that somebody handed in.

    Attributes:
        learner: the name of the learner's folder.
        lang: the language in which the learner is answered.
        text: as it was written.
        newest: whether it stands in the learner's newest hand-in of the exercise.
    """

    learner: str
    exercise: str
    question: str
    lang: str
    text: str
    newest: bool

    @property
    def asked(self) -> tuple[str, str]:
        """The exercise and the question."""
        return self.exercise, self.question

    @property
    def hash(self) -> str:
        """See ``text_hash``."""
        return text_hash(self.text)

    def place(self, line: str) -> Place:
        """The place of a mark of this text."""
        return Place(self.learner, self.exercise, self.question, self.hash, line)


def text_hash(text: str) -> str:
    """SHA-256 of a text without the blanks around it, in hexadecimal."""
    return hashlib.sha256(text.strip().encode("utf-8", "replace")).hexdigest()


def folder_key(learner: str) -> str:
    """A learner's folder as the tables keep it: names may be no text."""
    return os.fsencode(learner).hex()


def folder_name(key: str) -> str:
    """The folder of that key."""
    return os.fsdecode(bytes.fromhex(key))


def written_texts(base: sqlite3.Connection) -> list[WrittenText]:
    """Every text that earns points, each once for each learner, by learner, exercise and question; of all attempts."""
    rows = base.execute(
        "select folder, exercise, question, lang, most, status, misconception, graded, "
        "attempt = max(attempt) over (partition by learner, exercise) "
        "from verdicts join submissions on submissions.id = submission join learners on learners.id = learner "
        "where status = ? and most > 0 order by shown, folder, exercise, place, attempt",
        (Status.NEEDS_MARKING,),
    )
    found: dict[Place, WrittenText] = {}
    for folder, exercise, question, lang, most, status, misconception, graded, newest in rows:
        answer = from_json(question, most, status, misconception, graded).answer
        if isinstance(answer, str):
            one = WrittenText(folder_name(folder), exercise, question, lang, answer, bool(newest))
            # The same text in a later attempt is the later one's.
            found[one.place(WHOLE)] = one
    return list(found.values())


def given_marks(base: sqlite3.Connection) -> dict[Place, Given]:
    """Everything that was given so far."""
    rows = base.execute(
        "select folder, exercise, question, text, line, points, comment "
        "from marks join learners on learners.id = learner order by folder, exercise, question, text, line"
    )
    return {
        Place(folder_name(folder), *place): Given(points, comment)
        for folder, *place, points, comment in rows.fetchall()
    }


def marks_by_text(base: sqlite3.Connection) -> dict[Place, Marks]:
    """The marks of each text, by its place on the whole."""
    points: dict[Place, dict[str, float]] = defaultdict(dict)
    comments: dict[Place, dict[str, str]] = defaultdict(dict)
    for place, given in given_marks(base).items():
        text = Place(place.learner, place.exercise, place.question, place.text, WHOLE)
        if given.points is not None:
            points[text][place.line] = given.points
        comments[text][place.line] = given.comment
    return {text: marks_of(points[text], comments[text]) for text in comments}


def give(base: sqlite3.Connection, changes: Iterable[tuple[Place, Given, Given]]) -> None:
    """Keep what was given, and in the history what stood there before; what holds neither mark nor comment goes.

    Args:
        changes: each with what stands there and what is to stand there.

    Raises:
        KeyError: if somebody is no learner of the class.
    """
    for place, before, after in changes:
        learner = base.execute("select id from learners where folder = ?", (folder_key(place.learner),)).fetchone()
        if learner is None:
            raise KeyError(place.learner)
        key = (*learner, place.exercise, place.question, place.text, place.line)
        base.execute(
            "delete from marks where learner = ? and exercise = ? and question = ? and text = ? and line = ?", key
        )
        if after != Given():
            base.execute(
                "insert into marks (learner, exercise, question, text, line, points, comment) values (?, ?, ?, ?, ?, ?, ?)",
                (*key, after.points, after.comment),
            )
        told = {
            "learner": folder_key(place.learner), "exercise": place.exercise, "question": place.question,
            "text": place.text, "line": place.line,
            "before": [before.points, before.comment], "after": [after.points, after.comment],
        }  # fmt: skip
        base.execute("insert into history (what, details) values ('marked', ?)", (json.dumps(told, sort_keys=True),))

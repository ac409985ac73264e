"""A small exercise of our own, hand-ins for it, and their grades as rows."""

from __future__ import annotations

import csv
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from mlcurric.grading.batch import Asked, grade_folder
from mlcurric.grading.guest.limits import Limits
from mlcurric.grading.reading.names import safe_name
from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.question.forms import Number
from mlcurric.question.makers import (
    Option,
    choice_question,
    letters_question,
    number_question,
    text_question,
)
from mlcurric.question.question import Misconception
from mlcurric.text import T

EXPECTED = 7041
SECRET = "SECRET"
_SAYS = T("says", "診断")
_HINTS = (T("a nudge", "ヒントその1"), T(f"nearly {SECRET}", f"ほとんど {SECRET}"))
_WHY = T(f"why {SECRET}", f"理由 {SECRET}")
GRADED = (
    number_question(
        name="hits",
        title=T("How many hits?", "当たりは何人ですか"),
        points=2,
        form=Number(T("customers", "人"), example="7"),
        expected=lambda: EXPECTED,
        tolerance=0.01,
        right=T("Those are the hits.", "これが当たりです。"),
        otherwise=T("Count again.", "数え直しましょう。"),
        misconceptions=(Misconception("listed", 9, T("You counted the list.", "リストを数えています。")),),
        hints=_HINTS,
        why=_WHY,
        data="none",
    ),
    letters_question(
        name="leaks",
        title=T("Which leak?", "漏れはどれですか"),
        points=2,
        options={
            "a": Option(T("first column", "1 列目"), T("It is late.", "遅れて入る列です。"), right=True),
            "b": Option(T("second column", "2 列目"), T("So is it.", "これもです。"), right=True),
            "c": Option(T("third column", "3 列目"), T("It is early.", "先に入る列です。")),
        },
        right=T("Both.", "その2つです。"),
        hints=_HINTS,
        why=_WHY,
    ),
    choice_question(
        name="cause",
        title=T("Why?", "なぜですか"),
        points=1,
        options={
            "a": Option(T("by chance", "偶然"), T("Not chance.", "偶然ではありません。")),
            "b": Option(T("by design", "設計"), T("By design.", "設計です。"), right=True),
        },
        hints=_HINTS,
        why=_WHY,
    ),
    estimate_question(
        name="guess",
        title=T("Your guess", "あなたの予想"),
        statements={"pays": Statement(T("it pays", "元が取れる"), truth=lambda: True)},
        hints=_HINTS,
        settled_in="1-4",
        why=_WHY,
    ),
    text_question(
        name="pitch",
        title=T("Say it", "伝える"),
        hints=_HINTS,
        weak=T(f"weak {SECRET}", f"弱い {SECRET}"),
        examples={},
        why=_WHY,
    ),
)
NAMES = [question.name for question in GRADED]
PITCH = 'pitch = """Of your 200 customers 40 to 60 leave by June; the list misses some, so call and ask them."""'
RIGHT = [
    f"hits = {EXPECTED}", 'leaks = "a, b"', 'cause = "b"', 'guess = dict(pays="yes", pays_sure=80)', PITCH
]  # fmt: skip
UNTOUCHED = [
    "hits = ...",
    "leaks = ...",
    "cause = ...",
    "guess = dict(pays=..., pays_sure=...)",
    'pitch = """\n\n"""',
]

Row = dict[str, str]


def notebook(cells: list[str], **metadata: object) -> str:
    """A notebook with a cell of prose and these code cells, as JSON."""
    made = [new_markdown_cell("# Your turn"), *map(new_code_cell, cells)]
    return nbformat.writes(new_notebook(cells=made, metadata={"mlcurric": metadata} if metadata else {}))


class Class:
    """A folder of hand-ins, and what comes of grading it."""

    def __init__(self, place: Path) -> None:
        self.submissions = place / "submissions"
        self.submissions.mkdir()
        self.out = place / "out"

    def hand_in(self, path: str, cells: list[str], **metadata: object) -> None:
        self.write(path, notebook(cells, **metadata))

    def write(self, path: str, content: str | bytes) -> Path:
        file = self.submissions / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def asked(self, time_limit: float = 60, out: Path | None = None, submissions: Path | None = None) -> Asked:
        """What whoever grades this class asks for."""
        limits = Limits(seconds=time_limit)
        return Asked(submissions or self.submissions, out or self.out, limits=limits, trusted=True)

    def grade(self, time_limit: float = 60, out: Path | None = None) -> list[Row]:
        out = out or self.out
        assert grade_folder(self.asked(time_limit, out)) == 0
        return list(csv.DictReader((out / "grades.csv").read_text(encoding="utf-8-sig").splitlines()))

    def grade_one(self, cells: list[str], time_limit: float = 60, **metadata: object) -> dict[str, Row]:
        """Grade one notebook; its rows by question."""
        self.hand_in("ann/1-1.ipynb", cells, **metadata)
        rows = self.grade(time_limit)
        assert [row["question"] for row in rows] == NAMES
        return {row["question"]: row for row in rows}

    def page(self, learner: str = "ann", exercise: str = "1-1") -> str:
        return (self.out / "feedback" / safe_name(learner) / f"{exercise}.html").read_text(encoding="utf-8")

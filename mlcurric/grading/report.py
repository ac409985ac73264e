"""Write what was graded: ``grades.csv``, a row a question, for the learning platform and for Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mlcurric.grading.clean import clean
from mlcurric.grading.hand_ins import HandIn
from mlcurric.grading.judge import Graded
from mlcurric.grading.run_report import Run
from mlcurric.keeping import BYTE_ORDER_MARK, write_whole
from mlcurric.question.verdict import Status, Verdict, in_one_line
from mlcurric.spreadsheets import defused
from mlcurric.text import speaking

COLUMNS = ("learner", "exercise", "question", "points", "max_points", "status", "message")


@dataclass(frozen=True)
class Result:
    """A hand-in with its graded questions; none where its exercise is unknown or another file counts.

    Attributes:
        run: how it ran, or ``None`` if it did not.
    """

    hand_in: HandIn
    graded: tuple[Graded, ...]
    run: Run | None = None


def write_grades(path: Path, results: Iterable[Result], learners: dict[str, str]) -> None:
    """Write ``grades.csv``, whole or not at all.

    Args:
        learners: the name to write for each learner's folder.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for result in results:
        learner = learners[result.hand_in.file.learner]
        for row in rows(result):
            writer.writerow([defused(field) for field in (learner, result.hand_in.name, *row)])
    write_whole(path, BYTE_ORDER_MARK + text.getvalue())


def rows(result: Result) -> list[tuple[str, ...]]:
    """The rows of one hand-in from ``question`` on, in its language."""
    with speaking(result.hand_in.lang):
        if not result.graded:
            problem = result.hand_in.problem
            return [
                (
                    "",
                    "0",
                    "0",
                    Status.ERROR,
                    sentences(Verdict(Status.ERROR, problem.seen, next_step=problem.next_step)),
                )
            ]
        return [
            (
                one.question.name,
                # An empty cell: who sums the column must not fail everybody whose text nobody has read yet.
                "" if one.verdict.status is Status.NEEDS_MARKING else short(one.points),
                short(one.question.points),
                one.verdict.status,
                sentences(one.verdict),
            )
            for one in result.graded
        ]


def sentences(verdict: Verdict) -> str:
    """A verdict's sentences as one line, in the language spoken now."""
    return clean(" ".join(in_one_line(verdict.sentences).split()))


def short(points: float) -> str:
    """Points as a person writes them: ``2``, ``1.5``."""
    return f"{points:.2f}".rstrip("0").rstrip(".")

"""Write what was graded: ``grades.csv``, a row a question, for the learning platform and for Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from mlcurric.grading.reading.clean import clean_line
from mlcurric.grading.reading.names import shown_names
from mlcurric.grading.submission import Submission
from mlcurric.keeping import BYTE_ORDER_MARK, write_whole
from mlcurric.question.verdict import Status, Verdict, in_one_line
from mlcurric.spreadsheets import defused
from mlcurric.text import speaking

GRADES = "grades.csv"
"""Its name in the folder of the results."""
COLUMNS = ("learner", "exercise", "question", "points", "max_points", "status", "message")


def write_grades(path: Path, submissions: Iterable[Submission]) -> None:
    """Write ``grades.csv``, whole or not at all; the same grades give the same bytes. The caller holds the folder alone."""
    submissions = list(submissions)
    shown = shown_names(one.learner for one in submissions)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in submissions:
        for row in rows(one):
            writer.writerow([defused(field) for field in (shown[one.learner], one.name, *row)])
    write_whole(path, BYTE_ORDER_MARK + text.getvalue(), alone=True)


def rows(one: Submission) -> list[tuple[str, ...]]:
    """The rows of one hand-in from ``question`` on, in its language."""
    with speaking(one.lang):
        if not one.graded:
            problem = one.problem
            verdict = Verdict(Status.ERROR, problem.seen, next_step=problem.next_step)
            return [("", "", "0", Status.ERROR, sentences(verdict))]
        return [
            (
                each.name,
                # An empty cell: who takes means must not fail everybody whose text nobody has read, or whose file is damaged.
                "" if one.ungraded or each.verdict.status is Status.NEEDS_MARKING else short(each.points),
                short(each.most),
                each.verdict.status,
                sentences(each.verdict),
            )
            for each in one.graded
        ]


def sentences(verdict: Verdict) -> str:
    """A verdict's sentences as one line, in the language spoken now."""
    return clean_line(in_one_line(verdict.sentences))


def short(points: float) -> str:
    """Points as a person writes them: ``2``, ``1.5``."""
    return f"{points:.2f}".rstrip("0").rstrip(".")

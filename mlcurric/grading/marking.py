"""What a person gave a free text: a mark a line of the rubric, and what they wrote about it.

Plain data and what they come to, which every room may use; ``gradebook.mark_table`` keeps them, and ``marks`` carries them to
a spreadsheet and back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mlcurric.grading.judging.judge import Graded
from mlcurric.question.rubric import RUBRIC, TOP_MARK
from mlcurric.question.verdict import Status
from mlcurric.text import T

PASS_SHARE = 0.5
"""The share of a text's points from which it counts as passed."""
MARKED = T("Marked", "採点済み")
_SEEN = T("A person read it and gave {points} of {most} points.", "人が読み、{most} 点中 {points} 点をつけました。")


@dataclass(frozen=True)
class Mark:
    """The mark of one line.

    Attributes:
        line: what the line asks for; where the rubric has no such line any more, its old name.
        points: what was given; ``None`` while there is a comment alone.
        most: what could be given.
        comment: what was written about this line, as plain text.
    """

    line: T | str
    points: float | None
    most: float
    comment: str = ""


@dataclass(frozen=True)
class Marks:
    """What one text was given so far.

    Attributes:
        lines: those that have a mark or a comment, in the order of the rubric.
        comment: what was written about the text as a whole, as lines of plain text.
    """

    lines: tuple[Mark, ...] = ()
    comment: str = ""

    @property
    def complete(self) -> bool:
        """Whether every line of the rubric is marked."""
        return sum(mark.points is not None for mark in self.lines) >= len(RUBRIC)

    @property
    def commented(self) -> bool:
        """Whether anything was written about the text."""
        return bool(self.comment) or any(mark.comment for mark in self.lines)

    @property
    def points(self) -> float:
        """The points of the lines that are marked."""
        return round(sum(mark.points or 0 for mark in self.lines), 2)


def marks_of(points: dict[str, float], comments: dict[str, str]) -> Marks:
    """The marks of one text.

    Args:
        points: by the name of the rubric's line.
        comments: likewise; that on the whole has an empty name.
    """
    asks = {line.name: line.asks for line in RUBRIC}
    names = [*asks, *sorted((points.keys() | comments.keys()) - {*asks, ""})]
    lines = (Mark(asks.get(name, name), points.get(name), TOP_MARK, comments.get(name, "")) for name in names)
    return Marks(tuple(line for line in lines if line.points is not None or line.comment), comments.get("", ""))


def with_marks(one: Graded, marks: Marks) -> Graded:
    """A text as it stands after it was marked; until every line is, it needs marking still."""
    if one.verdict.status is not Status.NEEDS_MARKING or not marks.complete:
        return one
    share = min(marks.points / (TOP_MARK * len(RUBRIC)), 1.0)
    status = Status.PASSED if share >= PASS_SHARE else Status.FAILED
    seen = _SEEN.format(points=f"{marks.points:g}", most=TOP_MARK * len(RUBRIC))
    verdict = replace(one.verdict, status=status, seen=seen, expected=None, next_step=None, share=share, label=MARKED)
    return replace(one, verdict=verdict, label=MARKED)

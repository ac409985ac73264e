"""A verdict: what was seen in an answer, what was expected in kind, and the next step.

It is plain frozen data; ``as_text`` and ``as_html`` are two views of the same words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from html import escape

from mlcurric.text import T, closed, run_on


class Status(StrEnum):
    """How an answer stands. The values are those of ``grades.csv``."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_ATTEMPTED = "not_attempted"
    NEEDS_MARKING = "needs_marking"
    ERROR = "error"


LABELS = {
    Status.PASSED: T("Right", "正解"),
    Status.FAILED: T("Not yet", "もう一歩"),
    Status.NOT_ATTEMPTED: T("Not attempted", "未回答"),
    Status.NEEDS_MARKING: T("Received", "受け取りました"),
    Status.ERROR: T("A problem with the check", "採点側の問題"),
}
_MARKS = {
    Status.PASSED: "✓",
    Status.FAILED: "→",
    Status.NOT_ATTEMPTED: "○",
    Status.NEEDS_MARKING: "✎",
    Status.ERROR: "!",
}
# Dark text on a pale ground: every pair has a contrast of at least 7:1.
_COLOURS = {
    Status.PASSED: ("#0b4a2b", "#e6f4ec"),
    Status.FAILED: ("#5c3300", "#fff3e0"),
    Status.NOT_ATTEMPTED: ("#333f4d", "#eef1f5"),
    Status.NEEDS_MARKING: ("#123a66", "#e7f0fa"),
    Status.ERROR: ("#6b1414", "#fdeaea"),
}


@dataclass(frozen=True)
class Verdict:
    """One judgement of one answer.

    Attributes:
        status: how the answer stands.
        seen: one sentence on what was seen.
        expected: one sentence on what was expected in kind, where that helps.
        next_step: one sentence on what to do now.
        share: the share of the points that the answer earns, 0 to 1.
        misconception: the id of the known misconception that was recognised, if one was.
        label: two words for the whole, where those of the status do not fit.
        way: what is wrong in words that fit everybody who did the same, where no misconception has any; nothing where what is
            wrong is known of this one answer alone.
    """

    status: Status
    seen: T
    expected: T | None = None
    next_step: T | None = None
    share: float = 0.0
    misconception: str | None = None
    label: T | None = None
    way: T | None = None

    @property
    def heading(self) -> T:
        return self.label or LABELS[self.status]

    @property
    def sentences(self) -> tuple[T, ...]:
        return tuple(part for part in (self.seen, self.expected, self.next_step) if part is not None)

    def as_text(self) -> str:
        """The verdict as one line of plain text, in the current language."""
        return f"{_MARKS[self.status]} {self.heading}: {in_one_line(self.sentences)}"

    def as_html(self) -> str:
        """The verdict as a box with a spoken label."""
        return box(_MARKS[self.status], self.heading, self.sentences, *_COLOURS[self.status])


def in_one_line(sentences: tuple[T, ...]) -> str:
    """Sentences one after the other in the language spoken now; an empty text where there are none."""
    return str(run_on(closed(sentences))) if sentences else ""


def box(mark: str, label: T, sentences: tuple[T, ...], ink: str = "#333f4d", ground: str = "#eef1f5") -> str:
    """A coloured box as HTML, with a label that a screen reader says; every text is escaped."""
    return (
        f'<div role="status" style="border-left:6px solid {ink};background:{ground};color:{ink};'
        f'padding:.6em .9em;border-radius:4px;max-width:46em;line-height:1.6">'
        f'<strong><span aria-hidden="true">{mark}</span> {escape(str(label))}</strong>'
        f"<br>{escape(in_one_line(sentences))}</div>"
    )


def passed(seen: T, next_step: T | None = None) -> Verdict:
    """The verdict on a right answer, which earns all its points."""
    return Verdict(Status.PASSED, seen, next_step=next_step, share=1.0)


def failed(
    seen: T,
    expected: T | None = None,
    next_step: T | None = None,
    *,
    share: float = 0.0,
    misconception: str | None = None,
) -> Verdict:
    """The verdict on an answer that is not right yet; see ``Verdict`` for what is said.

    Args:
        share: 0 to 1, what it earns all the same.
        misconception: the id of the one that it shows.
    """
    return Verdict(Status.FAILED, seen, expected, next_step, share, misconception)


def not_attempted(seen: T, next_step: T | None = None) -> Verdict:
    """The verdict where there is no answer yet; it earns nothing, and nothing is wrong."""
    return Verdict(Status.NOT_ATTEMPTED, seen, next_step=next_step)

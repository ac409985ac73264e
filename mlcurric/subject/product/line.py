"""What a line is: one thing that a learner writes about their own product, with a label, a lesson, a page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mlcurric.text import T


class Page(StrEnum):
    """The three pages, by the names of their files."""

    SHEET = "expectation-sheet"
    MOCK_UP = "output-mock-up"
    NEED = "do-we-need-ml"


TITLES = {
    Page.SHEET: T("Expectation sheet", "期待値すり合わせシート"),
    Page.MOCK_UP: T("Output mock-up", "アウトプットの見本"),
    Page.NEED: T("Do we need ML?", "機械学習は必要か"),
}


class Kind(StrEnum):
    """How a line is read."""

    TEXT = "text"
    COUNT = "count"
    NET_COUNT = "net count"
    """May lie below zero: a contact can drive away more customers than it keeps."""
    OF_100 = "of 100"
    NET_OF_100 = "net of 100"
    OF_1000 = "of 1,000"
    MONEY = "money"
    DAYS = "days"
    DATE = "date"

    @property
    def whole(self) -> int:
        """Of how many a share is counted; 0 for what is no share."""
        return {Kind.OF_100: 100, Kind.NET_OF_100: 100, Kind.OF_1000: 1_000}.get(self, 0)


@dataclass(frozen=True)
class Line:
    """One line.

    Attributes:
        name: under which it is saved.
        lesson: whose *Take it back* asks for it.
        page: on which it is mended.
        label: what stands before it on a page, for readers who have not seen the lessons.
        missing: why the page waits for it; ``None`` for a line that may stay empty.
        none_counts: whether “none” is an answer.
    """

    name: str
    lesson: str
    page: Page
    kind: Kind
    label: T
    missing: T | None = None
    none_counts: bool = False

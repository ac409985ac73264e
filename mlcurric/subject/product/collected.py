"""What is collected: the lines as a learner has written them, each with what it surely says.

Texts gathered from several files are laid over each other in the order of the lessons: of two texts for the same line
the later lesson's holds, and what is written on the capstone's own page holds before all.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any

from mlcurric.subject.product.dates import read_date
from mlcurric.subject.product.line import Kind, Line, Page
from mlcurric.subject.product.lines import LINES
from mlcurric.subject.product.numerals import normalised
from mlcurric.subject.product.reading import is_unknown, read_count, read_days, read_money, read_share
from mlcurric.subject.ranges import Range

ENDS = ("hits", "success", "kept")
"""What is written as two lines, ``…_low`` and ``…_high``."""
_ERASED = ("-", "–", "—", "−", "ー", "‐")
"""What takes a line back: an empty text cannot, because it keeps what was written before."""
_NONE = (
    *("none", "nothing", "nobody", "no one", "n/a"),
    *("なし", "無し", "特になし", "ない", "いない", "特にない", "ありません", "いません", "誰もいない"),
)


class State(StrEnum):
    """How a line stands."""

    EMPTY = "empty"
    UNKNOWN = "unknown"
    """It says that nobody knows yet: an answer, and something to find out."""
    UNREAD = "unread"
    """A number is asked for, and there is none, or more than one; or somebody, and it says “nobody”."""
    READ = "read"


@dataclass(frozen=True)
class Entry:
    """What stands in a line.

    Attributes:
        text: as written, without control characters; empty where nothing is.
        span: the number, days or date that it gives; ``None`` for words.
    """

    line: Line
    text: str
    state: State
    span: Range[Any] | None = None

    @property
    def is_open(self) -> bool:
        """Whether the page still waits for it; a line that may stay empty is not open."""
        return self.state is not State.READ and not (self.state is State.EMPTY and self.line.missing is None)


_READERS: dict[Kind, Callable[[str], Range[float] | Range[date] | None]] = {
    Kind.COUNT: read_count,
    Kind.NET_COUNT: partial(read_count, net=True),
    Kind.NET_OF_100: partial(read_share, of=100, net=True),
    Kind.OF_100: partial(read_share, of=100),
    Kind.OF_1000: partial(read_share, of=1_000),
    Kind.DAYS: read_days,
    Kind.DATE: read_date,
}
# A day may stand in words (“every Monday”): it is shown then, and not compared.
_MAY_BE_WORDS = (Kind.TEXT, Kind.DAYS, Kind.DATE)


class Collected:
    """All lines of one product, read.

    Args:
        texts: what was written, by the lines' names; other names are passed over.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._entries = {name: _read(line, texts.get(name, ""), texts) for name, line in LINES.items()}
        for name in ENDS:
            self._share_range(f"{name}_low", f"{name}_high")

    def _share_range(self, low: str, high: str) -> None:
        """A range that stands in one of two lines, the other empty, is what both say."""
        for here, there in ((low, high), (high, low)):
            entry = self._entries[here]
            if entry.span and not entry.span.is_point and self._entries[there].state is State.EMPTY:
                self._entries[there] = replace(entry, line=self._entries[there].line)

    def without(self, *names: str) -> Collected:
        """The same lines, in which those of these names still say what they say, and give no number."""
        rest = copy(self)
        dropped = {name: replace(self[name], state=State.UNREAD, span=None) for name in names}
        rest._entries = {**self._entries, **dropped}
        return rest

    def __getitem__(self, name: str) -> Entry:
        return self._entries[name]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def text(self, name: str) -> str:
        """What a line says, or an empty text."""
        return self._entries[name].text

    def span(self, name: str) -> Range[float] | None:
        """The number of a line, if it has one with two ends."""
        span = self._entries[name].span
        return span if span and span.is_finite else None

    def day(self, name: str) -> Range[date] | None:
        """The day of a line, if it names one with its year."""
        return self._entries[name].span

    def ends(self, name: str) -> Range[float] | None:
        """From ``name_low`` to ``name_high`` as they are written; the low end may lie above the high one."""
        low, high = self._entries[f"{name}_low"].span, self._entries[f"{name}_high"].span
        span = Range(low.low, high.high) if low and high else None
        return span if span and span.is_finite else None

    def on(self, page: Page) -> list[Entry]:
        """The lines that are mended on one page, in their order."""
        return [entry for entry in self if entry.line.page is page]


def overlay(files: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The texts of several lessons as one; the later lesson's holds.

    Args:
        files: what each lesson saved, by the lesson's number.
    """
    return {name: text for lesson in sorted(files) for name, text in files[lesson].items()}


def clean(text: str) -> str:
    """A text without control characters and halves of characters, which no page can show."""
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs")).strip()


def _read(line: Line, written: str, texts: Mapping[str, str]) -> Entry:
    text = clean(written)
    if not text or text in _ERASED:
        return Entry(line, "", State.EMPTY)
    if is_unknown(text, number=line.kind not in _MAY_BE_WORDS):
        return Entry(line, text, State.UNKNOWN)
    if line.kind is Kind.TEXT:
        nobody = not line.none_counts and normalised(text).rstrip("。.") in _NONE
        return Entry(line, text, State.UNREAD if nobody else State.READ)
    reader = partial(read_money, currency=texts.get("currency", "")) if line.kind is Kind.MONEY else _READERS[line.kind]
    span = reader(text)
    return Entry(line, text, State.READ if span or line.kind in _MAY_BE_WORDS else State.UNREAD, span)

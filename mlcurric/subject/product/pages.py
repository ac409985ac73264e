"""The three pages: one self-contained HTML page each, on one sheet of A4, in the language spoken now."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from mlcurric.subject.digits import as_count, from_to
from mlcurric.subject.product.about_lines import without_impossible
from mlcurric.subject.product.collected import ENDS, Collected, Entry, State
from mlcurric.subject.product.figures import in_currency, numbers
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.product.line import TITLES, Kind, Page
from mlcurric.subject.product.page_words import ONE_DAY, UNITS, WORDS
from mlcurric.subject.product.reading import is_bare_number
from mlcurric.subject.product.sum_words import whole_people
from mlcurric.subject.product.sums import kept_by_sum
from mlcurric.subject.product.verdict import verdict_on
from mlcurric.subject.ranges import Range
from mlcurric.subject.style import MACHINE, RULE, STAYED
from mlcurric.templates import filled
from mlcurric.text import T

POINTS = (11.5, 10.5, 9.5, 8.5)
"""The sizes in which a page is printed, in points; the last one is the smallest that is still read with ease."""
HALF_LINE, THIRD_OF_LINE = 220, 90
"""The longest texts that stand in two and in three columns; a longer one takes the whole line."""
LONGEST_BAR = 130
"""In units of the drawing; every bar begins at zero."""
ROOM = {
    Page.SHEET: (830, 1_300, 1_550, 2_450),
    Page.MOCK_UP: (0, 640, 900, 1_280),
    Page.NEED: (0, 740, 1_200, 1_690),
}
"""How much text one sheet holds in each size, in half-width characters (a Japanese one counts two), tried on paper."""


@dataclass(frozen=True)
class Bar:
    """One bar of the comparison: of 100 on a list, how many are hits."""

    label: T
    low: float
    high: float
    fill: str

    @property
    def says(self) -> T:
        return numbers(Range(self.low, self.high))


def render_pages(lines: Collected, findings: tuple[LineFinding, ...], made_on: date) -> dict[Page, str]:
    """The three pages as HTML. No text is cut: what does not fit on one sheet runs on to a second.

    Args:
        findings: of ``line_findings``; what cannot stand is said on the page, questions are not.
        made_on: the date that the pages carry.
    """
    return {page: _render(page, lines, findings, made_on) for page in Page}


def needs_second_sheet(page: Page, lines: Collected, findings: tuple[LineFinding, ...]) -> bool:
    """Whether a page holds more text than one sheet of A4 takes in the smallest print."""
    return _length(page, lines, findings) > ROOM[page][-1]


def _render(page: Page, lines: Collected, findings: tuple[LineFinding, ...], made_on: date) -> str:
    length = _length(page, lines, findings)
    points = next((points for points, room in zip(POINTS, ROOM[page], strict=True) if length <= room), POINTS[-1])
    return filled(
        "mlcurric.subject.product",
        f"{page}.html",
        title=TITLES[page],
        product=" ".join(lines.text("product").split()),
        made_on=made_on.isoformat(),
        points=points,
        lines=lines,
        words=WORDS,
        clashes=_clashes(page, lines, findings),
        half=HALF_LINE,
        narrow=THIRD_OF_LINE,
        with_unit=partial(_with_unit, currency=" ".join(lines.text("currency").split())),
        how_open=_how_open,
        width_of=lambda name: _width(_shown(lines[name])),
        **{Page.SHEET: _sheet, Page.MOCK_UP: _mock_up, Page.NEED: _need}[page](lines, findings),
    )


def _clashes(page: Page, lines: Collected, findings: tuple[LineFinding, ...]) -> list[LineFinding]:
    """What cannot stand and is mended on this page."""
    return [finding for finding in findings if not finding.asks and lines[finding.lines[0]].line.page is page]


def _sheet(lines: Collected, findings: tuple[LineFinding, ...]) -> dict[str, Any]:
    # What cannot be true is shown as it was written, and neither drawn nor counted with.
    possible = without_impossible(lines)
    misses, by_sum = possible.span("misses_of_100"), kept_by_sum(possible)
    ends = {name: possible.ends(name) for name in ENDS}
    shown: dict[str, Any] = {name: _written(lines[f"{name}_low"].span, lines[f"{name}_high"].span) for name in ENDS}
    shown |= {"size": _written(lines["list_size"].span, lines["list_size"].span)}
    shown |= {"sum": whole_people(by_sum) if by_sum else None, "misses": numbers(misses) if misses else None}
    shown |= {f"{name}_say": WORDS[f"{name}_say"].format(n=shown[name]) for name in ("hits", "misses")}
    counted = {name: partial(_counted, WORDS[name]) for name in ("people", "cases")}
    return {"counts": shown, "ends": {**ends, "misses": misses}, **counted}


def _written(low: Range[float] | None, high: Range[float] | None) -> T | None:
    """From the low end of one line to the high end of another; what is not known yet is “?”."""
    ends = [low.low if low else math.inf, high.high if high else math.inf]
    if all(map(math.isfinite, ends)):
        return numbers(Range(*ends))
    first, last = (as_count(end) if math.isfinite(end) else "?" for end in ends)
    return from_to(first, last) if (first, last) != ("?", "?") else None


def _counted(what: T, count: T | None) -> T | str:
    return what.format(n=count) if count else "?"


def _mock_up(lines: Collected, findings: tuple[LineFinding, ...]) -> dict[str, Any]:
    written = [name for name in ("reason_1", "reason_2", "reason_3") if lines.text(name)]
    hits = lines.ends("hits")
    sensible = hits and 0 <= hits.low <= hits.high <= 100
    says = WORDS["card_hits"].format(
        hits=numbers(hits), others=numbers(Range(100 - hits.high, 100 - hits.low))
    ) if sensible else None  # fmt: skip
    return {"reasons": written or ["reason_1"], "card_hits": says}


def _need(lines: Collected, findings: tuple[LineFinding, ...]) -> dict[str, Any]:
    base, rule, hits = lines.span("leave_of_1000"), lines.span("rule_hits_of_100"), lines.ends("hits")
    bars = [
        (WORDS["by_lot"], base and Range(base.low / 10, base.high / 10), STAYED),
        (WORDS["by_rule"], rule, RULE),
        (WORDS["by_list"], hits, MACHINE),
    ]
    shown = [
        Bar(label, span.low, span.high, fill)
        for label, span, fill in bars
        if span and 0 <= span.low <= span.high <= 100
    ]
    return {
        "verdict": verdict_on(lines, findings),
        # What no bar shows is said in words.
        "in_words": [name for name in ("leave_of_1000", "rule_hits_of_100") if lines[name].is_open or len(shown) < 2],
        "bars": shown if len(shown) > 1 else [],
        "scale": LONGEST_BAR / max([bar.high for bar in shown if bar.high], default=1),
        "currency": " ".join(lines.text("currency").split()),
    }


def _length(page: Page, lines: Collected, findings: tuple[LineFinding, ...]) -> int:
    """The texts that a page shows, in half-width characters."""
    texts = [_shown(entry) for entry in lines.on(page)] + [str(found.says) for found in _clashes(page, lines, findings)]
    if page is Page.NEED:
        verdict = verdict_on(lines, findings)
        texts += map(str, (*verdict.reasons, verdict.next_step, verdict.changes or ""))
    return sum(map(_width, texts))


def _shown(entry: Entry) -> str:
    """What stands on the page for a line; an open one takes the room of the words that say so."""
    return entry.text if entry.state is State.READ else f"{entry.text}{_how_open(entry)}"


def _how_open(entry: Entry) -> T:
    """How an open line stands, for whoever reads the page; its question is for whoever writes it, and stays off."""
    if entry.state is State.EMPTY:
        return WORDS["undecided" if entry.line.missing else "left_open"]
    return WORDS[entry.state]


def _with_unit(entry: Entry, currency: str) -> T | str:
    """What was written; a bare number with its unit."""
    kind = entry.line.kind
    if not is_bare_number(entry.text) or kind not in (Kind.MONEY, *UNITS):
        return entry.text
    if kind is Kind.MONEY:
        return in_currency(entry.text, currency)
    unit = ONE_DAY if kind is Kind.DAYS and entry.span == Range(1, 1) else UNITS[kind]
    return unit.format(n=entry.text)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)

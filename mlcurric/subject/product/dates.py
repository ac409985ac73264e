"""Reads a day as people write it, and says between which days it lies: “July 2026” is all of that July.

It reads a line of somebody's own, in which a day may stand anywhere and in any order. A *graded* date is another thing: it
has to be one day for certain, with the year first (``mlcurric.question.forms.Day``), so neither can serve the other.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from mlcurric.subject.product.numerals import normalised
from mlcurric.subject.ranges import Range

# Not from the calendar module, which speaks the machine's language.
_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTHS = {form: number for number, name in enumerate(_NAMES, 1) for form in (name, name[:3])} | {"sept": 9}
_MONTH = rf"(?P<name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_REIWA = 2018
_FULL = (
    rf"{_YEAR}\s?[-/.年]\s?(?P<month>\d{{1,2}})\s?[-/.月]\s?(?P<day>\d{{1,2}})(?!\d)\s?日?",
    r"(?<!\d)(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)",
    r"(?:令和|\br)\s?(?P<reiwa>\d{1,2}|元)\s?[年./-]\s?(?P<month>\d{1,2})\s?[月./-]\s?(?P<day>\d{1,2})(?!\d)\s?日?",
    rf"\b{_DAY}(?: of)? {_MONTH},? {_YEAR}",
    rf"\b{_MONTH} {_DAY},? {_YEAR}",
    # 07/01/2026 is read both ways, because both are in use.
    rf"(?<!\d)(?P<one>\d{{1,2}})[/.-](?P<other>\d{{1,2}})[/.-]{_YEAR}",
)
_MONTH_ONLY = (
    rf"{_YEAR}\s?(?:年\s?(?P<month>\d{{1,2}})\s?月|[-/](?P<written>\d{{1,2}})(?![\d/-]))",
    r"令和\s?(?P<reiwa>\d{1,2}|元)\s?年\s?(?P<month>\d{1,2})\s?月",
    rf"\b{_MONTH} {_YEAR}",
)
_PATTERNS = tuple(re.compile(pattern) for pattern in (*_FULL, *_MONTH_ONLY))
_WITHOUT_YEAR = re.compile(rf"\d{{1,2}}\s?月\s?\d{{1,2}}\s?日|\b{_MONTH} \d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b"
                           r"|(?<!\d)\d{1,2}/\d{1,2}(?!\d)".replace("(?P<name>", "(?:"))  # fmt: skip


def read_date(text: str) -> Range[date] | None:
    """The day, or the days, that a line may mean: “2026-07-01”, 「2026年7月1日」, “1 July 2026”, “July 2026”, 「令和8年7月1日」.

    Returns:
        From the earliest to the latest day named; ``None`` where there is no day with its year.
    """
    rest, days = normalised(text), []
    for pattern in _PATTERNS:
        for found in pattern.finditer(rest):
            days += _days(found)
        rest = pattern.sub(" ", rest)
    return Range(min(days), max(days)) if days else None


def lacks_year(text: str) -> bool:
    """Whether a line names a day without its year, such as 「7月1日」: on its own it cannot be compared."""
    return read_date(text) is None and bool(_WITHOUT_YEAR.search(normalised(text)))


def _days(found: re.Match[str]) -> Iterator[date]:
    """The first and the last day that a match may mean; nothing where there is no such day."""
    parts = found.groupdict()
    reiwa = parts.get("reiwa")
    year = int(parts["year"]) if parts.get("year") else _REIWA + (1 if reiwa == "元" else int(reiwa or 0))
    if parts.get("one"):
        ways = [(int(parts["one"]), int(parts["other"])), (int(parts["other"]), int(parts["one"]))]
    else:
        written = parts.get("month") or parts.get("written")
        month = int(written) if written else _MONTHS[parts["name"]]
        if not 1 <= month <= 12:
            return
        ways = [(month, int(parts["day"]))] if parts.get("day") else [(month, 1), (month, _last(year, month))]
    for month, day in ways:
        if 1 <= month <= 12 and 1 <= day <= _last(year, month):
            yield date(year, month, day)


def _last(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]

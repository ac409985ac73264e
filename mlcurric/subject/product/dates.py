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
from mlcurric.text import T

# Not from the calendar module, which speaks the machine's language.
MONTH_NAMES = (
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
)
"""From January on, in small letters."""
MONTHS = {form: number for number, name in enumerate(MONTH_NAMES, 1) for form in (name, name[:3])} | {"sept": 9}
"""The names of the months, and how they are shortened → 1 to 12."""
_MONTH = rf"(?P<name>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
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
_WITHOUT_YEAR = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
        rf"\b{_MONTH} (?P<day>\d{{1,2}})\b",
        rf"\b{_DAY}(?: of)? {_MONTH}\b",
        r"(?<!\d)(?P<one>\d{1,2})/(?P<other>\d{1,2})(?!\d)",
    )
)
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{1,2})([/.-])\d{1,2}\2\d{1,2}(?!\d)")
_ANY_MONTH = re.compile(rf"月|\b{_MONTH}\b")
_LEAP_YEAR = 2024
"""Where no year is written, a day is none only if no year has it."""
_BY = re.compile(r"\b(?:by|until|till|before)(?: the)?(?: end of)?\s*$")
_TILL = re.compile(r"\s*(?:末|中)?(?:まで|時点|には)")
_BY_YEAR = re.compile(
    rf"\b(?:by|until|till|before)(?: the)?(?: end of)? {_YEAR}|{_YEAR.replace('year', 'later')}\s?年度?(?:末|中|の?うち|まで)"
)


def read_date(text: str) -> Range[date] | None:
    """The day, or the days, that a line may mean: “2026-07-01”, 「2026年7月1日」, “1 July 2026”, “July 2026”, 「令和8年7月1日」.

    Returns:
        From the earliest to the latest day named; ``None`` where there is no day with its year.
    """
    days = [day for found in _named(text) for day in _days(found)]
    return Range(min(days), max(days)) if days else None


def read_deadline(text: str) -> Range[date] | None:
    """The day by which a sentence wants something: of “from 31 on 1 May 2026 to 22 by July 2027”, July 2027.

    Returns:
        The one day that is named, or the one that “by” or 「まで」 marks; else a year so marked; ``None`` if unsure.
    """
    named = [(found, Range(min(days), max(days))) for found in _named(text) if (days := [*_days(found)])]
    marked = [
        span
        for found, span in named
        if _BY.search(found.string[: found.start()]) or _TILL.match(found.string[found.end() :])
    ]
    if len(named) == 1 or len(marked) == 1:
        return (marked or [span for _, span in named])[0]
    years = {int(found["year"] or found["later"]) for found in _BY_YEAR.finditer(normalised(text))}
    # A business year may end in the next one.
    return Range(date(min(years), 1, 1), date(min(years) + 1, 12, 31)) if not named and len(years) == 1 else None


def lacks_year(text: str) -> bool:
    """Whether a line names a day without its year, such as 「7月1日」: on its own it cannot be compared."""
    return read_date(text) is None and any(pattern.search(normalised(text)) for pattern in _WITHOUT_YEAR)


def two_readings(text: str) -> tuple[date, date] | None:
    """Both days that a line such as “03/04/2027” may mean, the one with the day first before the other; else ``None``."""
    found = [match for match in _named(text) if "one" in match.groupdict()]
    days = sorted(set(_days(found[0])), key=lambda day: day.day != int(found[0]["one"])) if found else []
    alone = len([*_named(text)]) == 1 and not _ANY_MONTH.search(normalised(text))
    return (days[0], days[1]) if alone and len(days) == 2 else None


def has_short_year(text: str) -> bool:
    """Whether a line is a day such as “03/04/27”, in which any of the three may be the year."""
    return read_date(text) is None and bool(_SHORT_YEAR.fullmatch(normalised(text)))


def no_such_day(text: str) -> T | None:
    """The day that a line names and that no calendar has, such as 31 February, in words; ``None`` where there is none."""
    if read_date(text):
        return None
    plain = normalised(text)
    found = [*_named(text)] or [match for pattern in _WITHOUT_YEAR if (match := pattern.search(plain))]
    # “31/2” inside a sentence may be anything.
    found = [match for match in found if _year(match) or "one" not in match.groupdict() or match[0] == plain]
    if not found or any(list(_days(match)) for match in found):
        return None
    parts, year = found[0].groupdict(), _year(found[0])
    month = _month(parts) if "one" not in parts else 0
    if not (parts.get("day") and 1 <= month <= 12):
        return T("“{text}”", "「{text}」").format(text=found[0][0].strip())
    # Only of 29 February does it depend on the year.
    with_year = year and int(parts["day"]) <= _last(_LEAP_YEAR, month)
    day, name = int(parts["day"]), MONTH_NAMES[month - 1].capitalize()
    return (
        T(f"{day} {name} {year}", f"{year}年{month}月{day}日") if with_year else T(f"{day} {name}", f"{month}月{day}日")
    )


def beside_day(text: str) -> str:
    """What stands in a line, normalised, beside the first day that it names; all of it where it names none."""
    plain = normalised(text)
    found = next((match for pattern in (*_PATTERNS, *_WITHOUT_YEAR) if (match := pattern.search(plain))), None)
    return f"{plain[: found.start()]} {plain[found.end() :]}".strip() if found else plain


def in_words(days: Range[date]) -> T:
    """One day, one month or one year in words: “1 July 2028”, 「2028年7月」, “2028”."""
    first, last = days.low, days.high
    name = MONTH_NAMES[first.month - 1].capitalize()
    if first == last:
        return T(f"{day_in_words(first).en} {first.year}", f"{first.year}年{day_in_words(first).ja}")
    if (first.year, first.month) == (last.year, last.month):
        return T(f"{name} {first.year}", f"{first.year}年{first.month}月")
    return T(str(first.year), f"{first.year}年")


def date_in_words(day: date) -> T:
    """A day with its year: “1 July 2028”, 「2028年7月1日」."""
    return in_words(Range(day, day))


def day_in_words(day: date) -> T:
    """A day without its year: “3 April”, 「4月3日」."""
    return T(f"{day.day} {MONTH_NAMES[day.month - 1].capitalize()}", f"{day.month}月{day.day}日")


def _named(text: str) -> Iterator[re.Match[str]]:
    """What names a day or a month with its year; what one pattern has taken, the next ones leave alone."""
    rest = normalised(text)
    for pattern in _PATTERNS:
        yield from pattern.finditer(rest)
        rest = pattern.sub(lambda found: " " * len(found[0]), rest)


def _days(found: re.Match[str]) -> Iterator[date]:
    """The first and the last day that a match may mean; nothing where there is no such day."""
    parts, year = found.groupdict(), _year(found) or _LEAP_YEAR
    if parts.get("one"):
        ways = [(int(parts["one"]), int(parts["other"])), (int(parts["other"]), int(parts["one"]))]
    else:
        month = _month(parts)
        if not 1 <= month <= 12:
            return
        ways = [(month, int(parts["day"]))] if parts.get("day") else [(month, 1), (month, _last(year, month))]
    for month, day in ways:
        if 1 <= month <= 12 and 1 <= day <= _last(year, month):
            yield date(year, month, day)


def _year(found: re.Match[str]) -> int:
    """The year that a match names, or 0."""
    parts = found.groupdict()
    if parts.get("year"):
        return int(parts["year"])
    reiwa = parts.get("reiwa")
    return _REIWA + (1 if reiwa == "元" else int(reiwa)) if reiwa else 0


def _month(parts: dict[str, str | None]) -> int:
    written = parts.get("month") or parts.get("written")
    return int(written) if written else MONTHS[parts["name"] or ""]


def _last(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]

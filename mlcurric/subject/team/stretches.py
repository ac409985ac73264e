"""From one day to another as people write it: “8–12 March”, 「3/8〜3/12」, 「3月15日から19日」, “28 Dec to 3 Jan 2027”.

An end that names no month or no year has that of the other end. What is left unread is said, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from mlcurric.subject.product.dates import MONTHS, day_in_words
from mlcurric.subject.product.finding import quoted
from mlcurric.subject.product.numerals import normalised
from mlcurric.subject.ranges import Range
from mlcurric.subject.team.days import TIME, reading_of
from mlcurric.subject.typed import Slip
from mlcurric.text import T

LONGEST = 184
"""Days. Where a year is missing, nobody means a stretch that goes round nearly all of it: the ends are turned round."""
SHORT = 31
_MARKS = r"[-‐‑‒–—―−~〜～ー]"
_TO = re.compile(rf"\s*(?:{_MARKS}+|から|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bthru\b)\s*")
_NEXT = re.compile(
    r"\s*[、;；\n・&＆]\s*|,\s*(?!\s*(?:19|20)\d\d(?![\d/.年-]))|\s/\s|/\s+|(?<=\d日)と|(?<=\d)と|\band\b"
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_WEEKDAY = re.compile(
    r"\([月火水木金土日](?:曜日?|・?祝)?\)|[月火水木金土日]曜日?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?"
)
_WHY = re.compile(
    r"[(（][^)）\d]*[)）]|出張|休暇|有給|夏休み|育休|休み|不在|\b(?:on )?(?:leave|holiday|vacation|trip|away|off|pto)\b"
)
_ONE_SIDED = re.compile(r"(?:まで|以降|以後|以前|onwards?)$|^(?:from|since|after|before)\b")
_NAME = rf"(?P<name>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
_ENDS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_YEAR}\s?[年/.]\s?)?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})日?",
        rf"{_YEAR}[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}})",
        r"(?P<one>\d{1,2})/(?P<other>\d{1,2})(?:/(?P<year>(?:19|20)\d\d))?",
        rf"{_DAY}(?: of)? {_NAME}(?:,? {_YEAR})?",
        rf"{_NAME} {_DAY}(?:,? {_YEAR})?",
        rf"{_DAY}日?(?:,? {_YEAR})?",
    )
)
_UNREAD = T("“{typed}” cannot be read as days.", "「{typed}」が、日付や期間として読めません。")
_TURNED = T("“{typed}” ends before it begins.", "「{typed}」は、終わりが始まりより前です。")
_ONE_END = T("“{typed}” has one end only.", "「{typed}」は、始まりか終わりの片方しかわかりません。")
_WAY_OUT = T("Write it as 2027-03-08 to 2027-03-12.", "「2027-03-08〜2027-03-12」のように書いてください。")


@dataclass(frozen=True)
class _End:
    """One end as far as it is written; ``order`` says which came first where that was a choice: “md” or “dm”."""

    day: int
    month: int | None = None
    year: int | None = None
    order: str = ""


def parts_of(cell: str) -> list[str]:
    """The days and the stretches that a cell names one after the other."""
    text = re.sub(r"\bbetween (.+?) and ", r"\1 to ", cell, flags=re.I)
    return [part.strip() for part in _NEXT.split(text) if part and part.strip()]


def read_stretch(typed: str, read: Callable[[str], date | None], month_first: bool) -> Range[date] | None:
    """One day, or one stretch of days.

    Args:
        read: one day, near which those without a year lie; ``None`` where none is named.
        month_first: whether “5/3” is the 3rd of May for certain.

    Raises:
        Slip: if it cannot be read, has one end only, ends before it begins, or may be two stretches.
    """
    text = _ISO.sub(r"\1/\2/\3", " ".join(_WHY.sub(" ", TIME.sub(" ", _WEEKDAY.sub(" ", normalised(typed)))).split()))
    begin, *rest = _TO.split(text.removeprefix("from ")) if _TO.search(text) else [text]
    if not rest:
        if _ONE_SIDED.search(text):
            raise _slip(_ONE_END, typed)
        found = read(typed)
        return Range(found, found) if found else None
    if len(rest) > 1:
        raise _slip(_UNREAD, typed)
    ends = [end.strip(" ,.") for end in (begin, re.sub(r"(?:まで|の間)$", "", rest[0]))]
    if not all(ends):
        raise _slip(_ONE_END, typed)
    pairs = list(_pairs(*ends))
    if not pairs:
        raise _slip(_UNREAD, typed)
    found = {pair[0].order: span for pair in pairs if (span := _span(*pair, read))}
    if not found:
        raise _slip(_TURNED, typed)
    # “5/3–5/7” may be from March to July too, but nobody means that.
    short = {order: span for order, span in found.items() if (span.high - span.low).days <= SHORT}
    found = short or found
    if len(set(found.values())) == 1 or month_first:
        return found.get("md") or next(iter(found.values()))
    one, other = (T(f"{day_in_words(each.low).en} to {day_in_words(each.high).en}", f"{day_in_words(each.low).ja}〜{day_in_words(each.high).ja}") for each in found.values())  # fmt: skip
    raise Slip(reading_of(typed, one, other), _WAY_OUT)


def _pairs(first: str, last: str) -> Iterator[tuple[_End, _End]]:
    """Both ends in each order that fits both, each with the month that only the other one names."""
    for one in _read(first):
        for other in _read(last):
            if one.order and other.order and one.order != other.order:
                continue
            if one.month or other.month:
                order = one.order or other.order
                yield (
                    replace(one, month=one.month or other.month, order=order),
                    replace(other, month=other.month or one.month, order=order),
                )


def _read(text: str) -> list[_End]:
    """An end in every order in which it can be read; none if it is no day."""
    found = next((match for pattern in _ENDS if (match := pattern.fullmatch(text))), None)
    if found is None:
        return []
    parts = found.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    if parts.get("one"):
        one, other = int(parts["one"]), int(parts["other"])
        ends = [_End(other, one, year, "md"), _End(one, other, year, "dm")]
    else:
        month = int(parts["month"]) if parts.get("month") else MONTHS.get(parts.get("name") or "")
        ends = [_End(int(parts["day"]), month, year)]
    return [end for end in ends if 1 <= end.day <= 31 and (end.month is None or 1 <= end.month <= 12)]


def _span(first: _End, last: _End, read: Callable[[str], date | None]) -> Range[date] | None:
    """The days between two ends; ``None`` where they are turned round."""
    if first.year is None and last.year is None:
        low = read(f"{first.month}月{first.day}日")
        # The other end is a day too, or there is none of that name.
        read(f"{last.month}月{last.day}日")
    else:
        year = first.year or last.year
        low = _on(first, year)
        if first.year is None and low > _on(last, year):
            low = _on(first, year - 1)
    if low is None:
        return None
    high = _on(last, last.year or low.year)
    if last.year is None and high < low:
        high = _on(last, low.year + 1)
    both_years = first.year is not None and last.year is not None
    return Range(low, high) if low <= high and (both_years or (high - low).days <= LONGEST) else None


def _on(end: _End, year: int) -> date:
    try:
        return date(year, end.month, end.day)
    except ValueError:
        raise Slip(T("there is no {day}.", "{day}という日はありません。").format(day=T(f"{end.day}/{end.month} of {year}", f"{year}年{end.month}月{end.day}日")), _WAY_OUT) from None  # fmt: skip


def _slip(says: T, typed: str) -> Slip:
    return Slip(says.format(typed=quoted(typed)), _WAY_OUT)

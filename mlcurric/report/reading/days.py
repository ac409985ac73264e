"""The cells of a column as days: 2026/4/1, 2026年4月1日, 令和8年4月1日, 20260401, 1-Apr-2026, 1-Apr-26; 4/1/2026 as the whole column allows.

A line of somebody's own words is read by ``mlcurric.subject.product.dates``, one at a time; here one column has one order.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.reading.cells import LONGEST, Cells, all_plain, are_blank, distinct_of
from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925}
_TIME = (
    r"(?:\s*\(?(?:[月火水木金土日](?:曜日?)?|mon|tue|wed|thu|fri|sat|sun)\)?,?)?"
    r"(?:(?:\s*t\s*|\s+)\d{1,2}\s*[:.時]\s*\d{1,2}\s*(?:[:.分]\s*(?:\d{1,2}(?:[.,]\d+)?\s*秒?)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:z|utc|jst|[-+]\d{2}:?\d{2})?)?"
)
_MONTH = rf"(?P<name>{'|'.join(_NAMES)})[a-z]*\.?"
# Without a day beside it, “Marketing 2026” is no March.
_ONLY_MONTH = rf"(?P<name>{'|'.join(_NAMES)})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
_SHAPES = tuple(
    re.compile(shape + _TIME)
    for shape in (
        r"(?P<y>\d{4})\s?[-/.年]\s?(?P<m>\d{1,2})\s?[-/.月]\s?(?P<d>\d{1,2})\s?日?",
        r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:\d{6})?",
        r"(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<c>\d{4}|\d{1,2})",
        r"(?P<era>令和|平成|昭和|[rhs])\s?\.?(?P<y>\d{1,2}|元)\s?[-/.年]\s?(?P<m>\d{1,2})\s?[-/.月]\s?(?P<d>\d{1,2})\s?日?",
        rf"(?:[a-z]{{3}},? )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[-\s/]?{_MONTH}[-\s,/]*(?P<y>\d{{4}})",
        # As Oracle and Excel write it; a year in two digits needs a sign before it.
        rf"(?P<d>\d{{1,2}})[-\s/]?{_ONLY_MONTH}(?:[-/]|,?\s)(?P<y>\d{{2}})",
        rf"{_MONTH}\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y>\d{{4}})",
        # A month alone is its first day.
        r"(?P<y>(?:19|20)\d\d)\s?(?:[-/]|年)\s?(?P<m>\d{1,2})\s?月?",
        rf"{_ONLY_MONTH}[-\s,]*(?P<y>(?:19|20)\d\d)",
    )
)
_ORDERS = {"month": "bac", "day": "abc", "year": "cba"}
"""Which of the three numbers is day, month and year, by the one that stands first."""
_FIRST_SERIAL, _LAST_SERIAL = 18_264, 80_000
"""Excel's numbers of 1 January 1950 and of a day in 2119."""
_SERIALS = 30_000, 60_000
"""Those of days in 1982 and in 2064: where nothing but their size says that numbers are days."""
_MOSTLY = 0.9
"""Of three numbers with points between and no year in four digits; where fewer can be days, they are versions (14.4.0)."""
_SEVERAL = 3
_FIRST = {"year": T("year", "年"), "month": T("month", "月"), "day": T("day", "日")}
_OPEN_END, _LONG_AGO = 2200, 1900
"""Years in which nothing of a customer happens: 9999-12-31 and 0001-01-01 say “not yet”, or nothing."""


def as_days(texts: pd.Series, *, serials: bool = False, today: date | None = None) -> Cells:
    """A column of days; the time of day is left out.

    Where 4/8/2026 may be April as well as August, the order is taken in which all are first days of months, else the one that
    leads to fewer days to come.

    Args:
        texts: any index.
        serials: whether a bare number such as 46113 is a day as Excel counts it.
        today: by default this machine's.

    Returns:
        datetime64[ns] with the index of ``texts``. 9999-12-31, 1900-01-01 and the like are missing, not odd.
    """
    codes, distinct = distinct_of(texts)
    parts = np.full((len(distinct), 3), -1)
    texts_plain = all_plain(distinct)
    blank = are_blank(texts_plain)
    threes: list[tuple[int, tuple[str, str, str]]] = []
    found = pd.Series(pd.NaT, index=range(len(distinct)), dtype="datetime64[ns]")
    for at, written in enumerate(texts_plain):
        shapes = () if len(written) > LONGEST else _SHAPES
        match = next(filter(None, (shape.fullmatch(written) for shape in shapes)), None)
        if match is None:
            if (
                serials
                and re.fullmatch(r"\d{5}(?:\.\d{0,20})?", written)
                and _FIRST_SERIAL <= float(written) < _LAST_SERIAL
            ):
                found[at] = pd.Timestamp(1899, 12, 30) + pd.Timedelta(days=int(float(written)))
        elif "a" in (named := match.groupdict()):
            threes.append((at, (named["a"], named["b"], named["c"])))
        else:
            parts[at] = _year(named), _month(named), int(named.get("d") or 1)
    long_years = int((parts[:, 0] >= 0).sum())
    placed = _place(threes, parts, today or date.today(), points=any("." in texts_plain[at] for at, _ in threes))
    never = (parts[:, 0] >= _OPEN_END) | ((parts[:, 0] >= 0) & (parts[:, 0] < _LONG_AGO))
    never |= (parts == [_LONG_AGO, 1, 1]).all(axis=1)
    days = _days(np.where(never[:, None], -1, parts))
    found = found.where(days.isna(), days)
    odd = found.isna().to_numpy() & ~blank & ~never
    doubts = [placed.mixed] if placed.mixed else []
    short = next((at for at, three in threes if all(len(part) < 4 for part in three) and not pd.isna(found[at])), None)
    if short is not None and long_years:
        doubts.append(_SHORT_YEAR.format(cell=distinct[short], day=found[short].date().isoformat(), name="{name}"))
    days = pd.Series(found.to_numpy()[codes], index=texts.index)
    return Cells(days, odd[codes], unsure=placed.unsure, doubts=tuple(doubts))


def are_serials(numbers: pd.Series) -> bool:
    """Whether all numbers, by their size, are days as Excel counts them; missing ones are passed over."""
    known = numbers.dropna()
    return bool(len(known)) and bool(known.between(*_SERIALS).all())


def about_order(name: str, days: Cells) -> tuple[Remark, ...]:
    """That a column of days can be read in two orders, where it can, and what else may be read wrongly."""
    way_out = T("Write the days as 2026-04-01.", "日付を 2026-04-01 の形で書き出してください。")
    doubts = tuple(
        Remark("doubtful-days", doubt.format(name=name), way_out, columns=(name,), weight=Weight.DANGER)
        for doubt in days.doubts
    )
    if days.unsure is None:
        return doubts
    first, other = (_FIRST[each] for each in days.unsure)
    said = T(
        "“{name}” can be read with the {first} first or with the {other} first; the {first} was taken.",
        "「{name}」は、{first}が先とも{other}が先とも読めます。{first}が先とみなしました。",
    )
    return (Remark("unsure-days", said.format(name=name, first=first, other=other), way_out, columns=(name,)), *doubts)


_MIXED = T(
    "“{{name}}” is written in two orders: most days were read with the {first} first, but {n} (such as “{cell}”) can only be read "
    "with the {other} first. Days up to the 12th may stand for another month.",
    "「{{name}}」の日付は、2通りの順で書かれています。ほとんどは{first}が先として読みましたが、{n}種類(「{cell}」など)は{other}が先としか読めません。"
    "12日までの日付は、別の月の日かもしれません。",
)
_SHORT_YEAR = T(
    "“{name}” holds years in two digits beside years in four: “{cell}” was read as {day}.",
    "「{name}」には、2桁の年と4桁の年が混じっています。「{cell}」は{day}と読みました(令和などの年なら違います)。",
)


class _Placed(NamedTuple):
    """How the days were read of which nobody can tell alone where the month stands.

    Attributes:
        unsure: the order taken and another that reads as many, if that gives other days.
        mixed: that some can only be read in another order than most.
    """

    unsure: tuple[str, str] | None = None
    mixed: T | None = None


def _place(
    threes: list[tuple[int, tuple[str, str, str]]], parts: NDArray[np.int_], today: date, *, points: bool
) -> _Placed:
    """Fill in the days of which nobody can tell alone where the month stands; the order that reads most of them is taken.

    A year is written in two digits or in four: 2.1.5 is a version, and 1-2-3 a size.
    """
    if not threes:
        return _Placed()
    short = any(len(three[2]) < 4 for _, three in threes)
    ways = {}
    for first in ("year", "month", "day") if short else ("month", "day"):
        # “bac” of month/day/year: the day stands second, the month first.
        places = ["abc".index(sign) for sign in _ORDERS[first]]
        day, month, year = (np.array([int(three[place]) for _, three in threes]) for place in places)
        year = _in_full(year)
        ways[first] = np.column_stack([year, month, day])
        ways[first][[len(three[places[2]]) not in (2, 4) for _, three in threes]] = -1
    days = {first: _days(way) for first, way in ways.items()}
    reads = {first: int(each.notna().sum()) for first, each in days.items()}
    ahead = {first: int((each > pd.Timestamp(today)).sum()) for first, each in days.items()}
    best = max(reads, key=lambda first: (reads[first], _are_firsts(days[first]), -ahead[first]))
    if short and points and reads[best] < _MOSTLY * len(threes):
        return _Placed()
    parts[[at for at, _ in threes]] = ways[best]
    rivals = [
        first for first, n in reads.items() if first != best and n == reads[best] and (ways[first] != ways[best]).any()
    ]
    unsure = (best, rivals[0]) if rivals and reads[best] else None
    for other in ("month", "day"):
        only = (days[best].isna() & days[other].notna()).to_numpy()
        if best in ("month", "day") and reads[best] and only.any():
            cell = "/".join(threes[int(np.flatnonzero(only)[0])][1])
            mixed = _MIXED.format(first=_FIRST[best], other=_FIRST[other], n=int(only.sum()), cell=cell)
            return _Placed(unsure, mixed)
    return _Placed(unsure)


def _are_firsts(days: pd.Series) -> bool:
    """Whether they are the first days of several months: looks are, and nothing else is only from the first to the twelfth of one."""
    known = days.dropna().drop_duplicates()
    return len(known) >= _SEVERAL and bool((known.dt.day == 1).all())


def _days(parts: NDArray[np.int_]) -> pd.Series:
    table = pd.DataFrame(parts, columns=["year", "month", "day"])
    return pd.to_datetime(table, errors="coerce").astype("datetime64[ns]")


def _year(named: dict[str, str | None]) -> int:
    written = named["y"] or ""
    year = 1 if written == "元" else int(written)
    if named.get("era"):
        return year + _ERAS[named["era"]]
    return int(_in_full(np.array(year))) if len(written) == 2 else year


def _in_full(year: NDArray[np.int_]) -> NDArray[np.int_]:
    """Years, of which two digits stand for 1970 to 2069."""
    return np.where(year < 70, year + 2000, np.where(year < 100, year + 1900, year))


def _month(named: dict[str, str | None]) -> int:
    return _NAMES.index(named["name"]) + 1 if named.get("name") else int(named["m"] or 0)

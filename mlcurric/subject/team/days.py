"""The days of a plan: read as people write them beside a known first day, and whether anybody is at work on them.

Public holidays are those of Japan, by the package jpholiday where it is installed; without it only week-ends are known.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from mlcurric.subject.product.dates import (
    beside_day,
    day_in_words,
    in_words,
    lacks_year,
    no_such_day,
    read_date,
    two_readings,
)
from mlcurric.subject.product.finding import quoted
from mlcurric.subject.product.numerals import normalised
from mlcurric.subject.ranges import Range
from mlcurric.subject.typed import Slip
from mlcurric.text import T, language

try:
    import jpholiday
except ImportError:
    jpholiday = None

EXAMPLE_BEGINS = date(2027, 1, 21)
"""The first day of the worked example: a day without a year lies near it, where a sheet gives nothing else to go by."""
WEEKDAYS = (
    T("Monday", "月曜日"),
    T("Tuesday", "火曜日"),
    T("Wednesday", "水曜日"),
    T("Thursday", "木曜日"),
    T("Friday", "金曜日"),
    T("Saturday", "土曜日"),
    T("Sunday", "日曜日"),
)
_SATURDAY = 5
_HOLIDAYS = {
    "元日": "New Year's Day", "成人の日": "Coming of Age Day", "建国記念の日": "National Foundation Day",
    "天皇誕生日": "the Emperor's Birthday", "春分の日": "the spring equinox", "昭和の日": "Showa Day",
    "憲法記念日": "Constitution Day", "みどりの日": "Greenery Day", "こどもの日": "Children's Day",
    "海の日": "Marine Day", "山の日": "Mountain Day", "敬老の日": "Respect for the Aged Day",
    "秋分の日": "the autumn equinox", "スポーツの日": "Sports Day", "文化の日": "Culture Day",
    "勤労感謝の日": "Labour Thanksgiving Day", "国民の休日": "a day between two others",
}  # fmt: skip
"""jpholiday names them in Japanese only."""
_WEEKDAY = re.compile(
    r"\(([月火水木金土日])曜?日?\)|([月火水木金土日])曜"
    r"|\b(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|day|sday|nesday|rsday|urday)?\b\.?"
)
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_AFTER = re.compile(r"(?:d\s?\+|\+|day \+)\s?(\d{1,3})|(\d{1,3})日後|(?:after )?(\d{1,3}) days later")
_SERIAL = re.compile(r"(4[0-9]|5[0-9])\d{3}")
TIME = re.compile(
    r"(?:(?<=\d)t)?(?<![\d:])\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]m\b)?|(?<!\d)\d{1,2}時(?:半|\d{1,2}分)?|\b\d{1,2}\s?[ap]m\b"
)
"""An hour, which may stand beside a day."""
_HALF_DAY = re.compile(r"(?:午前|午後|朝|夜)\s?$")
_BESIDE = re.compile(r"\([^()]*\)|第?\d+(?:日目|週目?|営業日)|\b(?:day|week) \d+")
"""What says again which day that is."""
_TWO_NUMBERS = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_MONTH_DAYS = 31
_EXCEL_BEGINS = date(1899, 12, 30)
_MONTH_AND_DAY = T("Write month and day, such as 30 April.", "月と日を書いてください。例: 4/30")
_YEAR_FIRST = T("Write it with the year first, such as 2027-02-18.", "「2027-02-18」のように、年から書いてください。")


def holidays_known() -> bool:
    """Whether public holidays are known, and not week-ends only."""
    return jpholiday is not None


def a_day(day: date) -> T:
    """A day with its year and its day of the week: “Monday 22 March 2027”, 「2027年3月22日(月)」."""
    words = in_words(Range(day, day))
    name = WEEKDAYS[day.weekday()]
    return T(f"{name.en} {words.en}", f"{words.ja}({name.ja[0]})")


def day_off(day: date) -> T | None:
    """Why hardly anybody is at work on a day: “a Saturday”, 「祝日(春分の日)」; ``None`` on a working day."""
    if jpholiday is not None and (name := jpholiday.is_holiday_name(day)):
        own, _, in_lieu = name.partition(" ")
        english = _HOLIDAYS.get(own, own) + (", in lieu" if in_lieu else "")
        return T(f"a public holiday ({english})", f"祝日({own}の{in_lieu})" if in_lieu else f"祝日({own})")
    if day.weekday() >= _SATURDAY:
        name = WEEKDAYS[day.weekday()]
        return T(f"a {name.en}", name.ja)
    return None


def working_day_from(day: date, step: int = 1) -> date:
    """The day itself if it is a working day, else the next one; with a step of −1 the one before."""
    while day_off(day):
        day += timedelta(days=step)
    return day


def working_days(first: date, last: date) -> int:
    """How many working days there are from one day to another, both included."""
    return sum(day_off(first + timedelta(days=n)) is None for n in range((last - first).days + 1))


def read_day(
    typed: str, start: date | None = None, near: date | None = None, month_first: bool | None = None
) -> date | None:
    """The day that a cell names; one without a year is the one nearest to a plan that begins on ``start``.

    Also “+30” and 「30日後」, counted from ``start``, and the number under which Excel keeps a day.

    Args:
        near: where nobody has said when the plan begins, a day near which one without a year lies.
        month_first: whether “5/3” is the 3rd of May for certain, as in Japan; by default if Japanese is spoken.

    Returns:
        ``None`` for an empty cell.

    Raises:
        Slip: if there is no such day, it may be two or is several, it is a month, its year is missing, or it is no day at all.
    """
    plain = normalised(typed)
    if not plain or plain in ("-", "–", "—", "ー", "tbd", "未定"):
        return None
    if _SERIAL.fullmatch(plain):
        return _EXCEL_BEGINS + timedelta(days=int(plain))
    if start and (found := _AFTER.fullmatch(plain)):
        return start + timedelta(days=int(next(filter(None, found.groups()))))
    plain = _in_order(
        " ".join(TIME.sub(" ", plain).split()), language() == "ja" if month_first is None else month_first
    )
    if missing := no_such_day(typed) or no_such_day(plain):
        raise Slip(T("there is no {day}.", "{day}という日はありません。").format(day=missing), _YEAR_FIRST)
    if both := two_readings(plain):
        raise Slip(reading_of(typed, a_day(both[0]), a_day(both[1])), _YEAR_FIRST)
    middle = start + timedelta(days=45) if start else near
    days = read_date(plain) or (_in_nearest_year(plain, middle) if middle and lacks_year(plain) else None)
    # A number beside the day is another day, or makes it another one.
    several = re.search(r"\d", _BESIDE.sub(" ", beside_day(plain)))
    if days and days.is_point and not several:
        return days.low
    if days:
        says = T("“{typed}” is more than one day.", "「{typed}」は1日に決まりません。")
    elif lacks_year(plain) and not middle:
        says = T("“{typed}” has no year.", "「{typed}」に年がありません。")
    else:
        says = T("“{typed}” is no day that can be read.", "「{typed}」が日付として読めません。")
    raise Slip(says.format(typed=quoted(typed)), _YEAR_FIRST if days or not middle else _MONTH_AND_DAY)


def hour_in(typed: str) -> str:
    """The hour that stands beside a day, or from when to when, as it was typed: “10:00”, 「10時」, 「午後2時〜4時」; else ``""``."""
    text = unicodedata.normalize("NFKC", typed)
    found = list(TIME.finditer(text.casefold()))
    if not found or len(text.casefold()) != len(text):
        return ""
    half = _HALF_DAY.search(text[: found[0].start()])
    first = half.start() if half else found[0].start()
    said = re.sub(r"(?<=:\d\d):\d\d(?:\.\d+)?", "", text[first : found[-1].end()]).lstrip("Tt")
    # Excel writes midnight behind a day that has no hour.
    return "" if re.fullmatch(r"0?0:00", said) else said


def reading_of(typed: str, one: T, other: T) -> T:
    """What is said where a cell can be read in two ways."""
    says = T("“{typed}” may be {one} or {other}.", "「{typed}」は{one}とも{other}とも読めます。")
    return says.format(typed=quoted(typed), one=one, other=other)


def wrong_weekday(typed: str, day: date) -> tuple[T, T] | None:
    """The day of the week that a cell names and the right one, where the two differ; else ``None``."""
    found = _WEEKDAY.search(normalised(typed))
    if found is None:
        return None
    japanese = found[1] or found[2]
    said = "月火水木金土日".index(japanese) if japanese else _ENGLISH.index(found[3])
    return (WEEKDAYS[said], WEEKDAYS[day.weekday()]) if said != day.weekday() else None


def _in_nearest_year(plain: str, middle: date) -> Range[date] | None:
    """The day without its year that lies nearest to the middle of a plan's days.

    Raises:
        Slip: if the nearest year has no such day: 29 February.
    """
    found: dict[int, Range[date]] = {}
    years = (middle.year - 1, middle.year, middle.year + 1)
    for year in years:
        ways = (f"{year}年{plain}", f"{year}/{plain}", f"{plain} {year}")
        days = next((days for way in ways if (days := read_date(way)) and days.is_point), None)
        if days:
            found[year] = days
    if found and len(found) < len(years):
        leap_day = next(iter(found.values())).low
        # The day before stands for it where it is missing.
        nearest = min(years, key=lambda year: abs(date(year, leap_day.month, leap_day.day - 1) - middle))
        if nearest not in found:
            words = day_in_words(leap_day)
            day = T(f"{words.en} {nearest}", f"{nearest}年{words.ja}")
            raise Slip(T("there is no {day}.", "{day}という日はありません。").format(day=day), _YEAR_FIRST)
    return min(found.values(), key=lambda days: abs(days.low - middle), default=None)


def _in_order(plain: str, month_first: bool) -> str:
    """The text with “5/3” as month and day.

    Raises:
        Slip: if either may be the month, and nobody has said which comes first.
    """
    found = _TWO_NUMBERS.search(plain)
    if not found or re.search(r"(?:19|20)\d\d|年", plain):
        return plain
    one, other = int(found[1]), int(found[2])
    ways = [(month, day) for month, day in ((one, other), (other, one)) if 1 <= month <= 12 and 1 <= day <= _MONTH_DAYS]
    if len(set(ways)) == 2 and not month_first:
        first, second = (day_in_words(date(EXAMPLE_BEGINS.year, month, day)) for month, day in ways)
        raise Slip(reading_of(plain, first, second), _YEAR_FIRST)
    if not ways:
        return plain
    month, day = ways[0]
    return f"{plain[: found.start()]}{month}月{day}日{plain[found.end() :]}"

"""Can each day be read, by itself: does it exist, is it one day, has it a year, is it still to come?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mlcurric.subject.product.collected import Collected
from mlcurric.subject.product.dates import day_in_words, has_short_year, lacks_year, no_such_day, two_readings
from mlcurric.subject.product.finding import LineFinding, clash, question, quoted
from mlcurric.text import T

DATES = ("check_date", "stop_date", "first_meeting")
_AGAIN = T("Which day is meant? For instance 2031-07-01.", "正しい日を書いてください。例: 2031-07-01")


def about_days(lines: Collected, today: date | None) -> Iterator[LineFinding]:
    """Findings about days that no other line is needed to see.

    Args:
        today: the day of asking; ``None`` leaves out what depends on it.
    """
    for name in (*DATES, "day_we_look"):
        yield from _about_reading(name, lines)
    for name in DATES:
        day = lines.day(name)
        if today and day and day.high < today:
            yield question(
                "past",
                name,
                T("{label}: “{text}” is over.", "{label}「{text}」は、もう過ぎています。"),
                T(
                    "Did it come true? If not, write the new day.",
                    "予定どおりでしたか。まだなら、新しい日を書いてください。",
                ),
                label=lines[name].line.label,
                text=quoted(lines.text(name)),
            )


def _about_reading(name: str, lines: Collected) -> Iterator[LineFinding]:
    """What keeps a line from being one day; the list may well be made on “every Monday”, and people meet in words."""
    entry, text = lines[name], quoted(lines.text(name))
    if missing := no_such_day(entry.text):
        yield clash("no_such_day", name, T("There is no {day}.", "{day}という日はありません。"), _AGAIN, day=missing)
    elif both := two_readings(entry.text):
        one, other = (day_in_words(day) for day in both)
        yield question(
            "ambiguous_day",
            name,
            T("“{text}” can be read as two days.", "「{text}」は、2通りに読めます。"),
            T(
                "{one} or {other}? Write {one_iso} or {other_iso}.",
                "{other}ですか、{one}ですか。{other_iso} か {one_iso} のように書いてください。",
            ),
            text=text,
            one=one,
            other=other,
            one_iso=both[0].isoformat(),
            other_iso=both[1].isoformat(),
        )
    elif has_short_year(entry.text):
        yield question(
            "ambiguous_day",
            name,
            T("“{text}” can be read in several ways.", "「{text}」は、何通りにも読めます。"),
            T(
                "Which of the three is the year? Write it first, with four digits: 2031-07-01.",
                "どれが年ですか。年を4けたで、最初に書いてください。例: 2031-07-01",
            ),
            text=text,
        )
    elif name in DATES and lacks_year(entry.text):
        yield question(
            "no_year",
            name,
            T(
                "“{text}” has no year, so nothing can be held against it.",
                "「{text}」には年がないので、ほかの日付と比べられません。",
            ),
            T("Which year? For instance 2031-07-01.", "何年ですか。例: 2031-07-01"),
            text=text,
        )
    elif name in ("check_date", "stop_date") and entry.text and not entry.span:
        yield question(
            "no_day",
            name,
            T("“{text}” names no day.", "「{text}」には日付がありません。"),
            T("On which day will that be, at the latest?", "遅くとも何年何月何日ですか。"),
            text=text,
        )

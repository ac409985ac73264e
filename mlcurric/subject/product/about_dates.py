"""Do the days fit together? What comes first must come first, on every day that a line may mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mlcurric.subject.digits import as_count
from mlcurric.subject.product.collected import Collected
from mlcurric.subject.product.dates import lacks_year
from mlcurric.subject.product.finding import LineFinding, clash, question, quoted
from mlcurric.subject.product.line import Kind
from mlcurric.text import T

_DATES = ("check_date", "stop_date", "first_meeting")


def about_dates(lines: Collected, today: date | None) -> Iterator[LineFinding]:
    """Findings about days.

    Args:
        today: the day of asking; ``None`` leaves out what depends on it.
    """
    yield from _about_order(lines)
    yield from _about_outcome(lines)
    yield from _about_stretches(lines)
    yield from _about_words(lines)
    if today:
        yield from _about_past(lines, today)


def _about_order(lines: Collected) -> Iterator[LineFinding]:
    check, stop, meeting = (lines.day(name) for name in _DATES)
    texts = {name: quoted(lines.text(name)) for name in _DATES}
    if stop and check and stop.high < check.low:
        yield question(
            "stop_before_check",
            "stop_date check_date",
            T(
                "You stop on {stop_date}, and look only on {check_date} whether it worked.",
                "やめる日は {stop_date}、確認する日はそのあとの {check_date} です。",
            ),
            T(
                "Can you stop before you have looked? If not, set the stop date on the check date or later.",
                "確かめる前にやめるのですか。そうでなければ、やめる日を確認する日以降にしてください。",
            ),
            **texts,
        )
    if meeting and stop and meeting.low > stop.high:
        yield clash(
            "meeting_after_stop",
            "first_meeting stop_date",
            T(
                "The first meeting is on {first_meeting}, after the stop date {stop_date}.",
                "最初の打ち合わせ({first_meeting})が、やめる日({stop_date})よりあとです。",
            ),
            T("Mend one of the two.", "どちらかを直してください。"),
            **texts,
        )
    elif meeting and check and meeting.low > check.high:
        yield question(
            "meeting_after_check",
            "first_meeting check_date",
            T(
                "The first meeting is on {first_meeting}, after the check on {check_date}.",
                "最初の打ち合わせ({first_meeting})が、確認する日({check_date})よりあとです。",
            ),
            T("Is that meant?", "意図したものですか。"),
            **texts,
        )


def _about_outcome(lines: Collected) -> Iterator[LineFinding]:
    """The check against the day on which the outcome of a list can be known."""
    check, looked = lines.day("check_date"), lines.day("day_we_look")
    meeting, lead, horizon = lines.day("first_meeting"), lines.span("lead_time"), lines.span("horizon")
    if not (check and lead and horizon):
        return
    days = lead.low + horizon.low
    values = dict(
        lead=quoted(lines.text("lead_time")),
        horizon=quoted(lines.text("horizon")),
        check=quoted(lines.text("check_date")),
        looked=quoted(lines.text("day_we_look")),
        meeting=quoted(lines.text("first_meeting")),
        days=as_count(days),
    )
    if looked and (known := _later(looked.low, days)) and check.high < known:
        yield clash(
            "check_before_outcome",
            "check_date day_we_look lead_time horizon",
            T(
                "From {looked}, with the lead time ({lead}) and the horizon ({horizon}), nothing is known before {known}. The check is on {check}.",
                "{looked} から数えて、行動までの日数({lead})と見守る期間({horizon})を足すと、結果が出るのは早くて {known}。確認する日は {check} です。",
            ),
            T("Move the check to that day or later.", "確認する日を、その日以降にしてください。"),
            known=known,
            **values,
        )
    elif not looked and meeting and (known := _later(meeting.low, days)) and check.high < known:
        yield question(
            "check_soon",
            "check_date first_meeting lead_time horizon",
            T(
                "Between the first meeting ({meeting}) and the check ({check}) lie fewer than the {days} days that one list needs.",
                "最初の打ち合わせ({meeting})から確認する日({check})までが、リスト1回の結果が出る{days}日より短くなっています。",
            ),
            T("Is the list made before that meeting?", "リストは、その打ち合わせより前に作るのですか。"),
            **values,
        )


def _about_stretches(lines: Collected) -> Iterator[LineFinding]:
    horizon = lines.span("horizon")
    if horizon and horizon.high == 0:
        yield question(
            "no_horizon",
            "horizon",
            T(
                "We watch for “{text}”: only what happens on that very day counts.",
                "見守る期間が「{text}」なら、数えるのはその日のうちに起きたことだけです。",
            ),
            T("Is that meant, as for an appointment?", "予約の日のように、その日だけでよいですか。"),
            text=quoted(lines.text("horizon")),
        )


def _about_words(lines: Collected) -> Iterator[LineFinding]:
    """Days that cannot be compared, because they lack a year or are no days."""
    for name in _DATES:
        text = lines.text(name)
        if lacks_year(text):
            yield question(
                "no_year",
                name,
                T(
                    "“{text}” has no year, so nothing can be held against it.",
                    "「{text}」には年がないので、ほかの日付と比べられません。",
                ),
                T("Which year? For instance 2031-07-01.", "何年ですか。例: 2031-07-01"),
                text=quoted(text),
            )
    for name in ("check_date", "stop_date"):
        entry = lines[name]
        if entry.line.kind is Kind.DATE and entry.text and not entry.span and not lacks_year(entry.text):
            yield question(
                "no_day",
                name,
                T("“{text}” names no day.", "「{text}」には日付がありません。"),
                T("On which day will that be, at the latest?", "遅くとも何年何月何日ですか。"),
                text=quoted(entry.text),
            )


def _about_past(lines: Collected, today: date) -> Iterator[LineFinding]:
    for name in ("stop_date", "first_meeting"):
        day = lines.day(name)
        if day and day.high < today:
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


def _later(day: date, days: float) -> date | None:
    try:
        return day + timedelta(days=int(days))
    except OverflowError:
        return None

"""Do the days fit together? What comes first must come first, on every day that a line may mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mlcurric.subject.digits import as_count
from mlcurric.subject.product.about_days import DATES
from mlcurric.subject.product.collected import Collected
from mlcurric.subject.product.dates import in_words, read_deadline
from mlcurric.subject.product.finding import LineFinding, clash, question, quoted
from mlcurric.text import T


def about_dates(lines: Collected) -> Iterator[LineFinding]:
    """Findings about the order of days."""
    yield from _about_order(lines)
    yield from _about_goal(lines)
    yield from _about_outcome(lines)
    yield from _about_stretches(lines)


def _about_order(lines: Collected) -> Iterator[LineFinding]:
    check, stop, meeting = (lines.day(name) for name in DATES)
    texts = {name: quoted(lines.text(name)) for name in DATES}
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
            "check_date first_meeting",
            T(
                "The check is before the first meeting: {check_date}, {first_meeting}.",
                "確認する日({check_date})が、最初の打ち合わせ({first_meeting})より前です。",
            ),
            T("Is that meant?", "意図したものですか。"),
            **texts,
        )


def _about_goal(lines: Collected) -> Iterator[LineFinding]:
    """The stop date against the day that the goal itself names."""
    stop, goal = lines.day("stop_date"), read_deadline(lines.text("goal"))
    if stop and goal and stop.high < goal.low:
        yield question(
            "stop_before_goal",
            "stop_date goal",
            T(
                "You would stop before the goal's own day ({stop}, {goal}), and never know whether it was reached.",
                "目標の日({goal})より前({stop})に止めることになり、達したかどうかわからないままになります。",
            ),
            T("Is that meant?", "意図したものですか。"),
            stop=quoted(lines.text("stop_date")),
            goal=in_words(goal),
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
    # A check before the meeting itself is said by the order of the days.
    elif (
        not looked
        and meeting
        and meeting.low <= check.high
        and (known := _later(meeting.low, days))
        and check.high < known
    ):
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


def _later(day: date, days: float) -> date | None:
    try:
        return day + timedelta(days=int(days))
    except OverflowError:
        return None

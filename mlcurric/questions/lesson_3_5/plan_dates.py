"""Another team's ninety days, over Golden Week: seven dates that have to fit each other and the calendar."""

from __future__ import annotations

from datetime import date, timedelta

from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Day
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.team.about_plan import plan90_findings
from mlcurric.subject.team.days import a_day, day_off, working_days
from mlcurric.subject.team.plan90 import EXECUTIVE, HOLD_OUT, MEETING, POC, ROLL_OUT, Plan, Step
from mlcurric.text import T

START = date(2027, 4, 8)
VIABLE, USABLE = date(2027, 4, 23), date(2027, 4, 30)
"""The gifts whose days are settled: the talks, and the demo at the desk."""
AWAY = date(2027, 6, 16)
_A_LIFE = timedelta(days=36_525)
"""No plan is longer; beyond it a calendar ends."""
_YEARS = T("The plan is one of 2027: look at the year.", "2027年の計画です。年を確かめてください。")
LISTS, COUNTING = 4, 3
"""So many Monday lists make a trial; it takes so many working days to count it."""
_DAY = Day("2026-12-25")
_NOT_ASKED = ("owns_most", "empty_phase")
"""What is found in every plan that has one owner, or seven lines only."""
_DAYS = {
    "meeting": T("the next meeting of the whole team", "チーム全員の、次の打ち合わせ"),
    "lot_drawn": T("a lot draws who is left alone", "声をかけない相手を、くじで決める"),
    "poc_begins": T("the first Monday list of the trial", "試行の、最初の月曜のリスト"),
    "poc_ends": T("the last day of the trial", "試行の最後の日"),
    "gifts_ready": T(
        "the last gift is ready: the developer's yes, in writing", "最後の手土産がそろう(開発の承諾を文書で)"
    ),
    "decides_on": T("Ms Onishi decides", "大西さんが決める"),
    "roll_out": T("it begins for the whole desk", "全員で始める"),
}
MODEL = {
    "meeting": "2027-04-20",
    "lot_drawn": "2027-05-07",
    "poc_begins": "2027-05-10",
    "poc_ends": "2027-06-04",
    "gifts_ready": "2027-06-18",
    "decides_on": "2027-06-23",
    "roll_out": "2027-06-28",
}
_SLIPS = {
    "day_off": ({"meeting": "2027-04-29"}, T("A day on which hardly anybody works.", "休みの日に置かれています。")),
    "meeting_late": ({"meeting": "2027-04-26"}, T("The next meeting is more than 14 days away.", "次の打ち合わせが14日より先です。")),
    "outside": ({"decides_on": "2027-07-07", "roll_out": "2027-07-12"}, T("A day outside the 90.", "90日の外にはみ出しています。")),
    "ends_first": ({"poc_ends": "2027-05-04"}, T("The trial ends before it begins.", "試行が、始まる前に終わっています。")),
    "gift_too_late": ({"gifts_ready": "2027-06-25"}, T("A gift comes after the decision.", "手土産が、判断のあとになっています。")),
    "gift_on_the_day": ({"gifts_ready": "2027-06-23"}, T("A gift is ready on the very day.", "手土産が、判断の当日です。")),
    "hold_out_late": ({"lot_drawn": "2027-05-11"}, T("The lot comes after the first list.", "くじが、最初のリストのあとです。")),
    "decided_before_poc": ({"gifts_ready": "2027-05-25", "decides_on": "2027-05-26"}, T("The decision comes before the trial has ended.", "試行が終わる前に、判断することになっています。")),
    "roll_out_before_poc": ({"roll_out": "2027-05-31"}, T("It begins for all while it is still tried.", "試行が終わる前に、全員で始めています。")),
    "roll_out_before_decision": ({"roll_out": "2027-06-14"}, T("It begins before anybody has decided.", "判断の前に、全員で始めています。")),
    "before_demo": (
        {"lot_drawn": "2027-04-23", "poc_begins": "2027-04-26"},
        T(
            "poc_begins: on that Monday the screen has not been tried at the desk; that is on 30 April.",
            "poc_begins: その月曜には、まだ画面を試していません。試すのは4月30日です。",
        ),
    ),
    "not_a_monday": (
        {"poc_begins": "2027-05-11", "poc_ends": "2027-06-11"},
        T("poc_begins: the list comes on Mondays.", "poc_begins: リストが出るのは月曜です。"),
    ),
    "fewer_lists": (
        {"poc_ends": "2027-05-28"},
        T(
            "poc_ends: fewer than four Mondays lie in the trial (a holiday has no list).",
            "poc_ends: 試行の間に、月曜が4回ありません(祝日にリストは出ません)。",
        ),
    ),
    "not_wednesday": ({"decides_on": "2027-06-24"}, T("decides_on: Ms Onishi has time on Wednesdays.", "decides_on: 大西さんの時間が取れるのは水曜です。")),
    "away": ({"gifts_ready": "2027-06-11", "decides_on": "2027-06-16"}, T("decides_on: on 16 June Ms Onishi is at the shareholders' meeting.", "decides_on: 6月16日、大西さんは株主総会です。")),
    "not_counted": (
        {"gifts_ready": "2027-06-07", "decides_on": "2027-06-09"},
        T(
            "decides_on: between the last day of the trial and that Wednesday there are fewer than three working days to count it.",
            "decides_on: 試行の最後の日からその水曜までに、数えるための営業日が3日ありません。",
        ),
    ),
}  # fmt: skip
"""For each slip: the lines that show it, and what it is."""


def as_plan(days: dict[str, date]) -> Plan:
    """The answer beside what is settled already, as a plan is kept."""
    who = str(T("Kitano", "北野"))
    sponsor = str(T("Onishi", "大西"))

    def step(name: str, kind: str, day: date, until: date | None = None) -> Step:
        # The line's own name: a finding quotes it.
        return Step(name, kind, day, until, output=name, owner=who, attendees=sponsor, evidence=name)

    return Plan(
        (
            step("meeting", MEETING, days["meeting"]),
            step("viable", "viable", VIABLE),
            step("usable", "usable", USABLE),
            step("lot_drawn", HOLD_OUT, days["lot_drawn"]),
            step("poc_begins", POC, days["poc_begins"], days["poc_ends"]),
            step("gifts_ready", "feasible", days["gifts_ready"]),
            step("decides_on", EXECUTIVE, days["decides_on"]),
            step("roll_out", ROLL_OUT, days["roll_out"]),
        ),
        START,
        sponsor,
    )


def _about_this_team(days: dict[str, date]) -> str | None:
    """What no calendar knows: the demo, the Mondays, the sponsor's week, and that counting takes time."""
    begins, ends, decides = days["poc_begins"], days["poc_ends"], days["decides_on"]
    mondays = [day for n in range((ends - begins).days + 1) if (day := begins + timedelta(days=n)).weekday() == 0]
    between = working_days(ends + timedelta(days=1), decides - timedelta(days=1))
    about = {
        "before_demo": begins <= USABLE,
        "not_a_monday": begins.weekday() != 0,
        "fewer_lists": sum(day_off(day) is None for day in mondays) < LISTS,
        "not_wednesday": decides.weekday() != 2,
        "away": decides == AWAY,
        "not_counted": between < COUNTING,
    }
    return next((slip for slip, holds in about.items() if holds), None)


def _with_line(finding: LineFinding) -> T:
    """What a finding says, with the line of the answer that it is about."""
    if any(f"“{name}”" in finding.says.en for name in _DAYS):
        return finding.says
    steps = as_plan(dict.fromkeys(_DAYS, START)).steps
    lines = [steps[int(line) - 1].what for line in finding.lines]
    return T("{line}: {says}", "{line}: {says}").format(
        line=next(line for line in lines if line in _DAYS), says=finding.says
    )


def _next_list(day: date) -> date:
    """The first Monday list from a day on that the rules allow: after the demo, and not on a holiday."""
    day = max(day, USABLE + timedelta(days=1))
    while day.weekday() != 0 or day_off(day):
        day += timedelta(days=1)
    return day


def _next_wednesday(day: date) -> date:
    """The first day from a day on on which the sponsor has time."""
    while day.weekday() != 2 or day_off(day) or day == AWAY:
        day += timedelta(days=1)
    return day


def _day_off_here(days: dict[str, date], name: str) -> T | None:
    """The way out of a day off where the nearest working days would break another rule: a Monday stays a Monday."""
    if name == "poc_begins":
        return T("The next Monday with a list is {day}.", "次にリストが出る月曜は{day}です。").format(
            day=a_day(_next_list(days[name]))
        )
    if name == "decides_on":
        return T(
            "The next Wednesday on which Ms Onishi has time is {day}.", "大西さんの時間が取れる次の水曜は{day}です。"
        ).format(day=a_day(_next_wednesday(days[name])))
    return None


def _way_out(finding: LineFinding, days: dict[str, date]) -> T:
    """What to do about a finding; every plan's rule does not know the Mondays and Wednesdays of this one."""
    own = None
    if finding.name == "day_off":
        steps = as_plan(days).steps
        own = _day_off_here(days, steps[int(finding.lines[0]) - 1].what)
    return own or finding.way_out


def _check(days: dict[str, date]) -> Verdict:
    if far := [name for name, day in days.items() if abs(day - START) > _A_LIFE]:
        seen = T("{name}: {day} is nowhere near this plan.", "{name}: {day}は、この計画からかけ離れています。")
        return failed(seen.format(name=far[0], day=days[far[0]].isoformat()), _YEARS, misconception="far_off")
    findings = [finding for finding in plan90_findings(as_plan(days)) if finding.name not in _NOT_ASKED]
    if findings:
        lines = {line for finding in findings for line in finding.lines}
        share = max(0.0, 1 - len(lines) / len(days))
        first = findings[0]
        return failed(_with_line(first), _way_out(first, days), share=share, misconception=first.name)
    if off := day_off(days["poc_ends"]):
        seen = T("poc_ends: {day} is {off}.", "poc_ends: {day}は{off}です。")
        way_out = T("Take the working day before.", "その前の営業日にしましょう。")
        return failed(seen.format(day=a_day(days["poc_ends"]), off=off), way_out, misconception="day_off")
    if slip := _about_this_team(days):
        return failed(_SLIPS[slip][1], share=1 - 1 / len(days), misconception=slip)
    return passed(
        T(
            "All seven fit. Ms Onishi decides on {day}, working day {n} from the start.",
            "7つとも成り立ちます。大西さんが決めるのは{day}、開始から数えて{n}営業日目です。",
        ).format(day=a_day(days["decides_on"]), n=working_days(START, days["decides_on"]))
    )


plan_dates = Question(
    name="plan_dates",
    data="fixed",
    kind="S",
    form=Fields({name: Field(label, _DAY, _DAY.note()) for name, label in _DAYS.items()}),
    points=6,
    title=T("Seven dates over Golden Week", "ゴールデンウィークをまたぐ7つの日付"),
    check=_check,
    hints=(
        T(
            "From the back: the 90 days end on 7 July. Which Wednesdays are left for the decision, with a working day after it for the roll-out?",
            "後ろから考えます。90日目は7月7日。判断に使える水曜はどれでしょう。そのあとに、全員で始める営業日も要ります。",
        ),
        T(
            "29 April and 3 to 5 May are holidays. The first Monday after the demo is 10 May; four lists later it is 4 June.",
            "4月29日と5月3日〜5日は祝日です。画面を試したあとの最初の月曜は5月10日。リスト4回で6月4日になります。",
        ),
    ),
    misconceptions=tuple(Misconception(slip, {**MODEL, **lines}, says) for slip, (lines, says) in _SLIPS.items()),
    why=T(
        "The decision first, then backwards: what must be there a day before, what that needs, and which days nobody works.",
        "まず判断の日。そこから逆に、前日までに要るもの、それに要る日数、誰も働かない日を置いていきます。",
    ),
)

"""What a plan hides in its days and its people: a Saturday, a day outside, nobody who does it, nothing to show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mlcurric.subject.product.finding import LineFinding, clash, question, quoted
from mlcurric.subject.team.about_gifts import about_gifts
from mlcurric.subject.team.about_reasons import is_nothing
from mlcurric.subject.team.about_roles import about_name
from mlcurric.subject.team.days import a_day, day_off, working_day_from
from mlcurric.subject.team.people import bare, names_in
from mlcurric.subject.team.plan90 import EXECUTIVE, GIFTS, MEETING, MILESTONE, PHASES, POC, Plan, Step
from mlcurric.text import T

SOON = 14
"""The next meeting is at most so many days after the first day."""
_NO_DAY = T("“{what}” has no day.", "「{what}」に日付がありません。")
FEW_STEPS = 6
"""In a shorter plan one person may well own most of it."""


def plan90_findings(sheet: Plan) -> list[LineFinding]:
    """What cannot stand in a plan, and what has to be asked; ``lines`` are the numbers of its lines, from 1, or a kind."""
    if not sheet.begun:
        way_out = T("First the day on which management decides; then backwards from there.", "まず経営判断の日を決め、そこから逆算します。")  # fmt: skip
        return [
            question("blank", "plan", T("The plan has no line yet.", "計画には、まだ1行も書かれていません。"), way_out)
        ]
    found = [*_about_start(sheet)]
    for step in sheet.steps:
        found += [*_about_days(sheet, step), *_about_work(sheet, step)]
    return [*found, *_about_meeting(sheet), *_about_phases(sheet), *about_gifts(sheet), *_about_owners(sheet)]


def _about_start(sheet: Plan) -> Iterator[LineFinding]:
    if sheet.start is None:
        yield clash(
            "no_start", "start",
            T("The plan has no first day, so 30, 60 and 90 days end nowhere.", "開始日がないので、30日・60日・90日がいつなのか決まりません。"),
            T("Write it beside “First day”, above the headings, such as 2027-01-21.", "見出しの上の「開始日」に、2027-01-21 のように書いてください。"),
        )  # fmt: skip


def _about_days(sheet: Plan, step: Step) -> Iterator[LineFinding]:
    line, what = str(sheet.number(step)), quoted(step.what)
    if step.day is None:
        if "day" in step.unread:
            # Whoever reads the file is told of that cell already, with its own way out.
            return
        yield clash(
            "no_day",
            line,
            _NO_DAY,
            T(
                "A day that turns out wrong is better than none: it is noticed.",
                "違っていてもかまいません。日付があれば、遅れに気づけます。",
            ),
            what=what,
        )
        return
    if step.until and step.until < step.day:
        yield clash(
            "ends_first",
            line,
            T(
                "“{what}” ends on {until}, before it begins on {day}.",
                "「{what}」は{day}に始まり、{until}に終わることになっています。",
            ),
            T("Swap the two days.", "日付を入れかえてください。"),
            what=what,
            day=a_day(step.day),
            until=a_day(step.until),
        )
    if sheet.start and sheet.ends and not sheet.start <= step.day <= sheet.ends:
        when = (
            T("before the plan begins", "計画の開始より前")
            if step.day < sheet.start
            else T("after day 90", "90日より後")
        )
        yield clash(
            "outside",
            line,
            T(
                "“{what}” is on {day}, {when} (the plan runs from {start} to {ends}).",
                "「{what}」が{day}で、{when}です(計画は{start}〜{ends})。",
            ),
            T("Move it inside, or take it out of this plan.", "期間の中に移すか、この計画から外しましょう。"),
            what=what,
            day=a_day(step.day),
            when=when,
            start=a_day(sheet.start),
            ends=a_day(sheet.ends),
        )
    elif step.phase and sheet.phase_of(step) not in (None, step.phase):
        yield clash(
            "other_phase",
            line,
            T(
                "“{what}” stands under {phase} days; {day} is day {number}.",
                "「{what}」は{phase}日の欄にありますが、{day}は開始から{number}日後です。",
            ),
            T("Move it to {right}, or change the day.", "{right}日の欄に移すか、日付を直してください。"),
            what=what,
            phase=step.phase,
            day=a_day(step.day),
            number=(step.day - sheet.start).days if sheet.start else 0,
            right=sheet.phase_of(step),
        )
    if step.until and step.until != step.day and (off := day_off(step.until)):
        yield question(
            "until_day_off",
            line,
            T("“{what}” ends on {day}, {off}.", "「{what}」の終わる日が{day}、{off}です。"),
            T("The working days beside it: {before} and {after}.", "近い営業日は、{before}と{after}です。"),
            what=what,
            day=a_day(step.until),
            off=off,
            before=a_day(working_day_from(step.until, -1)),
            after=a_day(working_day_from(step.until)),
        )
    if off := day_off(step.day):
        # People have to come; what is only due is asked about.
        make = clash if step.kind in (EXECUTIVE, MEETING) else question
        yield make(
            "day_off",
            line,
            T("“{what}” is on {day}, {off}.", "「{what}」が{day}、{off}です。"),
            T("The working days beside it: {before} and {after}.", "近い営業日は、{before}と{after}です。"),
            what=what,
            day=a_day(step.day),
            off=off,
            before=a_day(working_day_from(step.day, -1)),
            after=a_day(working_day_from(step.day)),
        )
    if step.kind == POC and step.until is None:
        yield question(
            "poc_open_end",
            line,
            T(
                "“{what}” begins on {day} and has no last day.",
                "「{what}」は{day}に始まりますが、終わる日がありません。",
            ),
            T("On which day is it counted, and who stops it?", "いつ数えて、誰が終わらせますか。"),
            what=what,
            day=a_day(step.day),
        )
    if step.kind == POC and step.until and sheet.ends and step.until > sheet.ends:
        yield question(
            "poc_runs_on", line, T("“{what}” runs until {until}; the plan ends on {ends}.", "「{what}」は{until}まで続き、計画({ends}まで)の中では終わりません。"),
            T("What will be known by day 90, and who looks?", "90日の時点で何がわかりますか。誰が見ますか。"),
            what=what, until=a_day(step.until), ends=a_day(sheet.ends),
        )  # fmt: skip


def _about_work(sheet: Plan, step: Step) -> Iterator[LineFinding]:
    line, what = str(sheet.number(step)), quoted(step.what)
    owners = names_in(step.owner)
    if not owners:
        yield clash(
            "no_owner",
            line,
            T("“{what}” has no owner.", "「{what}」に責任者がいません。"),
            T("One name, of somebody who has said yes.", "引き受けると言った人を1人書きましょう。"),
            what=what,
        )
    for name in owners:
        yield from about_name(name, "owner", line, T("The owner of “{what}”", "「{what}」の責任者").format(what=what))
    if len(owners) > 1:
        yield question(
            "several_owners",
            line,
            T("“{what}” has {n} owners ({who}).", "「{what}」の責任者が{n}人います({who})。"),
            T(
                "Who of them is rung up when it is late?",
                "遅れたとき、電話をかける相手はどちらですか。1人に決めましょう。",
            ),
            what=what,
            n=len(owners),
            who=step.owner,
        )
    if step.kind in (MILESTONE, POC, *GIFTS) and is_nothing(step.output):
        yield clash(
            "no_output",
            line,
            T(
                "“{what}”: nothing is there afterwards that could be shown.",
                "「{what}」で何ができあがるのか書いてありません。",
            ),
            T(
                "Which file, page, list or number will lie on the table?",
                "どのファイル、画面、一覧、数字を見せますか。",
            ),
            what=what,
        )
    if step.kind in (EXECUTIVE, MEETING) and not names_in(step.attendees):
        yield clash(
            "no_attendees", line, T("“{what}”: it is not said who comes.", "「{what}」に誰が来るのか書いてありません。"),
            T("Names, and the invitation goes out today.", "名前を書き、招待は今日のうちに送りましょう。"), what=what,
        )  # fmt: skip


def _about_meeting(sheet: Plan) -> Iterator[LineFinding]:
    meetings = sheet.of(MEETING)
    if not meetings:
        yield clash(
            "no_meeting",
            MEETING,
            T("The next meeting is not booked.", "次の打ち合わせが決まっていません。"),
            T(
                "Find a day within {days} days before anybody leaves the room.",
                "解散する前に、{days}日以内の日を決めましょう。",
            ),
            days=SOON,
        )
        return
    first = meetings[0]
    if sheet.start and first.day and (first.day - sheet.start).days > SOON:
        yield question(
            "meeting_late", str(sheet.number(first)),
            T("The next meeting is on {day}, {days} days after the first day.", "次の打ち合わせが{day}、開始から{days}日後です。"),
            T("By then much is forgotten: half an hour within {soon} days?", "それまでに熱が冷めます。{soon}日以内に30分だけでも集まれませんか。"),
            day=a_day(first.day), days=(first.day - sheet.start).days, soon=SOON,
        )  # fmt: skip


def _about_phases(sheet: Plan) -> Iterator[LineFinding]:
    if sheet.start is None or not sheet.steps:
        return
    for days in PHASES:
        if not any(sheet.phase_of(step) == days for step in sheet.steps):
            last = _phase_end(sheet.start, days)
            yield question(
                "empty_phase", str(days), T("Nothing stands in the {days} days up to {last}.", "{days}日の期({last}まで)に何もありません。"),
                T("What would the sponsor see on that day?", "その日、スポンサーに何を見せますか。"), days=days, last=a_day(last),
            )  # fmt: skip


def _about_owners(sheet: Plan) -> Iterator[LineFinding]:
    owned: dict[str, list[Step]] = {}
    for step in sheet.steps:
        for name in names_in(step.owner):
            owned.setdefault(bare(name), []).append(step)
    for steps in owned.values():
        if len(sheet.steps) >= FEW_STEPS and 2 * len(steps) > len(sheet.steps):
            yield question(
                "owns_most", " ".join(str(sheet.number(step)) for step in steps),
                T("{who} owns {n} of {all} lines.", "{all}行のうち{n}行の責任者が、{who}です。"),
                T("Which can be given away, and what happens in a week of holiday?", "どれを渡せますか。休む週はどうなりますか。"),
                who=names_in(steps[0].owner)[0], n=len(steps), all=len(sheet.steps),
            )  # fmt: skip


def _phase_end(start: date, days: int) -> date:
    return start + timedelta(days=days)

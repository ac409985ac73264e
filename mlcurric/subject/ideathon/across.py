"""The files of an ideathon held against each other: what only shows when the wall, the list and the plan lie side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from mlcurric.subject.board.form import board_findings
from mlcurric.subject.ideathon.about_choice import ABOUT_CHOICE
from mlcurric.subject.ideathon.about_list import ABOUT_LIST
from mlcurric.subject.ideathon.between import about, asks, texts
from mlcurric.subject.ideathon.contents import Contents
from mlcurric.subject.ideathon.noticed import Gravity, Noticed, of_board, of_lines
from mlcurric.subject.ideathon.sheets import TEAM_SHEETS
from mlcurric.subject.product.finding import quoted
from mlcurric.subject.surveys.teams import team_key
from mlcurric.subject.team.days import a_day
from mlcurric.subject.team.people import Whom, bare, is_among, names_in, whom
from mlcurric.subject.team.plan90 import MEETING
from mlcurric.subject.team.together import team_findings
from mlcurric.subject.usecases.choice import to_build
from mlcurric.text import T

SOON = 14
"""A plan that begins so many days after the ideathon has lost what the room had agreed on."""
_FEW_AUTHORS = 3
"""With fewer names on the wall nobody took down who wrote what."""


def noticed_in(
    contents: Contents, day: date | None = None, team: str = "", present: Sequence[str] = ()
) -> list[Noticed]:
    """Everything about an ideathon's files, the gravest first.

    Args:
        day: of the ideathon, where it is known.
        team: whose folder it is.
        present: who signed in; where nobody typed that, the authors on the wall stand for them.
    """
    read = [each for file in contents.files.values() for each in file.noticed]
    between = [each for rule in _BETWEEN for each in rule(contents)]
    found = [*read, *_within(contents), *between, *_about_day(contents, day), *_about_team(contents, team), *_about_owners(contents, present)]  # fmt: skip
    return sorted(found, key=lambda each: each.gravity)


def _within(all: Contents) -> Iterator[Noticed]:
    """What the rules of each sheet find."""
    board = all.board
    if board is not None:
        yield from of_board(board_findings(board), all.shown("board"))
    for name, sheet in TEAM_SHEETS.items():
        if (filled := all.sheet(name)) is not None:
            yield from of_lines(sheet.findings(filled, board), all.shown(name))


def _team_sheets(all: Contents) -> Iterator[Noticed]:
    names = {"roles": "role-map", "raci": "raci", "pre-mortem": "pre-mortem", "plan": "plan"}
    for finding in team_findings(all.roles, all.raci, all.pre_mortem, all.plan):
        files = [all.shown(names[line]) for line in finding.lines if line in names]
        yield from of_lines([finding], *files)


def _people_of_winner(all: Contents) -> Iterator[Noticed]:
    """The sponsor and the owner of the workflow, who must be in the plan too."""
    if all.cases is None or all.plan is None:
        return
    if len(built := to_build(all.cases)) != 1:
        return
    (winner,) = built
    listed_sponsors, sponsors = names_in(winner.sponsor_name), names_in(all.plan.sponsor)
    if listed_sponsors and sponsors and not any(is_among(name, sponsors) for name in listed_sponsors):
        yield about(
            all, "plan use-cases", Gravity.WRONG,
            T("the sponsor of {case} is {listed}; that of the plan is {plan}.", "{case}のスポンサーは{listed}、計画のスポンサーは{plan}です。"),
            T("Who says yes when it costs something? Write one name in both.", "費用がかかるときに承認するのは誰ですか。両方に同じ名前を書きましょう。"),
            case=winner.title, listed=winner.sponsor_name, plan=all.plan.sponsor,
        )  # fmt: skip
    owners = [name for name in names_in(winner.workflow_owner) if whom(name) is Whom.PERSON]
    people = [name for step in all.plan.steps for name in step.people]
    if owners and people and not any(is_among(name, people) for name in owners):
        yield asks(
            all, "plan use-cases",
            T("{owner} owns the work that {case} changes, and stands in no line of the plan.", "{case}で仕事のやり方が変わる責任者は{owner}ですが、計画のどの行にも出てきません。"),
            T("What does {owner} do in the 90 days? At least: say yes, and by when.", "90日のあいだに{owner}は何をしますか。少なくとも、了解をもらう日を書きましょう。"),
            case=winner.title, owner=winner.workflow_owner,
        )  # fmt: skip


def _watchers(all: Contents) -> Iterator[Noticed]:
    if all.pre_mortem is None or all.roles is None:
        return
    known = {*all.roles.people, *(bare(name) for name in names_in(all.plan.sponsor if all.plan else ""))}
    names = [name for cause in all.pre_mortem.causes for name in names_in(cause.watcher)]
    unknown = {bare(name): name for name in names if whom(name) is Whom.PERSON and bare(name) not in known}
    if unknown:
        yield asks(
            all, "pre-mortem role-map",
            T("{names}: watching in the pre-mortem, but not on the role map.", "事前検死で見張る{names}が、役割マップにいません。"),
            T("Add a line, or spell the name alike.", "1行足すか、名前の書き方をそろえましょう。"), names=texts(unknown.values()),
        )  # fmt: skip


_BETWEEN: tuple[Callable[[Contents], Iterator[Noticed]], ...] = (
    _team_sheets,
    *ABOUT_LIST,
    *ABOUT_CHOICE,
    _people_of_winner,
    _watchers,
)


def _about_day(all: Contents, day: date | None) -> Iterator[Noticed]:
    """The plan's dates beside the day of the ideathon."""
    plan = all.plan
    if plan is None or day is None:
        return
    if plan.start and plan.start < day:
        says = T(
            "the plan begins on {start}, before the ideathon ({day}).",
            "計画の開始日が{start}で、ワークショップの日({day})より前です。",
        )
        way_out = T(
            "Is it the plan of another time? Correct “start”.", "前回の計画ではありませんか。開始日を直しましょう。"
        )
        yield about(all, "plan", Gravity.WRONG, says, way_out, start=a_day(plan.start), day=a_day(day))
    elif plan.start and plan.start > day + timedelta(days=SOON):
        says = T(
            "the plan begins on {start}, {n} days after the ideathon.",
            "計画の開始日が{start}で、ワークショップから{n}日あいています。",
        )
        way_out = T(
            "What was agreed in the room fades. Begin on the day itself?",
            "部屋での合意は薄れていきます。当日から始められませんか。",
        )
        yield asks(all, "plan", says, way_out, start=a_day(plan.start), n=(plan.start - day).days)
    for step in plan.of(MEETING):
        if step.day and step.day <= day:
            says = T(
                "“{what}” is on {when}; the ideathon itself is on {day}.",
                "「{what}」が{when}です。ワークショップ当日は{day}です。",
            )
            way_out = T(
                "The next meeting comes after it; correct the day.", "次の打ち合わせは、そのあとの日にしましょう。"
            )
            yield about(all, "plan", Gravity.WRONG, says, way_out, what=quoted(step.what), when=a_day(step.day), day=a_day(day))  # fmt: skip


def _about_team(all: Contents, team: str) -> Iterator[Noticed]:
    """A sheet that bears another team's name was copied from there."""
    sheets = {name: all.sheet(name) for name in all.files}
    named = {name: sheet.team for name, sheet in sheets.items() if sheet is not None and sheet.team.strip()}
    own = team or next(iter(named.values()), "")
    others: dict[str, list[str]] = {}
    for name, other in named.items():
        if team_key(other) != team_key(own):
            others.setdefault(other, []).append(name)
    for other, names in others.items():
        says = T(
            "the team's name is “{other}”; this is the folder of “{own}”.",
            "チーム名が「{other}」です。このフォルダーのチームは「{own}」です。",
        )
        way_out = T(
            "Copied from there? Look through it, then correct the name.",
            "コピーしたものですか。中身を確かめてから、チーム名を直しましょう。",
        )
        yield asks(all, " ".join(names), says, way_out, other=quoted(other), own=quoted(own))


def _about_owners(all: Contents, present: Sequence[str]) -> Iterator[Noticed]:
    """Those who got work in the plan and were not there to say yes."""
    if all.plan is None:
        return
    there = list(present) or ([note.author for note in all.board if note.author] if all.board else [])
    known = {bare(name) for each in there for name in names_in(each)} | {"pdm"}
    if not present and len(known) <= _FEW_AUTHORS:
        return
    sponsor = {bare(name) for name in names_in(all.plan.sponsor)}
    owners = {bare(name): name for step in all.plan.steps for name in names_in(step.owner) if whom(name) is Whom.PERSON}
    absent = [name for key, name in owners.items() if key not in known | sponsor]
    if absent:
        says = (
            T(
                "{names}: on the plan, but not among those who signed in.",
                "計画の責任者になっている{names}が、出席簿にいません。",
            )
            if present
            else T(
                "{names}: on the plan, but no note on the wall is theirs.",
                "計画の責任者になっている{names}の付箋が、ボードに1枚もありません。",
            )
        )
        way_out = T(
            "Have they said yes? Ask before the plan is shown.",
            "本人は引き受けましたか。計画を見せる前に聞きましょう。",
        )
        yield asks(all, "plan", says, way_out, names=texts(absent))

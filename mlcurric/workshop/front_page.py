"""The first page of a report: who was there, what was found, what comes first and how firmly, which days are fixed, and where it stands."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PIL import Image, ImageChops

from mlcurric.subject.board.draw import draw_board, save_drawing
from mlcurric.subject.board.kinds import KINDS
from mlcurric.subject.board.model import TO_BE, Board, Note
from mlcurric.subject.ideathon.contents import counted
from mlcurric.subject.surveys.report import results_in_short
from mlcurric.subject.team.as_written import day_shown
from mlcurric.subject.team.days import a_day
from mlcurric.subject.team.plan90 import EXECUTIVE, MEETING, POC, ROLL_OUT, Plan, Step
from mlcurric.subject.usecases.choice import choice_in_words, to_build
from mlcurric.subject.usecases.page import use_case_verdict
from mlcurric.subject.usecases.usecase import UseCase
from mlcurric.templates import filled
from mlcurric.text import T, listed
from mlcurric.workshop.beside_first import beside_first
from mlcurric.workshop.reading import TeamFolder
from mlcurric.workshop.sign_in import SIDES, Person

_DOTS_WIDE = 1600
_COLOURS = 64
_HOTSPOTS = 5
_PIVOTAL = 4
_DATED = (MEETING, POC, EXECUTIVE, ROLL_OUT)


@dataclass(frozen=True)
class Link:
    """One file of the report: its name, and what is said of it."""

    file: str
    says: T


@dataclass(frozen=True)
class Output:
    """One of the outputs: what it is, and the files that hold it; without any it is not there yet, or cannot be read."""

    title: T
    links: Sequence[Link]
    main: bool = False
    unread: bool = False


def front_page(folder: TeamFolder, outputs: Sequence[Output]) -> str:
    """The page as HTML, in the language spoken now.

    Args:
        outputs: of the report, with the names of their files; what has none is said to be missing. What is to be mended
            concerns whoever makes the report, not its readers.
    """
    session = folder.session
    board, cases, plan = folder.contents.board, folder.contents.cases, folder.contents.plan
    first = to_build(cases) if cases else ()
    return filled(
        "mlcurric.workshop",
        "report.html",
        words=WORDS,
        made_on=folder.dated.isoformat(),
        team=folder.team,
        stage=session.stage if session else None,
        day=a_day(folder.day) if folder.day else None,
        counts=list(_counts(folder, board)),
        verdict=use_case_verdict(cases) if cases else [],
        choice=choice_in_words(cases) if cases else [],
        beside=list(beside_first(cases)) if cases else [],
        first=first[0] if len(first) == 1 else None,
        no_list=_no(folder, "use-cases", "no_list"),
        dates=list(_dates(plan)) if plan else [],
        no_plan=_no(folder, "plan", "no_plan"),
        picture=_picture(board) if board else "",
        wall=next((link.file for output in outputs for link in output.links if link.file.endswith(".svg")), None),
        board_title=_board_title(board) if board else None,
        no_board=_no(folder, "board", "no_board") if folder.contents.files["board"].is_damaged else None,
        pivotal=(pivotal := [note.text for note in board if note.pivotal] if board else [])[:_PIVOTAL],
        more_pivotal=max(len(pivotal) - _PIVOTAL, 0),
        hotspots=(hotspots := _hotspots(board, first) if board else []),
        more_hotspots=len(board.of("hotspot")) - len(hotspots) if board else 0,
        people=_people(folder.people),
        signed_in=folder.present.amount is not None,
        survey=results_in_short(folder.survey.results, folder.team) if folder.survey.results else [],
        outputs=[output for output in outputs if output.links],
        missing=[output.title for output in outputs if not output.links and not output.unread],
    )


def _counts(folder: TeamFolder, board: Board | None) -> Iterator[T]:
    people = folder.people
    if people:
        yield T(f"{len(people)} people", f"{len(people)}人")
    if board:
        hotspots, to_be = len(board.of("hotspot")), sum(note.layer == TO_BE for note in board)
        yield T(f"{len(board)} notes", f"付箋{len(board)}枚")
        if hotspots:
            yield T(f"{hotspots} hotspots", f"ホットスポット{hotspots}件")
        if to_be:
            yield T(f"{to_be} notes on how it will be", f"「これから」{to_be}枚")
    if folder.contents.cases:
        yield counted(len(folder.contents.cases), "use case", "use cases", "件のユースケース") or T("–", "–")


def _no(folder: TeamFolder, name: str, otherwise: str) -> T:
    """Why one of the files says nothing here: it cannot be read, or is not there yet."""
    file = folder.contents.files[name]
    return WORDS["unreadable" if file.is_damaged else otherwise]


def _dates(plan: Plan) -> Iterator[tuple[T, T, str, str]]:
    """What, when, which line of the plan, and who, by date: the next meeting, the trial, the decision, the roll-out, day 90."""
    lines = []
    for kind in _DATED:
        # A day that nobody can read is shown as it was typed, after the others.
        step = next((step for step in plan.of(kind) if step.day or "day" in step.unread), None)
        if step and (when := _span(step)):
            who = (step.attendees if kind == MEETING else "") or step.owner
            lines.append((step.day or date.max, WORDS[kind], when, step.what, who))
    if plan.ends:
        lines.append((plan.ends, WORDS["ends"], a_day(plan.ends), "", ""))
    for _, *line in sorted(lines, key=lambda line: line[0]):
        yield tuple(line)


def _span(step: Step) -> T | None:
    first, last = (day_shown(getattr(step, name), name, step.unread, step.hours, a_day) for name in ("day", "until"))
    if first is None or last is None or (step.until and step.until == step.day):
        return first
    return T(f"{first.en} – {last.en}", f"{first.ja}〜{last.ja}")


def _hotspots(board: Board, first: Sequence[UseCase]) -> list[tuple[Note, bool]]:
    """The first few hotspots: those that the leading use cases answer are among them; most dots first, then as on the wall."""
    answered = {number for case in first for number in case.notes}
    hotspots = sorted(board.of("hotspot"), key=lambda note: -note.dots)
    chosen = sorted(hotspots, key=lambda note: note.id not in answered)[:_HOTSPOTS]
    return [(note, note.id in answered) for note in hotspots if note in chosen]


def _people(people: Sequence[Person]) -> list[tuple[T | str, str]]:
    """The names by side, else by role; those of whom neither is known together at the end."""
    groups: dict[str, list[str]] = {}
    for person in people:
        groups.setdefault(person.side or person.role, []).append(person.name)
    order = [*SIDES, *(name for name in groups if name not in SIDES and name), ""]
    return [
        (SIDES.get(name, name), str(listed(T(each, each) for each in groups[name]))) for name in order if name in groups
    ]


def _picture(board: Board) -> str:
    """The wall as a small picture that the page carries with it."""
    figure = draw_board(board)
    drawn, small = io.BytesIO(), io.BytesIO()
    save_drawing(figure, drawn, _DOTS_WIDE / figure.get_size_inches()[0])
    drawn.seek(0)
    wall = Image.open(drawn).convert("RGB")
    paper = Image.new("RGB", wall.size, "white")
    wall = wall.crop(ImageChops.difference(wall, paper).getbbox())
    wall.quantize(_COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(small.getvalue()).decode()}"


def _board_title(board: Board) -> T:
    title = board.title or board.team or str(WORDS["board"])
    kinds = {note.kind for note in board}
    names = listed(KINDS[name].name for name in KINDS if name in kinds)
    return T("{title}: {names}", "{title}({names})").format(title=title, names=names)


WORDS: Mapping[str, T] = {
    "kicker": T("Workshop report", "ワークショップ報告書"),
    "no_team": T("(team)", "(チーム名)"),
    "stage": T("Stage {n}", "ステージ{n}"),
    "first": T("What to build next", "次に何を作るか"),
    "no_list": T("There is no use-case list yet.", "ユースケース一覧がまだありません。"),
    "for": T("for", "誰のために"),
    "gets": T("what people get", "届くもの"),
    "acts": T("who acts on it", "見て動く人"),
    "dates": T("The days that are fixed", "決まった日"),
    MEETING: T("Next meeting", "次の打ち合わせ"),
    POC: T("Trial", "試行(PoC)"),
    EXECUTIVE: T("Management decides", "経営判断"),
    ROLL_OUT: T("Roll-out", "展開"),
    "ends": T("Day 90", "90日目"),
    "no_plan": T("There is no plan yet; without a day for the next meeting the ideas end here.", "計画がまだありません。次の打ち合わせの日だけでも、決めておきましょう。"),
    "no_board": T("There is no board yet.", "ボードがまだありません。"),
    "unreadable": T("Not in this report: it could not be read.", "読み込めなかったため、この報告書には入っていません。"),
    "found": T("What was found", "見つかったこと"),
    "board": T("Event Storming board", "イベントストーミングのボード"),
    "pivotal": T("After these everything is different", "ここを境に状況が変わる(転換点)"),
    "hotspots": T("What hurts", "困りごと"),
    "more_hotspots": T("And {n} more on the board.", "ほか{n}件は、ボードにあります。"),
    "by_points": T("By points", "点では"),
    "answered": T("★ answered by what is built next", "★は、次に作るものが答えるもの"),
    "there": T("Who was there", "出席者"),
    "by_notes": T("(by the names on the notes)", "(付箋の記名から)"),
    "survey": T("What the survey says", "アンケートから"),
    "outputs": T("The outputs", "成果物"),
    "missing": T("Not there yet:", "まだないもの:"),
    "rests": T(
        "Made of the files of the team's folder; nothing in it is typed by hand. Scores and estimates are the team's own opinion of that day.",
        "チームのフォルダーのファイルから作りました。手で書き足したところはありません。点と見積もりは、その日のチームの意見です。",
    ),
}  # fmt: skip

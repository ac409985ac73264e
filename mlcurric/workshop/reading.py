"""A team's folder as it is read after the session: the ideathon's files, who signed in, and what the survey says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from mlcurric.notebook.workfolder import session_file
from mlcurric.subject.ideathon.across import noticed_in
from mlcurric.subject.ideathon.contents import (  # fmt: skip
    PARTS,
    Contents,
    File,
    candidates,
    read_contents,
    read_file,
)
from mlcurric.subject.ideathon.noticed import Gravity, Noticed, of_fault
from mlcurric.subject.ideathon.unreadable import closed_folder, damaged
from mlcurric.subject.sheets import plain_heading, read_sheet
from mlcurric.subject.surveys.answers import Answers, read_answers
from mlcurric.subject.surveys.earlier import ADVICE, HELD, Earlier, kept_in
from mlcurric.subject.surveys.headings import read_headings
from mlcurric.subject.surveys.paper import COLUMNS
from mlcurric.subject.surveys.results import Results, find_results
from mlcurric.subject.team.people import names_in
from mlcurric.subject.typed import Slip
from mlcurric.text import T
from mlcurric.workshop import sign_in
from mlcurric.workshop.answer_files import answer_files
from mlcurric.workshop.commands import command
from mlcurric.workshop.outside import about_outside
from mlcurric.workshop.session import Session, load_session
from mlcurric.workshop.sheets import IDEATHON, REPORT

_PAGE = "survey.html"
"""The page of the report that holds the survey's results."""


@dataclass(frozen=True)
class Survey:
    """The answers that a folder holds.

    Attributes:
        files: that were read.
        results: ``None`` where there are no answers, or too few to show anything.
        why_not: why there are no results.
        noticed: what could not be read as it stands.
    """

    files: tuple[Path, ...] = ()
    answers: Answers | None = None
    results: Results | None = None
    why_not: T | None = None
    noticed: tuple[Noticed, ...] = ()

    @property
    def is_damaged(self) -> bool:
        """Whether a file of answers cannot be read."""
        return any(each.gravity is Gravity.DAMAGED for each in self.noticed)


@dataclass(frozen=True)
class TeamFolder:
    """What was read.

    Attributes:
        session: ``None`` if nobody laid the folder out with ``mlcurric workshop new``, as in a learner's own.
        contents: of the ideathon.
        present: the file that says who signed in.
        about: what is to be told of the folder itself.
    """

    path: Path
    session: Session | None
    contents: Contents
    present: File
    survey: Survey
    about: tuple[Noticed, ...] = ()

    @property
    def team(self) -> str:
        """Whose folder it is; empty where nobody has said so."""
        sheets = (self.contents.sheet(part.name) for part in PARTS)
        named = (sheet.team.strip() for sheet in sheets if sheet is not None)
        return self.session.team if self.session else next(filter(None, named), "")

    @property
    def day(self) -> date | None:
        """Of the session, else the first of the plan."""
        if self.session:
            return self.session.day
        return self.contents.plan.start if self.contents.plan else None

    @property
    def dated(self) -> date:
        """The date that pages carry: the day, else that on which a file was saved last."""
        if self.day:
            return self.day
        files = [file.path for file in self.files if file.path] + list(self.survey.files)
        return max((datetime.fromtimestamp(path.stat().st_mtime).date() for path in files), default=date(1970, 1, 1))

    @property
    def files(self) -> tuple[File, ...]:
        """The files of the ideathon, and the one that says who signed in."""
        return (*self.contents.files.values(), self.present)

    @property
    def expected(self) -> bool:
        """Whether an ideathon belongs to this folder: it is Stage 3's."""
        return self.session is None or self.session.stage == 3 or any(file.path for file in self.files)

    @property
    def people(self) -> tuple[sign_in.Person, ...]:
        """Who was there: who signed in, else the authors on the wall, in the order of their notes."""
        if self.present.amount is not None:
            return self.present.sheet.people
        board = self.contents.board
        roles: dict[str, str] = {}
        for note in sorted(board.notes.values(), key=lambda note: note.id) if board else ():
            # Two may have written one note, and a comma may stand before a name.
            for name in names_in(note.author):
                roles[name] = roles.get(name) or note.role.strip()
        return tuple(sign_in.Person(name, role=role) for name, role in roles.items())

    def noticed(self) -> list[Noticed]:
        """Everything that is to be told, the gravest first."""
        present = [person.name for person in self.people] if self.present.amount is not None else []
        found = [*self.about, *self.present.noticed, *self.survey.noticed, *noticed_in(self.contents, self.day, self.team, present)]  # fmt: skip
        return sorted(found, key=lambda each: each.gravity)


def read_team_folder(path: Path) -> TeamFolder:
    """Read a folder that ``mlcurric workshop new`` laid out, a learner's folder, or one that holds the files themselves.

    Raises:
        Slip: if there is no such folder, nobody may look into it, or nothing in it is known.
    """
    try:
        return _read(path)
    except OSError as error:
        raise closed_folder(Path(error.filename or path), error) from error


def _read(path: Path) -> TeamFolder:
    if not path.is_dir():
        raise Slip(
            T("There is no folder {path}.", "{path} というフォルダーがありません。").format(path=path),
            T("Give the name of the team's folder, or make one: {line}", "チームのフォルダーの名前を確かめてください。まだなければ、こうして作れます: {line}").format(line=command("new")),
        )  # fmt: skip
    session, about = _session(path)
    inside = path / IDEATHON
    if not inside.is_dir() and any(candidates(part, path) for part in (*PARTS, sign_in.PART)):
        inside = path
    elif inside.is_dir():
        about = (*about, *about_outside(path))
    contents = read_contents(inside, session.day if session else None)
    found = TeamFolder(
        path,
        session,
        contents,
        read_file(sign_in.PART, inside),
        _survey(path, inside, session.team if session else ""),
        about,
    )
    if session is None and not about and not any(file.path for file in found.files) and not found.survey.files:
        raise Slip(
            T("{path} holds no board, no list and no plan.", "{path} に、ボードも一覧も計画も見つかりません。").format(path=path),
            T("Is it the right folder? A new one: {line}", "フォルダーを確かめてください。新しく作るなら、こうします: {line}").format(line=command("new")),
        )  # fmt: skip
    return found


def language_of(path: Path) -> str | None:
    """The language in which a folder was laid out; ``None`` where nobody laid it out."""
    try:
        return load_session(path).lang
    except Slip:
        return None


def _session(path: Path) -> tuple[Session | None, tuple[Noticed, ...]]:
    if not session_file(path).is_file():
        return None, ()
    try:
        return load_session(path), ()
    except Slip as slip:
        return None, (Noticed((session_file(path).name,), slip.says[0], slip.says[-1], Gravity.DAMAGED),)


def _survey(path: Path, inside: Path, team: str) -> Survey:
    files, noticed = [], []
    for file in answer_files(path, inside):
        try:
            sheet = read_sheet(file)
            if {*map(plain_heading, sheet.headings)} >= set(COLUMNS) or (not sheet.rows and _is_form(sheet.headings)):
                # The form itself, or its headings with nobody's answers below.
                continue
            read_answers(file)
        except (Slip, OSError) as error:
            noticed.append(damaged(file, error))
            continue
        files.append(file)
    if not files:
        return Survey(why_not=_NO_ANSWERS, noticed=tuple(noticed))
    # Whoever names no team in a team's folder is of that team; else one word on two forms would be two people.
    answers = read_answers(*files, team=team)
    noticed += _settled(answers)
    try:
        results = find_results(answers, _told_before(path / REPORT))
        noticed += _about_second_report(path / REPORT, results)
        return Survey(tuple(files), answers, results, noticed=tuple(noticed))
    except Slip as slip:
        return Survey(tuple(files), answers, why_not=T(slip.says[0].en, slip.says[0].ja), noticed=tuple(noticed))


def _is_form(headings: Sequence[str]) -> bool:
    """Whether headings are those of a form; a file that holds neither answers nor these is damaged."""
    return any(column.means in ("item", "issue") for column in read_headings(headings, [[] for _ in headings]))


def _told_before(report: Path) -> Earlier:
    """What the report that stands here told."""
    try:
        return kept_in((report / _PAGE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return Earlier()


def _about_second_report(report: Path, results: Results) -> Iterator[Noticed]:
    """That a second report tells on whoever answered in between."""
    says = T("the survey is to be reported once.", "アンケートの報告は一度だけにします。")
    if results.held:
        says = T("since the last report, one or two answers of the survey came or went, or some were changed.", "アンケートの回答が、前の報告書から1〜2人だけ増減したか、書き直されています。")  # fmt: skip
    yield Noticed((f"{report.name}/{_PAGE}",), says, HELD if results.held else ADVICE, Gravity.ASKS)


def _settled(answers: Answers) -> list[Noticed]:
    """What was read with a guess, once however many files it is about; nobody has to mend a form tool's export."""
    found: dict[tuple[T, T], list[Noticed]] = {}
    for each in answers.faults:
        one = replace(of_fault(each.file, each.fault), gravity=Gravity.ASKS if each.asks else Gravity.READ)
        found.setdefault((one.says, one.way_out), []).append(one)
    return [
        own[0]
        if len(own) == 1
        else replace(own[0], files=tuple(dict.fromkeys(each.files[0] for each in own)), line=None)
        for own in found.values()
    ]


_NO_ANSWERS = T("Nobody has answered the survey yet.", "アンケートの回答がまだありません。")

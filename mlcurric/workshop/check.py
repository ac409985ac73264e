"""What stands in a team's folder, and what has to be mended before anything is shown to anybody."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mlcurric.subject.ideathon.contents import File, counted
from mlcurric.subject.ideathon.noticed import Gravity, Noticed
from mlcurric.subject.team.days import a_day
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed
from mlcurric.workshop.commands import command
from mlcurric.workshop.reading import TeamFolder, read_team_folder

_THERE, _EMPTY, _DAMAGED = T("✓", "✓"), T("–", "–"), T("✗", "✗")
_GROUPS = {
    Gravity.DAMAGED: T("Damaged", "読めないファイル"),
    Gravity.LOST: T("Lines that could not be read", "読めなかった行"),
    Gravity.MISSING: T("Not read, so it is missing", "読めなかったので、抜けている値"),
    Gravity.WRONG: T("To mend", "直すところ"),
    Gravity.ASKS: T("To talk about", "確かめたいこと"),
    Gravity.READ: T("Read with a guess", "読み替えたところ"),
}
_MOST_READ = 15
"""What was only guessed need not be told to the end."""


def check_and_print(path: Path) -> int:
    """Say per file what is there, then everything that was noticed with its way out, the gravest first.

    Returns:
        The exit code: 2 if there is no such folder, 1 if a file is damaged, else 0.
    """
    try:
        folder = read_team_folder(path)
    except Slip as slip:
        print(slip, file=sys.stderr)
        return 2
    console = Console(highlight=False, soft_wrap=True)
    console.print(Text(str(_head(folder))))
    Console().print(_table(folder))
    noticed = folder.noticed()
    for line in told_lines(noticed):
        console.print(Text(line))
    console.print(Text(str(verdict(folder, noticed))))
    return int(any(each.gravity is Gravity.DAMAGED for each in noticed))


def verdict(folder: TeamFolder, noticed: Sequence[Noticed]) -> T:
    """The last line: how much is to be mended, or that the report can be made, and what it will lack."""
    if any(each.to_mend for each in noticed):
        return to_mend_in_words(noticed)
    missing, line = lacking(folder), command("report", folder.path)
    if len(missing) > len(folder.contents.files) and not unread(folder) and not folder.survey.answers:
        return _NOTHING
    if missing:
        return _READY_WITHOUT.format(names=listed(missing), line=line)
    return _READY.format(line=line)


def to_mend_in_words(noticed: Sequence[Noticed]) -> T:
    """How much is to be mended: “2 things to mend.”."""
    n = sum(each.to_mend for each in noticed)
    return _TO_MEND.format(n=n, things=T("thing" if n == 1 else "things", "件"))


def lacking(folder: TeamFolder) -> list[T]:
    """What is not there or not filled in, of what belongs to such a folder; what cannot be read is there, see ``unread``."""
    files = folder.contents.files.values() if folder.expected else ()
    found = [file.part.title for file in files if file.amount is None and not file.is_damaged]
    if folder.survey.results or folder.survey.is_damaged:
        return found
    return [*found, _TOO_FEW if folder.survey.answers else _SURVEY]


def unread(folder: TeamFolder) -> list[str]:
    """The names of the files that cannot be read, each once."""
    return list(dict.fromkeys(each.files[0] for each in folder.noticed() if each.gravity is Gravity.DAMAGED))


def _head(folder: TeamFolder) -> T:
    session = folder.session
    if session:
        return T("{team}, stage {stage}, {day}", "{team} ステージ{stage} {day}").format(
            team=session.team, stage=session.stage, day=a_day(session.day)
        )
    return T("{team}", "{team}").format(team=folder.team or str(folder.path))


def _table(folder: TeamFolder) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for _ in range(4):
        table.add_column(overflow="fold")
    shown: tuple[File, ...] = folder.files if folder.expected else ()
    for file in shown:
        mark = _DAMAGED if file.is_damaged else _THERE if file.amount is not None else _EMPTY
        says = file.amount or (_UNREADABLE if file.is_damaged else _BLANK if file.path else _MISSING)
        table.add_row(str(mark), Text(file.shown), Text(str(file.part.title)), Text(str(says)))
    survey = folder.survey
    people = counted(len(survey.answers.responses), "answer", "answers", "件の回答") if survey.answers else None
    mark = _DAMAGED if survey.is_damaged else _THERE if survey.results else _EMPTY
    says = people or survey.why_not or _MISSING
    if people and survey.why_not:
        says = T("{people}: {why}", "{people}。{why}").format(people=people, why=survey.why_not)
    files = ", ".join(dict.fromkeys(path.parent.name for path in survey.files)) or "surveys"
    table.add_row(str(mark), Text(f"{files}/"), Text(str(_SURVEY)), Text(str(says)))
    return table


def told_lines(noticed: Sequence[Noticed]) -> Iterator[str]:
    """Everything that was noticed, in groups from the gravest, each with its way out."""
    number = 0
    for gravity, heading in _GROUPS.items():
        own = [each for each in noticed if each.gravity is gravity]
        if own:
            yield f"\n{heading}"
        for each in own[:_MOST_READ] if gravity is Gravity.READ else own:
            number += 1
            yield f"{number:>3}. {_where(each)}: {each.says}"
            yield f"     → {each.way_out}"
        if gravity is Gravity.READ and len(own) > _MOST_READ:
            yield f"     {_MORE.format(n=len(own) - _MOST_READ)}"
    yield ""


def _where(each: Noticed) -> str:
    files = " + ".join(each.files)
    return (
        files if each.line is None else str(T("{files} line {n}", "{files} {n}行目").format(files=files, n=each.line))
    )


_SURVEY = T("Survey", "アンケート")
_TOO_FEW = T("Survey (answers of fewer than three people)", "アンケート(回答が3人未満)")
_MISSING, _BLANK, _UNREADABLE = (
    T("not there yet", "まだありません"),
    T("there, not filled in yet", "未記入"),
    T("cannot be read", "読めません"),
)
_MORE = T("and {n} more", "ほか{n}件")
_TO_MEND = T("{n} {things} to mend.", "直すところが{n}{things}あります。")
_NOTHING = T("Nothing is filled in yet.", "まだ何も記入されていません。")
_READY = T("Ready for the report: {line}", "報告書を作れます: {line}")
_READY_WITHOUT = T("Ready for the report, without: {names}. {line}", "報告書を作れます。まだないもの: {names}。{line}")

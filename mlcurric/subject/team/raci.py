"""Who does what in a project: a line a task, a column a person, one who answers for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from mlcurric.subject.cells import plain
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.subject.operations.raci import LETTERS, NOBODY, read_row, with_letter
from mlcurric.subject.product.dates import in_words
from mlcurric.subject.product.finding import quoted
from mlcurric.subject.ranges import Range
from mlcurric.subject.said import is_none
from mlcurric.subject.sheets import Reading
from mlcurric.subject.team.as_written import day_cell
from mlcurric.subject.team.days import day_off
from mlcurric.subject.team.lines import Line, brought_along, read_lines
from mlcurric.subject.team.role_map import START, TEAM
from mlcurric.subject.team.stretches import parts_of, read_stretch
from mlcurric.subject.typed import Slip
from mlcurric.subject.workbooks import table_text, workbook
from mlcurric.text import T

_TASK = Column("task", T("Task", "作業"), T("What is done or decided.", "すること、決めること。"),
               ("step", "activity", "what", "タスク", "仕事", "業務", "工程", "項目"), 38)  # fmt: skip
_BY = Column("by", T("By", "いつまでに"), T("The day on which it is due.", "その期日。"),
             ("due", "date", "day", "期限", "期日", "日付"), 14, is_day=True)  # fmt: skip
_NOTE = Column("note", T("Note", "備考"), T("Anything else.", "そのほか。"), ("notes", "remarks", "メモ"), 28)
EXPLAINS = (
    T("R responsible (does it), A accountable (answers for it, one a line), C consulted (asked before), I informed (told after). AR: does it and answers for it.",
      "R 実行する人、A 説明責任を負う人(1行に1人だけ)、C 前もって相談する人、I あとで知らせる人。AR は実行と説明責任の兼任です。"),
    T("A column a person. A line “away” may say when somebody cannot be reached, such as 8–12 Feb.",
      "1人1列。「不在」の行には、連絡がつかない日を「2/8〜2/12」のように書けます。"),
)  # fmt: skip
_MARKS = {mark: T(mark, mark) for mark in ("R", "A", "AR", "C", "I")}
_LETTERS = Column("who", T("a person", "人の名前"), T("R, A, AR, C, I or nothing.", "R、A、AR、C、I か空欄。"), width=9, choices=_MARKS,
                  words=dict.fromkeys(("RA", "A/R", "R/A", "A・R", "R・A", "A R", "R A"), "AR"))  # fmt: skip
_AWAY = re.compile(r"away|absent|not reachable|cannot be reached|on leave|不在|休み|休暇|連絡不可|連絡がつかない日?")
_MARK = re.compile(rf"[{LETTERS}]{{1,4}}|[-‐-―ー−_.]?")


@dataclass(frozen=True)
class Task:
    """One line: what is done, and who has which letters.

    Attributes:
        marks: person → letters of ``LETTERS``; none where they have no part.
        by: the day on which it is due.
        more: columns that people added, by their headings.
        unread: what cannot be read, as it was typed, by person and by ``"by"``.
        hours: the hour beside the day, by ``"by"``.
    """

    what: str
    marks: Mapping[str, frozenset[str]]
    by: date | None = None
    note: str = ""
    more: Mapping[str, str] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    hours: Mapping[str, str] = field(default_factory=dict)

    def who(self, letter: str) -> list[str]:
        """Who has a letter here."""
        return with_letter(self.marks, letter)


@dataclass(frozen=True)
class Raci:
    """The table.

    Attributes:
        people: the columns, in their order.
        away: person → the days on which they cannot be reached.
        away_unread: person → what of these cannot be read, as it was typed.
        start: the plan's first day, where it is known.
    """

    tasks: tuple[Task, ...]
    people: tuple[str, ...]
    away: Mapping[str, tuple[Range[date], ...]] = field(default_factory=dict)
    team: str = ""
    start: date | None = None
    away_unread: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def is_away(self, person: str, day: date) -> bool:
        """Whether somebody cannot be reached on a day."""
        return any(days.holds(day) for days in self.away.get(person, ()))


def read_raci(path: Path, start: date | None = None) -> Reading[Raci]:
    """Read the table from CSV or Excel: every column that is not known and holds nothing but letters is a person.

    Args:
        start: the first day of the plan, for days without a year.

    Raises:
        Slip: if there is no such file, it is damaged, or it has no column of tasks.
    """
    lines = read_lines(path, _table(()), "task", start)
    away_lines = [line for line in lines.lines if _AWAY.fullmatch(plain(line["task"]))]
    task_lines = [line for line in lines.lines if line not in away_lines]
    people = _people(lines.more, task_lines)
    tasks = []
    for line in task_lines:
        if not line["task"]:
            says = T("the task is missing.", "作業が書いてありません。")
            line.fault(says, T("The line is left out.", "この行は飛ばします。"), lost=True)
            continue
        marks = {who: _letters(line, who) for who in people}
        more = {name: line[name] for name in lines.more if name not in people}
        by = line.day(_BY, lines.start)
        tasks.append(Task(line["task"], marks, by, line["note"], more, line.unread, line.hours))
    both = {who: _days_away(line, who, lines.start) for line in away_lines for who in people if line[who]}
    away, unread = ({who: found[at] for who, found in both.items()} for at in (0, 1))
    return Reading(Raci(tuple(tasks), people, away, lines.about.get("team", ""), lines.start, unread), lines.told())


def raci_rows(sheet: Raci) -> list[dict[str, str]]:
    """The table's lines by the names of its columns, the days away last."""
    rows = [
        {
            **task.more,
            "task": task.what,
            **{who: _letters_cell(task, who) for who in sheet.people},
            "by": day_cell(task.by, "by", task.unread, task.hours),
            "note": task.note,
        }
        for task in sheet.tasks
    ]
    if any((*sheet.away.values(), *sheet.away_unread.values())):
        away = {
            who: " / ".join((*map(_span, sheet.away.get(who, ())), *sheet.away_unread.get(who, ())))
            for who in sheet.people
        }
        rows.append({"task": str(T("away", "不在")), **away})
    return rows


def raci_text(sheet: Raci) -> str:
    """The table as the text of its CSV file."""
    return table_text(
        _table(sheet.people), raci_rows(sheet), _about(sheet), brought_along(task.more for task in sheet.tasks)
    )


def raci_workbook(sheet: Raci) -> bytes:
    """The table as an Excel file in the language spoken now.

    Raises:
        Slip: if openpyxl is missing.
    """
    return workbook(
        _table(sheet.people), raci_rows(sheet), _about(sheet), brought_along(task.more for task in sheet.tasks)
    )


def days_in_words(days: Range[date]) -> T:
    """From one day to another, or one day, with their year."""
    first, last = in_words(Range(days.low, days.low)), in_words(Range(days.high, days.high))
    return first if days.is_point else T(f"{first.en} to {last.en}", f"{first.ja}〜{last.ja}")


def _about(sheet: Raci) -> dict[str, str]:
    return {"team": sheet.team, "start": sheet.start.isoformat() if sheet.start else ""}


def _table(people: tuple[str, ...]) -> Table:
    columns = (_TASK, *(replace(_LETTERS, name=who, heading=T(who, who)) for who in people), _BY, _NOTE)
    return Table("raci", T("RACI", "RACI"), columns, (TEAM, START), EXPLAINS, own=_LETTERS)


def _people(headings: tuple[str, ...], lines: list[Line]) -> tuple[str, ...]:
    """The columns of letters: those that hold at least as many as anything else, and empty ones between them."""
    cells = {name: [_folded(line[name]) for line in lines if line[name]] for name in headings}
    fit = {name: [cell for cell in cells[name] if _MARK.fullmatch(cell)] for name in headings}
    lettered = [at for at, name in enumerate(headings) if fit[name] and 2 * len(fit[name]) >= len(cells[name])]
    inside = range(lettered[0], lettered[-1]) if lettered else range(0)
    return tuple(name for at, name in enumerate(headings) if at in lettered or (at in inside and not cells[name]))


def _folded(cell: str) -> str:
    """Letters as they are compared; 「○」 is no letter, 「R(実行)」 is one."""
    return re.sub(r"[\s/,、・+&]", "", re.sub(r"[(（].*$", "", plain(cell))).upper()


def _letters(line: Line, who: str) -> frozenset[str]:
    typed = _folded(line[who])
    try:
        return read_row(typed or NOBODY, [who])[who]
    except ValueError:
        line.unread[who] = line[who]
        line.fault(
            T("“{typed}” of {who} is not made of R, A, C and I.", "{who}の「{typed}」は、R・A・C・I ではありません。"),
            T("Write one of A, R, AR, C, I; it is taken as empty.", "A・R・AR・C・I のどれかを書いてください。いまは空欄として読んでいます。"),
            missing=True,
            typed=quoted(line[who]),
            who=who,
        )  # fmt: skip
        return frozenset()


def _letters_cell(task: Task, who: str) -> str:
    return "".join(letter for letter in "ARCI" if letter in task.marks.get(who, ())) or task.unread.get(who, "")


def _days_away(line: Line, who: str, start: date | None) -> tuple[tuple[Range[date], ...], tuple[str, ...]]:
    """The days on which somebody cannot be reached, and what of the cell cannot be read."""
    found, unread = [], []
    for part in parts_of("" if is_none(line[who]) else line[who]):
        try:
            days = read_stretch(part, lambda typed: line.day_in(typed, start), line.month_first)
        except Slip as slip:
            says = T("{who}: {why}", "{who}: {why}")
            line.fault(says, slip.says[-1], missing=True, who=who, why=slip.says[0])
            unread.append(part.strip())
            continue
        if days:
            found.append(days)
    return tuple(found), tuple(unread)


def _span(days: Range[date]) -> str:
    return days.low.isoformat() if days.is_point else f"{days.low.isoformat()} 〜 {days.high.isoformat()}"


def first_day_back(sheet: Raci, person: str, day: date) -> date:
    """The first working day from ``day`` on on which somebody can be reached."""
    while sheet.is_away(person, day) or day_off(day):
        day += timedelta(days=1)
    return day

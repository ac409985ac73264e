"""The lines of the team's sheets while they are read: days beside a known first day, choices by any of their words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from mlcurric.subject import workbooks
from mlcurric.subject.cells import plain
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.subject.product.dates import lacks_year
from mlcurric.subject.product.finding import quoted
from mlcurric.subject.product.numerals import plain_figures
from mlcurric.subject.sheets import Fault
from mlcurric.subject.team.days import EXAMPLE_BEGINS, a_day, hour_in, read_day, wrong_weekday
from mlcurric.subject.typed import Slip
from mlcurric.subject.unseen import CONTROLS
from mlcurric.text import T, language

LONGEST_CELL = 10_000
_AMOUNT = re.compile(
    r"(?:週に?|約|およそ|about |ca\.? )*(\d+(?:\.\d+)?)\s*(/\s*100|[^\d.]*?)(?:\s*(?:/|a |per )\s*(?:週|w|week))?"
)
_JAPANESE = re.compile(r"[ぁ-ヿ一-鿿]")


@dataclass(frozen=True)
class Line:
    """One line.

    Attributes:
        number: in the file, counted from 1.
        cells: by the names of the columns; numbers and choices as the table has them.
        near: a day near which those without a year lie, where nobody has said when the plan begins.
        month_first: whether “5/3” is the 3rd of May for certain, as where Japanese is written.
        unread: what could not be read, as it was typed, by the names of the columns; reading adds to it.
        hours: the hours that stand beside days, likewise.
    """

    number: int
    cells: Mapping[str, str]
    faults: list[Fault]
    near: date | None = None
    month_first: bool = True
    unread: dict[str, str] = field(default_factory=dict)
    hours: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")

    def fault(self, says: T, way_out: T, *, lost: bool = False, missing: bool = False, **values: object) -> None:
        """Tell something of this line; ``values`` fill the gaps in both sentences."""
        self.faults.append(Fault(self.number, says.format(**values), way_out.format(**values), lost, missing))

    def amount(self, column: Column, units: Mapping[str, float]) -> float | None:
        """The number that stands there, in what the column counts; “2 days” of hours are told as what they are taken for.

        Args:
            units: what may stand behind a number → how many of the column's own that is.
        """
        typed = self[column.name]
        if not plain(typed) or column.between is None:
            return None
        low, high = column.between
        one_width = unicodedata.normalize("NFKC", typed).casefold().replace(",", "").replace("半", "0.5")
        # In brackets stands what must not be lost.
        found = _AMOUNT.fullmatch(one_width if "(" in one_width else plain_figures(one_width))
        times = units.get(found[2].strip()) if found else None
        number = round(float(found[1]) * times, 2) if found and times is not None else None
        if number is None or not low <= number <= high:
            self.unread[column.name] = typed
            self.fault(
                T("“{typed}” under “{heading}” cannot be read.", "「{heading}」の「{typed}」が読めません。"),
                T("Write a number from {low} to {high}.", "{low}〜{high}の数字を書いてください。"),
                missing=True, typed=quoted(typed), heading=column.heading, low=f"{low:g}", high=f"{high:g}",
            )  # fmt: skip
            return None
        if times != 1:
            says = T(
                "“{typed}” under “{heading}” is taken as {number}.",
                "「{heading}」の「{typed}」は{number}と読みました。",
            )
            way_out = T("Write the number that is meant, if it is another.", "違っていたら、数字を書き直してください。")
            self.fault(says, way_out, typed=quoted(typed), heading=column.heading, number=f"{number:g}")
        return number

    def day(self, column: Column, start: date | None = None) -> date | None:
        """The day that stands there; one without its year is near ``start``, or near another day that is known."""
        typed = self[column.name]
        try:
            found = self.day_in(typed, start)
        except Slip as slip:
            self.unread[column.name] = typed
            self.fault(T("{heading}: {why}", "{heading}: {why}"), slip.says[-1], missing=True, heading=column.heading, why=slip.says[0])  # fmt: skip
            return None
        if found and (hour := hour_in(typed)):
            self.hours[column.name] = hour
        if found and (differ := wrong_weekday(typed, found)):
            self.fault(
                T("“{typed}” says {said}; the date is {day}.", "「{typed}」の曜日は{said}ですが、日付は{day}です。"),
                T("The date is taken; which of the two is meant?", "日付のほうで読みました。どちらが正しいか確かめてください。"),
                typed=quoted(typed),
                said=differ[0],
                day=a_day(found),
            )  # fmt: skip
        return found

    def day_in(self, typed: str, start: date | None = None) -> date | None:
        """The day in a part of a cell; which year one without it got is told where it is a guess, and once.

        Raises:
            Slip: as ``read_day``.
        """
        found = read_day(typed, start, self.near, self.month_first)
        if found and start is None and lacks_year(typed):
            told = _year_taken(self.number, found)
            if told.says not in [fault.says for fault in self.faults]:
                self.faults.append(told)
        return found


@dataclass(frozen=True)
class Lines:
    """All the lines of a file.

    Attributes:
        more: headings that are not the table's, in their order.
        about: what stands above the headings, by name.
        start: the first day of the plan, for days without a year.
        faults: what could not be read; reading a day adds to it.
    """

    lines: tuple[Line, ...]
    more: tuple[str, ...]
    about: Mapping[str, str]
    start: date | None
    faults: list[Fault]

    def told(self) -> tuple[Fault, ...]:
        """What could not be read, in the order of the lines."""
        return tuple(sorted(self.faults, key=lambda fault: fault.line))


def read_lines(path: Path, table: Table, needed: str, start: date | None = None) -> Lines:
    """Read a sheet from CSV, TSV or Excel.

    Args:
        needed: the column without which it is another sheet.
        start: the first day of the plan, unless a line above the headings says it.

    Raises:
        Slip: as ``workbooks.read_table``.
    """
    # Days are read here: “2/18” is one beside a plan's first day.
    found = workbooks.read_table(path, table, needed, days=False)
    faults = list(found.faults)
    days = [column.name for column in table.columns if column.is_day]
    written = (*found.about.values(), *found.more, *(cell for _, cells in found.rows for cell in cells.values()))
    month_first = language() == "ja" or any(map(_JAPANESE.search, written))
    near = start or _middle(cells.get(name, "") for _, cells in found.rows for name in days)
    begins = found.about.get("start", "")
    try:
        start = read_day(begins, near=near, month_first=month_first) or start
        if lacks_year(begins) and start:
            faults.append(_year_taken(1, start))
    except Slip as slip:
        faults.append(Fault(1, slip.says[0], slip.says[-1], missing=True))
    lines = tuple(
        Line(number, _clean(number, cells, faults), faults, near, month_first) for number, cells in found.rows
    )
    return Lines(tuple(line for line in lines if any(line.cells.values())), found.more, found.about, start, faults)


def freely(table: Table, *names: str) -> Table:
    """The table with some columns read as they stand: a word of a team's own is no fault, a number is read with its unit."""
    columns = (
        replace(column, choices={}, words={}, between=None) if column.name in names else column
        for column in table.columns
    )
    return replace(table, columns=tuple(columns))


def brought_along(rows: Iterable[Mapping[str, str]]) -> list[str]:
    """The headings of the columns that people added, in their order.

    Args:
        rows: heading → cell, of each line.
    """
    return list(dict.fromkeys(name for row in rows for name in row))


def _middle(cells: Iterable[str]) -> date:
    """The middle one of the days that are written with their year; where there is none, the middle of the worked example."""
    days = []
    for cell in cells:
        with suppress(Slip):
            days.append(read_day(cell))
    known = sorted(filter(None, days))
    return known[len(known) // 2] if known else EXAMPLE_BEGINS + timedelta(days=45)


def _year_taken(number: int, day: date) -> Fault:
    return Fault(
        number,
        T("days without a year are taken to be in {year}.", "年のない日付は、{year}年として読みました。").format(year=day.year),
        T("If that is wrong, write the year, or the plan's first day above the headings.", "違っていたら、年を付けるか、見出しの上の「開始日」を書いてください。"),
    )  # fmt: skip


def _clean(number: int, cells: Mapping[str, str], faults: list[Fault]) -> dict[str, str]:
    if any(len(cell) > LONGEST_CELL for cell in cells.values()):
        says = T("a cell has more than {most} characters.", "{most}字を超えるセルがあります。")
        faults.append(
            Fault(
                number,
                says.format(most=f"{LONGEST_CELL:,}"),
                T("Only its beginning is read; the file keeps all of it.", "はじめの部分だけを読みました。元のファイルには、全文が残っています。"),
                missing=True,
            )
        )  # fmt: skip
    return {name: CONTROLS.sub("", cell).strip()[:LONGEST_CELL] for name, cell in cells.items()}

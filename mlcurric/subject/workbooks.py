"""A list that a team keeps in Excel or CSV: its columns said once, written so that people can fill it in, read back leniently.

CSV has the columns' names as headings, so that two versions compare whatever the language; Excel has headings, choices and
notes in the language spoken. Both are read in either.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from mlcurric.spreadsheets import defused
from mlcurric.subject.product.dates import read_date
from mlcurric.subject.sheets import Fault, Sheet, plain_heading, read_sheet
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed

_NONE: Mapping = MappingProxyType({})


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        name: in code and as the heading of a CSV.
        heading: in Excel and on pages.
        holds: what belongs there; Excel says it beside the cell.
        also: other headings that mean it, in either language.
        width: in half-width characters.
        choices: what may stand there → how it is shown; Excel offers it as a drop-down.
        words: other words for a choice → the choice.
        between: the least and the most of a number; then it is one.
        whole: whether that number is a whole one.
        is_day: whether it is a day.
        if_words: the column that is meant in place of this one where most of what stands below the heading is no number;
            people write “sponsor” above names and above scores.
        formula: for a column that Excel computes: ``{row}``, and ``{name}`` for the letter of a column, are filled in. It is
            not read back.
    """

    name: str
    heading: T
    holds: T
    also: tuple[str, ...] = ()
    width: int = 18
    choices: Mapping[str, T] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    between: tuple[float, float] | None = None
    whole: bool = True
    is_day: bool = False
    if_words: str = ""
    formula: str = ""

    @property
    def headings(self) -> set[str]:
        """Everything that it may be called, as headings are compared."""
        return {plain_heading(each) for each in (self.name, self.heading.en, self.heading.ja, *self.also)}


@dataclass(frozen=True)
class Table:
    """A kind of list.

    Attributes:
        name: of its file, such as ``"use-cases"``.
        title: of its sheet in Excel.
        columns: from left to right.
        about: what stands above the headings, one line each (a title, a team).
        explains: the first lines of the sheet that tells how to fill it in.
        pages_wide: over so many sheets of A4 it is printed.
        frozen: so many columns stay in sight, and are printed on each sheet.
    """

    name: str
    title: T
    columns: tuple[Column, ...]
    about: tuple[Column, ...] = ()
    explains: tuple[T, ...] = ()
    pages_wide: int = 1
    frozen: int = 1

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


@dataclass(frozen=True)
class Reading:
    """What a file holds.

    Attributes:
        rows: the number of each line in its file, and its cells by the columns' names: choices and numbers as the table has
            them, what cannot be read as it stands. Columns that are not the table's are there under their own headings.
        about: what stands above the headings, by name, or by what stands before the colon.
        over: lines above the headings whose cells belong to the columns, such as weights: first cell → column → cell.
        more: the headings that are not the table's.
        faults: what could not be read, in the order of the lines.
    """

    rows: tuple[tuple[int, Mapping[str, str]], ...]
    about: Mapping[str, str] = field(default_factory=dict)
    over: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    more: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = field(default=())


def read_table(path: Path, table: Table, needed: str) -> Reading:
    """Read a list from CSV, TSV or Excel, whatever the order of its columns, and under any heading that a column may have.

    Args:
        needed: the column without which it is another list.

    Raises:
        Slip: as ``read_sheet``, or if no column is the needed one.
    """
    columns = {heading: column for column in table.columns for heading in column.headings}
    sheet = read_sheet(path, columns.keys())
    names = _names(sheet, columns, table)
    if needed not in names:
        raise Slip(
            T("“{name}” has no column “{needed}”; it has {found}.", "「{name}」に「{needed}」の列がありません。あるのは {found} です。").format(
                name=path.name, needed=table.column(needed).heading, found=", ".join(filter(None, sheet.headings))[:80] or "–"
            ),
            T("Name one of its columns so.", "その列の見出しを直してください。"),
        )  # fmt: skip
    faults: list[Fault] = []
    rows = []
    for line, cells in sheet.cells(names):
        # Headings stand there twice where they were merged over two lines, or two lists pasted together.
        if list(map(plain_heading, cells.values())) != list(map(plain_heading, sheet.headings)):
            known = {name: cell for name, cell in cells.items() if name}
            for column in table.columns:
                if column.name in known:
                    known[column.name] = _read(column, known[column.name], line, faults)
            rows.append((line, {name: cell for name, cell in known.items() if not _computed(table, name)}))
    own = {column.name for column in table.columns}
    return Reading(
        tuple(row for row in rows if any(row[1].values())),
        {**sheet.about, **{each.name: sheet.about[heading] for each in table.about for heading in each.headings if heading in sheet.about}},
        {cells[0]: dict(zip(names, cells, strict=False)) for cells in sheet.above if cells and cells[0]},
        tuple(name for name in names if name and name not in own),
        tuple(faults),
    )  # fmt: skip


def table_text(
    table: Table, rows: Sequence[Mapping[str, str]], about: Mapping[str, str] = _NONE, more: Sequence[str] = ()
) -> str:
    """A list as the text of its CSV: stable, so that two versions compare; no text in it is taken for a formula.

    Args:
        more: columns that are not the table's, to the right of them.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for name, value in about.items():
        if value:
            writer.writerow([f"# {name}: {' '.join(value.split())}"])
    names = [*(column.name for column in table.columns if not column.formula), *more]
    writer.writerow(map(defused, names))
    writer.writerows([defused(row.get(name, "")) for name in names] for row in rows)
    return out.getvalue()


def workbook(
    table: Table,
    rows: Sequence[Mapping[str, str]],
    about: Mapping[str, str] = _NONE,
    more: Sequence[str] = (),
    over: Mapping[str, Mapping[str, float]] = _NONE,
) -> bytes:
    """A list as an Excel file in the language spoken: drop-downs, notes beside the cells, a sheet that explains, set up for A4.

    Args:
        more: columns that are not the table's, to the right of them.
        over: lines right above the headings, such as weights: what stands first → column → number.

    Raises:
        Slip: if openpyxl is missing.
    """
    try:
        from mlcurric.subject.excel import written
    except ImportError:
        raise Slip(
            T("Excel files need openpyxl.", "Excelのファイルを書くには openpyxl が要ります。"),
            T(
                "Save it as CSV, or install mlcurric[workshop].",
                "CSVで保存するか、mlcurric[workshop] を入れてください。",
            ),
        ) from None
    return written(table, rows, about, more, over)


def _computed(table: Table, name: str) -> bool:
    return any(column.name == name and column.formula for column in table.columns)


def _names(sheet: Sheet, columns: Mapping[str, Column], table: Table) -> list[str]:
    """What each heading means: a column's name, or itself where it is not ours; a heading that comes again gets a number."""
    names: list[str] = []
    for at, heading in enumerate(sheet.headings):
        column = columns.get(plain_heading(heading))
        if column and column.if_words and _is_in_words(column, [cells[at] for _, cells in sheet.rows]):
            column = table.column(column.if_words)
        name = column.name if column and column.name not in names else heading.strip()
        again = 2
        while name and name in names:
            name, again = f"{heading.strip()} ({again})", again + 1
        names.append(name)
    # What stands below no heading is kept too.
    return [
        name or (f"({at})" if any(cells[at - 1] for _, cells in sheet.rows) else "") for at, name in enumerate(names, 1)
    ]


def _is_in_words(column: Column, cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return sum(_number(column, cell) is None for cell in filled) * 2 > len(filled)


def _read(column: Column, typed: str, line: int, faults: list[Fault]) -> str:
    """A cell as the table has it; what cannot be read stays as it is, and is told."""
    if not typed or column.formula:
        return typed
    if column.choices:
        found, wanted = _choice(column, typed), listed(column.choices.values())
    elif column.between:
        low, high = column.between
        found = _number(column, typed)
        wanted = T(f"a number from {low:g} to {high:g}", f"{low:g}〜{high:g}の数字")
    elif column.is_day:
        days = read_date(typed)
        found = days.low.isoformat() if days and days.is_point else None
        wanted = T("one day, such as 2027-01-21", "1日だけの日付(例: 2027-01-21)")
    else:
        return typed
    if found is None:
        shown = f"{typed[:20]}…" if len(typed) > 21 else typed
        faults.append(
            Fault(
                line,
                T("“{typed}” under “{heading}” cannot be read.", "「{heading}」の「{typed}」が読めません。").format(
                    typed=shown, heading=column.heading
                ),
                T("Write {wanted}.", "{wanted}のどれかを書いてください。" if column.choices else "{wanted}を書いてください。").format(wanted=wanted),
            )
        )  # fmt: skip
    return typed if found is None else found


def _choice(column: Column, typed: str) -> str | None:
    plain = plain_heading(typed)
    for choice, shown in column.choices.items():
        if plain in {plain_heading(choice), plain_heading(shown.en), plain_heading(shown.ja)}:
            return choice
    return next((choice for word, choice in column.words.items() if plain_heading(word) == plain), None)


def _number(column: Column, typed: str) -> str | None:
    """A number as it is typed, with what it counts behind it: “４”, “4.0”, 「4点」, “4 / 5”."""
    assert column.between
    low, high = column.between
    plain = unicodedata.normalize("NFKC", typed).strip().casefold().replace(",", "")
    found = re.fullmatch(rf"(\d+(?:\.\d+)?)\s*(?:点|時間|人|日|points?|pts?|h|hours?|hrs?|/\s*{high:g}(?:点)?)?", plain)
    if found is None:
        return None
    value = float(found[1])
    fits = low <= value <= high and (value.is_integer() or not column.whole)
    return f"{value:g}" if fits else None

"""A list that a team keeps in Excel or CSV: its columns said once, written so that people can fill it in, read back leniently.

CSV has the columns' names as headings, so that two versions compare whatever the language; Excel has headings, choices and
notes in the language spoken. Both are read in either.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from mlcurric.spreadsheets import defused
from mlcurric.subject.cells import read_cell
from mlcurric.subject.grids import NOTE
from mlcurric.subject.headings import Headings
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.subject.product.finding import quoted
from mlcurric.subject.sheets import Fault, Sheet, plain_heading, read_sheet
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_NONE: Mapping = MappingProxyType({})
_EXCEL = (".xlsx", ".xlsm")
_NAMED, _LONGEST_NAMED = 5, 24
"""Headings that are named where none is the needed one, and so much of each."""


@dataclass(frozen=True)
class Rows:
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


def read_table(path: Path, table: Table, needed: str, *, days: bool = True) -> Rows:
    """Read a list from CSV, TSV or Excel, whatever the order of its columns, and under any heading that a column may have.

    Args:
        needed: the column without which it is another list.
        days: whether days are read; else they stay as they were typed.

    Raises:
        Slip: as ``read_sheet``, or if no column is the needed one.
    """
    sheet = read_sheet(path, [heading for column in table.columns for heading in column.headings])
    headings = Headings(sheet, table)
    names = headings.names
    if needed not in names:
        found = [heading[:_LONGEST_NAMED] for heading in sheet.headings if heading]
        more = T(f" and {len(found) - _NAMED} more", f"、ほか{len(found) - _NAMED}列") if len(found) > _NAMED else ""
        raise Slip(
            T("“{name}” has no column “{needed}”; it has {found}{more}.", "「{name}」に「{needed}」の列がありません。あるのは {found}{more} です。").format(
                name=path.name, needed=table.column(needed).heading, found=", ".join(found[:_NAMED]) or "–", more=more
            ),
            T("Name one of its columns so, if it is the right file.", "その列の見出しを直すか、別のファイルを指定してください。"),
        )  # fmt: skip
    columns = {column.name: column for column in table.columns}
    faults: list[Fault] = [
        *sheet.passed_over,
        *headings.faults,
        *_about_formulas(sheet, names, columns),
    ]
    as_typed = {column.name for column in table.columns if column.is_day and not days}
    rows = []
    for line, cells in sheet.cells(names):
        # Headings stand there twice where they were merged over two lines, or two lists pasted together.
        if list(map(plain_heading, cells.values())) == list(map(plain_heading, sheet.headings)):
            continue
        known = {}
        for name, cell in cells.items():
            column = columns.get(name)
            if not name or (column and column.formula):
                continue
            known[name] = read_cell(column, cell, line, faults) if column and name not in as_typed else cell
        rows.append((line, known))
    own = {column.name for column in table.columns}
    return Rows(
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
    hidden: Mapping[str, Sequence[Sequence[str]]] = _NONE,
) -> bytes:
    """A list as an Excel file in the language spoken: drop-downs, notes beside the cells, a sheet that explains, set up for A4.

    Args:
        more: columns that are not the table's, to the right of them.
        over: lines right above the headings, such as weights: what stands first → column → number.
        hidden: sheets that nobody sees, such as where its lines come from: the name of each → its lines.

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
    return written(table, rows, about, more, over, hidden)


def hidden_sheet(path: Path, name: str) -> list[list[str]]:
    """The lines of a sheet that nobody sees, see ``workbook``; none where the file has no such sheet, or is no Excel file."""
    if path.suffix.lower() not in _EXCEL:
        return []
    try:
        from mlcurric.subject.excel import hidden_lines
    except ImportError:
        return []
    return hidden_lines(path, name)


def _about_formulas(sheet: Sheet, names: Sequence[str], columns: Mapping[str, Column]) -> Iterator[Fault]:
    """What is told of formulas without a result, and of errors; once a column and kind."""
    cells = sorted((at, line, formula) for (line, at), formula in sheet.uncomputed.items() if line > sheet.line)
    found: dict[tuple[int, bool], list[tuple[int, str]]] = {}
    for at, line, formula in cells:
        column = columns.get(names[at]) if at < len(names) else None
        if at < len(names) and not (column and column.formula):
            found.setdefault((at, formula.startswith(NOTE)), []).append((line, formula))
    for (at, is_error), own in found.items():
        if is_error:
            says = T(
                "under “{heading}” stands the error {formula}{more}.",
                "「{heading}」が、計算エラー({formula}{more})になっています。",
            )
            way_out = T(
                "Mend the formula, or write the value; it is read as empty.",
                "数式を直すか、値を書いてください。空欄として読みました。",
            )
        else:
            says = T(
                "the formula {formula}{more} under “{heading}” has no result yet.",
                "「{heading}」の数式({formula}{more})に、計算結果が入っていません。",
            )
            way_out = T(
                "Open the file in Excel and save it, or write the value; it is read as empty.",
                "Excelで開いて保存し直すか、値を書いてください。空欄として読みました。",
            )
        more = T(f" (and {len(own) - 1} more)", f"など{len(own)}か所") if len(own) > 1 else ""
        yield Fault(
            own[0][0],
            says.format(formula=quoted(own[0][1]), heading=quoted(sheet.headings[at]), more=more),
            way_out,
            missing=True,
        )

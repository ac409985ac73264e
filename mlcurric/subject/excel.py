"""A list as an Excel file; ``mlcurric.subject.workbooks`` says what is in it.

Texts are written as texts, whatever they begin with; choices stand on a hidden sheet, because a drop-down of more than 255
characters breaks the file. The same list gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from math import ceil
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from mlcurric.subject.excel_cells import (
    BOX,
    CENTRE,
    COMPUTED,
    FILLED,
    HEAD,
    IN_LIST,
    LINE_HIGH,
    TOP,
    clean,
    font,
    in_list,
    make_high,
    wide,
    write_text,
    write_value,
)
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.text import T, language, listed

_SPARE_ROWS = 300
"""Drop-downs reach so far below the last line, for those who add more."""
_LONGEST_NOTE, _LONGEST_TITLE = 255, 32
_SOME_DAY = (1980, 1, 1, 0, 0, 0)
_HOW = T("How to fill in", "記入のしかた")
_CHOICES = "_choices"


def written(
    table: Table,
    rows: Sequence[Mapping[str, str]],
    about: Mapping[str, str],
    more: Sequence[str],
    over: Mapping[str, Mapping[str, float]],
    hidden: Mapping[str, Sequence[Sequence[str]]],
) -> bytes:
    """The file; see ``mlcurric.subject.workbooks.workbook``."""
    book = Workbook()
    book.add_named_style(in_list())
    page = book.active
    page.title = str(table.title)[:31]
    line = _about(page, table, about)
    names = [*(column.name for column in table.columns), *more]
    for first, numbers in over.items():
        write_text(page.cell(line, 1), first, bold=True)
        for name, number in numbers.items():
            cell = page.cell(line, names.index(name) + 1, int(number) if float(number).is_integer() else float(number))
            cell.border, cell.alignment, cell.font = BOX, CENTRE, font()
        line += 1
    _headings(page, table, more, line)
    make_high(page, line, len(names))
    for at, row in enumerate(rows, line + 1):
        _row(page, table, names, row, at, line)
        make_high(page, at, len(names))
    _drop_downs(book, page, table, line + 1, line + len(rows) + _SPARE_ROWS)
    _set_up(page, table, line, len(names), line + max(len(rows), 1))
    _how(book, table)
    for name, lines in hidden.items():
        _hidden(book, name, lines)
    return _packed(book)


def hidden_lines(path: Path, name: str) -> list[list[str]]:
    """What stands on a hidden sheet of a file; nothing if there is none, or it is no Excel file that can be read."""
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, InvalidFileException):
        # Whoever reads the list itself is told why.
        return []
    with closing(book):
        lines = book[name].iter_rows(values_only=True) if name in book.sheetnames else ()
        return [["" if cell is None else str(cell) for cell in cells] for cells in lines]


def _about(page: Any, table: Table, about: Mapping[str, str]) -> int:
    """The lines above the headings; the number of the line that comes next."""
    fits = FILLED[False] * sum(column.width for column in table.columns[1 : _printed(table)])
    for line, column in enumerate(table.about, 1):
        text = about.get(column.name, "")
        write_text(page.cell(line, 1), str(column.heading), bold=True)
        write_text(page.cell(line, 2), text)
        page.cell(line, 2).alignment = Alignment(vertical="top")
        if wide(text) > fits:
            # What goes beyond the columns that are printed is cut on paper.
            page.merge_cells(start_row=line, end_row=line, start_column=2, end_column=_printed(table))
            page.cell(line, 2).alignment = TOP
            page.row_dimensions[line].height = ceil(wide(text) / fits) * LINE_HIGH[language()]
    return len(table.about) + 1


def _printed(table: Table) -> int:
    """How many of the columns are printed."""
    return [column.name for column in table.columns].index(table.printed or table.columns[-1].name) + 1


def _headings(page: Any, table: Table, more: Sequence[str], line: int) -> None:
    for at, column in enumerate(table.columns, 1):
        write_text(page.cell(line, at), str(column.heading), bold=True)
        page.column_dimensions[get_column_letter(at)].width = column.width
    for at, heading in enumerate(more, len(table.columns) + 1):
        write_text(page.cell(line, at), heading, bold=True)
        page.column_dimensions[get_column_letter(at)].width = 16
    for at in range(1, len(table.columns) + len(more) + 1):
        page.cell(line, at).fill = HEAD
        page.cell(line, at).border = BOX


def _row(page: Any, table: Table, names: Sequence[str], row: Mapping[str, str], at: int, head: int) -> None:
    columns = {column.name: column for column in table.columns}
    letters = {name: get_column_letter(place) for place, name in enumerate(names, 1) if name in columns}
    for place, name in enumerate(names, 1):
        cell = page.cell(at, place)
        cell.style = IN_LIST
        column = columns.get(name)
        if column and column.formula:
            cell.value, cell.fill, cell.alignment = f"={column.formula.format(row=at, over=head - 1, **letters)}", COMPUTED, CENTRE  # fmt: skip
            continue
        write_value(cell, column, row.get(name, ""))


def _drop_downs(book: Any, page: Any, table: Table, first: int, last: int) -> None:
    hidden = book.create_sheet(_CHOICES)
    hidden.sheet_state = "hidden"
    for at, column in enumerate(table.columns, 1):
        if column.formula:
            continue
        rule = DataValidation(allow_blank=True, showInputMessage=True, showErrorMessage=True)
        # Told, and let through: what is typed all the same is read as far as it can be.
        rule.errorStyle = "warning"
        rule.promptTitle = str(column.heading)[:_LONGEST_TITLE]
        rule.prompt = str(column.holds)[:_LONGEST_NOTE]
        options = _options(column)
        for line, option in enumerate(options, 1):
            hidden.cell(line, at, option)
        if options:
            letter = get_column_letter(at)
            rule.type, rule.formula1 = "list", f"'{_CHOICES}'!${letter}$1:${letter}${len(options)}"
        letter = get_column_letter(at)
        rule.add(f"{letter}{first}:{letter}{last}")
        page.add_data_validation(rule)


def _options(column: Column) -> list[str | float]:
    if column.choices:
        return [clean(str(shown)) for shown in column.choices.values()]
    if column.between and column.whole and column.between[1] - column.between[0] <= 10:
        low, high = map(int, column.between)
        whole = list(range(low, high + 1))
        return sorted([*whole, *(number + 0.5 for number in whole[:-1])]) if column.halves else whole
    return []


def _choices(column: Column) -> str:
    """What may stand there, in the reader's words."""
    return str(listed(column.choices.values())) if column.choices else " ".join(map(str, _options(column)))


def _hidden(book: Any, name: str, lines: Sequence[Sequence[str]]) -> None:
    page = book.create_sheet(name)
    page.sheet_state = "hidden"
    for at, cells in enumerate(lines, 1):
        for place, text in enumerate(cells, 1):
            if text:
                # As text: a fingerprint of digits alone would lose its zeros.
                cell = page.cell(at, place, clean(text))
                cell.data_type = "s"


def _set_up(page: Any, table: Table, head: int, width: int, last: int) -> None:
    beside = get_column_letter(table.frozen + 1)
    page.freeze_panes = f"{beside}{head + 1}"
    page.auto_filter.ref = f"A{head}:{get_column_letter(width)}{last}"
    if table.printed:
        page.print_area = f"A1:{get_column_letter(_printed(table))}{last}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = table.pages_wide, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{head}:{head}"
    page.print_title_cols = f"A:{get_column_letter(table.frozen)}"
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top, page.page_margins.bottom, page.page_margins.footer = 0.55, 0.75, 0.3
    page.oddFooter.left.text = clean(str(table.title)).replace("&", "&&")
    page.oddFooter.right.text = "&P / &N"


def _how(book: Any, table: Table) -> None:
    page = book.create_sheet(str(_HOW), 1)
    for letter, width in zip("ABC", (26, 70, 44), strict=True):
        page.column_dimensions[letter].width = width
    line = 1
    for sentence in (table.title, *table.explains):
        write_text(page.cell(line, 1), str(sentence), bold=line == 1)
        page.cell(line, 1).alignment = Alignment(vertical="top")
        line += 1
    line += 1
    # A line whose heading says it all needs no explanation.
    columns = [column for column in (*table.about, *table.columns) if column.holds != column.heading]
    told = [(str(column.heading), str(column.holds), _choices(column)) for column in columns]
    heads = [T("column", "列の名前"), T("what belongs there", "入るもの"), T("one of", "選択肢")]
    shown = len(heads) if any(choices for *_, choices in told) else len(heads) - 1
    for at, head in enumerate(heads[:shown], 1):
        write_text(page.cell(line, at), str(head), bold=True)
        page.cell(line, at).fill = HEAD
    for texts in told:
        line += 1
        for at, text in enumerate(texts[:shown], 1):
            write_text(page.cell(line, at), text)
            page.cell(line, at).border = BOX
        make_high(page, line, len(heads))
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _packed(book: Any) -> bytes:
    """The file's bytes without the hour at which they were written, and with rows that still grow as somebody types."""
    made, packed = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", content)
            if name.startswith("xl/worksheets/"):
                content = content.replace(b' customHeight="1"', b"")
            new.writestr(zipfile.ZipInfo(name, _SOME_DAY), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()

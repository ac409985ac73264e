"""From the method-last sheets to the use-case list: at the beginning, and when a sheet is filled in after the list was begun."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from mlcurric.subject.cells import is_in_words, read_cell
from mlcurric.subject.product.finding import quoted
from mlcurric.subject.said import is_none, plain
from mlcurric.subject.sheets import plain_heading
from mlcurric.subject.usecases.method_last import MethodLast, MethodLastSheets
from mlcurric.subject.usecases.origins import CARRIED, Origin, fingerprint
from mlcurric.subject.usecases.usecase import UseCase, UseCaseList, from_row, to_row
from mlcurric.subject.usecases.workbook import USE_CASES
from mlcurric.text import T, listed

_NUMBER = re.compile(r"U(\d+)")
_FEW = 2
_SHARED = ("target_user", "as_is", "input", "ml", "output", "rule")
"""The texts by which a line of the list is known as a sheet's, where they share no note of the board."""


def with_sheets(blank: UseCaseList, sheets: MethodLastSheets) -> UseCaseList:
    """A list that begins with the sheets, one line each, and has their theme where it has none."""
    cases = tuple(_line_of(sheet, f"U{number}") for number, sheet in enumerate(sheets, 1))
    origins = {case.id: origin_of(sheet) for sheet, case in zip(sheets, cases, strict=True)}
    return replace(blank, cases=cases, title=blank.title or sheets.title, more=_more(blank, cases), origins=origins)


def with_later_sheets(cases: UseCaseList, sheets: MethodLastSheets) -> tuple[UseCaseList, Sequence[T]]:
    """The list with the sheets that have no line on it yet, and what each of these lines says, to be typed by hand."""
    later = not_on_list(sheets, cases)
    first = 1 + max((int(found[1]) for case in cases if (found := _NUMBER.fullmatch(case.id))), default=0)
    added = [_line_of(sheet, f"U{number}") for number, sheet in enumerate(later, first)]
    title = cases.title or sheets.title
    origins = {**cases.origins, **{case.id: origin_of(sheet) for sheet, case in zip(later, added, strict=True)}}
    longer = replace(cases, cases=(*cases, *added), title=title, more=_more(cases, added), origins=origins)
    return longer, [_line(*each) for each in zip(later, added, strict=True)]  # fmt: skip


def not_on_list(sheets: MethodLastSheets, cases: UseCaseList) -> list[MethodLast]:
    """The sheets that have become no line of the list."""
    return pairs(sheets, cases)[1]


def pairs(sheets: MethodLastSheets, cases: UseCaseList) -> tuple[list[tuple[MethodLast, UseCase]], list[MethodLast]]:
    """Each sheet with the line that stands for it, and the sheets for which none does.

    A line stands for one sheet: for the one that it was carried over from, else for one whose words it has, else for one that comes
    from the same note of the board.
    """
    free, found, left = list(cases), [], [sheet for sheet in sheets if is_begun(sheet)]
    for stands_for in (_comes_from(cases), _has_its_words, _is_of_its_note):
        missing = []
        for sheet in left:
            case = next((case for case in free if stands_for(case, sheet)), None)
            if case is None:
                missing.append(sheet)
            else:
                free.remove(case)
                found.append((sheet, case))
        left = missing
    return found, left


def origin_of(sheet: MethodLast) -> Origin:
    """What is kept of a sheet that becomes a line, or that a line has caught up with."""
    line = sheet.as_use_case("")
    return Origin(sheet.id, {name: fingerprint(getattr(line, name)) for name in CARRIED})


def is_begun(sheet: MethodLast) -> bool:
    """Whether it says enough to be a line of the list."""
    return bool(sheet.whose or sheet.by_hand or sheet.output)


def _line_of(sheet: MethodLast, id: str) -> UseCase:
    """The line of the list that a sheet becomes; a column that people added goes into the list's column of that heading."""
    columns = {heading: column for column in USE_CASES.columns for heading in column.headings if not column.formula}
    row = to_row(sheet.as_use_case(id))
    for heading, typed in sheet.more.items():
        column = columns.get(plain_heading(heading))
        if column and column.if_words and is_in_words(column, [typed]):
            column = USE_CASES.column(column.if_words)
        name, cell = (column.name, read_cell(column, typed, 1, [])) if column else (heading, typed)
        row.setdefault(name, cell)
    return from_row(row, id)


def _more(cases: UseCaseList, added: Sequence[UseCase]) -> tuple[str, ...]:
    """The headings that are not the list's, with those that came along."""
    return tuple(dict.fromkeys((*cases.more, *(name for case in added for name in case.more))))


def _comes_from(cases: UseCaseList) -> Callable[[UseCase, MethodLast], bool]:
    """Whether a line was carried over from a sheet, and both still say something of what was said then; numbers alone may be reused."""

    def comes(case: UseCase, sheet: MethodLast) -> bool:
        known = cases.origins.get(case.id)
        if known is None or known.sheet != sheet.id:
            return False
        return all(_still_says(line, known) for line in (case, sheet.as_use_case(case.id)))

    return comes


def _still_says(case: UseCase, known: Origin) -> bool:
    texts = {name: getattr(case, name) for name in ("board", *_SHARED)}
    return any(not is_none(text) and fingerprint(text) == known.texts.get(name) for name, text in texts.items())


def _has_its_words(case: UseCase, sheet: MethodLast) -> bool:
    own = sheet.as_use_case(case.id)
    said = [name for name in _SHARED if not is_none(getattr(own, name))]
    same = sum(plain(getattr(own, name)) == plain(getattr(case, name)) for name in said)
    # One alone may be alike by chance: several read the same log.
    return bool(said) and same >= min(_FEW, len(said))


def _is_of_its_note(case: UseCase, sheet: MethodLast) -> bool:
    return bool(set(case.notes) & set(sheet.notes))


def _line(sheet: MethodLast, case: UseCase) -> T:
    """A sheet's number, and what its line says, column by column."""
    cells = []
    for column in USE_CASES.columns:
        if column.name != "id" and (typed := getattr(case, column.name, "")):
            shown = column.choices.get(typed, T(quoted(typed), quoted(typed)))
            cells.append(T(f"{column.heading.en} “{shown.en}”", f"{column.heading.ja}「{shown.ja}」"))
    return T("{id}: {cells}", "{id}: {cells}").format(id=sheet.id, cells=listed(cells))

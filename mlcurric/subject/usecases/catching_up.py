"""What was mended in a method-last sheet after its line of the use-case list was begun, and still says the old text there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mlcurric.subject.product.finding import quoted
from mlcurric.subject.said import plain
from mlcurric.subject.usecases.carrying import origin_of, pairs
from mlcurric.subject.usecases.method_last import MethodLast, MethodLastSheets
from mlcurric.subject.usecases.origins import CARRIED, fingerprint
from mlcurric.subject.usecases.usecase import UseCase, UseCaseList
from mlcurric.subject.usecases.workbook import USE_CASES
from mlcurric.text import T, listed


@dataclass(frozen=True)
class Behind:
    """A line of the list that a sheet has left behind.

    Attributes:
        columns: of the list, in which nobody has written anything of their own since: column → what the sheet says now.
        is_since: whether the sheet is known to have been written in since the line was carried over.
    """

    case: UseCase
    sheet: MethodLast
    columns: Mapping[str, str]
    is_since: bool

    @property
    def names(self) -> T:
        """The headings of these columns."""
        return listed(USE_CASES.column(name).heading for name in self.columns)

    @property
    def says(self) -> T:
        """What the sheet says now, column by column, to be typed by hand: “U3 (M3): who acts on it “Mr Chen””."""
        cells = []
        for name, typed in self.columns.items():
            column = USE_CASES.column(name)
            shown = column.choices.get(typed, T(quoted(typed), quoted(typed)))
            cells.append(T(f"{column.heading.en} “{shown.en}”", f"{column.heading.ja}「{shown.ja}」"))
        return T("{case} ({sheet}): {cells}", "{case}({sheet}): {cells}").format(
            case=self.case.id, sheet=self.sheet.id, cells=listed(cells)
        )


def behind(cases: UseCaseList, sheets: MethodLastSheets) -> list[Behind]:
    """The lines that say less or other than their sheets, because these were written in later.

    What somebody wrote into the list in words of their own is no such thing. Where nobody knows what was carried over (a CSV, a list
    typed by hand), only empty cells are: which of two texts is the newer one cannot be told.
    """
    found = []
    for sheet, case in pairs(sheets, cases)[0]:
        now, known = sheet.as_use_case(case.id), cases.origins.get(case.id)
        before = known.texts if known and known.sheet == sheet.id else {}
        columns = {
            name: typed
            for name in CARRIED
            if (typed := getattr(now, name)).strip() and _is_behind(typed, getattr(case, name), before.get(name))
        }
        if columns:
            found.append(Behind(case, sheet, columns, bool(before)))
    return found


def with_changed_sheets(cases: UseCaseList, sheets: MethodLastSheets) -> tuple[UseCaseList, Sequence[T]]:
    """The list with what its sheets say now wherever nobody has written anything else, and what each of these lines lacked."""
    left = behind(cases, sheets)
    for each in left:
        cases = cases.put(replace(each.case, **each.columns))
    origins = {**cases.origins, **{each.case.id: origin_of(each.sheet) for each in left}}
    return (replace(cases, origins=origins) if left else cases), [each.says for each in left]


def _is_behind(now: str, there: str, before: str | None) -> bool:
    if fingerprint(now) == before or plain(now) == plain(there):
        # The sheet was not touched since: whatever stands in the list is meant.
        return False
    return not there.strip() or fingerprint(there) == before

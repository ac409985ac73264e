"""The first part of the page: what the table can and cannot tell, and which of its columns know the answer already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from mlcurric.report.contest.day_zero import day_zero
from mlcurric.report.contest.leak_words import drop_any
from mlcurric.report.page import evidence_words as words
from mlcurric.report.page.headings import HEADINGS
from mlcurric.report.page.maker import Notes
from mlcurric.report.page.parts import Block, Part, gravest_first
from mlcurric.report.page.rows import cut
from mlcurric.report.page.words import MANY
from mlcurric.report.remark import Remark
from mlcurric.subject.digits import in_digits, so_many
from mlcurric.subject.product.dates import date_in_words
from mlcurric.text import T, listed

if TYPE_CHECKING:
    from mlcurric.report.contest.leaks import Suspect
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers
    from mlcurric.report.reading.kinds import Read

_MOST_BLANKS = 12
_ORDER = ("order-tells", "ids-tell")
"""Remarks that say that something beside the columns knows the answer."""


def table_part(
    customers: Customers,
    split: Split,
    suspects: Sequence[Suspect],
    learned: Sequence[str],
    remarks: Sequence[Remark],
    alarms: Sequence[Remark],
    notes: Notes,
    of: int = 100,
) -> Part:
    """What the data can and cannot tell.

    Args:
        alarms: that what was learned from the columns is too good to be true.
        of: so many customers the share that left is said of.
    """
    known = int(customers.left.notna().sum())
    left, not_known = int(customers.left.eq(True).sum()), len(customers.left) - known
    looks = several_looks(customers)
    counted = (words.COUNTED_LOOKS if looks else words.COUNTED).format(
        n=MANY[looks].format(n=f"{known:,}"), left=f"{left:,}", so_many=so_many(left / known, of), of=in_digits(of)
    )
    often = words.SEVERAL_LOOKS if split.once else words.SEVERAL_LOOKS_ALL
    people = often.format(n=f"{customers.people:,}", of=in_digits(of)) if looks else None
    rows = [
        (words.ROWS["rows"], f"{len(customers.left):,}", people),
        (words.ROWS["known"], counted, None),
        *([(words.ROWS["not_known"], f"{not_known:,}", None)] if not_known else []),
        *_looked(customers),
        (
            words.ROWS["learned"],
            words.LEARNED.format(n=len(learned), columns=listed(T(cut(each), cut(each)) for each in learned)),
            None,
        ),
        (words.ROWS["blank"], _blanks([customers.columns[name] for name in learned]), None),
        *_days(customers, learned),
    ]
    blocks = [
        Block("pairs", rows=rows),
        Block("heading", words.CAREFUL),
        Block("remarks", rows=[notes.told(each) for each in gravest_first(remarks)]),
        Block("heading", words.SUSPECTS),
    ]
    if suspects:
        blocks.append(Block("suspects", rows=suspect_rows(suspects, notes)))
    shown = {one.column for one in suspects}
    named = [_quoted(name) for each in alarms for name in each.columns if name not in shown]
    if named:
        blocks.append(Block("text", words.TOO_SURE.format(columns=listed(named))))
    elif alarms and not suspects:
        blocks.append(Block("text", words.TOO_GOOD))
    elif not suspects:
        by_order = any(each.id in _ORDER for each in remarks)
        blocks.append(Block("text", words.NO_SUSPECT_COLUMN if by_order else words.NO_SUSPECTS))
    if customers.aside:
        aside = [(_quoted(name), why, None) for name, why in customers.aside.items()]
        blocks += [Block("heading", words.ASIDE), Block("pairs", rows=aside)]
    heading = HEADINGS["table_looks" if looks else "table"].format(n=so_many(left / known, of), of=in_digits(of))
    if split.changed and split.judged_from:
        before, since = (so_many(share, of) for share in split.changed)
        heading = HEADINGS["table_changed_looks" if looks else "table_changed"].format(
            day=date_in_words(split.judged_from), of=in_digits(of), before=before, since=since
        )
    return Part("table", heading, blocks)


def several_looks(customers: Customers) -> bool:
    """Whether some customers stand in several rows, so that rows are not people."""
    return customers.people < len(customers.left)


def suspect_rows(suspects: Sequence[Suspect], notes: Notes) -> list[tuple[T, T, bool, T, T | None, int | None]]:
    """Name, what was done, whether it is still in, why, what to do and the note for the maker: a line a column.

    What only sounds like it is one matter, however many columns do.
    """
    by_name = [one for one in suspects if one.grade == "name"]
    rows = [_suspect([one], notes) for one in suspects if one.grade != "name"]
    return [*rows, _suspect(by_name, notes)] if by_name else rows


def _suspect(alike: Sequence[Suspect], notes: Notes) -> tuple[T, T, bool, T, T | None, int | None]:
    """One column, or all of which only the names speak against them."""
    one, names, note = alike[0], listed([_quoted(each.column) for each in alike]), None
    several = len(alike) > 1
    for_maker = drop_any([each.column for each in alike]) if several else one.for_maker
    if for_maker:
        note = notes.add(T("{name}: {says}", "{name}: {says}").format(name=names, says=for_maker))
    why, way_out = (words.BY_NAMES, words.STAY_IN) if several else (one.why, one.way_out)
    return names, words.GRADES[one.grade], not one.is_out, why, way_out, note


def _looked(customers: Customers) -> list[tuple[T, T, None]]:
    if customers.observed is None or not customers.observed.notna().any():
        return []
    first, last = customers.observed.min().date(), customers.observed.max().date()
    days = (
        date_in_words(first)
        if first == last
        else words.FROM_TO.format(first=date_in_words(first), last=date_in_words(last))
    )
    return [(words.ROWS["looked"], days, None)]


def _days(customers: Customers, learned: Sequence[str]) -> list[tuple[T, T, None]]:
    """From which day the columns of days are counted."""
    days = [name for name in learned if pd.api.types.is_datetime64_any_dtype(customers.columns[name].values)]
    if not days:
        return []
    if customers.observed is not None:
        return [(words.ROWS["days"], words.FROM_LOOK.format(columns=listed(map(_quoted, days))), None)]
    if (zero := day_zero(customers)) is None:
        return []
    form = words.FROM_LATEST if zero.column else words.FROM_TODAY
    says = form.format(columns=listed(map(_quoted, days)), column=cut(zero.column or ""), day=date_in_words(zero.day))
    if ahead := [name for name in days if name in zero.ahead]:
        says = words.SOME_AHEAD.format(says=says, ahead=listed(map(_quoted, ahead)))
    return [(words.ROWS["days"], says, None)]


def _blanks(columns: Sequence[Read]) -> T:
    """Where cells are blank or cannot be read, the columns with the most of them first."""
    says = []
    for read in sorted(columns, key=lambda each: -each.missing - each.odd):
        if read.missing:
            says.append(words.BLANK.format(column=cut(read.name), n=f"{read.missing:,}", all=f"{len(read.values):,}"))
        if read.odd:
            line, cell = read.odd_examples[0]
            says.append(words.UNREADABLE.format(column=cut(read.name), n=f"{read.odd:,}", line=line, cell=cut(cell)))
    if len(says) > _MOST_BLANKS:
        rest = len(says) - _MOST_BLANKS
        says = [*says[:_MOST_BLANKS], T(f"and {rest} more", f"ほか{rest}件")]
    return listed(says) if says else words.NO_BLANKS


def _quoted(name: str) -> T:
    return T(f"“{cut(name)}”", f"「{cut(name)}」")

"""The list for a spreadsheet: wide for whoever computes with it, narrow for whoever works through it on paper."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mlcurric.report import sheet_words as words
from mlcurric.report.advice.listing import Listed, on_several_days
from mlcurric.report.page.list_words import CONTACT, DOES_NOT_PAY, LEAVE_ALONE, NO_NUMBERS, NOT_NOW
from mlcurric.report.page.page import is_everybody, would_leave
from mlcurric.report.page.remarks import is_void
from mlcurric.report.page.rows import all_alike, are_shares, cut, mark_of
from mlcurric.report.page.shown import expected, points_of
from mlcurric.report.page.step_words import HERE
from mlcurric.report.page.steps import how_to_reach, no_go, to_clear_up, to_decide, what_to_do
from mlcurric.subject.digits import in_digits, of_one
from mlcurric.subject.explain.reasons import FINER, REST, Reason, signed
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.subject.product.figures import in_currency
from mlcurric.text import T, language

if TYPE_CHECKING:
    from mlcurric.report.page.page import Found

_LONGEST = 400
_IN_COLUMNS = 4
"""Reasons with a column of their own on paper; whatever is named beyond stands together in one."""
_ON_PAPER = 3
"""Reasons that are printed where there are more: with all of them a line of A4 is too small to read."""
_REASON_WIDE = {1: 46, 2: 30}
"""Of a column, by how many there are: few leave room, and then a row is not as high."""
_FAR = (-1e6, 1e6)


@dataclass(frozen=True)
class Told:
    """What the page says of the whole list, so that whoever works from the file alone is told the same.

    Attributes:
        do, expect: whom to contact, and how many would leave; ``None`` where nothing is said.
        first: what has to be cleared up or decided before that.
        why: why there is no list; ``None`` where there is one.
        nobody: whether nobody on it is contacted for now.
        reach: how to find whoever is; ``None`` where nobody is.
        everybody: whether all who could be listed are.
        lot: whether a lot was drawn, whomever it has hit.
        points: what a point is.
        expected: of each on the list, what is expected of somebody who has stayed already, 0 to 1; empty where that is no other
            number.
        numbers_hold: whether what is said of single customers came true where it was tried; else only their order is said.
        order_holds: whether anybody may go by that.
        yet: of nobody, whether that may change: with the amounts of twelve months, or a new table.
        unpaid: places on the list of whom a contact costs more than it brings.
        currency: of what the customers are worth, as it is written before or after an amount; may be empty.
    """

    do: T | None = None
    expect: T | None = None
    first: Sequence[T] = ()
    why: T | None = None
    nobody: bool = False
    reach: T | None = None
    everybody: bool = False
    lot: bool = False
    points: T | None = None
    expected: Sequence[float] = ()
    numbers_hold: bool = True
    order_holds: bool = True
    yet: bool = False
    currency: str = ""
    unpaid: Set[int] = frozenset()


def told_of(found: Found) -> Told:
    """What the page says of the list."""
    shares = [each for each in expected(found) if each is not None]
    lot = found.plan.recommended is not None
    hold, alike = found.contest.trusted, all_alike(found.at_risk.rows)
    first = [*to_clear_up(found), *filter(None, [to_decide(found)])]
    why = None if found.at_risk.rows else found.at_risk.says
    void = is_void(found)
    return Told(
        of_one(what_to_do(found, HERE)), would_leave(found), first, why, void or no_go(found), how_to_reach(found), is_everybody(found), lot, points_of(found), shares if hold else (),
        hold, found.contest.has_order and not alike, void or found.promise.hangs_on_months, found.customers.currency, frozenset() if no_go(found) else found.promise.unpaid,
    )  # fmt: skip


def list_table(rows: Sequence[Listed], told: Told, wide: bool) -> Table:
    """The columns of the list, under headings of the language spoken.

    Args:
        wide: for whoever computes with it, each point in a cell of its own; else narrow enough for a sheet of paper, a reason
            in one cell with its points.
    """
    said = {"of": in_digits(rows[0].codes.of if rows else FINER[0])}
    reasons, most = [], max((len(row.codes.reasons) for row in rows), default=0)
    in_columns = most if wide else min(most, _IN_COLUMNS)
    for number in range(1, in_columns + 1):
        reasons.append(
            Column(
                f"reason {number}",
                words.REASON.format(n=number),
                words.REASON_HOLDS,
                width=_REASON_WIDE.get(in_columns, 24),
            )
        )
        if wide:
            reasons += [
                Column(f"points {number}", words.POINTS.format(n=number), words.POINTS_HOLD, between=_FAR, whole=False),
                Column(f"can act {number}", words.ACT.format(n=number), words.ACT_HOLDS),
            ]
    if most > in_columns:
        reasons.append(
            Column(words.BEYOND, words.BEYOND_HEADING.format(n=in_columns + 1), words.REASON_HOLDS, width=46)
        )
    rest = Column("rest", REST, words.POINTS_HOLD, width=10, between=_FAR, whole=False)
    sum_of = words.SUM_OF.format(**said) if wide and are_shares(rows) else words.SUM
    total = Column("sum", sum_of, words.SUM_HOLDS, width=7, between=_FAR, whole=False)
    any_value, any_action = any(row.value is not None for row in rows), any(_actions(row) for row in rows)
    worth = [_value_column(rows, "" if wide else told.currency)] if any_value else []
    columns = (
        Column("place", T("place", "順位"), T("1 comes first", "1が先頭"), width=7, between=(1, 1e9)),
        Column("id", T("customer", "顧客"), words.ID_HOLDS, width=12),
        *([Column("lot", T("contact?", "連絡"), words.LOT_HOLDS[told.nobody], width=20)] if told.lot or told.nobody else []),
        *([Column("pays", T("does it pay?", "採算"), words.PAYS_HOLDS, width=12)] if told.unpaid else []),
        *([Column("like_this", words.LIKE_THIS.format(**said), words.LIKE_THIS_HOLDS.format(**said), width=10, between=_FAR, whole=False)] if told.numbers_hold else []),
        *([Column("about", words.ABOUT.format(**said), words.ABOUT_HOLDS.format(**said), width=10, between=_FAR, whole=False)] if told.expected else []),
        *([Column("looked", T("looked at", "データの日付"), words.LOOKED_HOLDS, width=12, is_day=True)] if on_several_days(rows) else []),
        Column("said", T("what they said", "聞いたこと"), words.SAID_HOLDS[told.nobody], width=20),
        *([Column("action", T("what to do", "すること"), words.ACTION_HOLDS, width=22)] if any_action else []),
        # What is not printed stands last: the sum and the worth are.
        *([*reasons, rest, total, *worth] if wide else [*worth, total, *reasons, rest]),
    )  # fmt: skip
    above = tuple(Column(name, heading, heading) for name, heading, _ in _above(told))
    printed = f"reason {_ON_PAPER}" if not wide and most > _ON_PAPER else ""
    if told.why:
        # Where nobody stands on it, neither order nor points nor a number to look up are explained.
        unexplained = tuple(replace(column, holds=column.heading) for column in columns)
        return Table("report", words.NO_LIST, unexplained, above, (told.why, *([told.do] if told.do else [])), frozen=2)
    explains = (
        *filter(None, (told.do, told.expect)),
        *([told.reach] if told.reach else []),
        *([words.LOT[all_alike(rows)]] if told.lot and not told.nobody else []),
        *([] if told.numbers_hold else [NO_NUMBERS]),
        words.HOW if told.points is None else told.points,
        *([] if wide else [words.NO_CAUSE]),
        *([words.PRINTED.format(n=_ON_PAPER)] if printed else []),
    )
    title = words.ALL[told.order_holds] if told.everybody else words.CONTACT_FIRST
    title = (words.NOBODY_YET if told.yet else words.NOBODY) if told.nobody else title
    return Table("report", title, columns, above, explains, printed=printed, frozen=2)


def above_of(told: Told) -> dict[str, str]:
    """What stands above the headings: what the page says of the whole list."""
    return {name: str(says) for name, _, says in _above(told)}


def _above(told: Told) -> list[tuple[str, T, T]]:
    """The lines above the headings: the name of each, what stands first on it, and what it says."""
    first = [(f"first {at}", words.FIRST, says) for at, says in enumerate(told.first, 1)]
    then = [("why", words.WHY, told.why), ("do", words.DO, told.do), ("expect", words.EXPECT, told.expect)]
    return [*first, *((name, heading, says) for name, heading, says in then if says is not None)]


def _value_column(rows: Sequence[Listed], currency: str) -> Column:
    """What the customers are worth, in the currency of the table, with as many decimals as there are."""
    heading, cents = T("worth", "価値"), any(row.value is not None and row.value % 1 for row in rows)
    if currency:
        heading = T("{what} ({currency})", "{what}({currency})").format(
            what=heading, currency=in_currency("", currency)
        )
    return Column(
        "value",
        heading,
        T("as in the table", "表のとおり"),
        width=12,
        between=_FAR,
        whole=False,
        number_format="#,##0.00" if cents else "#,##0",
    )


def cells_of(row: Listed, told: Told, alone: Set[int], guessed: Set[str]) -> dict[str, str | float]:
    """A customer's cells, by the names of the columns; some of them may have no column.

    Args:
        alone: places on the list that a lot has drawn to be left alone.
        guessed: columns of which “can we act?” was only guessed.
    """
    codes = row.codes
    cells: dict[str, str | float] = {
        "place": row.place,
        "id": row.id,
        "like_this": _of_so_many(row.risk, codes.of),
        "lot": str(LEAVE_ALONE if row.place in alone else NOT_NOW if told.nobody else CONTACT),
        "action": ("／" if language() == "ja" else "; ").join(_actions(row)),
    }
    if row.place in told.unpaid:
        cells["pays"] = str(DOES_NOT_PAY)
    if told.expected:
        cells["about"] = _of_so_many(told.expected[row.place - 1], codes.of)
    for number, reason in enumerate(codes.reasons, 1):
        cells[f"reason {number}"] = cut(str(reason.says), _LONGEST)
        cells[f"points {number}"] = reason.points or 0
        cells[f"can act {number}"] = str(mark_of(reason, reason.column in guessed) or "")
    cells |= {"rest": codes.rest, "sum": codes.points}
    if row.looked:
        cells["looked"] = row.looked.isoformat()
    if row.value is not None:
        cells["value"] = round(row.value, 2)
    return cells


def _of_so_many(share: float, of: int) -> float:
    """In whole customers, as the page says it; below one in parts."""
    n = of * share
    return round(n, int(n < 1))


def _actions(row: Listed) -> list[str]:
    """What somebody can do about the reasons, each once. Whether somebody has typed a full stop or not, none stands at the end: in a
    narrow cell it would stand alone on a line."""
    said = (
        str(reason.action).strip().removesuffix("。").removesuffix(".") for reason in row.actionable if reason.action
    )
    return list(dict.fromkeys(said))


def reasons_in_one(row: Listed, guessed: Set[str]) -> dict[str, str | float]:
    """Each reason with its points and whether anybody can act on it, in one cell; those without a column of their own together."""
    first, beyond = row.codes.reasons[:_IN_COLUMNS], row.codes.reasons[_IN_COLUMNS:]
    cells: dict[str, str | float] = {
        f"reason {number}": _one(reason, reason.says, guessed) for number, reason in enumerate(first, 1)
    }
    if beyond:
        # Without what is usual, each of these stays on one line.
        short = (_one(each, words.SHORT.format(label=each.label, own=each.own), guessed) for each in beyond)
        cells[words.BEYOND] = "\n".join(short)
    return cells


def _one(reason: Reason, says: T, guessed: Set[str]) -> str:
    mark = mark_of(reason, reason.column in guessed)
    one = words.ONE.format(says=cut(str(says), _LONGEST), points=signed(reason.points))
    return str(words.MARKED.format(one=one, mark=mark) if mark else one)

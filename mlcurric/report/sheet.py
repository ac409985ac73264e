"""The list for a spreadsheet: wide for whoever computes with it, narrow for whoever works through it on paper."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mlcurric.report.advice.listing import Listed, on_several_days
from mlcurric.report.page.list_words import CONTACT, LEAVE_ALONE, NO_NUMBERS, NOT_NOW
from mlcurric.report.page.page import is_everybody, no_go, to_clear_up, to_decide, what_to_do, would_leave
from mlcurric.report.page.rows import are_shares, cut, mark_of
from mlcurric.report.page.shown import expected, points_of
from mlcurric.report.page.words import HERE
from mlcurric.subject.digits import in_digits, of_one
from mlcurric.subject.explain.reasons import FINER, REST, Reason, signed
from mlcurric.subject.list_kinds import Column, Table
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
        nobody: whether nobody is contacted for now.
        everybody: whether all who could be listed are.
        lot: whether a lot was drawn, whomever it has hit.
        points: what a point is.
        expected: of each on the list, what is expected of somebody who has stayed already, 0 to 1; empty where that is no other
            number.
        numbers_hold: whether what is said of single customers came true where it was tried; else only their order is said.
        order_holds: whether anybody may go by that.
        yet: of nobody, whether that may change with the amounts of twelve months.
        currency: of what the customers are worth, as it is written before or after an amount; may be empty.
    """

    do: T | None = None
    expect: T | None = None
    first: Sequence[T] = ()
    why: T | None = None
    nobody: bool = False
    everybody: bool = False
    lot: bool = False
    points: T | None = None
    expected: Sequence[float] = ()
    numbers_hold: bool = True
    order_holds: bool = True
    yet: bool = False
    currency: str = ""


def told_of(found: Found) -> Told:
    """What the page says of the list."""
    shares = [each for each in expected(found) if each is not None]
    lot = found.plan.recommended is not None
    hold, order = found.contest.trusted, found.contest.has_order
    first = [*to_clear_up(found), *filter(None, [to_decide(found)])]
    why = None if found.at_risk.rows else found.at_risk.says
    return Told(
        of_one(what_to_do(found, HERE)), would_leave(found), first, why, no_go(found), is_everybody(found), lot, points_of(found), shares if hold else (),
        hold, order, found.promise.hangs_on_months, found.customers.currency,
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
            Column(f"reason {number}", _REASON.format(n=number), _REASON_HOLDS, width=_REASON_WIDE.get(in_columns, 24))
        )
        if wide:
            reasons += [
                Column(f"points {number}", _POINTS.format(n=number), _POINTS_HOLD, between=_FAR, whole=False),
                Column(f"can act {number}", _ACT.format(n=number), _ACT_HOLDS),
            ]
    if most > in_columns:
        reasons.append(Column(_BEYOND, _BEYOND_HEADING.format(n=in_columns + 1), _REASON_HOLDS, width=46))
    reasons += [
        Column("rest", REST, _POINTS_HOLD, width=10, between=_FAR, whole=False),
        Column(
            "sum",
            _SUM_OF.format(**said) if wide and are_shares(rows) else _SUM,
            _SUM_HOLDS,
            width=7,
            between=_FAR,
            whole=False,
        ),
    ]
    any_value, any_action = any(row.value is not None for row in rows), any(_actions(row) for row in rows)
    columns = (
        Column("place", T("place", "順位"), T("1 comes first", "1が先頭"), width=7, between=(1, 1e9)),
        Column("id", T("customer", "顧客"), _ID_HOLDS, width=12),
        *([Column("lot", T("contact?", "連絡"), _LOT_HOLDS[told.nobody], width=20)] if told.lot or told.nobody else []),
        *([Column("like_this", _LIKE_THIS.format(**said), _LIKE_THIS_HOLDS.format(**said), width=10, between=_FAR, whole=False)] if told.numbers_hold else []),
        *([Column("about", _ABOUT.format(**said), _ABOUT_HOLDS.format(**said), width=10, between=_FAR, whole=False)] if told.expected else []),
        *([Column("looked", T("looked at", "データの日付"), _LOOKED_HOLDS, width=12, is_day=True)] if on_several_days(rows) else []),
        Column("said", T("what they said", "聞いたこと"), _SAID_HOLDS[told.nobody], width=20),
        *([Column("action", T("what to do", "すること"), _ACTION_HOLDS, width=22)] if any_action else []),
        *reasons,
        *([_value_column(rows, "" if wide else told.currency)] if any_value else []),
    )  # fmt: skip
    above = tuple(Column(name, heading, heading) for name, heading, _ in _above(told))
    printed = f"reason {_ON_PAPER}" if not wide and most > _ON_PAPER else ""
    if told.why:
        # Where nobody stands on it, neither order nor points nor a number to look up are explained.
        unexplained = tuple(replace(column, holds=column.heading) for column in columns)
        return Table("report", _NO_LIST, unexplained, above, (told.why, *([told.do] if told.do else [])), frozen=2)
    explains = (
        *filter(None, (told.do, told.expect)),
        *([] if told.nobody else [_REACH]),
        *([_LOT] if told.lot else []),
        *([] if told.numbers_hold else [NO_NUMBERS]),
        _HOW if told.points is None else told.points,
        *([] if wide else [_NO_CAUSE]),
        *([_PRINTED.format(n=_ON_PAPER)] if printed else []),
    )
    title = _ALL[told.order_holds] if told.everybody else _CONTACT_FIRST
    title = (_NOBODY_YET if told.yet else _NOBODY) if told.nobody else title
    return Table("report", title, columns, above, explains, printed=printed, frozen=2)


def above_of(told: Told) -> dict[str, str]:
    """What stands above the headings: what the page says of the whole list."""
    return {name: str(says) for name, _, says in _above(told)}


def _above(told: Told) -> list[tuple[str, T, T]]:
    """The lines above the headings: the name of each, what stands first on it, and what it says."""
    first = [(f"first {at}", _FIRST, says) for at, says in enumerate(told.first, 1)]
    then = [("why", _WHY, told.why), ("do", _DO, told.do), ("expect", _EXPECT, told.expect)]
    return [*first, *((name, heading, says) for name, heading, says in then if says is not None)]


def _value_column(rows: Sequence[Listed], currency: str) -> Column:
    """What the customers are worth, in the currency of the table, with as many decimals as there are."""
    heading, cents = T("worth", "価値"), any(row.value is not None and row.value % 1 for row in rows)
    if currency:
        heading = T("{what} ({currency})", "{what}({currency})").format(what=heading, currency=currency)
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
        "lot": str(NOT_NOW if told.nobody else LEAVE_ALONE if row.place in alone else CONTACT),
        "action": ("" if language() == "ja" else " ").join(_actions(row)),
    }
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
    """What somebody can do about the reasons, each once."""
    return list(dict.fromkeys(str(reason.action) for reason in row.actionable if reason.action))


def reasons_in_one(row: Listed, guessed: Set[str]) -> dict[str, str | float]:
    """Each reason with its points and whether anybody can act on it, in one cell; those without a column of their own together."""
    first, beyond = row.codes.reasons[:_IN_COLUMNS], row.codes.reasons[_IN_COLUMNS:]
    cells: dict[str, str | float] = {
        f"reason {number}": _one(reason, reason.says, guessed) for number, reason in enumerate(first, 1)
    }
    if beyond:
        # Without what is usual, each of these stays on one line.
        short = (_one(each, _SHORT.format(label=each.label, own=each.own), guessed) for each in beyond)
        cells[_BEYOND] = "\n".join(short)
    return cells


def _one(reason: Reason, says: T, guessed: Set[str]) -> str:
    mark = mark_of(reason, reason.column in guessed)
    one = _ONE.format(says=cut(str(says), _LONGEST), points=signed(reason.points))
    return str(_MARKED.format(one=one, mark=mark) if mark else one)


_REASON = T("reason {n}", "理由{n}")
_POINTS = T("points {n}", "点{n}")
_ACT = T("can we act on it? {n}", "手を打てる? {n}")
_BEYOND = "reasons beyond"
_BEYOND_HEADING = T("reasons from {n} on", "理由{n}以降")
_REASON_HOLDS = T(
    "it goes with leaving or staying; it need not be the cause", "解約や継続と結びつくもの。原因とは限らない"
)
_POINTS_HOLD = T("+ goes with leaving, − with staying", "+は解約、−は継続と結びつく")
_ACT_HOLDS = T(
    "whether anybody can do something about it; blank where it goes with staying",
    "それに対してできることがあるか。継続と結びつく理由では空欄",
)
_LIKE_THIS = T("of {of} like this leave", "似た人{of}人中の解約(人)")
_LIKE_THIS_HOLDS = T("of {of} customers like this one, so many leave", "似た顧客{of}人のうち、解約する人数")
_ABOUT = T("expected here, of {of}", "このリスト{of}人中の見込み(人)")
_ABOUT_HOLDS = T(
    "the same for this list: everybody on it has stayed already, so it is another number",
    "集計期間を解約せずに過ごした人であることを踏まえた、このリストでの見込み({of}人中)",
)
_ACTION_HOLDS = T(
    "what is usually done about the reasons that somebody can act on", "手を打てる理由に対して、ふだんしていること"
)
_SAID_HOLDS = {
    False: T("after the contact", "連絡のあとで書く"),
    True: T("whatever you hear of them; it goes over to the next list", "何か聞いたら書く。次のリストに引き継がれる"),
}
"""What people write themselves: by whether nobody is contacted."""
_LOT_HOLDS = {
    False: T(
        "Do not contact those marked “{mark}”: they are for comparison, to see what a contact does.",
        "「{mark}」の人には連絡しない。連絡した人と比べて、効果を確かめるため",
    ).format(mark=LEAVE_ALONE),
    True: T("nobody is contacted for now", "いまは誰にも連絡しない"),
}
"""Who is contacted: by whether it is nobody."""
_FIRST, _DO, _EXPECT = T("first", "先に"), T("do", "指示"), T("expect", "見込み")
_WHY, _NO_LIST = T("why no list", "リストがない理由"), T("No list this time", "今回はリストなし")
_CONTACT_FIRST = T("Customers to contact first", "先に連絡する顧客")
_NOBODY = T("Contact nobody for now", "いまは誰にも連絡しない")
_NOBODY_YET = T("Contact nobody yet", "まだ誰にも連絡しない")
_ALL = {
    True: T("All, highest risk first", "全員(解約の見込みが高い順)"),
    False: T("All customers", "対象の全員"),
}
_LOOKED_HOLDS = T("what is said here is as of that day", "ここの値は、この日のもの")
_ID_HOLDS = T("look it up in your CRM", "名前や電話番号は、この番号をCRMで検索する")
_SUM = T("sum of points", "点の合計")
_SUM_OF = T("sum of points (one is 1 of {of})", "点の合計(1点={of}人中1人)")
_SUM_HOLDS = T("the points of the reasons and of everything else", "理由の点と、そのほかの点の合計")
_ONE = T("{says} {points}", "{says} {points}点")
_SHORT = T("{label}: {own}", "{label}: {own}")
_MARKED = T("{one} · {mark}", "{one}・{mark}")
_REACH = T(
    "Names, phones and who is in charge are not here: look up each customer number in your CRM.",
    "名前・電話番号・担当者は載せていません。顧客番号をCRMで検索してください。",
)
_LOT = T(
    "Contact in this order, but not those marked “{mark}”. In the end they are compared with those contacted.",
    "この順に連絡します。ただし「{mark}」の人には連絡せず、最後に、連絡した人と解約の割合を比べます。",
).format(mark=LEAVE_ALONE)
_NO_CAUSE = T(
    "A reason goes with leaving (+) or staying (−); it need not be the cause.",
    "理由の点は、+が解約、−が継続と結びつくことを示します。原因とは限りません。",
)
_PRINTED = T(
    "On paper the columns end with “reason {n}”; the others stand on the screen.",
    "印刷されるのは「理由{n}」の列までです。残りの列は画面で見られます。",
)
_HOW = T("The points of a row add up to its sum.", "1行の点を足すと合計になります。")

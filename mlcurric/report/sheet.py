"""The list for a spreadsheet: wide for whoever computes with it, narrow for whoever works through it on paper."""

from __future__ import annotations

from collections.abc import Sequence, Set

from mlcurric.report.advice.listing import Listed, on_several_days
from mlcurric.report.page.rows import cut, mark_of
from mlcurric.report.page.words import CONTACT, LEAVE_ALONE
from mlcurric.subject.explain.reasons import REST, Reason, signed
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.text import T

_LONGEST = 400
_FAR = (-1e6, 1e6)


def list_table(rows: Sequence[Listed], with_lot: bool, wide: bool) -> Table:
    """The columns of the list, under headings of the language spoken.

    Args:
        wide: for whoever computes with it, each point in a cell of its own; else narrow enough for a sheet of paper, a reason
            in one cell with its points.
    """
    reasons = []
    for number in range(1, max((len(row.codes.reasons) for row in rows), default=0) + 1):
        reasons.append(Column(f"reason {number}", _REASON.format(n=number), _REASON_HOLDS, width=27))
        if wide:
            reasons += [
                Column(f"points {number}", _POINTS.format(n=number), _POINTS_HOLD, between=_FAR, whole=False),
                Column(f"can act {number}", _ACT.format(n=number), _ACT_HOLDS),
            ]
    if wide:
        reasons += [
            Column("rest", REST, _POINTS_HOLD, between=_FAR, whole=False),
            Column("sum", T("sum of points", "点の合計"), _SUM_HOLDS, between=_FAR, whole=False),
        ]
    columns = (
        Column("place", T("place", "順位"), T("1 comes first", "1が先頭"), width=6, between=(1, 1e9)),
        Column("id", T("customer", "顧客"), _ID_HOLDS, width=12),
        Column("of_100", T("of 100 like this leave", "似た100人中の解約"), _OF_100_HOLDS, width=9, between=_FAR, whole=False),
        *([Column("looked", T("looked at", "観測日"), _LOOKED_HOLDS, width=11)] if on_several_days(rows) else []),
        *([Column("lot", T("by lot", "くじ"), _LOT_HOLDS, width=13)] if with_lot else []),
        Column("said", T("what they said", "聞いたこと"), T("after the contact", "連絡のあとで書く"), width=26),
        *reasons,
        *([Column("value", T("worth", "価値"), T("as in the table", "表のとおり"), width=11, between=_FAR, whole=False)] if any(row.value is not None for row in rows) else []),
    )  # fmt: skip
    explains = (_REACH, *([_LOT] if with_lot else []), _NO_CAUSE if not wide else _HOW)
    return Table("report", T("Customers to contact first", "先に連絡する顧客"), columns, explains=explains, frozen=2)


def cells_of(row: Listed, alone: Set[int], guessed: Set[str]) -> dict[str, str | float]:
    """A customer's cells, by the names of the columns.

    Args:
        alone: places on the list that a lot has drawn to be left alone.
        guessed: columns of which “can we act?” was only guessed.
    """
    codes, of_100 = row.codes, 100 * row.risk
    cells: dict[str, str | float] = {
        "place": row.place,
        "id": row.id,
        "of_100": round(of_100) if of_100 >= 1 else round(of_100, 1),
    }
    if alone:
        cells["lot"] = str(LEAVE_ALONE if row.place in alone else CONTACT)
    for number, reason in enumerate(codes.reasons, 1):
        cells[f"reason {number}"] = cut(str(reason.says), _LONGEST)
        cells[f"points {number}"] = reason.points or 0
        cells[f"can act {number}"] = str(mark_of(reason, reason.column in guessed))
    cells |= {"rest": codes.rest, "sum": codes.points}
    if row.looked:
        cells["looked"] = row.looked.isoformat()
    if row.value is not None:
        cells["value"] = round(row.value, 2)
    return cells


def reasons_in_one(row: Listed, guessed: Set[str]) -> dict[str, str | float]:
    """Each reason with its points and whether anybody can act on it, in one cell."""
    return {f"reason {number}": _one(reason, guessed) for number, reason in enumerate(row.codes.reasons, 1)}


def _one(reason: Reason, guessed: Set[str]) -> str:
    mark = mark_of(reason, reason.column in guessed)
    return str(_ONE.format(says=cut(str(reason.says), _LONGEST), points=signed(reason.points), mark=mark))


_REASON = T("reason {n}", "理由{n}")
_POINTS = T("points {n}", "点{n}")
_ACT = T("can we act on it? {n}", "手を打てる? {n}")
_REASON_HOLDS = T("it goes with leaving or staying; it is no cause", "解約や継続と結びつくもの。原因とは限らない")
_POINTS_HOLD = T("+ goes with leaving, − with staying", "+は解約、−は継続と結びつく")
_ACT_HOLDS = T("whether anybody can do something about it", "それに対してできることがあるか")
_OF_100_HOLDS = T("of 100 customers like this one, so many leave", "似た顧客100人のうち、解約する人数")
_LOT_HOLDS = T(
    "Do not contact those whom the lot leaves alone: beside them it is seen what a contact does.",
    "「くじ: 連絡しない」の人には連絡しない。連絡した人と比べて、効果を確かめるため",
)
_LOOKED_HOLDS = T("what is said here is as of that day", "ここの値は、この日のもの")
_ID_HOLDS = T("look it up in your CRM", "名前や電話番号は、この番号をCRMで引いて調べる")
_SUM_HOLDS = T("the points of the reasons and of everything else", "理由の点と、そのほかの点の合計")
_ONE = T("{says} {points} · {mark}", "{says} {points}点・{mark}")
_REACH = T(
    "Names, phones and who is in charge are not here: look the number up in your CRM.",
    "名前や電話番号、担当者は載せていません。番号をCRMで引いて調べてください。",
)
_LOT = T(
    "Contact in this order, but not those marked “lot: leave alone”. In the end they are compared with those contacted.",
    "この順に連絡します。ただし「くじ: 連絡しない」の人には連絡せず、最後に、連絡した人と解約の割合を比べます。",
)
_NO_CAUSE = T(
    "A reason goes with leaving (+) or staying (−); it need not be the cause.",
    "理由の点は、+が解約、−が継続と結びつくことを示します。原因とは限りません。",
)
_HOW = T("The points of a row add up to its sum.", "1行の点を足すと合計になります。")

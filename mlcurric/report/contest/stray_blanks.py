"""Outcomes that are blank in a few rows only: slips of the table, and not the customers of today, unless somebody says that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlcurric.report.contest.today import first_of_today
from mlcurric.report.reading.outcome import LEFT_ODD
from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers

_FEW = 0.02
"""Of all rows; the customers to choose from are hardly ever fewer than two of a hundred."""
_NAMED = 5


def stray_blanks(customers: Customers, remarks: list[Remark]) -> np.ndarray:
    """Rows whose outcome is blank and which are not the customers of today: fewer than two of a hundred, and nobody says of them
    that they are to be listed, nor do most rows of the latest looks stand among them.

    Args:
        remarks: to which is added that they are set aside.

    Returns:
        One a row of the customers.
    """
    is_open = customers.left.isna().to_numpy()
    stray = np.zeros(len(is_open), dtype=bool)
    if customers.blanks_said or not 0 < is_open.sum() < _FEW * len(is_open):
        return stray
    day = customers.observed if customers.observed is not None else customers.looked
    if day is None:
        stray = is_open
    else:
        days = day.dt.normalize()
        # Blanks before that are told of by themselves.
        late = ~(days < first_of_today(days, customers.left.isna())).to_numpy()
        if 2 * is_open[late].sum() < late.sum():
            stray = is_open & late
    if stray.any():
        by_day = any(each.id == LEFT_ODD for each in customers.remarks)
        remarks.append(_about(customers.lines[stray], len(stray), _NO_DAYS if by_day else _SAY_SO))
    return stray


def _about(lines: np.ndarray, of: int, for_maker: T) -> Remark:
    named = ", ".join(map(str, lines[:_NAMED])) + (", …" if len(lines) > _NAMED else "")
    return Remark(
        "stray-blanks",
        _SET_ASIDE.format(n=len(lines), of=of, lines=named),
        _ASK.format(n=len(lines)),
        weight=Weight.DANGER,
        for_maker=for_maker,
    )


_SET_ASIDE = T(
    "In {n:,} of {of:,} rows it is blank, or cannot be read, whether the customer left (line {lines}). So few are rather slips of the "
    "table than the customers to choose from: these rows were set aside, and the list is made of customers who stayed.",
    "{of:,}行中{n:,}行({lines}行目)は、解約したかどうかが空欄か、読めない値です。これだけ少ないと、いまの顧客ではなく入力もれとみられるので、この行は除き、"
    "続けている顧客からリストを作りました。",
)
_ASK = T(
    "Ask whoever makes the table why it does not say of every row whether the customer left (rows without it: {n:,}). If these are "
    "the very customers to choose from, do not use this list: have the page made again with them.",
    "解約したかどうかがわからない行({n:,}行)があるのはなぜかを、表を作る人に聞いてください。その行こそがリストの対象なら、このリストは使わず、"
    "作り直してもらってください。",
)
_SAY_SO = T(
    "If the rows with a blank outcome are the customers to choose from: --blank-is unknown. Else fill in the cells, or take the rows out.",
    "解約の列が空欄の行こそがリストの対象なら、--blank-is unknown を付けてください。そうでなければ、セルを埋めるか、行を除いてください。",
)
_NO_DAYS = T(
    "Write a day into these cells, or clear them where the customer stayed.",
    "解約した日を入れるか、続けている顧客なら空欄にしてください。",
)

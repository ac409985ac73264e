"""Whom a lot has left off the list, though nothing tells them apart from its last: nobody is to take the lot for a judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.advice.listing import AtRisk


def about_left_off(at_risk: AtRisk, compared: bool) -> Remark | None:
    """That others are exactly as likely to leave as the last of the list, or as all of it.

    Args:
        compared: whether some of the list are left alone for comparison: whoever then chose others by hand would compare
            customers that somebody knows with others.

    Returns:
        ``None`` where there are no such others.
    """
    alike, size = at_risk.of_alike, len(at_risk.rows)
    if alike is None:
        return None
    all_of_it = alike.count == size
    says = (_ALL if all_of_it else _LAST)[alike.count == 1]
    return Remark(
        "left-off-by-lot",
        says.format(n=f"{alike.count:,}", of=f"{alike.of:,}", first=f"{size - alike.count + 1:,}"),
        None if compared else _CHOOSE_OTHERS,
        weight=Weight.NOTE,
        for_maker=_ALL_OF_THEM.format(size=size - alike.count + alike.of),
    )


_ALL = {
    False: T(
        "{of} customers are exactly alike by what made this list, and a lot chose these {n} of them.",
        "このリストの決め方では、見込みがまったく同じ人が{of}人います。この{n}人は、その中から抽選で選びました。",
    ),
    True: T(
        "{of} customers are exactly alike by what made this list, and a lot chose this one of them.",
        "このリストの決め方では、見込みがまったく同じ人が{of}人います。この1人は、その中から抽選で選びました。",
    ),
}
"""By whether it is one."""
_LAST = {
    False: T(
        "From place {first} on, {of} customers are exactly alike by what made this list, and a lot chose these {n} of them.",
        "{first}位から先は、見込みがまったく同じ人が{of}人います。リストの{n}人は、その中から抽選で選びました。",
    ),
    True: T(
        "For the last place {of} customers are exactly alike by what made this list, and a lot chose this one of them.",
        "最後の{first}位には、見込みがまったく同じ人が{of}人います。リストの1人は、その中から抽選で選びました。",
    ),
}
_CHOOSE_OTHERS = T(
    "Whoever knows the customers may choose others of them instead; ask the person who makes this page for a list of all.",
    "顧客をよく知る人が、同じ見込みの人の中から選び直してもかまいません。全員のリストは、このページを作った人に頼んでください。",
)
_ALL_OF_THEM = T(
    "--capacity {size} lists all who are exactly as likely to leave as the last of this list.",
    "--capacity {size} なら、このリストの最後の人と見込みが同じ人が、全員載ります。",
)

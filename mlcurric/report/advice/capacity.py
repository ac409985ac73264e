"""How to contact as many as were asked for, though some of the list are left alone by lot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.advice.experiment import Plan

_MATTERS = 0.05


def about_capacity(plan: Plan, capacity: int, could: int) -> Remark | None:
    """Whom the lot leaves alone is not contacted: whoever can contact more needs a longer list.

    Args:
        capacity: customers whom the list was to hold.
        could: customers who could be listed.

    Returns:
        ``None`` where no lot is drawn, hardly anybody more could be contacted, or no such list shows whether contacts help.
    """
    if not plan.shows or not plan.chosen or not plan.chosen.contacted:
        return None
    contacted, alone = plan.chosen.contacted, plan.chosen.alone
    size = min(round(capacity * (contacted + alone) / contacted), could)
    gained = size * contacted / (contacted + alone) - contacted
    if gained < _MATTERS * capacity:
        return None
    return Remark(
        "capacity-unused",
        _SOME_ALONE.format(size=f"{contacted + alone:,}", contacted=f"{contacted:,}"),
        weight=Weight.NOTE,
        for_maker=_LONGER.format(size=size, about=f"{round(contacted + gained):,}"),
    )


_SOME_ALONE = T(
    "The list holds {size}, of whom {contacted} are contacted; the others are left alone for comparison.",
    "リストは{size}人で、今回連絡するのは{contacted}人です。残りの人には、比較のため連絡しません。",
)
_LONGER = T(
    "If you can contact more than that, make the page with a longer list: of --capacity {size} about {about} are contacted.",
    "もっと多くの人に連絡できるなら、リストを長くして作り直してください。--capacity {size} なら、約{about}人に連絡します。",
)

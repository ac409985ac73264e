"""How to use the whole capacity, though some of the list are left alone by lot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.advice.experiment import Plan

_MATTERS = 0.05


def about_capacity(plan: Plan, capacity: int, could: int) -> Remark | None:
    """Whom the lot leaves alone is no longer contacted: the list has to be longer for everybody who can be to be contacted.

    Args:
        capacity: customers who can be contacted.
        could: customers who could be listed.

    Returns:
        ``None`` where no lot is drawn, or hardly anybody more could be contacted.
    """
    if not plan.chosen or not plan.chosen.contacted:
        return None
    contacted, alone = plan.chosen.contacted, plan.chosen.alone
    size = min(round(capacity * (contacted + alone) / contacted), could)
    gained = size * contacted / (contacted + alone) - contacted
    if gained < _MATTERS * capacity:
        return None
    return Remark(
        "capacity-unused",
        _LEFT_OVER.format(capacity=f"{capacity:,}", contacted=f"{contacted:,}"),
        weight=Weight.NOTE,
        for_maker=_LONGER.format(size=size, about=f"{round(contacted + gained):,}"),
    )


_LEFT_OVER = T(
    "You can contact {capacity}, but only {contacted} are contacted: the others of the list are left alone for comparison.",
    "連絡できる{capacity}人のうち、今回連絡するのは{contacted}人です。リストの残りの人には、比較のため連絡しません。",
)
_LONGER = T(
    "To use the whole capacity, make the page with --capacity {size}: of that list about {about} are contacted.",
    "連絡できる人数を使い切るには、--capacity {size} で作り直してください。そのリストのうち約{about}人に連絡します。",
)

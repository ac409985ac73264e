"""Where a list by a rule of groups ends: by it, nobody else is known to leave more often than customers do on average."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlcurric.report.contest.contest import Contest, at_length
from mlcurric.report.contest.rules import Groups
from mlcurric.report.remark import Remark
from mlcurric.subject.digits import in_digits
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.advice.listing import AtRisk
    from mlcurric.report.contest.contenders import Contender

ENDS_EARLY = "ends-early"
"""The remark's id where fewer are listed than could be contacted."""


def stand_out(rule: Contender, risks: np.ndarray) -> int | None:
    """How many are in a group of which more leave than of everybody on average.

    Args:
        rule: that the list is by, counted.
        risks: by it, of all who could be listed.

    Returns:
        ``None`` where there is an order down to the last one, or where nobody stands out.
    """
    if not isinstance(rule, Groups):
        return None
    return int((risks > rule.group.share).sum()) or None


def as_it_ends(contest: Contest, at_risk: AtRisk) -> Contest:
    """The contest on lists as long as the one that is made: where that one ends early, all that is told is of such a list."""
    if not any(each.id == ENDS_EARLY for each in at_risk.remarks):
        return contest
    return at_length(contest, len(at_risk.rows) / at_risk.could)


def ends_early(listed: int, capacity: int) -> Remark:
    """That fewer are listed than could be contacted, and why."""
    told = {"listed": in_digits(listed), "capacity": in_digits(capacity), "rest": in_digits(capacity - listed)}
    return Remark(ENDS_EARLY, _ENDS.format(**told), _REST.format(**told))


_ENDS = T(
    "You can contact {capacity}, but by this rule only {listed} stand out: it names nobody else who leaves more often than "
    "customers do on average. So the list ends there.",
    "連絡できるのは{capacity}人ですが、このルールで解約の割合が平均より高いといえるのは{listed}人だけです。"
    "残りの人の中で誰が解約しやすいかは、このルールではわからないため、リストはここで終わります。",
)
_REST = T(
    "Others may be about to leave all the same. Do not fill the list up for the sake of the number: whether to contact any of "
    "{rest} more, and whom, people who know the customers can say better.",
    "残りの中にも、解約しそうな人はいるかもしれません。人数をそろえるためだけの連絡はせず、あと{rest}人に誰を選ぶかは、顧客をよく知る人に聞いてください。",
)

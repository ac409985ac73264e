"""Where a list by a rule of groups ends, or has nobody: by it, nobody else is known to leave more often than customers do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlcurric.report.command import typed_option
from mlcurric.report.contest.contest import Contest, at_length
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.rules import Groups
from mlcurric.report.reading.names import first_columns
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.advice.listing import AtRisk
    from mlcurric.report.contest.contenders import Contender
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers

ENDS_EARLY = "ends-early"
"""The remark's id where fewer are listed than were asked for."""
NONE_STANDS_OUT = "none-stands-out"
"""The remark's id where the rule tells leavers apart, and means nobody of those who could be listed."""
NOBODY_MEANT = T(
    "There is no list: the rule tells leavers apart, but none of the customers who could be listed is one of those of whom it says "
    "that more leave.",
    "リストは作りません。ルールは解約した人を見分けますが、「解約が多い」とされる人が、リストの候補の中に1人もいないためです。",
)
"""Why there is no list then."""
_NAMED = 3


def stand_out(rule: Contender, risks: np.ndarray) -> int | None:
    """How many are in a group of which more leave than of the others, or in one of which still more do.

    A group that lies above the average by luck, or by next to nothing, is one of the rest: of its customers nobody can say that
    they leave more often.

    Args:
        rule: that the list is by, counted.
        risks: by it, of all who could be listed.

    Returns:
        ``None`` where there is an order down to the last one, or where nobody stands out.
    """
    if not isinstance(rule, Groups):
        return None
    lowest = rule.group.lowest_apart()
    return None if lowest is None else int((risks >= lowest).sum()) or None


def if_any_stands_out(customers: Customers, split: Split, contest: Contest) -> Contest:
    """The contest, won by nobody where the rule that won means nobody of those who could be listed.

    Whoever would be listed then is one of the rest, in which fewer leave than on average.
    """
    if (
        contest.winner != "rule"
        or contest.everybody_fits
        or not len(split.today)
        or not isinstance(contest.rule, Groups)
    ):
        return contest
    table, known = learnable(customers, contest.rule.columns), np.flatnonzero(customers.left.notna())
    rule = contest.rule.fit(table.iloc[known], customers.left.iloc[known].to_numpy(dtype=bool))
    if stand_out(rule, rule.risk(table.iloc[np.asarray(split.today)])):
        return contest
    columns = (customers.columns[name].source or name for name in rule.first_columns)
    return contest.won_by_nobody(_none_stands_out(tuple(dict.fromkeys(columns)), len(split.today)))


def as_it_ends(contest: Contest, at_risk: AtRisk) -> Contest:
    """The contest on lists as long as the one that is made: where that one ends early, all that is told is of such a list."""
    if not any(each.id == ENDS_EARLY for each in at_risk.remarks):
        return contest
    return at_length(contest, len(at_risk.rows) / at_risk.could)


def ends_early(listed: int, capacity: int) -> Remark:
    """That fewer are listed than were asked for, and why."""
    told = {"listed": in_digits(listed), "capacity": in_digits(capacity), "rest": in_digits(capacity - listed)}
    return Remark(ENDS_EARLY, _ENDS.format(**told), _REST.format(**told))


_ENDS = T(
    "The list was to hold {capacity}, but by this rule only {listed} stand out: of nobody else does it tell that "
    "they leave more often than customers do on average. So the list ends there.",
    "リストの人数は{capacity}人と指定されましたが、このルールで解約の割合が平均より高いといえるのは{listed}人だけです。"
    "残りの人の中で誰が解約しやすいかは、このルールではわからないため、リストはここで終わります。",
)
_REST = T(
    "Others may be about to leave all the same. Do not fill the list up for the sake of the number: whether to contact any of "
    "{rest} more, and whom, people who know the customers can say better.",
    "残りの中にも、解約しそうな人はいるかもしれません。人数をそろえるためだけの連絡はせず、あと{rest}人に誰を選ぶかは、顧客をよく知る人に聞いてください。",
)


def _none_stands_out(columns: tuple[str, ...], could: int) -> Remark:
    told = {"columns": first_columns(columns, _NAMED), "could": in_digits(could)}
    return Remark(
        NONE_STANDS_OUT,
        _NONE.format(**told),
        _WITHOUT_IT.format(**told),
        columns=columns,
        weight=Weight.DANGER,
        for_maker=_DROP.format(options=" ".join(typed_option("--drop", name) for name in columns)),
    )


_NONE = T(
    "The rule goes by {columns}, and none of the {could} customers who could be listed has an answer there with which clearly "
    "more leave than on average. Either that is over, or it is written only when somebody leaves.",
    "ルールは{columns}で見分けますが、リストの候補{could}人の中に、解約が平均よりはっきり多いとされる値の人は1人もいません。その事情がもう終わっているか、解約のときに初めて書かれる値かの、どちらかです。",
)
_WITHOUT_IT = T(
    "Ask when {columns} is filled in, and have this page made again without it: then it shows whether anything else tells who leaves.",
    "{columns}がいつ記入される値かを確かめ、それを除いて作り直してもらってください。ほかの列で見分けられるかどうかがわかります。",
)
_DROP = T("Left out with  {options}", "除くには  {options}")

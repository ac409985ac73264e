"""Columns that are the same on every look of a customer, and yet know how long he stays: counts up to the day of the export.

What is known from the first look on, and never changes, may tell who is likelier to leave; it does not tell when. Of customers of
about the same value, those who left then did so at any of their looks, as early and as late as all others. A total as of the
export, repeated on every look, tells when: of customers with the same total, whoever was about to leave is far further on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mlcurric.report.contest.features import is_text
from mlcurric.report.contest.leak_found import Sign, luck_in_pairs
from mlcurric.report.contest.leak_names import sounds_planned, sounds_summed_up
from mlcurric.report.contest.leak_signs import telling
from mlcurric.subject.ranking import ranking_score
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers

_FEWEST = 30
"""Leavers, and customers who were looked at more than once."""
_THE_SAME = 0.98
"""Of the customers who were looked at more than once, so many have the same value each time: a slip may have changed some."""
_MANY_VALUES = 13
"""Of fewer, such as the months of a contract or the month of a birthday, it may have been agreed when somebody leaves."""
_MOST_GROUPS, _LEAVERS_A_GROUP = 20, 10
# All of these were chosen by ``benchmarks/leaks_on_looks.py``. Pairs in which the leaver is further on, among customers of about
# the same value, and so many more than among all: honest columns reach the one where ever more customers leave, look by
# look, and the other where the riskiest leave first, but hardly ever both.
_TELLS, _TELLS_MORE = 0.65, 0.2
_MAY_TELL, _MAY_TELL_MORE = 0.58, 0.12
_SORTS = 0.6


@dataclass(frozen=True)
class Timing:
    """What is known of when customers leave.

    Attributes:
        alike: of pairs of a look that ended with leaving and another one, both of customers of about the same value, the share in
            which the leaver is further on, that is, has more looks behind him.
        all: the same of all pairs.
    """

    alike: float
    all: float

    def tells(self, least: float, more: float) -> bool:
        return self.alike >= least and self.alike - self.all >= more


def looks_behind(customers: Customers, known: np.ndarray, gone: np.ndarray) -> np.ndarray | None:
    """How many looks each customer had before each of the known rows; −1 where there is no day, or where he has left by an earlier one.

    Args:
        known: places of these among all rows.
        gone: of these, who left.

    Returns:
        ``None`` where nobody knows when each row was looked at.
    """
    looked = customers.looked if customers.observed is None else customers.observed
    if looked is None:
        return None
    rows = pd.DataFrame({"customer": customers.customer[known], "day": looked.iloc[known].to_numpy(), "gone": gone})
    order = rows[rows["day"].notna()].sort_values("day", kind="stable")
    each = order.groupby("customer")
    before = each["gone"].cumsum() - order["gone"]
    return each.cumcount().where(before == 0, -1).reindex(rows.index, fill_value=-1).to_numpy()


def sign_of_repeated(
    name: str, column: pd.Series, codes: np.ndarray, customer: np.ndarray, at: np.ndarray | None, gone: np.ndarray
) -> list[Sign]:
    """Whether a column that is the same on every look of a customer counts up to the day of the export; at most one sign.

    Args:
        column, codes: as for ``signs_of``, of the known rows.
        customer, gone: of these, whose row each is, and who left.
        at: as ``looks_behind`` gives it.
    """
    if at is None:
        return []
    used = at >= 0
    if gone[used].sum() < _FEWEST or not at[used].any() or not _is_repeated(column, customer):
        return []
    timing = _timing(codes[used], at[used], gone[used], is_text(column))
    luck = luck_in_pairs(int(gone[used].sum()))
    # What is agreed on from the first look on, such as the end of a contract, may well tell when.
    open_ended = not is_text(column) and column.nunique() >= _MANY_VALUES and not sounds_planned(name)
    summed = open_ended and sounds_summed_up(name)
    if timing.tells(_MAY_TELL + luck, _MAY_TELL_MORE):
        sure = open_ended and (summed or timing.tells(_TELLS + luck, _TELLS_MORE))
        return [Sign(2 if sure else 1, _by_timing(name, timing), may_be_honest=False, doubts=True)]
    if summed and telling(codes, gone, ordered=True).pairs - luck >= _SORTS:
        return [Sign(1, _by_what_it_counts(name), may_be_honest=False, doubts=True)]
    return []


def _is_repeated(column: pd.Series, customer: np.ndarray) -> bool:
    """Whether nearly all who were looked at more than once have the same value each time, blanks being one as well."""
    each = pd.Series(pd.factorize(column)[0]).groupby(customer)
    several = each.size() > 1
    same = (each.min() == each.max())[several]
    return len(same) >= _FEWEST and bool(same.mean() >= _THE_SAME)


def _timing(codes: np.ndarray, at: np.ndarray, gone: np.ndarray, texts: bool) -> Timing:
    """Among customers of about the same value: of numbers in groups with about as many leavers each, of texts word by word."""
    groups = codes
    if not texts:
        n = int(np.clip(gone.sum() // _LEAVERS_A_GROUP, 2, _MOST_GROUPS))
        edges = np.unique(np.quantile(codes[gone], np.arange(1, n) / n))
        groups = np.searchsorted(edges, codes, side="right")
    found, leavers = [], []
    for group in np.unique(groups):
        left = gone[groups == group]
        if left.any() and not left.all():
            found.append(ranking_score(left, at[groups == group]))
            leavers.append(left.sum())
    alike = float(np.average(found, weights=leavers)) if found else 0.5
    return Timing(alike, ranking_score(gone, at))


def _by_timing(column: str, timing: Timing) -> T:
    """It tells when customers leave."""
    return _TIMING.format(column=column, alike=f"{100 * timing.alike:.0f}", all=f"{100 * timing.all:.0f}")


def _by_what_it_counts(column: str) -> T:
    """By its name it would have to grow from look to look."""
    return _COUNTS.format(column=column)


_TIMING = T(
    "{column} is the same on every look of a customer, and yet it tells when customers leave. Take a look before leaving and another "
    "one, both of customers with about the same {column}: the leaver had been looked at more often in {alike} of 100 such pairs, "
    "against {all} of 100 among all customers. What is known from the first look on may tell who leaves, hardly ever when: so it "
    "seems to count up to the day of the export.",
    "{column}は、同じ顧客ならどの日付の行でも同じ値なのに、いつ解約するかまで言い当てています。{column}が同じくらいの顧客どうしで、"
    "解約直前の行とほかの行を1つずつ比べると、解約直前の行のほうが、それまでの行数が多いのは100組中{alike}組です(顧客全体では{all}組)。"
    "はじめからわかっている値なら、誰が解約しやすいかはわかっても、いつ解約するかはまずわかりません。"
    "表を書き出した日までの値が、過去の行にも入っているようです。",
)
_COUNTS = T(
    "By its name {column} counts something that grows, but it is the same on every look of a customer. It may count up to the day "
    "of the export: whoever left early then has less of it because he left.",
    "{column}は、名前からすると増えていく値なのに、同じ顧客ならどの日付の行でも同じです。"
    "表を書き出した日までの値だとすると、早く解約した人は、解約したために値が小さくなっています。",
)

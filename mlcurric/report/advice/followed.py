"""Customers who had stayed, followed to their next look: what a list of such customers came to, earlier in the same table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mlcurric.report.contest.contenders import expected_counts
from mlcurric.report.contest.contest import SHORTEST
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.folds import apart
from mlcurric.report.contest.verdict import by_luck
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits, so_many
from mlcurric.subject.metrics.at_k import at_k
from mlcurric.subject.metrics.confusion import Confusion
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.contest.contest import Contest
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers

STAYERS_ALIKE = "stayers-alike"
"""The remark's id where an order tells leavers apart, but not among those who have stayed already."""
NO_STAYERS = T(
    "There is no list: among those who have stayed already, the order did not find clearly more leavers than luck could.",
    "リストは作りません。集計期間を解約せずに過ごした人の中では、この順番で選んでも、運だけでは説明できないほど多くの解約者を見つけたとは言えないためです。",
)
"""Why there is no list then."""
_FEWEST, _FEWEST_LEAVERS = 200, 10
_BY_LUCK = 0.05


def followed(customers: Customers, split: Split, contest: Contest, share: float) -> Confusion | None:
    """Make the list as it would have been made before the rows that judge, and see what came of it in those rows.

    Everybody is taken at the last look before them at which he stayed, scored as the list of today is, and counted at the
    next look. So the score is as old, and those on the list have stayed as long, as with the list of today.

    Args:
        contest: with a winner.
        share: of those who could be listed, who are.

    Returns:
        That list, counted at the next look of each customer; ``None`` where too few customers were looked at again.
    """
    found = _stayers(customers, split, contest)
    return at_k(*found, _length(share, len(found[0]))) if found else None


def among_stayers(customers: Customers, split: Split, contest: Contest, capacity: int) -> Contest:
    """The contest, won by nobody where those to be listed have stayed already, and the winner's order tells nothing of such.

    Who leaves soon may be told from who stays for long, and still nobody among those who have stayed from the others. Counted
    on made-up panels (600 customers, 12 monthly looks, an outcome of 3 months): of 11 lists that noise had won 7 are dropped,
    of 22 of a weak signal (log-odds of 0.3 a standard deviation) 7, of 30 of a fair one (0.6) 1.

    Args:
        capacity: customers whom the list is to hold.
    """
    if contest.winner == "nobody" or contest.everybody_fits or split.listed_kind == "not yet known":
        return contest
    if not len(split.today) or not (found := _stayers(customers, split, contest)):
        return contest
    happened, risk = found
    of = expected_counts(happened, risk, _length(min(capacity / len(split.today), 1), len(happened)))
    if of.precision.value > of.base_rate.value and by_luck(happened, risk, of) < _BY_LUCK:
        return contest
    return contest.won_by_nobody(_stayers_alike(of, contest.said_of))


def _length(share: float, of: int) -> int:
    return min(max(round(share * of), SHORTEST), of)


def _stayers(customers: Customers, split: Split, contest: Contest) -> tuple[np.ndarray, np.ndarray] | None:
    """Of customers who had stayed: who left by the next look, and the risk that the winner gave them before.

    Returns:
        ``None`` where too few were looked at again.
    """
    if customers.observed is None or not split.by_date:
        return None
    before, after = _next_looks(customers, split)
    known = customers.left.astype("boolean")
    happened = known.iloc[after].to_numpy(dtype=bool)
    if len(after) < _FEWEST or happened.sum() < _FEWEST_LEAVERS:
        return None
    winner = contest.best
    table = learnable(customers, winner.columns)
    if contest.winner == "rule":
        return happened, winner.risk(table.iloc[before])
    learned = known.iloc[split.learn].to_numpy(dtype=bool)
    scores = [
        pd.Series(winner.fit(table.iloc[rows], left).risk(table.iloc[scored]), index=scored)
        for rows, left, scored in apart(customers.customer, split.learn, learned, before)
    ]
    return happened, pd.concat(scores)[before].to_numpy()


def _next_looks(customers: Customers, split: Split) -> tuple[np.ndarray, np.ndarray]:
    """Of each customer who stands on both sides: his last row to learn from, if he stayed, and his first row that judges."""
    rows = pd.DataFrame({"customer": customers.customer, "day": customers.observed.to_numpy()})
    rows["stayed"] = customers.left.eq(False).fillna(False).to_numpy(dtype=bool)
    last = rows.iloc[split.learn].sort_values("day", kind="stable").drop_duplicates("customer", keep="last")
    first = rows.iloc[split.judge].sort_values("day", kind="stable").drop_duplicates("customer")
    last, first = (each.reset_index(names="row") for each in (last[last["stayed"]], first))
    both = last.merge(first, on="customer", suffixes=("_before", "_after")).sort_values("row_before")
    return both["row_before"].to_numpy(), both["row_after"].to_numpy()


def _stayers_alike(of: Confusion, said_of: int) -> Remark:
    told = {
        "n": in_digits(of.total),
        "of": in_digits(said_of),
        "listed": so_many(of.precision.value, said_of),
        "all": so_many(of.base_rate.value, said_of),
    }
    return Remark(STAYERS_ALIKE, _ALIKE.format(**told), _SEE_THEM_AGAIN, weight=Weight.DANGER)


_ALIKE = T(
    "Everybody who could be listed has stayed already, and among such customers the order tells nothing that luck does not: of {n} "
    "in this table who had stayed, followed to their next look, {listed} of {of} on the list left, and {all} of {of} of all. Do not "
    "act on this order.",
    "リストの候補は、集計期間を解約せずに過ごした人ばかりです。そうした人の中では、この順番は当たっているとは言えません。この表で同じような{n}人を次の時点まで追うと、"
    "解約したのは、リストの上位で{of}人中{listed}人、全員では{of}人中{all}人でした。この順番で動かないでください。",
)
_SEE_THEM_AGAIN = T(
    "Add what changes while somebody is a customer (use, complaints, payments), or more looks, and make this page again.",
    "利用・苦情・支払いなど、契約中に変わっていくことの列か、別の時点の行を加えて、作り直してください。",
)

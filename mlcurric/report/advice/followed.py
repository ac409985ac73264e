"""Customers who had stayed, followed to their next look: what a list of such customers came to, earlier in the same table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.folds import apart
from mlcurric.subject.metrics.at_k import at_k
from mlcurric.subject.metrics.confusion import Confusion

if TYPE_CHECKING:
    from mlcurric.report.contest.contest import Contest
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers

_FEWEST, _FEWEST_LEAVERS = 200, 10
SHORTEST = 30
"""A list of fewer says nothing."""


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
    if customers.observed is None or not split.by_date:
        return None
    before, after = _next_looks(customers, split)
    known = customers.left.astype("boolean")
    happened = known.iloc[after].to_numpy(dtype=bool)
    if len(after) < _FEWEST or happened.sum() < _FEWEST_LEAVERS:
        return None
    winner = contest.rule if contest.winner == "rule" else contest.model
    table = learnable(customers, winner.columns)
    if contest.winner == "rule":
        risk = winner.risk(table.iloc[before])
    else:
        learned = known.iloc[split.learn].to_numpy(dtype=bool)
        scores = [
            pd.Series(winner.fit(table.iloc[rows], left).risk(table.iloc[scored]), index=scored)
            for rows, left, scored in apart(customers.customer, split.learn, learned, before)
        ]
        risk = pd.concat(scores)[before].to_numpy()
    size = min(max(round(share * len(after)), SHORTEST), len(after))
    return at_k(happened, risk, size)


def _next_looks(customers: Customers, split: Split) -> tuple[np.ndarray, np.ndarray]:
    """Of each customer who stands on both sides: his last row to learn from, if he stayed, and his first row that judges."""
    rows = pd.DataFrame({"customer": customers.customer, "day": customers.observed.to_numpy()})
    rows["stayed"] = customers.left.eq(False).fillna(False).to_numpy(dtype=bool)
    last = rows.iloc[split.learn].sort_values("day", kind="stable").drop_duplicates("customer", keep="last")
    first = rows.iloc[split.judge].sort_values("day", kind="stable").drop_duplicates("customer")
    last, first = (each.reset_index(names="row") for each in (last[last["stayed"]], first))
    both = last.merge(first, on="customer", suffixes=("_before", "_after")).sort_values("row_before")
    return both["row_before"].to_numpy(), both["row_after"].to_numpy()

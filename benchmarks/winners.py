"""How often luck alone makes a winner in ``report/contest``: small tables whose columns have nothing to do with who left.

``.venv/bin/python benchmarks/winners.py [TABLES [TABLES_OF_LOOKS]]``. At most 5 of 100 is what is claimed. Only the model that adds
up points is tried, so that hundreds of tables take some minutes. Last measured: of 300 tables of a row a customer, 6 winners (2.0
of 100: 3 rules, 3 models); of 100 tables of monthly looks each, 4 with ``--within`` (2 and 2), 1 without (a model), 3 where it
is too short (rules).
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pandas as pd

from mlcurric.report.contest import contest, model
from mlcurric.report.contest.split import split

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.report.planted import customers_of, monthly_looks

COLUMNS = 4
LOOKS = {
    "looks, --within given": ("3 months", 3),
    "looks, no --within": ("", 3),
    "looks, --within too short": ("2 months", 6),
}
"""Tables of monthly looks: what is typed, and in how many months those counted as churned left."""


def once(seed: int) -> str:
    """Who wins in a table of a row a customer."""
    luck = np.random.default_rng(seed)
    rows, share = int(luck.integers(200, 700)), luck.uniform(0.15, 0.5)
    table = pd.DataFrame(luck.normal(size=(rows, COLUMNS)), columns=[f"c{n}" for n in range(COLUMNS)])
    table["plan"] = luck.choice(list("xyz"), rows)
    customers = customers_of(table, luck.random(rows) < share)
    return contest.hold_contest(customers, split(customers), list(table), rows // 8).winner


def again(seed: int, within: str, window: int) -> str:
    """Who wins in a table of several looks a customer."""
    customers, columns = monthly_looks(seed, window=window)
    return contest.hold_contest(customers, split(customers, within), columns, 40).winner


def main(tables: int = 300, of_looks: int = 100) -> None:
    with patch.object(model, "explains_trees", return_value=False):
        told("a row a customer", Counter(map(once, range(tables))))
        for name, (within, window) in LOOKS.items():
            told(name, Counter(again(seed, within, window) for seed in range(of_looks)))


def told(name: str, found: Counter[str]) -> None:
    tables = found.total()
    won = tables - found["nobody"]
    print(
        f"{name}, {tables} tables: {won} winners ({100 * won / tables:.1f} of 100), {found['rule']} rules, {found['model']} models",
        flush=True,
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

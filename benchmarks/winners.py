"""How often luck alone makes a winner in ``report/contest``: small tables whose columns have nothing to do with who left.

``.venv/bin/python benchmarks/winners.py [TABLES]``. At most 5 of 100 is what is claimed. Only the model that adds up points is
tried, so that hundreds of tables take a minute or two. Last measured: 6 winners in 300 tables (2.0 of 100): 3 rules, 3 models.
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
from tests.report.planted import customers_of

COLUMNS = 4


def winner(seed: int) -> str:
    luck = np.random.default_rng(seed)
    rows, share = int(luck.integers(200, 700)), luck.uniform(0.15, 0.5)
    table = pd.DataFrame(luck.normal(size=(rows, COLUMNS)), columns=[f"c{n}" for n in range(COLUMNS)])
    table["plan"] = luck.choice(list("xyz"), rows)
    customers = customers_of(table, luck.random(rows) < share)
    return contest.hold_contest(customers, split(customers), list(table), rows // 8).winner


def main(tables: int = 300) -> None:
    with patch.object(model, "explains_trees", return_value=False):
        found = Counter(map(winner, range(tables)))
    won = tables - found["nobody"]
    print(
        f"{tables} tables: {won} winners ({100 * won / tables:.1f} of 100), {found['rule']} rules, {found['model']} models"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

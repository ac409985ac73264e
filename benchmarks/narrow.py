"""What is promised of lists that got through on a weak signal, and what then comes: with the lead as counted, and as expected.

``.venv/bin/python benchmarks/narrow.py [TABLES]``. Tables of 800 known and 800 open customers, 20 of 100 of whom leave; one
column tells something (its log-odds a standard deviation), six are noise; a list of 100. Only the model that adds up points is
tried. Last measured, of 100 on the list (promised as counted → as it is promised now; the true share), and how often of 100 the
range held what came, before → now:

    0.2: 21 lists of 200 tables; 32.2 → 28.2; true 23.6; held 95 → 100
    0.3: 61 lists of 200 tables; 33.8 → 29.7; true 27.0; held 92 → 95
    0.5: 49 lists of 60 tables; 36.5 → 33.2; true 34.4; held 98 → 96
    1.0: 60 lists of 60 tables; 56.6 → 56.3; true 55.5; held 92 → 92
"""

from __future__ import annotations

import sys
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pandas as pd

from mlcurric.report.advice.narrow import kept_of_lead, taken_back
from mlcurric.report.contest import contest, model
from mlcurric.report.contest.contenders import expected_hits
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.split import split
from mlcurric.subject.expectation import Assumed, Counted, NextLists, between
from mlcurric.subject.ranges import Range

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.report.planted import customers_of

SIGNALS = (0.2, 0.3, 0.5, 1.0)
KNOWN, OPEN, SIZE, NOISE, BASE = 800, 800, 100, 6, 0.2
NOBODY = Assumed(Range(0, 0))


def one_list(seed: int, signal: float) -> tuple[float, ...] | None:
    """Promised as counted and as it is now, the true share, and whether each range held; ``None`` without a list."""
    luck, rows = np.random.default_rng(seed), KNOWN + OPEN
    table = pd.DataFrame(luck.normal(size=(rows, NOISE + 1)), columns=[f"c{n}" for n in range(NOISE + 1)])
    table["plan"] = luck.choice(list("xyz"), rows)
    risk = 1 / (1 + np.exp(-(np.log(BASE / (1 - BASE)) + signal * table["c0"].to_numpy())))
    left = luck.random(rows) < risk
    customers = customers_of(table, [*left[:KNOWN], *[None] * OPEN])
    held = contest.hold_contest(customers, split(customers), list(table), SIZE)
    if held.winner == "nobody":
        return None
    columns = learnable(customers, list(table))
    scores = held.best.fit(columns.iloc[:KNOWN], left[:KNOWN]).risk(columns.iloc[KNOWN:])
    came, true = (expected_hits(each[KNOWN:], scores, SIZE) for each in (left, risk))
    plain = Counted(held.of_winner.hits, held.of_winner.listed)
    now = taken_back(plain, held.of_winner.base_rate.value, kept_of_lead(held))
    ranges = (between(NextLists.drawn(SIZE, each, NOBODY, 4_000, 0).hits, 0.95) for each in (plain, now))
    return plain.share, now.share, true / SIZE, *(each.low <= came <= each.high for each in ranges)


def main(tables: int = 200) -> None:
    with patch.object(model, "explains_trees", return_value=False):
        for signal in SIGNALS:
            found = [each for seed in range(tables) if (each := one_list(seed, signal))]
            counted, now, true, before, after = (100 * np.mean(each) for each in zip(*found, strict=True))
            print(
                f"{signal}: lists {len(found)} of {tables}; {counted:.1f} → {now:.1f}; true {true:.1f}; held {before:.0f} → {after:.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

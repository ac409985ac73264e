"""From what the borders in ``report/contest/leaks.py`` were chosen: how often leaks are taken out, and honest rules are not.

``.venv/bin/python benchmarks/leaks.py [SEEDS]``. One column a table, under a name that is known before (“tickets”) and under
one that says nothing (“x7”). Of 100 tables: taken out / asked about; the others are not noticed. Leaks should be taken out, honest columns not.

A group without a stayer that is too small to be told from a good rule is asked about, so that small leaks are, too. Under “x7”,
leaks of 30 to 60% of the leavers are taken out in 0 to 7 of 100 tables at 500 and 1,000 rows of which 8 to 10% left, and always
from 4,000 rows on; under “tickets” they are often not noticed there, and then the alarm of the whole result is left. Rules by which
95 or 97 of 100 leave are taken out in 0 to 30 of 100 tables there (40 to 50 before), in 0 to 20 at 4,000 rows.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from mlcurric.report.contest.leaks import suspects

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.report.planted import customers_of
from tests.report.strong import HONEST, LEAKS, Luck

NAMES = ("tickets", "x7")
SIZES = ((500, 0.1), (1_000, 0.08), (1_000, 0.3), (4_000, 0.08), (4_000, 0.3), (4_000, 0.9))
OF_LEAVERS = (0.3, 0.6, 1.0)
OFTEN = (0.9, 0.95, 0.97)

_NAMED = 0.8
"""A rule names so many customers beside those who leave."""


def grade(name: str, values: object, left: np.ndarray) -> str:
    customers = customers_of(pd.DataFrame({name: values}), left)
    found = suspects(customers, np.arange(int(0.7 * len(left))))
    return {"answer": "out", "likely": "out", "ask": "ask"}[found[0].grade] if found else "unseen"


def sweep(made: Callable[[int, float, Luck], tuple[object, np.ndarray]], seeds: int) -> str:
    """Of 100 tables, by name and size: taken out / asked about."""
    shown = []
    for name in NAMES:
        for rows, share in SIZES:
            counted = Counter(grade(name, *made(rows, share, np.random.default_rng(seed))) for seed in range(seeds))
            shown.append(f"{100 * counted['out'] // seeds:>4}/{100 * counted['ask'] // seeds:<3}")
        shown.append(" ")
    return " ".join(shown)


def main(seeds: int = 20) -> None:
    heads = " ".join(f"{rows:>4} {100 * share:.0f}%" for rows, share in SIZES)
    print(f"{'':34}{NAMES[0]:<56}{NAMES[1]}\n{'':34}{heads}  {heads}")
    for kind, leak in LEAKS.items():
        for of_leavers in OF_LEAVERS:

            def leaking(rows: int, share: float, luck: Luck, leak=leak, of_leavers=of_leavers):
                left = luck.random(rows) < share
                return leak(left, left & (luck.random(rows) < of_leavers), luck), left

            print(f"{f'leak: {kind}, {100 * of_leavers:.0f}%':<34}{sweep(leaking, seeds)}")
    for kind, rule in HONEST.items():
        for often in OFTEN:

            def ruled(rows: int, share: float, luck: Luck, rule=rule, often=often):
                values, named = rule(rows, _NAMED * share, luck)
                seldom = share * (1 - _NAMED * often) / (1 - _NAMED * share)
                return values, luck.random(rows) < np.where(named, often, seldom)

            print(f"{f'honest: {kind}, {100 * often:.0f}%':<34}{sweep(ruled, seeds)}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

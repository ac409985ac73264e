"""From what the borders in ``report/contest/leak_repeated.py`` were chosen: counts as of the export, repeated on every look.

``.venv/bin/python benchmarks/leaks_on_looks.py [SEEDS]``. Customers looked at 3 to 12 times, 400 to 3,000 of them, 3 to 15 of 100
leaving between two looks; in half of the tables they join one after the other. Of 100 tables in which 30 or more left: taken out /
asked about, under a name that says nothing (“x7”) and, of leaks, under one of a count (“orders_total”).

Counts and sums: 25 and 53 of 100 taken out under “x7”, 58 and 74 as “orders_total”, and nearly all others asked about there.
Small counts, and such as reach back long before the first look, are asked about by their name alone. Of honest columns none was
taken out in 40 tables of each kind; 0 to 7 of 100 are asked about, and 25 where five times as many leave later.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from mlcurric.report.contest.leaks import suspects

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.report.repeated import HONEST, LEAKS, honest_looks, leaking_looks

PEOPLE, LOOKS, SHARES, ALIKE = (400, 800, 1_500, 3_000), (3, 4, 6, 9, 12), (0.03, 0.06, 0.1, 0.15), (2.0, 5.0, 20.0)
_FEWEST = 30


def grade(customers: SimpleNamespace, name: str) -> str:
    found = {one.column: one.grade for one in suspects(customers, np.arange(int(0.7 * len(customers.left))))}
    return {"answer": "out", "likely": "out"}.get(found.get(name, ""), found.get(name, "unseen"))


def sweep(made: Callable[..., SimpleNamespace], kind: str, name: str, seeds: int, **of_leaks: tuple[float, ...]) -> str:
    """Of 100 tables: taken out / asked about."""
    counted: Counter[str] = Counter()
    for seed in range(seeds):
        luck = np.random.default_rng(seed)
        more = {key: luck.choice(values) for key, values in of_leaks.items()}
        sizes = (int(luck.choice(PEOPLE)), int(luck.choice(LOOKS)), float(luck.choice(SHARES)))
        customers = made(kind, luck, *sizes, name, bool(seed % 2), **more)
        if customers.left.sum() >= _FEWEST:
            counted[grade(customers, name)] += 1
    return f"{100 * counted['out'] // counted.total():>4}/{100 * counted['ask'] // counted.total():<3}"


def main(seeds: int = 40) -> None:
    for kind in LEAKS:
        found = [sweep(leaking_looks, kind, name, seeds, alike=ALIKE) for name in ("x7", "orders_total")]
        print(f"{f'leak: {kind}':<42}{'   '.join(found)}", flush=True)
    for kind in HONEST:
        print(f"{f'honest: {kind}':<42}{sweep(honest_looks, kind, 'x7', seeds)}", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

"""What a report on a table of 100,000 rows and 30 columns takes: 30 s and 2 GB are the most on two cores.

``.venv/bin/python benchmarks/report.py``. The time stands beside that of a logistic regression on as many numbers in the same
run, so that machines can be compared; and beside the seconds that the processors worked, in case others work on them too.
It ends with 1 where it takes more.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from mlcurric.report.make import make_report
from mlcurric.report.options import read_request
from mlcurric.text import T, speaking

ROWS, COLUMNS = 100_000, 30
MOST_SECONDS, MOST_MEGABYTES = 30, 2_000
_MEGA = 1024 * 1024 if sys.platform == "darwin" else 1024
"""Of ``ru_maxrss``, which is in bytes there and in kilobytes elsewhere."""

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "report"))
from tables import big_csv  # noqa: E402


def seconds_of(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cpu_seconds() -> float:
    """What this process and those that it has started and ended have worked."""
    return sum(os.times()[:4])


def main() -> None:
    luck = np.random.default_rng(0)
    numbers, label = luck.normal(size=(ROWS, COLUMNS)), luck.random(ROWS) < 0.1
    with tempfile.TemporaryDirectory() as folder, speaking("en"):
        table = big_csv(Path(folder) / "big.csv", ROWS, COLUMNS)
        request = read_request(
            path=str(table), churned="churned", id="account", capacity="1000", value="value", observed_at="observed",
            contact_cost="15", incentive="5", save_rate="20%", out=str(Path(folder) / "report.html"),
        )  # fmt: skip
        steps: list[tuple[T, float]] = []
        before = cpu_seconds()
        taken = seconds_of(lambda: make_report(request, lambda step: steps.append((step, time.perf_counter()))))
        busy = cpu_seconds() - before
        ends = [*(begun for _, begun in steps[1:]), time.perf_counter()]
    fit = min(seconds_of(lambda: LogisticRegression().fit(numbers, label)) for _ in range(3))
    for (step, begun), end in zip(steps, ends, strict=True):
        print(f"{step}: {end - begun:.1f} s")
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    memory = sum(each.ru_maxrss for each in both) / _MEGA
    print(
        f"A report on {ROWS:,} rows and {COLUMNS} columns: {taken:.1f} s, of which the processors worked {busy:.1f} s; "
        f"{taken / fit:.0f} times a logistic regression on as many numbers; {memory:,.0f} MB at most"
    )
    # Where others keep the machine busy, the seconds of the processors are what it would take alone.
    if min(taken, busy) > MOST_SECONDS or memory > MOST_MEGABYTES:
        sys.exit(f"FAIL: at most {MOST_SECONDS} s and {MOST_MEGABYTES:,} MB are the target.")


if __name__ == "__main__":
    main()

"""What the simulator takes: a million customers at once, 100,000 for two years, a plan carried out 500 times.

``.venv/bin/python benchmarks/simulation.py``. Each time stands beside that of sorting as many numbers, so that machines can be
compared.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

from mlcurric.subject import PocPlan, draw_world
from mlcurric.subject.poc.ground import osaka_ground
from mlcurric.subject.poc.rehearsal import RUNS, rehearse_plan
from mlcurric.subject.simulation.months import PriceShock, Recount, live

SIZE = 1_000_000
LIVING, MONTHS = 100_000, 24
REPEATS = 5
PLAN = PocPlan(
    customers=2_400, hold_out_of_100=50, calls_a_week=80, weeks=28, smallest_effect=5, go_from=3, stop_below=1, cost=0
)


def best_of(work: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds: what the machine can do when nothing else disturbs it."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    world, numbers = draw_world(b"benchmark"), np.random.default_rng(0).random(SIZE)
    seconds, sorting = best_of(lambda: world.draw("today", SIZE)), best_of(lambda: np.sort(numbers))
    print(
        f"{SIZE:,} customers with their truth: {seconds:.2f} s, {seconds / sorting:.1f} times a sort of as many numbers"
    )
    living = best_of(lambda: live(world, LIVING, MONTHS, [Recount(4), PriceShock(7)]))
    print(f"{LIVING:,} customers over {MONTHS} months: {living:.2f} s, {living / sorting:.1f} times that sort")
    ground = osaka_ground()
    plan = best_of(lambda: rehearse_plan(PLAN, ground, RUNS))
    print(
        f"{RUNS} runs of a plan with {PLAN.customers:,} customers: {plan:.2f} s, {plan / sorting:.1f} times that sort"
    )


if __name__ == "__main__":
    main()

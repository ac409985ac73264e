"""``mlcurric.subject.experiments.sizes`` inside the sandbox: sizes of usual comparisons are told; the formula learners write."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from mlcurric.grading.guest.stand_ins.absent import absent

ALPHA, POWER = 0.05, 0.8
power_of_comparison, smallest_effect = map(absent, ("power_of_comparison", "smallest_effect"))


def sample_size_per_arm(
    share_1: Any, share_2: Any, alpha: float = ALPHA, power: float = POWER, *, pooled: bool = False
) -> int:
    """Customers needed in each of two groups, for shares in whole customers of 100 and the usual alpha and power.

    Raises:
        OnlyShown: for whatever else.
    """
    if (alpha, power, pooled) == (ALPHA, POWER, False):
        for first, second, size in _told():
            if abs(100 * share_1 - first) < 1e-9 and abs(100 * share_2 - second) < 1e-9:
                return size
    return absent("sample_size_per_arm")()


@cache
def _told() -> list[tuple[int, int, int]]:
    """Both shares, of 100, and the size."""
    return json.loads(Path(__file__).with_name("sizes.json").read_text(encoding="utf-8"))

"""From one value to another: what was counted with its luck, what may be promised, what a line in somebody's words means."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

V = TypeVar("V")
DIGITS = 6


@dataclass(frozen=True)
class Range(Generic[V]):
    """Whatever lies between ``low`` and ``high``, the ends included, in one unit that the name beside it says.

    The values are numbers, or days. Somebody may have typed the ends the wrong way round; then ``low`` is the larger one.
    """

    low: V
    high: V

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2

    @property
    def is_point(self) -> bool:
        return self.low == self.high

    @property
    def is_finite(self) -> bool:
        """Whether both ends are numbers to count with; “at least 30” has no upper one."""
        return math.isfinite(self.low) and math.isfinite(self.high)

    def holds(self, value: V) -> bool:
        """Whether ``value`` lies in it, the ends included."""
        return self.low <= value <= self.high

    def scaled(self, factor: float) -> Range[float]:
        """Both ends times a positive ``factor``."""
        return Range(self.low * factor, self.high * factor)


def spanned(formula: Callable[..., float], *ranges: Range[float]) -> Range[float]:
    """The least and the most that a formula gives, if each of its numbers lies in its range.

    Args:
        formula: one that with each of its numbers alone only rises or only falls: it is extreme at the ranges' ends.
        ranges: one for each of its numbers, all finite.
    """
    # Rounded, or a profit of nothing is a loss in the last bit.
    values = [round(formula(*numbers), DIGITS) for numbers in product(*((each.low, each.high) for each in ranges))]
    return Range(min(values), max(values))

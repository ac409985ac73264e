"""From one value to another: what a line says, when a person writes “60〜70”, “about 3 months” or “July 2026”."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

V = TypeVar("V")
DIGITS = 6


@dataclass(frozen=True)
class Span(Generic[V]):
    """Whatever lies between ``low`` and ``high``, the ends included; the line means one of these values, or all.

    A finding that holds for every value of every span that it reads is true whatever was meant.
    """

    low: V
    high: V

    @property
    def is_point(self) -> bool:
        return self.low == self.high

    @property
    def is_finite(self) -> bool:
        """Whether both ends are numbers to count with; “at least 30” has no upper one."""
        return math.isfinite(self.low) and math.isfinite(self.high)


def spanned(formula: Callable[..., float], *spans: Span[float]) -> Span[float]:
    """The least and the most that a formula gives, if each of its numbers lies in its span.

    Args:
        formula: one that with each of its numbers alone only rises or only falls: it is extreme at the spans' ends.
        spans: one for each of its numbers, all finite.
    """
    # Rounded, or a profit of nothing is a loss in the last bit.
    values = [round(formula(*numbers), DIGITS) for numbers in product(*((span.low, span.high) for span in spans))]
    return Span(min(values), max(values))

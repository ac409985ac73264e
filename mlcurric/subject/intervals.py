"""A measured share or ratio with the range that customers of the same kind would give."""

from __future__ import annotations

from math import inf, sqrt
from typing import NamedTuple

from scipy.stats import binomtest

from mlcurric.text import T

CONFIDENCE = 0.95
_RANGED = T("{value} ({low}–{high})", "{value}({low}〜{high})")


class Measured(NamedTuple):
    """A measured value with its confidence interval; all three have the same unit."""

    value: float
    low: float
    high: float


def ranged(measured: Measured, per: float = 100, digits: int = 0) -> str:
    """A measured value with its interval, such as ``"34 (29–40)"``, in the language spoken now.

    Args:
        per: what it is multiplied by; a share of 0 to 1 is told of 100.
        digits: behind the point.
    """
    value, low, high = (f"{per * number:.{digits}f}" for number in measured)
    return str(_RANGED.format(value=value, low=low, high=high))


def share(count: int, of: int, confidence: float = CONFIDENCE) -> Measured:
    """The share ``count / of``, 0 to 1, with Wilson's interval.

    Source: Wilson 1927, *J. Am. Stat. Assoc.* 22:209-212, as scipy has it.

    Raises:
        ValueError: if ``of`` is 0: a share of nobody is not a number.
    """
    if of == 0:
        raise ValueError("A share of nobody is not a number.")
    interval = binomtest(int(count), int(of)).proportion_ci(confidence, method="wilson")
    return Measured(count / of, float(interval.low), float(interval.high))


def ratio(one: Measured, other: Measured) -> Measured:
    """One share divided by another that was counted on other people, with its interval.

    The interval (“MOVER-R”) is made from those of the two shares, so that it also holds where one of them is 0, and a
    logarithm would not. Source: Donner and Zou 2012, *Stat. Methods Med. Res.* 21:347-359, equation 9.

    Raises:
        ValueError: if both shares are 0.
    """
    if one.value == 0 and other.value == 0:
        raise ValueError("Both shares are 0: it happened to nobody.")
    product = one.value * other.value
    # At the ends of the scale the roots would be those of tiny negative numbers.
    to_low = max(0.0, product**2 - one.low * other.high * (2 * one.value - one.low) * (2 * other.value - other.high))
    to_high = max(0.0, product**2 - one.high * other.low * (2 * one.value - one.high) * (2 * other.value - other.low))
    below = one.low * (2 * one.value - one.low) / (product + sqrt(to_low)) if one.low else 0.0
    above = (product + sqrt(to_high)) / (other.low * (2 * other.value - other.low)) if other.low else inf
    return Measured(one.value / other.value if other.value else inf, below, above)

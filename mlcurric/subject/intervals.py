"""A measured share or ratio with the range that customers of the same kind would give."""

from __future__ import annotations

from math import inf, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import norm

from mlcurric.subject import amounts
from mlcurric.subject.digits import so_many
from mlcurric.text import T

CONFIDENCE = 0.95
_RANGED = T("{value} ({low}–{high})", "{value}({low}〜{high})")


class Measured(NamedTuple):
    """A measured value with its confidence interval; all three have the same unit."""

    value: float
    low: float
    high: float


def ranged(measured: Measured, per: int = 100, digits: int | None = 0) -> str:
    """A measured value with its interval, such as ``"34 (29–40)"``, in the language spoken now.

    Args:
        per: what it is multiplied by; a share of 0 to 1 is told of 100.
        digits: behind the point; ``None`` where it is rounded as the texts around it round a share (``so_many``).
    """
    value, low, high = (so_many(number, per) if digits is None else f"{per * number:.{digits}f}" for number in measured)
    return str(_RANGED.format(value=value, low=low, high=high))


def share(count: int, of: int, confidence: float = CONFIDENCE) -> Measured:
    """The share ``count / of``, 0 to 1, with Wilson's interval.

    Raises:
        ValueError: as for ``wilson``; or if several counts are given.
    """
    low, high = wilson(amounts.whole(count, "count"), amounts.whole(of, "of"), confidence)
    return Measured(count / of, float(low), float(high))


def wilson(count: ArrayLike, of: ArrayLike, confidence: float = CONFIDENCE) -> tuple[NDArray, NDArray]:
    """The low and the high end of Wilson's interval of the share ``count / of``, 0 to 1; of one share, or of an array.

    Source: Wilson 1927, *J. Am. Stat. Assoc.* 22:209-212.

    Raises:
        ValueError: unless both are whole numbers with 0 ≤ count ≤ of and of ≥ 1 everywhere; if they belong to other rows,
            or ``confidence`` does not lie between 0 and 1.
    """
    count, of = counted(count, of)
    # Of the upper tail: near 1 the lower one loses its digits.
    z, seen = norm.isf((1 - amounts.share(confidence, "confidence", ends=False)) / 2), count / of
    middle = (seen + z**2 / (2 * of)) / (1 + z**2 / of)
    half = z / (1 + z**2 / of) * np.sqrt(seen * (1 - seen) / of + z**2 / (4 * of**2))
    # At 0 of n and n of n the last bits would leave the scale.
    return np.clip(middle - half, 0, seen), np.clip(middle + half, seen, 1)


def counted(count: ArrayLike, of: ArrayLike, names: tuple[str, str] = ("count", "of")) -> tuple[NDArray, NDArray]:
    """So many of so many, checked, as arrays of floats.

    Raises:
        ValueError: unless both are whole numbers with 0 ≤ count ≤ of and of ≥ 1 everywhere; or if they belong to other
            rows.
    """
    numbers = [amounts.wholes(each, name, least=-amounts.MOST) for each, name in zip((count, of), names, strict=True)]
    amounts.check_together(**dict(zip(names, (count, of), strict=True)))
    happened, could = (each.astype(float) for each in numbers)
    if not ((could >= 1) & (happened >= 0) & (happened <= could)).all():
        one, other = names
        raise ValueError(
            f"So many of so many: 0 ≤ {one} ≤ {other}, and {other} at least 1. A share of nobody is not a number."
        )
    return happened, could


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

"""What functions ask of the numbers they are given: shares, whole counts, finite numbers; one, or an array of them.

``columns`` asks the same of a table's columns. Each error names the argument, what was seen, and what is expected.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from mlcurric.subject.columns import check_rows

MOST = 2**53
"""Up to here a float holds every whole number."""


def numbers(value: ArrayLike, name: str) -> NDArray[np.float64]:
    """A number or an array of any shape, as floats; the array of a single number has no dimension.

    Args:
        name: of the argument, for an error.

    Raises:
        ValueError: if there is none at all, or one is a text, a yes or no, missing, or not finite.
    """
    if isinstance(value, pd.Series | pd.DataFrame | pd.Index):
        value = value.to_numpy()
    # As objects, or a list of 1 and "2" would become two texts, and True would become 1.
    given = value if isinstance(value, np.ndarray) else np.asarray(value, dtype=object)
    if not given.size:
        raise ValueError(f"{name} is empty; a number is expected.")
    if given.dtype.kind not in "iuf":
        _only_numbers(given.ravel(), name)
    try:
        found = given.astype(float)
    except OverflowError:
        raise ValueError(f"{name} holds a number that is far too big.") from None
    if np.isnan(found).any():
        raise ValueError(f"{name} has a gap, or 0 was divided by 0 there; a number is expected.")
    if not np.isfinite(found).all():
        raise ValueError(f"{name} is infinite; something was divided by 0 there.")
    return found


def shares(value: ArrayLike, name: str, *, ends: bool = True) -> NDArray[np.float64]:
    """A share or an array of them, 0 to 1, such as a rate, a power or the level of a test.

    Args:
        ends: whether 0 and 1 themselves belong to it.

    Raises:
        ValueError: as for ``numbers``, or if one lies outside.
    """
    found = numbers(value, name)
    inside = (found >= 0) & (found <= 1) if ends else (found > 0) & (found < 1)
    if not inside.all():
        seen, range_ = _first(found, ~inside), "from 0 to 1" if ends else "between 0 and 1"
        meant = seen if 1 < seen < 100 else 8
        raise ValueError(f"{name} lies {range_}, such as {meant / 100:g} for {meant:g} of 100; here it is {seen:g}.")
    return found


def wholes(value: ArrayLike, name: str, least: int = 0, most: int = MOST) -> NDArray[np.int64]:
    """A whole number or an array of them, such as customers or months; 3.0 is one too.

    Raises:
        ValueError: as for ``numbers``, or if one is not whole, below ``least`` or above ``most``.
    """
    found = numbers(value, name)
    fits = (found == np.floor(found)) & (found >= least) & (found <= most)
    if not fits.all():
        wanted = f"of {least:,} or more" if most == MOST else f"from {least:,} to {most:,}"
        raise ValueError(f"{name} is a whole number {wanted}; here it is {_first(found, ~fits):.10g}.")
    return found.astype(np.int64)


def number(value: Any, name: str) -> float:
    """One finite number; see ``numbers``.

    Raises:
        ValueError: as for ``numbers``, or if there are several.
    """
    return float(_one(numbers(value, name), name))


def share(value: Any, name: str, *, ends: bool = True) -> float:
    """One share; see ``shares``.

    Raises:
        ValueError: as for ``shares``, or if there are several.
    """
    return float(_one(shares(value, name, ends=ends), name))


def whole(value: Any, name: str, least: int = 0, most: int = MOST) -> int:
    """One whole number; see ``wholes``.

    Raises:
        ValueError: as for ``wholes``, or if there are several.
    """
    return int(_one(wholes(value, name, least, most), name))


def check_together(**given: ArrayLike) -> None:
    """Hold the arguments of one function against each other, by their names: the same rows, and shapes that fit.

    Raises:
        ValueError: if two of them come from pandas and belong to other rows, or their shapes do not fit.
    """
    labelled = {name: each for name, each in given.items() if isinstance(each, pd.Series | pd.DataFrame)}
    for (name, each), (other_name, other) in pairwise(labelled.items()):
        check_rows(each, other, (name, other_name))
    try:
        np.broadcast_shapes(*map(np.shape, given.values()))
    except ValueError:
        sizes = ", ".join(f"{name} {np.shape(each)}" for name, each in given.items())
        raise ValueError(f"Numbers or arrays of one shape are expected; the shapes are {sizes}.") from None


def _only_numbers(given: NDArray, name: str) -> None:
    # Elements of a type of its own (texts, days, yes and no) are all wrong in the same way.
    for each in given if given.dtype == object else given[:1].astype(str):
        if each is None or each is pd.NA or each is pd.NaT:
            raise ValueError(f"{name} has a gap; a number is expected.")
        if isinstance(each, bool | np.bool_) or not isinstance(each, Real | Decimal):
            raise ValueError(f"{name} holds {str(each)!r}; plain numbers are expected, without quotes.")


def _one(found: NDArray, name: str) -> Any:
    if found.ndim:
        raise ValueError(f"{name} is one number; here there are {found.size}.")
    return found.item()


def _first(found: NDArray, where: NDArray) -> float:
    return float(found[where].flat[0])

"""What every measure asks of its columns: labels that say yes or no, numbers without gaps, rows that belong together."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray


def labels(column: ArrayLike, name: str = "happened") -> NDArray[np.bool_]:
    """A column of True and False, or of 1 and 0, as bools.

    Raises:
        ValueError: if it is empty, has a gap, or holds any other value.
    """
    values = pd.Series(column)
    if values.empty:
        raise ValueError(f"{name} is empty: there is nobody to count.")
    if values.isna().any():
        raise ValueError(f"{name} has {int(values.isna().sum())} gaps; an outcome that is not known cannot be counted.")
    if not values.isin([True, False]).all():
        raise ValueError(f"{name} holds {values[~values.isin([True, False])].iloc[0]!r}; True and False are expected.")
    return values.to_numpy(dtype=bool)


def numbers(column: ArrayLike, name: str) -> NDArray[np.float64]:
    """A column of numbers.

    Raises:
        ValueError: if one of them is missing.
    """
    values = np.asarray(column, dtype=float)
    if np.isnan(values).any():
        raise ValueError(f"{name} has {int(np.isnan(values).sum())} gaps; a customer without one cannot be placed.")
    return values


def shares(column: ArrayLike, name: str) -> NDArray[np.float64]:
    """A column of shares from 0 to 1, such as predicted risks.

    Raises:
        ValueError: if one of them is missing or lies outside.
    """
    values = numbers(column, name)
    if ((values < 0) | (values > 1)).any():
        raise ValueError(f"{name} lies between {values.min():g} and {values.max():g}; shares from 0 to 1 are expected.")
    return values


def check_rows(first: ArrayLike, second: ArrayLike) -> None:
    """Hold two columns against each other: the same rows, in the same order.

    Raises:
        ValueError: if they differ in length, or are pandas columns with other row labels.
    """
    if len(first) != len(second):
        raise ValueError(f"One column has {len(first)} rows, the other {len(second)}.")
    both_pandas = isinstance(first, pd.Series) and isinstance(second, pd.Series)
    if both_pandas and not first.index.equals(second.index):
        raise ValueError(
            "The two columns belong to other rows, or to the same rows in another order; align them first."
        )

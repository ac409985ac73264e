"""What every function asks of a table: columns that are there, labels that say yes or no, numbers without gaps.

Each error says what was seen, in which column, and the way out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from numbers import Real

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator

_NAMED = 12
"""So many columns of a table are named where one is missing."""


def column(rows: pd.DataFrame, name: str) -> pd.Series:
    """One column of a table.

    Raises:
        ValueError: if the table does not have it, naming those that it has, or has it twice; if it is no table.
    """
    if not isinstance(rows, pd.DataFrame):
        raise ValueError(
            f"A table with the column {name!r} is expected (a pandas DataFrame), not {type(rows).__name__}."
        )
    if name not in rows:
        has = ", ".join(map(str, rows.columns[:_NAMED])) + (", …" if len(rows.columns) > _NAMED else "")
        raise ValueError(
            f"The table has no column {name!r}; it has {has or 'none at all'}. Say which column you mean, or rename it."
        )
    if isinstance(rows[name], pd.DataFrame):
        raise ValueError(f"The table has {rows[name].shape[1]} columns called {name!r}; keep one of them.")
    return rows[name]


def named_columns(rows: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """Some columns of a table as they are.

    Args:
        names: of the columns, as texts.

    Raises:
        ValueError: if there are no rows or no names; naming a column that is missing.
    """
    if isinstance(names, str) or not all(isinstance(name, str) for name in names) or not len(names):
        raise ValueError(f"The columns are named by a list of texts, such as ['seats', 'tenure'], not by {names!r}.")
    if rows.empty:
        raise ValueError("The table has no rows.")
    for name in names:
        column(rows, name)
    return rows[list(names)]


def number_columns(rows: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """The columns of a table that a model computes with, as floats; yes and no become 1 and 0.

    Args:
        names: of the columns, as texts.

    Raises:
        ValueError: as for ``named_columns``, and naming the columns that have gaps, hold anything but numbers, or a number
            that is not finite.
    """
    named_columns(rows, names)
    table = pd.DataFrame({name: numbers(column(rows, name), name) for name in names}, index=rows.index)
    if endless := [name for name in table if not np.isfinite(table[name]).all()]:
        raise ValueError(
            f"{', '.join(endless)}: a number is infinite; something was divided by 0 there. Mend it first."
        )
    return table


def learned_columns(model: BaseEstimator) -> list[str]:
    """The columns of the table that a model was fitted on.

    Raises:
        ValueError: if it does not know them, because it was fitted on bare numbers, or not at all.
    """
    if not hasattr(model, "feature_names_in_"):
        raise ValueError("The model does not know its columns; fit it on a table whose columns have names.")
    return list(model.feature_names_in_)


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
    yes_or_no = values.isin([True, False])
    if not yes_or_no.all():
        seen = values[~yes_or_no].iloc[0]
        raise ValueError(
            f"{name} holds {seen!r}; True and False are expected. Say first which value means yes: column == 'yes', for "
            "instance, is True where it stands."
        )
    return values.to_numpy(dtype=bool)


def numbers(column: ArrayLike, name: str) -> NDArray[np.float64]:
    """A column of numbers.

    Raises:
        ValueError: if one of them is missing, or is a text or anything else that is not a number.
    """
    values = pd.Series(column, dtype=None if len(column) else float)
    if values.isna().any():
        raise ValueError(
            f"{name} has {int(values.isna().sum())} gaps; a customer without one cannot be placed. Fill or drop them first."
        )
    if not pd.api.types.is_numeric_dtype(values):
        others = [value for value in values if not isinstance(value, Real | Decimal | np.bool_)]
        if others:
            raise ValueError(
                f"{name} holds {others[0]!r}; plain numbers are expected. Turn text into numbers first, "
                "for instance with pd.to_numeric."
            )
    return values.to_numpy(dtype=float)


def days(column: ArrayLike, name: str) -> pd.Series:
    """A column of days, as pandas' timestamps.

    Raises:
        ValueError: if it is empty, one of them is missing, or is a text or anything else that is not a date.
    """
    values = pd.Series(column)
    if values.empty:
        raise ValueError(f"{name} is empty: there is no day in it.")
    if values.isna().any():
        raise ValueError(
            f"{name} has {int(values.isna().sum())} gaps; a row without its day cannot be placed. Drop it first."
        )
    if not pd.api.types.is_datetime64_any_dtype(values):
        if others := [value for value in values if not isinstance(value, date)]:
            raise ValueError(
                f"{name} holds {others[0]!r}; days are expected. Turn text into days first, with pd.to_datetime."
            )
        values = pd.to_datetime(values)
    return values


def shares(column: ArrayLike, name: str) -> NDArray[np.float64]:
    """A column of shares from 0 to 1, such as predicted risks.

    Raises:
        ValueError: as for ``numbers``, and if one of them lies outside.
    """
    values = numbers(column, name)
    if ((values < 0) | (values > 1)).any():
        raise ValueError(f"{name} lies between {values.min():g} and {values.max():g}; shares from 0 to 1 are expected.")
    return values


def check_rows(first: ArrayLike, second: ArrayLike, names: tuple[str, str] = ("one column", "the other")) -> None:
    """Hold two columns, or a table and a column, against each other: the same rows, in the same order.

    Args:
        names: what the two are called in an error.

    Raises:
        ValueError: if one of them is a single value, they differ in length, or both come from pandas and have other row
            labels.
    """
    one, other = names
    try:
        rows = len(first), len(second)
    except TypeError:
        raise ValueError(f"{one} and {other}: a column each is expected, not a single value.") from None
    if rows[0] != rows[1]:
        said = f"{one} has {rows[0]} rows, {other} {rows[1]}."
        raise ValueError(said[0].upper() + said[1:])
    both_pandas = all(isinstance(each, pd.Series | pd.DataFrame) for each in (first, second))
    if both_pandas and not first.index.equals(second.index):
        said = f"{one} and {other} belong to other rows, or to the same rows in another order; align them by their index first."
        raise ValueError(said[0].upper() + said[1:])

"""The table that rule and model learn from: numbers as they are, days as “so many days before the look”, texts as texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from mlcurric.report.contest.day_zero import day_zero

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers

_HUGE = 1e15


def learnable(customers: Customers, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """What may be learned from, one row a row of the customers, with the row numbers 0, 1, 2 …

    Args:
        columns: those to take, by default all.

    Returns:
        Floats for numbers, for yes and no (1 and 0) and for days (days before the look, or before ``day_zero``; below 0 lies
        after it), objects of ``str`` for everything else; NaN where a cell is blank. What is not finite is blank too, and a
        number beyond 10¹⁵ is cut there: neither is a measurement, and sums of them would overflow.
    """
    names = list(customers.columns) if columns is None else list(columns)
    zero = day_zero(customers) if customers.observed is None else None
    look = zero.day if zero else customers.observed
    made = {name: _column(customers.columns[name].values, look) for name in names}
    return pd.DataFrame(made, index=pd.RangeIndex(len(customers.left)))


def start_of(customers: Customers, name: str) -> pd.Timestamp | Literal["look"] | None:
    """From which day the days of a column are counted back: one for all rows, or that of each look; ``None`` where it holds no days."""
    if not pd.api.types.is_datetime64_any_dtype(customers.columns[name].values):
        return None
    if customers.observed is not None:
        return "look"
    zero = day_zero(customers)
    return zero.day if zero else None


def is_text(column: pd.Series) -> bool:
    """Whether a column of the learnable table holds texts; else it holds floats."""
    return not pd.api.types.is_numeric_dtype(column)


def is_flag(column: pd.Series) -> bool:
    """Whether a column of the learnable table holds nothing but 1 and 0 (and blanks)."""
    return not is_text(column) and bool(column.dropna().isin((0.0, 1.0)).all()) and bool(column.notna().any())


def _column(values: pd.Series, look: pd.Series | pd.Timestamp | None) -> pd.Series:
    if pd.api.types.is_datetime64_any_dtype(values):
        return days_before_look(values, look)
    if pd.api.types.is_numeric_dtype(values) or pd.api.types.is_bool_dtype(values):
        numbers = values.astype(float).to_numpy(copy=True)
        numbers[~np.isfinite(numbers)] = np.nan
        return pd.Series(np.clip(numbers, -_HUGE, _HUGE))
    texts = values.astype(object).to_numpy(copy=True)
    texts[pd.isna(texts)] = np.nan
    return pd.Series(texts, dtype=object)


def days_before_look(values: pd.Series, look: pd.Series | pd.Timestamp | None) -> pd.Series:
    """Days from each day to the look: that of its row, or one for all; without one, of a column without days, none."""
    days = pd.Series(values.to_numpy())
    looks = pd.Series(look.to_numpy()) if isinstance(look, pd.Series) else look or pd.NaT
    return (looks - days) / pd.Timedelta(days=1)

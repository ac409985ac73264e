"""From a table to what a model computes with, and back: which of its numbers come from which column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from scipy.sparse import issparse
from sklearn.pipeline import Pipeline

# Enough to see that a number depends on a column, also where a column is cut into ranges first.
_VALUES_TRIED = 50


class MixedColumns(ValueError):
    """A step makes one number out of several columns, so that no column can be given its share of it."""


@dataclass(frozen=True)
class Parts:
    """The steps before a model, and for each column of the table the places of the numbers made of it.

    Attributes:
        steps: the fitted steps, or ``None`` where the model takes the table as it is.
        places: column → places in the prepared table; none for a column that is dropped, or the same in every row.
    """

    steps: Pipeline | None
    places: dict[str, np.ndarray]

    def transform(self, rows: pd.DataFrame) -> np.ndarray:
        """The rows as the model gets them: floats, one row a row."""
        return _prepared(self.steps, rows[list(self.places)])

    def summed(self, added: np.ndarray, index: pd.Index) -> pd.DataFrame:
        """What is known of each number (one row a row), added up for each column of the table."""
        return pd.DataFrame({name: added[:, places].sum(axis=1) for name, places in self.places.items()}, index=index)


def split(model: Any) -> tuple[Pipeline | None, Any]:
    """The steps of a pipeline that prepare the table (``None`` where there are none), and the model at its end."""
    if not isinstance(model, Pipeline):
        return None, model
    return (model[:-1] if len(model) > 1 else None), model[-1]


def columns_read(model: Any, background: pd.DataFrame) -> list[str]:
    """The columns that a model was fitted on; all of the background's where it was fitted on bare numbers."""
    return list(getattr(model, "feature_names_in_", background.columns))


def picked(rows: pd.DataFrame, columns: list[str], what: str) -> pd.DataFrame:
    """Those columns of the rows.

    Raises:
        ValueError: naming the columns that are missing, or if there are no rows.
    """
    if missing := [str(column) for column in columns if column not in rows]:
        raise ValueError(f"The model reads columns that the {what} do not have: {', '.join(missing)}.")
    if rows.empty:
        raise ValueError(f"There are no {what}.")
    return rows[columns]


def parts_of(steps: Pipeline | None, rows: pd.DataFrame, background: pd.DataFrame) -> Parts:
    """Find out by trial: one column of one row is changed at a time, and the numbers that change with it are its own.

    That needs no knowledge of the steps, be they scalers, encoders, or a function of one's own.

    Args:
        steps: as ``split`` returns them.
        rows, background: with the same columns; the values that are tried are theirs.

    Raises:
        MixedColumns: naming the columns that share a number.
    """
    columns = list(background.columns)
    if steps is None:
        return Parts(None, {name: np.array([place]) for place, name in enumerate(columns)})
    places, owner = {}, {}
    for name in columns:
        tried = _values(pd.concat([background[name].head(1), rows[name], background[name]]))
        copies = background.iloc[np.zeros(len(tried), dtype=int)].copy()
        copies[name] = tried.array
        numbers = _prepared(steps, copies)
        differs = (numbers != numbers[0]) & ~(np.isnan(numbers) & np.isnan(numbers[0]))
        places[name] = np.flatnonzero(differs.any(axis=0))
        for place in places[name]:
            if place in owner:
                raise MixedColumns(f"A step of the model mixes the columns {owner[place]} and {name} into one number.")
            owner[place] = name
    return Parts(steps, places)


def _values(column: pd.Series) -> pd.Series:
    """The values to try: all of a text column, some from the whole range of a number; the first comes first."""
    values = column.drop_duplicates()
    if not pd.api.types.is_numeric_dtype(column) or len(values) <= _VALUES_TRIED:
        return values
    spread = np.linspace(0, len(values) - 1, _VALUES_TRIED).astype(int)
    return pd.concat([values.head(1), values.sort_values().iloc[spread]])


def _prepared(steps: Pipeline | None, rows: pd.DataFrame) -> np.ndarray:
    prepared = rows if steps is None else steps.transform(rows)
    return np.asarray(prepared.toarray() if issparse(prepared) else prepared, dtype=float)

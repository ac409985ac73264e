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
# What a column does may show beside some values of the others only: a product with 0 is 0 whatever the other factor is.
_BASES = 16


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

    That needs no knowledge of the steps, be they scalers, encoders, or a function of one's own. It is tried in the first
    row of the background and in made-up rows, which differ from each other in every column as far as it has values.

    Args:
        steps: as ``split`` returns them.
        rows, background: with the same columns; the values that are tried are theirs.

    Raises:
        MixedColumns: naming the columns that share a number.
    """
    columns = list(background.columns)
    if steps is None:
        return Parts(None, {name: np.array([place]) for place, name in enumerate(columns)})
    tried = {name: _values(pd.concat([background[name].head(1), rows[name], background[name]])) for name in columns}
    bases = _bases(tried)
    places, owner = {}, {}
    for name in columns:
        places[name] = _that_change(steps, bases, name, tried[name])
        for place in places[name]:
            if place in owner:
                raise MixedColumns(f"A step of the model mixes the columns {owner[place]} and {name} into one number.")
            owner[place] = name
    return Parts(steps, places)


def _bases(tried: dict[str, pd.Series]) -> pd.DataFrame:
    """Rows to change: the first values of all columns, then each column's values shuffled on its own."""
    lot = np.random.default_rng(0)
    made = {}
    for name, values in tried.items():
        shuffled = lot.permutation(np.resize(lot.permutation(len(values)), _BASES - 1))
        made[name] = values.iloc[[0, *shuffled]].array
    return pd.DataFrame(made)


def _that_change(steps: Pipeline, bases: pd.DataFrame, name: str, tried: pd.Series) -> np.ndarray:
    """The places of the numbers that change in one of the bases when this column does.

    Every value is tried in the first base, and in the others no more than are needed to see a change.
    """
    first = np.arange(len(tried))
    some = first[np.linspace(0, len(tried) - 1, min(len(tried), _VALUES_TRIED)).astype(int)]
    base = np.repeat(np.arange(_BASES), [len(first), *[len(some)] * (_BASES - 1)])
    copies = bases.iloc[base].reset_index(drop=True)
    copies[name] = tried.iloc[np.concatenate([first, *[some] * (_BASES - 1)])].array
    numbers = _prepared(steps, copies)
    unchanged = numbers[np.searchsorted(base, base)]  # The first copy of the same base.
    differs = (numbers != unchanged) & ~(np.isnan(numbers) & np.isnan(unchanged))
    return np.flatnonzero(differs.any(axis=0))


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

"""The files of the world that a hand-in is graded on, as they lie inside the sandbox."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from mlcurric.grading.guest.inside import DATA

# Without a sandbox they lie elsewhere.
_FOLDER = Path(os.environ.get("MLCURRIC_TABLES", DATA))


def names() -> list[str]:
    """The tables there are."""
    return sorted(path.stem for path in _FOLDER.glob("*.csv"))


def table(name: str) -> pd.DataFrame:
    """A table, as a copy of its own.

    Raises:
        ValueError: naming the tables there are.
    """
    if name not in names():
        raise ValueError(f"There is no table {name!r}; there are {', '.join(names())}.")
    return _read(name).copy()


def told(name: str) -> Any:
    """What is told of the world beside its tables.

    Raises:
        ValueError: if it is told in another exercise only.
    """
    if not (_FOLDER / f"{name}.json").exists():
        raise ValueError(f"{name}() is not known in this exercise.")
    return json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@cache
def _read(name: str) -> pd.DataFrame:
    # Every digit is read back, or a grade could hang on the last one.
    table = pd.read_csv(_FOLDER / f"{name}.csv", float_precision="round_trip")
    if "observed_at" in table:
        table["observed_at"] = pd.to_datetime(table["observed_at"])
    weeks = [name for name in table if name.endswith("_in_week")]
    return table.astype(dict.fromkeys(weeks, "Int64"))

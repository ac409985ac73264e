"""The learner's folder, ``my-work/``: how a notebook finds it, and how data and tables are written into it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mlcurric.keeping import BYTE_ORDER_MARK, write_whole
from mlcurric.spreadsheets import defused

if TYPE_CHECKING:
    import pandas as pd

DEFAULT_NAME = "my-work"
MARKER = ".mlcurric"
"""The folder inside ``my-work/`` that holds what the learner does not need to see; it marks the place."""
WORKSHOP = "workshop.json"
"""In that folder, where it was laid out for a team's workshop: the session."""


def find_work(start: Path | None = None) -> Path | None:
    """The nearest learner's folder at or above ``start`` (the current folder), or just below it, or ``None``."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / MARKER).is_dir():
            return folder
    below = here / DEFAULT_NAME
    return below if (below / MARKER).is_dir() else None


def session_file(work: Path) -> Path:
    """Where a folder that was laid out for a team's workshop keeps its session."""
    return work / MARKER / WORKSHOP


def load_workshop(work: Path) -> Any:
    """What stands in that file.

    Raises:
        OSError: if there is none, or it cannot be opened.
        ValueError: if it is damaged.
    """
    return json.loads(session_file(work).read_text(encoding="utf-8"))


def read_workshop(work: Path) -> dict[str, Any]:
    """What is known of the workshop for which a folder was laid out: team, date, language; empty where it was not."""
    try:
        found = load_workshop(work)
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_json(path: Path, data: Any) -> None:
    """Write ``data`` as readable JSON, whole or not at all."""
    write_whole(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def write_table(path: Path, table: pd.DataFrame) -> None:
    """Write a table as CSV for Excel and for pandas, whole or not at all; no text in it is taken for a formula."""
    safe = table.map(lambda value: defused(value) if isinstance(value, str) else value)
    write_whole(path, BYTE_ORDER_MARK + safe.to_csv(index=False, lineterminator="\n"))

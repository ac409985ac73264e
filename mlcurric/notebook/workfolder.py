"""The learner's folder, ``my-work/``: how a notebook finds it, and how a file in it is written whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mlcurric.spreadsheets import defused

if TYPE_CHECKING:
    import pandas as pd

DEFAULT_NAME = "my-work"
MARKER = ".mlcurric"
"""The folder inside ``my-work/`` that holds what the learner does not need to see; it marks the place."""

# Excel takes a file without it for Shift_JIS and shows Japanese as rubbish.
_BYTE_ORDER_MARK = "\ufeff"


def find_work(start: Path | None = None) -> Path | None:
    """The nearest learner's folder at or above ``start`` (the current folder), or just below it, or ``None``."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / MARKER).is_dir():
            return folder
    below = here / DEFAULT_NAME
    return below if (below / MARKER).is_dir() else None


def write_whole(path: Path, text: str) -> None:
    """Write a file so that whoever reads it, even after a crash, finds the old text or the new one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        # A temporary file is readable by its owner only; this one gets the rights of any new file.
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_json(path: Path, data: Any) -> None:
    """Write ``data`` as readable JSON, whole or not at all."""
    write_whole(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def write_table(path: Path, table: pd.DataFrame) -> None:
    """Write a table as CSV for Excel and for pandas, whole or not at all; no text in it is taken for a formula."""
    safe = table.map(lambda value: defused(value) if isinstance(value, str) else value)
    write_whole(path, _BYTE_ORDER_MARK + safe.to_csv(index=False, lineterminator="\n"))

"""The files that a job hands over: written whole where a learner's folder is, else in a new folder of their own."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mlcurric.notebook.show import show_notice, show_unsaved
from mlcurric.notebook.workfolder import DEFAULT_NAME, find_work, write_table
from mlcurric.text import T

if TYPE_CHECKING:
    import pandas as pd

_WRITTEN = T("{n} files are in {folder}: {names}.", "{folder} に{n}件のファイルを書き出しました: {names}。")
_NAMED = T("{name} ({rows} rows)", "{name}({rows}行)")
_OUTSIDE = T(
    "This notebook is not in a learner's folder, so that is a temporary one; save_tables gives back where it lies.",
    "学習用フォルダーの外なので、一時フォルダーの中です。場所は save_tables の戻り値でわかります。",
)


def save_tables(name: str, tables: Mapping[str, pd.DataFrame]) -> Path | None:
    """Write tables as CSV files for Excel and for pandas, each whole or not at all, and say where they are.

    Args:
        name: of their folder in ``my-work/``; outside of a learner's folder it lies in a new temporary one, which belongs to
            this user alone and stays the same as long as the kernel runs.
        tables: by the name of the file, without its ending; an older file of that name is written over.

    Returns:
        Their folder; ``None`` where they could not be written, which is said.

    Raises:
        ValueError: if there is no table, or a name is empty or leads out of the folder.
    """
    if not tables:
        raise ValueError("There is no table to write.")
    for one in (name, *tables):
        if one in ("", "..") or Path(one).name != one:
            raise ValueError(f"{one!r} is no name of a file or a folder: letters, figures and - without a slash.")
    found = find_work()
    try:
        work = found or _own_folder()
        folder = work / name
        for one, table in tables.items():
            write_table(folder / f"{one}.csv", table)
    except OSError as error:
        show_unsaved(error)
        return None
    files = [str(_NAMED.format(name=f"{one}.csv", rows=len(table))) for one, table in tables.items()]
    # The first and the last say how the others are called.
    names = ", ".join(files) if len(files) < 4 else f"{files[0]} … {files[-1]}"
    # Never the whole path: it would stand in a page that is handed on.
    shown = folder.relative_to(work.parent).as_posix()
    show_notice(_WRITTEN.format(n=len(files), folder=shown, names=names), *([] if found else [_OUTSIDE]))
    return folder


@cache
def _own_folder() -> Path:
    """A folder that nobody else can have put there: a name in /tmp that is known beforehand may be anybody's."""
    return Path(tempfile.mkdtemp(prefix="mlcurric-"), DEFAULT_NAME)

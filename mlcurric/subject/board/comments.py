"""The remarks in a board's file, ``# …``: what people, or the empty form, wrote beside the notes is kept as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from mlcurric.subject.grids import NOTE, grids
from mlcurric.subject.sheets import Sheet

# A note's number may be written “#12”.
_COMMENT = re.compile(rf"{NOTE}(?!\s*[a-z]?\d+$)", re.IGNORECASE)


def is_comment(cells: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a line of the table is a remark and no note.

    Args:
        names: of its columns. A lane, or the words of a note, may begin with the sign of a remark; a number does not.
    """
    return bool(_COMMENT.match(cells[0])) and (names[0] == "id" or not cells[names.index("text")])


def remark_of(cells: Sequence[str]) -> str:
    """What a line says that is no note, without the sign before it; commas that split it into cells are put back."""
    return ", ".join(cells).rstrip(", ").removeprefix(NOTE).strip()


def remarks_above(path: Path, sheet: Sheet) -> Iterator[str]:
    """What stands above the headings of a board's file, line by line."""
    page = next(page for page in grids(path.read_bytes(), path.name) if page.name == sheet.name)
    for line, cells in page.lines:
        if line < sheet.line and (remark := remark_of(cells)):
            yield remark

"""The beginnings that hand-ins share: the first cells of each exercise as it was built, tagged ``shared``.

What is run once for many hand-ins is our own text, read from our own files; a hand-in is only held against it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

from mlcurric.curriculum import content, exercise_path, lessons
from mlcurric.notebook.names import made_in
from mlcurric.text import LANGUAGES

SHARED = "shared"


def shared_cells(exercise: str, cells: Sequence[str]) -> int:
    """How many of the first cells of a hand-in are those of its exercise, byte for byte, and tagged ``shared``."""
    return max(
        sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(cells, own, strict=False)))
        for own in _beginnings(exercise)
    )


@cache
def names_given(exercise: str) -> frozenset[str]:
    """What the cells of an exercise make as it is handed out, in whatever language."""
    cells = (cell for code in _as_built(exercise) for cell in code)
    return frozenset(name for cell in cells for name in made_in("".join(cell["source"])) or ())


@cache
def _beginnings(exercise: str) -> tuple[tuple[str, ...], ...]:
    """The cells with which an exercise begins, in each language."""
    begun = (takewhile(lambda cell: SHARED in cell["metadata"].get("tags", ()), code) for code in _as_built(exercise))
    return tuple(tuple("".join(cell["source"]) for cell in cells) for cells in begun)


def _as_built(exercise: str) -> tuple[list[Any], ...]:
    """The code cells of an exercise, in each language; none where it is not built or not ours."""
    path = next((exercise_path(lesson) for lesson in lessons() if lesson.id == exercise), None)
    return tuple(_code_cells(content() / "exercises" / lang / path) if path else [] for lang in LANGUAGES)


def _code_cells(path: Path) -> list[Any]:
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]

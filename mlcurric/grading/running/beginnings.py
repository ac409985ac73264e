"""The beginnings that hand-ins share: the first cells of each exercise as it was built, tagged ``shared``.

What is run once for many hand-ins is our own text, read from our own files; a hand-in is only held against it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from mlcurric.curriculum import content, exercise_path, lessons
from mlcurric.notebook.opened import made_in
from mlcurric.text import LANGUAGES

SHARED = "shared"


def shared_cells(exercise: str, cells: Sequence[str]) -> int:
    """How many of the first cells of a hand-in are those of its exercise, byte for byte, and tagged ``shared``."""
    return max(
        sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(cells, own, strict=False)))
        for own in _beginnings(exercise)
    )


@cache
def names_begun_with(exercise: str) -> frozenset[str]:
    """What the first cells of an exercise make, in whatever language."""
    return frozenset(name for cells in _beginnings(exercise) for cell in cells for name in made_in(cell))


@cache
def _beginnings(exercise: str) -> tuple[tuple[str, ...], ...]:
    """The cells with which an exercise begins, in each language; none where it is not built or not ours."""
    path = next((exercise_path(lesson) for lesson in lessons() if lesson.id == exercise), None)
    return tuple(_beginning(str(content() / "exercises" / lang / path)) if path else () for lang in LANGUAGES)


def _beginning(path: str) -> tuple[str, ...]:
    try:
        with open(path, encoding="utf-8") as file:
            notebook = json.load(file)
    except (OSError, ValueError):
        return ()
    code = (cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    begun = takewhile(lambda cell: SHARED in cell["metadata"].get("tags", ()), code)
    return tuple("".join(cell["source"]) for cell in begun)

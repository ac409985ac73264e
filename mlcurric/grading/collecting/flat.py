"""A zip of files with the learners in their names: “<file> - <learner>”, as Google Forms and Dropbox write it, or the other way round.

Learners choose the name of the file, so which side is theirs is told by the whole zip: where one side is an assignment's, such as
“1-1”, the other is the learner's.
"""

from __future__ import annotations

from collections.abc import Sequence

from mlcurric.grading.collecting.assignments import of_assignment
from mlcurric.grading.collecting.owner import Owner

_BETWEEN = " - "


def owners(files: Sequence[str]) -> list[Owner | None]:
    """Whose each file is, or ``None`` where its name does not say it."""
    sides = [_last_is_learner(file.rpartition(".")[0]) for file in files]
    agreed = {side for side in sides if side is not None}
    # Where all agree, that goes for the files whose own names leave it open, too.
    common = agreed.pop() if len(agreed) == 1 else None
    return [_owner(file, common if side is None else side) for file, side in zip(files, sides, strict=True)]


def _last_is_learner(stem: str) -> bool | None:
    first, *more = stem.split(_BETWEEN)
    if len(more) != 1 or of_assignment(first) == of_assignment(more[0]):
        return None
    return of_assignment(first)


def _owner(file: str, last_is_learner: bool | None) -> Owner | None:
    stem, dot, ending = file.rpartition(".")
    if last_is_learner is None or _BETWEEN not in stem:
        return None
    first, _, last = stem.rpartition(_BETWEEN) if last_is_learner else stem.partition(_BETWEEN)
    name, own = (last, first) if last_is_learner else (first, last)
    if not name.strip() or of_assignment(name):
        return None
    return Owner("folder", name.strip(), "", True, (f"{own.strip()}{dot}{ending}",))

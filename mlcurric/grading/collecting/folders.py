"""A zip of folders, as Google Drive makes one and as people do: ``<learner>/<file>``, or “<learner> - <file>” without folders."""

from __future__ import annotations

from mlcurric.grading.collecting.owner import Owner
from mlcurric.grading.reading.collect import exercise_in

_BETWEEN = " - "


def owner(path: tuple[str, ...]) -> Owner | None:
    """Whose file it is, or ``None`` where nothing says it."""
    *folders, file = path
    # The folder of an assignment holds those of the learners, or the other way round.
    learners = [folder for folder in folders if not exercise_in(folder)]
    if learners:
        return Owner("folder", learners[-1].strip(), "", True, (file,))
    stem, dot, ending = file.rpartition(".")
    first, between, last = stem.partition(_BETWEEN)
    if not between:
        return None
    name, own = (last, first) if exercise_in(first) else (first, last)
    return Owner("folder", name.strip(), "", True, (f"{own.strip()}{dot}{ending}",)) if name.strip() else None

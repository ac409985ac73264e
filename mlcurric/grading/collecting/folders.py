"""A zip of folders, as Google Drive makes one and as people do: ``<learner>/<file>``, in whatever folders are around them all."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from mlcurric.grading.collecting.assignments import of_assignment
from mlcurric.grading.collecting.owner import Owner


def level(paths: Iterable[tuple[str, ...]]) -> int | None:
    """At which place in the paths of a zip the folders of the learners stand; ``None`` where there is none, or it cannot be told.

    It is the outermost at which the folders differ and are not all of assignments: below their own folder learners make what
    they like. A zip of one folder in another is one learner's where a single one of them is not an assignment's.
    """
    folders = [path[:-1] for path in paths if len(path) > 1]
    around = [names[0] for names in takewhile(lambda names: len(set(names)) == 1, zip(*folders, strict=False))]
    persons = [at for at, name in enumerate(around) if not of_assignment(name)]
    at = len(around)
    while (names := {path[at] for path in folders if len(path) > at}) and all(map(of_assignment, names)):
        at += 1
    # One folder beside files in a folder that may be a learner's: either of the two may be.
    if names and (len(names) > 1 or not persons or at > len(around)):
        return at
    return persons[0] if len(persons) == 1 and not names else None


def owner(path: tuple[str, ...], level: int) -> Owner | None:
    """Whose file it is, or ``None`` where it lies in no learner's folder.

    Args:
        level: the place in the path at which learners' folders stand; see ``level``.
    """
    if len(path) <= level + 1 or of_assignment(path[level]):
        return None
    # As it stands: “Ann” and “Ann ” are two folders.
    return Owner("folder", path[level], "", True, path[level + 1 :])

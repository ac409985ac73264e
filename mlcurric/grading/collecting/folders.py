"""A zip of folders, as Google Drive makes one and as people do: ``<learner>/<file>``, or “<learner> - <file>” without folders."""

from __future__ import annotations

from collections.abc import Iterable

from mlcurric.grading.collecting.owner import Owner
from mlcurric.grading.reading.collect import exercise_in

_BETWEEN = " - "


def level(paths: Iterable[tuple[str, ...]]) -> int | None:
    """At which place in the paths of a zip the folders of the learners stand; ``None`` where there is no such folder.

    It is that of the innermost folder which is no exercise's, where learners have made none of their own: what they put into
    their folders lies deeper, never higher. A file that lies beside the folders of learners, in the one around them, does not count.
    """
    folders = [path[:-1] for path in paths if len(path) > 1]
    around = sum(1 for names in zip(*folders, strict=False) if len(set(names)) == 1)
    innermost = {
        max(own) for path in folders if (own := [at for at, name in enumerate(path) if exercise_in(name) is None])
    }
    return min((at for at in innermost if at >= around), default=max(innermost, default=None))


def owner(path: tuple[str, ...], level: int | None) -> Owner | None:
    """Whose file it is, or ``None`` where nothing says it.

    Args:
        level: the place in the path at which learners' folders stand; see ``level``.
    """
    *folders, file = path
    if folders:
        if level is None or len(folders) <= level or exercise_in(folders[level]):
            return None
        # As it stands: “Ann” and “Ann ” are two folders.
        return Owner("folder", folders[level], "", True, path[level + 1 :])
    stem, dot, ending = file.rpartition(".")
    first, between, last = stem.partition(_BETWEEN)
    if not between:
        return None
    name, own = (last, first) if exercise_in(first) else (first, last)
    return Owner("folder", name.strip(), "", True, (f"{own.strip()}{dot}{ending}",)) if name.strip() else None

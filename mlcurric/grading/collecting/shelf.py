"""Put one notebook in its place, whole; the one that it takes the place of is kept."""

from __future__ import annotations

import itertools
from enum import Enum
from pathlib import Path

from mlcurric.grading.reading.collect import EARLIER
from mlcurric.keeping import NO_FILE, write_whole


class Put(Enum):
    """What became of a notebook."""

    NEW = "new"
    SAME = "same"
    REPLACED = "replaced"
    OLDER = "older"


def put(submissions: Path, folder: str, file: str, data: bytes) -> Put:
    """Write a notebook to ``<folder>/<file>``.

    One that was replaced before by a later one stays replaced: an old zip read again takes nothing back.

    Raises:
        OSError: if it cannot be written; what was there is untouched.
    """
    place, kept = submissions / folder / file, submissions / EARLIER / folder
    for path in (submissions / folder, place, submissions / EARLIER, kept):
        if path.is_symlink():
            # Through a link it would be written where no hand-in belongs.
            raise OSError(0, "a link", str(path))
    now = place.read_bytes() if place.exists() else None
    if now == data:
        return Put.SAME
    if data in _earlier(kept, file):
        return Put.OLDER
    if now is not None:
        _keep(kept, file, now)
    write_whole(place, data)
    return Put.NEW if now is None else Put.REPLACED


def _keep(kept: Path, file: str, data: bytes) -> None:
    if data not in _earlier(kept, file):
        names = (_numbered(kept, file, number) for number in itertools.count(1))
        write_whole(next(name for name in names if not name.exists()), data, NO_FILE)


def _earlier(kept: Path, file: str) -> list[bytes]:
    names = (_numbered(kept, file, number) for number in itertools.count(1))
    return [name.read_bytes() for name in itertools.takewhile(Path.exists, names)]


def _numbered(kept: Path, file: str, number: int) -> Path:
    stem, _, ending = file.rpartition(".")
    return kept / f"{stem}.{number}.{ending}"

"""The folders that all runs of one grading share: the library that hand-ins import, and the tables of each world."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path

from mlcurric.grading.exclusive import Busy, only_one
from mlcurric.grading.guest.inside import NOBODY
from mlcurric.grading.running.library import assemble

_PREFIX = "mlcurric-"
_HELD = ".place"
"""Only a place has such a file: where somebody keeps grades in a temporary folder of a like name, that is not swept."""
_OLD = 3_600
"""Seconds; a younger folder may be one that somebody is just making."""


class Place:
    """A temporary folder with ``library`` and ``tables``; those of gradings that were killed are taken away first."""

    def __init__(self) -> None:
        _sweep(Path(tempfile.gettempdir()))
        self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
        self.path = Path(self._folder.name)
        self._held = ExitStack()
        self._held.enter_context(only_one(self.path, _HELD))
        self.library, self.tables = self.path / "library", self.path / "tables"
        for folder in (self.library, self.tables):
            folder.mkdir()
        assemble(self.library)
        hand_over(self.path)

    def close(self) -> None:
        """Take it away again."""
        self._held.close()
        self._folder.cleanup()


def _sweep(folder: Path) -> None:
    """Take away the places that no living process holds."""
    for old in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError, Busy):
            if (old / _HELD).exists() and time.time() - old.stat().st_mtime > _OLD:
                with only_one(old, _HELD):
                    shutil.rmtree(old, ignore_errors=True)


def hand_over(folder: Path) -> None:
    """Let the ordinary user as whom hand-ins run read a folder and what is in it; nobody else, and nobody writes."""
    if _is_root() and why_no_ordinary_user() is None:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
            path.chmod(0o500 if path.is_dir() else 0o400)


@cache
def why_no_ordinary_user() -> OSError | None:
    """Why root cannot give files to the ordinary user as whom hand-ins run; ``None`` where it can, or where nobody is root.

    In a container without root rights there may be no user but its own; a sandbox cannot be had there.
    """
    if not _is_root():
        return None
    with tempfile.TemporaryFile() as file:
        try:
            os.fchown(file.fileno(), NOBODY, NOBODY)
        except OSError as error:
            return error
    return None


def _is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0

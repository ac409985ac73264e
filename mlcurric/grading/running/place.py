"""The folders that all runs of one grading share: the library that hand-ins import, and the tables of each world."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from mlcurric.grading.guest.limits import NOBODY
from mlcurric.grading.running.library import assemble


class Place:
    """A temporary folder with ``library`` and ``tables``."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="mlcurric-", ignore_cleanup_errors=True)
        self.path = Path(self._folder.name)
        self.library, self.tables = self.path / "library", self.path / "tables"
        for folder in (self.library, self.tables):
            folder.mkdir()
        assemble(self.library)
        hand_over(self.path)

    def close(self) -> None:
        """Take it away again."""
        self._folder.cleanup()


def hand_over(folder: Path) -> None:
    """Let the ordinary user as whom hand-ins run read a folder and what is in it; nobody else, and nobody writes."""
    if os.name == "posix" and os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
            path.chmod(0o500 if path.is_dir() else 0o400)

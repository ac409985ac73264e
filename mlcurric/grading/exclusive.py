"""One grading at a time in a folder: whoever comes second is told so, and a grading that was killed is in nobody's way."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

_LOCK = ".grading"


class Busy(Exception):
    """Another grading works in the folder."""


@contextmanager
def only_one(folder: Path, lock: str = _LOCK) -> Iterator[None]:
    """Hold the folder, which is made where there is none, for as long as this process lives and the block runs.

    Held is an empty file, in the way in which SQLite holds its own on every system; it stays, and says nothing. Unlike the
    locks of ``mlcurric.locks``, which last for milliseconds, it is nothing that a forked child inherits, and where a drive
    knows no locks it is refused: two gradings would write one gradebook.

    Args:
        folder: what is held.
        lock: the name of the empty file.

    Raises:
        Busy: if another process holds it.
        OSError: if it cannot be written, or locked.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / lock
    # Of what is refused here the system says why; SQLite does not.
    path.touch()
    with closing(_opened(path)) as held:
        try:
            held.execute("begin exclusive")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise Busy from None
            raise OSError(errno.EIO, str(error)) from error
        yield


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise OSError(errno.EIO, str(error)) from error

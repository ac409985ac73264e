"""Hold a file for the moment in which it is looked at and replaced, against other processes that would do the same."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if os.name == "nt":
    import msvcrt
else:
    import fcntl

_TRIES, _PAUSE = 1_000, 0.02
"""So often a file that another process holds is tried, and the seconds in between; each holds it for milliseconds."""
_HELD_ELSEWHERE = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Keep other processes from taking a file's place between a look at it and a new one in its place.

    The lock is a file beside it that the system lets go of with the process that held it, however that ended.

    Raises:
        OSError: if another one holds it and does not let go.
    """
    lock = path.with_name(f".{path.name}.lock")
    descriptor = _locked(lock)
    try:
        yield
    finally:
        if os.name != "nt":
            # While it is still ours: later it may be somebody else's.
            lock.unlink(missing_ok=True)
        os.close(descriptor)
        if os.name == "nt":
            # Windows does not let an open file go; one that somebody else has opened meanwhile is theirs to take away.
            with suppress(OSError):
                lock.unlink()


def _locked(lock: Path) -> int:
    """The descriptor of a lock that is ours."""
    for _ in range(_TRIES):
        with suppress(PermissionError):
            descriptor = os.open(lock, os.O_RDWR | os.O_CREAT)
            if _is_ours(descriptor, lock):
                return descriptor
            os.close(descriptor)
        time.sleep(_PAUSE)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(lock))


def _is_ours(descriptor: int, lock: Path) -> bool:
    """Whether nobody else holds a lock, and it has not been taken away while we waited."""
    try:
        if os.name == "nt":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Some shared drives know no locks: there it has to go without.
        return error.errno not in _HELD_ELSEWHERE
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(lock))
    except FileNotFoundError:
        return False

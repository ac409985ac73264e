"""What a stretch of work used: the clock, the processor, and the most memory that its processes held at once."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

import psutil

_LOOK = 0.25
_SET_CHILD_SUBREAPER = 36


@dataclass
class Used:
    """What was used.

    Attributes:
        seconds: of the clock.
        cpu: seconds of the processor, of all processes.
        memory: megabytes at the most; what processes share is counted once.
    """

    seconds: float = 0.0
    cpu: float = 0.0
    memory: float = 0.0


@contextlib.contextmanager
def measured(before: float | None = None) -> Iterator[Used]:
    """Measure this process and all that it started; the figures stand when it is over.

    Args:
        before: megabytes that are not counted; by default what is held now.
    """
    used, over = Used(), threading.Event()
    before = held() if before is None else before

    def look() -> None:
        while not over.wait(_LOOK):
            used.memory = max(used.memory, held() - before)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    begun, cpu = time.perf_counter(), spent()
    try:
        yield used
    finally:
        used.seconds, used.cpu = time.perf_counter() - begun, spent() - cpu
        over.set()
        watcher.join()


@contextlib.contextmanager
def measured_below() -> Iterator[Used]:
    """The same for commands that begin and end meanwhile: of the processor nothing of this process, which looks at their memory.

    Processes of this one that were there before are left alone: what they do meanwhile counts for nothing.
    """
    before = _waited_for()
    with measured() as used, _with_orphans():
        yield used
    used.cpu = _waited_for() - before


def _waited_for() -> float:
    told = psutil.Process().cpu_times()
    return told.children_user + told.children_system


@contextlib.contextmanager
def _with_orphans() -> Iterator[None]:
    """Wait for what outlives the process that started it, too: it would count for nothing. Only Linux hands it over."""
    if sys.platform != "linux":
        yield
        return
    library, own = ctypes.CDLL(None), psutil.Process()
    before = own.children()
    library.prctl(_SET_CHILD_SUBREAPER, 1)
    try:
        yield
        # Servers that `multiprocessing` keeps were there before, and stay.
        while orphans := set(own.children()) - set(before):
            for orphan in orphans:
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(orphan.pid, 0)
    finally:
        library.prctl(_SET_CHILD_SUBREAPER, 0)


def spent() -> float:
    """Seconds of the processor of this process and all below it, those it waited for included."""
    total = 0.0
    for process in _all():
        with contextlib.suppress(psutil.Error):
            told = process.cpu_times()
            total += told.user + told.system + told.children_user + told.children_system
    return total


def held() -> float:
    """Megabytes that this process and all below it hold; what they share is counted once where the system tells it."""
    return sum(map(_memory_of, _all())) / 1e6


def _memory_of(process: psutil.Process) -> int:
    try:
        full = process.memory_full_info()
        return getattr(full, "pss", 0) or full.uss
    except psutil.AccessDenied:
        with contextlib.suppress(psutil.Error):
            return process.memory_info().rss
    except psutil.Error:
        pass
    return 0


def _all() -> list[psutil.Process]:
    own = psutil.Process()
    return [own, *own.children(recursive=True)]

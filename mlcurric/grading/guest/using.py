"""What processes use, as the kernel tells it in ``/proc``: nobody is asked who could lie."""

from __future__ import annotations

import os
from collections.abc import Iterable

_SOCKET = 512 * 1024
_TICK = os.sysconf("SC_CLK_TCK")


def others() -> list[int]:
    """Every process of this PID namespace but the first and this one."""
    return [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) not in (1, os.getpid())]


def forked_by(process: int) -> int:
    """The process that a process of this namespace forked and waits for; that itself where there is none."""
    return next((other for other in others() if _fields_of(other)[1:2] == [b"%d" % process]), process)


def too_much(processes: list[int], first: int, before: int, most: int) -> bool:
    """Whether processes hold more than ``most`` bytes; what they share is counted once.

    Args:
        first: one of them, in whose network all of them are.
        before: bytes that each held when it was forked.
    """
    left = most - _of_sockets(first)
    if sum(max(0, held_by(process) - before) for process in processes) <= left:
        return False
    # Quick to read and too high where a process forked; what follows is slow to read and exact.
    return sum(_share_of(process) or held_by(process) for process in processes) > left


def held_by(process: int) -> int:
    """Bytes that a process holds beside what is read from files; right after a fork, as many as its parent."""
    return _held(process, "status", ("RssAnon:", "RssShmem:", "VmSwap:"))


class Clock:
    """The seconds of the processor that the processes of one hand-in have used, those that are gone included."""

    def __init__(self) -> None:
        self._ended = 0
        self._running: dict[tuple[int, int], int] = {}

    def seconds(self, processes: Iterable[int]) -> float:
        """What is used so far; to be asked often, because a process counts up to the last time it was seen."""
        seen = dict(filter(None, map(_used_by, processes)))
        self._ended += sum(used for process, used in self._running.items() if process not in seen)
        self._running = seen
        return (self._ended + sum(seen.values())) / _TICK


def _used_by(process: int) -> tuple[tuple[int, int], int] | None:
    """A process, told from a later one with its number by when it began, and the ticks that it used."""
    fields = _fields_of(process)
    return ((process, int(fields[19])), int(fields[11]) + int(fields[12])) if fields else None


def _fields_of(process: int) -> list[bytes]:
    """What the kernel tells of a process from its state and its parent on, see proc(5); nothing of one that is gone."""
    try:
        with open(f"/proc/{process}/stat", "rb") as told:
            # A process chooses the name in the brackets, and nothing behind the last of them.
            return told.read().rpartition(b")")[2].split()
    except OSError:
        return []


def _share_of(process: int) -> int:
    """The same as ``held_by``, with its part of what several processes hold; 0 where the kernel does not tell."""
    return _held(process, "smaps_rollup", ("Pss_Anon:", "Pss_Shmem:", "SwapPss:"))


def _held(process: int, file: str, fields: tuple[str, ...]) -> int:
    if told := _told(f"/proc/{process}/{file}", fields):
        return sum(told)
    # Its first thread may have ended before the others, and then tells nothing of what they hold.
    threads = f"/proc/{process}/task"
    return max((sum(_told(f"{threads}/{thread}/{file}", fields)) for thread in _listed(threads)), default=0)


def _of_sockets(process: int) -> int:
    """Bytes that may wait in the sockets of a process's network, closed or not; the kernel holds them for no process."""
    try:
        with open(f"/proc/{process}/net/sockstat", encoding="ascii") as told:
            return _SOCKET * int(told.readline().split()[-1])
    except (OSError, ValueError, IndexError):
        return 0


def _told(path: str, fields: tuple[str, ...]) -> list[int]:
    """Bytes that the kernel tells; nothing of a process that is gone."""
    try:
        with open(path, encoding="ascii", errors="replace") as told:
            return [1024 * int(line.split()[1]) for line in told if line.startswith(fields)]
    except (OSError, ValueError):
        return []


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []

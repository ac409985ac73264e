"""Shut a fork of the warm parent in, before the first line of a hand-in runs: namespaces, mounts, limits, system calls.

Whatever cannot be done raises, and the hand-in is not run: there is no half of a sandbox.
"""

from __future__ import annotations

import os
import resource
import signal
from dataclasses import dataclass

from mlcurric.grading.guest import linux

NOBODY = 65534
WORK, TABLES, DATA = "/mlcurric/work", "/mlcurric/tables", "/mlcurric/data"
"""Where a hand-in runs, where the tables of all runs lie, and where a hand-in finds those of its own."""
_TMPFS = linux.NO_SUID | linux.NO_DEVICES


@dataclass(frozen=True)
class Limits:
    """What one hand-in may use.

    Attributes:
        seconds: of the clock, for all of it.
        cpu_seconds: of the processor, for each of its processes.
        memory: bytes of all its processes together, beyond what the warm parent holds already.
        disk: bytes of each of its writable folders, and of any one file.
        processes: processes and threads, beside the first.
        files: open files of one process.
        report: bytes that it may report.
        lines: of its report.
    """

    seconds: float = 120.0
    cpu_seconds: int = 120
    memory: int = 1_000_000_000
    disk: int = 64_000_000
    processes: int = 48
    files: int = 256
    report: int = 8_000_000
    lines: int = 50_000


def leave_the_others() -> None:
    """Namespaces of its own; what the process forks next is the first process in them.

    Raises:
        OSError: if the kernel forbids it.
    """
    linux.unshare(
        linux.NEW_USER | linux.NEW_MOUNTS | linux.NEW_PIDS | linux.NEW_NETWORK | linux.NEW_IPC | linux.NEW_HOST_NAME
    )
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{NOBODY} {NOBODY} 1")
    _write("/proc/self/gid_map", f"{NOBODY} {NOBODY} 1")


def shut_in(tables: str, limits: Limits, system_calls: bytes) -> None:
    """Everything else: called by the first process in the new namespaces.

    Args:
        tables: the folder below ``TABLES`` whose files the hand-in may read, or an empty text.
        system_calls: the program of ``linux.filter_system_calls``.

    Raises:
        OSError: naming what could not be mounted or limited.
    """
    linux.end_with_parent(signal.SIGKILL)
    # A signal, or a priority, meant for a whole process group reaches out of a PID namespace.
    os.setsid()
    linux.mount("none", "/", None, linux.RECURSIVE | linux.PRIVATE)
    size = f"mode=0700,size={limits.disk},nr_inodes=4096"
    for folder in (WORK, "/tmp", "/dev/shm"):
        linux.mount("tmpfs", folder, "tmpfs", _TMPFS, size)
    if tables:
        linux.mount(f"{TABLES}/{tables}", DATA, None, linux.BIND | linux.RECURSIVE)
    linux.mount("tmpfs", TABLES, "tmpfs", _TMPFS | linux.READ_ONLY, "mode=0555,size=4096,nr_inodes=1")
    # What warm parents share could be closed to whoever comes next.
    linux.mount("devpts", "/dev/pts", "devpts", linux.NO_SUID | linux.NO_EXECUTION, "mode=0600,ptmxmode=0666")
    _write("/proc/self/oom_score_adj", "1000")
    # To be read only: or a hand-in takes the line above back.
    linux.mount("proc", "/proc", "proc", _TMPFS | linux.NO_EXECUTION | linux.READ_ONLY)
    _limit(limits)
    linux.drop_capabilities()
    linux.filter_system_calls(system_calls)


def _limit(limits: Limits) -> None:
    with open("/proc/self/statm", encoding="ascii") as told:
        mapped = int(told.read().split()[0]) * resource.getpagesize()
    for what, most in (
        # What is mapped is not used: libraries and the arenas of threads take addresses, not memory.
        (resource.RLIMIT_AS, mapped + 2 * limits.memory),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, limits.disk),
        (resource.RLIMIT_NPROC, limits.processes),
        (resource.RLIMIT_NOFILE, limits.files),
        # Not 0: a program that the system has for core dumps would be given one all the same; see core(5).
        (resource.RLIMIT_CORE, 1),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _write(path: str, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)

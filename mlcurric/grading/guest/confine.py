"""Shut processes in before the first line of a hand-in runs: namespaces, mounts, limits, system calls.

A primed parent gets a place of its own; what it forks for a hand-in gets all of that once more, and the limits. Whatever
cannot be done raises, and the hand-in is not run: there is no half of a sandbox.
"""

from __future__ import annotations

import os
import resource
import signal

from mlcurric.grading.guest import linux
from mlcurric.grading.guest.descriptors import keep_only
from mlcurric.grading.guest.inside import DATA, NOBODY, TABLES, WORK
from mlcurric.grading.guest.limits import Limits

WRITABLE = (WORK, "/tmp", "/dev/shm")
_TMPFS = linux.NO_SUID | linux.NO_DEVICES
_PROC = _TMPFS | linux.NO_EXECUTION
_DEVICES = ("full", "null", "random", "tty", "urandom", "zero")
_OWN_DISK = 64_000_000
"""Bytes that a primed parent may write to each of its folders; what it forks finds nothing of it."""


def leave_the_others() -> None:
    """Go on in namespaces of its own, as the first process in them; the one that was asked waits for it, and ends with it.

    Raises:
        OSError: if the kernel forbids it.
    """
    linux.unshare(
        linux.NEW_USER | linux.NEW_MOUNTS | linux.NEW_PIDS | linux.NEW_NETWORK | linux.NEW_IPC | linux.NEW_HOST_NAME
    )
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{NOBODY} {NOBODY} 1")
    _write("/proc/self/gid_map", f"{NOBODY} {NOBODY} 1")
    if first := os.fork():
        keep_only()
        os.waitpid(first, 0)
        os._exit(0)


def settle(tables: str) -> None:
    """The place of a primed parent, whose forks will be shut in: called by the first process in its namespaces.

    Args:
        tables: the folder below ``TABLES`` whose files its hand-ins may read, or an empty text.

    Raises:
        OSError: naming what could not be mounted.
    """
    linux.end_with_parent(signal.SIGKILL)
    os.setsid()
    linux.mount("none", "/", None, linux.RECURSIVE | linux.PRIVATE)
    _fresh_folders(_OWN_DISK)
    if tables:
        linux.mount(f"{TABLES}/{tables}", DATA, None, linux.BIND | linux.RECURSIVE)
    linux.mount("tmpfs", TABLES, "tmpfs", _TMPFS | linux.READ_ONLY, "mode=0555,size=4096,nr_inodes=1")
    # Writable: whoever makes namespaces writes down there who is who in them.
    linux.mount("proc", "/proc", "proc", _PROC)
    linux.drop_capabilities()


def shut_in(limits: Limits, system_calls: bytes) -> None:
    """Everything else for one hand-in: called by the first process in its namespaces.

    Args:
        system_calls: the program of ``linux.filter_system_calls``.

    Raises:
        OSError: naming what could not be mounted or limited.
    """
    linux.end_with_parent(signal.SIGKILL)
    # A signal, or a priority, meant for a whole process group reaches out of a PID namespace.
    os.setsid()
    linux.mount("none", "/", None, linux.RECURSIVE | linux.PRIVATE)
    _fresh_folders(limits.disk)
    # What primed parents share could be closed to whoever comes next.
    linux.mount("devpts", "/dev/pts", "devpts", linux.NO_SUID | linux.NO_EXECUTION, "mode=0600,ptmxmode=0666")
    # They are the machine's own, written to as before: but a time set on one would be read by the next hand-in.
    for device in _DEVICES:
        linux.make_read_only(f"/dev/{device}")
    _write("/proc/self/oom_score_adj", "1000")
    # To be read only: or a hand-in takes the line above back.
    linux.mount("proc", "/proc", "proc", _PROC | linux.READ_ONLY)
    _limit(limits)
    linux.drop_capabilities()
    linux.filter_system_calls(system_calls)


def _fresh_folders(size: int) -> None:
    for folder in WRITABLE:
        linux.mount("tmpfs", folder, "tmpfs", _TMPFS, f"mode=0700,size={size},nr_inodes=4096")


def _limit(limits: Limits) -> None:
    with open("/proc/self/statm", encoding="ascii") as told:
        mapped = int(told.read().split()[0]) * resource.getpagesize()
    for what, most in (
        # What is mapped is not used: libraries and the arenas of threads take addresses, not memory.
        (resource.RLIMIT_AS, mapped + 2 * limits.memory),
        # Whoever watches stops it before, and can say why; the kernel would only end it.
        (resource.RLIMIT_CPU, int(limits.cpu_seconds) + 5),
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

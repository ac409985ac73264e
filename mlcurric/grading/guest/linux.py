"""The few calls of Linux that Python has no name for: namespaces, mounts, capabilities, and the filter of system calls."""

from __future__ import annotations

import ctypes
import os
import struct

NEW_MOUNTS, NEW_HOST_NAME, NEW_IPC, NEW_USER, NEW_PIDS, NEW_NETWORK = (
    0x00020000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000,
)  # fmt: skip
READ_ONLY, NO_SUID, NO_DEVICES, NO_EXECUTION, REMOUNT, BIND, RECURSIVE, PRIVATE = (
    0x1, 0x2, 0x4, 0x8, 0x20, 0x1000, 0x4000, 0x40000,
)  # fmt: skip
# What statvfs(3) says of a mount, as mount(2) wants it: whoever remounts must not take any of it back.
_KEPT = {0x2: NO_SUID, 0x4: NO_DEVICES, 0x8: NO_EXECUTION, 0x400: 0x400, 0x800: 0x800, 0x1000: 0x200000}
_NO_NEW_PRIVILEGES, _FILTER_SYSTEM_CALLS, _FILTER, _KEEP_PARENT = 38, 22, 2, 1
_CAPABILITIES_3 = 0x20080522

_libc = ctypes.CDLL(None, use_errno=True)


def unshare(flags: int) -> None:
    """Leave the namespaces of the parent.

    Raises:
        OSError: if the kernel forbids it.
    """
    _done(_libc.unshare(flags), "unshare")


def mount(source: str, target: str, kind: str | None, flags: int, options: str = "") -> None:
    """Mount a file system; see mount(2).

    Raises:
        OSError: naming the target.
    """
    encoded = [None if text is None else text.encode() for text in (source, target, kind)]
    _done(_libc.mount(*encoded, ctypes.c_ulong(flags), options.encode() or None), target)


def make_read_only(target: str) -> None:
    """Make a mount read-only; what it forbids already it goes on to forbid.

    Raises:
        OSError: naming the target.
    """
    stands = os.statvfs(target).f_flag
    kept = sum(flag for bit, flag in _KEPT.items() if stands & bit)
    mount("none", target, None, REMOUNT | BIND | READ_ONLY | kept)


def drop_capabilities() -> None:
    """Give up every capability of this process, for good."""
    _done(_libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0), "no_new_privs")
    header, nothing = struct.pack("=Ii", _CAPABILITIES_3, 0), bytes(24)
    _done(_libc.capset(header, nothing), "capset")


def filter_system_calls(program: bytes) -> None:
    """Let the kernel judge every system call from here on by a BPF program, children included.

    Args:
        program: instructions of 8 bytes each, as libseccomp exports them.
    """

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))

    filter_ = Program(len(program) // 8, program)
    _done(_libc.prctl(_FILTER_SYSTEM_CALLS, _FILTER, ctypes.byref(filter_), 0, 0), "seccomp")


def end_with_parent(signal: int) -> None:
    """Have the kernel send ``signal`` to this process when its parent ends."""
    _done(_libc.prctl(_KEEP_PARENT, signal, 0, 0, 0), "parent-death signal")


def _done(result: int, what: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), what)

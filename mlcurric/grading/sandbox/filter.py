"""Which system calls a hand-in may make: all but those that reach out of its namespaces or widen the kernel's attack surface."""

from __future__ import annotations

import contextlib
import errno
import mmap
import socket
import tempfile
from functools import cache

NEVER = (
    # Namespaces and mounts.
    "unshare", "setns", "mount", "umount", "umount2", "pivot_root", "chroot", "fsopen", "fsconfig", "fsmount", "fspick",
    "move_mount", "open_tree", "mount_setattr", "open_by_handle_at", "name_to_handle_at",
    # Memory that no process maps, so that nobody counts it.
    "memfd_create", "memfd_secret", "shmget", "msgget", "semget", "mq_open", "splice", "tee", "vmsplice", "sendfile",
    "io_setup",
    # Other processes.
    "ptrace", "process_vm_readv", "process_vm_writev", "kcmp", "pidfd_getfd", "process_madvise",
    "inotify_init", "inotify_init1", "flock",
    # The kernel and the machine.
    "bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register", "keyctl", "add_key",
    "request_key", "init_module", "finit_module", "delete_module", "kexec_load", "kexec_file_load", "reboot", "swapon",
    "swapoff", "acct", "quotactl", "settimeofday", "clock_settime", "adjtimex", "clock_adjtime", "iopl", "ioperm",
    "syslog", "vhangup", "lookup_dcookie", "fanotify_init", "personality", "modify_ldt", "landlock_create_ruleset",
    # Which pages of a file that all hand-ins read are in memory: an earlier one may have seen to it.
    "mincore",
)  # fmt: skip
IGNORED = (
    # Done as far as whoever asks can tell, and not at all: libraries ask for it in passing. Else a hand-in would drop or fetch
    # the pages of files that all read, for a later one to find, or make the whole machine wait for its disks.
    # And a new session would get as large a share of the processors as all the grading, where the kernel groups by it.
    "setsid", "fadvise64", "fadvise64_64", "readahead", "sync", "syncfs", "sync_file_range", "sync_file_range2",
)  # fmt: skip
_NEWER = range(450, 512)
"""The numbers, on every processor, of what kernels have learnt since Linux 5.16, such as cachestat; the C library goes on without."""
_DROP = (20, 21)  # MADV_COLD and MADV_PAGEOUT of madvise: what malloc and NumPy ask for is another advice.
_FLAGS = 5  # The argument of preadv2 and pwritev2 that can ask whether something would have to wait for the disk.
_NEW_NAMESPACES = 0x7E020000  # CLONE_NEWNS, CGROUP, UTS, IPC, USER, PID and NET.
_TYPE_AHEAD = 0x5412  # TIOCSTI: types into somebody else's terminal.
_HUGE = 0x40000  # MAP_HUGETLB: pages set aside for others, which no limit counts.
_WATCHES = (0x400, 0x402)  # F_SETLEASE and F_NOTIFY of fcntl: who opens a file that others share.
# F_GETLK, F_SETLK, F_SETLKW and their twins for open files: a lock on a file that all read would be seen by whoever runs
# meanwhile, and so would what it says. In a hand-in's own files there is nobody to be kept out.
_LOCKS = (5, 6, 7, 36, 37, 38)
_CORE = 4  # RLIMIT_CORE, by its number on Linux: this module is imported on Windows, too.
_BUFFERS = (7, 32)  # SO_SNDBUF and SO_SNDBUFFORCE: what a socket may hold.
_ALL = 0xFFFFFFFF  # Of an argument that the kernel reads as 32 bits: the others must not hide it.


class NoFilter(Exception):
    """The library that writes the filter, or libseccomp itself, is not here."""


@cache
def system_calls() -> bytes:
    """The filter as a BPF program for this machine's processor.

    Raises:
        NoFilter: if it cannot be written here.
    """
    try:
        import pyseccomp as seccomp
    except (ImportError, RuntimeError, OSError) as error:
        raise NoFilter(str(error)) from error
    refused = seccomp.ERRNO(errno.EPERM)
    filter_ = seccomp.SyscallFilter(seccomp.ALLOW)
    ignored, unknown = seccomp.ERRNO(0), seccomp.ERRNO(errno.ENOSYS)
    for done, calls in ((refused, NEVER), (ignored, IGNORED), (unknown, _NEWER)):
        for call in calls:
            # A processor that does not have the call, or a libseccomp older than it: then its number is among the newer ones.
            with contextlib.suppress(OSError, ValueError, KeyError, RuntimeError):
                filter_.add_rule(done, call)
    for advice in _DROP:
        filter_.add_rule(ignored, "madvise", seccomp.Arg(2, seccomp.MASKED_EQ, _ALL, advice))
    for name in ("preadv2", "pwritev2"):
        filter_.add_rule(refused, name, seccomp.Arg(_FLAGS, seccomp.NE, 0))
    # The flags of clone3 stand in memory, where no filter sees them; without it the C library uses clone.
    filter_.add_rule(unknown, "clone3")
    for bit in range(32):
        if _NEW_NAMESPACES >> bit & 1:
            flag = 1 << bit
            filter_.add_rule(refused, "clone", seccomp.Arg(0, seccomp.MASKED_EQ, flag, flag))
    # Sockets within the hand-in's own processes; every other family, vsock and netlink too, is none of its business.
    for name in ("socket", "socketpair"):
        filter_.add_rule(seccomp.ERRNO(errno.EAFNOSUPPORT), name, seccomp.Arg(0, seccomp.NE, int(socket.AF_UNIX)))
    for option in _BUFFERS:
        filter_.add_rule(refused, "setsockopt", seccomp.Arg(2, seccomp.MASKED_EQ, _ALL, option))
    for command in _WATCHES:
        filter_.add_rule(refused, "fcntl", seccomp.Arg(1, seccomp.MASKED_EQ, _ALL, command))
    for command in _LOCKS:
        filter_.add_rule(ignored, "fcntl", seccomp.Arg(1, seccomp.MASKED_EQ, _ALL, command))
    filter_.add_rule(refused, "ioctl", seccomp.Arg(1, seccomp.MASKED_EQ, _ALL, _TYPE_AHEAD))
    # What is shared without a file stays held when it is no longer mapped by anybody who can be asked.
    for flags in (mmap.MAP_SHARED | mmap.MAP_ANONYMOUS, _HUGE):
        filter_.add_rule(refused, "mmap", seccomp.Arg(3, seccomp.MASKED_EQ, flags, flags))
    # The limit that stands keeps every core dump in; a lower one would not.
    core = seccomp.Arg(0, seccomp.MASKED_EQ, _ALL, _CORE)
    filter_.add_rule(refused, "setrlimit", core)
    core = seccomp.Arg(1, seccomp.MASKED_EQ, _ALL, _CORE)
    filter_.add_rule(refused, "prlimit64", core, seccomp.Arg(2, seccomp.NE, 0))
    with tempfile.TemporaryFile() as file:
        filter_.export_bpf(file)
        file.seek(0)
        return file.read()

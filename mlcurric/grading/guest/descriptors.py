"""Which open files a fork keeps of those it inherited: what it was not meant to have it could write to."""

from __future__ import annotations

import os

_MOST = 2**31 - 1


def keep_only(*wanted: int) -> None:
    """Close whatever was inherited but what is wanted; what is printed goes nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    below = 3
    for descriptor in sorted(wanted):
        os.closerange(below, descriptor)
        below = descriptor + 1
    os.closerange(below, _MOST)


def open_now() -> list[str]:
    """The numbers of what is open, and where each leads."""
    found = []
    for number in os.listdir("/proc/self/fd"):
        try:
            found.append(f"{number} {os.readlink(f'/proc/self/fd/{number}')}")
        except FileNotFoundError:  # That of the listing itself.
            continue
    return sorted(found)

"""Run as root, before the sandbox: show an ordinary user what it needs, become that user for good, then start bubblewrap.

It is run by path with ``python -I`` and imports nothing of this project: ``drop.py <json>``, with ``binds``, the pairs of a
place and the empty folder at which it is shown, ``user``, and ``command``.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys

_NEW_MOUNTS, _BIND, _RECURSIVE, _PRIVATE = 0x20000, 0x1000, 0x4000, 0x40000


def main() -> None:
    """Do it, and become the command."""
    asked = json.loads(sys.argv[1])
    libc = ctypes.CDLL(None, use_errno=True)
    _done(libc.unshare(_NEW_MOUNTS), "unshare")
    _done(libc.mount(b"none", b"/", None, ctypes.c_ulong(_RECURSIVE | _PRIVATE), None), "/")
    for place, shown in asked["binds"]:
        _done(libc.mount(os.fsencode(place), os.fsencode(shown), None, ctypes.c_ulong(_BIND | _RECURSIVE), None), shown)
    os.setgroups([])
    os.setresgid(*[asked["user"]] * 3)
    os.setresuid(*[asked["user"]] * 3)
    os.execv(asked["command"][0], asked["command"])


def _done(result: int, what: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), what)


if __name__ == "__main__":
    main()

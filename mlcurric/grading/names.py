"""Names of learners as names of folders that every system can hold and that never fall together."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from mlcurric.grading.collect import display

LONGEST = 60
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f�]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def safe_names(names: Iterable[str]) -> dict[str, str]:
    """For every name the one it has in the output: itself where it is safe and no other looks like it."""
    names = tuple(names)
    twins = Counter(map(_looks, names))
    return {name: display(name) if _is_safe(name) and twins[_looks(name)] == 1 else _with_hash(name) for name in names}


def shown_names(safe: dict[str, str]) -> dict[str, str]:
    """For every name the one that people read: itself, unless two read the same; then the safe one."""
    twins = Counter(map(display, safe))
    return {name: display(name) if twins[display(name)] == 1 else folder for name, folder in safe.items()}


def _looks(name: str) -> str:
    """What two names share that are one and the same on some system."""
    return unicodedata.normalize("NFC", display(name).casefold())


def _is_safe(name: str) -> bool:
    shown = display(name)
    return (
        0 < len(shown) <= LONGEST
        and not _FORBIDDEN.search(shown)
        and not _RESERVED.fullmatch(shown)
        and not shown.startswith((".", " ", "-"))
        and not shown.endswith((".", " "))
    )


def _with_hash(name: str) -> str:
    kept = re.sub(r"[^\w-]+", "_", display(name)).strip("_-")[: LONGEST // 2] or "learner"
    return f"{kept}-{hashlib.sha256(os.fsencode(name)).hexdigest()[:8]}"

"""Names of learners as names of folders that every system can hold and that never fall together."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable

from mlcurric.grading.reading.collect import display

_LONGEST = 40


def safe_name(name: str) -> str:
    """The name of a learner, or of a file, in the output: readable, and with a hash that tells twins apart.

    Names that some system takes for one (composed and decomposed letters, capitals) differ in the hash, and a name stays
    what it is when others come to the class.
    """
    kept = re.sub(r"[^\w-]+", "_", display(name)).strip("_-")[:_LONGEST] or "learner"
    return f"{kept}-{hashlib.sha256(os.fsencode(name)).hexdigest()[:10]}"


def shown_names(names: Iterable[str]) -> dict[str, str]:
    """For every name the one that people read: itself, unless two read the same; then the safe one."""
    names = tuple(dict.fromkeys(names))
    twins = Counter(map(_as_read, names))
    return {name: display(name) if twins[_as_read(name)] == 1 else safe_name(name) for name in names}


def _as_read(name: str) -> str:
    """What a page shows of a name: of blanks at its ends nothing, and of several one."""
    return " ".join(display(name).split())

"""What a look at the machine found: one row of the doctor's table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mlcurric.text import T


class Status(StrEnum):
    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        says: what was seen.
        do: the next step; ``None`` where nothing is to be done.
    """

    what: T
    status: Status
    says: T
    do: T | None = None

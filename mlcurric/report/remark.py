"""What is told about a table before anybody believes what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mlcurric.text import T


class Weight(StrEnum):
    """How much a remark matters."""

    DANGER = "danger"
    """Who overlooks it is misled."""
    WARN = "warn"
    NOTE = "note"


@dataclass(frozen=True)
class Remark:
    """One thing that was seen in the table, and the way out.

    Attributes:
        id: what it is, for the tests and for the order on the page.
        says: what was seen, with its place.
        way_out: what to do about it, if there is anything.
        columns: that it is about.
    """

    id: str
    says: T
    way_out: T | None = None
    columns: tuple[str, ...] = ()
    weight: Weight = Weight.WARN

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

    Whoever reads the page cannot run the command again, so that no option stands in ``says`` or ``way_out``.

    Attributes:
        id: what it is, for the tests and for the order on the page; its words are joined by hyphens.
        says: what was seen, with its place.
        way_out: what whoever reads it can do about it, whole by itself; if there is anything.
        columns: that it is about.
        for_maker: what whoever makes the page can do about it, with the option of the command that does it.
    """

    id: str
    says: T
    way_out: T | None = None
    columns: tuple[str, ...] = ()
    weight: Weight = Weight.WARN
    for_maker: T | None = None

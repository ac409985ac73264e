"""What somebody asks of a report: which table, which of its columns, how long a list, and what contacts cost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mlcurric.subject.ranges import Range


@dataclass(frozen=True)
class Request:
    """One report that is asked for.

    Attributes:
        path: the table.
        churned, id: the column that says who left, and the one that tells customers apart.
        capacity: customers whom the list is to hold, 1 or more; some of them may be left alone for comparison.
        out: the page; the lists are written beside it.
        value: the column that says what a customer is worth.
        observed_at: the column that says on which day each row was looked at.
        contact_cost, incentive: of one contact; given to everybody contacted who stays. In the unit of ``value``.
        save_rate: of those who would leave, the share that stays because of the contact, 0 to 1: an assumption.
        left_is: cells of ``churned`` that mean “left”, where they do not say it themselves.
        blank_is: what a blank cell of ``churned`` means: ``"stayed"``, ``"left"`` or ``"unknown"``.
        drop, keep: columns not to learn from, and columns to learn from though they look like the answer.
        words: a file that says how the columns are called and which of them somebody can do something about.
        within: how long the customers counted as leavers had to leave, as one says it: “3 months”.
        currency: as one writes it: “¥”, “USD”; empty where the table says it, or nobody does.
    """

    path: Path
    churned: str
    id: str
    capacity: int
    out: Path
    value: str | None = None
    observed_at: str | None = None
    contact_cost: float | None = None
    incentive: float | None = None
    save_rate: Range[float] | None = None
    left_is: tuple[str, ...] = ()
    blank_is: str | None = None
    drop: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    words: Path | None = None
    within: str = ""
    currency: str = ""

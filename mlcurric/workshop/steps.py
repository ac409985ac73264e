"""What a step of the agenda is: how long, what happens, who leads, what is seen, what is typed meanwhile and by whom."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from mlcurric.text import T

BREAK, SURVEY = "break", "survey"
"""What stands in place of a lesson's id."""
ELSE: Mapping[str, T] = {BREAK: T("Break", "休憩"), SURVEY: T("Survey", "アンケート")}
SECONDS_A_FIELD = 12
"""So long it takes to type one field of a sheet from paper: our rule of thumb."""
ROOM, LEAD, EACH, PAIRS, ALL, SCRIBE = (
    T("facilitator", "進行役"),
    T("product manager", "PdM"),
    T("each alone", "ひとりずつ"),
    T("pairs", "2人組"),
    T("everybody", "全員"),
    T("scribe, with everybody", "書記と全員"),
)


@dataclass(frozen=True)
class Typing:
    """What is typed while a step goes on, and by whom.

    Attributes:
        file: in the folder ``ideathon``.
        columns: how many fields of a line are typed.
        who: who types.
        meanwhile: what the others do.
        lines: how many lines; ``None`` is one for each pair.
    """

    file: str
    columns: int
    who: T
    meanwhile: T
    lines: int | None = None

    def fields(self, pairs: int) -> int:
        """How many fields are typed in a room of so many pairs."""
        return self.columns * (pairs if self.lines is None else self.lines)

    def minutes(self, pairs: int) -> int:
        """How long that takes, in whole minutes."""
        return math.ceil(self.fields(pairs) * SECONDS_A_FIELD / 60)


@dataclass(frozen=True)
class Step:
    """One line of the table.

    Attributes:
        part: the id of its lesson, or one of ``ELSE``.
        minutes: how long it takes.
        what: what happens.
        leads: who leads it, or who does it.
        seen: what is on the wall or the projector.
        there: what must exist at the end.
        least: how few minutes will do when it is late; by default it is never cut.
        for_sponsor: whether the sponsor is asked to come to it.
        typing: what is typed meanwhile; ``None`` if nothing is.
    """

    part: str
    minutes: int
    what: T
    leads: T
    seen: T
    there: T
    least: int | None = None
    for_sponsor: bool = False
    typing: Typing | None = None

    @property
    def short(self) -> T:
        """What happens, as far as the first stop."""
        return T(*(re.split(r"[:;.。]", text)[0] for text in (self.what.en, self.what.ja)))

    @property
    def spare(self) -> int:
        """Minutes that can be saved here when it is late."""
        return 0 if self.least is None else self.minutes - self.least

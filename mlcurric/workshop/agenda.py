"""The agenda to the minute: one table a stage, laid on the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time

from mlcurric.curriculum import lessons
from mlcurric.text import T

BREAK, SURVEY = "break", "survey"
"""What stands in place of a lesson's id."""
ELSE: Mapping[str, T] = {BREAK: T("Break", "休憩"), SURVEY: T("Survey", "アンケート")}
_DAY = 24 * 60
ROOM, LEAD, EACH, PAIRS, ALL, SCRIBE = (
    T("facilitator", "進行役"),
    T("product manager", "PdM"),
    T("each alone", "ひとりずつ"),
    T("pairs", "2人組"),
    T("everybody", "全員"),
    T("scribe, with everybody", "書記と全員"),
)


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
    """

    part: str
    minutes: int
    what: T
    leads: T
    seen: T
    there: T
    least: int | None = None
    for_sponsor: bool = False

    @property
    def short(self) -> T:
        """What happens, as far as the first stop."""
        return T(*(re.split(r"[:;.。]", text)[0] for text in (self.what.en, self.what.ja)))

    @property
    def spare(self) -> int:
        """Minutes that can be saved here when it is late."""
        return 0 if self.least is None else self.minutes - self.least


@dataclass(frozen=True)
class Row:
    """A step on the clock; ``begins`` and ``ends`` in minutes from midnight, above 1,440 on the next day."""

    step: Step
    begins: int
    ends: int

    @property
    def from_to(self) -> T:
        """From when to when: “13:00–13:10”."""
        first, last = clock(self.begins), clock(self.ends)
        return T(f"{first.en}–{last.en}", f"{first.ja}〜{last.ja}")


@dataclass(frozen=True)
class Part:
    """A lesson, a break or the survey, with its rows."""

    part: str
    rows: tuple[Row, ...]

    @property
    def title(self) -> T:
        """Its name, a lesson's with its number."""
        if self.part in ELSE:
            return ELSE[self.part]
        name = next(lesson.title for lesson in lessons() if lesson.id == self.part)
        return T(f"{self.part} {name.en}", f"{self.part} {name.ja}")

    @property
    def is_lesson(self) -> bool:
        """Whether it is neither a break nor the survey."""
        return self.part not in ELSE

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(row.step.minutes for row in self.rows)


def agenda(stage: int, start: time) -> list[Row]:
    """A stage's table on the clock.

    Raises:
        KeyError: if there is no such stage.
    """
    now, rows = start.hour * 60 + start.minute, []
    for step in steps_of(stage):
        rows.append(Row(step, now, now + step.minutes))
        now += step.minutes
    return rows


def parts(rows: list[Row]) -> Iterator[Part]:
    """The rows by what they belong to, in their order."""
    own: list[Row] = []
    for row in rows:
        if own and own[-1].step.part != row.step.part:
            yield Part(own[0].step.part, tuple(own))
            own = []
        own.append(row)
    if own:
        yield Part(own[0].step.part, tuple(own))


def steps_of(stage: int) -> tuple[Step, ...]:
    """A stage's table.

    Raises:
        KeyError: if there is no such stage.
    """
    # Read when it is asked for: the tables are made of the class above.
    from mlcurric.workshop import stage_1, stage_2, stage_3

    return {1: stage_1.STEPS, 2: stage_2.STEPS, 3: stage_3.STEPS}[stage]


def lasts(rows: list[Row]) -> tuple[int, int]:
    """How long it takes from the first row to the last, and how much of that are breaks, in minutes."""
    rests = sum(row.step.minutes for row in rows if row.step.part == BREAK)
    return rows[-1].ends - rows[0].begins, rests


def duration(minutes: int) -> T:
    """“4 h”, “3 h 15 min”, 「3時間15分」."""
    hours, rest = divmod(minutes, 60)
    english = [f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours)
    return T(" ".join(english), f"{hours}時間" * bool(hours) + f"{rest}分" * bool(rest or not hours))


def clock(minute: int) -> T:
    """A minute of the day as “13:05”; one of the next day says so."""
    shown = f"{minute % _DAY // 60}:{minute % 60:02}"
    return T(f"{shown} (next day)", f"翌{shown}") if minute >= _DAY else T(shown, shown)

"""The agenda to the minute: one table a stage, laid on the clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from mlcurric.curriculum import lessons
from mlcurric.text import T
from mlcurric.workshop import stage_1, stage_2, stage_3
from mlcurric.workshop.steps import BREAK, ELSE, Step

_DAY = 24 * 60


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

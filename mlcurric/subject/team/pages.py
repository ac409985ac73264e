"""The team's sheets as pages to print: one self-contained HTML page each, in the language spoken now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mlcurric.subject.product.dates import day_in_words
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.roles import ROLES
from mlcurric.subject.team.as_written import day_shown, letters_shown, number_shown
from mlcurric.subject.team.days import WEEKDAYS, a_day, holidays_known
from mlcurric.subject.team.people import bare
from mlcurric.subject.team.plan90 import EXECUTIVE, GIFTS, KINDS, MEETING, PHASES, Plan, Step
from mlcurric.subject.team.pre_mortem import REASONS, PreMortem
from mlcurric.subject.team.raci import Raci, days_in_words
from mlcurric.subject.team.role_map import RoleMap, Seat
from mlcurric.subject.team.words import WORDS
from mlcurric.templates import filled
from mlcurric.text import T

PACKAGE = "mlcurric.subject.team"
_NO_DAYS = T("{typed} (cannot be read as days)", "{typed}(日付として読めません)")
_APART = 8.0
"""Marks on the line of days stand at least so many percent apart, else one below the other."""


@dataclass(frozen=True)
class Mark:
    """One mark on the line of days.

    Attributes:
        number: of the step in the lists below.
        at, width: in percent of the 90 days; a width above 0 is a stretch of days.
        row: from above.
    """

    number: int
    step: Step
    at: float
    width: float
    row: int


def role_map_page(sheet: RoleMap, findings: Sequence[LineFinding], made_on: date) -> str:
    """The role map as HTML: roles by people with their hours, and whose the gaps are.

    Args:
        findings: of ``role_map_findings``; what cannot stand is said on the page, questions are not.
        made_on: the date that the page carries.
    """
    people = list(sheet.shares_of())
    roles = list(dict.fromkeys([*ROLES, *(seat.role for seat in sheet.seats)]))
    gaps = {seat.role: seat for seat in sheet.gaps}
    groups = {role: [name for seat in sheet.of(role) for name in seat.people if bare(name) not in sheet.people] for role in roles}  # fmt: skip
    unread_hours = {role: [T("{who}: {typed}", "{who}: {typed}").format(who=seat.who or WORDS["nobody"], typed=number_shown(seat.unread["hours"])) for seat in sheet.of(role) if "hours" in seat.unread] for role in roles}  # fmt: skip
    return _filled(
        "roles.html", WORDS["roles_kicker"], sheet.team, findings, made_on,
        people=people, hours=sheet.hours, shared=any(share.shared for _, shares, _ in people for share in shares.values()), gaps=gaps, groups=groups, unread_hours=unread_hours,
        roles=[(role, Seat(role).title, ROLES.get(role)) for role in roles],
        pdm_gaps=sheet.pdm_gaps, other_gaps=[gap for gap in sheet.gaps if not sheet.is_pdms(gap)],
        missing={role: each.missing for role, each in ROLES.items()},
        notes=(notes := [seat for seat in sheet.seats if seat.note.strip()]), points=_points(len(roles) + 2 * len(gaps) + len(notes), 18),
    )  # fmt: skip


def raci_page(sheet: Raci, findings: Sequence[LineFinding], made_on: date) -> str:
    """The RACI table as HTML; see ``role_map_page``."""
    away = [(who, [days_in_words(days) for days in sheet.away[who]]) for who in sheet.people if sheet.away.get(who)]
    away += [
        (who, [_NO_DAYS.format(typed=part) for part in parts]) for who, parts in sheet.away_unread.items() if parts
    ]
    return _filled("raci.html", WORDS["raci_kicker"], sheet.team, findings, made_on, sheet=sheet, away=away)  # fmt: skip


def pre_mortem_page(sheet: PreMortem, findings: Sequence[LineFinding], made_on: date) -> str:
    """The pre-mortem as HTML, the likeliest reason first; see ``role_map_page``."""
    causes = sorted(sheet.causes, key=lambda cause: -(cause.likely if cause.likely is not None else -1))
    left_out = [REASONS[name] for name in sheet.left_out]
    return _filled("pre-mortem.html", WORDS["pre_kicker"], sheet.team, findings, made_on, causes=causes, left_out=left_out)  # fmt: skip


def plan_page(sheet: Plan, findings: Sequence[LineFinding], made_on: date) -> str:
    """The plan as HTML: 90 days on a line, three columns, the gifts; see ``role_map_page``."""
    ordered = [step for steps in sheet.by_phase.values() for step in steps]
    numbers = {id(step): at for at, step in enumerate(ordered, 1)}
    ends = [sheet.start + timedelta(days=days) for days in PHASES] if sheet.start else []
    phases = [
        (days, f"{_short(first)} – {_short(last)}" if first and last else "", sheet.by_phase[days])
        for days, first, last in zip(PHASES, [sheet.start, *(day + timedelta(days=1) for day in ends[:-1])] if ends else [None] * 3, ends or [None] * 3, strict=True)
    ]  # fmt: skip
    return _filled(
        "plan.html", WORDS["plan_kicker"], sheet.team, findings, made_on,
        sheet=sheet, numbers=numbers, number=lambda step: numbers[id(step)], marks=_marks(sheet, ordered), phases=phases,
        kinds=KINDS, gifts={kind: (name, sheet.of(kind)) for kind, name in GIFTS.items()},
        decides=next((day_shown(step.day, "day", step.unread, step.hours, a_day) for step in sheet.of(EXECUTIVE)), None), meetings=sheet.of(MEETING)[:1], by_day=_short, ends=[_short(day) for day in ends],
        start=_short(sheet.start) if sheet.start else None, looked=WORDS["days_off" if holidays_known() else "week_ends"],
        executive=EXECUTIVE, gift_kinds=tuple(GIFTS), points=_points(len(ordered), 13),
    )  # fmt: skip


def _filled(template: str, kicker: T, team: str, findings: Sequence[LineFinding], made_on: date, **values: object) -> str:  # fmt: skip
    clashes = [finding for finding in findings if not finding.asks]
    return filled(PACKAGE, template, kicker=kicker, team=" ".join(team.split()), clashes=clashes, made_on=made_on.isoformat(), words=WORDS, when=_when, no_number=number_shown, no_letter=letters_shown, **values)  # fmt: skip


def _points(lines: int, fit: int) -> float:
    """The size of the print, in points, in which a page of so many lines takes one sheet; ``fit`` of them do in the largest."""
    return 9.4 if lines <= fit else 8.6 if lines <= 1.25 * fit else 8.0


def _short(day: date) -> T:
    """A day without its year: “Mon 22 March”, 「3月22日(月)」."""
    words, name = day_in_words(day), WEEKDAYS[day.weekday()]
    return T(f"{name.en[:3]} {words.en}", f"{words.ja}({name.ja[0]})")


def _when(day: date | None, name: str, unread: Mapping[str, str], hours: Mapping[str, str]) -> T | None:
    return day_shown(day, name, unread, hours, _short)


def _marks(sheet: Plan, ordered: Sequence[Step]) -> list[Mark]:
    """Where the steps stand on the line of days; those outside the plan stand on none."""
    if sheet.start is None:
        return []
    marks: list[Mark] = []
    free: list[float] = []
    for number, step in sorted(enumerate(ordered, 1), key=lambda pair: pair[1].day or date.max):
        if sheet.phase_of(step) is None or step.day is None:
            continue
        at = 100 * (step.day - sheet.start).days / PHASES[-1]
        until = 100 * ((step.until or step.day) - sheet.start).days / PHASES[-1]
        width = max(0.0, min(until, 100.0) - at)
        row = next((row for row, end in enumerate(free) if at >= end), len(free))
        free[row:row + 1] = [at + max(width, 0) + _APART]  # fmt: skip
        marks.append(Mark(number, step, at, width, row))
    return marks

"""The eight roles and the people who fill them: who, how many hours a week, and whose it is to close each gap by when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from mlcurric.subject.cells import chosen, plain
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.subject.roles import ROLES
from mlcurric.subject.sheets import Reading
from mlcurric.subject.team.as_written import day_cell
from mlcurric.subject.team.lines import Line, brought_along, freely, read_lines
from mlcurric.subject.team.people import Whom, bare, names_in, whom
from mlcurric.subject.workbooks import table_text, workbook
from mlcurric.text import T

START = Column("start", T("First day", "開始日"), T("The plan's first day.", "計画の1日目。"), ("開始",), is_day=True)
PDM = Column("pdm", T("PdM", "PdM"), T("The product manager's name.", "プロダクトマネージャーの名前。"), ("product manager", "プロダクトマネージャー"))  # fmt: skip
TEAM = Column("team", T("Team", "チーム"), T("Its name.", "チームの名前。"), ("チーム名",))
_WORDS = {
    "account": "account_manager",
    "アカウント": "account_manager",
    "designer": "ux_designer",
    "デザイナー": "ux_designer",
    "UX": "ux_designer",
    "project manager": "project_engineering_manager",
    "プロジェクトマネージャー": "project_engineering_manager",
    "PEM": "project_engineering_manager",
    "ML": "ml_engineer",
    "機械学習エンジニア": "ml_engineer",
    "MLOps": "mlops_engineer",
    "app engineer": "application_engineer",
    "アプリ": "application_engineer",
    "アプリエンジニア": "application_engineer",
    "アプリケーション": "application_engineer",
    "infra": "infrastructure_engineer",
    "インフラ": "infrastructure_engineer",
}
_HOURS = {
    **dict.fromkeys(("", "h", "hr", "hrs", "hour", "hours", "時間", "人時"), 1),
    **dict.fromkeys(("d", "day", "days", "日", "人日", "営業日"), 8),
    "%": 0.4,
}
"""A day has 8 hours, a week 40."""
TABLE = Table(
    "roles",
    T("Role map", "役割マップ"),
    (
        Column("role", T("Role", "役割"), T("One of the eight, or one of your own.", "8つの役のひとつ。独自の役も書けます。"),
               ("roles", "役", "担当領域"), 30, {name: role.name for name, role in ROLES.items()}, _WORDS),
        Column("who", T("Who", "担当者"), T("One name a line; empty where nobody does it.", "1行に1人。誰もいなければ空欄。"),
               ("name", "person", "担当", "氏名", "名前", "誰"), 16),
        Column("hours", T("Hours a week", "週の時間"), T("What they can really give.", "本当に使える時間。"),
               ("h", "hours/week", "時間", "工数", "週あたり時間", "時間/週"), 12, between=(0, 80), whole=False),
        Column("closer", T("Gap closed by", "空席を埋める人"), T("Of an empty role; left empty, the PdM.", "空いている役だけ。空欄ならPdM。"),
               ("closes", "closed by", "who closes it", "埋める人", "ギャップを埋める人"), 16),
        Column("by", T("By", "いつまでに"), T("The day by which the gap is closed.", "空席を埋める日。"),
               ("until", "due", "date", "期限", "期日", "日付"), 14, is_day=True),
        Column("how", T("How", "埋め方"), T("Borrow somebody, share it out, go without …", "借りる、分担する、なしで進める、など。"),
               ("action", "方法", "対応", "どうやって"), 36),
        Column("note", T("Note", "備考"), T("Anything else.", "そのほか。"), ("notes", "remarks", "メモ"), 28),
    ),
    (TEAM, PDM, START),
    (T("A line for each role; somebody who does three has three lines.", "1役1行。3役を兼ねる人は3行に書きます。"),
     T("A role that nobody fills stays empty: that is what the map is for.", "誰もいない役は空欄のままに。それを見つけるための表です。")),
)  # fmt: skip


@dataclass(frozen=True)
class Seat:
    """One line of the map: a role, and one who fills it or how the gap is closed.

    Attributes:
        role: of ``ROLES``, or a team's own, as it is written.
        who: as written; empty where nobody does it.
        hours: a week; ``None`` where nothing is said.
        closer: who closes the gap; empty is the PdM.
        by: until when.
        how: what is done about it.
        more: columns that people added, by their headings.
        unread: what cannot be read, as it was typed, by ``"hours"`` and ``"by"``.
        times: the hour beside the day, by ``"by"``.
    """

    role: str
    who: str = ""
    hours: float | None = None
    closer: str = ""
    by: date | None = None
    how: str = ""
    note: str = ""
    more: Mapping[str, str] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    times: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> T:
        """What the role is called."""
        return ROLES[self.role].name if self.role in ROLES else T(self.role, self.role)

    @property
    def key(self) -> str:
        """By which a finding names it."""
        return "_".join(self.role.split())

    @property
    def people(self) -> tuple[str, ...]:
        """The names in it; a department is one too."""
        return names_in(self.who)

    @property
    def is_gap(self) -> bool:
        """Whether nobody does it: no name, no hour, or a name that can do nothing."""
        idle = (Whom.NOBODY, Whom.EVERYBODY, Whom.MACHINE)
        return self.hours == 0 or all(whom(name) in idle for name in self.people)


@dataclass(frozen=True)
class Share:
    """What one person gives to one role.

    Attributes:
        hours: a week; ``None`` where nothing is said.
        shared: whether some of these hours belong to several people together, so that nobody knows whose they are.
    """

    hours: float | None
    shared: bool


@dataclass(frozen=True)
class RoleMap:
    """Who fills which role.

    Attributes:
        seats: in the order of the sheet; a role that several people share has several.
        pdm: the product manager's name, where it is known.
        team: whose map it is.
        start: the plan's first day, where it is known.
    """

    seats: tuple[Seat, ...]
    pdm: str = ""
    team: str = ""
    start: date | None = None

    def of(self, role: str) -> list[Seat]:
        """The seats of one role."""
        return [seat for seat in self.seats if seat.role == role]

    @property
    def begun(self) -> list[Seat]:
        """The lines of which somebody has written more than one of the eight roles."""
        return [
            seat
            for seat in self.seats
            if seat.role not in ROLES
            or seat.hours is not None
            or seat.by
            or any((seat.who, seat.closer, seat.how, seat.note, *seat.more.values(), *seat.unread.values()))
        ]

    @cached_property
    def gaps(self) -> list[Seat]:
        """The roles that nobody fills, the eight in their order first; one that the sheet leaves out is one too."""
        found = []
        for role in dict.fromkeys([*ROLES, *(seat.role for seat in self.seats)]):
            seats = self.of(role) or [Seat(role)]
            if all(seat.is_gap for seat in seats):
                # The line that says how it is closed, or the first.
                found.append(next((seat for seat in seats if seat.by or seat.closer or seat.how), seats[0]))
        return found

    @cached_property
    def pdm_gaps(self) -> list[Seat]:
        """The gaps that are the PdM's to close: those that nobody else has taken."""
        return [seat for seat in self.gaps if self.is_pdms(seat)]

    def is_pdms(self, gap: Seat) -> bool:
        """Whether a gap is the PdM's to close."""
        return {bare(name) for name in names_in(gap.closer)} <= self.pdm_names

    @property
    def pdm_names(self) -> set[str]:
        """How the PdM may be called, as names are compared."""
        return {"pdm", bare(self.pdm)} if self.pdm else {"pdm"}

    @cached_property
    def people(self) -> dict[str, str]:
        """Everybody on the map, by the name as it is compared; the PdM is one of them."""
        names = [name for seat in self.seats for name in seat.people if whom(name) is Whom.PERSON]
        pdm = dict.fromkeys(self.pdm_names, self.pdm or str(PDM.heading))
        found = dict(pdm)
        for name in names:
            found.setdefault(bare(name), name)
        return found

    @property
    def hours(self) -> float:
        """What all give together, a week; hours that several share count once, those of an empty role not at all."""
        return sum(seat.hours or 0 for seat in self.seats if not seat.is_gap)

    def shares_of(self) -> Iterator[tuple[str, dict[str, Share], float]]:
        """Each person with what they give to each role, and the hours that are theirs alone."""
        for name, seats in self.seats_of():
            shares: dict[str, Share] = {}
            for seat in seats:
                if not seat.is_gap:
                    before = shares.get(seat.role, Share(None, False))
                    known = [hours for hours in (before.hours, seat.hours) if hours is not None]
                    shares[seat.role] = Share(sum(known) if known else None, before.shared or len(seat.people) > 1)
            if shares:
                yield name, shares, own_hours(seats)

    def seats_of(self) -> Iterator[tuple[str, list[Seat]]]:
        """Each person with the seats in which they sit."""
        for name in dict.fromkeys(self.people.values()):
            called = {bare(name)} | (self.pdm_names if bare(name) in self.pdm_names else set())
            if seats := [seat for seat in self.seats if called & {bare(each) for each in seat.people}]:
                yield name, seats


def own_hours(seats: Iterable[Seat]) -> float:
    """The hours of some seats that one person fills alone; of shared ones nobody knows whose they are."""
    return sum(seat.hours or 0 for seat in seats if len(seat.people) == 1)


def read_role_map(path: Path, start: date | None = None) -> Reading[RoleMap]:
    """Read a role map from CSV or Excel; lines above the headings may say ``# pdm: …``, ``# team: …`` and ``# start: …``.

    Args:
        start: the first day of the plan, for days without a year.

    Raises:
        Slip: if there is no such file, it is damaged, or it has no column of roles.
    """
    lines = read_lines(path, freely(TABLE, "role", "hours"), "role", start)
    seats, above = [], ""
    for line in lines.lines:
        if role := _role(line, above):
            above = role
            words = {name: line[name] for name in ("who", "closer", "how", "note")}
            more = {name: line[name] for name in lines.more}
            seats.append(Seat(role, hours=line.amount(TABLE.column("hours"), _HOURS), by=line.day(TABLE.column("by"), lines.start), more=more, unread=line.unread, times=line.hours, **words))  # fmt: skip
    sheet = RoleMap(tuple(seats), lines.about.get("pdm", ""), lines.about.get("team", ""), lines.start)
    return Reading(sheet, lines.told())


def role_map_rows(sheet: RoleMap) -> list[dict[str, str]]:
    """The sheet's lines by the names of its columns; roles that it leaves out stand at the end, empty."""
    seats = [*sheet.seats, *(seat for seat in sheet.gaps if not sheet.of(seat.role))]
    return [
        {
            **seat.more,
            "role": seat.role,
            "who": seat.who,
            "hours": seat.unread.get("hours", "") if seat.hours is None else f"{seat.hours:g}",
            "closer": seat.closer,
            "by": day_cell(seat.by, "by", seat.unread, seat.times),
            "how": seat.how,
            "note": seat.note,
        }
        for seat in seats
    ]


def role_map_text(sheet: RoleMap) -> str:
    """The sheet as the text of its CSV file."""
    return table_text(TABLE, role_map_rows(sheet), _about(sheet), brought_along(seat.more for seat in sheet.seats))


def role_map_workbook(sheet: RoleMap) -> bytes:
    """The sheet as an Excel file in the language spoken now.

    Raises:
        Slip: if openpyxl is missing.
    """
    return workbook(TABLE, role_map_rows(sheet), _about(sheet), brought_along(seat.more for seat in sheet.seats))


def _about(sheet: RoleMap) -> dict[str, str]:
    return {"team": sheet.team, "pdm": sheet.pdm, "start": sheet.start.isoformat() if sheet.start else ""}


def _role(line: Line, above: str) -> str:
    """The role that a line is about; an empty cell below another goes on with its role."""
    typed = line["role"]
    column = TABLE.column("role")
    for form in (typed, f"{typed}エンジニア", f"{typed} engineer"):
        if found := chosen(form, column.choices, column.words):
            return found
    if plain(typed):
        return re.sub(r"\s+", " ", typed)
    if not above:
        says = T("the role is missing.", "役割がありません。")
        line.fault(says, T("The line is left out.", "この行は飛ばします。"), lost=True)
    return above

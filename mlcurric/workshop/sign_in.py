"""Who was there: the sheet at the door, and the list that it is typed into."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mlcurric.subject.cells import chosen
from mlcurric.subject.ideathon.contents import Part, counted
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.subject.product.finding import quoted
from mlcurric.subject.sheets import Fault
from mlcurric.subject.team.lines import freely
from mlcurric.subject.workbooks import read_table
from mlcurric.text import T

SIDES = {
    "business": T("business", "業務"),
    "development": T("development", "開発"),
    "research": T("research, design", "研究・デザイン"),
}
TABLE = Table(
    "sign-in",
    T("Sign-in sheet", "出席簿"),
    (
        Column("name", T("Name", "名前"), T("As in the other sheets.", "ほかのシートと同じ書き方で。"), ("who", "person", "氏名", "参加者", "出席者"), 18),
        Column("side", T("Side", "立場"), T("Business, development, or research and design.", "業務、開発、研究・デザインのどれか。"), ("group", "部門", "区分"), 16, SIDES,
               {"biz": "business", "dev": "development", "design": "research", "研究": "research", "デザイン": "research", "営業": "business", "サポート": "business"}),
        Column("role", T("What they do", "担当している仕事"), T("In a few words.", "ひと言で。"), ("job", "役割", "仕事", "職種", "担当"), 26),
        Column("note", T("Note", "備考"), T("Came later, left earlier …", "遅れて参加、途中まで、など。"), ("notes", "remarks", "メモ"), 26),
    ),
    (Column("team", T("Team", "チーム"), T("Its name.", "チームの名前。"), ("チーム名",)),),
    (T("A line for everybody who was there, as they signed.", "その場にいた人を、1人1行で。"),),
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """Somebody who was there.

    Attributes:
        side: of ``SIDES``; empty where nobody said it.
        role: what they do, in their own words.
    """

    name: str
    side: str = ""
    role: str = ""
    note: str = ""


@dataclass(frozen=True)
class SignIn:
    """Who was there, and what could not be read."""

    people: tuple[Person, ...]
    faults: tuple[Fault, ...] = ()


def read_sign_in(path: Path) -> SignIn:
    """Read the list from CSV or Excel; lines without a name are left out.

    Raises:
        Slip: if there is no such file, it is damaged, or it has no column of names.
    """
    found = read_table(path, freely(TABLE, "side"), "name")
    faults = list(found.faults)
    people = [_person(line, cells, faults) for line, cells in found.rows if cells.get("name", "").strip()]
    return SignIn(tuple(people), tuple(faults))


def _person(line: int, cells: Mapping[str, str], faults: list[Fault]) -> Person:
    """One line; a side that is none of the three, such as “ML”, says what somebody does."""
    name, typed, role, note = (cells.get(each, "").strip() for each in ("name", "side", "role", "note"))
    column = TABLE.column("side")
    side = chosen(typed, column.choices, column.words)
    if typed and not side:
        says = _AS_ROLE.format(typed=quoted(typed), side=column.heading, role=TABLE.column("role").heading)
        faults.append(Fault(line, says, _SIDE.format(side=column.heading)))
        role = role if typed in role else ", ".join(filter(None, (typed, role)))
    return Person(name, side, role, note)


def _read(path: Path, _: date | None) -> tuple[SignIn, tuple[Fault, ...]]:
    found = read_sign_in(path)
    return found, found.faults


PART = Part(
    TABLE.name,
    TABLE.title,
    ("出席者", "signin"),
    _read,
    lambda found: counted(len(found.people), "person", "people", "人"),
)
"""How the list is found beside the ideathon's files."""


_AS_ROLE = T(
    "“{typed}” under “{side}” was read as “{role}”.", "「{side}」の「{typed}」は、「{role}」として読みました。"
)
_SIDE = T(
    "To have it counted with a side, write business, development or research there.",
    "「{side}」ごとに並べたいときは、業務、開発、研究・デザインのどれかを書いてください。",
)


def spare_lines(people: int) -> int:
    """Lines for those who come unannounced: one for every four, two at least."""
    return max(2, math.ceil(people / 4))

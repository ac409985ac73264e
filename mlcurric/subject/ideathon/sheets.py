"""The sheets of an ideathon beside its board: how each is read, begun, written, checked and printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mlcurric.subject.board.model import Board
from mlcurric.subject.ideathon.example import example_method_last, example_team, example_use_cases
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.sheets import Fault
from mlcurric.subject.team.about_plan import plan90_findings
from mlcurric.subject.team.about_raci import raci_findings
from mlcurric.subject.team.about_reasons import pre_mortem_findings
from mlcurric.subject.team.about_roles import role_map_findings
from mlcurric.subject.team.pages import plan_page, pre_mortem_page, raci_page, role_map_page
from mlcurric.subject.team.plan90 import Plan, plan_text, plan_workbook, read_plan
from mlcurric.subject.team.pre_mortem import PreMortem, pre_mortem_text, pre_mortem_workbook, read_pre_mortem
from mlcurric.subject.team.raci import Raci, raci_text, raci_workbook, read_raci
from mlcurric.subject.team.role_map import RoleMap, read_role_map, role_map_text, role_map_workbook
from mlcurric.subject.usecases.carrying import with_later_sheets, with_sheets
from mlcurric.subject.usecases.catching_up import with_changed_sheets
from mlcurric.subject.usecases.contradictions import use_case_findings
from mlcurric.subject.usecases.method_findings import method_last_findings
from mlcurric.subject.usecases.method_last import MethodLastSheets
from mlcurric.subject.usecases.page import render_method_last, render_use_cases
from mlcurric.subject.usecases.usecase import UseCaseList
from mlcurric.subject.usecases.workbook import (
    method_last_text,
    method_last_workbook,
    read_method_last,
    read_use_cases,
    use_cases_text,
    use_cases_workbook,
)
from mlcurric.text import T

Read = tuple[Any, tuple[Fault, ...]]
"""What a file holds, and what of it could not be read."""


@dataclass(frozen=True)
class Carried:
    """What a sheet takes over from one that comes before it.

    Attributes:
        begin: a blank one, and what that sheet holds → one that begins with it.
        later: one that is begun, and what that sheet holds → the same with the lines that came there later, and what each of
            them says; the same and nothing where all are there.
        changed: one that is begun, and what that sheet holds → the same with what was written into that sheet since, wherever nobody
            has written anything else, and what each of these lines lacked; the same and nothing where it lacks nothing.
    """

    begin: Callable[[Any, Any], Any]
    later: Callable[[Any, Any], tuple[Any, Sequence[T]]] = lambda data, found: (data, ())
    changed: Callable[[Any, Any], tuple[Any, Sequence[T]]] = lambda data, found: (data, ())


@dataclass(frozen=True)
class TeamSheet:
    """One sheet. Its data are the same whether the file is CSV or Excel.

    Attributes:
        name: of its file, without the ending.
        read: from a file; the date is the plan's first day, which “+30” and “2/18” are counted from. Raises ``Slip``.
        begin: a sheet to fill in, of a team (its name), from a first day on.
        example: the worked example, in the language spoken.
        text: as CSV.
        workbook: as an Excel file. Raises ``Slip`` where openpyxl is missing.
        findings: what does not fit, with its way out.
        page: to print, with its findings and the date that it carries.
        begun: its lines of which somebody has written something, beside what a blank sheet begins with.
        carries: the name of a sheet that comes before it → what is carried over from there.
    """

    name: str
    title: T
    read: Callable[[Path, date | None], Read]
    begin: Callable[[str, date | None], Any]
    example: Callable[[], Any]
    text: Callable[[Any], str]
    workbook: Callable[[Any], bytes]
    findings: Callable[[Any, Board | None], list[LineFinding]]
    page: Callable[[Any, Sequence[LineFinding], date], str]
    begun: Callable[[Any], Sequence[Any]]
    carries: Mapping[str, Carried] = field(default_factory=dict)

    def is_blank(self, data: Any) -> bool:
        """Whether nobody has filled in anything."""
        return not self.begun(data)


def _reader(read: Callable[..., Any]) -> Callable[[Path, date | None], Read]:
    def both(path: Path, start: date | None) -> Read:
        found = read(path, start)
        return found.sheet, found.faults

    return both


_ALL = (
    TeamSheet(
        "method-last",
        T("Method last", "手段は最後シート"),
        _reader(lambda path, start: read_method_last(path)),
        lambda team, start: MethodLastSheets(team=team),
        example_method_last,
        method_last_text,
        method_last_workbook,
        method_last_findings,
        render_method_last,
        lambda found: found.sheets,
    ),
    TeamSheet(
        "use-cases",
        T("ML use-case list", "MLユースケース一覧"),
        _reader(lambda path, start: read_use_cases(path)),
        lambda team, start: UseCaseList(team=team),
        example_use_cases,
        use_cases_text,
        use_cases_workbook,
        use_case_findings,
        render_use_cases,
        lambda cases: cases.cases,
        {"method-last": Carried(with_sheets, with_later_sheets, with_changed_sheets)},
    ),
    TeamSheet(
        "role-map",
        T("Role map", "役割マップ"),
        _reader(read_role_map),
        lambda team, start: RoleMap((), team=team, start=start),
        lambda: example_team().roles,
        role_map_text,
        role_map_workbook,
        lambda sheet, board: role_map_findings(sheet),
        role_map_page,
        lambda sheet: sheet.begun,
    ),
    TeamSheet(
        "raci",
        T("RACI", "RACI(役割分担表)"),
        _reader(read_raci),
        lambda team, start: Raci((), (), team=team, start=start),
        lambda: example_team().raci,
        raci_text,
        raci_workbook,
        lambda sheet, board: raci_findings(sheet),
        raci_page,
        lambda sheet: sheet.tasks,
        {"role-map": Carried(lambda blank, found: replace(blank, people=tuple(found.people.values())))},
    ),
    TeamSheet(
        "pre-mortem",
        T("Pre-mortem", "事前検死"),
        _reader(read_pre_mortem),
        lambda team, start: PreMortem((), team=team, start=start),
        lambda: example_team().pre_mortem,
        pre_mortem_text,
        pre_mortem_workbook,
        lambda sheet, board: pre_mortem_findings(sheet),
        pre_mortem_page,
        lambda sheet: sheet.begun,
    ),
    TeamSheet(
        "plan",
        T("30/60/90-day plan", "30日・60日・90日の計画"),
        _reader(read_plan),
        lambda team, start: Plan((), start, team=team),
        lambda: example_team().plan,
        plan_text,
        plan_workbook,
        lambda sheet, board: plan90_findings(sheet),
        plan_page,
        lambda sheet: sheet.begun,
    ),
)
TEAM_SHEETS = MappingProxyType({sheet.name: sheet for sheet in _ALL})
"""The sheets by their names, in the order in which a team comes to them."""

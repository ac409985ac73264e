"""The four sheets held against each other: names that stand on one only, seats that are empty when they are needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mlcurric.subject.product.finding import LineFinding, clash, question
from mlcurric.subject.team.about_reasons import is_nothing
from mlcurric.subject.team.days import a_day
from mlcurric.subject.team.people import Whom, bare, names_in, whom
from mlcurric.subject.team.plan90 import ROLL_OUT, Plan
from mlcurric.subject.team.pre_mortem import PreMortem
from mlcurric.subject.team.raci import Raci
from mlcurric.subject.team.role_map import RoleMap
from mlcurric.text import T, listed

_FEW = 20
"""Up to so many of 100, a reason counts as hardly likely."""


def team_findings(
    roles: RoleMap | None = None,
    raci: Raci | None = None,
    pre_mortem: PreMortem | None = None,
    plan: Plan | None = None,
) -> list[LineFinding]:
    """What two of the sheets say differently; one that is not there, or that nobody has filled in, is not missed.

    ``lines`` are names of sheets.
    """
    roles, pre_mortem, plan = (sheet if sheet and sheet.begun else None for sheet in (roles, pre_mortem, plan))
    found: list[LineFinding] = []
    if roles and raci:
        does = [who for who in raci.people if any({"A", "R"} & task.marks.get(who, frozenset()) for task in raci.tasks)]
        found += _unknown(roles, plan, "raci", does, T("the RACI table", "RACI"))
    if roles and plan:
        owners = [name for step in plan.steps for name in names_in(step.owner)]
        found += [*_unknown(roles, plan, "plan", owners, T("the plan", "計画")), *_empty_seats(roles, plan)]
    if roles and pre_mortem:
        found += _specialists(roles, pre_mortem)
    return found


def _unknown(roles: RoleMap, plan: Plan | None, sheet: str, names: Iterable[str], where: T) -> Iterator[LineFinding]:
    """People who do something and stand on no role map; the sponsor need not."""
    known = {*roles.people, *(bare(name) for name in names_in(plan.sponsor if plan else ""))}
    # A department is another finding.
    unknown = {bare(name): name for name in names if whom(name) is Whom.PERSON and bare(name) not in known}
    if unknown:
        yield question(
            f"not_on_map_{sheet}", f"{sheet} roles",
            T("{names}: named in {where}, but not on the role map.", "{where}に出てくる{names}が、役割マップにいません。"),
            T("Add a line with their hours (a role of your own will do), or spell the name alike.", "時間を添えて1行足すか(独自の役でもかまいません)、名前の書き方をそろえましょう。"),
            names=listed(T(name, name) for name in unknown.values()), where=where,
        )  # fmt: skip


def _empty_seats(roles: RoleMap, plan: Plan) -> Iterator[LineFinding]:
    begins = min((step.day for step in plan.of(ROLL_OUT) if step.day), default=None)
    for gap in roles.gaps:
        if gap.by and plan.ends and gap.by > plan.ends:
            yield clash(
                "gap_after_plan",
                "roles plan",
                T(
                    "{role}: the gap is closed on {by}, after the plan has ended ({ends}).",
                    "{role}の空席が埋まるのは{by}です。計画は{ends}に終わっています。",
                ),
                T("Who does it until then?", "それまで誰がやりますか。"),
                role=gap.title,
                by=a_day(gap.by),
                ends=a_day(plan.ends),
            )
        elif gap.by and begins and gap.by > begins:
            yield question(
                "gap_at_roll_out", "roles plan",
                T("{role}: empty until {by}; the roll-out begins on {day}.", "{role}は{by}まで空席ですが、展開は{day}に始まります。"),
                T("Can it begin without? If so, who stands in?", "いなくても始められますか。その間、誰が代わりますか。"), role=gap.title, by=a_day(gap.by), day=a_day(begins),
            )  # fmt: skip


def _specialists(roles: RoleMap, pre_mortem: PreMortem) -> Iterator[LineFinding]:
    for cause in pre_mortem.begun:
        if (
            cause.reason == "specialists"
            and roles.gaps
            and is_nothing(cause.speaks_for)
            and (cause.likely or 0) <= _FEW
        ):
            yield question(
                "specialists_or_gaps", "pre-mortem roles",
                T("“{title}” has nothing that speaks for it; on the role map {n} roles are empty ({roles}).", "「{title}」にはそうなりそうな証拠がありませんが、役割マップでは{n}役が空席です({roles})。"),
                T("Which of the two is right?", "どちらが正しいですか。"),
                title=cause.title, n=len(roles.gaps), roles=listed(gap.title for gap in roles.gaps),
            )  # fmt: skip

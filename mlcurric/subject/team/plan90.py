"""The first 90 days: what is there by day 30, 60 and 90, the day on which management decides, and the three gifts for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from mlcurric.subject.cells import plain
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.subject.sheets import Reading
from mlcurric.subject.team.as_written import day_cell
from mlcurric.subject.team.lines import Line, brought_along, read_lines
from mlcurric.subject.team.people import names_in
from mlcurric.subject.team.role_map import START, TEAM
from mlcurric.subject.workbooks import table_text, workbook
from mlcurric.text import T

PHASES = (30, 60, 90)
"""A phase ends so many days after the first day; the first day itself is day 0."""
MILESTONE, EXECUTIVE, MEETING, POC, HOLD_OUT, ROLL_OUT = "milestone", "executive", "meeting", "poc", "hold-out", "roll-out"  # fmt: skip
GIFTS: Mapping[str, T] = MappingProxyType(
    {
        "viable": T("gift: somebody wants it (viable)", "手土産: 欲しい人がいる(viable)"),
        "usable": T("gift: it can be used (usable)", "手土産: 使えるものがある(usable)"),
        "feasible": T("gift: it can be built (feasible)", "手土産: 作れる相手がいる(feasible)"),
    }
)
"""The gifts that win an approval: a list of prospects, a working demo, a partner who develops it (source B of the curriculum)."""
KINDS: Mapping[str, T] = MappingProxyType(
    {
        MILESTONE: T("milestone", "マイルストーン"),
        EXECUTIVE: T("executive date", "経営判断の日"),
        MEETING: T("next meeting", "次の打ち合わせ"),
        **GIFTS,
        POC: T("trial (PoC)", "試行(PoC)"),
        HOLD_OUT: T("lot: who is left alone (hold-out)", "くじ: 声をかけない組を決める(非介入群)"),
        ROLL_OUT: T("roll-out", "展開"),
    }
)
_WORDS = {
    "gift viable": "viable", "手土産 viable": "viable", "欲しい人がいる": "viable", "手土産: 欲しい人がいる": "viable", "手土産(viable)": "viable", "見込み客": "viable", "買う人": "viable", "prospects": "viable",
    "gift usable": "usable", "手土産 usable": "usable", "使えるものがある": "usable", "手土産: 使えるものがある": "usable", "手土産(usable)": "usable", "デモ": "usable", "demo": "usable",
    "gift feasible": "feasible", "手土産 feasible": "feasible", "作れる相手がいる": "feasible", "手土産: 作れる相手がいる": "feasible", "手土産(feasible)": "feasible", "開発パートナー": "feasible", "development partner": "feasible",
    "executive": EXECUTIVE, "decision": EXECUTIVE, "経営判断": EXECUTIVE, "役員会": EXECUTIVE, "経営会議": EXECUTIVE, "判断": EXECUTIVE,
    "meeting": MEETING, "打ち合わせ": MEETING, "会議": MEETING, "次回": MEETING, "次の会議": MEETING, "次回の打ち合わせ": MEETING,
    "PoC(概念実証)": POC, "概念実証": POC, "trial": POC, "実証": POC, "pilot": POC, "試行": POC, "パイロット": POC, "PoC": POC,
    "hold-out": HOLD_OUT, "hold-out drawn": HOLD_OUT, "lot drawn": HOLD_OUT, "draw lots": HOLD_OUT, "くじ引き": HOLD_OUT, "非介入群を決める": HOLD_OUT, "holdout": HOLD_OUT, "hold out": HOLD_OUT, "ホールドアウト": HOLD_OUT, "非介入群": HOLD_OUT, "対照群": HOLD_OUT,
    "rollout": ROLL_OUT, "roll out": ROLL_OUT, "launch": ROLL_OUT, "本番": ROLL_OUT, "リリース": ROLL_OUT, "全社展開": ROLL_OUT, "本番展開": ROLL_OUT,
    "マイルストン": MILESTONE, "節目": MILESTONE, "タスク": MILESTONE, "作業": MILESTONE, "task": MILESTONE,
}  # fmt: skip
SPONSOR = Column(
    "sponsor", T("Sponsor", "スポンサー"), T("Who says yes when it costs something.", "費用がかかるとき、承認する人。")
)
TABLE = Table(
    "plan",
    T("90-day plan", "90日計画"),
    (
        Column("phase", T("Phase", "期"), T("30, 60 or 90; left empty, it follows from the day.", "30、60、90。空欄なら日付から決まります。"),
               ("days", "期間", "フェーズ", "30/60/90"), 8, {str(days): T(str(days), str(days)) for days in PHASES},
               {f"{days}{unit}": str(days) for days in PHASES for unit in ("日", "日目", "日まで", " days", "days", "d")}),
        Column("day", T("Day", "日付"), T("When it is done or held, or begins.", "できあがる日、開く日、または始める日。"),
               ("date", "when", "by", "due", "期日", "日", "期限", "いつ", "開始"), 13, is_day=True),
        Column("until", T("Until", "終わる日"), T("Only for what lasts, such as a trial.", "試行のように続くものだけ。"), ("ends", "end", "to", "終了", "終了日", "まで"), 13, is_day=True),
        Column("kind", T("Kind", "種類"), T("One of the list; “milestone” where nothing else fits.", "一覧から選びます。どれでもなければ「マイルストーン」。"), ("type", "種別", "区分"), 24, KINDS, _WORDS),
        Column("what", T("What", "内容"), T("What is done.", "すること。"), ("milestone", "task", "item", "マイルストーン", "作業", "項目", "やること"), 34),
        Column("output", T("What is there then", "できあがるもの"), T("What somebody could hold in their hands.", "手に取って見せられるもの。"),
               ("output", "deliverable", "result", "成果物", "アウトプット", "成果"), 30),
        Column("owner", T("Owner", "責任者"), T("One name.", "1人の名前。"), ("who", "担当", "担当者", "オーナー"), 14),
        Column("attendees", T("Attendees", "出席者"), T("Of a meeting or of the executive date.", "打ち合わせと、経営判断の日について。"), ("with", "participants", "参加者", "出席"), 24),
        Column("evidence", T("Evidence", "裏づけ"), T("Of a gift: what shows that it is one.", "手土産について、そう言える証拠。"), ("proof", "証拠", "根拠", "エビデンス"), 34),
    ),
    (TEAM, START, SPONSOR),
    (T("First the day on which management decides, then what has to be there by then, backwards.", "まず経営判断の日を決め、そこから逆算して書きます。"),
     T("The next meeting is booked before the room is left.", "次の打ち合わせは、解散する前に予約します。")),
    frozen=2,
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One line of the plan.

    Attributes:
        kind: of ``KINDS``.
        day: when it is done or held, or begins.
        until: its last day, for what lasts.
        phase: 30, 60 or 90 as it is written; ``None`` follows from the day.
        more: columns that people added, by their headings.
        unread: what cannot be read, as it was typed, by ``"day"`` and ``"until"``.
        hours: the hours beside the days, likewise.
    """

    what: str
    kind: str = MILESTONE
    day: date | None = None
    until: date | None = None
    phase: int | None = None
    output: str = ""
    owner: str = ""
    attendees: str = ""
    evidence: str = ""
    more: Mapping[str, str] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    hours: Mapping[str, str] = field(default_factory=dict)

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody whom the line names, the owner first."""
        return names_in(f"{self.owner}、{self.attendees}")


@dataclass(frozen=True)
class Plan:
    """The plan.

    Attributes:
        start: its first day; ``None`` where nobody has said it.
        sponsor: who says yes.
    """

    steps: tuple[Step, ...]
    start: date | None = None
    sponsor: str = ""
    team: str = ""

    @property
    def ends(self) -> date | None:
        """Its last day, 90 days after the first."""
        return self.start + timedelta(days=PHASES[-1]) if self.start else None

    @property
    def begun(self) -> list[Step]:
        """The steps of which somebody has written more than what kind they are."""
        return [step for step in self.steps if _is_begun(step)]

    def of(self, *kinds: str) -> list[Step]:
        """The steps of some kinds, by their days; those without a day last."""
        return sorted((step for step in self.steps if step.kind in kinds), key=lambda step: step.day or date.max)

    def number(self, step: Step) -> int:
        """The place of a step in the sheet, from 1."""
        return next(at for at, other in enumerate(self.steps, 1) if other is step)

    def phase_of(self, step: Step) -> int | None:
        """The phase in which a step lies, as it is written if it goes on then, else by its day; ``None`` outside the plan, or where a day is missing."""
        if self.start is None or step.day is None or step.day < self.start:
            return None
        until = (max(step.until or step.day, step.day) - self.start).days
        first = (step.day - self.start).days
        if step.phase and first <= step.phase and until > step.phase - PHASES[0]:
            # What lasts may stand in any phase in which it goes on.
            return step.phase
        return next((days for days in PHASES if first <= days), None)

    @cached_property
    def by_phase(self) -> dict[int, list[Step]]:
        """The steps of each phase by their days; a step without a day stands where it is written, or at the end."""
        found: dict[int, list[Step]] = {days: [] for days in PHASES}
        for step in sorted(self.steps, key=lambda step: step.day or date.max):
            found[self.phase_of(step) or step.phase or (PHASES[-1] if self._is_late(step) else PHASES[0])].append(step)
        return found

    def _is_late(self, step: Step) -> bool:
        return step.day is None or self.ends is None or step.day > self.ends


def read_plan(path: Path, start: date | None = None) -> Reading[Plan]:
    """Read a plan from CSV or Excel; lines above the headings may say ``# start: …``, ``# sponsor: …`` and ``# team: …``.

    Args:
        start: the first day, unless the file says it.

    Raises:
        Slip: if there is no such file, it is damaged, or it has no column that says what is done.
    """
    lines = read_lines(path, TABLE, "what", start)
    steps = tuple(step for line in lines.lines if (step := _step(line, lines.start, lines.more)))
    return Reading(Plan(steps, lines.start, lines.about.get("sponsor", ""), lines.about.get("team", "")), lines.told())


def _is_begun(step: Step) -> bool:
    said = (step.output, step.owner, step.attendees, step.evidence, *step.more.values(), *step.unread.values())
    named = KINDS[step.kind]
    return bool(step.day or step.until or any(said)) or plain(step.what) not in {plain(named.en), plain(named.ja)}


def plan_rows(sheet: Plan) -> list[dict[str, str]]:
    """The plan's lines by the names of its columns, in the order of the sheet."""
    return [
        {
            **step.more,
            "phase": str(step.phase or sheet.phase_of(step) or ""),
            **{name: day_cell(getattr(step, name), name, step.unread, step.hours) for name in ("day", "until")},
            **{name: getattr(step, name) for name in ("kind", "what", "output", "owner", "attendees", "evidence")},
        }
        for step in sheet.steps
    ]


def plan_text(sheet: Plan) -> str:
    """The plan as the text of its CSV file."""
    return table_text(TABLE, plan_rows(sheet), _about(sheet), brought_along(step.more for step in sheet.steps))


def plan_workbook(sheet: Plan) -> bytes:
    """The plan as an Excel file in the language spoken now.

    Raises:
        Slip: if openpyxl is missing.
    """
    return workbook(TABLE, plan_rows(sheet), _about(sheet), brought_along(step.more for step in sheet.steps))


def _step(line: Line, start: date | None, more: tuple[str, ...]) -> Step | None:
    kind = line["kind"] if line["kind"] in KINDS else MILESTONE
    what = line["what"] or (str(KINDS[kind]) if line["kind"] in KINDS else "")
    if not plain(what):
        says = T("it is not said what is done.", "内容が書いてありません。")
        line.fault(says, T("The line is left out.", "この行は飛ばします。"), lost=True)
        return None
    phase = int(line["phase"]) if line["phase"] in map(str, PHASES) else None
    texts = {name: line[name] for name in ("output", "owner", "attendees", "evidence")}
    days = {name: line.day(TABLE.column(name), start) for name in ("day", "until")}
    more_cells = {name: line[name] for name in more}
    return Step(what, kind, phase=phase, more=more_cells, unread=line.unread, hours=line.hours, **days, **texts)


def _about(sheet: Plan) -> dict[str, str]:
    start = sheet.start.isoformat() if sheet.start else ""
    return {"team": sheet.team, "start": start, "sponsor": sheet.sponsor}

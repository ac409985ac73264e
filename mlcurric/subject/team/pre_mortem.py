"""The pre-mortem: it is a year later and the project has failed. Of what? Five reasons, held against evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from mlcurric.subject.cells import chosen, plain
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.subject.sheets import Reading
from mlcurric.subject.team.as_written import day_cell
from mlcurric.subject.team.lines import Line, brought_along, freely, read_lines
from mlcurric.subject.team.role_map import START, TEAM
from mlcurric.subject.workbooks import table_text, workbook
from mlcurric.text import T


@dataclass(frozen=True)
class Reason:
    """One of the five.

    Attributes:
        name: a few words.
        heard: what is said in a room where it is at work.
        asks: the question that brings evidence.
    """

    name: T
    heard: T
    asks: T


REASONS: Mapping[str, Reason] = MappingProxyType(
    {
        "goal": Reason(
            T("The goal is unclear", "目標があいまい"),
            T("Let the AI find something first.", "まずAIに何か見つけてもらおう"),
            T("Which number, from what to what, by when?", "どの数字を、いくつからいくつに、いつまでに?"),
        ),
        "data": Reason(
            T("The data are poor", "データの質が悪い"),
            T("It's all in the CRM.", "CRMに全部入っています"),
            T("Who writes this column, and on which day?", "この列は、誰がいつ書いていますか"),
        ),
        "sponsor": Reason(
            T("There is no sponsor", "スポンサーがいない"),
            T("Everybody is in favour.", "みんな賛成です"),
            T("Who can say stop?", "やめると決められるのは誰ですか"),
        ),
        "cooperation": Reason(
            T("Teams hardly co-operate", "チームどうしの連携が弱い"),
            T("They should have known.", "知っていて当然でしょう"),
            T("Which rule of yours have we never heard of?", "こちらが知らない、そちらの決まりはありますか"),
        ),
        "specialists": Reason(
            T("There are no specialists", "専門家がいない"),
            T("First, hire a data scientist.", "まずデータサイエンティストを採ろう"),
            T("Which of the eight roles is empty?", "8つの役のうち、空いているのはどれですか"),
        ),
    }
)
"""The reasons that are named most, in that order (source B of the curriculum); what is heard and asked is our own wording."""
_OF_100 = {"": 1, "%": 1, "パーセント": 1, "割": 10, "/100": 1, "/ 100": 1}
_WORDS = {
    "unclear goal": "goal", "business goal": "goal", "目的": "goal", "目標": "goal", "ビジネスゴールが不明確": "goal", "目標が不明確": "goal",
    "data quality": "data", "poor data": "data", "データ": "data", "データ品質": "data", "データの質": "data",
    "no sponsor": "sponsor", "スポンサー": "sponsor", "スポンサー不在": "sponsor",
    "co-operation": "cooperation", "weak co-operation": "cooperation", "teams": "cooperation", "連携": "cooperation", "連携不足": "cooperation",
    "no specialists": "specialists", "専門家": "specialists", "人材不足": "specialists", "専門家不足": "specialists",
}  # fmt: skip
TABLE = Table(
    "pre-mortem",
    T("Pre-mortem", "事前検死(プレモーテム)"),
    (
        Column("reason", T("It failed because …", "失敗の理由"), T("One of the five, or one of your own.", "5つの理由のひとつ。独自の理由も書けます。"),
               ("reasons", "cause", "risk", "理由", "原因", "リスク"), 24, {name: reason.name for name, reason in REASONS.items()}, _WORDS),
        Column("speaks_for", T("Speaks for it", "そうなりそうな証拠"), T("What we have seen or heard: who, when.", "見たこと、聞いたこと。誰が、いつ。"),
               ("evidence for", "for", "evidence", "根拠", "証拠", "裏づけ", "兆候"), 34),
        Column("speaks_against", T("Speaks against it", "そうならない証拠"), T("What we have in hand against it.", "手元にある反対の材料。"),
               ("evidence against", "against", "counter evidence", "反証", "反対の証拠"), 34),
        Column("likely", T("Likely, of 100", "起こりやすさ(100のうち)"), T("In 100 projects like ours, how many would fail of it?", "同じような計画が100あったら、いくつがこれで失敗するか。"),
               ("probability", "likelihood", "%", "起こりやすさ", "確率", "可能性"), 12, between=(0, 100)),
        Column("sign", T("Early sign", "最初の兆し"), T("What we would see first.", "最初に目に見えること。"),
               ("early sign", "signal", "兆し", "早期の兆候", "サイン"), 30),
        Column("watcher", T("Who watches", "見張る人"), T("One name.", "1人の名前。"), ("who", "owner", "watches", "担当", "監視する人", "担当者"), 14),
        Column("looks_on", T("Looks next on", "次に見る日"), T("A day.", "日付。"), ("date", "when", "looked at", "確認日", "いつ"), 14, is_day=True),
        Column("action", T("What we do now", "いま打つ手"), T("Something that somebody could see done.", "やったかどうか、見てわかること。"),
               ("do", "countermeasure", "mitigation", "対策", "打ち手", "対応"), 34),
    ),
    (TEAM, START),
    (T("Imagine: it is a year later, and the project has failed. Each writes alone for three minutes; then the five reasons are held against evidence.",
       "想像してください。1年後、このプロジェクトは失敗しました。まず1人で3分書き、それから5つの理由を証拠と突き合わせます。"),),
)  # fmt: skip


@dataclass(frozen=True)
class Cause:
    """One line: a reason for which the project could fail.

    Attributes:
        reason: of ``REASONS``, or a team's own, as it is written.
        likely: of 100 such projects, how many fail of it; ``None`` where nothing is said.
        more: columns that people added, by their headings.
        unread: what cannot be read, as it was typed, by ``"likely"`` and ``"looks_on"``.
        hours: the hour beside the day, by ``"looks_on"``.
    """

    reason: str
    speaks_for: str = ""
    speaks_against: str = ""
    likely: float | None = None
    sign: str = ""
    watcher: str = ""
    looks_on: date | None = None
    action: str = ""
    more: Mapping[str, str] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    hours: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> T:
        """What the reason is called."""
        return REASONS[self.reason].name if self.reason in REASONS else T(self.reason, self.reason)

    @property
    def key(self) -> str:
        """By which a finding names it."""
        return "_".join(self.reason.split())


@dataclass(frozen=True)
class PreMortem:
    """The reasons, in the order of the sheet; ``start`` is the plan's first day, where it is known."""

    causes: tuple[Cause, ...]
    team: str = ""
    start: date | None = None

    @property
    def begun(self) -> list[Cause]:
        """The reasons of which somebody has said anything, and those that are a team's own."""
        return [cause for cause in self.causes if _is_begun(cause)]

    @property
    def left_out(self) -> list[str]:
        """Those of the five that the sheet does not have."""
        return [name for name in REASONS if all(cause.reason != name for cause in self.causes)]


def read_pre_mortem(path: Path, start: date | None = None) -> Reading[PreMortem]:
    """Read a pre-mortem from CSV or Excel.

    Args:
        start: the first day of the plan, for days without a year.

    Raises:
        Slip: if there is no such file, it is damaged, or it has no column of reasons.
    """
    column = TABLE.column("reason")
    lines = read_lines(path, freely(TABLE, "reason", "likely"), "reason", start)
    causes = []
    for line in lines.lines:
        if not plain(line["reason"]):
            says = T("the reason is missing.", "理由がありません。")
            line.fault(says, T("The line is left out.", "この行は飛ばします。"), lost=True)
            continue
        texts = {name: line[name] for name in ("speaks_for", "speaks_against", "sign", "watcher", "action")}
        causes.append(
            Cause(
                chosen(line["reason"], column.choices, column.words) or " ".join(line["reason"].split()),
                likely=_likely(line),
                looks_on=line.day(TABLE.column("looks_on"), lines.start),
                more={name: line[name] for name in lines.more},
                unread=line.unread,
                hours=line.hours,
                **texts,
            )
        )
    return Reading(PreMortem(tuple(causes), lines.about.get("team", ""), lines.start), lines.told())


def _is_begun(cause: Cause) -> bool:
    words = (
        cause.speaks_for,
        cause.speaks_against,
        cause.sign,
        cause.watcher,
        cause.action,
        *cause.more.values(),
        *cause.unread.values(),
    )
    return cause.reason not in REASONS or bool(cause.likely is not None or cause.looks_on or any(map(str.strip, words)))


def _likely(line: Line) -> float | None:
    """Of 100. What is written as a percentage in Excel is kept there as a part of 1."""
    of_1 = re.fullmatch(r"0?\.\d+", line["likely"])
    return line.amount(TABLE.column("likely"), {"": 100} if of_1 else _OF_100)


def pre_mortem_rows(sheet: PreMortem) -> list[dict[str, str]]:
    """The sheet's lines by the names of its columns; those of the five that it leaves out stand at the end, empty."""
    causes = [*sheet.causes, *map(Cause, sheet.left_out)]
    return [
        {
            **cause.more,
            **{name: getattr(cause, name) for name in ("reason", "speaks_for", "speaks_against", "sign", "watcher", "action")},
            "likely": cause.unread.get("likely", "") if cause.likely is None else f"{cause.likely:g}",
            "looks_on": day_cell(cause.looks_on, "looks_on", cause.unread, cause.hours),
        }
        for cause in causes
    ]  # fmt: skip


def pre_mortem_text(sheet: PreMortem) -> str:
    """The sheet as the text of its CSV file."""
    return table_text(TABLE, pre_mortem_rows(sheet), _about(sheet), brought_along(cause.more for cause in sheet.causes))


def pre_mortem_workbook(sheet: PreMortem) -> bytes:
    """The sheet as an Excel file in the language spoken now.

    Raises:
        Slip: if openpyxl is missing.
    """
    return workbook(TABLE, pre_mortem_rows(sheet), _about(sheet), brought_along(cause.more for cause in sheet.causes))


def _about(sheet: PreMortem) -> dict[str, str]:
    return {"team": sheet.team, "start": sheet.start.isoformat() if sheet.start else ""}

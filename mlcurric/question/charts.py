"""Kind C: a chart that the learner repairs by its named settings, judged by what a reader would see of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mlcurric.question.forms import shown
from mlcurric.question.plain import Opaque
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.subject.charts.artists import cut
from mlcurric.subject.charts.bars import bar_ranges, bar_values, show_bars
from mlcurric.subject.charts.describe import describe_chart
from mlcurric.subject.charts.honesty import findings
from mlcurric.subject.charts.lengths import empty_axis
from mlcurric.subject.charts.schema import is_description
from mlcurric.text import LANGUAGES, T, speaking

HONEST = {"starts_at": 0, "order": "largest", "interval": True}
"""The settings of ``show_bars`` that mislead nobody."""
SETTINGS = {
    "starts_at": T("a number: where the axis begins", "数値。軸の始まり"),
    "order": T('"largest", "smallest" or "given"', '"largest"(大きい順)、"smallest"(小さい順)、"given"(表の順)'),
    "interval": T("True or False: show how uncertain each number is", "True(不確実性を示す)か False(示さない)"),
}
"""What stands beside the dots of each setting."""
_PARTS_OF_CHARTS = ("Line2D", "BarContainer", "ErrorbarContainer", "PathCollection", "Rectangle", "Text", "Legend")
# A bar may be drawn from a rounded number, or as a share of 1 in place of per 100.
_ROUNDED = 0.01
_OTHER_LEVEL = 3
"""So many times as wide or as narrow a range may be: a standard error is half as wide as a 95% range, and a 99.9% range is two thirds wider."""
_NOTHING_TOLD = ("altered", "covered")
"""Findings after which nobody knows whether the chart is any good."""


@dataclass(frozen=True)
class Chart:
    """A chart that ``show_bars`` draws; the learner types its settings.

    Attributes:
        table: the name by which a cell above the answer holds the values.
        values: computes these values, in the language spoken now.
        settings: what the learner types, each with the comment beside it.
        given: what stands in the call already, such as ``label``.
    """

    table: str
    values: Callable[[], Mapping[str, Any]]
    settings: Mapping[str, T] = field(default_factory=lambda: SETTINGS)
    given: Mapping[str, T] = field(default_factory=dict)

    def untouched(self, value: Any) -> bool:
        return value is ...

    def template(self) -> str:
        width = max(map(len, (*self.settings, *self.given)))
        lines = [f"    {name:<{width}} = ... ,  # {comment}" for name, comment in self.settings.items()]
        lines += [
            f"    {name:<{width}} = {json.dumps(str(text), ensure_ascii=False)} ," for name, text in self.given.items()
        ]
        return "\n".join([f"{show_bars.__name__}(", f"    {self.table},", *lines, ")"])

    def note(self) -> T:
        return T("put a value in place of each “...”", "「...」をひとつずつ値に置きかえる")

    def read(self, value: Any) -> dict[str, Any] | Verdict:
        if isinstance(value, list) and value and all(item == value[0] for item in value):
            # "figure, ax = plt.subplots()" in one variable is one chart twice; plt.plot() returns a list of one line.
            value = value[0]
        if is_description(value):
            return value
        return failed(
            _about(value),
            T(
                "A chart is expected: what {draws}(…) returns.",
                "必要なのは、{draws}(…) が返すグラフです。",
            ).format(draws=show_bars.__name__),
            T(
                "Undo (Ctrl+Z) until the cell looks as it did, then change what is right of each “=”.",
                "取り消し(Ctrl+Z)でセルを元に戻し、各「=」の右だけを書きかえてください。",
            ),
        )

    def above(self) -> dict[str, Any]:
        """The names that the cells above the answer have made."""
        return {show_bars.__name__: show_bars, self.table: self.values()}

    def described(self, values: Mapping[str, Any] | None = None, **settings: Any) -> dict[str, Any]:
        """The chart with these settings, and honest ones for the rest, as a described chart."""
        import matplotlib.pyplot as plt

        ax = show_bars(values or self.values(), **{**HONEST, **settings}, **self.given)
        try:
            return describe_chart(ax)
        finally:
            plt.close(ax.figure)


@dataclass(frozen=True)
class Slip:
    """A way in which the repaired chart still misleads.

    Attributes:
        settings: those that show it; the rest are honest.
        says: the diagnosis, after the sentence on what a reader would believe.
    """

    settings: Mapping[str, Any]
    says: T


def chart_question(
    *,
    name: str,
    title: T,
    points: int,
    form: Chart,
    slips: Mapping[str, Slip],
    right: T,
    hints: tuple[T, ...],
    why: T,
    interval: bool = True,
    data: str = "",
) -> Question:
    """A chart to be made honest; the first finding decides, and each slip that is avoided earns its share.

    Args:
        slips: by the id of a finding (see ``honesty.findings``).
        right: what is said to an honest chart.
        interval: whether the chart has to show how uncertain its numbers are.
        data: one of ``question.DATA``.
    """
    other_data = Misconception(
        "other_data",
        lambda: form.described(dict(list(form.values().items())[:-1])),
        T(
            "These bars are not those of {table}: each row of it, with its own name and number, is one bar.",
            "{table} の棒になっていません。表の1行が棒1本で、名前も数字も表のとおりです。",
        ).format(table=form.table),
    )

    far_below = Misconception(
        "empty_axis",
        lambda: form.described(starts_at=-2 * max(bar_values(form.values()).values())),
        T(
            "The axis starts far below 0, where there is nothing.",
            "軸が0よりずっと下の、何もないところから始まっています。",
        ),
    )

    def check(chart: dict[str, Any]) -> Verdict:
        if not _shows(chart, form):
            return failed(other_data.says, misconception=other_data.id)
        found = findings(chart, interval=interval)
        if not found:
            if wide := _about_ranges(chart, form) if interval else None:
                return failed(*wide, share=1 - 1 / (len(slips) + 1), misconception="no_interval")
            empty = empty_axis(chart)
            if empty is None:
                return passed(right)
            return failed(empty.says, empty.mend, share=1 - 1 / (len(slips) + 1), misconception=empty.id)
        first, ids = found[0], {finding.id for finding in found}
        if first.id in _NOTHING_TOLD:
            return failed(first.says, first.mend, misconception=first.id)
        return failed(
            first.says,
            slips[first.id].says if first.id in slips else first.mend,
            share=1 - len(ids) / len(ids | slips.keys()),
            misconception=first.id,
        )

    wrong = tuple(
        Misconception(id, lambda slip=slip: form.described(**slip.settings), slip.says) for id, slip in slips.items()
    )
    return Question(name, "C", form, points, title, check, hints, (*wrong, far_below, other_data), why, data=data)


def _shows(chart: dict[str, Any], form: Chart) -> bool:
    """Whether the bars are those of the table, in whichever language it was drawn."""
    bars = _bars(chart)
    drawn = {bar["label"]: bar["base"] + bar["length"] for bar in bars}
    if len(drawn) != len(bars):
        return False
    for lang in LANGUAGES:
        with speaking(lang):
            wanted = {cut(label): value for label, value in bar_values(form.values()).items()}
        room = _ROUNDED * max(map(abs, wanted.values()))
        if drawn.keys() == wanted.keys() and any(
            all(abs(times * drawn[label] - value) <= room for label, value in wanted.items()) for times in (1, 100)
        ):
            return True
    return False


def _bars(chart: dict[str, Any]) -> list[dict[str, Any]]:
    """All bars; seen from a second axis, they are those of its twin."""
    return [bar for layer in (chart, chart["twin"]) if layer for bar in layer["bars"]]


def _about_ranges(chart: dict[str, Any], form: Chart) -> tuple[T, ...] | None:
    """What is said of a range that is far from what the table's counts tell, such as one in shares on an axis of hundreds."""
    for lang in LANGUAGES:
        with speaking(lang):
            lengths, ranges = (
                {cut(label): each for label, each in of(form.values()).items()} for of in (bar_values, bar_ranges)
            )
        for bar in _bars(chart):
            if bar["label"] not in ranges or bar["low"] is None or not bar["length"]:
                continue
            low, high = ranges[bar["label"]]
            if low == high:
                # A number that was not counted has no range of its own.
                continue
            drawn = (bar["high"] - bar["low"]) * lengths[bar["label"]] / bar["length"]
            if not (high - low) / _OTHER_LEVEL <= drawn <= (high - low) * _OTHER_LEVEL:
                return (
                    T(
                        "The range drawn at “{label}” is {drawn} wide; what its customers tell is about {wide} wide.",
                        "「{label}」に引かれた幅は{drawn}です。この人数からわかることの幅は、およそ{wide}あります。",
                    ).format(label=bar["label"], drawn=f"{drawn:.2g}", wide=f"{high - low:.2g}"),
                    T("Draw it in the unit of the bars.", "棒と同じ単位で、幅を引きましょう。"),
                )
    return None


def _about(value: Any) -> T:
    """What was handed in where a chart belongs."""
    # "plt.subplot_mosaic" keeps them by name.
    several = list(value.values()) if isinstance(value, dict) else value
    if isinstance(several, list) and several and all(map(is_description, several)):
        return T("There are {n} charts.", "グラフが{n}個あります。").format(n=len(several))
    if value is None:
        return T(
            "The answer is None: plt.show() and print() hand nothing back.",
            "答えが None です。plt.show() や print() は、何も返しません。",
        )
    if not isinstance(value, Opaque):
        return T("The answer is {value}, which is no chart.", "{value} が入っています。グラフではありません。").format(
            value=shown(value)
        )
    if value.type_name in _PARTS_OF_CHARTS:
        return T("You have a part of a chart ({kind}).", "グラフの一部分({kind})が入っています。").format(
            kind=value.type_name
        )
    if value.type_name == "Axes":
        return T(
            "The chart was taken out of its figure (remove), so that nobody sees it.",
            "グラフが図から取り除かれています(remove)。誰にも見えません。",
        )
    if value.type_name == "Figure":
        return T("The figure has no chart in it.", "図の中にグラフがありません。")
    if value.type_name == "function":
        return T(
            "You have the function itself: the brackets with the settings are missing.",
            "関数そのものが入っています。設定を書いた括弧が抜けています。",
        )
    return T(
        "What is there is of type {kind}, no chart.", "{kind} 型の値が入っています。グラフではありません。"
    ).format(kind=value.type_name)

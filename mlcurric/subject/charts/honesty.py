"""What a reader of a chart would believe wrongly, told from its description alone."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from mlcurric.subject.charts.finding import Finding, has_data, value_axis
from mlcurric.subject.charts.labels import unlabelled
from mlcurric.subject.charts.lengths import cut_top, end_of, inverted, not_from_zero
from mlcurric.subject.charts.orders import in_order
from mlcurric.subject.charts.ticks import wrong_ticks
from mlcurric.text import T

_CLAIMS_INTERVAL = re.compile(
    r"\b(?:confidence|credible|prediction|uncertainty) (?:intervals?|bands?|limits?)\b|\bCIs?\b|\berror bars?\b|\bmargins? of error\b"
    r"|\bstandard errors?\b|信頼区間|信用区間|予測区間|標準誤差|誤差|エラーバー",
    re.IGNORECASE,
)


def findings(description: dict[str, Any], *, interval: bool = False, ordered: bool = False) -> tuple[Finding, ...]:
    """What a reader of a chart would believe wrongly, the gravest first; nothing for an honest chart.

    A line or a point may start anywhere: only bars, whose length is the message, have to begin at zero. What counts as a
    unit, and as an order, is written at ``units.has_unit`` and ``orders.in_order``.

    Args:
        description: a chart as ``describe.describe_chart`` gives it.
        interval: the chart claims to show how uncertain its numbers are. Without it this is asked only where the words
            on the chart claim it (“95% CI”, 「信頼区間」).
        ordered: the categories are in an order of their own that their names do not show.

    Returns:
        At most one finding of each id: ``altered``, ``covered``, ``wrong_ticks``, ``pie``, ``three_d``, ``round_bars``, ``two_axes``, ``inverted``, ``cut_axis``,
        ``log_axis``, ``cut_top``, ``unsorted``, ``no_interval``, ``colour_only``, ``missing_label``, ``no_unit``.
    """
    layers = [description, *([description["twin"]] if description["twin"] else [])]
    if any(layer["altered"] for layer in layers):
        return (_ALTERED,)
    if len(description["wedges"]) > 1:
        return (_PIE,)
    if description["projection"] == "3d":
        return (_THREE_D,) if description["solids"] else ()
    if any(layer["projection"] == "polar" and _has_bars(layer) for layer in layers):
        return (_ROUND_BARS,)
    if description["projection"] != "rectilinear":
        return ()
    found: list[Finding] = [_COVERED] if any(layer["covered"] for layer in layers) else []
    found += _two_axes(description)
    for check in (wrong_ticks, inverted, not_from_zero, cut_top):
        found += [finding for layer in layers for finding in check(layer)]
    if not ordered:
        found += [finding for layer in layers for finding in _unsorted(layer)]
    found += _no_interval(layers, claimed=interval)
    found += _colour_only(layers)
    found += [finding for layer in layers for finding in unlabelled(layer, description["title"])]
    return tuple({finding.id: finding for finding in reversed(found)}[id] for id in dict.fromkeys(f.id for f in found))


_ALTERED = Finding(
    "altered",
    T(
        "The chart answers by code of its own, so that what it shows cannot be told.",
        "グラフの中身がコードで書きかえられているため、何が描かれているかを確かめられません。",
    ),
    T("Draw it with matplotlib as it is.", "matplotlib をそのまま使って描きましょう。"),
)
_COVERED = Finding(
    "covered",
    T(
        "Something is drawn over the bars, so that they cannot be read.",
        "棒の上に何かが重ねて描かれていて、棒を読み取れません。",
    ),
    T("Take it away, or draw it behind the bars.", "取り除くか、棒の後ろに描きましょう。"),
)
_PIE = Finding(
    "pie",
    T(
        "The eye compares lengths well and angles badly: slices that differ by a few points look alike.",
        "目は長さを比べるのは得意でも、角度は苦手です。数ポイントの差しかない扇形は、どれも同じ大きさに見えます。",
    ),
    T("Draw bars from 0, the longest first.", "0から始まる棒を、長い順に並べましょう。"),
)
_THREE_D = Finding(
    "three_d",
    T(
        "In a picture with depth whatever stands in front looks larger than it is.",
        "奥行きのある絵では、手前にあるものが実際より大きく見えます。",
    ),
    T("Draw it flat.", "平面のグラフにしましょう。"),
)

_ROUND_BARS = Finding(
    "round_bars",
    T(
        "Bars on a circle mislead about size: one that reaches twice as far covers four times the area, and one that runs "
        "round is longer the further out it lies.",
        "円に並べた棒は、大きさを誤解させます。中心から2倍伸びれば面積は4倍になり、円に沿う棒は、同じ値でも外側ほど長くなります。",
    ),
    T("Draw straight bars from 0.", "0から始まる、まっすぐな棒にしましょう。"),
)


def _has_bars(chart: dict[str, Any]) -> bool:
    return sum(bar["length"] != 0 for bar in chart["bars"]) > 1


def _two_axes(chart: dict[str, Any]) -> Iterator[Finding]:
    twin = chart["twin"]
    if not twin or not has_data(chart) or not has_data(twin):
        return
    for name in ("x", "y"):
        one, other = chart[name], twin[name]
        same_range = (one["low"], one["high"], one["scale"]) == (other["low"], other["high"], other["scale"])
        if not same_range or (one["label"] and other["label"] and one["label"] != other["label"]):
            yield Finding(
                "two_axes",
                T(
                    "Two scales share one picture: where the two cross, and how alike they run, was chosen by whoever set the scales, and reads as a fact.",
                    "ひとつの図に2つの目盛りがあります。どこで交わるか、どれだけ似て動くかは、目盛りの選び方しだいなのに、事実のように読まれます。",
                ),
                T(
                    "Draw two panels, one above the other, each with an axis of its own.",
                    "図を上下2つに分け、それぞれに軸をつけましょう。",
                ),
            )
            return


def _unsorted(chart: dict[str, Any]) -> Iterator[Finding]:
    horizontal = value_axis(chart) == "x"
    bars = sorted(
        (bar for bar in chart["bars"] if bar["horizontal"] == horizontal and math.isfinite(bar["length"])),
        key=lambda bar: bar["at"],
    )
    if chart["y" if horizontal else "x"]["holds"] != "categories" or chart["left_out"]:
        return
    if len({bar["base"] for bar in bars}) > 1 and len({bar["series"] for bar in bars}) == 1:
        # Bars on feet of their own, as in a schedule or a waterfall: their order is that of the story.
        return
    rows = [[bar for bar in bars if bar["series"] == series] for series in sorted({bar["series"] for bar in bars})]
    if not rows or len({len(row) for row in rows}) > 1:
        return
    if not in_order(
        [bar["label"] for bar in rows[0]],
        [[end_of(bar) if len(rows) == 1 else bar["length"] for bar in row] for row in rows],
    ):
        yield Finding(
            "unsorted",
            T(
                "The bars stand in no order: the first reads as the most important, and the largest has to be hunted for.",
                "棒の並びに決まりがありません。最初の棒がいちばん大事に見え、最大の棒は探さないと見つかりません。",
            ),
            T(
                "Sort by value; only months, sizes and the like keep an order of their own.",
                "値の順に並べましょう。月やサイズのように、もともと順序のあるものだけは別です。",
            ),
        )


def _no_interval(layers: list[dict[str, Any]], claimed: bool) -> Iterator[Finding]:
    words = " ".join(
        text
        for layer in layers
        for text in (
            *(layer["title"], layer["x"]["label"], layer["y"]["label"]),
            *layer["texts"],
            *(entry["label"] for entry in layer["legend"]),
        )
    )
    if not claimed and not _CLAIMS_INTERVAL.search(words):
        return
    bars = [bar for layer in layers for bar in layer["bars"]]
    shown = (
        all(bar["low"] is not None for bar in bars)
        if bars
        else any(layer["error_bars"] or layer["areas"] for layer in layers)
    )
    if not shown and any(map(has_data, layers)):
        yield Finding(
            "no_interval",
            T(
                "Nothing shows how uncertain the numbers are: a difference that luck made reads as a real one.",
                "数字の不確実性が示されていません。偶然の差が、本物の差のように読まれます。",
            ),
            T("Add an interval to each, and say which.", "ひとつひとつに区間をつけ、何の区間かを書きましょう。"),
        )


def _colour_only(layers: list[dict[str, Any]]) -> Iterator[Finding]:
    """Two entries of a legend that differ in nothing but colour, and whose names stand nowhere else."""
    written = {
        _folded(text)
        for layer in layers
        for text in (
            *layer["texts"],
            *layer["x"]["ticks"],
            *layer["y"]["ticks"],
        )
    }
    entries = {entry["label"]: entry for layer in layers for entry in layer["legend"]}.values()
    unnamed = [entry for entry in entries if not _stands_in(_folded(entry["label"]), written)]
    for one, other in combinations(unnamed, 2):
        if one["sign"] == other["sign"] and one["colour"] != other["colour"]:
            yield Finding(
                "colour_only",
                T(
                    "“{one}” and “{other}” differ in colour alone: in a grey print, or to eyes that do not see these colours apart, they are one.",
                    "「{one}」と「{other}」の違いは色だけです。白黒の印刷や、色の違いが見えにくい人の目には、同じものに見えます。",
                ).format(one=one["label"], other=other["label"]),
                T(
                    "Write the names beside them, or give them different markers, dashes or hatching.",
                    "名前をすぐ横に書くか、マーカー・線種・模様を変えましょう。",
                ),
            )
            return


def _stands_in(name: str, texts: set[str]) -> bool:
    # A name of one or two letters is part of many a word.
    return name in texts or (len(name) > 2 and any(name in text for text in texts))


def _folded(text: str) -> str:
    return " ".join(text.lower().split())

"""Bars whose length does not tell their number, and axes that run backwards."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import Any

from mlcurric.subject.charts.finding import Finding, value_axis
from mlcurric.subject.digits import in_digits
from mlcurric.text import T, run_on

# Here the small number is the good one, or lies above: down is up for a reason that the label says.
_GROWS_DOWNWARDS = re.compile(
    r"\brank|\bdepth\b|\bplace\b|\bposition\b|magnitude|順位|ランキング|深さ|水深|深度|等級", re.IGNORECASE
)

_ROOM = 0.1
"""So much of an axis may lie below zero for the looks."""
_LEAST = 0.25
"""So much of the way from zero to its end the longest bar has to take up."""


def inverted(chart: dict[str, Any]) -> Iterator[Finding]:
    axis = chart[value_axis(chart)]
    if axis["inverted"] and (chart["bars"] or chart["lines"]) and not _GROWS_DOWNWARDS.search(axis["label"]):
        yield Finding(
            "inverted",
            T(
                "The value axis runs backwards: what grows looks as if it shrank.",
                "値の軸が逆向きです。増えたものが、減ったように見えます。",
            ),
            T(
                "Turn the axis round, so that more is up or to the right.",
                "大きい値が上または右に来るよう、軸の向きを戻しましょう。",
            ),
        )


def not_from_zero(chart: dict[str, Any]) -> Iterator[Finding]:
    """Bars that do not begin at zero, or cannot because the axis is logarithmic.

    An axis that reaches below zero with no bar there is no finding: the bars still begin at zero, and each is as long as
    its number says. The room is wasted, but nobody believes anything wrongly.
    """
    axis, bars = chart[value_axis(chart)], measuring(chart)
    if not bars:
        return
    if axis["scale"] != "linear":
        yield Finding(
            "log_axis",
            T(
                "The axis is logarithmic: a bar twice as long stands for many times as much, and its length depends on where the axis begins.",
                "軸が対数目盛りです。棒の長さが2倍でも値は何倍も違い、軸の始まりしだいで長さそのものが変わります。",
            ),
            T(
                "Let the axis be linear and begin at 0, or draw points.",
                "0から始まるふつうの目盛りにするか、棒をやめて点で示しましょう。",
            ),
        )
        return
    start = min(max(0.0, axis["low"]), axis["high"])
    # The bars' own foot, where that is drawn above zero.
    feet = {bar["base"] for bar in bars if bar["base"]}
    if abs(start) <= 1e-9 * (axis["high"] - axis["low"]) and not feet:
        return
    start = start or feet.pop()
    says = T("The axis begins at {start}, not at 0:", "軸が0ではなく{start}から始まっています。").format(
        start=in_digits(start)
    )
    yield Finding(
        "cut_axis",
        run_on([says, _looks(bars, start)]),
        T(
            "Let the axis begin at 0: a bar speaks by its length.",
            "軸を0から始めましょう。棒は、長さで語るものだからです。",
        ),
    )


def empty_axis(chart: dict[str, Any]) -> Finding | None:
    """An axis that reaches so far below zero, or past the longest bar, that the bars have too little of the picture.

    It is none of ``findings``, because nobody believes anything wrongly; but whoever is asked for a good chart is told.
    """
    axis, bars = chart[value_axis(chart)], measuring(chart)
    if not bars or axis["scale"] != "linear" or min(map(end_of, bars)) < 0:
        return None
    longest = max(map(end_of, bars))
    if longest < _LEAST * axis["high"]:
        return Finding(
            "empty_axis",
            T(
                "The axis runs to {end}, and the longest bar ends at {longest}: so short, the bars look alike.",
                "軸が{end}まであるのに、いちばん長い棒は{longest}までです。これほど短いと、どの棒も同じに見えます。",
            ).format(end=in_digits(axis["high"]), longest=in_digits(longest)),
            T("Let the axis end just past the longest bar.", "軸は、いちばん長い棒の少し先で終わらせましょう。"),
        )
    if axis["low"] >= 0:
        return None
    empty = -axis["low"] / (axis["high"] - axis["low"])
    if empty < _ROOM:
        return None
    part = (
        T("more than half the chart", "半分以上")
        if empty > 0.6
        else T("half the chart", "半分")
        if empty > 0.4
        else T("a part of the chart", "一部")
    )
    return Finding(
        "empty_axis",
        T("The axis starts at {start} and {part} is empty.", "軸が{start}から始まり、{part}が空いています。").format(
            start=in_digits(axis["low"]), part=part
        ),
        T("Start at 0.", "0から始めましょう。"),
    )


def _looks(bars: list[dict[str, Any]], start: float) -> T:
    """What the longest and the shortest bar seem to say where the axis begins at ``start``."""
    by_size = sorted(bars, key=_end_size)
    short, long = end_of(by_size[0]), end_of(by_size[-1])
    left = [end - start if (end - start) * start > 0 else 0.0 for end in (short, long)]
    if not left[0]:
        return T(
            "the shortest bar is gone, though it stands for {value}.",
            "いちばん短い棒は見えませんが、実際の値は{value}です。",
        ).format(value=in_digits(short))
    if short == long:
        return T(
            "a bar that stands for {value} is no longer than {left}.",
            "値は{value}なのに、棒の長さは{left}しかありません。",
        ).format(value=in_digits(long), left=in_digits(abs(left[1])))
    seen, true = in_digits(left[1] / left[0]), in_digits(long / short)
    if seen == true:
        # So little is cut off that rounding swallows it, and nobody should read “1.2 times, not 1.2 times”.
        return T(
            "no bar is as long as its number says.",
            "棒の長さが、どれも値と合っていません。",
        )
    return T(
        "the longest bar looks {seen} times as long as the shortest, and its number is {true} times as large.",
        "いちばん長い棒は短い棒の{seen}倍に見えますが、値では{true}倍です。",
    ).format(seen=seen, true=true)


def cut_top(chart: dict[str, Any]) -> Iterator[Finding]:
    axis = chart[value_axis(chart)]
    edge = 1e-9 * (axis["high"] - axis["low"])
    for bar in sorted(measuring(chart), key=_end_size, reverse=True):
        end = end_of(bar)
        if (end > axis["high"] + edge and end > 0) or (end < axis["low"] - edge and end < 0):
            yield Finding(
                "cut_top",
                T(
                    "A bar is cut off by the edge of the picture: it reads as {seen} and stands for {true}.",
                    "棒が図の端で切れています。{seen}に見えますが、実際の値は{true}です。",
                ).format(seen=in_digits(axis["high"] if end > 0 else axis["low"]), true=in_digits(end)),
                T("Let the axis reach past the longest bar.", "いちばん長い棒が収まるところまで、軸を伸ばしましょう。"),
            )
            return


def measuring(chart: dict[str, Any]) -> list[dict[str, Any]]:
    """The bars whose length is their number: those from zero, and those that all stand on one other foot.

    Bars on feet of their own show ranges, such as the length of a project; bars to both sides of a common foot show
    differences from it.
    """
    name = value_axis(chart)
    bars = [
        bar
        for bar in chart["bars"]
        if bar["horizontal"] == (name == "x") and bar["length"] and math.isfinite(end_of(bar))
    ]
    if chart[name]["holds"] == "dates":
        return []
    from_zero = [bar for bar in bars if bar["base"] == 0]
    if from_zero:
        return _stacked(from_zero, bars)
    one_foot = len({bar["base"] for bar in bars}) == 1
    one_side = len({bar["length"] > 0 for bar in bars}) == 1
    return bars if one_foot and one_side and len(bars) > 1 else []


def _stacked(lowest: list[dict[str, Any]], bars: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The bars from zero, each made as long as the stack that stands on it."""
    bars = list(bars)
    tall = []
    for low in lowest:
        end = low["base"] + low["length"]
        for bar in sorted(bars, key=lambda bar: abs(bar["base"])):
            same_place = abs(bar["at"] - low["at"]) < max(bar["width"], low["width"]) / 2
            if same_place and bar is not low and abs(bar["base"] - end) <= 1e-9 * max(abs(end), 1):
                end = bar["base"] + bar["length"]
        tall.append({**low, "length": end - low["base"]})
    return tall


def end_of(bar: dict[str, Any]) -> float:
    return bar["base"] + bar["length"]


def _end_size(bar: dict[str, Any]) -> float:
    return abs(end_of(bar))

"""A described chart in a sentence: what is shown of it where the picture itself is not at hand."""

from __future__ import annotations

from typing import Any

from mlcurric.subject.charts.finding import has_data, value_axis
from mlcurric.subject.digits import in_digits
from mlcurric.text import T, listed

_MOST = 8


def in_words(chart: dict[str, Any]) -> T:
    """What a described chart shows: its bars as they stand, top to bottom or left to right, and its axis."""
    if not chart["bars"]:
        counts = {T("lines", "線"): len(chart["lines"]), T("clouds of points", "点の群れ"): len(chart["points"])}
        if not has_data(chart) or not any(counts.values()):
            return T("a chart without bars", "棒のないグラフ")
        drawn = [T("{name}: {n}", "{name}: {n}").format(name=name, n=n) for name, n in counts.items() if n]
        return T("a chart ({drawn})", "グラフ({drawn})").format(drawn=listed(drawn))
    name = value_axis(chart)
    axis, across = chart[name], chart["y" if name == "x" else "x"]
    # An upright axis counts from below, and people read from above.
    backwards = (name == "x") != across["inverted"]
    bars = sorted(chart["bars"], key=lambda bar: bar["at"], reverse=backwards)
    named = [
        T("{label} {end}", "{label} {end}").format(
            label=bar["label"] or "–", end=in_digits(bar["base"] + bar["length"])
        )
        for bar in bars[:_MOST]
    ]
    more = T(" and {n} more", " ほか{n}本").format(n=len(bars) - _MOST) if len(bars) > _MOST else None
    interval = (
        T("with intervals", "区間あり")
        if all(bar["low"] is not None for bar in bars)
        else T("without intervals", "区間なし")
    )
    said = T(
        "bars: {bars}; axis from {low} to {high}, {label}; {interval}",
        "棒グラフ: {bars}。軸は{low}から{high}まで、{label}。{interval}",
    )
    return said.format(
        bars=listed(named) if more is None else T("{bars}{more}", "{bars}{more}").format(bars=listed(named), more=more),
        low=in_digits(axis["low"]),
        high=in_digits(axis["high"]),
        label=T("“{label}”", "「{label}」").format(label=axis["label"]) if axis["label"] else T("no label", "軸名なし"),
        interval=interval,
    )

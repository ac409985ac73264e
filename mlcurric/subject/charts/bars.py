"""Ready-made bars whose settings a learner changes: where the axis begins, the order, and the interval."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import EllipsisType
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from mlcurric.subject.charts.settings import Counts, SettingError, read_order, read_start, read_switch, read_values
from mlcurric.subject.digits import in_digits
from mlcurric.subject.intervals import share
from mlcurric.subject.style import INK, MACHINE, MUTED
from mlcurric.text import T

PER = 100
_OF_PER = T("of {per}", "{per}人中").format(per=PER)
_LINE = T("line: 95% confidence interval", "線: 95%信頼区間")


@dataclass(frozen=True)
class _Bar:
    """One bar: its category, its value on the axis, the numbers written beside it, and its interval."""

    name: str
    value: float
    words: str
    low: float
    high: float


def show_bars(
    values: Mapping[Any, float | Counts],
    *,
    starts_at: float | EllipsisType = 0,
    order: str | EllipsisType = "largest",
    interval: bool | EllipsisType | None = False,
    label: T | str | None = None,
    unit: T | str | None = None,
    title: T | str | None = None,
) -> Axes | EllipsisType:
    """Draw one bar a category, and show the figure.

    A setting left as three dots is drawn the way charts often come: an axis that begins just below the shortest bar, the
    order of the table, no interval; one printed sentence names what is still open.

    Args:
        values: category → (hits, of how many), drawn per 100; or category → a number.
        starts_at: the number at which the axis begins; below the longest bar.
        order: ``"largest"`` or ``"smallest"`` first, or ``"given"``: as the table has them.
        interval: whether each bar gets its 95% interval (Wilson's score interval: E. B. Wilson, *JASA* 22, 1927); needs
            counts.
        label: what the values are.
        unit: what they are counted in; it stands in brackets behind the label. With counts, “of 100”.
        title: what stands above.

    Returns:
        The chart; or three dots if ``starts_at``, ``order`` and ``interval`` are all still open.

    Raises:
        SettingError: in one sentence what cannot be drawn, and in one the way out.
    """
    settings = {"starts_at": starts_at, "order": order, "interval": interval}
    still_open = [name for name, value in settings.items() if value is ...]
    bars = _read(values)
    _, ax = plt.subplots(figsize=(8.4, 0.56 * len(bars) + 1.5), layout="constrained")
    try:
        draw_bars(ax, values, **settings, label=label, unit=unit)
    except SettingError:
        plt.close(ax.figure)
        raise
    if title:
        ax.set_title(str(title))
    plt.show()
    if still_open:
        print(
            T(
                "Still three dots: {names}. Each one that you set changes the chart.",
                "「...」のままの設定: {names}。ひとつ決めるたびに、グラフが変わります。",
            ).format(names=", ".join(still_open))
        )
    return ... if len(still_open) == len(settings) else ax


def draw_bars(
    ax: Axes,
    values: Mapping[Any, float | Counts],
    *,
    starts_at: float | EllipsisType = 0,
    order: str | EllipsisType = "largest",
    interval: bool | EllipsisType | None = False,
    label: T | str | None = None,
    unit: T | str | None = None,
) -> None:
    """Draw the bars of ``show_bars`` on a chart that is there already; the arguments and errors are the same."""
    bars = _read(values)
    counted = any(bar.low < bar.high for bar in bars)
    with_interval = interval is not ... and read_switch(interval)
    if with_interval and not counted:
        raise SettingError(
            T(
                "An interval needs counts, and the table has plain numbers.",
                "区間を描くには「何人中何人」の数が必要ですが、表にはただの数値しかありません。",
            ),
            T("Write each value as (hits, of how many).", "値を (当てはまった数, 全体の数) の形で書いてください。"),
        )
    start = _just_below(bars) if starts_at is ... else read_start(starts_at)
    longest = max(max(bar.high if with_interval else bar.value for bar in bars), 0)
    if start >= longest:
        raise SettingError(
            T(
                "starts_at is {start}, and the longest bar ends at {end}: nothing would be left to see.",
                "starts_at が {start} ですが、いちばん長い棒でも {end} までです。何も見えなくなります。",
            ).format(start=in_digits(start), end=in_digits(longest)),
            T("Choose a smaller number.", "もっと小さい数にしてください。"),
        )
    way = "given" if order is ... else read_order(order)
    if way != "given":
        bars = sorted(bars, key=lambda bar: bar.value, reverse=way == "largest")
    left = min(start, *(bar.value for bar in bars)) if min(bar.value for bar in bars) < 0 else start
    ax.barh([bar.name for bar in bars], [bar.value for bar in bars], height=0.62, color=MACHINE)
    for row, bar in enumerate(bars):
        if with_interval:
            reach = [[bar.value - bar.low], [bar.high - bar.value]]
            ax.errorbar(bar.value, row, xerr=reach, fmt="none", ecolor=INK, elinewidth=1.8, capsize=5, capthick=1.8)
        end = max(bar.high if with_interval else bar.value, left, 0 if bar.value < 0 else bar.value)
        ax.annotate(
            bar.words,
            (end, row),
            (7, 0),
            textcoords="offset points",
            va="center",
            fontsize=10,
            linespacing=1.15,
            color=INK,
            annotation_clip=False,
        )
    # Room on the right for the numbers beside the bars.
    ax.set(xlim=(left, longest + 0.02 * (longest - left)), ylim=(len(bars) - 0.45, -0.55))
    _mark_start(ax, left)
    ax.set_xlabel(_axis_label(label, unit or (_OF_PER if counted else None), with_interval))
    ax.tick_params(axis="y", length=0, labelcolor=INK)
    ax.tick_params(axis="x", color=MUTED)


def bar_values(values: Mapping[Any, float | Counts]) -> dict[str, float]:
    """How long each bar is: the hits per 100, or the number itself.

    Raises:
        SettingError: as for ``show_bars``.
    """
    return {bar.name: bar.value for bar in _read(values)}


def bar_ranges(values: Mapping[Any, Counts]) -> dict[str, tuple[float, float]]:
    """From where to where the range of each bar reaches, per 100; of a number without counts it is the number itself.

    Raises:
        SettingError: as for ``show_bars``.
    """
    return {bar.name: (bar.low, bar.high) for bar in _read(values)}


def _read(values: Any) -> list[_Bar]:
    rows = read_values(values)
    counts = {name: row for name, row in rows.items() if isinstance(row, tuple)}
    if not counts:
        return [_Bar(name, value, f"{value:,.4g}", value, value) for name, value in rows.items()]
    shares = {name: PER * hits / of for name, (hits, of) in counts.items()}
    # Bars that differ by less than a few per 100 would all read alike in whole numbers.
    digits = 1 if 0 < max(shares.values()) - min(shares.values()) < 3 else 0
    bars = []
    for name, (hits, of) in counts.items():
        counted = share(hits, of)
        words = f"{shares[name]:.{digits}f}\n{hits:,}/{of:,}"
        bars.append(_Bar(name, shares[name], words, PER * counted.low, PER * counted.high))
    return bars


def _just_below(bars: list[_Bar]) -> float:
    """Where a chart that is fitted tightly around its values begins: a round number below the shortest bar."""
    values = [bar.value for bar in bars]
    low, spread = min(values), max(values) - min(values)
    if low <= 0:
        return min(low, 0.0)
    start = low - spread / 4 if 0 < spread < 4 * low else low / 2
    step = 10 ** math.floor(math.log10(start)) / 2
    return math.floor(start / step) * step


def _mark_start(ax: Axes, start: float) -> None:
    """Put a tick where the axis begins: with an axis that is cut, the most important number of all.

    Below zero that is 0, where the bars begin: it keeps its tick, and the start gets one only if there is room beside it.
    """
    ax.xaxis.set_major_locator(MaxNLocator(nbins=5, steps=[1, 2, 5, 10]))
    ticks = [tick for tick in ax.get_xticks() if start < tick <= ax.get_xlim()[1]]
    between = ticks[1] - ticks[0] if len(ticks) > 1 else 0
    apart = [tick for tick in ticks if tick - start >= 0.75 * between]
    ax.set_xticks([start, *apart] if start >= 0 or 0 in apart else sorted({0, *apart}))


def _axis_label(label: T | str | None, unit: T | str | None, with_interval: bool) -> str:
    parts = (
        T("{label} ({unit})", "{label}({unit})").format(label=label, unit=unit)
        if label and unit
        else label or unit or ""
    )
    return f"{parts}\n{_LINE}" if with_interval else str(parts)

"""Money as pictures: what a cut-off earns by plan, what a call did to each group, what each order of the list promises."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import StrMethodFormatter

from mlcurric.subject.charts.settings import SettingError
from mlcurric.subject.digits import yen_in_words
from mlcurric.subject.groups import GROUPS
from mlcurric.subject.style import INK, LEFT, MACHINE, MUTED, PALE, RULE, STAYED
from mlcurric.text import T, language

_MONEY = T("million yen", "万円")
# A Japanese reader counts in units of ten thousand.
_UNIT = {"en": 1e6, "ja": 1e4}
_LINES = (("-", MACHINE), ("--", RULE), ("-.", STAYED), (":", LEFT))


def money_in_words(yen: float) -> str:
    """An amount in the language spoken now, rounded to 10,000 yen: “−¥1,470,000”, 「−147万円」."""
    return str(yen_in_words(yen))


def cutoff_figure(plan: pd.Series, cutoff: float, capacity: int) -> Figure:
    """What calling everybody above a cut-off earns by plan.

    Args:
        plan: yen by cut-off (risk, of 100), with the calls of each in ``plan.attrs["calls"]`` (a Series of the same index).
        cutoff: the one to mark, of 100; the nearest in ``plan`` is taken.
        capacity: how many the team can call; cut-offs that ask for more are shaded.
    """
    figure, ax = plt.subplots(figsize=(9.4, 4), layout="constrained")
    amounts, calls = plan / _UNIT[language()], plan.attrs["calls"]
    chosen = plan.index[np.abs(plan.index - cutoff).argmin()]
    too_many = calls[calls > capacity].index
    if len(too_many):
        ax.axvspan(plan.index.min(), too_many.max(), color=PALE, zorder=0)
        note = T("more than {n} calls", "{n}件を超える").format(n=f"{capacity:,}")
        ax.text(plan.index.min() + 0.6, 0.03, str(note), transform=ax.get_xaxis_transform(), color=MUTED, va="bottom")
    ax.plot(amounts, color=MACHINE, lw=2.4)
    ax.axhline(0, color=MUTED, lw=1)
    ax.plot(chosen, amounts[chosen], "o", ms=11, color=LEFT, zorder=4)
    said = T("cut-off {cutoff}: {calls} calls, {money}", "しきい値{cutoff}: 電話{calls}件、{money}")
    ax.set_title(str(said.format(cutoff=chosen, calls=f"{calls[chosen]:,}", money=money_in_words(plan[chosen]))))
    ax.set_xlabel(
        str(
            T(
                "cut-off: call whoever has at least this risk (of 100)",
                "しきい値: この見込み(100人中)以上の人に電話する",
            )
        )
    )
    _money_axis(ax, T("planned profit", "計画上の利益"))
    ax.set_xlim(plan.index.min(), plan.index.max())
    return figure


def show_cutoff(plan: pd.Series, cutoff: float, capacity: int = 1_000) -> None:
    """Draw ``cutoff_figure``.

    Raises:
        SettingError: if the plan has no such cut-off.
    """
    _within(cutoff, plan.index.min(), plan.index.max(), T("The cut-off", "しきい値"))
    cutoff_figure(plan, cutoff, capacity)
    plt.show()


def show_effects(effects: pd.DataFrame) -> None:
    """Draw what a call did to each group of a pilot: left alone, and called, with 95% intervals.

    Args:
        effects: as ``effect_by_group`` gives it.
    """
    _, ax = plt.subplots(figsize=(9.4, 0.85 * len(effects) + 1.5), layout="constrained")
    marks = (
        ("alone", "o", STAYED, "none", T("left alone", "電話なし"), -0.14),
        ("called", "D", LEFT, LEFT, T("called", "電話あり"), 0.14),
    )
    for how, marker, colour, fill, label, shift in marks:
        part = effects[how]
        rows = np.arange(len(part)) + shift
        ax.hlines(rows, part["low"], part["high"], color=colour, lw=2)
        ax.scatter(
            part["left"],
            rows,
            s=90,
            marker=marker,
            facecolors=fill,
            edgecolors=colour,
            linewidths=2,
            zorder=3,
            label=str(label),
        )
        for row, left, high in zip(rows, part["left"], part["high"], strict=True):
            ax.annotate(f"{left:.0f}", (high, row), (7, 0), textcoords="offset points", va="center", color=INK)
    ax.set_yticks(range(len(effects)), [str(GROUPS.get(name, name)) for name in effects.index], color=INK)
    ax.set_ylim(len(effects) - 0.5, -0.5)
    ax.set_xlim(0, effects.xs("high", axis=1, level=1).to_numpy().max() + 4)
    ax.set_xlabel(str(T("of 100 customers, how many left (line: 95% interval)", "100人中の解約者(横線は95%信頼区間)")))
    ax.legend(loc="lower right")
    plt.show()


def list_figure(curves: Mapping[str, pd.Series], how_many: int) -> Figure:
    """What the first so many of each order can be expected to earn.

    Args:
        curves: order's name → yen by length of the list.
        how_many: the length to mark.
    """
    figure, ax = plt.subplots(figsize=(9.4, 4.4), layout="constrained")
    ax.axhline(0, color=MUTED, lw=1)
    ax.axvline(how_many, color=INK, lw=1, ls=(0, (2, 3)))
    for (name, curve), (dashes, colour) in zip(curves.items(), _LINES, strict=False):
        amounts = curve / _UNIT[language()]
        at = curve.index[np.abs(curve.index - how_many).argmin()]
        ax.plot(amounts, color=colour, lw=2.4, ls=dashes)
        ax.plot(at, amounts[at], "o", ms=8, color=colour, zorder=4)
        ax.annotate(
            f"{name}: {money_in_words(curve[at])}", (amounts.index[-1], amounts.iloc[-1]), (8, 0), textcoords="offset points",
            va="center", color=INK, annotation_clip=False,
        )  # fmt: skip
    calls = T("{n} calls", "{n}件").format(n=f"{how_many:,}")
    ax.text(how_many, 1.01, str(calls), transform=ax.get_xaxis_transform(), ha="center", va="bottom", color=INK)
    ax.set_xlabel(str(T("calls, from the top of the list", "リストの上から電話する件数")))
    ax.xaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    ax.set_xlim(0, max(curve.index.max() for curve in curves.values()))
    _money_axis(ax, T("profit, by the pilot", "利益の試算"))
    return figure


def show_lists(curves: Mapping[str, pd.Series], how_many: int) -> None:
    """Draw ``list_figure``.

    Raises:
        SettingError: if no list is as long as that.
    """
    _within(how_many, 0, max(curve.index.max() for curve in curves.values()), T("The number of calls", "電話の件数"))
    list_figure(curves, how_many)
    plt.show()


def _money_axis(ax: Axes, label: T) -> None:
    ax.set_ylabel(str(T("{label} ({unit})", "{label}({unit})").format(label=label, unit=_MONEY)))
    ax.yaxis.set_major_formatter(StrMethodFormatter("{x:,g}"))


def _within(number: float, low: int, high: int, what: T) -> None:
    if not low <= number <= high:
        raise SettingError(
            T("{what} is {number}.", "{what}が {number} になっています。").format(what=what, number=f"{number:g}"),
            T("Type a number from {low} to {high}.", "{low}〜{high} の数を入れてください。").format(
                low=low, high=f"{high:,}"
            ),
        )

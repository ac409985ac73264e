"""A plan's rehearsal as a picture: what is counted and decided in each of three worlds, and what the trial itself costs."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from mlcurric.subject.digits import as_count, in_digits, rough_yen
from mlcurric.subject.poc.rehearsal import PlanRehearsal, Runs
from mlcurric.subject.poc.words import DECISIONS, WORLDS
from mlcurric.subject.style import INK, LEFT, MACHINE, MUTED, PALE, RULE, STAYED
from mlcurric.text import T, language

_UNIT = {"en": 1e6, "ja": 1e4}
_MONEY = T("million yen", "万円")
_LOOKS = {
    "go": (MACHINE, ""),
    "early_go": (LEFT, "xx"),
    "late_go": (RULE, "///"),
    "late_stop": (PALE, "..."),
    "stop": (STAYED, ""),
}
"""Decision → its colour and its hatching."""


def plan_figure(found: PlanRehearsal) -> Figure:
    """One row a world. Left: how many fewer of the called left, run by run, and what was decided. Right: the money."""
    figure, axes = plt.subplots(
        3, 2, figsize=(9.4, 6.6), sharex="col", width_ratios=(3, 2), layout="constrained", squeeze=True
    )
    bins, amounts = _bins(found), _amounts(found)
    for (left, right), (world, runs) in zip(axes, found.worlds.items(), strict=True):
        _draw_counts(left, found, runs, bins)
        _draw_money(right, found, world, amounts)
        said = T("{world}: go in {n} of 100", "{world}: 100回中{n}回が実施")
        effect = in_digits(found.plan.smallest_effect)
        left.set_title(
            str(said.format(world=WORLDS[world].format(n=effect), n=as_count(round(100 * found.go[world])))), pad=6
        )
    unit = T("counted at the end of the first round, of 100", "1回目の終わりに数えた値(100人あたり)")
    axes[-1, 0].set_xlabel(str(unit))
    axes[-1, 1].set_xlabel(
        str(T("what the trial itself brings ({unit})", "試行そのものの損益({unit})").format(unit=_MONEY))
    )
    handles, labels = axes[0, 0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper left", ncols=4)
    return figure


def show_plan(found: PlanRehearsal) -> None:
    """Draw ``plan_figure``."""
    plan_figure(found)
    plt.show()


def _bins(found: PlanRehearsal) -> NDArray:
    """Bins of one width for all worlds, in which the thresholds are edges as nearly as a round width allows."""
    all_runs = np.concatenate([runs.first for runs in found.worlds.values()])
    ends = np.quantile(all_runs, [0.002, 0.998])
    low, high = min(ends[0], found.plan.stop_below), max(ends[1], found.plan.go_from)
    width = next(step for step in (0.5, 1, 2, 5, 10, 20, 50, 100, 200) if (high - low) / step <= 36)
    first = found.plan.go_from - width * np.ceil((found.plan.go_from - low) / width)
    return np.arange(first, high + width, width)


def _draw_counts(ax: Axes, found: PlanRehearsal, runs: Runs, bins: NDArray) -> None:
    # Nothing is decided early by most plans, and their legend need not say so.
    parts = {
        name: chosen for name, chosen in runs.decisions.items() if name != "early_go" or found.plan.decides == "peeking"
    }
    ax.hist(
        [np.clip(runs.first[chosen], bins[0], bins[-1]) for chosen in parts.values()],
        bins=bins,
        stacked=True,
        color=[_LOOKS[name][0] for name in parts],
        hatch=[_LOOKS[name][1] for name in parts],
        label=[str(DECISIONS[name]) for name in parts],
        edgecolor="white",
        linewidth=0.5,
    )
    for at, says, side in (
        (found.plan.stop_below, T("stop below {n}", "{n}未満は中止"), "right"),
        (found.plan.go_from, T("go from {n}", "{n}以上は実施"), "left"),
    ):
        ax.axvline(at, color=INK, lw=1.2, ls="--")
        if ax.get_subplotspec().is_first_row():
            shift = -4 if side == "right" else 4
            ax.annotate(
                str(says.format(n=in_digits(at))), (at, 1), (shift, -2), xycoords=ax.get_xaxis_transform(),
                textcoords="offset points", ha=side, va="top", color=INK, fontsize=9,
                bbox={"fc": "white", "ec": "none", "alpha": 0.85, "pad": 1},
            )  # fmt: skip
    ax.axvline(0, color=MUTED, lw=0.8)
    ax.set_ylim(0, ax.get_ylim()[1] * 1.15)
    ax.set_ylabel(str(T("runs", "回")))


def _amounts(found: PlanRehearsal) -> NDArray:
    everything = np.concatenate([runs.net for runs in found.worlds.values()]) / _UNIT[language()]
    low, high = np.quantile(everything, [0.002, 0.998])
    return np.linspace(min(low, 0), max(high, 0), 33)


def _draw_money(ax: Axes, found: PlanRehearsal, world: str, bins: NDArray) -> None:
    net = found.worlds[world].net / _UNIT[language()]
    inside = np.clip(net, bins[0], bins[-1])
    for chosen, colour, hatch in ((inside < 0, LEFT, "\\\\\\"), (inside >= 0, MACHINE, "")):
        ax.hist(inside[chosen], bins=bins, color=colour, hatch=hatch, edgecolor="white", linewidth=0.4)
    ax.axvline(0, color=INK, lw=1)
    paid, middle = found.typical(world, "paid")[0], found.typical(world, "net")[0]
    says = T("paid {paid}; with what is kept: {net}", "支出{paid}、差し引き{net}")
    ax.set_title(
        str(says.format(paid=rough_yen(paid), net=rough_yen(middle))),
        pad=6, fontsize=10, fontweight="normal",
    )  # fmt: skip
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)

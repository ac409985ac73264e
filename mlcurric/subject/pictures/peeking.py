"""Many experiments in which nothing happens, looked at every week: how many look significant at some time?"""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray
from scipy.stats import norm

from mlcurric.subject.experiments.looks import first_alarm
from mlcurric.subject.experiments.sizes import ALPHA
from mlcurric.subject.style import INK, LEFT, MACHINE, PALE, STAYED
from mlcurric.text import T

_DRAWN = 120
"""So many paths are drawn; more would be one grey area."""


def peeking_figure(z: NDArray, alpha: float = ALPHA) -> Figure:
    """Paths of some experiments and every first alarm; below, how many have looked significant so far.

    Args:
        z: experiments × looks, in standard errors (see ``simulate_looks``); two looks at least.
        alpha: of the test at each look, two-sided.
    """
    first = first_alarm(z, alpha)
    bound, looks = norm.ppf(1 - alpha / 2), np.arange(1, z.shape[1] + 1)
    figure, (above, below) = plt.subplots(
        2, 1, figsize=(9.4, 6.4), sharex=True, height_ratios=(3, 2), layout="constrained"
    )
    _draw_paths(above, z, first, looks, bound)
    _draw_counts(below, z, first, looks, bound)
    below.set_xticks(looks)
    below.set_xlim(0.4, looks[-1] + 0.6)
    below.set_xlabel(str(T("week of the look", "見た週")))
    title = T(
        "{n} experiments in which the call does nothing: {often} look significant on some Monday",
        "電話に効果がない実験{n}回。どこかの月曜に「有意」に見えたのは{often}回",
    )
    above.set_title(str(title.format(n=f"{len(z):,}", often=int((first > 0).sum()))), loc="left")
    return figure


def show_peeking(z: NDArray) -> None:
    """Draw ``peeking_figure``."""
    peeking_figure(z)
    plt.show()


def _draw_paths(ax: Axes, z: NDArray, first: NDArray, looks: NDArray, bound: float) -> None:
    ax.axhspan(-bound, bound, color=PALE, alpha=0.6, lw=0, zorder=0)
    for side in (-bound, bound):
        ax.axhline(side, color=INK, lw=1, ls="--")
    ax.plot(looks, z[:_DRAWN].T, color=STAYED, lw=0.5, alpha=0.6)
    alarmed = np.flatnonzero(first)
    ax.plot(first[alarmed], z[alarmed, first[alarmed] - 1], ls="", marker="D", ms=5, color=LEFT, mec="white", mew=0.5)
    if len(told := _out_and_back(z, first)):
        ax.plot(looks, z[told[0]], color=LEFT, lw=2.4)
        ax.plot(first[told[0]], z[told[0], first[told[0]] - 1], "D", ms=10, color=LEFT, mec="white")
    inside = T("inside: “no difference shown”", "帯の中:「差があるとは言えない」")
    ax.text(
        looks[-1] + 0.5, 0.12 - bound, str(inside), color=INK, ha="right", va="bottom",
        bbox={"fc": "white", "ec": "none", "alpha": 0.8, "pad": 2},
    )  # fmt: skip
    outside = T(
        "◆ first time outside: “significant!”   (thick: one of them, out and back)",
        "◆ はじめて帯の外:「有意!」  (太線: そのうちのひとつ。出て、また戻る)",
    )
    ax.text(0.01, 0.98, str(outside), color=LEFT, transform=ax.transAxes, ha="left", va="top")
    # Above the highest path there is room for what the marks mean.
    ax.set_ylim(top=np.abs(z).max() + 0.9)
    ax.set_ylabel(str(T("difference, in standard errors", "差(標準誤差の何倍か)")))
    ax.tick_params(axis="x", length=0)


def _out_and_back(z: NDArray, first: NDArray) -> NDArray:
    """Experiments with an alarm a third of the way that is gone in the end, the nearest to nothing first."""
    early = np.flatnonzero((first > 1) & (first <= z.shape[1] // 2))
    return early[np.argsort(np.abs(z[early, -1]), kind="stable")]


def _draw_counts(ax: Axes, z: NDArray, first: NDArray, looks: NDArray, bound: float) -> None:
    """So far, and on that day alone: the second is what the test promises."""
    so_far = np.array([((first > 0) & (first <= look)).sum() for look in looks])
    that_day = (np.abs(z) > bound).sum(axis=0)
    ax.bar(
        looks,
        so_far,
        width=0.72,
        color=LEFT,
        label=str(T("on this Monday or an earlier one", "その月曜までに一度でも")),
    )
    ax.bar(
        looks, that_day, width=0.36, color="white", edgecolor=MACHINE, lw=1.4, hatch="///",
        label=str(T("on this Monday alone", "その月曜だけを見て")),
    )  # fmt: skip
    for counts in (so_far, that_day):
        ax.annotate(
            str(counts[-1]), (looks[-1], counts[-1]), (0, 2), textcoords="offset points", ha="center", va="bottom",
            color=INK, bbox={"fc": "white", "ec": "none", "pad": 1},
        )  # fmt: skip
    ax.set_ylabel(str(T("look significant,\nof {n}", "「有意」に見えた数\n({n}回中)").format(n=f"{len(z):,}")))
    ax.set_ylim(0, so_far.max() * 1.18 + 1)
    ax.legend(loc="upper left")

"""The picture of somebody's own estimates: how sure they were, and how often they were right."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from mlcurric.subject.style import INK, MACHINE, MUTED, PALE
from mlcurric.subject.sureness import BANDS, by_sureness
from mlcurric.text import T

_WIDTH = 10
_BELOW, _ABOVE = -11, 111
"""Where the words stand, in percent: clear of points at 0 and at 100."""


def show_sureness(sure: list[float], right: list[bool]) -> None:
    """Draw the share that was right in each band of sureness, with its count and Wilson's 95% interval.

    Args:
        sure: percent, 50 to 99, one an estimate; at least one.
        right: whether each was right.
    """
    table = by_sureness(sure, right)
    _, ax = plt.subplots(figsize=(7.2, 4.8), layout="constrained")
    for begin in BANDS[::2]:
        ax.axvspan(begin - 0.5, begin + _WIDTH - 0.5, color=PALE, alpha=0.5, lw=0, zorder=0)
    _draw_diagonal(ax)
    ends = 100 * np.array([table["share"] - table["low"], table["high"] - table["share"]])
    ax.errorbar(
        table["sure"],
        100 * table["share"],
        # At 0 and 100 percent the last bits may put the end on the wrong side.
        yerr=ends.clip(0),
        ls="",
        marker="o",
        ms=10,
        color=MACHINE,
        mec="white",
        elinewidth=1.8,
        capsize=5,
        zorder=4,
    )
    # Half a percent aside: a point at 80 stands within its band, not on the border to the last.
    ax.set(xlim=(BANDS[0] - 1.5, BANDS[-1] + _WIDTH + 0.5), ylim=(_BELOW - 7, _ABOVE + 7), yticks=range(0, 101, 25))
    ax.set_xticks([begin + (_WIDTH - 1) / 2 for begin in BANDS], _names(table), color=INK)
    ax.yaxis.set_major_formatter(PercentFormatter(decimals=0))
    ax.tick_params(length=0)
    ax.set_xlabel(
        str(
            T(
                "how sure you were   (● share right · bar: its 95% range)",
                "自分の確信度   (● 当たった割合 ・ 縦線: 95%の幅)",
            )
        )
    )
    title = T("How often you were right: {right} of {n}", "実際に当たった割合: {n}件中{right}件")
    ax.set_title(str(title.format(right=int(table["right"].sum()), n=len(sure))))
    plt.show()


def _draw_diagonal(ax: Axes) -> None:
    """Where the points of somebody stand who is right exactly as often as sure, and what its two sides mean."""
    ax.plot((50, 99), (50, 99), ls="--", lw=1.4, color=MUTED, zorder=2)
    above = T("above the line: right more often than you thought", "線より上: 自分で思うより当たっている")
    below = T("below the line: right less often than you thought", "線より下: 自分で思うほど当たっていない")
    ax.text(50.8, _ABOVE, str(above), color=MUTED, fontsize=9.5, va="center")
    ax.text(99.2, _BELOW, str(below), color=MUTED, fontsize=9.5, va="center", ha="right")


def _names(table: pd.DataFrame) -> list[str]:
    """Each band with how many estimates it rests on."""
    counts = table.set_index("band")
    name = T("{begin}–{end}%\n{count}", "{begin}〜{end}%\n{count}")
    count = T("{right} of {n}", "{n}件中{right}件")
    return [
        str(
            name.format(
                begin=begin,
                end=begin + _WIDTH - 1,
                count=count.format(right=counts.at[begin, "right"], n=counts.at[begin, "estimates"])
                if begin in counts.index
                else "–",
            )
        )
        for begin in BANDS
    ]

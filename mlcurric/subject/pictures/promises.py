"""Promises as bars, and what then came as points: which were kept?"""

from __future__ import annotations

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.lines import Line2D

from mlcurric.subject.style import INK, LEFT, MACHINE, MUTED
from mlcurric.text import T

_RANGE = "#cbd8e1"


def show_promises(rehearsed: pd.DataFrame) -> None:
    """Draw one promise a row: its range, its middle, and what came out.

    Args:
        rehearsed: columns ``low``, ``point``, ``high`` and ``came`` (customers kept), one row a team.
    """
    _, ax = plt.subplots(figsize=(9.4, 0.24 * len(rehearsed) + 1.7), layout="constrained")
    for row, one in enumerate(rehearsed.itertuples()):
        ax.plot([one.low, one.high], [row, row], lw=8, color=_RANGE, solid_capstyle="butt", zorder=1)
        ax.plot([one.point, one.point], [row - 0.36, row + 0.36], lw=2, color=MUTED, zorder=2)
        short = one.came < one.point
        ax.plot(one.came, row, marker="D" if short else "o", ms=7, color=LEFT if short else MACHINE, zorder=3)
        if not one.low <= one.came <= one.high:
            ax.plot(one.came, row, marker="o", ms=15, mfc="none", mec=INK, mew=1.6, zorder=4)
    # A range that holds zero says that calls may drive away more than they keep: let the zero be seen.
    ax.set_xlim(left=min(0, rehearsed["low"].min() - 5))
    ax.set(ylim=(len(rehearsed) - 0.3, -0.7), yticks=range(len(rehearsed)))
    ax.set_yticklabels(range(1, len(rehearsed) + 1), fontsize=9)
    ax.set_xlabel(str(T("customers kept by one list", "1回のリストで引き止めた人数")))
    ax.set_ylabel(str(T("team", "チーム")))
    ax.tick_params(length=0)
    ax.figure.legend(handles=_legend(), loc="outside lower center", ncols=3, handletextpad=0.5, columnspacing=1.4)
    plt.show()


def _legend() -> list[Line2D]:
    def point(marker: str, colour: str, label: T) -> Line2D:
        return Line2D([], [], ls="", marker=marker, color=colour, markersize=8, label=str(label))

    def hollow(marker: str, size: int, label: T) -> Line2D:
        return Line2D([], [], ls="", marker=marker, mfc="none", mec=INK, markersize=size, label=str(label))

    return [
        Line2D([], [], lw=8, color=_RANGE, label=str(T("range promised", "約束した範囲"))),
        Line2D([], [], ls="", marker="|", mew=2, color=MUTED, markersize=12, label=str(T("its middle", "その中央"))),
        point("o", MACHINE, T("came: the middle or more", "結果: 中央以上")),
        point("D", LEFT, T("came: less than the middle", "結果: 中央に届かず")),
        hollow("o", 13, T("outside the range", "範囲の外")),
    ]

"""Customers as points on a map of months and charges, with the area in which a rule or a tree says “leaves”."""

from __future__ import annotations

from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from mlcurric.subject.style import INK, LEFT, STAYED
from mlcurric.text import T

Says = Callable[[pd.DataFrame], pd.Series]
"""From rows to a bool Series: does this one leave?"""

_SHADE = "#fbe3e4"
_MONTHS = (-2, 75)
_CHARGES = (15, 122)


def right_answers(says: Says, customers: pd.DataFrame) -> int:
    """How many of ``customers`` a rule or a tree gets right."""
    return int((np.asarray(says(customers)) == customers["churned"]).sum())


def show_map(customers: dict[str, pd.DataFrame], says: Says | None = None, shade: Says | None = None) -> None:
    """Draw groups of customers side by side.

    Args:
        customers: title → rows with ``tenure`` (months), ``monthly_charges`` (US dollars) and ``churned``.
        says: a rule or a tree; its area is shaded, its right answers are counted, the wrong ones ringed.
        shade: a rule or a tree of which only the area is shown, so that the counting is left to the reader.
    """
    figure, axes = plt.subplots(
        1, len(customers), figsize=(4.7 * len(customers) + 0.4, 4.1), sharey=True, squeeze=False, layout="constrained"
    )
    for ax, (title, rows) in zip(axes[0], customers.items(), strict=True):
        _draw(ax, rows, says, says or shade)
        if says is not None:
            title = str(
                T("{title}: {right} of {n} right", "{title}: 的中 {right}/{n}人").format(
                    title=title, right=right_answers(says, rows), n=len(rows)
                )
            )
        ax.set_title(title)
    axes[0][0].set_ylabel(str(T("monthly charge (US dollars)", "月額(ドル)")))
    figure.legend(
        handles=_legend(says, says or shade), loc="outside lower center", ncols=4, handletextpad=0.3, columnspacing=1.4
    )
    plt.show()


def _draw(ax: Axes, rows: pd.DataFrame, says: Says | None, shade: Says | None) -> None:
    if shade is not None:
        months, charges = np.meshgrid(np.linspace(*_MONTHS, 309), np.linspace(*_CHARGES, 215))
        area = shade(pd.DataFrame({"tenure": months.ravel(), "monthly_charges": charges.ravel()}))
        colours = ListedColormap(["white", _SHADE])
        ax.pcolormesh(
            months, charges, np.asarray(area, dtype=float).reshape(months.shape), cmap=colours, vmin=0, vmax=1
        )
    if says is not None:
        wrong = rows[np.asarray(says(rows)) != rows["churned"]]
        ax.scatter(
            wrong["tenure"],
            wrong["monthly_charges"],
            s=230,
            facecolors="none",
            edgecolors=INK,
            linewidths=1.6,
            zorder=3,
        )
    for churned, marker, colour, size in ((False, "o", STAYED, 70), (True, "D", LEFT, 62)):
        part = rows[rows["churned"] == churned]
        ax.scatter(
            part["tenure"], part["monthly_charges"], s=size, marker=marker, c=colour, edgecolors="white", zorder=4
        )
    ax.set(xlim=_MONTHS, ylim=_CHARGES, xticks=range(0, 73, 12), xlabel=str(T("months as a customer", "契約月数")))
    ax.tick_params(length=0)


def _legend(says: Says | None, shade: Says | None) -> list[Line2D | Patch]:
    def point(marker: str, colour: str, label: T) -> Line2D:
        return Line2D([], [], ls="", marker=marker, color=colour, markersize=8, label=str(label))

    entries: list[Line2D | Patch] = [point("D", LEFT, T("left", "解約した")), point("o", STAYED, T("stayed", "続けた"))]
    if shade is not None:
        entries.append(
            Patch(facecolor=_SHADE, edgecolor=LEFT, lw=0.5, label=str(T("“leaves”, it says", "「解約する」と予測")))
        )
    if says is not None:
        entries.append(
            Line2D(
                [], [], ls="", marker="o", mfc="none", mec=INK, markersize=13, label=str(T("wrong answer", "はずれ"))
            )
        )
    return entries

"""A year of monthly lists as a picture: what each month promised, and what it earned."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from mlcurric.subject.digits import yen_in_words
from mlcurric.subject.operations.decisions import DECISIONS
from mlcurric.subject.operations.year import Year
from mlcurric.subject.style import INK, LEFT, MACHINE, MUTED, PALE, RULE
from mlcurric.text import T, language

_UNIT = {"en": 1e6, "ja": 1e4}
_LETTERS, _TITLE = 13, 14
"""Points: months and money have to be read from the back of a room."""
_MONEY = T("million yen", "万円")


def year_figure(years: Mapping[str | T, Year]) -> Figure:
    """Promised (a line) and earned (bars) by month, one row of the picture a year, all on one scale.

    Args:
        years: by what is said of each. Where a rule made the list there is no promise, and the line stops.
    """
    unit = _UNIT[language()]
    figure, axes = plt.subplots(
        len(years),
        1,
        figsize=(9.4, 0.9 + 2.5 * len(years)),
        sharex=True,
        sharey=True,
        squeeze=False,
        layout="constrained",
    )
    for ax, (name, year) in zip(axes[:, 0], years.items(), strict=True):
        _draw(ax, year, unit)
        said = T("{name}: earned {money} in twelve months", "{name}: 12か月の利益 {money}")
        ax.set_title(str(said.format(name=name, money=yen_in_words(year.earned))), fontsize=_TITLE)
        ax.set_ylabel(str(_MONEY), fontsize=_LETTERS)
        ax.tick_params(labelsize=_LETTERS)
    axes[-1, 0].set_xlabel(str(T("month", "か月目")), fontsize=_LETTERS)
    axes[-1, 0].set_xticks(range(1, len(next(iter(years.values())).months) + 1))
    _leave_room(axes[0, 0])
    axes[0, 0].legend(loc="upper left", ncols=2, fontsize=_LETTERS)
    return figure


def show_years(years: Mapping[str | T, Year]) -> None:
    """Draw ``year_figure``."""
    year_figure(years)
    plt.show()


def _draw(ax: Axes, year: Year, unit: float) -> None:
    months, earned = year.months.index.to_numpy(), year.months["earned"].to_numpy() / unit
    loses = earned < 0
    bars = ax.bar(
        months, earned, width=0.62, color=np.where(loses, LEFT, MACHINE), label=str(T("earned", "実際の利益"))
    )
    for bar, lost in zip(bars, loses, strict=True):
        # Red and blue alone would not do.
        bar.set_hatch("///" if lost else "")
        bar.set_edgecolor("white")
    promised = year.months["promised"].to_numpy(float) / unit
    ax.plot(
        months, promised, "o-", color=INK, mfc=RULE, ms=6, lw=1.4, label=str(T("promised by the model", "モデルの約束"))
    )
    ax.axhline(0, color=MUTED, lw=1)
    top = ax.get_xaxis_transform()
    decided = year.months["decision"]
    before, row = 0, 0
    for month in decided.index[decided.ne("")]:
        ax.axvline(month - 0.5, color=MUTED, lw=1, ls=":")
        # A word is wider than a month: right after another decision it stands a line higher, or lower again.
        before, row = month, 1 - row if month == before + 1 else 0
        ax.text(
            month - 0.42,
            0.03 + 0.12 * row,
            str(DECISIONS[decided[month]]),
            transform=top,
            fontsize=_LETTERS - 1,
            color=INK,
            va="bottom",
        )
    for start, end in pairwise([*decided.index[decided.eq("switch off")], None]):
        later = decided.index[(decided.index > start) & decided.ne("")]
        last = later.min() if len(later) else months.max() + 1
        ax.axvspan(start - 0.5, min(last, end or last) - 0.5, color=PALE, zorder=0)
    ax.set_xlim(0.4, months.max() + 0.6)


def _leave_room(ax: Axes) -> None:
    """Room above for the legend, and below for the words about decisions."""
    low, high = ax.get_ylim()
    ax.set_ylim(low - 0.24 * (high - low), high + 0.22 * (high - low))

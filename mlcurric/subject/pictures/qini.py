"""Orders of calling as pictures: how many customers each keeps, from the top of its list, beside orders drawn by lot."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import StrMethodFormatter

from mlcurric.subject.style import INK, LEFT, MACHINE, MUTED, PALE, RULE, STAYED
from mlcurric.text import T

_LINES = (("-", MACHINE), ("--", RULE), ("-.", STAYED), (":", LEFT))
_APART = 0.06
"""How far apart two numbers beside the line must stand, as a share of the axis."""
_POINTS = 250
"""So many points of a curve are drawn; one a customer would make a dashed line look solid."""
_HALO = [patheffects.withStroke(linewidth=3, foreground="white")]


def qini_figure(curves: Mapping[str, pd.Series], by_lot: pd.DataFrame, reach: int | None = None) -> Figure:
    """Qini curves of up to four orders, with the band in which orders drawn by lot lie.

    Args:
        curves: order's name → its curve, as ``qini_curve`` gives it, all of one pilot.
        by_lot: as ``qini_by_lot`` gives it.
        reach: how far down its list the team gets; marked, with each curve's height there.
    """
    figure, ax = plt.subplots(figsize=(9.4, 4.8), layout="constrained")
    band = T("95 of 100 orders drawn by lot", "くじで決めた順(100回中95回はこの中)")
    ax.fill_between(by_lot.index, by_lot["low"], by_lot["high"], color=PALE, label=str(band), zorder=0)
    ax.axhline(0, color=MUTED, lw=1)
    end = next(iter(curves.values())).iloc[[0, -1]]
    ax.plot(end, color=MUTED, lw=1)
    for (name, curve), (dashes, colour) in zip(curves.items(), _LINES, strict=False):
        ax.plot(_thinned(curve), color=colour, lw=2.2, ls=dashes, label=name)
    ax.set_xlim(0, end.index[-1])
    if reach is not None:
        _mark(ax, curves, reach)
    ax.set_title(str(T("Customers kept, by the order of calling", "電話する順番ごとに見た、引き止めた顧客の数")))
    ax.set_xlabel(str(T("customers of the pilot, from the top of the list", "リストの上から数えた、試行の顧客の数")))
    ax.set_ylabel(str(T("stayed because they were called", "電話したから残った人数")))
    ax.xaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    figure.legend(loc="outside lower center", ncols=3)
    return figure


def show_qini(curves: Mapping[str, pd.Series], by_lot: pd.DataFrame, reach: int | None = None) -> None:
    """Draw ``qini_figure``."""
    qini_figure(curves, by_lot, reach)
    plt.show()


def _thinned(curve: pd.Series) -> pd.Series:
    step = max(1, len(curve) // _POINTS)
    return pd.concat([curve.iloc[:-1:step], curve.iloc[-1:]])


def _mark(ax: Axes, curves: Mapping[str, pd.Series], reach: int) -> None:
    """The reach as a line across, and beside it each curve's height; numbers that would overlap are moved apart."""
    ax.axvline(reach, color=INK, lw=1, ls=(0, (2, 3)))
    said = T("the first {n}", "上から{n}人").format(n=f"{reach:,}")
    ax.text(reach, 0.015, f" {said}", transform=ax.get_xaxis_transform(), color=INK, va="bottom")
    heights = [float(np.interp(reach, curve.index, curve)) for curve in curves.values()]
    bottom, top = ax.get_ylim()
    free = -np.inf
    for height, (_, colour) in sorted(zip(heights, _LINES, strict=False)):
        ax.plot(reach, height, "o", ms=7, color=colour, zorder=4)
        free = max(height, free + _APART * (top - bottom))
        ax.annotate(
            f"{height:.0f}", (reach, free), (9, 0), textcoords="offset points", va="center", color=INK,
            path_effects=_HALO, zorder=5,
        )  # fmt: skip

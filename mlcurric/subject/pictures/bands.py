"""Three bands as a picture: what a look adds to each step of the list, and what each band earns."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import StrMethodFormatter

from mlcurric.subject.bands.triage import todays_triage
from mlcurric.subject.bands.trying import bands_table
from mlcurric.subject.bands.words import BANDS
from mlcurric.subject.columns import named_columns
from mlcurric.subject.digits import yen_in_words
from mlcurric.subject.style import INK, LEFT, MACHINE, MUTED, RULE
from mlcurric.text import T

_GROUND = {"call": MACHINE, "look": RULE, "leave": "white"}
_EDGE = _GROUND | {"leave": MUTED}
_SHADE = 0.22
_WORDS = 0.22
"""How wide the words of a band are, as a share of the picture."""


def bands_figure(steps: pd.DataFrame, bands: pd.DataFrame) -> Figure:
    """What a look adds, a bar for each step of customers in the order of expected gain; behind it the bands.

    A look is held against what would be done without one: a call where that is expected to pay, else leaving alone.

    Args:
        steps: as ``Triage.steps`` gives it.
        bands: as ``bands_table`` gives it; the ``leave`` band reaches beyond the picture.

    Raises:
        ValueError: if a column is missing, there are fewer than two steps, or the bands are others.
    """
    named_columns(steps, ["first", "from_gain", "called", "looked"])
    named_columns(bands, ["customers", "earned"])
    if len(steps) < 2:
        raise ValueError("A picture needs two steps or more; choose a smaller size for them.")
    if list(bands.index) != list(BANDS):
        raise ValueError(f"The bands are {', '.join(BANDS)}, in this order, not {', '.join(map(str, bands.index))}.")
    figure, ax = plt.subplots(figsize=(9.4, 4.6), layout="constrained")
    size = steps["first"].diff().iloc[-1]
    added = steps["looked"] - steps["called"].where(steps["from_gain"] > 0, 0.0)
    bars = ax.bar(
        steps["first"],
        added,
        width=0.86 * size,
        align="edge",
        color=np.where(added > 0, MACHINE, LEFT),
        edgecolor="white",
        zorder=3,
    )
    for bar, more in zip(bars, added, strict=True):
        # Red and blue alone would not do.
        bar.set_hatch("" if more > 0 else "///")
        above = more > 0
        ax.annotate(
            f"{more:+,.0f}".replace("-", "−"),
            (bar.get_x() + bar.get_width() / 2, more),
            (0, 3 if above else -3),
            textcoords="offset points",
            ha="center",
            va="bottom" if above else "top",
            fontsize=9,
            color=INK,
            zorder=4,
        )
    ax.axhline(0, color=MUTED, lw=1, zorder=2)
    end = steps["first"].iloc[-1] + size
    _behind(ax, bands, end)
    room = added.max() - added.min()
    ax.set_ylim(added.min() - 0.12 * room, added.max() + 0.5 * room)
    ax.set_xlim(0, end)
    ax.set_title(str(T("What a look adds, its cost paid", "人が先に見ることで増える利益(見る費用を引いたあと)")))
    ax.set_xlabel(str(T("customers in the order of expected gain", "期待利益の高い順に並べた顧客")))
    ax.set_ylabel(str(T("yen a customer", "1人あたり(円)")))
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    return figure


def show_bands(call_from: float, look_from: float) -> None:
    """Draw ``bands_figure`` for the customers of today.

    Args:
        call_from, look_from: yen of expected gain, as for ``bands_table``.

    Raises:
        Slip: if a cut-off is no number, or calling begins below looking.
    """
    bands_figure(todays_triage().steps(), bands_table(call_from, look_from))
    plt.show()


def _behind(ax: Axes, bands: pd.DataFrame, end: float) -> None:
    """Each band as ground, with its name, its customers and what it earns above the bars."""
    said = T("{name}\n{n} customers\n{money}", "{name}\n{n}人\n{money}")
    edges = np.minimum(np.concatenate([[0.0], bands["customers"].cumsum()]), end)
    for (name, band), start, stop, at in zip(bands.iterrows(), edges, edges[1:], _apart(edges / end), strict=False):
        if stop > start:
            ax.axvspan(start, stop, color=_GROUND[name], alpha=_SHADE, lw=0, zorder=0)
        if start < stop < end:
            ax.axvline(stop, color=INK, lw=1, ls=(0, (2, 3)), zorder=1)
        money = yen_in_words(band["earned"]) if band["earned"] else T("¥0", "0円")
        words = said.format(name=BANDS[name], n=f"{band['customers']:,.0f}", money=money)
        # Opaque, so that a line behind it does not cross the words; the edge says which band is meant.
        box = {"boxstyle": "round,pad=0.3", "fc": "white", "ec": _EDGE[name], "lw": 2}
        ax.text(at, 0.98, str(words), transform=ax.transAxes, ha="center", va="top", color=INK, zorder=5, bbox=box)


def _apart(edges: np.ndarray) -> list[float]:
    """Where the words of each band stand, 0 to 1: in its middle, or so far from it that no two run into each other."""
    first, second, third = (edges[:-1] + edges[1:]) / 2
    first = np.clip(first, _WORDS / 2, 1 - 2.5 * _WORDS)
    second = np.clip(second, first + _WORDS, 1 - 1.5 * _WORDS)
    return [first, second, max(min(third, 1 - _WORDS / 2), second + _WORDS)]

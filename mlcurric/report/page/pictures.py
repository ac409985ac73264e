"""The report's charts, narrow enough for a phone: three lists side by side, two of them compared, and forecast beside actual."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from mlcurric.subject.digits import in_digits
from mlcurric.subject.intervals import Measured, ranged
from mlcurric.subject.style import INK, MACHINE, MUTED, STAYED, use_style
from mlcurric.text import T

_WIDTH = 4.5
"""Inches; as wide as a phone, so that letters keep their size there."""
_TITLES = 11
"""Points of the titles of axes: 12 pixels on a phone."""
NAMES = {
    "model": T("the model", "モデル"),
    "rule": T("the simple rule", "簡単なルール"),
    "lot": T("picked at random", "無作為に選ぶ"),
}
_HATCHES = {"model": "\\\\\\\\", "rule": "////", "lot": "..."}
CHOSEN = T("(used here)", "(採用)")
_LISTED = T("of {of} on the list, so many left", "リストの{of}人中、解約した人")
_LINE = T("line: what luck alone can do, 95 times of 100", "線: 偶然だけで動く幅(100回中95回)")
_SAID = T("forecast: leavers of {of} like these", "予想: 似た{of}人中、解約する人")
_CAME = T("actual: leavers of {of}", "実際: {of}人中、解約した人")
_DIFFERENCE = T("extra leavers found per {of} listed", "リストの{of}人中、モデルのほうが多い解約者")
_COMPARED = T("model\nminus rule", "モデルと\nルールの差")
_AS_SAID = T("dashed: where forecasts come true", "破線: 予想どおりの場合")


def draw_lists(found: Mapping[str, Measured], winner: str, of: int = 100) -> Figure:
    """Of ``of`` on each list, how many left: bars from 0 with their ranges; the one that is used first and full, the others pale.

    Args:
        found: ``"model"``, ``"rule"``, ``"lot"`` → the share that left, 0 to 1, with its range.
        winner: whose list is used; another word where none is.
        of: so many customers the shares are said of, as in the texts around it.
    """
    rows = sorted(found.items(), key=lambda row: (row[0] != winner, -row[1].value))
    ax = _empty(0.62 * len(rows) + 1.0)
    ends = []
    for at, (name, share) in enumerate(rows):
        colour, hatch = (MACHINE, "") if name == winner else (STAYED, _HATCHES[name])
        reach = [[of * max(share.value - share.low, 0)], [of * max(share.high - share.value, 0)]]
        ax.barh(
            at, of * share.value, height=0.6, color=colour, hatch=hatch, edgecolor="white", xerr=reach,
            error_kw={"ecolor": INK, "elinewidth": 1.8, "capsize": 4, "capthick": 1.8},
        )  # fmt: skip
        ends.append(of * max(share.high, share.value))
        ax.annotate(
            ranged(share, of, None),
            (ends[-1], at),
            (6, 0),
            textcoords="offset points",
            va="center",
            annotation_clip=False,
        )
    names = [f"{NAMES[name]}\n{CHOSEN}" if name == winner else str(NAMES[name]) for name, _ in rows]
    ax.set_yticks(range(len(rows)), names, color=INK)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.set_xlim(0, 1.02 * max(*ends, 1))
    ax.xaxis.set_major_locator(_whole_ticks())
    ax.tick_params(axis="y", length=0)
    ax.set_xlabel(f"{_LISTED.format(of=in_digits(of))}\n{_LINE}", fontsize=_TITLES)
    return ax.figure


def draw_difference(better: Measured, of: int = 100) -> Figure:
    """How many more leave of ``of`` on the model's list than on the rule's: a dot with its range, beside the line of no difference.

    Args:
        better: -1 to 1, the model's less the rule's.
        of: so many customers.
    """
    ax = _empty(1.35)
    value, low, high = (of * each for each in (better.value, better.low, better.high))
    ax.axvline(0, color=MUTED, lw=1.3, ls="--")
    reach = [[max(value - low, 0)], [max(high - value, 0)]]
    ax.errorbar(
        [value], [0], xerr=reach, ls="", marker="o", ms=8, color=MACHINE, ecolor=INK, elinewidth=1.8, capsize=4, capthick=1.8
    )  # fmt: skip
    ends = min(low, value, 0), max(high, value, 0)
    room = 0.06 * max(ends[1] - ends[0], 1)
    ax.set_xlim(ends[0] - room, ends[1] + room)
    ax.set_ylim(-0.6, 0.6)
    ax.set_yticks([0], [str(_COMPARED)], color=INK)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.xaxis.set_major_locator(_whole_ticks())
    ax.xaxis.set_major_formatter(lambda tick, _: in_digits(tick, signed=True))
    ax.set_xlabel(f"{_DIFFERENCE.format(of=in_digits(of))}\n{_LINE}", fontsize=_TITLES)
    return ax.figure


def draw_said(table: pd.DataFrame, of: int = 100) -> Figure:
    """What was said of groups of customers beside what came true: a dot a group, with its range, and the line of “as said”.

    Args:
        table: as ``metrics.calibration.calibration_table`` gives it; shares from 0 to 1.
        of: so many customers they are said of.
    """
    ax = _empty(4.3)
    said, came, low, high = (of * table[name].to_numpy() for name in ("predicted", "observed", "low", "high"))
    end = min(float(of), 1.08 * max(said.max(), high.max(), 1))
    ax.axline((0, 0), slope=1, color=MUTED, lw=1.3, ls="--")
    reach = [(came - low).clip(0), (high - came).clip(0)]
    ax.errorbar(said, came, yerr=reach, ls="", marker="o", ms=6, color=MACHINE, ecolor=INK, elinewidth=1.6, capsize=3)
    ax.set(xlim=(0, end), ylim=(0, end), aspect="equal")
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(_whole_ticks())
    # What an axis means stands below and above: turned on its side nobody reads it.
    ax.set_xlabel(f"{_SAID.format(of=in_digits(of))}\n{_AS_SAID}", fontsize=_TITLES)
    ax.set_ylabel(f"{_CAME.format(of=in_digits(of))}\n{_LINE}", fontsize=_TITLES, rotation=0, ha="left", va="bottom")
    ax.yaxis.set_label_coords(-0.06, 1.02)
    return ax.figure


def _whole_ticks() -> MaxNLocator:
    return MaxNLocator(nbins=5, integer=True, steps=[1, 2, 5, 10])


def _empty(height: float) -> Axes:
    use_style()
    with mpl.rc_context({"hatch.color": "white", "hatch.linewidth": 1.0}):
        ax = Figure(figsize=(_WIDTH, height), layout="constrained").add_subplot()
    # Numbers are read, unlike lines: grey ones are too pale on white.
    ax.tick_params(labelcolor=INK)
    return ax

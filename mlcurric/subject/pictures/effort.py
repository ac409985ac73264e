"""A hundred days of work as bars: the reader's own split, what people expect, and what was reported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from mlcurric.subject.effort import EFFORT, read_days
from mlcurric.subject.style import INK, MACHINE
from mlcurric.text import T

_STAR = "algorithm"
_GREYS = ("#dfe6ec", "#c6d1da")
_HEIGHT = 0.5
_NARROW = 3.5
"""Below so many percent a figure does not fit into its piece of a bar."""


def show_effort(mine: Mapping[str, Any] | None = None) -> None:
    """Draw 100 days of work, split into the five parts of ``EFFORT``.

    Args:
        mine: the reader's own split as for ``read_days``, drawn on top; any total is shown as shares of 100.
    """
    rows = [
        (T("what people\nexpect", "よくある\n予想"), {name: phase.expected for name, phase in EFFORT.items()}),
        (T("what was\nreported", "経験者の\n報告"), {name: phase.reported for name, phase in EFFORT.items()}),
    ]
    own = read_days(mine or {})[0]
    if total := sum(own.values()):
        rows.insert(0, (T("you", "あなた"), {name: 100 * days / total for name, days in own.items()}))
    _, ax = plt.subplots(figsize=(9.4, 1.15 * len(rows) + 0.5), layout="constrained")
    heights = [1.15 * (len(rows) - 1 - row) for row in range(len(rows))]
    for height, (_, shares) in zip(heights, rows, strict=True):
        _bar(ax, height, shares)
    _ribbons(ax, *heights[-2:])
    for name, left, share in _pieces(rows[-1][1]):
        ax.text(
            left + share / 2, heights[-1] - _HEIGHT / 2 - 0.22, str(EFFORT[name].name),
            ha="center", va="baseline", fontsize=9.5, color=MACHINE if name == _STAR else INK,
        )  # fmt: skip
    ax.set(xlim=(0, 100), ylim=(-0.65, heights[0] + 0.35), yticks=heights, xticks=[])
    ax.set_yticklabels([str(label) for label, _ in rows], color=INK)
    ax.tick_params(length=0)
    ax.set_title(str(T("Of 100 days of work", "仕事が100日なら")))
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    plt.show()


def _pieces(shares: Mapping[str, float]) -> list[tuple[str, float, float]]:
    """Each part with where it begins, and its share."""
    ends = np.cumsum(list(shares.values()))
    return [(name, end - share, share) for (name, share), end in zip(shares.items(), ends, strict=True)]


def _bar(ax: Axes, height: float, shares: Mapping[str, float]) -> None:
    for number, (name, left, share) in enumerate(_pieces(shares)):
        star = name == _STAR
        colour = MACHINE if star else _GREYS[number % 2]
        ax.barh(height, share, left=left, height=_HEIGHT, color=colour, edgecolor="white", zorder=2)
        if share >= _NARROW:
            word = f"{EFFORT[name].name} {share:.0f}" if star and share > 40 else f"{share:.0f}"
            ax.text(left + share / 2, height, word, ha="center", va="center", color="white" if star else INK, zorder=3)


def _ribbons(ax: Axes, upper: float, lower: float) -> None:
    """From where each part is expected to where it was reported."""
    top, bottom = upper - _HEIGHT / 2, lower + _HEIGHT / 2
    before = _pieces({name: phase.expected for name, phase in EFFORT.items()})
    after = _pieces({name: phase.reported for name, phase in EFFORT.items()})
    for number, ((name, left, share), (_, end, grown)) in enumerate(zip(before, after, strict=True)):
        colour = MACHINE if name == _STAR else _GREYS[number % 2]
        corners = [(left, top), (left + share, top), (end + grown, bottom), (end, bottom)]
        ax.fill(*zip(*corners, strict=True), color=colour, alpha=0.35 if name == _STAR else 0.55, lw=0, zorder=1)

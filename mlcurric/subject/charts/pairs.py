"""The same numbers twice, side by side: shown so that they mislead, and shown honestly."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.axes import Axes

from mlcurric.subject.charts.bars import draw_bars
from mlcurric.subject.charts.settings import Counts
from mlcurric.subject.style import LEFT, MACHINE
from mlcurric.text import T

Curve = tuple[T | str, Sequence[float]]
"""What a curve shows, with its unit, and its numbers."""


def show_two(
    values: Mapping[Any, float | Counts],
    left: Mapping[str, Any],
    right: Mapping[str, Any],
    *,
    label: T | str | None = None,
    unit: T | str | None = None,
    titles: tuple[T | str, T | str] | None = None,
) -> None:
    """Draw the same bars twice, with two sets of settings, and show the figure.

    Args:
        values, label, unit: as for ``show_bars``.
        left, right: for each side its ``starts_at``, ``order`` and ``interval``; those left out are honest.
        titles: what stands above each side.

    Raises:
        SettingError: as for ``show_bars``.
    """
    figure, axes = plt.subplots(1, 2, figsize=(10.4, 0.5 * len(values) + 1.7), layout="constrained")
    figure.get_layout_engine().set(wspace=0.08)
    for ax, settings, title in zip(axes, (left, right), titles or ("", ""), strict=True):
        draw_bars(ax, values, **settings, label=label, unit=unit)
        ax.set_title(str(title))
    plt.show()


def show_two_axes(
    steps: Sequence[Any], first: Curve, second: Curve, *, titles: tuple[T | str, T | str] | None = None
) -> None:
    """Draw two curves in one picture with a scale each, and beside it in a panel each from zero; show the figure.

    On the left each scale is fitted to its own curve, so that whatever the numbers are the two run together.

    Args:
        steps: what stands along the horizontal axis, such as months.
        first, second: a label with its unit, and one number a step.
        titles: what stands above each side.
    """
    figure = plt.figure(figsize=(10.4, 4.2), layout="constrained")
    grid = figure.add_gridspec(2, 2, wspace=0.12)
    together = figure.add_subplot(grid[:, 0])
    apart = [figure.add_subplot(grid[row, 1]) for row in (0, 1)]
    beside = together.twinx()
    beside.spines["right"].set_visible(True)
    names = [str(step) for step in steps]
    looks = ((first, LEFT, "D"), (second, MACHINE, "o"))
    for (curve, colour, marker), own, panel in zip(looks, (together, beside), apart, strict=True):
        for ax in (own, panel):
            _draw(ax, names, curve, colour, marker)
        panel.set_ylim(0, 1.15 * max(curve[1]))
    for ax, title in zip((together, apart[0]), titles or ("", ""), strict=True):
        ax.set_title(str(title))
    apart[0].tick_params(axis="x", labelbottom=False)
    plt.show()


def _draw(ax: Axes, names: Sequence[str], curve: Curve, colour: str, marker: str) -> None:
    label, numbers = curve
    ax.plot(names, numbers, marker=marker, ms=7, lw=2, color=colour)
    # The unit on a line of its own: a panel is half as high as a picture.
    ax.set_ylabel(re.sub(r"\s*([(（])", r"\n\1", str(label), count=1), color=colour)
    ax.tick_params(axis="y", labelcolor=colour)

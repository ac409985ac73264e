"""The same numbers twice, side by side: shown so that they mislead, and shown honestly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import matplotlib.pyplot as plt

from mlcurric.subject.charts.bars import draw_bars
from mlcurric.subject.charts.settings import Counts
from mlcurric.text import T


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

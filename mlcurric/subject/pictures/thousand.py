"""A thousand customers, drawn one by one: who left, and who was on the list."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from mlcurric.subject.metrics.confusion import Counts
from mlcurric.subject.style import INK, LEFT, MUTED, STAYED
from mlcurric.text import T

PEOPLE = 1000
_COLUMNS = 25
_GAP = 1.4
_LIST_GROUND = "#fff4d6"
_LEFT_WORDS = T("◆ {n} left{role}", "◆ {n}人が解約{role}")
_STAYED_WORDS = T("○ {n} stayed{role}", "○ {n}人は継続{role}")


def show_thousand(lists: Mapping[str, Counts]) -> None:
    """Draw a thousand customers for each list: a filled diamond left, a ring stayed, the frame is the list.

    One list is labelled with its four counts; several stand side by side, each with its hits and misses.

    Args:
        lists: title → counts of any size, which are told of 1,000; with nobody on the list there is no frame.

    Raises:
        ValueError: if there is nothing to draw.
    """
    if not lists:
        raise ValueError("There is no list to draw; give at least one, such as {“the rule”: counts}.")
    alone = len(lists) == 1
    size = (7.2, 5.4) if alone else (3.1 * len(lists), 5.2)
    _, axes = plt.subplots(1, len(lists), figsize=size, squeeze=False, layout="constrained")
    for ax, (title, counts) in zip(axes[0], lists.items(), strict=True):
        told = counts.per(PEOPLE)
        bottom = _draw_people(ax, told, marker_size=30 if alone else 17)
        ax.set_title(title, color=INK, loc="left" if alone else "center")
        if alone:
            _label_groups(ax, told)
        else:
            _label_found(ax, told)
        ax.set(xlim=(-1, _COLUMNS + (17 if alone else 0)), ylim=(bottom - 0.7, 1), aspect="equal")
        ax.axis("off")
    plt.show()


def _draw_people(ax: Axes, told: Counts, marker_size: float) -> float:
    """Draw the list from the top, then, below a gap, everybody else; return where the last row stands."""
    if told.listed:
        ax.add_patch(Polygon(_frame(told.listed), facecolor=_LIST_GROUND, edgecolor=INK, lw=1.8, zorder=1))
    top, others = _top_of_others(told), told.total - told.listed
    _draw_group(ax, 0, told.hits, told.listed, marker_size)
    _draw_group(ax, top, told.misses, others, marker_size)
    return top - ceil(others / _COLUMNS) + 1


def _draw_group(ax: Axes, top: float, left: int, people: int, marker_size: float) -> None:
    place = np.arange(people)
    x, y = place % _COLUMNS, top - place // _COLUMNS
    gone = place < left
    ring = {"s": 0.7 * marker_size, "marker": "o", "facecolors": "none", "edgecolors": STAYED, "linewidths": 0.9}
    ax.scatter(x[~gone], y[~gone], **ring, zorder=2)
    ax.scatter(x[gone], y[gone], s=marker_size, marker="D", c=LEFT, linewidths=0, zorder=2)


def _top_of_others(told: Counts) -> float:
    return -ceil(told.listed / _COLUMNS) - _GAP if told.listed else 0.0


def _frame(listed: int) -> list[tuple[float, float]]:
    """The outline of the first ``listed`` places; where the last row is not full, it has a step."""
    full_rows, rest = divmod(listed, _COLUMNS)
    left, right, step = -0.6, _COLUMNS - 0.4, rest - 0.4
    top, full, low = 0.6, 0.4 - full_rows, -0.6 - full_rows
    if not full_rows:
        return [(left, top), (step, top), (step, low), (left, low)]
    if not rest:
        return [(left, top), (right, top), (right, full), (left, full)]
    return [(left, top), (right, top), (right, full), (step, full), (step, low), (left, low)]


def _label_groups(ax: Axes, told: Counts) -> None:
    """The four counts, to the right of the people they count."""

    def label(y: float, *lines: T) -> None:
        text = "\n".join(map(str, lines))
        ax.text(_COLUMNS + 0.6, y, text, va="top", ha="left", fontsize=12, color=INK, linespacing=1.5)

    if not told.listed:
        label(0.6, _count(_LEFT_WORDS, told.misses), _count(_STAYED_WORDS, told.quiet))
        return
    label(
        0.6,
        T("on the list: {n}", "リストの{n}人").format(n=told.listed),
        _count(_LEFT_WORDS, told.hits, T(": hits", "(当たり)")),
        _count(_STAYED_WORDS, told.false_alarms, T(": false alarms", "(空振り)")),
    )
    label(
        # Beside the others, but never in the list's own label, which is higher than a short list.
        min(_top_of_others(told) + 0.6, -7.5),
        T("not on the list: {n}", "リスト外の{n}人").format(n=told.total - told.listed),
        _count(_LEFT_WORDS, told.misses, T(": missed", "(見逃し)")),
        _count(_STAYED_WORDS, told.quiet, T(", left in peace", "(電話もなし)")),
    )


def _count(words: T, n: int, role: T | str = "") -> T:
    return words.format(n=n, role=role)


def _label_found(ax: Axes, told: Counts) -> None:
    words = T(
        "of {all} leavers found\n{calls} called, {missed} missed",
        "人を発見(解約{all}人中)\n電話{calls}人、見逃し{missed}人",
    ).format(all=told.happened, calls=told.listed, missed=told.misses)
    below = {"transform": ax.transAxes, "ha": "center", "va": "top"}
    ax.text(0.5, -0.02, str(told.hits), fontsize=22, color=LEFT, **below)
    ax.text(0.5, -0.12, str(words), fontsize=11, color=MUTED, linespacing=1.5, **below)

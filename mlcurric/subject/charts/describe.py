"""A chart as plain data: what a reader sees of a matplotlib ``Axes``, in a fixed form that can be kept and judged."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.category import StrCategoryConverter
from matplotlib.container import ErrorbarContainer
from matplotlib.dates import DateConverter
from matplotlib.figure import FigureBase
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FixedLocator, NullFormatter, ScalarFormatter

from mlcurric.subject.charts import artists
from mlcurric.subject.charts.artists import cut, guarded
from mlcurric.subject.charts.covering import covered
from mlcurric.subject.charts.schema import (
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_BARS,
    MOST_ENTRIES,
    MOST_SERIES,
    MOST_TEXTS,
    MOST_TICKS,
)
from mlcurric.subject.charts.sight import is_altered


def describe_chart(ax: Axes) -> dict[str, Any]:
    """Describe what a reader sees of a chart, as plain data.

    It reads the ``Axes`` as it stands, drawn, shown and closed or not. Whatever cannot be read is left out. Long things
    are cut short: ``left_out`` counts the artists that found no room.

    Returns:
        The form of ``schema.CHART``. Numbers are in the units of the axis (days for dates), ``low`` is never above
        ``high``, colours are ``"#rrggbb"``, and a text that is not there is empty. ``twin`` is a second ``Axes`` in the
        same place, such as ``twinx`` makes, in the same form; without one it is ``None``. ``altered`` tells that something
        else than matplotlib answered; whoever runs hostile code in this process can replace this function too, so that
        what it gives is that code's word for what it drew.

    Raises:
        TypeError: if ``ax`` is no ``Axes``, for instance its figure; nothing else.
    """
    if not isinstance(ax, Axes):
        raise TypeError(f"describe_chart needs the chart (an Axes), not a {type(ax).__name__}.")
    twin = guarded(lambda: next(_same_place(ax), None), None)
    return {**_described(ax), "twin": None if twin is None else {**_described(twin), "twin": None}}


def panels(figure: FigureBase) -> list[Axes]:
    """The charts of a figure, one a place: a twin belongs to the chart that it lies over, a colour bar to its image."""
    found: list[Axes] = []
    for ax in figure.axes:
        if ax.get_label() != "<colorbar>" and not any(other in found for other in _same_place(ax)):
            found.append(ax)
    return found


def _described(ax: Axes) -> dict[str, Any]:
    axes = {name: _axis(ax, name) for name in ("x", "y")}
    bars = guarded(artists.bars, [], ax)
    for bar in bars[:MOST_BARS]:
        bar["label"] = _label_at(bar, axes["y" if bar["horizontal"] else "x"])
    for axis in axes.values():
        del axis["places"]
    segments = guarded(artists.segments, [], ax)
    artists.add_intervals(bars[:MOST_BARS], segments)
    parts = {
        "bars": (bars, MOST_BARS),
        "lines": (guarded(artists.lines, [], ax), MOST_SERIES),
        "points": (guarded(artists.points, [], ax), MOST_SERIES),
        "error_bars": (segments, MOST_BARS),
        "wedges": (guarded(artists.wedges, [], ax), MOST_BARS),
        "texts": (guarded(_texts, [], ax), MOST_TEXTS),
        "legend": (guarded(lambda: list(_legend(ax)), []), MOST_ENTRIES),
    }
    return {
        "kind": "chart",
        "projection": _said(lambda: ax.name),
        "title": _said(lambda: _title(ax), LONGEST_TEXT),
        **axes,
        **{name: part[:most] for name, (part, most) in parts.items()},
        "areas": guarded(artists.areas, 0, ax),
        "solids": guarded(artists.solids, 0, ax),
        "images": guarded(lambda: len(ax.images), 0),
        "covered": guarded(covered, 0, ax),
        "altered": guarded(_altered, True, ax),
        "left_out": sum(max(0, len(part) - most) for part, most in parts.values()),
    }


def _axis(ax: Axes, name: str) -> dict[str, Any]:
    axis: Axis = guarded(getattr, None, ax, f"{name}axis")
    ends = guarded(_ends, (0.0, 1.0), ax, name)
    places = guarded(_tick_texts, [], ax, axis)
    return {
        "label": _said(lambda: _axis_label(ax, name), LONGEST_TEXT),
        "low": min(ends),
        "high": max(ends),
        "inverted": ends[0] > ends[1],
        "scale": _said(lambda: axis.get_scale()) or "linear",
        "holds": guarded(_holds, "numbers", axis),
        "ticks": [text for _, text in places if text][:MOST_TICKS],
        "tick_places": [place for place, text in places if text][:MOST_TICKS]
        if guarded(_is_relabelled, True, axis)
        else [],
        "places": places,
    }


def _said(read: Callable[[], Any], longest: int = LONGEST_NAME) -> str:
    """A text in one line, short; none where it cannot be read."""
    return guarded(lambda: cut(read(), longest), "")


def _ends(ax: Axes, name: str) -> tuple[float, float]:
    """Where an axis begins and ends.

    Raises:
        ValueError: if an end is no finite number, which matplotlib itself never sets.
    """
    first, last = (float(end) for end in getattr(ax, f"get_{name}lim")())
    if not (math.isfinite(first) and math.isfinite(last)):
        raise ValueError(f"The {name} axis runs from {first} to {last}.")
    return first, last


def _axis_label(ax: Axes, name: str) -> str:
    """An axis' label: its own, else that of a panel that shares the axis, else that of the whole figure."""
    if not ax.axison:
        return ""
    shared = getattr(ax, f"get_shared_{name}_axes")().get_siblings(ax)
    same_place = list(_same_place(ax))
    for other in (ax, *(sibling for sibling in shared if sibling not in same_place)):
        label = getattr(other, f"{name}axis").label
        if label.get_visible() and label.get_text().strip():
            return label.get_text()
    return getattr(ax.figure, f"get_sup{name}label")()


def _tick_texts(ax: Axes, axis: Axis) -> list[tuple[float, str]]:
    """Where ticks stand within the limits, and what is written at each; nothing where the axis is hidden."""
    if not ax.axison or not axis.get_visible():
        return []
    labels = axis.get_ticklabels()
    low, high = sorted(axis.get_view_interval())
    edge = 1e-9 * (high - low)
    return [
        (float(place), cut(label.get_text().strip() if label.get_visible() else ""))
        for place, label in zip(axis.get_ticklocs(), labels, strict=False)
        if low - edge <= place <= high + edge
    ]


def _is_relabelled(axis: Axis) -> bool:
    """Whether something else than matplotlib's own numbers stands at the ticks."""
    return type(axis.get_major_formatter()) is not ScalarFormatter


def _altered(ax: Axes) -> bool:
    parts = (ax, ax.xaxis, ax.yaxis, ax.xaxis.get_major_formatter(), ax.yaxis.get_major_formatter())
    # Of what is drawn from the figure down nothing may lie about itself: the picture is looked at, too.
    return any(map(is_altered, (*parts, ax.figure, *ax.figure.get_children(), *ax.get_children())))


def _holds(axis: Axis) -> str:
    """Whether an axis is one of ``"numbers"``, of ``"dates"`` or of named ``"categories"``."""
    converter, formatter, locator = axis.get_converter(), axis.get_major_formatter(), axis.get_major_locator()
    # pandas brings converters and formatters of its own for dates and periods.
    names = f"{type(converter).__name__} {type(formatter).__name__}".lower()
    if isinstance(converter, DateConverter) or any(word in names for word in ("date", "time", "period")):
        return "dates"
    if isinstance(converter, StrCategoryConverter):
        return "categories"
    named = isinstance(locator, FixedLocator) and not isinstance(formatter, ScalarFormatter | NullFormatter)
    # Ticks such as 20% stand at places of their own; those of categories carry names that somebody gave them.
    return "categories" if named and type(formatter).__name__ in ("FixedFormatter", "FuncFormatter") else "numbers"


def _label_at(bar: dict[str, Any], axis: dict[str, Any]) -> str:
    """What is written at the tick that a bar belongs to: the nearest, unless that is another bar's."""
    places = axis["places"]
    if not places:
        return ""
    place, text = min(places, key=lambda tick: abs(tick[0] - bar["at"]))
    between = np.diff(sorted(place for place, _ in places)).min() if len(places) > 1 else 2 * bar["width"]
    return text if abs(place - bar["at"]) <= max(between / 2, bar["width"] / 2) else ""


def _title(ax: Axes) -> str:
    """All that stands above the chart, the figure's title first."""
    own = [ax.get_title(loc) for loc in ("left", "center", "right")]
    return " ".join(text for text in (ax.figure.get_suptitle(), *own) if text.strip())


def _texts(ax: Axes) -> list[str]:
    return [cut(text.get_text(), LONGEST_TEXT) for text in ax.texts if text.get_visible() and text.get_text().strip()]


def _legend(ax: Axes) -> Iterator[dict[str, Any]]:
    """The entries of the chart's legend and of the figure's: each its label and how its sign looks."""
    # The sign of error bars is a bundle of strokes; what tells two apart is the line that they stand on.
    curves = {each.get_label(): each.lines[0] for each in ax.containers if isinstance(each, ErrorbarContainer)}
    for legend in (ax.get_legend(), *ax.figure.legends):
        if legend is None or not legend.get_visible():
            continue
        for handle, text in zip(legend.legend_handles, legend.get_texts(), strict=False):
            drawn = curves.get(text.get_text()) or handle
            yield {"label": cut(text.get_text()), "colour": _colour_of(drawn), "sign": _said(partial(_sign, drawn))}


def _sign(handle: Any) -> str:
    """All that tells one sign of a legend from another, but for its colour."""
    if isinstance(handle, Line2D):
        return artists.line_sign(handle)
    if isinstance(handle, Patch):
        return f"patch {handle.get_hatch() or ''} {'filled' if handle.get_fill() else 'hollow'}"
    if hasattr(handle, "get_paths"):
        return artists.marker_sign(handle) if hasattr(handle, "get_sizes") else f"strokes {handle.get_linestyle()}"
    return type(handle).__name__


def _colour_of(handle: Any) -> str:
    names = ["get_color", "get_facecolor", "get_edgecolor"]
    if isinstance(handle, Line2D) and handle.get_linestyle() in ("None", "", " "):
        names = ["get_markerfacecolor", "get_markeredgecolor"]
    colours = (guarded(lambda name: artists.colour(getattr(handle, name)()), "", name) for name in names)
    return next(filter(None, colours), "")


def _same_place(ax: Axes) -> Iterator[Axes]:
    """Every other chart that lies exactly over this one."""
    bounds = ax.get_position().bounds
    for other in ax.figure.axes:
        if other is not ax and other.get_visible() and np.allclose(other.get_position().bounds, bounds, atol=1e-6):
            yield other

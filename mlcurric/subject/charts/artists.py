"""What is drawn in a chart, kind by kind, as plain data; ``describe.py`` puts it together."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.colors import to_hex, to_rgba
from matplotlib.container import BarContainer, ErrorbarContainer
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle, Wedge

from mlcurric.subject.charts.schema import LONGEST_NAME, MOST_POINTS
from mlcurric.subject.charts.sight import is_seen, is_stroke_seen

Kind = TypeVar("Kind")


def guarded(read: Callable[..., Kind], otherwise: Kind, *of: Any) -> Kind:
    """What ``read(*of)`` gives, or ``otherwise`` where it fails: an artist may be of any kind, and half made.

    A learner's own class may raise whatever there is, ``SystemExit`` too; only a key pressed to stop goes on its way.
    """
    try:
        return read(*of)
    except BaseException as error:
        if type(error) is KeyboardInterrupt:
            raise
        return otherwise


def cut(text: Any, longest: int = LONGEST_NAME) -> str:
    """A text in one line, short."""
    return " ".join(str(text)[: 2 * longest].split())[:longest]


def bars(ax: Axes) -> list[dict[str, Any]]:
    """The bars of every series that a reader sees. ``at`` and ``width`` are on the axis of the categories, ``base`` and ``length`` on that of the values."""
    found = []
    containers = [container for container in ax.containers if isinstance(container, BarContainer)]
    for series, container in enumerate(containers):
        horizontal = bool(container.orientation == "horizontal")
        for patch in container.patches:
            if isinstance(patch, Rectangle) and patch.axes is ax and guarded(is_seen, True, patch, ax):
                across = (patch.get_y(), patch.get_height()) if horizontal else (patch.get_x(), patch.get_width())
                along = (patch.get_x(), patch.get_width()) if horizontal else (patch.get_y(), patch.get_height())
                found.append(
                    {
                        "horizontal": horizontal,
                        "series": series,
                        "name": _name(container),
                        "label": "",
                        "at": _number(across[0] + across[1] / 2),
                        "width": abs(_number(across[1])),
                        "base": _number(along[0]),
                        "length": _number(along[1]),
                        "low": None,
                        "high": None,
                        "colour": guarded(_face, "", patch),
                        "hatch": cut(patch.get_hatch() or ""),
                    }
                )
    return found


def lines(ax: Axes) -> list[dict[str, Any]]:
    """The lines through data; ``reference`` marks those that span the whole chart, such as ``axhline`` draws."""
    of_error_bars = {
        id(part)
        for container in ax.containers
        if isinstance(container, ErrorbarContainer)
        for part in container.lines[1] or ()
    }
    found = []
    for line in ax.lines:
        if not line.get_visible() or id(line) in of_error_bars:
            continue
        x, y = (np.asarray(values, dtype=float) for values in line.get_data(orig=False))
        found.append(
            {
                "name": _name(line),
                "colour": guarded(lambda line: colour(line.get_color()), "", line),
                "sign": guarded(line_sign, "", line),
                "reference": bool(line.get_transform() != ax.transData),
                **_thinned(x, y),
            }
        )
    return found


def points(ax: Axes) -> list[dict[str, Any]]:
    """The clouds of points that ``scatter`` draws."""
    found = []
    for cloud in ax.collections:
        if isinstance(cloud, PathCollection) and cloud.get_visible():
            places = np.ma.asarray(cloud.get_offsets(), dtype=float).filled(np.nan).reshape(-1, 2)
            found.append(
                {
                    "name": _name(cloud),
                    "colour": guarded(_face, "", cloud),
                    "sign": guarded(marker_sign, "", cloud),
                    **_thinned(places[:, 0], places[:, 1]),
                }
            )
    return found


def segments(ax: Axes) -> list[dict[str, Any]]:
    """Upright and level strokes that may be error bars: those of ``errorbar``, ``vlines``, ``hlines``, and lines of two points."""
    found = []
    for (x0, y0), (x1, y1) in _strokes(ax):
        if not all(map(math.isfinite, (x0, y0, x1, y1))):
            continue  # Nothing is drawn of it.
        if x0 == x1 and y0 != y1:
            found.append({"vertical": True, "at": x0, "low": min(y0, y1), "high": max(y0, y1)})
        elif y0 == y1 and x0 != x1:
            found.append({"vertical": False, "at": y0, "low": min(x0, x1), "high": max(x0, x1)})
    return found


def _strokes(ax: Axes) -> Iterator[list[list[float]]]:
    for collection in ax.collections:
        if isinstance(collection, LineCollection) and collection.get_visible() and _is_drawn(collection, ax):
            yield from (np.asarray(part, dtype=float).tolist() for part in collection.get_segments() if len(part) == 2)
    for line in ax.lines:
        is_seen_there = line.get_visible() and is_stroke_seen(
            to_rgba(line.get_color(), line.get_alpha()), line.get_linewidth(), ax
        )
        if is_seen_there and line.get_transform() == ax.transData and len(line.get_xdata()) == 2:
            yield np.column_stack(line.get_data(orig=False)).astype(float).tolist()


def _is_drawn(strokes: LineCollection, ax: Axes) -> bool:
    """Whether strokes stand at their numbers, in a colour that a reader sees."""
    widest = max(strokes.get_linewidths(), default=0)
    return strokes.get_transform() == ax.transData and any(
        is_stroke_seen(colour, widest, ax) for colour in strokes.get_colors()
    )


def add_intervals(drawn: list[dict[str, Any]], strokes: Iterable[dict[str, Any]]) -> None:
    """Give each bar the error bar that stands on its end, if one does."""
    strokes = list(strokes)
    for bar in drawn:
        end = bar["base"] + bar["length"]
        room = 1e-9 * max(abs(end), 1)
        for stroke in strokes:
            if (
                stroke["vertical"] != bar["horizontal"]
                and abs(stroke["at"] - bar["at"]) <= bar["width"] / 2
                and stroke["low"] - room <= end <= stroke["high"] + room
            ):
                bar["low"], bar["high"] = stroke["low"], stroke["high"]
                break


def wedges(ax: Axes) -> list[dict[str, Any]]:
    """The slices of a pie or a ring, each its share of the whole circle."""
    return [
        {"label": _name(patch), "share": _number(patch.theta2 - patch.theta1) / 360}
        for patch in ax.patches
        if isinstance(patch, Wedge) and patch.get_visible()
    ]


def areas(ax: Axes) -> int:
    """How many filled areas there are, such as the band of an interval around a line."""
    return sum(isinstance(each, PolyCollection) and not _is_solid(each) for each in ax.collections)


def solids(ax: Axes) -> int:
    """How many bodies and surfaces stand in a 3-D chart."""
    return sum(map(_is_solid, ax.collections))


def line_sign(line: Line2D) -> str:
    """All that tells a line from another but for its colour: dashes, markers, whether they are filled, and width."""
    marker = line.get_marker()
    filled = "" if marker in ("None", "", " ", None) else "filled" if _seen(line.get_markerfacecolor()) else "hollow"
    dashes = line.get_linestyle()
    width = "" if dashes in ("None", "", " ") else f"{line.get_linewidth():.3g}"
    # Two custom patterns of dashes share one name; the pattern tells them apart.
    pattern = getattr(line, "_unscaled_dash_pattern", None) if dashes == "--" else None
    return cut(f"line {dashes} {width} {marker} {filled} {pattern or ''}")


def marker_sign(cloud: PathCollection) -> str:
    """The shape of a cloud's markers, whether they are filled, and their size."""
    outline = cloud.get_paths()[0].vertices
    # A marker has no name any more once it is drawn: its outline stands for it.
    shape = f"{len(outline)} {np.round(outline[:2], 2).tolist()}"
    sizes = cloud.get_sizes()
    filled = "filled" if len(cloud.get_facecolor()) and _seen(cloud.get_facecolor()[0]) else "hollow"
    return cut(f"marker {shape} {filled} {sizes[0] if len(sizes) else ''}")


def colour(value: Any) -> str:
    """A colour as ``"#rrggbb"``: that of the first of several, and none for what is transparent."""
    first = value if isinstance(value, str) or np.ndim(value) == 1 else value[0]
    return to_hex(first) if _seen(first) else ""


def _face(artist: Any) -> str:
    return colour(artist.get_facecolor())


def _seen(value: Any) -> bool:
    return not (isinstance(value, str) and value == "none") and to_rgba(value)[3] > 0


def _is_solid(collection: Any) -> bool:
    return type(collection).__name__ == "Poly3DCollection"


def _name(artist: Any) -> str:
    # matplotlib's own labels, which no legend shows, begin with an underscore.
    label = str(artist.get_label() or "")
    return "" if label.startswith("_") else cut(label)


def _number(value: Any) -> float:
    return float(np.ma.filled(value, np.nan))


def _thinned(x: np.ndarray, y: np.ndarray) -> dict[str, Any]:
    """The two ends and evenly spaced points between, and how many there are in all."""
    n = min(len(x), len(y))
    chosen = np.unique(np.linspace(0, n - 1, min(n, MOST_POINTS)).round().astype(int)) if n else []
    return {"n": n, "x": [float(x[i]) for i in chosen], "y": [float(y[i]) for i in chosen]}

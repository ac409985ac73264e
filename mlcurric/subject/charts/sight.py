"""What of a chart its reader does not get to see: bars that nobody can make out, what lies over them, and answers that are made up."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgba
from matplotlib.image import AxesImage
from matplotlib.patches import Patch, Rectangle
from matplotlib.transforms import Bbox

_FAINT = 0.04
"""A colour that differs from what lies behind it by no more than this, of 1, is none."""
_SMALLEST = 20.0
"""Pixels; in a smaller panel no bar can be read."""
_OPAQUE = 0.5
"""Of 1; a paler area lets what lies behind it through."""
_A_PART = 0.05
"""Of a bar; less may lie under something for the looks, such as a frame."""
_READ = ("get_", "draw", "format_ticks", "__getattr")


def is_altered(artist: Any) -> bool:
    """Whether something else than matplotlib answers what an artist is asked, or draws it."""
    replaced = set(vars(artist))
    for kind in type(artist).__mro__:
        if _is_of_matplotlib(kind):
            break
        replaced |= set(vars(kind))
    return any(name.startswith(_READ) for name in replaced)


def is_seen(bar: Rectangle, ax: Axes) -> bool:
    """Whether a reader sees a bar, and sees it where its numbers put it."""
    if not (ax.get_visible() and bar.get_visible() and min(ax.bbox.size) >= _SMALLEST):
        return False
    if bar.get_angle() or bar.get_data_transform() != ax.transData:
        return False
    return _is_whole(bar, ax) and _stands_out(bar, ax)


def covered(ax: Axes, bars: Iterable[Patch]) -> int:
    """How many bars something else lies over that does not let them through."""
    bars = list(bars)
    # Bars in the colour of the ground, or beside themselves, are no bars: they may hide others.
    own = {id(bar) for bar in bars if is_seen(bar, ax)}
    order = {id(child): (child.get_zorder(), place) for place, child in enumerate(ax.get_children())}
    above = [
        (order.get(id(each), (np.inf, 0)), box)
        for each in _lying_over(ax)
        if id(each) not in own
        for box in _boxes(each)
    ]
    found = 0
    for bar in bars if above else ():
        box = bar.get_window_extent()
        found += any(
            drawn > order.get(id(bar), (0, 0)) and _common(box, other) > _A_PART * max(box.width * box.height, 1)
            for drawn, other in above
        )
    return found


def _is_of_matplotlib(kind: type) -> bool:
    module = sys.modules.get(kind.__module__)
    return kind.__module__.partition(".")[0] in ("matplotlib", "mpl_toolkits") and any(
        value is kind for value in vars(module).values()
    )


def _is_whole(bar: Rectangle, ax: Axes) -> bool:
    """Whether nothing is cut off but at the edge of the chart."""
    if ax.name != "rectilinear" or not bar.get_clip_on():
        return True
    box = bar.get_clip_box()
    return bar.get_clip_path() is None and (box is None or np.allclose(box.bounds, ax.bbox.bounds, atol=0.5))


def _stands_out(bar: Rectangle, ax: Axes) -> bool:
    behind = np.ones(3)
    for patch in (ax.get_figure().patch, ax.patch):
        if patch.get_visible():
            behind = _over(patch.get_facecolor(), behind)
    painted = [bar.get_facecolor(), *([bar.get_edgecolor()] if bar.get_linewidth() else [])]
    return bool(bar.get_hatch()) or any(np.abs(_over(each, behind) - behind).max() > _FAINT for each in painted)


def _over(colour: Any, behind: np.ndarray) -> np.ndarray:
    *rgb, alpha = to_rgba(colour)
    return alpha * np.array(rgb) + (1 - alpha) * behind


def _lying_over(ax: Axes) -> Iterator[Any]:
    """What may lie over the bars of a chart: its own areas and pictures, those of its figure, and other charts."""
    figure = ax.get_figure()
    yield from (*ax.patches, *ax.images, *ax.collections, *figure.artists, *figure.patches, *figure.images)
    place = figure.axes.index(ax)
    later = (
        other
        for number, other in enumerate(figure.axes)
        if (other.get_zorder(), number) > (ax.get_zorder(), place) and other.get_label() != "<colorbar>"
    )
    for other in (*ax.child_axes, *later):
        if other.get_visible():
            yield from (other.patch, *other.images)


def _boxes(artist: Any) -> Iterator[Bbox]:
    """The boxes, in pixels, that an artist fills for the most part, if nothing is seen through it."""
    if not artist.get_visible():
        return
    if isinstance(artist, AxesImage):
        if artist.get_alpha() is None or np.min(artist.get_alpha()) > _OPAQUE:
            yield artist.get_window_extent()
        return
    if isinstance(artist, Patch):
        colours, paths = [artist.get_facecolor()], [artist.get_path()]
    elif isinstance(artist, PolyCollection):
        colours, paths = artist.get_facecolor(), artist.get_paths()
    else:
        return
    if not any(to_rgba(each)[3] > _OPAQUE for each in colours):
        return
    for path in paths:
        for corners in path.to_polygons(artist.get_transform()):
            box = Bbox([corners.min(axis=0), corners.max(axis=0)])
            if _area(corners) > _OPAQUE * box.width * box.height > 0:
                yield box


def _area(corners: np.ndarray) -> float:
    x, y = corners.T
    return abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2


def _common(one: Bbox, other: Bbox) -> float:
    """The area that two boxes share."""
    both = Bbox.intersection(one, other)
    return float(both.width * both.height) if both else 0.0

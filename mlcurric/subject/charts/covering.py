"""Bars that cannot be read for what is drawn over them, told from the picture itself."""

from __future__ import annotations

import math
import unicodedata
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgba
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.spines import Spine
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from mlcurric.subject.charts.sight import is_seen

_PIXELS = 400_000
"""Of the picture that is looked at, whatever the size of the figure."""
_THINNEST = 8
"""Pixels; on a thinner bar the stroke of its own error bar is as wide."""
_LETS_THROUGH = 0.12
"""Of 1; under the frame that matplotlib gives a legend, which lets 0.2 through, a bar can still be made out."""
_THIN, _SMALL, _FEW = 2.5, 12.0, 30
"""Points of a stroke, points of a marker, and strokes of one artist that leave most of a bar in sight."""
_IN_SIGHT = 0.6
"""Of a bar; numbers that are written on it hide less than the rest."""
_LARGEST = 24.0
"""Points; letters of a larger text may hide a bar."""
_OF_A_SLICE = 0.2
"""Of a slice across a bar; where less is in sight, the bar seems to have ended."""


def covered(ax: Axes) -> int:
    """How many bars something lies over that does not let them through, so that their length cannot be read.

    The whole figure is drawn twice, with all bars black and with all white: where the two pictures are alike, no bar is in
    sight, whatever it is that lies there. A bar hides no other.
    """
    if ax.name != "rectilinear":
        return 0
    figure = ax.get_figure(root=True)
    bars = {other: list(_bars(other)) for other in figure.axes}
    all_bars = [bar for of_one in bars.values() for bar, _ in of_one]
    # Most charts hold nothing that could lie over a bar, and to draw one costs as much as all the rest of its description.
    drawn = list(_drawn(figure))
    strokes = sum(isinstance(each, (Line2D, LineCollection)) for each in drawn)
    if not bars.get(ax) or (strokes <= _FEW and all(_is_slight(each, ax, all_bars) for each in drawn)):
        return 0
    with _as_large_as_any(figure):
        black, white = (_picture(figure, all_bars, shade) for shade in ("black", "white"))
        in_sight = np.abs(white - black) > _LETS_THROUGH
        parts = (_along(bar, level, in_sight) for bar, level in bars[ax])
        return sum(part is not None and _is_hidden(part) for part in parts)


def _bars(ax: Axes) -> Iterator[tuple[Rectangle, bool]]:
    """The bars that a reader would see if nothing lay over them, and whether each is level."""
    for container in ax.containers:
        if isinstance(container, BarContainer):
            for bar in container.patches:
                if isinstance(bar, Rectangle) and bar.axes is ax and is_seen(bar, ax):
                    yield bar, container.orientation == "horizontal"


def _drawn(figure: Figure) -> Iterator[Artist]:
    """Whatever is drawn of a figure and its charts, but for the ground of the figure."""
    for each in figure.get_children():
        if isinstance(each, Axes):
            yield from each.get_children()
        elif each is not figure.patch:
            yield each


def _is_slight(artist: Artist, ax: Axes, bars: Sequence[Rectangle]) -> bool:
    """Whether an artist surely hides no bar of a chart: letters, the bars themselves, and thin strokes, few and in sight."""
    if isinstance(artist, Text):
        return _is_ordinary(artist)
    if isinstance(artist, Spine):
        return _is_thin(artist, artist.get_linewidth(), artist.get_edgecolor(), ax)
    if isinstance(artist, Axis):
        ticks = [*artist.majorTicks, *artist.minorTicks]
        lines = (line for tick in ticks for line in (tick.tick1line, tick.tick2line, tick.gridline))
        return len(ticks) <= _FEW and all(not line.get_visible() or _is_slight(line, ax, bars) for line in lines)
    if isinstance(artist, Line2D):
        widest = max(artist.get_linewidth(), artist.get_markeredgewidth())
        is_small = artist.get_markersize() <= _SMALL and len(artist.get_xdata(orig=False)) <= _FEW
        return is_small and _is_thin(artist, widest, artist.get_color(), ax)
    if isinstance(artist, LineCollection):
        widest = max(artist.get_linewidths(), default=0)
        is_few = len(artist.get_paths()) <= _FEW
        return is_few and all(_is_thin(artist, widest, colour, ax) for colour in artist.get_colors())
    return artist is ax.patch or any(artist is bar for bar in bars)


def _is_thin(artist: Artist, width: float, colour: Any, ax: Axes) -> bool:
    """Whether a stroke is thin, nothing is drawn around it, and it is not of the colour of the ground, like an end of a bar."""
    apart = np.abs(np.subtract(to_rgba(colour)[:3], to_rgba(ax.get_facecolor())[:3])).max()
    return width <= _THIN and not artist.get_path_effects() and not artist.get_agg_filter() and apart > _LETS_THROUGH


def _picture(figure: Figure, bars: Iterable[Rectangle], shade: str) -> np.ndarray:
    """The figure with its bars in one shade: how light each pixel is, from 0 to 1, the uppermost row first."""
    kept = [(artist, vars(artist).copy()) for artist in (*bars, *filter(_is_ordinary, figure.findobj(Text)))]
    width, height = (round(side * figure.dpi) for side in figure.get_size_inches())
    renderer = RendererAgg(width, height, figure.dpi)
    try:
        for artist, _ in kept:
            if isinstance(artist, Rectangle):
                artist.set_fill(True)
                artist.set(facecolor=shade, edgecolor=shade, alpha=1, hatch=None, path_effects=[])
            else:
                artist.set_visible(False)
        # Not by the figure itself, which would lay itself out anew without its texts.
        in_order = sorted(figure.get_children(), key=lambda each: (each is not figure.patch, each.get_zorder()))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # What this chart is warned of was said when it was shown.
            for artist in in_order:
                artist.draw(renderer)
    finally:
        for artist, attributes in kept:
            vars(artist).clear()
            vars(artist).update(attributes)
    return np.asarray(renderer.buffer_rgba())[..., :3].mean(axis=-1) / 255


def _is_ordinary(text: Text) -> bool:
    """Whether a text is one of letters and no more, that leave most of what is behind them in sight; to draw many takes long."""
    return not (
        text.get_bbox_patch()
        or text.get_path_effects()
        or text.get_fontsize() > _LARGEST
        or any(unicodedata.category(character) == "So" for character in text.get_text())
    )


@contextmanager
def _as_large_as_any(figure: Figure) -> Iterator[None]:
    """Give the figure meanwhile as many dots an inch as make the same number of pixels of each; its window hears nothing of it."""
    dpi, manager = figure.dpi, figure.canvas.manager
    figure.canvas.manager = None
    try:
        figure.dpi = math.sqrt(_PIXELS / math.prod(figure.get_size_inches()))
        yield
    finally:
        figure.dpi = dpi
        figure.canvas.manager = manager


def _along(bar: Rectangle, level: bool, in_sight: np.ndarray) -> np.ndarray | None:
    """Where a bar is in sight, a row a slice across it, its end first; nothing for a bar too thin or too short to tell."""
    box = bar.get_window_extent()
    inside = Bbox.intersection(box, bar.axes.bbox) if bar.get_clip_on() else box
    if inside is None:
        return None
    height = len(in_sight)
    left, right = (round(each) for each in inside.intervalx)
    top, bottom = (height - round(each) for each in inside.intervaly[::-1])
    # Without the rim, which shares its pixels with what is beside it.
    part = in_sight[max(top + 1, 0) : bottom - 1, max(left + 1, 0) : right - 1]
    if min(part.shape) < _THINNEST:
        return None
    ends_high = (
        (bar.get_width() > 0) != bar.axes.xaxis_inverted()
        if level
        else (bar.get_height() > 0) == bar.axes.yaxis_inverted()
    )
    part = part.T if level else part
    return part[::-1] if ends_high else part


def _is_hidden(part: np.ndarray) -> bool:
    """Whether too little of a bar is in sight, or not even half of its last quarter."""
    last = part[: math.ceil(len(part) / 4)]
    return bool(part.mean() < _IN_SIGHT or (last.mean(axis=1) < _OF_A_SLICE).mean() > 0.5)

"""Bars that cannot be read for what is drawn over them, told from the picture itself."""

from __future__ import annotations

import math
import unicodedata
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from mlcurric.subject.charts.sight import is_seen

_PIXELS = 400_000
"""Of the picture that is looked at, whatever the size of the figure."""
_THINNEST = 8
"""Pixels; on a thinner bar the stroke of its own error bar is as wide."""
_LETS_THROUGH = 0.12
"""Of 1; under the frame that matplotlib gives a legend, which lets 0.2 through, a bar can still be made out."""
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
    with _as_large_as_any(figure):
        bars = {other: list(_bars(other)) for other in figure.axes}
        if not bars.get(ax):
            return 0
        all_bars = [bar for of_one in bars.values() for bar, _ in of_one]
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

"""What of a chart is not to be believed: bars that nobody can make out, and answers that are made up."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle

_FAINT = 0.04
"""A colour that differs from what lies behind it by no more than this, of 1, is none."""
_SMALLEST = 20.0
"""Pixels; in a smaller panel no bar can be read."""
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


def is_stroke_seen(colour: Any, width: float, ax: Axes) -> bool:
    """Whether a reader sees a stroke before the ground of a chart."""
    return width > 0 and _is_told_from(_ground(ax), colour)


def _is_of_matplotlib(kind: type) -> bool:
    if kind.__module__.partition(".")[0] not in ("matplotlib", "mpl_toolkits"):
        return False
    written = vars(sys.modules.get(kind.__module__))
    return written.get(kind.__name__) is kind or any(value is kind for value in written.values())


def _is_whole(bar: Rectangle, ax: Axes) -> bool:
    """Whether nothing is cut off but at the edge of the chart."""
    if ax.name != "rectilinear" or not bar.get_clip_on():
        return True
    box = bar.get_clip_box()
    return bar.get_clip_path() is None and (box is None or np.allclose(box.bounds, ax.bbox.bounds, atol=0.5))


def _ground(ax: Axes) -> np.ndarray:
    """The colour of whatever lies behind a chart."""
    behind = np.ones(3)
    for patch in (ax.get_figure().patch, ax.patch):
        if patch.get_visible():
            behind = _over(patch.get_facecolor(), behind)
    return behind


def _stands_out(bar: Rectangle, ax: Axes) -> bool:
    behind = _ground(ax)
    painted = [bar.get_facecolor(), *([bar.get_edgecolor()] if bar.get_linewidth() else [])]
    return bool(bar.get_hatch()) or any(_is_told_from(behind, each) for each in painted)


def _is_told_from(behind: np.ndarray, colour: Any) -> bool:
    """Whether a colour can be told from what lies behind it."""
    return bool(np.abs(_over(colour, behind) - behind).max() > _FAINT)


def _over(colour: Any, behind: np.ndarray) -> np.ndarray:
    *rgb, alpha = to_rgba(colour)
    return alpha * np.array(rgb) + (1 - alpha) * behind

"""A board as a notebook shows it: as wide as the page, and as long as it takes for the notes to be read."""

from __future__ import annotations

import math
from collections.abc import Collection
from io import BytesIO

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from mlcurric.subject.board.draw import HEAD, LEGEND, LEGEND_ROW, MARGIN, drawing_of, used_kinds
from mlcurric.subject.board.layout import lay_out_in_rows
from mlcurric.subject.board.model import Board
from mlcurric.subject.style import use_style

_COLOURS = 64
_DOTS_PER_INCH, _MOST_DOTS = 120, 7_000_000
_SCREEN = 10.8
"""Inches of the picture's width in a notebook."""
ON_SCREEN = 7
"""Places of the timeline that a screen shows beside each other in type that can be read."""
_ON_ROW = 4
"""Kinds in a row of the legend on a screen."""
_WIDEST_NOTE = 1.1
"""Inches of an event on a screen at most."""


def draw_on_screen(board: Board, marked: Collection[int] = ()) -> Figure:
    """Draw a board for a notebook: as wide as its page, and so long that the notes can be read there.

    Args:
        marked: the numbers of the notes to point out.
    """
    use_style()
    wall = lay_out_in_rows(board, ON_SCREEN)
    scale = min((_SCREEN - 2 * MARGIN) / wall.width, _WIDEST_NOTE)
    rows = -(-len(used_kinds(board)) // _ON_ROW)
    height = wall.height + HEAD + LEGEND + max(rows - 1, 0) * LEGEND_ROW
    size = wall.width * scale + 2 * MARGIN, height * scale + 2 * MARGIN
    return drawing_of(board, wall, size, scale, marked, _ON_ROW, traced=True).figure


def screen_picture(figure: Figure) -> bytes:
    """What ``draw_on_screen`` drew as a PNG of few colours: a notebook keeps each picture that it ever showed."""
    width, height = figure.get_size_inches()
    dots = min(_DOTS_PER_INCH, math.sqrt(_MOST_DOTS / (width * height)))
    canvas, small = FigureCanvasAgg(figure), BytesIO()
    figure.set_dpi(dots)
    canvas.draw()
    seen = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    few = seen.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(small, "PNG", dpi=(dots, dots))
    return small.getvalue()

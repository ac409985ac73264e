"""Charts that nobody touched since they were described: to describe one takes longer than most cells do.

Matplotlib tells it itself, of a whole figure: what is set on any part of it makes it stale, until it is drawn. A chart that a
cell changed and drew at once seems untouched, so that all are looked at once more when the last cell has run.
"""

from __future__ import annotations

import contextlib
import sys
from typing import Any


def note(answer: Any) -> None:
    """Note that an answer was just described."""
    # A learner's class may raise anything when it is asked, SystemExit too: then it is described again.
    with contextlib.suppress(BaseException):
        if (figure := _figure_of(answer)) is not None:
            figure.stale = False


def is_as_noted(answer: Any) -> bool:
    """Whether an answer is a chart, or its figure, that nobody touched since; of everything else it is not known."""
    with contextlib.suppress(BaseException):
        figure = _figure_of(answer)
        return figure is not None and figure.stale is False
    return False


def _figure_of(answer: Any) -> Any:
    """The figure that holds a chart, or is one; nothing of what else there is, whatever it calls itself."""
    charts, figures = (sys.modules.get(f"matplotlib.{name}") for name in ("axes", "figure"))
    if charts and isinstance(answer, charts.Axes):
        return answer.get_figure(root=True)
    return answer.get_figure(root=True) if figures and isinstance(answer, figures.FigureBase) else None

"""A picture with a slider below it, for those who like to drag; the same picture stands still where there is none."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from io import BytesIO

import matplotlib.pyplot as plt
from IPython.display import display
from matplotlib.figure import Figure

from mlcurric.text import T

_STILL = T("(A slider: run this cell, then drag.)", "(スライダーです。セルを実行すると動かせます。)")


def slide(figure_of: Callable[[float], Figure], values: Sequence[float], start: float, label: T | str) -> None:
    """Show a figure that follows a slider.

    Args:
        figure_of: from a value to its figure.
        values: where the slider can stand, in their order.
        start: where it stands at first; one of ``values``.
        label: what is set.

    Without ``ipywidgets`` (the extra ``lab``) the figure of ``start`` is shown, and nothing moves.
    """
    try:
        import ipywidgets
    except ModuleNotFoundError:
        figure_of(start)
        plt.show()
        return

    still = _png(figure_of(start))
    picture = ipywidgets.Image(value=still, format="png", layout={"max_width": "100%"})
    handle = ipywidgets.SelectionSlider(
        options=[(f"{value:,g}", value) for value in values],
        value=start,
        description=str(label),
        continuous_update=False,
        style={"description_width": "initial"},
        layout={"width": "100%", "max_width": "46em"},
    )

    def follow(change: dict) -> None:
        picture.value = _png(figure_of(change["new"]))

    handle.observe(follow, names="value")
    # The same words on every run, and a picture for a page on which nothing runs.
    views = ipywidgets.VBox([handle, picture])._repr_mimebundle_()
    display(views | {"text/plain": str(_STILL), "image/png": b64encode(still).decode()}, raw=True)


def _png(figure: Figure) -> bytes:
    file = BytesIO()
    figure.savefig(file, format="png")
    # An open figure would be shown a second time below the cell.
    plt.close(figure)
    return file.getvalue()

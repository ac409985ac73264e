"""A list as a square of customers: of these hundred, so many really left."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np

from mlcurric.subject.style import INK, LEFT, MUTED, STAYED
from mlcurric.text import T


def show_waffles(lists: dict[str, int], size: int = 100) -> None:
    """Draw lists of ``size`` customers side by side, those who left filled in.

    Args:
        lists: title → how many on the list left.
        size: customers on each list; a square number reads best.

    Raises:
        ValueError: if more left than stand on the list.
    """
    columns = int(np.ceil(np.sqrt(size)))
    _, axes = plt.subplots(1, len(lists), figsize=(3.1 * len(lists), 3.7), squeeze=False, layout="constrained")
    for ax, (title, left) in zip(axes[0], lists.items(), strict=True):
        if not 0 <= left <= size:
            raise ValueError(f"{title}: {left} of {size} cannot have left.")
        places = np.arange(size)
        x, y = places % columns, -(places // columns)
        gone = places < left
        ax.scatter(x[~gone], y[~gone], s=58, marker="o", facecolors="none", edgecolors=STAYED, linewidths=1.2)
        ax.scatter(x[gone], y[gone], s=62, marker="D", c=LEFT)
        ax.set_title(title, color=INK, loc="center")
        ax.text(0.5, -0.06, str(left), transform=ax.transAxes, ha="center", va="top", fontsize=24, color=LEFT)
        ax.text(
            0.5, -0.24, str(T("of {n} left", "人が解約({n}人中)").format(n=size)),
            transform=ax.transAxes, ha="center", va="top", fontsize=11, color=MUTED,
        )  # fmt: skip
        ax.set(xlim=(-0.7, columns - 0.3), ylim=(-columns + 0.3, 0.7), aspect="equal")
        ax.axis("off")
    plt.show()

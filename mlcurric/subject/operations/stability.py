"""Whether customers still look like those that a model learned from: the population stability index (PSI)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from numbers import Integral

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from mlcurric.subject.clues import CLUES
from mlcurric.subject.columns import number_columns, numbers

EMPTY = 0.5
"""What a bin with nobody in it counts as, in customers. A share of 0 has no logarithm; some write 0.0001 of all instead,
which makes a gap of one customer in a thousand as loud as one in ten thousand."""


def stability_index(before: ArrayLike, now: ArrayLike, edges: Sequence[float]) -> float:
    """PSI = Σ (q − p) · ln(q / p), over bins, with p and q their shares before and now.

    0 where nothing has moved. That below 0.1 nothing has happened, and above 0.25 something has, is a convention of credit
    scoring and no law (others say 0.2); a PSI says nothing of whether the model still earns.

    Args:
        before, now: numbers without gaps, such as a column when the model learned, and today; they may differ in length.
        edges: where the bins part, finite and rising, at least one; the first and the last bin are open, and a value on an
            edge belongs to the bin above it. A bin with nobody in it counts as ``EMPTY`` customers; the totals stay.

    Raises:
        ValueError: if a column is empty, has gaps or holds anything but finite numbers, or the edges are not finite or do
            not rise.
    """
    return index_of_shares(*(shares_by_bin(values, edges) for values in (before, now)))


def shares_by_bin(values: ArrayLike, edges: Sequence[float]) -> NDArray[np.float64]:
    """The share of each bin, from the lowest on; arguments as for ``stability_index``.

    Raises:
        ValueError: as for ``stability_index``.
    """
    found, parted = _filled(values), _rising(edges)
    counts = np.bincount(np.searchsorted(parted, found, side="right"), minlength=len(parted) + 1)
    return np.maximum(counts, EMPTY) / found.size


def index_of_shares(before: NDArray[np.float64], now: NDArray[np.float64]) -> float:
    """The PSI of two columns whose ``shares_by_bin`` are known."""
    return float(((now - before) * np.log(now / before)).sum())


def edges_of(values: ArrayLike, groups: int = 10) -> list[float]:
    """Edges that part a column into groups as equal as it lets them be: its quantiles, each once.

    A column of few values, such as yes and no, has fewer groups; one that never changes has one edge, its value.

    Raises:
        ValueError: if the column is empty, has gaps or holds anything but finite numbers, or ``groups`` is no whole number
            from 2 on.
    """
    if not isinstance(groups, Integral) or groups < 2:
        raise ValueError(f"Two groups or more can be told apart, a whole number of them, not {groups!r}.")
    found = _filled(values)
    edges = np.unique(np.quantile(found, np.linspace(0, 1, groups + 1)[1:-1], method="higher"))
    # An edge at the smallest value would leave the bin below it empty for ever.
    above = edges[edges > found.min()]
    if len(above):
        return above.tolist()
    rest = found[found > found.min()]
    return [float(rest.min() if rest.size else found.min())]


def clue_stability(
    before: pd.DataFrame,
    now: pd.DataFrame,
    columns: Sequence[str] = CLUES,
    edges: Mapping[str, Sequence[float]] | None = None,
) -> pd.Series:
    """The PSI of each column between two tables, largest first.

    Args:
        columns: of numbers, or of yes and no.
        edges: by column; by default those of ``edges_of`` on ``before``.

    Raises:
        ValueError: naming a column that is missing, has gaps or holds anything but finite numbers, or whose edges are
            missing, not finite or do not rise.
    """
    first, then = number_columns(before, columns), number_columns(now, columns)
    edges = {name: edges_of(first[name]) for name in columns} if edges is None else edges
    if without := [name for name in columns if name not in edges]:
        raise ValueError(
            f"{', '.join(without)}: there are no edges; give some for each column, or none at all, and they are made."
        )
    found = {}
    for name in columns:
        parted = _rising(edges[name], f"{name}: bins")
        found[name] = stability_index(first[name], then[name], parted)
    return pd.Series(found, name="psi").sort_values(ascending=False, kind="stable")


def _filled(values: ArrayLike) -> NDArray[np.float64]:
    found = numbers(values, "the column")
    if not found.size:
        raise ValueError("The column is empty: it has no shares to compare.")
    if not np.isfinite(found).all():
        raise ValueError("The column holds a number that is infinite; something was divided by 0 there. Mend it first.")
    return found


def _rising(edges: Sequence[float], what: str = "Bins") -> NDArray[np.float64]:
    """Edges at which bins can part. At one that is infinite or missing nothing parts: such an alarm could never ring."""
    try:
        found = np.asarray(edges, dtype=float)
    except (TypeError, ValueError):
        found = np.empty(0)
    typed = np.asarray(edges, dtype=object)
    if (
        found.ndim != 1
        or not found.size
        or any(isinstance(edge, str) for edge in typed)
        or not np.isfinite(found).all()
        or (np.diff(found) <= 0).any()
    ):
        raise ValueError(f"{what} part at one or more finite, rising edges, not at {typed.tolist()}.")
    return found

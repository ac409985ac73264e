"""Ways to a Qini curve that are nearly right, as functions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd


def _counts(stayed: pd.Series, called: pd.Series, score: pd.Series, ascending: bool = False) -> pd.DataFrame:
    """For each score: of the customers down to it, how many were called and not, and how many of each stayed."""
    if called.all() or not called.any():
        raise ValueError
    rows = pd.DataFrame(
        {
            "n": 1,
            "called": called,
            "alone": ~called,
            "stayed_called": stayed & called,
            "stayed_alone": stayed & ~called,
        }
    ).astype(int)
    return rows.groupby(score).sum().sort_index(ascending=ascending).cumsum()


def _read(counts: pd.DataFrame, kept: pd.Series, cuts: Sequence[int]) -> list[float]:
    known = kept.notna()
    return np.interp(cuts, [0, *counts["n"][known]], [0, *kept[known]]).tolist()


def _radcliffe(counts: pd.DataFrame) -> pd.Series:
    return counts["stayed_called"] - counts["stayed_alone"] * counts["called"] / counts["alone"]


def upside_down(stayed, called, score, cuts):
    counts = _counts(~stayed, called, score)
    return _read(counts, _radcliffe(counts), cuts)


def lowest_first(stayed, called, score, cuts):
    counts = _counts(stayed, called, score, ascending=True)
    return _read(counts, _radcliffe(counts), cuts)


def row_by_row(stayed, called, score, cuts):
    order = score.sort_values(ascending=False, kind="stable").index
    place = pd.Series(-np.arange(len(order)), index=order).sort_index()
    counts = _counts(stayed, called, place)
    return _read(counts, _radcliffe(counts), cuts)


def by_position(stayed, called, score, cuts):
    """Rows looked up by their numbers from 0; a filtered table does not have all of them."""
    if called.all() or not called.any() or score.isna().any():
        raise ValueError
    rows = range(len(score))
    renumbered = (pd.Series([column[at] for at in rows]) for column in (stayed, called, score))
    counts = _counts(*renumbered)
    return _read(counts, _radcliffe(counts), cuts)


def same_ratio_everywhere(stayed, called, score, cuts):
    counts = _counts(stayed, called, score)
    return _read(counts, counts["stayed_called"] - counts["stayed_alone"] * called.sum() / (~called).sum(), cuts)


def not_scaled(stayed, called, score, cuts):
    counts = _counts(stayed, called, score)
    return _read(counts, counts["stayed_called"] - counts["stayed_alone"], cuts)


def _difference_of_shares(counts: pd.DataFrame) -> pd.Series:
    return counts["stayed_called"] / counts["called"] - counts["stayed_alone"] / counts["alone"]


def shares(stayed, called, score, cuts):
    counts = _counts(stayed, called, score)
    return _read(counts, _difference_of_shares(counts), cuts)


def gain_curve(stayed, called, score, cuts):
    counts = _counts(stayed, called, score)
    return _read(counts, _difference_of_shares(counts) * counts["n"], cuts)


def stairs(stayed, called, score, cuts):
    counts = _counts(stayed, called, score)
    kept = _radcliffe(counts).fillna(0)
    at = np.searchsorted(counts["n"], cuts, side="right")
    return [float([0, *kept][place]) for place in at]


def nobody_expected(stayed, called, score, cuts):
    counts = _counts(stayed, called, score)
    ratio = (counts["called"] / counts["alone"]).replace(np.inf, 0)
    return _read(counts, counts["stayed_called"] - counts["stayed_alone"] * ratio, cuts)


def whole_tie(stayed, called, score, cuts):
    """Whoever ties with the last place is let in, so the list is longer than the cut."""
    counts = _counts(stayed, called, score)
    kept = _radcliffe(counts).fillna(0)
    at = np.searchsorted(counts["n"], cuts, side="left")
    return [float(kept.iloc[place]) if cut else 0.0 for place, cut in zip(at, cuts, strict=True)]

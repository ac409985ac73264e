"""The Qini curve: how many customers an order of calling keeps, counted in a pilot, without knowing anybody's truth."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy.integrate import trapezoid

from mlcurric.subject import amounts
from mlcurric.subject.columns import check_rows, labels, numbers

_DIGITS = 9
"""Scores that agree so far are tied: their last bits differ between machines."""


def qini_curve(stayed: ArrayLike, called: ArrayLike, score: ArrayLike) -> pd.Series:
    """The Qini curve in the variant of Radcliffe (2007), not normalised; the response is *staying*.

    Of the first n customers by score, some had been called by lot and some not. With N customers and S of them who
    stayed, the curve at n is S_called − S_alone · N_called / N_alone: how many of those called stayed because of it.
    Customers of one score are one step, drawn as a straight line from its beginning to its end: their order is no
    opinion of the score. The curve starts at (0, 0). Where the first customers were all called there is nobody to
    compare with; it is a straight line to the first point at which there is.

    Radcliffe, *Using control groups to target on predicted lift* (2007). Other variants are on other scales: times
    (N_called + N_alone) / N_called (“uplift” or “gain” curve), or divided by the area of a perfect order (sklift). With
    leaving as the response the same curve would stand on its head.

    Args:
        stayed: True or False (or 1 and 0), one a customer of a randomised pilot.
        called: likewise; a lot decided it.
        score: the higher, the earlier on the list; row by row with the others.

    Returns:
        Customers kept, by the length of the list (index ``customers``, from 0 to all); to read it in between, interpolate:
        ``np.interp(600, curve.index, curve)``.

    Raises:
        ValueError: if everybody was called, or nobody; if a column has gaps or belongs to other rows.
    """
    check_rows(stayed, score, ("stayed", "score"))
    check_rows(called, score, ("called", "score"))
    response, treated = _pilot(stayed, called)
    placed = np.round(numbers(score, "score"), _DIGITS)
    order = np.argsort(-placed, kind="stable")
    ends = np.append(placed[order][1:] != placed[order][:-1], True)
    kept = _kept(response[order], treated[order])[ends]
    known = ~np.isnan(kept)
    index = pd.Index(np.append(0, np.flatnonzero(ends)[known] + 1), name="customers")
    return pd.Series(np.append(0.0, kept[known]), index=index, name="kept")


def qini_area(curve: pd.Series) -> float:
    """How much an order is worth over one by lot: the mean height of its Qini curve above the straight line to its end.

    Args:
        curve: as ``qini_curve`` gives it.

    Returns:
        Customers kept more than by lot, on average over all lengths of the list; below 0 for an order worse than lots. It
        is not normalised, and grows with the size of the pilot.

    Raises:
        ValueError: if it is no curve: customers kept without gaps, by lengths of the list that rise from 0.
    """
    lengths = curve.index if isinstance(curve, pd.Series) else []
    if len(lengths) < 2 or lengths[0] != 0 or not lengths.is_monotonic_increasing or not lengths.is_unique:
        raise ValueError(
            "A curve as qini_curve gives it is expected: customers kept, by two or more lengths of the list that rise from 0."
        )
    amounts.numbers(curve, "curve")
    size = curve.index[-1]
    by_lot = curve.iloc[-1] * curve.index.to_numpy() / size
    return float(trapezoid(curve.to_numpy() - by_lot, curve.index.to_numpy()) / size)


def qini_by_lot(stayed: ArrayLike, called: ArrayLike, draws: int = 200, seed: int = 0) -> pd.DataFrame:
    """Where the Qini curves of orders without any opinion lie: the same pilot, its customers in an order drawn by lot.

    Args:
        stayed, called: as for ``qini_curve``.
        draws: how many orders are drawn, 1 or more.
        seed: of the lots.

    Returns:
        At a hundred lengths of the list (index ``customers``): ``low`` and ``high``, between which 95 of 100 of them lie, at
        each length for itself; without the first lengths at which no order had anybody to compare with.

    Raises:
        ValueError: as for ``qini_curve``; or if ``draws`` is no whole number of 1 or more, or ``seed`` of 0 or more.
    """
    draws, seed = amounts.whole(draws, "draws", least=1), amounts.whole(seed, "seed", most=2**32 - 1)
    response, treated = _pilot(stayed, called)
    random, size = np.random.RandomState(seed), len(response)
    at = np.unique(np.linspace(0, size, 101).round().astype(int))[1:]
    curves = np.empty((draws, len(at)))
    for draw in range(draws):
        order = random.permutation(size)
        curves[draw] = _kept(response[order], treated[order])[at - 1]
    known = ~np.isnan(curves).all(axis=0)
    at = at[known]
    low, high = np.nanpercentile(curves[:, known], [2.5, 97.5], axis=0)
    start = pd.DataFrame({"low": [0.0], "high": [0.0]}, index=[0])
    return pd.concat([start, pd.DataFrame({"low": low, "high": high}, index=at)]).rename_axis("customers")


def qini_ahead(
    stayed: ArrayLike,
    called: ArrayLike,
    score: ArrayLike,
    others: Mapping[str, ArrayLike],
    at: int,
    draws: int = 500,
    seed: int = 0,
) -> pd.DataFrame:
    """How many customers more one order keeps than others, at one length of the list, with the range of that difference.

    Two heights of one pilot share most of their luck, so their own ranges say little about which is higher. Here the
    pilot's customers are drawn anew, with replacement, and both curves are read in the same draw (paired bootstrap,
    percentiles; Efron 1979, *Ann. Stat.* 7:1-26). The orders stay as they are: what would be learned from another pilot
    is not in the range.

    Args:
        stayed, called, score: as for ``qini_curve``.
        others: name → score of the order to compare with, row by row with ``score``.
        at: length of the list, in customers of the pilot, from 1 to all.
        draws: how many pilots are drawn, 1 or more.
        seed: of the draws.

    Returns:
        One row an order of ``others``: ``value`` (customers, the difference of the curves), ``low`` and ``high``, between
        which 95 of 100 draws lie.

    Raises:
        ValueError: as for ``qini_curve``; if ``others`` is empty; if ``at``, ``draws`` or ``seed`` is no such whole number;
            or if the pilot is so small that a draw has one side only.
    """
    if not others:
        raise ValueError("Give an order to compare with: others maps its name to its scores.")
    scores = {"score": score, **{f"others[{name!r}]": other for name, other in others.items()}}
    for name, one in scores.items():
        check_rows(stayed, one, ("stayed", name))
    response, treated = _pilot(stayed, called)
    size = len(response)
    at, draws = amounts.whole(at, "at", least=1, most=size), amounts.whole(draws, "draws", least=1)
    random = np.random.RandomState(amounts.whole(seed, "seed", most=2**32 - 1))
    steps = [np.unique(-np.round(numbers(one, name), _DIGITS), return_inverse=True)[1] for name, one in scores.items()]
    sides = np.stack([treated, ~treated, response & treated, response & ~treated]).astype(float)
    heights = np.empty((draws + 1, len(steps)))
    for draw in range(draws + 1):
        # The first one is the pilot itself.
        drawn = np.bincount(random.randint(size, size=size), minlength=size) if draw else np.ones(size)
        counts = sides * drawn
        if not counts[:2].any(axis=1).all():
            raise ValueError(f"A pilot of {size} customers is too small: drawn anew, all or none of them were called.")
        heights[draw] = [_height(step, counts, at) for step in steps]
    ahead = heights[:, [0]] - heights[:, 1:]
    low, high = np.percentile(ahead[1:], [2.5, 97.5], axis=0)
    return pd.DataFrame({"value": ahead[0], "low": low, "high": high}, index=list(others))


def _height(step: NDArray[np.intp], counts: NDArray[np.float64], at: int) -> float:
    """The height of a curve at one length, from the step on which each customer stands and how often each was drawn."""
    called, alone, stayed_called, stayed_alone = (np.cumsum(np.bincount(step, count)) for count in counts)
    known = alone > 0
    kept = stayed_called[known] - stayed_alone[known] * called[known] / alone[known]
    return float(np.interp(at, np.append(0, (called + alone)[known]), np.append(0, kept)))


def _pilot(stayed: ArrayLike, called: ArrayLike) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    check_rows(stayed, called, ("stayed", "called"))
    response, treated = labels(stayed, "stayed"), labels(called, "called")
    if treated.all() or not treated.any():
        raise ValueError("A Qini curve compares: it needs customers who were called and customers who were not.")
    return response, treated


def _kept(response: NDArray[np.bool_], treated: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The curve after each customer of an order; NaN as long as nobody in it was left alone."""
    called, alone = np.cumsum(treated), np.cumsum(~treated)
    stayed_called, stayed_alone = np.cumsum(response & treated), np.cumsum(response & ~treated)
    expected = np.full(len(called), np.nan)
    np.divide(stayed_alone * called, alone, out=expected, where=alone > 0)
    return stayed_called - expected

"""Whether a predicted risk means what it says: calibration by groups, and the Brier score with its parts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss

from mlcurric.subject.columns import check_rows, labels, shares
from mlcurric.subject.intervals import share


def calibration_table(
    happened: ArrayLike, risk: ArrayLike, groups: int = 10, strategy: str = "quantile"
) -> pd.DataFrame:
    """Predicted against observed, group by group of similar risk: scikit-learn's ``calibration_curve`` with its counts.

    Args:
        happened: True or False (or 1 and 0), one a customer.
        risk: predicted, 0 to 1, row by row with ``happened``.
        groups: how many, 1 or more; customers of one risk never part, so there may be fewer.
        strategy: ``"quantile"`` (as many customers in each) or ``"uniform"`` (each as wide).

    Returns:
        One row a group, by rising risk: ``customers`` (count), ``predicted`` (mean risk), ``observed`` (share to whom it
        happened), ``low`` and ``high`` (Wilson's 95% interval of it).

    Raises:
        ValueError: if a column has gaps or values out of range, they belong to other rows, or a setting is unknown.
    """
    truth, predicted = _columns(happened, risk)
    observed, mean = calibration_curve(truth, predicted, n_bins=groups, strategy=strategy, pos_label=True)
    customers = np.bincount(_group_of(predicted, groups, strategy))
    customers = customers[customers > 0]
    intervals = [share(round(rate * count), count) for rate, count in zip(observed, customers, strict=True)]
    return pd.DataFrame(
        {
            "customers": customers,
            "predicted": mean,
            "observed": observed,
            "low": [interval.low for interval in intervals],
            "high": [interval.high for interval in intervals],
        }
    )


@dataclass(frozen=True)
class Brier:
    """The Brier score, the mean of (risk − outcome)², and its parts; 0 is perfect.

    score = reliability − resolution + uncertainty + within. A low score at a low base rate proves nothing: the constant
    forecast of the base rate C scores C(1 − C), which is ``uncertainty``.

    Attributes:
        score: the Brier score.
        reliability: how far the groups' risks lie from what happened in them (0 is calibrated).
        resolution: how far the groups differ in what happened (more is better).
        uncertainty: C(1 − C), with C the base rate.
        within: what grouping leaves out: differences of risk inside the groups. 0 if each group holds one risk.
    """

    score: float
    reliability: float
    resolution: float
    uncertainty: float
    within: float


def brier_parts(happened: ArrayLike, risk: ArrayLike, groups: int | None = None) -> Brier:
    """The Brier score and its parts.

    Sources: Murphy 1973, *J. Appl. Meteorol.* 12:595-600; for ``within``, Stephenson, Coelho and Jolliffe 2008, *Weather
    Forecast.* 23:752-757.

    Args:
        happened, risk: as for ``calibration_table``.
        groups: as many groups of equal size; by default one for each distinct risk, which tells little if each
            customer has a risk of their own.

    Raises:
        ValueError: as for ``calibration_table``.
    """
    truth, predicted = _columns(happened, risk)
    score = brier_score_loss(truth, predicted, pos_label=True)
    # Without groups, each distinct risk is one.
    group = predicted if groups is None else _group_of(predicted, groups, "quantile")
    rows = pd.DataFrame({"group": group, "risk": predicted, "happened": truth.astype(float)})
    means = rows.groupby("group")[["risk", "happened"]].transform("mean")
    base_rate = truth.mean()
    reliability = ((means["risk"] - means["happened"]) ** 2).mean()
    resolution = ((means["happened"] - base_rate) ** 2).mean()
    apart, missed = rows["risk"] - means["risk"], rows["happened"] - means["happened"]
    within = (apart**2).mean() - 2 * (apart * missed).mean()
    return Brier(*map(float, (score, reliability, resolution, base_rate * (1 - base_rate), within)))


def _columns(happened: ArrayLike, risk: ArrayLike) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    check_rows(happened, risk)
    return labels(happened), shares(risk, "risk")


def _group_of(risk: NDArray[np.float64], groups: int, strategy: str) -> NDArray[np.intp]:
    """The group of each row, by the edges that ``calibration_curve`` uses."""
    if groups < 1 or strategy not in ("quantile", "uniform"):
        raise ValueError(f"1 or more groups, “quantile” or “uniform”, are expected, not {groups} and {strategy!r}.")
    edges = np.linspace(0, 1, groups + 1)
    if strategy == "quantile":
        edges = np.percentile(risk, 100 * edges)
    return np.searchsorted(edges[1:-1], risk)

"""Net benefit: hits, less the false alarms at the price that the chosen threshold puts on them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from numpy.typing import ArrayLike

from mlcurric.subject.columns import check_rows, labels, shares
from mlcurric.subject.metrics.confusion import Counts, confusion


def net_benefit(counts: Counts, threshold: float) -> float:
    """Hits per customer, less the false alarms weighed by the odds of the threshold.

    TP/N − FP/N · pt/(1 − pt), with pt the risk at which one is indifferent between acting and not. Source: Vickers and
    Elkin 2006, *Med. Decis. Making* 26:565-574. Doing nothing has a net benefit of 0.

    Args:
        counts: of those one acts upon (the list) against what happened.
        threshold: pt, at least 0 and less than 1.

    Returns:
        Hits per customer; multiplied by 1,000, “hits of 1,000 customers, with no false alarm”.

    Raises:
        ValueError: if the threshold is out of range.
    """
    return (counts.hits - counts.false_alarms * _odds(threshold)) / counts.total


def net_benefit_of_all(base_rate: float, threshold: float) -> float:
    """The net benefit of acting upon everybody: base rate − (1 − base rate) · pt/(1 − pt).

    Args:
        base_rate: the share to whom it happens, 0 to 1.
        threshold: as for ``net_benefit``.

    Raises:
        ValueError: if one of them is out of range.
    """
    if not 0 <= base_rate <= 1:
        raise ValueError(f"A base rate from 0 to 1 is expected, not {base_rate}.")
    return base_rate - (1 - base_rate) * _odds(threshold)


def decision_curve(happened: ArrayLike, risk: ArrayLike, thresholds: Iterable[float]) -> pd.DataFrame:
    """Net benefit at each threshold of acting upon whoever has that risk or more, upon everybody, and upon nobody.

    Args:
        happened: True or False (or 1 and 0), one a customer.
        risk: predicted, 0 to 1, row by row with ``happened``.
        thresholds: each at least 0 and less than 1.

    Returns:
        One row a threshold: ``threshold``, ``model``, ``everybody``, ``nobody``.

    Raises:
        ValueError: if a column has gaps or values out of range, or they belong to other rows.
    """
    check_rows(happened, risk)
    truth, predicted = labels(happened), shares(risk, "risk")
    rows = [
        (pt, net_benefit(confusion(truth, predicted >= pt), pt), net_benefit_of_all(truth.mean(), pt), 0.0)
        for pt in thresholds
    ]
    return pd.DataFrame(rows, columns=["threshold", "model", "everybody", "nobody"])


def _odds(threshold: float) -> float:
    if not 0 <= threshold < 1:
        raise ValueError(f"A threshold of at least 0 and less than 1 is expected, not {threshold}.")
    return threshold / (1 - threshold)

"""Rates with a period and a denominator."""

from __future__ import annotations

import pandas as pd


def at_start(subscriptions: pd.DataFrame, first_day: str) -> pd.DataFrame:
    """The subscriptions that run when the period begins: the denominator of a churn rate.

    Args:
        subscriptions: columns ``started`` and ``ended`` (days; ``ended``, the last day of service, may be missing).
        first_day: the first day of the period.

    Returns:
        The rows that started before ``first_day`` and had not ended before it.
    """
    begin = pd.Timestamp(first_day)
    ended_before = subscriptions["ended"].notna() & (subscriptions["ended"] < begin)
    return subscriptions[(subscriptions["started"] < begin) & ~ended_before]


def churn_rate(subscriptions: pd.DataFrame, first_day: str, last_day: str) -> float:
    """The share of the customers at the start of a period who leave in it, 0 to 1.

    Whoever joins during the period counts in neither part, even if they leave before its end.

    Args:
        subscriptions: as for ``at_start``.
        first_day: the first day of the period.
        last_day: the last day of the period, which belongs to it.

    Raises:
        ValueError: if the period ends before it begins, or nobody was there at its start.
    """
    begin, end = pd.Timestamp(first_day), pd.Timestamp(last_day)
    if end < begin:
        raise ValueError(f"The period ends ({last_day}) before it begins ({first_day}).")
    there = at_start(subscriptions, first_day)
    if there.empty:
        raise ValueError(f"Nobody was a customer on {first_day}: a churn rate needs somebody who can leave.")
    return float((there["ended"] <= end).mean())

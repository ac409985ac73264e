"""Rates with a period and a denominator."""

from __future__ import annotations

from datetime import date

import pandas as pd

from mlcurric.subject.columns import column


def at_start(subscriptions: pd.DataFrame, first_day: str) -> pd.DataFrame:
    """The subscriptions that run when the period begins: the denominator of a churn rate.

    Args:
        subscriptions: columns ``started`` and ``ended`` (days; ``ended``, the last day of service, may be missing).
        first_day: the first day of the period.

    Returns:
        The rows that started before ``first_day`` and had not ended before it.

    Raises:
        ValueError: if a column is missing or does not hold days, ``started`` has gaps, somebody ended before they started,
            or ``first_day`` is no day.
    """
    begin, started, ended = _day(first_day), _days(subscriptions, "started"), _days(subscriptions, "ended")
    if started.isna().any():
        raise ValueError(
            f"started has {int(started.isna().sum())} gaps; fill them, or drop those rows, before you count."
        )
    if (ended < started).any():
        raise ValueError(
            f"{int((ended < started).sum())} subscriptions ended before they started; mend these rows first."
        )
    return subscriptions[(started < begin) & ~(ended < begin)]


def churn_rate(subscriptions: pd.DataFrame, first_day: str, last_day: str) -> float:
    """The share of the customers at the start of a period who leave in it, 0 to 1.

    Whoever joins during the period counts in neither part, even if they leave before its end.

    Args:
        subscriptions: as for ``at_start``.
        first_day: the first day of the period.
        last_day: the last day of the period, which belongs to it.

    Raises:
        ValueError: as for ``at_start``; if the period ends before it begins, or nobody was there at its start.
    """
    begin, end = _day(first_day), _day(last_day)
    if end < begin:
        raise ValueError(f"The period ends ({last_day}) before it begins ({first_day}).")
    there = at_start(subscriptions, first_day)
    if there.empty:
        raise ValueError(f"Nobody was a customer on {first_day}: a churn rate needs somebody who can leave.")
    return float((_days(there, "ended") <= end).mean())


def _day(day: str) -> pd.Timestamp:
    read = pd.to_datetime(day, errors="coerce") if isinstance(day, str | date) else None
    if not isinstance(read, pd.Timestamp) or read.tz:
        raise ValueError(f"A day such as '2026-04-01' is expected; here it is {day!r}.")
    return read


def _days(subscriptions: pd.DataFrame, name: str) -> pd.Series:
    days = column(subscriptions, name)
    if days.isna().all():
        return pd.Series(pd.NaT, index=days.index, dtype="datetime64[ns]")
    if not pd.api.types.is_datetime64_dtype(days):
        raise ValueError(
            f"{name} holds {days.dropna().iloc[0]!r}; days without a time zone are expected. Turn it into days first: "
            f"pd.to_datetime(table['{name}'])."
        )
    return days

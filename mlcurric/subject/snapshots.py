"""Snapshots without a time machine: what was known on a day, and what came true afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

FEATURES = ["days_since_order", "orders", "orders_90_days", "usd"]
LABEL = "went_silent"


class TimeMachine(ValueError):
    """The snapshot would need days that the data do not have."""


@dataclass(frozen=True)
class Windows:
    """The three dates of a prediction.

    Attributes:
        observed: the day on which we look; everything up to and including it is known.
        lead_days: days between looking and acting, in which the list is made and handed over.
        horizon_days: days after that in which the customer comes back or does not.
    """

    observed: date
    lead_days: int
    horizon_days: int

    @property
    def acted(self) -> date:
        return self.observed + timedelta(days=self.lead_days)

    @property
    def ends(self) -> date:
        return self.acted + timedelta(days=self.horizon_days)


def snapshot(
    orders: pd.DataFrame, observation_date: str | date, lead_days: int, horizon_days: int, active_days: int = 180
) -> pd.DataFrame:
    """One row a customer: what was known on the observation date, and whether silence followed.

    Args:
        orders: columns ``customer``, ``date`` and ``usd``, one row an order.
        observation_date: the day on which we look, such as ``"1997-09-30"``.
        lead_days: days until the campaign can act (0 or more); orders in them count neither way.
        horizon_days: days after the lead time in which an order means “came back” (1 or more).
        active_days: only who ordered in so many days before the observation date is looked at.

    Returns:
        Indexed by customer: the columns ``FEATURES`` (known on the day; days, counts, US dollars) and the label
        ``went_silent`` (bool: no order within the horizon).

    Raises:
        TimeMachine: if the horizon ends after the last order, or the observation date lies before the first.
        ValueError: if a number of days is out of range.
    """
    if lead_days < 0 or horizon_days < 1 or active_days < 1:
        raise ValueError("lead_days must be 0 or more, horizon_days and active_days 1 or more.")
    windows = Windows(pd.Timestamp(observation_date).date(), int(lead_days), int(horizon_days))
    first, last = orders["date"].min().date(), orders["date"].max().date()
    if windows.observed < first:
        raise TimeMachine(f"On {windows.observed} there were no orders yet; the first is of {first}.")
    if windows.ends > last:
        raise TimeMachine(
            f"The horizon would end on {windows.ends}, but the orders end on {last}: everybody would look silent."
        )
    known = _known_on(orders, windows.observed, active_days)
    came_back = orders.loc[_between(orders, windows.acted, windows.ends), "customer"].unique()
    known[LABEL] = ~known.index.isin(came_back)
    return known


def _known_on(orders: pd.DataFrame, observed: date, active_days: int) -> pd.DataFrame:
    day = pd.Timestamp(observed)
    past = orders[orders["date"] <= day]
    by_customer = past.groupby("customer")
    recent = past[past["date"] > day - pd.Timedelta(days=90)]
    known = pd.DataFrame(
        {
            "days_since_order": (day - by_customer["date"].max()).dt.days,
            "orders": by_customer.size(),
            "orders_90_days": recent.groupby("customer").size(),
            "usd": by_customer["usd"].sum(),
        }
    )
    known["orders_90_days"] = known["orders_90_days"].fillna(0).astype(int)
    return known[known["days_since_order"] < active_days].copy()


def _between(orders: pd.DataFrame, after: date, until: date) -> pd.Series:
    """Orders after one day, up to and including another."""
    return (orders["date"] > pd.Timestamp(after)) & (orders["date"] <= pd.Timestamp(until))

"""What a call did in a pilot, group by group: those who were called beside those who were not."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.stats import binomtest

from mlcurric.text import T

GROUPS = {
    "mendable": T("a ticket open, or the price went up", "未解決の問い合わせ、または値上げあり"),
    "shrinking": T("the team shrinks", "席数が減っている"),
    "asleep": T("2 years or more, silent for 2 weeks", "2年以上で、2週間ログインなし"),
    "others": T("everybody else", "それ以外"),
}
"""Groups of customers by what a call could do for them; each customer is in the first that fits of shrinking, mendable, asleep."""
_LONG, _SILENT = 24, 14


def group_of(customers: pd.DataFrame) -> pd.Series:
    """The group of each customer: one of ``GROUPS``.

    Args:
        customers: with ``seat_change``, ``price_rise``, ``open_tickets``, ``tenure`` and ``days_since_login``.
    """
    fits = {
        "shrinking": customers["seat_change"] < 0,
        "mendable": customers["price_rise"] | (customers["open_tickets"] > 0),
        "asleep": (customers["tenure"] >= _LONG) & (customers["days_since_login"] >= _SILENT),
    }
    return pd.Series(np.select(list(fits.values()), list(fits), "others"), index=customers.index, name="group")


def effect_by_group(pilot: pd.DataFrame, group: pd.Series | None = None) -> pd.DataFrame:
    """Of 100 customers of a group, how many left: called, and left alone.

    Args:
        pilot: with ``called`` and ``churned`` (bool); who was called was decided by lot.
        group: the group of each row; by default ``group_of(pilot)``.

    Returns:
        One row a group, in the order of ``GROUPS``; columns are pairs of ``alone`` or ``called`` and ``customers`` (how many
        there were), ``left`` (of 100), ``low`` and ``high`` (Wilson interval, 95%, of 100).
    """
    group = group_of(pilot) if group is None else group
    rows = {}
    for name in (name for name in GROUPS if (group == name).any()):
        row = {}
        for how, called in (("alone", False), ("called", True)):
            churned = pilot.loc[(group == name) & (pilot["called"] == called), "churned"]
            interval = binomtest(int(churned.sum()), len(churned)).proportion_ci(method="wilson")
            row |= {
                (how, "customers"): len(churned),
                (how, "left"): 100 * churned.mean(),
                (how, "low"): 100 * interval.low,
                (how, "high"): 100 * interval.high,
            }
        rows[name] = row
    return pd.DataFrame.from_dict(rows, orient="index")

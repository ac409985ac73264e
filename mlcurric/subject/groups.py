"""What a call did in a pilot, group by group: those who were called beside those who were not."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from mlcurric.subject.columns import check_rows, column, labels, number_columns
from mlcurric.subject.intervals import share
from mlcurric.text import T

GROUPS = {
    "mendable": T("a ticket open, or the price went up", "未解決の問い合わせ、または値上げあり"),
    "shrinking": T("the team shrinks", "席数が減っている"),
    "asleep": T("2 years or more, silent for 2 weeks", "2年以上で、2週間ログインなし"),
    "others": T("everybody else", "それ以外"),
}
"""Groups of the simulated customers by what a call could do for them; each customer is in the first that fits of shrinking, mendable, asleep."""
_LONG, _SILENT = 24, 14


def group_of(customers: pd.DataFrame) -> pd.Series:
    """The group of each simulated customer: one of ``GROUPS``. For other customers, hand ``effect_by_group`` your own.

    Args:
        customers: with ``seat_change``, ``price_rise``, ``open_tickets``, ``tenure`` and ``days_since_login``.

    Raises:
        ValueError: naming a column that is missing, has gaps or holds anything but numbers, or yes and no.
    """
    known = number_columns(customers, ["seat_change", "price_rise", "open_tickets", "tenure", "days_since_login"])
    fits = {
        "shrinking": known["seat_change"] < 0,
        "mendable": (known["price_rise"] > 0) | (known["open_tickets"] > 0),
        "asleep": (known["tenure"] >= _LONG) & (known["days_since_login"] >= _SILENT),
    }
    return pd.Series(np.select(list(fits.values()), list(fits), "others"), index=customers.index, name="group")


def effect_by_group(
    pilot: pd.DataFrame, group: ArrayLike | None = None, *, called: str = "called", label: str = "churned"
) -> pd.DataFrame:
    """Of 100 customers of a group, how many left: called, and left alone.

    Args:
        pilot: one row a customer; who was called was decided by lot.
        group: the group of each row, by any names; by default ``group_of(pilot)``.
        called: the column that says who was called (True and False, or 1 and 0).
        label: the column that says who left, likewise.

    Returns:
        One row a group, those of ``GROUPS`` first and in its order; columns are pairs of ``alone`` or ``called`` and
        ``customers`` (how many there were), ``left`` (of 100), ``low`` and ``high`` (Wilson interval, 95%, of 100).

    Raises:
        ValueError: if a column is missing, has gaps or holds anything else, the rows of ``group`` are others than those of
            ``pilot``, a customer has no group, or a group has nobody on one side: then nothing can be compared.
    """
    group = group_of(pilot) if group is None else group
    check_rows(pilot, group, ("the pilot", "the groups"))
    group = pd.Series(group)
    if group.isna().any():
        raise ValueError(f"{group.isna().sum()} customers have no group; give them one, such as 'others'.")
    was_called, churned = labels(column(pilot, called), called), labels(column(pilot, label), label)
    names = [*(name for name in GROUPS if (group == name).any()), *group[~group.isin(list(GROUPS))].unique()]
    rows = {}
    for name in names:
        rows[name] = {}
        for how, side in (("alone", ~was_called), ("called", was_called)):
            left = churned[(group == name).to_numpy() & side]
            if not len(left):
                raise ValueError(f"In the group {name!r} nobody was {how}: there is nothing to compare.")
            measured = share(left.sum(), len(left))
            rows[name] |= {
                (how, "customers"): len(left),
                (how, "left"): 100 * measured.value,
                (how, "low"): 100 * measured.low,
                (how, "high"): 100 * measured.high,
            }
    return pd.DataFrame.from_dict(rows, orient="index")

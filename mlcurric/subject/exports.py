"""An export as it arrives: the four looks at the customers, with the faults that real deliveries have.

None of them makes pandas or scikit-learn complain, which is why a check of one's own has to.
"""

from __future__ import annotations

import pandas as pd

from mlcurric.subject.columns import column, days, numbers
from mlcurric.subject.simulation.practice import load_customers

LOG_DAYS = 90
"""So many days back the log of logins reaches; who is not in it gets this number, and in the faulty export ``NEVER``."""
NEVER = -1
_TYPED_BY_HAND = 40
_MISTYPED_YEAR = 2062


def load_export() -> pd.DataFrame:
    """The practice world's four looks as the CRM first delivered them; ``load_customers("months")`` is what it meant."""
    return faulty_export(load_customers("months"))


def faulty_export(rows: pd.DataFrame) -> pd.DataFrame:
    """Plant five faults into a table of at least three looks at the same business.

    The second look is delivered twice; ``days_since_login`` is −1 for “not in the log”, in place of 90 days or more; in the
    last look but one ``value`` is in thousands of yen; from that look on ``open_tickets`` is 0 for everybody; and in the
    last look the first 40 dates say 2062.

    Args:
        rows: columns ``observed_at`` (dates), ``days_since_login`` (days), ``value`` (yen) and ``open_tickets``, and any
            others; it is not changed.

    Returns:
        The export, with row labels of its own.

    Raises:
        ValueError: if there are fewer than three looks; naming a column that is missing, holds texts in place of days or
            numbers, or has no day in some row.
    """
    rows = rows.assign(observed_at=days(column(rows, "observed_at"), "observed_at"))
    for name in ("days_since_login", "value", "open_tickets"):
        numbers(column(rows, name).dropna(), name)
    dates = sorted(rows["observed_at"].unique())
    if len(dates) < 3:
        raise ValueError(f"Three looks or more are expected, not {len(dates)}.")
    looks = {day: rows[rows["observed_at"] == day].copy() for day in dates}
    looks[dates[-2]]["value"] //= 1_000
    for day in dates[-2:]:
        looks[day]["open_tickets"] = 0
    last = looks[dates[-1]]
    # An offset, because 29 February has no day of its own in most years; by place, because labels may come twice.
    mistyped = dates[-1] + pd.DateOffset(year=_MISTYPED_YEAR)
    last.iloc[:_TYPED_BY_HAND, last.columns.get_loc("observed_at")] = mistyped
    export = pd.concat([looks[day] for day in (*dates[:2], *dates[1:])], ignore_index=True)
    export["days_since_login"] = export["days_since_login"].mask(export["days_since_login"] >= LOG_DAYS, NEVER)
    return export

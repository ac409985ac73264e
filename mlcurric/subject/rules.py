"""Simple rules of whom to call, which need no model."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from mlcurric.subject.columns import column

RULES: dict[str, Callable[[pd.DataFrame], pd.Series]] = {
    "last_login": lambda customers: column(customers, "days_since_login").astype(float),
    "ticket_or_price_rise": lambda customers: (
        column(customers, "price_rise").astype(float) + (column(customers, "open_tickets") > 0)
    ),
}
"""Rules for the simulated customers: from a table to a score, the higher the sooner called."""

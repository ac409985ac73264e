"""The tables that ship with the curriculum. ``datasheet(name)`` says what is known of each, and what is not."""

from __future__ import annotations

from functools import cache
from importlib import resources

import pandas as pd

TABLES = ("telco_churn", "cdnow_orders", "subscriptions", "simulated_customers")
"""The tables that have a datasheet; the last is drawn by ``mlcurric.subject.simulation``, not read."""
_DATA = resources.files("mlcurric.subject") / "data"


def load_telco() -> pd.DataFrame:
    """IBM's sample of a fictional telephone company: 7,043 customers, one row each.

    Returns:
        21 columns, among them ``tenure`` (whole months as a customer), ``monthly_charges`` (US dollars),
        ``contract``, ``month_to_month`` (bool: no fixed term) and ``churned`` (bool: left in the last month).
    """
    table = _read("telco_churn").copy()
    table = table.rename(columns={"rownames": "customer"})
    table["month_to_month"] = table["contract"] == "Month-to-month"
    table["churned"] = table.pop("churn") == "Yes"
    return table


def load_cdnow() -> pd.DataFrame:
    """Orders of an online music shop, 1 January 1997 to 30 June 1998: 69,659 rows, one an order.

    Returns:
        Columns ``customer`` (int), ``date`` (day of the order), ``cds`` (count) and ``usd`` (amount in US dollars),
        sorted by customer and date.
    """
    table = _read("cdnow_orders").rename(columns={"id": "customer", "n": "cds"})
    table["date"] = pd.to_datetime(table["date"])
    return table.sort_values(["customer", "date"], kind="stable", ignore_index=True)


def load_subscriptions() -> pd.DataFrame:
    """Twelve subscriptions, made up for lesson 1-2 so that each edge of a churn rate occurs once.

    Returns:
        Columns ``customer`` (a letter), ``started`` and ``ended`` (days; ``ended`` is missing while it runs).
    """
    table = _read("subscriptions").copy()
    for column in ("started", "ended"):
        table[column] = pd.to_datetime(table[column])
    return table


def datasheet(name: str) -> str:
    """What is known of a table: origin, columns, licence, and what nobody knows.

    Raises:
        ValueError: naming the tables there are.
    """
    if name not in TABLES:
        raise ValueError(f"There is no table {name!r}; there are {', '.join(TABLES)}.")
    return (_DATA / f"{name}.md").read_text(encoding="utf-8")


@cache
def _read(name: str) -> pd.DataFrame:
    # Read once a process; the loaders hand out copies, so that a learner who changes one does not change the next.
    suffix = ".csv" if name == "subscriptions" else ".csv.gz"
    with resources.as_file(_DATA / f"{name}{suffix}") as path:
        return pd.read_csv(path)

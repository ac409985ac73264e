"""Customers made for the tests of leaks, rules and models: honest columns that tell something, and what is planted in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import numpy as np
import pandas as pd


def customers_of(table: pd.DataFrame, left, ids=None, observed=None, looked=None) -> SimpleNamespace:
    """What ``read_customers`` gives, as far as leaks, split and contest read it."""
    columns = {name: SimpleNamespace(name=name, values=table[name].reset_index(drop=True)) for name in table}
    ids = pd.Series(np.arange(len(table)).astype(str) if ids is None else ids, dtype=object).reset_index(drop=True)
    return SimpleNamespace(
        ids=ids,
        customer=pd.factorize(ids)[0],
        left=pd.Series(np.asarray(left, dtype=object), dtype="boolean"),
        observed=None if observed is None else pd.Series(pd.to_datetime(np.asarray(observed))),
        looked=None if looked is None else pd.Series(pd.to_datetime(np.asarray(looked))),
        columns=columns,
        copies={},
        remarks=(),
        today=date(2026, 11, 23),
        lines=np.arange(len(table)) + 2,
        blanks_said=False,
        since=None,
    )


def honest(rows: int, share: float, seed: int) -> tuple[pd.DataFrame, np.ndarray]:
    """Honest columns, some of them strong, and who left: about this share."""
    luck = np.random.default_rng(seed)
    table = pd.DataFrame(
        {
            "tickets": luck.poisson(0.8, rows).astype(float),
            "days_since_login": luck.gamma(1.5, 12, rows).round(),
            "tenure": luck.integers(1, 73, rows).astype(float),
            "contract": luck.choice(["monthly", "1 year", "2 years"], rows, p=[0.5, 0.25, 0.25]),
            "monthly_fee": luck.lognormal(8, 0.6, rows).round(),
            "region": luck.choice([f"区{n}" for n in range(20)], rows),
            "nps": np.where(luck.random(rows) < 0.3, np.nan, luck.integers(0, 11, rows)),
            "noise": luck.normal(size=rows),
        }
    )
    odds = 0.7 * table["tickets"] + 0.04 * table["days_since_login"] - 0.02 * table["tenure"]
    odds += table["contract"].map({"monthly": 1.2, "1 year": 0.0, "2 years": -1.2}) + luck.logistic(size=rows)
    return table, (odds > odds.quantile(1 - share)).to_numpy()


def monthly_looks(
    seed: int, people: int = 300, months: int = 12, window: int = 3, often: tuple[float, float] = (0.02, 0.06)
) -> tuple[SimpleNamespace, list[str]]:
    """Customers looked at every month until they leave; nothing that is known of them, and never changes, has to do with it.

    Args:
        window: whoever leaves in so many months after a look counts as churned there.
        often: of the customers there, so many leave in a month, from and to.
    """
    luck = np.random.default_rng(seed)
    table = pd.DataFrame(luck.normal(size=(people, 4)), columns=list("abcd"))
    table["plan"] = luck.choice(list("xyz"), people)
    gone = luck.geometric(luck.uniform(*often), people)
    who, month = (np.concatenate(each) for each in zip(*_there(gone, months), strict=True))
    customers = customers_of(
        table.iloc[who].reset_index(drop=True),
        gone[who] <= month + window,
        ids=who.astype(str),
        observed=[pd.Timestamp("2025-01-31") + pd.offsets.MonthEnd(int(each)) for each in month],
    )
    return customers, list(table)


def joining(
    seed: int, joins: int = 40, window: int = 3, since: int = 99, times: float = 1.0, months: int = 24, looks: int = 12
) -> SimpleNamespace:
    """So many customers join each month and are looked at every month of the last ``looks``; newcomers leave most often.

    Args:
        window: whoever leaves in so many months after a look counts as churned there.
        since: the month from which on so many ``times`` as many leave.
    """
    luck = np.random.default_rng(seed)
    joined = np.repeat(np.arange(months), joins)
    gone = np.full(len(joined), months + window)
    for month in reversed(range(months + window)):
        chance = (0.02 + 0.2 * np.exp(-0.5 * (month - joined))) * (times if month >= since else 1.0)
        gone[(luck.random(len(joined)) < chance) & (joined <= month)] = month
    month, who = (each.ravel() for each in np.meshgrid(np.arange(months - looks, months), np.arange(len(joined))))
    there = (joined[who] <= month) & (gone[who] >= month)
    month, who = month[there], who[there]
    table = pd.DataFrame({"tenure": (month - joined[who]).astype(float), "x": luck.normal(size=len(who))})
    observed = [pd.Timestamp("2024-01-31") + pd.offsets.MonthEnd(int(each)) for each in month]
    return customers_of(table, gone[who] < month + window, ids=who.astype(str), observed=observed)


def _there(gone: np.ndarray, months: int) -> list[tuple[np.ndarray, np.ndarray]]:
    there = [np.flatnonzero(gone > month) for month in range(months)]
    return [(who, np.full(len(who), month)) for month, who in enumerate(there)]


def noisy(values: np.ndarray, share: float, luck: np.random.Generator) -> np.ndarray:
    """Bools of which this share is turned round."""
    return values ^ (luck.random(len(values)) < share)


def some_of(left: np.ndarray, of_leavers: float, of_stayers: float, luck: np.random.Generator) -> np.ndarray:
    return luck.random(len(left)) < np.where(left, of_leavers, of_stayers)


def _dates(rows: int, luck: np.random.Generator) -> np.ndarray:
    return np.datetime64("2026-01-01", "ns") + luck.integers(0, 300, rows).astype("timedelta64[D]")


PLANTED: dict[str, Callable[[np.ndarray, np.random.Generator], tuple[str, object]]] = dict(
    target=lambda left, luck: ("y2", left.astype(float)),
    inverse=lambda left, luck: ("stays", (~left).astype(float)),
    recoded=lambda left, luck: (
        "segment",
        np.where(left, luck.choice(["C", "D"], len(left)), luck.choice(["A", "B"], len(left))),
    ),
    nearly=lambda left, luck: ("group", np.where(noisy(left, 0.01, luck), "b", "a")),
    noisy_90=lambda left, luck: ("account_flag", noisy(left, 0.1, luck).astype(float)),
    noisy_90_text=lambda left, luck: ("lot", np.where(noisy(left, 0.1, luck), "x", luck.choice(["y", "z"], len(left)))),
    date_of_leavers=lambda left, luck: ("day_b", pd.Series(_dates(len(left), luck)).where(left)),
    blank_of_leavers=lambda left, luck: (
        "owner_code",
        np.where(noisy(left, 0.02, luck), np.nan, luck.normal(size=len(left))),
    ),
    filled_for_stayers=lambda left, luck: ("next_step", pd.Series(np.where(left, None, "ok"), dtype=object)),
    status=lambda left, luck: (
        "status",
        np.where(some_of(left, 0.7, 0.001, luck), "closed", luck.choice(["active", "trial"], len(left))),
    ),
    status_ja=lambda left, luck: (
        "契約状態",
        np.where(some_of(left, 0.6, 0.0, luck), "解約済", luck.choice(["有効", "お試し"], len(left))),
    ),
    balance=lambda left, luck: (
        "balance",
        np.where(some_of(left, 0.8, 0.002, luck), 0.0, luck.lognormal(7, 1, len(left))),
    ),
    refund=lambda left, luck: (
        "refund_amount",
        np.where(some_of(left, 0.5, 0.01, luck), luck.lognormal(6, 1, len(left)), 0.0),
    ),
    final_invoice=lambda left, luck: ("last_bill", np.where(left, luck.lognormal(8, 0.5, len(left)), np.nan)),
    exit_survey=lambda left, luck: (
        "exit_score",
        np.where(some_of(left, 0.6, 0.0, luck), luck.integers(0, 6, len(left)), np.nan),
    ),
    login_jumps=lambda left, luck: (
        "days_since_login_now",
        np.where(left, luck.integers(90, 400, len(left)), luck.gamma(1.5, 12, len(left)).round()).astype(float),
    ),
    churn_score=lambda left, luck: ("Churn Score", luck.normal(np.where(left, 75, 50), 10).round()),
    reason_ja=lambda left, luck: (
        "解約理由",
        pd.Series(np.where(left, luck.choice(["料金", "引越"], len(left)), None), dtype=object),
    ),
    penalty_ja=lambda left, luck: ("違約金", np.where(some_of(left, 0.3, 0.002, luck), 9_500.0, np.nan)),
    far_day=lambda left, luck: (
        "valid_to",
        pd.Series(_dates(len(left), luck)).where(left, np.datetime64("2199-12-31")),
    ),
)
"""Kind of leak → (who left, luck) → the column's name and its values."""


def with_rule(
    rows: int, kind: str, seed: int, often: float = 0.6, seldom: float = 0.03
) -> tuple[pd.DataFrame, np.ndarray]:
    """Thirty columns of noise and a few honest ones, with one rule planted: whom it names leaves often, others seldom."""
    luck = np.random.default_rng(seed)
    table = {
        f"n{place}": luck.normal(size=rows) if place % 3 else luck.integers(0, 50, rows).astype(float)
        for place in range(30)
    }
    table["days_since_login"] = luck.gamma(1.5, 20, rows).round()
    table["tenure"] = luck.integers(0, 73, rows).astype(float)
    table["plan"] = luck.choice(["a", "b", "c"], rows)
    table["price_rise"] = (luck.random(rows) < 0.15).astype(float)
    table = pd.DataFrame(table)
    if kind == "order":
        chance = 0.01 + 0.5 * table["days_since_login"].rank(pct=True).to_numpy() ** 4
    else:
        named = {
            "flag": table["price_rise"] > 0,
            "threshold": table["days_since_login"] > 60,
            "and": (table["days_since_login"] > 30) & (table["plan"] == "b"),
            "band": table["tenure"].between(10, 14),
        }[kind]
        chance = np.where(named, often, seldom)
    return table, luck.random(rows) < chance


RULES = ("flag", "threshold", "and", "band", "order")


def two_cells(rows: int, seed: int) -> tuple[pd.DataFrame, np.ndarray]:
    """Texts of which none tells anything alone: of the nine pairs of tier and channel two leave often, gold and web, bronze and phone."""
    luck = np.random.default_rng(seed)
    tier, channel = luck.choice(["gold", "silver", "bronze"], rows), luck.choice(["web", "shop", "phone"], rows)
    named = ((tier == "gold") & (channel == "web")) | ((tier == "bronze") & (channel == "phone"))
    table = pd.DataFrame({"tier": tier, "channel": channel, "shop": luck.choice([f"s{n}" for n in range(60)], rows)})
    return table.astype(object), luck.random(rows) < np.where(named, 0.5, 0.06)

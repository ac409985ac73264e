"""Customers looked at again and again, with a column that is the same on all looks of one: honest, or as of the export."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import numpy as np
import pandas as pd

from tests.report.planted import customers_of

Luck = np.random.Generator
# Times so many as usually leave: by the value of each customer, and by how far the looks are on (0 to 1).
Known = tuple[np.ndarray, Callable[[float], object]]


def _steep(luck: Luck, people: int, times: float, by: Callable[[float], float]) -> Known:
    value = luck.gamma(2, 30, people).round()
    return value, lambda on: times / (1 + (value / 20) ** 2.5) * by(on)


def _age(luck: Luck, people: int) -> Known:
    age = luck.integers(18, 80, people).astype(float)
    return age, lambda on: np.where(age < 30, 4.0, 0.6)


def _older(luck: Luck, people: int) -> Known:
    age = luck.integers(18, 80, people).astype(float)
    return age, lambda on: np.exp(-(age - 45) / 18)


def _price(luck: Luck, people: int) -> Known:
    price = luck.lognormal(4, 0.6, people).round(2)
    return price, lambda on: (price / 54) ** 2


def _dearer(luck: Luck, people: int) -> Known:
    price = luck.lognormal(4, 0.6, people).round(2)
    return price, lambda on: np.where((on >= 0.5) & (price > 70), 5.0, 0.5)


def _plan(luck: Luck, people: int) -> Known:
    plan = luck.choice(np.array(["free", "basic", "full"], dtype=object), people)
    return plan, lambda on: np.select([plan == "free", plan == "basic"], [3.0, 1.0], 0.3)


HONEST: dict[str, Callable[[Luck, int], Known]] = {
    "nothing to do with it": lambda luck, people: (luck.gamma(2, 30, people).round(), lambda on: 1.0),
    "age, the young leave": _age,
    "age, the older the fewer": _older,
    "price at start": _price,
    "price, a rise for the dear": _dearer,
    "plan at start": _plan,
    "strong": lambda luck, people: _steep(luck, people, 6, lambda on: 1.0),
    "strong, fewer leave later": lambda luck, people: _steep(luck, people, 6, lambda on: 1.5 - on),
    "strong, season": lambda luck, people: _steep(luck, people, 4, lambda on: 1 + 0.8 * np.sin(20 * on)),
    "strong, later twice as many": lambda luck, people: _steep(luck, people, 4, lambda on: 1 + on),
    "strong, later 3 times": lambda luck, people: _steep(luck, people, 4, lambda on: 0.7 + 1.4 * on),
    "very strong, later 5 times": lambda luck, people: _steep(luck, people, 6, lambda on: 0.5 + 2 * on),
}
"""What is known on the first look: (luck, customers) → the value of each, and how many times the usual share leaves."""

# By the looks of each customer (the last one in part, where he left), his own pace, and the looks after his last one.
LEAKS: dict[str, Callable[[Luck, np.ndarray, np.ndarray, np.ndarray], object]] = {
    "count": lambda luck, there, pace, after: luck.poisson(5 * pace * there),
    "small count": lambda luck, there, pace, after: luck.poisson(pace * there),
    "sum": lambda luck, there, pace, after: (1_234.5 * pace * there).round(1),
    "count, long before too": lambda luck, there, pace, after: luck.poisson(
        5 * pace * (there + luck.uniform(0, 6, len(there)))
    ),
    "days since the last order": lambda luck, there, pace, after: (30 * after + luck.exponential(20, len(there))).round(),
    "orders of the last 2 looks": lambda luck, there, pace, after: luck.poisson(15 * pace * np.clip(2 - after, 0.01, 2)),
}  # fmt: skip


def honest_looks(
    kind: str, luck: Luck, people: int, looks: int, share: float, name: str = "x7", joining: bool = False
) -> SimpleNamespace:
    """Customers with an honest column; who has left is not looked at again.

    Args:
        share: of the customers there, so many usually leave between two looks.
        joining: whether they join from the first look to the last, or are all there at the first.
    """
    value, times = HONEST[kind](luck, people)
    who, look, left, _ = _looked_at(luck, people, looks, lambda on: share * times(on), joining)
    return _table(luck, name, value, who, look, left)


def leaking_looks(
    kind: str,
    luck: Luck,
    people: int,
    looks: int,
    share: float,
    name: str = "x7",
    joining: bool = False,
    alike: float = 5.0,
) -> SimpleNamespace:
    """The same with a column as of the export.

    Args:
        alike: how much of a kind the customers are (shape of a gamma distribution): 2 very different, 20 much the same.
    """
    times = np.where(luck.random(people) < 0.2, 3.0, 0.5)
    who, look, left, last = _looked_at(luck, people, looks, lambda on: share * times, joining)
    gone = np.isin(np.arange(people), who[left])
    there = np.maximum(np.bincount(who, minlength=people) - gone * luck.random(people), 0.05)
    after = looks - 1 - last + gone * luck.random(people)
    value = np.asarray(LEAKS[kind](luck, there, luck.gamma(alike, 1 / alike, people), after), dtype=float)
    return _table(luck, name, value, who, look, left)


def _looked_at(
    luck: Luck, people: int, looks: int, leaving: Callable[[float], object], joining: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Of each row the customer, the look, and whether he left after it; and of each customer the last look."""
    joined = luck.integers(0, looks, people) if joining else np.zeros(people, dtype=int)
    there, rows, last = np.ones(people, dtype=bool), [], np.zeros(people)
    for look in range(looks):
        seen = there & (joined <= look)
        left = seen & (luck.random(people) < np.clip(leaving(look / max(looks - 1, 1)), 0, 0.95))
        rows += [(each, look, left[each]) for each in np.flatnonzero(seen)]
        last[seen] = look
        there &= ~left
    who, look, left = map(np.array, zip(*rows, strict=True))
    return who, look, left, last


def _table(
    luck: Luck, name: str, value: np.ndarray, who: np.ndarray, look: np.ndarray, left: np.ndarray
) -> SimpleNamespace:
    days = pd.Timestamp("2025-01-31") + pd.to_timedelta(30 * look, "D")
    table = pd.DataFrame({name: value[who], "tickets": luck.poisson(1, len(who)).astype(float)})
    return customers_of(table, left, ids=who.astype(str), observed=days)

"""Columns that only leavers are given away by, and rules that are known in advance, both strong: to be told apart by counting."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Luck = np.random.Generator
Leak = Callable[[np.ndarray, np.ndarray, Luck], object]

# What the column holds, by who left and by which leavers are given away; nobody else is.
LEAKS: dict[str, Leak] = {
    "flag": lambda left, given, luck: given.astype(float),
    "flag, turned": lambda left, given, luck: (~given).astype(float),
    "0 among amounts": lambda left, given, luck: np.where(given, 0, luck.lognormal(7, 1, len(left)).round()),
    "0 among counts": lambda left, given, luck: np.where(given, 0.0, 1 + luck.poisson(3, len(left))),
    "beyond all others": lambda left, given, luck: _beyond(given, luck, 1.0),
    "far beyond": lambda left, given, luck: _beyond(given, luck, 3.0),
    "a value": lambda left, given, luck: np.where(given, "z", luck.choice(["a", "b", "c"], len(left))),
    "blank": lambda left, given, luck: np.where(given, np.nan, luck.normal(size=len(left))),
}


def _beyond(given: np.ndarray, luck: Luck, times: float) -> np.ndarray:
    values = luck.gamma(1.5, 12, len(given)).round()
    return np.where(given, times * values.max() + 1 + luck.integers(0, 60, len(given)), values)


def _flag(rows: int, named: float, luck: Luck) -> tuple[object, np.ndarray]:
    flag = luck.random(rows) < named
    return flag.astype(float), flag


def _threshold(rows: int, named: float, luck: Luck) -> tuple[object, np.ndarray]:
    days = luck.gamma(1.5, 20, rows).round()
    return days, days > np.quantile(days, 1 - named)


def _spike(rows: int, named: float, luck: Luck) -> tuple[object, np.ndarray]:
    logins = np.where(luck.random(rows) < named, 0, 1 + luck.poisson(4, rows)).astype(float)
    return logins, logins == 0


def _value(rows: int, named: float, luck: Luck) -> tuple[object, np.ndarray]:
    plan = np.where(luck.random(rows) < named, "z", luck.choice(["a", "b", "c"], rows))
    return plan, plan == "z"


HONEST = {"flag": _flag, "60 days without a login": _threshold, "0 logins": _spike, "a plan": _value}
"""A rule that is known in advance: (rows, share that it names, luck) → the column, and whom it names."""

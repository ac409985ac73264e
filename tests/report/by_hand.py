"""Customers, a split and a contest put together by hand, out of a world whose truth is known."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from mlcurric.report.contest.contest import Contest
from mlcurric.report.contest.split import Split
from mlcurric.report.reading.customers import Customers
from mlcurric.report.reading.kinds import Kind, Read
from mlcurric.report.request import Request
from mlcurric.subject.explain.contributions import Contributions, linear_contributions
from mlcurric.subject.intervals import Measured
from mlcurric.subject.metrics.at_k import at_k
from mlcurric.text import T

POINTS, ALIKE = T("points", "点数"), T("all alike", "全員同じ")


def read(name: str, values, kind: Kind = Kind.NUMBER, **more) -> Read:
    series = pd.Series(values)
    return Read(name, kind, series, int(series.isna().sum()), 0, (), **more)


def customers(columns: dict[str, Read], left, **more) -> Customers:
    """``left``: True, False or None, one a row."""
    rows = len(left)
    made = {
        "ids": pd.Series([f"C{row}" for row in range(rows)]),
        "left": pd.Series(left, dtype="boolean"),
        "observed": None,
        "value": None,
        "columns": columns,
        "aside": {},
        "lines": np.arange(2, rows + 2),
        "remarks": (),
        "currency": "",
    }
    made |= more
    made.setdefault("customer", pd.factorize(made["ids"])[0])
    return Customers(**made)


@dataclass(frozen=True)
class Points:
    """A logistic regression of the columns, with the rows that it has learned from."""

    columns: tuple[str, ...]
    name: str = "model"
    says: T = POINTS
    learned: tuple[int, ...] = ()
    pipeline: object = None

    def fit(self, table, left):
        pipeline = make_pipeline(StandardScaler(), LogisticRegression()).fit(table[list(self.columns)], left)
        return replace(self, learned=tuple(table.index), pipeline=pipeline)

    def risk(self, table):
        return self.pipeline.predict_proba(table[list(self.columns)])[:, 1]

    def contributions(self, rows, background):
        wanted = list(self.columns)
        return linear_contributions(self.pipeline, rows[wanted], background[wanted])


@dataclass(frozen=True)
class Same:
    """Everybody is as likely to leave."""

    columns: tuple[str, ...]
    name: str = "rule"
    says: T = ALIKE
    learned: tuple[int, ...] = ()

    def fit(self, table, left):
        return replace(self, learned=tuple(table.index))

    def risk(self, table):
        return np.full(len(table), 0.2)

    def contributions(self, rows, background):
        return Contributions(pd.DataFrame(0.0, index=rows.index, columns=list(self.columns)), 0.2, "probability")


def parts(learn, judge, today, kind="not yet known", by_date=True) -> Split:
    learn, judge, today = (np.asarray(each) for each in (learn, judge, today))
    return Split(learn, judge, today, by_date, None, kind)


def contest(model, happened, risk, k: int, winner="model") -> Contest:
    """Whoever won is ``model`` with this risk; the other ranks the other way round, so that nobody takes one for the other."""
    happened = np.asarray(happened)
    risks = {"won": np.asarray(risk), "lost": 1 - np.asarray(risk)}
    who = {"won": model, "lost": Same(tuple(model.columns))}
    rule, other = ("won", "lost") if winner == "rule" else ("lost", "won")
    of = {name: at_k(happened, each, k) for name, each in risks.items()}
    nothing = Measured(0.0, -0.1, 0.1)
    return Contest(
        who[rule], who[other], winner, happened, risks[rule], risks[other], k, of[rule], of[other], nothing, pd.DataFrame(), True
    )  # fmt: skip


def request(capacity: int = 100, **more) -> Request:
    return Request(Path("table.csv"), "churned", "customer", capacity, Path("report.html"), **more)


def world(known: int = 3_000, today: int = 1_000, seed: int = 1):
    """Customers of two numbers, one of which matters: the last ``today`` rows have no outcome yet.

    Returns:
        The customers, and the true risks.
    """
    luck = np.random.default_rng(seed)
    rows = known + today
    tickets, tenure = luck.poisson(1, rows).astype(float), luck.integers(1, 60, rows).astype(float)
    risk = 1 / (1 + np.exp(2.5 - 0.9 * tickets + 0.02 * tenure))
    left = [bool(luck.random() < each) for each in risk[:known]] + [None] * today
    columns = {"open_tickets": read("open_tickets", tickets), "tenure": read("tenure", tenure)}
    return customers(columns, left, value=pd.Series(luck.uniform(50, 150, rows)), currency="$"), risk

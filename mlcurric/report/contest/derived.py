"""Columns made of a column of days: its days of the week, where leavers differ by them more than luck explains.

No months: among customers of the same time, as they are compared here, everybody has the same month; and without that the month
of a last visit is only how long ago it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.stats import chi2

from mlcurric.report.command import typed_option
from mlcurric.report.contest.cut import first_looks
from mlcurric.report.contest.features import learnable
from mlcurric.report.reading.column import Kind, Read
from mlcurric.report.reading.names import quoted
from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T, listed

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers

BY_LUCK = 0.001
"""All columns that could be made are asked; luck alone makes one in at most so many tables."""
_FEWEST, _FEWEST_LEFT = 200, 30
_SAME_AGE = 60
"""So many stretches of time, at most, in each of which customers are compared with one another only."""

_HEADING = T("{column} (day of the week)", "{column}(曜日)")
_WEEKDAYS = (
    T("Monday", "月曜"), T("Tuesday", "火曜"), T("Wednesday", "水曜"), T("Thursday", "木曜"), T("Friday", "金曜"),
    T("Saturday", "土曜"), T("Sunday", "日曜"),
)  # fmt: skip
_ANOTHER = T("another day", "ほかの曜日")
_OR = T("{first} or {last}", "{first}か{last}")


def derived(customers: Customers, learn: Sequence[int], columns: Sequence[str]) -> dict[str, Read]:
    """The columns to be learned from as well, by their heading, in the language spoken now.

    Only rows that may be learned from are asked, each customer once; whoever judges has no say in what is made.

    Args:
        learn: their positions.
        columns: of the customers, those that are learned from.
    """
    rows = np.asarray(learn)[first_looks(customers.customer[np.asarray(learn)])]
    left = customers.left.iloc[rows].to_numpy(dtype=bool)
    days = [name for name in columns if pd.api.types.is_datetime64_any_dtype(customers.columns[name].values)]
    before = learnable(customers, days).iloc[rows]
    made = {}
    for name in days:
        values = customers.columns[name].values.reset_index(drop=True)
        ages = before[name].to_numpy()
        place = values.dt.day_of_week.to_numpy(dtype=float)
        own = str(_HEADING.format(column=name))
        # What stands in the table under this heading already is not overwritten.
        if own in customers.columns or by_luck(place[rows], ages, left) >= BY_LUCK / len(days):
            continue
        named = apart(place[rows], ages, left)
        said = pd.Series(np.isin(place, named).astype(float)).where(values.notna())
        labels = str(_ANOTHER), str(_either([_WEEKDAYS[each] for each in named]))
        made[own] = Read(own, Kind.FLAG, said, int(said.isna().sum()), labels=labels, source=name)
    return made


def _either(words: Sequence[T]) -> T:
    *first, last = words
    return _OR.format(first=listed(first), last=last) if first else last


def headings_of(names: Sequence[str]) -> list[str]:
    """What columns made of these would be called, so that a file may speak of them."""
    called = [_HEADING.format(column=name) for name in names]
    return [each for one in called for each in (one.en, one.ja)]


def about_derived(made: Mapping[str, Read]) -> Remark | None:
    """That they were made, and why."""
    if not made:
        return None
    names = tuple(made)
    said = T(
        "Made of the days in the table, because by them leavers differ more than luck explains, also beside customers of the same "
        "time: {names}.",
        "表の日付から作った列: {names}。同じころの顧客どうしで比べても、解約の割合に偶然とはいえない差があったので、学習に加えました。",
    )
    days = dict.fromkeys(each.source for each in made.values())
    without = T("Left out with  {options}", "除くには  {options}")
    options = " ".join(typed_option("--drop", name) for name in days)
    return Remark(
        "derived",
        said.format(names=quoted(names)),
        columns=names,
        weight=Weight.NOTE,
        for_maker=without.format(options=options),
    )


def by_luck(place: np.ndarray, age: np.ndarray, left: np.ndarray) -> float:
    """The chance that luck alone makes leavers differ as much by place, 0 to 1, among customers of the same age.

    The generalised Mantel-Haenszel test (Landis, Heyman and Koch 1978, Int. Stat. Rev. 46:237-254): what a day tells by
    how long ago it lies is the same within a stretch, and so no weekday's merit.

    Args:
        place: 0, 1, 2 …; NaN where blank.
        age: days before the look; NaN where nobody says when that was.
        left: bools.

    Returns:
        1 where rows or leavers are too few, or nothing differs within a stretch.
    """
    known = ~np.isnan(place) & ~np.isnan(age)
    if known.sum() < _FEWEST or min(left[known].sum(), (~left[known]).sum()) < _FEWEST_LEFT:
        return 1.0
    _, more, varies = _beside_alike(place, age, left)
    degrees = int(np.linalg.matrix_rank(varies))
    return float(chi2.sf(more @ np.linalg.pinv(varies) @ more, degrees)) if degrees else 1.0


def apart(place: np.ndarray, age: np.ndarray, left: np.ndarray) -> list[int]:
    """The places that differ most from all others, at most half of them, rising; arguments as for ``by_luck``."""
    places, more, varies = _beside_alike(place, age, left)
    order = np.argsort(-more / np.maximum(np.diag(varies), 1e-9), kind="stable")
    firsts = [order[:size] for size in range(1, len(order))]
    best = max(firsts, key=lambda some: more[some].sum() ** 2 / max(varies[np.ix_(some, some)].sum(), 1e-9))
    named = best if 2 * len(best) <= len(order) else np.setdiff1d(order, best)
    return sorted(int(each) for each in places[named])


def _beside_alike(place: np.ndarray, age: np.ndarray, left: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The places that occur, of each the leavers beyond those of the same age, and how these vary by luck, place by place."""
    known = ~np.isnan(place) & ~np.isnan(age)
    place, age, left = place[known].astype(int), age[known], left[known]
    edges = np.unique(np.quantile(age, np.linspace(0, 1, _SAME_AGE + 1), method="lower"))
    stretch = np.searchsorted(edges, age, side="right")
    counted = pd.crosstab(stretch, place)
    rows = counted.to_numpy(dtype=float)
    gone = pd.crosstab(stretch, place, values=left, aggfunc="sum").fillna(0).to_numpy(dtype=float)
    of, of_gone = rows.sum(axis=1), gone.sum(axis=1)
    more = (gone - rows * (of_gone / of)[:, None]).sum(axis=0)
    # Of a stretch of a single row nothing can be said.
    spread = of_gone * (of - of_gone) / (of**2 * np.maximum(of - 1, 1))
    varies = np.diag((rows * (of * spread)[:, None]).sum(axis=0)) - (rows * spread[:, None]).T @ rows
    return counted.columns.to_numpy(), more, varies

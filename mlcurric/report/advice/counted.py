"""What was counted among later customers, scaled to the list: how many on it leave, and how many leavers it misses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from sklearn.isotonic import IsotonicRegression

from mlcurric.report.contest.features import learnable
from mlcurric.subject.expectation import Counted
from mlcurric.subject.ranking import contact_list
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.advice.listing import AtRisk
    from mlcurric.report.contest.contest import Contest
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers

_DIGITS = 3
_TURNS = 100
"""Draws of the later customers, from which it is seen how sure a share is."""


_LATER = T("later customers", "あとの時期の顧客")
_OTHERS = T("customers set apart by lot", "くじで取り分けた顧客")

_COUNTED = T("{hits} of the first {listed} of {n} {others} left", "{others}{n}人の上位{listed}人のうち{hits}人が解約")
_ALIKE = T(
    "customers with the same scores among {n} {others}; not the first {listed} there, of whom {of_100} of 100 left: most "
    "customers like those are gone by now",
    "{others}{n}人のうち、同じ点数の人たちの結果。そこの上位{listed}人では100人中{of_100}人が解約したが、そういう人の多くはもういない",
)
_FEWER = T(
    "Of 100 on the list on which it was tried {of_100} left; most customers like those are gone by now, and so fewer of those "
    "who are still here will leave.",
    "試したときのリストでは100人中{of_100}人が解約しましたが、そういう人の多くはもう解約しています。いまも契約している人のリストでは、それより少なくなります。",
)
_MISSED = T(
    "{missed} of {all} leavers there were not on the list", "そこで解約した{all}人のうち{missed}人が載っていなかった"
)
_BESIDE = T("the list beside all who could be on it", "リストに載りえた全員と比べた")


@dataclass(frozen=True)
class Evidence:
    """The counts that a promise rests on, none of them from rows that anything has learned from.

    Attributes:
        hits: how many of a list leave, of how many counted.
        missed: of all who leave, how many are not on the list.
        value: what a leaver on such a list is worth, on average; ``None`` where no column says it.
        rests_on, missed_on: where the hits and the misses were counted.
        valued: of the leavers of whom the worth was counted, how many have an amount; ``None`` where no column says it.
        fewer: why fewer of this list leave than of the one on which it was tried; ``None`` where both are alike.
    """

    hits: Counted
    missed: Counted | None
    value: float | None
    rests_on: T
    missed_on: T
    valued: Counted | None = None
    fewer: T | None = None


def counted(customers: Customers, split: Split, contest: Contest, at_risk: AtRisk) -> Evidence:
    """Count on the rows to judge by, as the winner ranks them.

    A list of customers whose outcome is open is like the list of the judge rows. A list of those who are still here is not:
    whoever left is no longer among them, so at the top of the order they are fewer, and less at risk. There, as many are
    expected to leave as left among later customers with the same scores.

    Args:
        at_risk: a list with somebody on it.
    """
    by_rule = contest.winner == "rule"
    of, risk = (contest.of_rule, contest.rule_risk) if by_rule else (contest.of_model, contest.model_risk)
    happened = np.asarray(contest.happened, dtype=bool)
    value, valued = _value(customers, np.asarray(split.judge)[happened & on_list(risk, contest.k)])
    said = {"n": f"{len(happened):,}", "listed": f"{of.listed:,}", "others": _LATER if split.by_date else _OTHERS}
    size, fewer = len(at_risk.rows), None
    if split.listed_kind == "not yet known":
        hits = Counted(of.hits, of.listed)
        rests_on = _COUNTED.format(hits=f"{of.hits:,}", **said)
        # A short list is judged by a longer one, which misses fewer; so is what a list holds of everybody.
        if abs(of.listed - size / at_risk.could * len(happened)) <= 1 and of.happened:
            on = _MISSED.format(missed=f"{of.misses:,}", all=f"{of.happened:,}")
            return Evidence(hits, Counted(of.misses, of.happened), value, rests_on, on, valued)
        leavers = of.base_rate.value * at_risk.could
    else:
        hits, leavers = same_scores(risk, happened, *_scores(customers, split, contest, at_risk))
        of_100 = f"{100 * of.precision.value:.0f}"
        rests_on = _ALIKE.format(of_100=of_100, **said)
        if hits.share < of.precision.low:
            fewer = _FEWER.format(of_100=of_100)
    return Evidence(hits, _missed(hits, size, round(leavers)), value, rests_on, _BESIDE, valued, fewer)


def _scores(customers: Customers, split: Split, contest: Contest, at_risk: AtRisk) -> tuple[np.ndarray, np.ndarray]:
    """The scores of those on the list, and of all from whom it was chosen, on the scale of those who judge.

    A rule is counted anew for the list, so that its shares are no longer those of the rows that judged it.
    """
    if contest.winner != "rule":
        return np.array([row.risk for row in at_risk.rows]), at_risk.risks
    rule = contest.rule
    table = learnable(customers, rule.columns)
    listed = [row.row for row in at_risk.rows]
    return rule.risk(table.iloc[listed]), rule.risk(table.iloc[np.asarray(split.today)])


def _missed(hits: Counted, size: int, leavers: int) -> Counted | None:
    """Of all leavers who are expected, those who are not on the list."""
    return Counted(leavers - min(leavers, round(size * hits.share)), leavers) if leavers else None


def on_list(risk: np.ndarray, size: int) -> np.ndarray:
    """Which rows a list of this size holds; ties are broken by lot."""
    chosen = np.zeros(len(risk), dtype=bool)
    chosen[contact_list(pd.DataFrame({"risk": risk}), risk, size).index] = True
    return chosen


def same_scores(
    risk: np.ndarray, happened: np.ndarray, of_list: np.ndarray, of_all: np.ndarray
) -> tuple[Counted, float]:
    """How many of a list leave, if customers of one score leave as often as they did before.

    The share that left is followed along the scores by isotonic regression: it may only rise with them. How sure the
    list's share is, is seen by drawing the customers again and again; the count that is given back is as sure as that.

    Args:
        risk, happened: of the customers whose outcome is known.
        of_list, of_all: the scores of those on the list, and of all from whom it was chosen.

    Returns:
        So many of so many of the list; and how many of all leave.
    """
    # A thousandth more or less is no other score; so few levels are fitted again and again in no time.
    levels, at = np.unique(np.round(risk, _DIGITS), return_inverse=True)
    rows, leavers = np.bincount(at), np.bincount(at, happened)
    curve = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip")
    curve.fit(levels, leavers / rows, sample_weight=rows)
    share, of_these = float(curve.predict(of_list).mean()), float(curve.predict(of_all).sum())
    luck = np.random.default_rng(0)
    shares = []
    for again in luck.multinomial(len(risk), rows / len(risk), _TURNS):
        drawn = again > 0
        left = luck.binomial(again[drawn], (leavers / rows)[drawn])
        curve.fit(levels[drawn], left / again[drawn], sample_weight=again[drawn])
        shares.append(float(curve.predict(of_list).mean()))
    spread = np.var(shares)
    # As many customers as a plain count of this share would need to be as unsure.
    alike = share * (1 - share) / spread if spread > 0 else len(risk)
    size = int(np.clip(round(alike), 1, len(risk)))
    return Counted(round(share * size), size), of_these


def _value(customers: Customers, leavers: np.ndarray) -> tuple[float | None, Counted | None]:
    """What they are worth on average, where the table says it; and of how many it does."""
    if customers.value is None or not len(leavers):
        return None, None
    known = customers.value.iloc[leavers].dropna()
    return float(known.mean()) if len(known) else None, Counted(len(known), len(leavers))

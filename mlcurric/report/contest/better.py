"""How much better the model is than the rule on the same rows: in what their lists hold, and in the order of all rows."""

from __future__ import annotations

import numpy as np
from scipy.stats import norm, rankdata

from mlcurric.report.contest.contenders import expected_hits
from mlcurric.subject.intervals import Measured

DRAWS = 1000
PAIRS_MATTER = 0.02
"""An order that tells fewer pairs apart than this beyond another one is worth neither a model nor more words."""
_AT_ONCE = 50


def better_by(happened: np.ndarray, rule_risk: np.ndarray, model_risk: np.ndarray, k: int) -> Measured:
    """Hits of each listed customer that the model's list of ``k`` has more than the rule's, with its 95% range.

    Both lists are cut from the same rows, drawn anew with replacement; so what chance does to both alike drops out. Of those
    who stand at the same place at the cut, each draw has a lot of its own: a list holds some of them only, and whoever asks
    whether another list is better has to know how much hangs on which.
    """
    risks = rule_risk, model_risk
    hits = [expected_hits(happened, risk, k) for risk in risks]
    places = [_by_place(risk, k) for risk in risks]
    lot = np.random.default_rng(0)
    gained = []
    size = len(happened)
    for _ in range(0, DRAWS, _AT_ONCE):
        drawn = np.array([np.bincount(lot.integers(size, size=size), minlength=size) for _ in range(_AT_ONCE)])
        each = [_listed_leavers(drawn[:, order], starts, happened[order], k, lot) for order, starts in places]
        gained.append(each[1] - each[0])
    low, high = np.quantile(np.concatenate(gained) / k, [0.025, 0.975])
    return Measured((hits[1] - hits[0]) / k, float(low), float(high))


def tells_more(happened: np.ndarray, rule_risk: np.ndarray, model_risk: np.ndarray) -> Measured:
    """Of all pairs of a leaver and a stayer, the share that the model tells apart beyond the rule, with its 95% range.

    Every row counts, not only those on a list: where lists are short, this shows a difference that they cannot show. Ties
    are half told apart. The range is that of two orders of the same rows (DeLong et al. 1988, Biometrics 44:837-845).

    Args:
        happened: bools, of both kinds at least two.
        rule_risk, model_risk: row by row with ``happened``; told apart to nine digits, as on a list.
    """
    of_rule, of_model = (_told_apart(happened, np.round(risk, 9)) for risk in (rule_risk, model_risk))
    more = [model - rule for rule, model in zip(of_rule, of_model, strict=True)]
    value, luck = float(more[0].mean()), np.sqrt(sum(each.var(ddof=1) / len(each) for each in more))
    away = float(norm.ppf(0.975) * luck)
    return Measured(value, value - away, value + away)


def pairs_told(happened: np.ndarray, risk: np.ndarray) -> float:
    """Of all pairs of a leaver and a stayer, the share that is told apart, 0 to 1; ties are half told apart.

    Args:
        happened: bools; where all are of one kind there is no pair, and nothing is told: 0.5.
        risk: row by row with ``happened``.
    """
    if happened.all() or not happened.any():
        return 0.5
    return float(_told_apart(happened, np.round(risk, 9))[0].mean())


def _told_apart(happened: np.ndarray, risk: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of each leaver, the share of stayers placed behind; of each stayer, the share of leavers placed before."""
    ranks, leavers, stayers = rankdata(risk), risk[happened], risk[~happened]
    return (
        (ranks[happened] - rankdata(leavers)) / len(stayers),
        1 - (ranks[~happened] - rankdata(stayers)) / len(leavers),
    )


def _by_place(risk: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    """The rows best first, as far as a list of ``k`` can reach, and where each place begins: all of one risk share it."""
    risk = np.round(risk, 9)
    order = np.argsort(-risk, kind="stable")
    starts = np.flatnonzero(np.diff(risk[order], prepend=np.inf))
    # However the rows are drawn anew, the first k are among these: ten standard deviations further down.
    reach = int(np.searchsorted(starts, k + 10 * np.sqrt(k) + 50))
    return (order[: starts[reach]], starts[:reach]) if reach < len(starts) else (order, starts)


def _listed_leavers(
    drawn: np.ndarray, starts: np.ndarray, happened: np.ndarray, k: int, lot: np.random.Generator
) -> np.ndarray:
    """How many of the first ``k`` left, a number a draw; the lot decides among those at the same place at the cut.

    Args:
        drawn: how often each row was drawn, a line a draw; the rows best first.
        starts: where each place begins.
        happened: row by row.
    """
    rows = np.add.reduceat(drawn, starts, axis=1)
    leavers = np.add.reduceat(drawn * happened, starts, axis=1)
    reached = rows.cumsum(axis=1)
    whole = reached <= k
    sure = (leavers * whole).sum(axis=1)
    left_over = k - (rows * whole).sum(axis=1)
    # Where the list ends with a place, nobody is left over, and any place serves.
    at = np.minimum(whole.sum(axis=1), rows.shape[1] - 1)[:, None]
    tied, gone = (np.take_along_axis(each, at, axis=1)[:, 0] for each in (rows, leavers))
    return sure + lot.hypergeometric(gone, tied - gone, np.minimum(left_over, tied))

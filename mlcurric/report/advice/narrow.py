"""A list that only just beat the lot has mostly had luck: how much of its lead the next one is expected to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.stats import norm

from mlcurric.report.advice.stayers import as_count
from mlcurric.report.contest.verdict import BY_LUCK, by_luck
from mlcurric.subject.expectation import Counted
from mlcurric.subject.ranges import Range

if TYPE_CHECKING:
    from mlcurric.report.contest.contest import Contest

_MATTERS = 0.01
"""Less than one more or fewer of 100 is not told."""
_FURTHEST, _STEPS = 9.0, 901
_ALL_OF_IT = Range(1.0, 1.0)


def kept_of_lead(contest: Contest) -> float:
    """Of the winner's lead over a lot, the part that is expected of the next list, 0 to 1.

    The rows that promise are those that decided whether there is a list at all: only where luck was good enough is anything
    promised. So the lead is taken as ``conditional_lead`` takes it, on the scale on which it was judged.

    Args:
        contest: with a winner.
    """
    happened = np.asarray(contest.happened, dtype=bool)
    lead = float(norm.isf(by_luck(happened, contest.winner_risk, contest.of_winner)))
    return conditional_lead(lead) / lead if 0 < lead < _FURTHEST else 1.0


def conditional_lead(lead: float) -> float:
    """What a lead is really, on average, if it was measured with an error of 1 and only told because it passed the test.

    The likelihood is that of a normal number, divided by the chance to pass (Zöllner and Pritchard 2007, Am. J. Hum. Genet.
    80:605-615); before it, every lead from 0 on is as likely. Of a lead of 2.3 little more than half is left, of 3 seven tenths, of 5 all.
    ``benchmarks/narrow.py`` counts what that does to the promise.

    Args:
        lead: in standard errors, above 0.
    """
    true = np.linspace(0, _FURTHEST + 3, _STEPS)
    weights = np.exp(norm.logpdf(lead - true) - norm.logcdf(true - norm.isf(BY_LUCK)))
    return min(float(weights @ true / weights.sum()), lead)


def taken_back(hits: Counted, usual: float, kept: float) -> Counted:
    """The count with only this part of its lead, about as sure as it was; as it is where that comes to the same.

    Args:
        usual: the share that leaves of all from whom the list was chosen, 0 to 1.
        kept: as ``kept_of_lead`` gives it.
    """
    share = usual + kept * (hits.share - usual)
    if hits.share - share < _MATTERS:
        return hits
    return as_count(share, share * (1 - share) / hits.of, _ALL_OF_IT, hits.of)

"""What the monthly list is made by, and how it changes in use: level put right, learned anew, or back to the rule."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import expit, logit

from mlcurric.subject.money import OFFER, Offer, gain_of_call
from mlcurric.subject.rules import RULES
from mlcurric.subject.uplift import CallModel, learn_calls

TODAYS_RULE = "ticket_or_price_rise"
"""What the team called by before there was a model; see ``RULES``."""


class Scorer(Protocol):
    """What knows each customer's chance of leaving both ways, such as a ``CallModel``."""

    def churn(self, customers: pd.DataFrame) -> pd.DataFrame:
        """Probabilities of leaving, 0 to 1: columns ``if_left_alone`` and ``if_called``, row by row with ``customers``."""


@dataclass(frozen=True)
class Levelled:
    """A scorer whose two levels were put right: so many log-odds more or less for everybody; the order within each stays."""

    scorer: Scorer
    left_alone: float
    called: float

    def churn(self, customers: pd.DataFrame) -> pd.DataFrame:
        return expit(logit(self.scorer.churn(customers)) + np.array([self.left_alone, self.called]))


def monthly_list(
    customers: pd.DataFrame, scorer: Scorer | None, size: int, resting: Collection[int] = (), offer: Offer = OFFER
) -> pd.DataFrame:
    """The list of one month: whom a call is expected to pay for, best first, or by today's rule.

    Args:
        customers: as the company knows them now.
        scorer: by whose expected gain; ``None`` for ``TODAYS_RULE``, which takes the higher value first where it ties.
        resting: numbers of customers who are left in peace, because they stood on a list a short while ago.

    Returns:
        At most ``size`` rows of ``customers``, with ``if_left_alone``, ``if_called`` (probabilities) and ``promised`` (whole
        yen, expected of calling this one); all three are missing where the rule chose, because a rule promises nothing.
    """
    free = customers[~customers["customer"].isin(resting)]
    if scorer is None:
        score = RULES[TODAYS_RULE](free)
        hit = free.assign(_score=score)[score > 0].nlargest(size, ["_score", "value"]).drop(columns="_score")
        return hit.assign(if_left_alone=np.nan, if_called=np.nan, promised=np.nan)
    scored = free.join(scorer.churn(free))
    # To the yen: the last bits of a fit differ between machines, and would decide ties.
    gain = gain_of_call(scored["if_left_alone"], scored["if_called"], scored["value"], offer).round()
    return scored.assign(promised=gain)[gain > 0].nlargest(size, "promised")


def retrained(labelled: pd.DataFrame) -> CallModel:
    """Two models learned anew from what came true of the business's own customers, the pilot forgotten.

    Args:
        labelled: whoever was a customer in the months whose outcome is known, with ``called`` and ``churned``.

    Raises:
        ValueError: if nobody was called, or everybody; or of a group all left, or nobody did.
    """
    return learn_calls(labelled)


def recalibrated(scorer: Scorer, listed: pd.DataFrame) -> Levelled:
    """A scorer whose levels fit what came true of the list: of the called, and of the held-out, as many as really left.

    Only the level moves (“calibration in the large”), so a few dozen outcomes are enough; which customers a call helps more
    than others is not learned anew. A group with nobody in it keeps its level.

    Args:
        listed: whoever stood on a list whose outcome is known, with ``called`` and ``churned``.
    """
    churn, called = scorer.churn(listed), listed["called"].to_numpy(bool)
    left = listed["churned"].to_numpy(bool)
    return Levelled(
        scorer,
        _shift(churn["if_left_alone"].to_numpy()[~called], left[~called]),
        _shift(churn["if_called"].to_numpy()[called], left[called]),
    )


def _shift(predicted: NDArray[np.float64], left: NDArray[np.bool_]) -> float:
    """The log-odds to add so that as many are expected to leave as did."""
    if not left.size:
        return 0.0
    # Nobody of twenty is not never: half a customer is kept off either end.
    wanted = np.clip(left.sum(), 0.5, left.size - 0.5)
    return float(brentq(lambda shift: expit(logit(predicted) + shift).sum() - wanted, -20, 20))

"""The plan by cut-off: what calling everybody above a risk is expected to earn, if a call does the same for all."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from mlcurric.subject.columns import shares
from mlcurric.subject.money import OFFER, Offer, campaign_profit


def planned_profit(risk: ArrayLike, value: float, save_rate: float, offer: Offer = OFFER) -> pd.Series:
    """What a plan expects of calling everybody above a cut-off, if a call saves the same share of leavers everywhere.

    Args:
        risk: of leaving, 0 to 1, one a customer.
        value: what one customer who stays is worth, the same for all.
        save_rate: the share of called leavers who stay because of the call, 0 to 1.

    Returns:
        Yen by cut-off (whole numbers, of 100, from 5 to 60), as ``campaign_profit`` counts it for each customer;
        ``attrs["calls"]`` has the calls that each cut-off asks for.

    Raises:
        ValueError: if a risk is missing or no share, or ``save_rate`` is none.
    """
    risks = shares(risk, "risk")
    cutoffs = pd.RangeIndex(5, 61)
    above = [risks[risks >= cutoff / 100] for cutoff in cutoffs]
    profits = [plan_for(called, value, save_rate, offer) for called in above]
    plan = pd.Series(profits, index=cutoffs, name="planned_profit")
    plan.attrs["calls"] = pd.Series([len(called) for called in above], index=cutoffs)
    return plan


def plan_for(risk: ArrayLike, value: float, save_rate: float, offer: Offer = OFFER) -> float:
    """What a plan expects of calling these customers, in yen; arguments and errors as for ``planned_profit``."""
    risks = shares(risk, "risk")
    if not risks.size:
        return 0.0
    return campaign_profit(risks.size, 1, float(np.mean(risks)), save_rate, value, offer.contact, offer.incentive)

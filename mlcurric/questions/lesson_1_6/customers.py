"""The customers of the exercise: one of today's, whose reasons are added up, and four of last summer, drawn by lot."""

from __future__ import annotations

from functools import cache

import pandas as pd

from mlcurric.subject.explain.contributions import linear_contributions
from mlcurric.subject.explain.reasons import ReasonCodes, reason_codes
from mlcurric.subject.explain.wordings import SIMULATED
from mlcurric.subject.ranking import contact_list
from mlcurric.subject.risk import learn_risk, predicted_risk
from mlcurric.subject.simulation.practice import load_customers

MOMIJI = 653
"""Number of today's customer: four reasons that point both ways, and no two ways of adding them up agree."""
NAMES = ("sakura", "matsu", "kaede", "sugi")
LOT = 16
"""Seed of the lot: the lesson's number."""


@cache
def momiji_codes() -> ReasonCodes:
    spring, today = load_customers("spring"), load_customers("today")
    momiji = today[today["customer"] == MOMIJI]
    return reason_codes(linear_contributions(learn_risk(spring), momiji, spring), momiji, spring, SIMULATED)[0]


@cache
def drawn() -> pd.DataFrame:
    """Four of the 1,000 with the highest scores of summer: two of the first 100, one of the next 300, one of the rest."""
    spring, summer = load_customers("spring"), load_customers("summer")
    listed = contact_list(summer, predicted_risk(learn_risk(spring), summer), 1000)
    blocks = [(listed[:100], 2), (listed[100:400], 1), (listed[400:], 1)]
    lot = pd.concat([block.sample(size, random_state=LOT) for block, size in blocks])
    return lot.sample(frac=1, random_state=LOT).set_axis(list(NAMES))

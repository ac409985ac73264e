"""A list without uplift in it, made from a rule and a risk: the one whose sheet is filled in by hand in exercise 1-5."""

from __future__ import annotations

import pandas as pd
from sklearn.pipeline import Pipeline

from mlcurric.subject.expectation.sheet import ExpectationSheet
from mlcurric.subject.ranking import contact_list
from mlcurric.subject.risk import learn_risk, predicted_risk
from mlcurric.subject.rules import RULES
from mlcurric.subject.simulation.practice import load_customers


def repairable_first(model: Pipeline, customers: pd.DataFrame) -> pd.Series:
    """A score that puts whoever has something to repair, a price rise or an open ticket, before everybody else.

    Within both groups the surest leavers come first.

    Args:
        model: of the risk of leaving (``learn_risk``).
        customers: with ``CLUES``.
    """
    return predicted_risk(model, customers) + (RULES["ticket_or_price_rise"](customers) > 0)


def repair_sheet(size: int = 600) -> ExpectationSheet:
    """The sheet of such a list in the practice world.

    The pilot taught neither the rule nor the risk, so every pilot customer whom the list would have held may be counted.

    Args:
        size: customers on the list, of 10,000.
    """
    model, later, pilot = learn_risk(load_customers("spring")), load_customers("summer"), load_customers("pilot")
    listed = contact_list(later, repairable_first(model, later), size)
    chosen = contact_list(pilot, repairable_first(model, pilot), round(size * len(pilot) / len(later)))
    return ExpectationSheet.from_rows(listed, later, chosen)

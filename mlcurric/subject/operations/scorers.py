"""What the monthly list is made by, and how it changes in use: level put right, learned anew, or back to the rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from numbers import Integral
from typing import Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import expit, logit

from mlcurric.subject.columns import check_rows, column, labels, number_columns, numbers, shares
from mlcurric.subject.money import OFFER, Offer, gain_of_call
from mlcurric.subject.rules import RULES
from mlcurric.subject.uplift import CallModel, learn_calls

TODAYS_RULE = "ticket_or_price_rise"
"""What the team called by before there was a model; see ``RULES``."""
_RULE_READS = ("price_rise", "open_tickets")
_BOTH_WAYS = ("if_left_alone", "if_called")
_FARTHEST = 20.0


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
        """Probabilities of leaving as for ``Scorer.churn``, each moved by its level."""
        churn = self.scorer.churn(customers)
        # By name, not by place: whoever writes a scorer may give its columns in any order.
        return expit(logit(churn[list(_BOTH_WAYS)]) + np.array([self.left_alone, self.called]))


def monthly_list(
    customers: pd.DataFrame, scorer: Scorer | None, size: int, resting: Collection[int] = (), offer: Offer = OFFER
) -> pd.DataFrame:
    """The list of one month: whom a call is expected to pay for, best first, or by today's rule.

    Args:
        customers: as the company knows them now, with ``customer`` (a number of its own for each) and ``value``. Its row
            labels may repeat, as they do where two tables were put below each other.
        scorer: by whose expected gain; ``None`` for ``TODAYS_RULE``, which takes the higher value first where it ties.
        size: how many at most, a whole number.
        resting: numbers of customers who are left in peace, because they stood on a list a short while ago.

    Returns:
        At most ``size`` rows of ``customers``, with ``if_left_alone``, ``if_called`` (probabilities) and ``promised`` (whole
        yen, expected of calling this one); all three are missing where the rule chose, because a rule promises nothing.
        Columns of these names that the table had are written over. Nobody where there are no customers, or all rest.

    Raises:
        ValueError: naming a column that is missing, has gaps or holds anything but numbers; if a customer stands in the table
            twice, ``resting`` holds no customers' numbers, ``size`` is no whole number from 0, or the scorer does not give
            two probabilities a customer.
    """
    if not isinstance(size, Integral) or isinstance(size, bool) or size < 0:
        raise ValueError(f"A list has a size, a whole number of customers such as 200; here it is {size!r}.")
    free = customers[~_rests(column(customers, "customer"), resting)]
    worth = numbers(column(free, "value"), "value")
    if scorer is None:
        return _by_rule(free, worth, size)
    if_left_alone, if_called = _both_ways(scorer, free) if len(free) else (np.empty(0), np.empty(0))
    # To the yen: the last bits of a fit differ between machines, and would decide ties.
    gain = gain_of_call(if_left_alone, if_called, worth, offer).round()
    # Row by row, not by row labels: those may repeat, and every repeated one would meet all of its name.
    scored = free.assign(if_left_alone=if_left_alone, if_called=if_called, promised=gain)
    return scored[gain > 0].nlargest(size, "promised")


def retrained(labelled: pd.DataFrame) -> CallModel:
    """Two models learned anew from what came true of the business's own customers, the pilot forgotten.

    Args:
        labelled: whoever was a customer in the months whose outcome is known, with ``called`` and ``churned``.

    Raises:
        ValueError: if nobody was called, or everybody; or of a group all left, or nobody did; naming a column that is missing,
            has gaps or holds anything else.
    """
    return learn_calls(labelled)


def recalibrated(scorer: Scorer, listed: pd.DataFrame) -> Levelled:
    """A scorer whose levels fit what came true of the list: of the called, and of the held-out, as many as really left.

    Only the level moves (“calibration in the large”), so a few dozen outcomes are enough; which customers a call helps more
    than others is not learned anew. A group with nobody in it keeps its level.

    Args:
        listed: whoever stood on a list whose outcome is known, with ``called`` and ``churned`` (True and False, or 1 and 0).

    Raises:
        ValueError: if there is nobody; naming a column that is missing, has gaps or holds anything else; if the scorer does
            not give two probabilities a customer, or is so certain (0 or 1) that no level fits.
    """
    called, left = (labels(column(listed, name), name) for name in ("called", "churned"))
    if_left_alone, if_called = _both_ways(scorer, listed)
    return Levelled(scorer, _shift(if_left_alone[~called], left[~called]), _shift(if_called[called], left[called]))


def _rests(numbered: pd.Series, resting: Collection[int]) -> NDArray[np.bool_]:
    """Who of a table's customers rests, once it is sure that numbers mean the same customers on both sides."""
    if numbered.isna().any():
        raise ValueError(
            f"customer has {int(numbered.isna().sum())} gaps; whoever has no number cannot be left in peace."
        )
    if (twice := numbered[numbered.duplicated()]).size:
        raise ValueError(
            f"Customer {twice.iloc[0]} stands in the table twice, and would be called twice. Keep one row each."
        )
    # A table is a collection too, of the names of its columns, and a text one of its letters.
    if isinstance(resting, str | pd.DataFrame) or not isinstance(resting, Iterable):
        raise ValueError(
            "Who rests is said by customers' numbers, such as those in the column customer of the last lists, "
            f"not by {type(resting).__name__}."
        )
    known = list(resting)
    for first in numbered.head(1):
        if others := [one for one in known if isinstance(one, str) is not isinstance(first, str)]:
            raise ValueError(f"Who rests holds {others[0]!r}; in the table customers have numbers like {first!r}.")
    return numbered.isin(known).to_numpy()


def _by_rule(free: pd.DataFrame, worth: NDArray[np.float64], size: int) -> pd.DataFrame:
    """The list of today's rule, which promises nothing."""
    # Read as numbers first: to a rule a gap would look like no ticket.
    score = RULES[TODAYS_RULE](number_columns(free, _RULE_READS)).to_numpy() if len(free) else np.empty(0)
    best_first = np.lexsort((-worth, -score))
    hit = free.iloc[best_first[score[best_first] > 0][:size]]
    return hit.assign(if_left_alone=np.nan, if_called=np.nan, promised=np.nan)


def _both_ways(scorer: Scorer, rows: pd.DataFrame) -> Iterator[NDArray[np.float64]]:
    """What a scorer expects of each row, left alone and called."""
    churn = scorer.churn(rows)
    check_rows(churn, rows, ("what the scorer gives", "the table"))
    return (shares(column(churn, name), name) for name in _BOTH_WAYS)


def _shift(predicted: NDArray[np.float64], left: NDArray[np.bool_]) -> float:
    """The log-odds to add so that as many are expected to leave as did."""
    if not left.size:
        return 0.0
    # Nobody of twenty is not never: half a customer is kept off either end.
    wanted = np.clip(left.sum(), 0.5, left.size - 0.5)

    def too_many(shift: float) -> float:
        return expit(logit(predicted) + shift).sum() - wanted

    if not too_many(-_FARTHEST) < 0 < too_many(_FARTHEST):
        raise ValueError(
            f"No level fits: the scorer is certain (0 or 1) of too many of {left.size} customers, of whom "
            f"{int(left.sum())} left. Let it be less sure, for instance with a calibrated model."
        )
    return float(brentq(too_many, -_FARTHEST, _FARTHEST))

"""What a campaign earns: the break-even, the expected profit of any list, and how near it comes to the best."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from mlcurric.subject.truth import Truth


@dataclass(frozen=True)
class Offer:
    """What one call costs.

    Attributes:
        contact: yen a call, whatever comes of it.
        incentive: yen, given to everybody who is called and stays.
    """

    contact: float
    incentive: float


OFFER = Offer(contact=1_500, incentive=3_000)
"""The calls of the simulated subscription business."""
PASS, DISTINCTION = 0.35, 0.7
"""The scores from which a decision passes, and passes with distinction. Over 200 keyed worlds a list by expected gain passes in at
least 99 of 100, and calling nobody, everybody, or the riskiest in at most one (``tests/subject/test_campaigns.py``)."""


def break_even(value: float, contact: float, incentive: float, save_rate: float) -> float:
    """The risk of leaving from which a call pays, if it saves the same share of leavers everywhere and harms nobody.

    Neslin et al. (2006, JMR 43:204-211): (δ + c) / (γ·CLV + δ(1 − γ)).

    Args:
        value: CLV, what a customer who stays is worth.
        contact: c, the cost of a call.
        incentive: δ, given to everybody who stays after a call.
        save_rate: γ, the share of called leavers who stay because of the call, 0 to 1.

    Returns:
        A probability; above 1 where no call can pay.

    Raises:
        ValueError: if ``save_rate`` is no share, or nothing is gained by keeping anybody.
    """
    _check_share("save_rate", save_rate)
    gained = save_rate * value + incentive * (1 - save_rate)
    if gained <= 0:
        raise ValueError("Nothing is gained by keeping a customer, so no risk makes a call pay.")
    return (incentive + contact) / gained


def fewer_to_pay(
    churn_if_left_alone: np.ndarray | pd.Series | float, value: float, offer: Offer = OFFER
) -> np.ndarray | pd.Series | float:
    """By how much churn has to fall on a list until calling all of it earns what it costs: (c + δ(1 − a)) / (V − δ).

    Solved from the profit of a retention campaign (Neslin et al. 2006, JMR 43:204-211) without its fixed cost. At the
    break-even as many more stay as fewer leave, and each of them takes the incentive, too.

    Args:
        churn_if_left_alone: a, the share of the list that leaves if nobody calls, 0 to 1.
        value: V, what a customer is worth who is kept by a call, before the incentive.
        offer: c and δ.

    Returns:
        A difference of shares, of the shape of ``churn_if_left_alone``; infinite where keeping somebody gains nothing.

    Raises:
        ValueError: if the churn is not from 0 to 1.
    """
    _check_share("churn_if_left_alone", churn_if_left_alone)
    cost = offer.contact + offer.incentive * (1 - churn_if_left_alone)
    return cost / (value - offer.incentive) if value > offer.incentive else cost + np.inf


def campaign_profit(
    customers: float,
    share: float,
    churn: float,
    save_rate: float,
    value: float,
    contact: float,
    incentive: float,
    fixed: float = 0,
) -> float:
    """The profit of a campaign in which a call saves the same share of leavers everywhere and harms nobody.

    Neslin et al. (2006, JMR 43:204-211): Nα[βγ(CLV − δ − c) + β(1 − γ)(−c) + (1 − β)(−δ − c)] − A.

    Args:
        customers: N.
        share: α, the share of them that is called, 0 to 1.
        churn: β, the share of leavers among the called, 0 to 1 (base rate × lift).
        save_rate: γ, as in ``break_even``.
        value, contact, incentive: CLV, c and δ, as in ``break_even``.
        fixed: A, the cost of having a campaign at all.

    Raises:
        ValueError: if a share is not from 0 to 1.
    """
    for name, number in (("share", share), ("churn", churn), ("save_rate", save_rate)):
        _check_share(name, number)
    saved = churn * save_rate * (value - incentive - contact)
    lost = churn * (1 - save_rate) * -contact
    would_have_stayed = (1 - churn) * (-incentive - contact)
    return customers * share * (saved + lost + would_have_stayed) - fixed


def gain_of_call(
    churn_if_left_alone: np.ndarray | pd.Series | float,
    churn_if_called: np.ndarray | pd.Series | float,
    value: np.ndarray | pd.Series | float,
    offer: Offer = OFFER,
) -> np.ndarray | pd.Series | float:
    """What calling a customer earns, on average, against leaving it alone; below 0 where the call does harm.

    The causal rule of targeting (johaupt.github.io, 16 March 2020): p₁(CLV − δ) − c − p₀·CLV, with p the probability
    of *staying*, 1 if called and 0 if not.

    Args:
        churn_if_left_alone, churn_if_called: probabilities of leaving, 0 to 1.
        value: what a customer who stays is worth.

    Returns:
        An amount in the unit of ``value``, of the same shape.

    Raises:
        ValueError: if a probability is not from 0 to 1.
    """
    _check_share("churn_if_left_alone", churn_if_left_alone)
    _check_share("churn_if_called", churn_if_called)
    stay_if_called, stay_if_left_alone = 1 - churn_if_called, 1 - churn_if_left_alone
    return stay_if_called * (value - offer.incentive) - offer.contact - stay_if_left_alone * value


def expected_profit(truth: Truth, called: np.ndarray | pd.Series, offer: Offer = OFFER) -> float:
    """The exact expected profit of calling a list: no dice are thrown, so it has no noise.

    Args:
        truth: of all customers.
        called: positions in ``truth``, counted from 0 (no customers' numbers), or a bool for each customer.

    Returns:
        Yen, against calling nobody.

    Raises:
        ValueError: if a position is no whole number from 0, or a customer is called twice.
        IndexError: if there is no customer at a position.
    """
    called = np.asarray(called)
    if not called.size:
        return 0.0
    if called.dtype != bool:
        if not np.issubdtype(called.dtype, np.integer) or called.min() < 0:
            raise ValueError("A list holds positions, whole numbers from 0, or one bool a customer.")
        if len(np.unique(called)) < len(called):
            raise ValueError("The list names a customer twice; each is called once.")
    gain = gain_of_call(truth.churn_if_left_alone, truth.churn_if_called, truth.value, offer)
    return float(gain[called].sum())


def oracle(truth: Truth, capacity: int, offer: Offer = OFFER) -> np.ndarray:
    """The best list there is: positions of at most ``capacity`` customers, best first, each worth its call.

    Raises:
        ValueError: if the capacity is negative.
    """
    if capacity < 0:
        raise ValueError(f"A team can make no {capacity} calls.")
    gain = gain_of_call(truth.churn_if_left_alone, truth.churn_if_called, truth.value, offer)
    best = np.argsort(-gain, kind="stable")[:capacity]
    return best[gain[best] > 0]


def money_score(profit: float, baseline: float, best: float) -> float:
    """How much of what there is to gain a decision gains: (profit − b) / (best − b), clipped to [0, 1].

    Args:
        profit: the expected profit of the decision.
        baseline: the expected profit of the best simple rule; b is that or 0, whichever is more, because calling
            nobody is always possible.
        best: the expected profit of the oracle.

    Raises:
        ValueError: if the oracle gains nothing over the baseline: such a world tells nobody apart.
    """
    baseline = max(0.0, baseline)
    if best <= baseline:
        raise ValueError("The oracle gains nothing over the baseline; draw another world.")
    return float(np.clip((profit - baseline) / (best - baseline), 0, 1))


def _check_share(name: str, share: np.ndarray | pd.Series | float) -> None:
    numbers = np.asarray(share, dtype=float)
    if not ((numbers >= 0) & (numbers <= 1)).all():
        raise ValueError(f"{name} is a share from 0 to 1, such as 0.3 for 30 of 100; here it is {share}.")

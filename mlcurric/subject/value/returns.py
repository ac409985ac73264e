"""The two proud numbers, return on investment and lifetime value, with what each takes for granted."""

from __future__ import annotations

from mlcurric.subject.value.checks import check_numbers

DAYS_A_MONTH = 30
"""A convention: what is charged by the month is turned into days, and back, with months of 30 days."""


def return_on_cost(earned: float, baseline: float, cost_per_month: float, days: float) -> float:
    """What each unit of money spent brings back on top of itself: (earned − baseline − cost) / cost.

    Args:
        earned: in those days, before this cost.
        baseline: what runs today would earn in the same days; 0 only where nothing runs today.
        cost_per_month: what is charged by the month, in the same currency.
        days: the period, in months of 30 days.

    Returns:
        0 where it just pays for itself, 0.5 where one yen brings one and a half, below 0 where it does not pay.

    Raises:
        ValueError: if nothing is paid, so that there is nothing to divide by, or a cost or a period is negative; if one of
            the four is not a finite number.
    """
    check_numbers(earned=earned, baseline=baseline, cost_per_month=cost_per_month, days=days)
    if cost_per_month <= 0 or days <= 0:
        raise ValueError(f"There is no return on a cost of {cost_per_month:g} a month over {days:g} days.")
    cost = cost_per_month * days / DAYS_A_MONTH
    return (earned - baseline - cost) / cost


def lifetime_value(monthly_profit: float, monthly_churn: float) -> float:
    """What a customer earns until it leaves (LTV): monthly profit / monthly churn.

    It takes for granted that the chance of leaving is the same every month for ever (a constant hazard), that profit stays
    as it is, and that a yen in ten years is worth one today (no discounting). It is *another answer* to the question that
    “what it earns in the next twelve months” answers: the two hold the same yen, and are never added.

    Args:
        monthly_profit: of a customer who is there, in yen.
        monthly_churn: the share that leaves in a month, above 0 and up to 1; of customers *like these*.

    Raises:
        ValueError: if the churn is not such a share: nobody stays for ever; if one of the two is not a finite number.
    """
    check_numbers(monthly_profit=monthly_profit, monthly_churn=monthly_churn)
    if not 0 < monthly_churn <= 1:
        raise ValueError(
            f"Monthly churn is a share above 0 and up to 1, such as 0.01 for 1 of 100; {monthly_churn} is not."
        )
    return monthly_profit / monthly_churn


def monthly_churn(churn: float, months: float) -> float:
    """The monthly share of leavers that gives ``churn`` over so many months, if it is the same in each.

    Args:
        churn: the share that leaves within ``months``, 0 to 1.
        months: above 0, such as 3 for a quarter.

    Raises:
        ValueError: if one of the two is out of range, or not a finite number.
    """
    check_numbers(churn=churn, months=months)
    if not 0 <= churn <= 1 or months <= 0:
        raise ValueError(f"A share of 0 to 1 over a positive number of months, not {churn} over {months}.")
    return 1 - (1 - churn) ** (1 / months)

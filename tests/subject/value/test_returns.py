"""Return on a cost, lifetime value and monthly churn, against sums by hand and a simulation."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mlcurric.subject import lifetime_value, monthly_churn, return_on_cost


def test_lifetime_value_as_the_source_computes_it():
    # facts.md 17
    assert lifetime_value(4_500, 0.01) == pytest.approx(450_000)
    assert lifetime_value(4_500, 0.006) == pytest.approx(750_000)


def test_lifetime_value_is_what_customers_with_a_constant_hazard_earn():
    months = np.random.default_rng(0).geometric(0.05, 200_000)
    assert 1_000 * months.mean() == pytest.approx(lifetime_value(1_000, 0.05), rel=0.01)


@pytest.mark.parametrize("churn", [0, -0.1, 1.01, 8])
def test_nobody_stays_for_ever(churn):
    with pytest.raises(ValueError, match="Monthly churn"):
        lifetime_value(1_000, churn)


def test_monthly_churn_compounds_to_that_of_the_quarter():
    monthly = monthly_churn(0.08, months=3)
    assert 1 - (1 - monthly) ** 3 == pytest.approx(0.08)
    assert monthly_churn(0, 3) == 0
    for churn, months in ((1.2, 3), (-0.1, 3), (0.1, 0)):
        with pytest.raises(ValueError, match="positive number of months"):
            monthly_churn(churn, months)


def test_a_month_is_charged_by_the_month():
    assert return_on_cost(900_000, 200_000, 120_000, 90) == pytest.approx(340_000 / 360_000)
    assert return_on_cost(560_000, 200_000, 120_000, 90) == 0
    assert return_on_cost(500_000, -400_000, 120_000, 90) == pytest.approx(1.5)


@pytest.mark.parametrize(("cost", "days"), [(0, 90), (120_000, 0), (-1, 90), (1, -90)])
def test_there_is_no_return_on_nothing(cost, days):
    with pytest.raises(ValueError, match="no return on a cost"):
        return_on_cost(1, 0, cost, days)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, "5", None, True, [5]])
@pytest.mark.parametrize(
    ("function", "names"),
    [
        (return_on_cost, ("earned", "baseline", "cost_per_month", "days")),
        (lifetime_value, ("monthly_profit", "monthly_churn")),
        (monthly_churn, ("churn", "months")),
    ],
)
def test_what_is_no_finite_number_is_named(function, names, value):
    for name in names:
        # The question about returns asks for a ValueError, and is judged by the name of its type.
        with pytest.raises(ValueError, match=f"^{name}: ") as caught:
            function(**{**dict.fromkeys(names, 1), name: value})
        assert type(caught.value) is ValueError

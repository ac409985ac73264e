"""How many customers: the figures of facts 6, and what simulated rounds of that size find."""

import numpy as np
import pytest

from mlcurric.subject import power_of_comparison, sample_size_per_arm, smallest_effect
from mlcurric.subject.experiments.effects import p_value


def test_eight_to_six_needs_2551_or_pooled_2554():
    assert sample_size_per_arm(0.08, 0.06) == 2_551
    assert sample_size_per_arm(0.08, 0.06, pooled=True) == 2_554


@pytest.mark.parametrize(("alone", "called"), [(0.08, 0.06), (0.27, 0.21), (0.27, 0.24), (0.06, 0.08)])
@pytest.mark.parametrize("power", [0.8, 0.9])
def test_rounds_of_that_size_find_it_that_often(alone, called, power):
    size = sample_size_per_arm(alone, called, power=power)
    random = np.random.default_rng(1)
    found = p_value(random.binomial(size, alone, 20_000), size, random.binomial(size, called, 20_000), size) < 0.05
    assert found.mean() == pytest.approx(power, abs=0.012)


def test_the_power_is_what_simulated_rounds_find():
    random = np.random.default_rng(2)
    for one, two in ((300, 300), (540, 60), (60, 540), (200, 900)):
        found = p_value(random.binomial(one, 0.27, 40_000), one, random.binomial(two, 0.19, 40_000), two) < 0.05
        assert power_of_comparison(0.27, 0.19, one, two) == pytest.approx(found.mean(), abs=0.015)


def test_the_power_is_that_of_statsmodels():
    # power_proportions_2indep(0.06, 0.21, 300) and (0.02, 0.06, 2554) of statsmodels 0.15.0.
    assert power_of_comparison(0.27, 0.21, 300) == pytest.approx(0.40530116341682776, abs=1e-9)
    assert power_of_comparison(0.08, 0.06, 2_554) == pytest.approx(0.8000576220543765, abs=1e-9)


def test_size_power_and_smallest_effect_agree():
    for alone, called in ((0.27, 0.21), (0.08, 0.06), (0.5, 0.3)):
        size = sample_size_per_arm(alone, called)
        assert power_of_comparison(alone, called, size) == pytest.approx(0.8, abs=0.01)
        exact = sample_size_per_arm(alone, called, pooled=True)
        assert 0.8 <= power_of_comparison(alone, called, exact) < 0.806
        assert smallest_effect(alone, size) == pytest.approx(alone - called, rel=0.02)


def test_half_the_effect_takes_about_four_times_as_many():
    assert 3.9 < sample_size_per_arm(0.27, 0.24) / sample_size_per_arm(0.27, 0.21) < 4.4


def test_which_share_is_the_larger_makes_no_difference_and_arrays_are_many_numbers():
    assert sample_size_per_arm(0.06, 0.08) == sample_size_per_arm(0.08, 0.06)
    many = sample_size_per_arm(np.array([0.08, 0.27]), np.array([[0.06], [0.21]]))
    assert many.shape == (2, 2)
    assert many[0, 0] == 2_551
    assert many[1, 1] == sample_size_per_arm(0.27, 0.21)
    assert power_of_comparison(0.27, np.array([0.21, 0.24]), 300)[0] == power_of_comparison(0.27, 0.21, 300)
    assert type(sample_size_per_arm(0.08, 0.06)) is int


@pytest.mark.parametrize("shares", [(0.08, 0.08), (8, 6), (0.08, 0), (1, 0.5), (float("nan"), 0.1)])
def test_shares_that_are_none_or_one_are_refused(shares):
    for function in (sample_size_per_arm, lambda one, two: power_of_comparison(one, two, 300)):
        with pytest.raises(ValueError, match=r"between 0 and 1|are one"):
            function(*shares)


def test_other_nonsense_is_refused():
    with pytest.raises(ValueError, match="alpha lies between"):
        sample_size_per_arm(0.08, 0.06, alpha=5)
    with pytest.raises(ValueError, match="power lies between"):
        sample_size_per_arm(0.08, 0.06, power=80)
    with pytest.raises(ValueError, match="a customer at least"):
        power_of_comparison(0.08, 0.06, 0)
    with pytest.raises(ValueError, match="too few for any effect"):
        smallest_effect(0.08, 20)

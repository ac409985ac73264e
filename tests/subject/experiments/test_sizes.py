"""How many customers: the figures of facts 6, and what simulated rounds of that size find."""

import numpy as np
import pandas as pd
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


def test_size_and_power_are_what_statsmodels_computes(proportion):
    for one, two, power in ((0.08, 0.06, 0.8), (0.27, 0.21, 0.9), (0.5, 0.3, 0.6), (0.01, 0.02, 0.95)):
        theirs = proportion.samplesize_proportions_2indep_onetail(one - two, two, power, alpha=0.05)
        assert sample_size_per_arm(one, two, power=power, pooled=True) == np.ceil(theirs)
        theirs = proportion.power_proportions_2indep(one - two, two, 700, alpha=0.05)
        assert power_of_comparison(one, two, 700) == pytest.approx(theirs.power, abs=1e-9)


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
        with pytest.raises(ValueError, match=r"between 0 and 1|are one|has a gap"):
            function(*shares)


def test_other_nonsense_is_refused():
    with pytest.raises(ValueError, match="alpha lies between"):
        sample_size_per_arm(0.08, 0.06, alpha=5)
    with pytest.raises(ValueError, match="power lies between"):
        sample_size_per_arm(0.08, 0.06, power=80)
    for size in (0, 300.5, "300", float("nan")):
        with pytest.raises(ValueError, match="size_1"):
            power_of_comparison(0.08, 0.06, size)
    with pytest.raises(ValueError, match="too few for any effect"):
        smallest_effect(0.08, 20)


@pytest.mark.parametrize("other", [0.1 + 1e-12, np.array([0.2, 0.1 + 1e-12]), np.nextafter(0.1, 1)])
def test_two_shares_that_are_all_but_one_are_refused(other):
    with pytest.raises(ValueError, match="meant to be one"):
        sample_size_per_arm(0.1, other)
    assert sample_size_per_arm(0.1, 0.1 + 1e-6) > 10**12


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"power": 0.01}, "power lies between alpha and 1"),
        ({"power": 0.05}, "power lies between alpha and 1"),
        ({"power": 80}, "such as 0.8 for 80 of 100"),
        ({"power": float("nan")}, "power has a gap"),
        ({"alpha": 5}, "such as 0.05 for 5 of 100"),
        ({"alpha": [0.05, 0.01]}, "alpha is one number"),
        ({"share": 8}, "such as 0.08 for 8 of 100"),
        ({"share": "0.1"}, "share holds '0.1'"),
        ({"per_arm": 0.5}, "per_arm is a whole number"),
        ({"per_arm": 0}, "per_arm is a whole number"),
    ],
)
def test_levels_and_sizes_without_sense_are_refused(wrong, says):
    with pytest.raises(ValueError, match=says):
        smallest_effect(**{"share": 0.1, "per_arm": 1_000} | wrong)


def test_a_power_below_the_false_alarms_is_refused_by_the_sample_size_too():
    with pytest.raises(ValueError, match="power lies between alpha and 1"):
        sample_size_per_arm(0.1, 0.08, power=0.01)


@pytest.mark.parametrize("per_arm", [10**4, 10**8, 10**14])
@pytest.mark.parametrize("power", [0.051, 0.8])
def test_the_smallest_effect_is_found_however_many_they_are(per_arm, power):
    effect = smallest_effect(0.1, per_arm, power=power)
    assert power_of_comparison(0.1, 0.1 - effect, per_arm) == pytest.approx(power, abs=1e-3)


def test_columns_of_other_rows_are_refused():
    shares, sizes = pd.Series([0.08, 0.27]), pd.Series([300, 200])
    assert sample_size_per_arm(shares, shares / 2).tolist() == [
        sample_size_per_arm(0.08, 0.04),
        sample_size_per_arm(0.27, 0.135),
    ]
    for wrong in (
        lambda: sample_size_per_arm(shares, shares[::-1] / 2),
        lambda: power_of_comparison(shares, 0.1, sizes[::-1]),
    ):
        with pytest.raises(ValueError, match="belong to other rows"):
            wrong()


@pytest.mark.parametrize(("alone", "contacted"), [(100, 900), (900, 100), (500, 500)])
def test_the_smallest_effect_of_two_groups_of_two_sizes(alone, contacted):
    effect = smallest_effect(0.3, alone, others=contacted)
    assert power_of_comparison(0.3, 0.3 - effect, alone, contacted) == pytest.approx(0.8, abs=1e-6)
    assert effect >= smallest_effect(0.3, 500) - 1e-9
    with pytest.raises(ValueError, match="20 and 25 customers an arm are too few"):
        smallest_effect(0.08, 20, others=25)
    with pytest.raises(ValueError, match="others"):
        smallest_effect(0.3, 100, others=0)

"""The difference of two shares: its interval and its z, held against other people's programs."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom, chi2_contingency

from mlcurric.subject import difference_of_shares
from mlcurric.subject.experiments.effects import p_value, z_of_difference

# As statsmodels 0.15.0 gives them: confint_proportions_2indep(method="newcomb", correction=False), proportions_ztest.
NEWCOMBE = {
    (80, 300, 59, 300): (0.00242157478285554, 0.1368318899215138),
    (5, 56, 0, 29): (-0.038137147903536936, 0.19256001385511165),
    (9, 10, 3, 10): (0.1705227239345029, 0.809017973535488),
    (0, 40, 0, 60): (-0.060171852142089886, 0.08762160119728668),
    (10, 10, 0, 20): (0.6790860371419145, 1.0),
}


@pytest.mark.parametrize(("counts", "ends"), NEWCOMBE.items())
def test_the_interval_is_that_of_statsmodels(counts, ends):
    found = difference_of_shares(*counts)
    assert (found.low, found.high) == pytest.approx(ends, abs=1e-12)
    assert found.value == pytest.approx(counts[0] / counts[1] - counts[2] / counts[3])


def test_the_interval_is_what_statsmodels_computes(proportion):
    random = np.random.default_rng(0)
    for _ in range(50):
        of_1, of_2 = random.integers(5, 500, 2)
        count_1, count_2 = random.integers(0, of_1 + 1), random.integers(0, of_2 + 1)
        theirs = proportion.confint_proportions_2indep(
            count_1, of_1, count_2, of_2, method="newcomb", compare="diff", correction=False
        )
        assert difference_of_shares(count_1, of_1, count_2, of_2)[1:] == pytest.approx(theirs, abs=1e-9)


def test_newcombes_own_example():
    # Newcombe 1998, table II, (a) 56/70 − 48/80, method 10: 0.0524 to 0.3339.
    assert difference_of_shares(56, 70, 48, 80) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


def test_the_interval_holds_the_truth_nineteen_times_in_twenty():
    random = np.random.default_rng(7)
    for truth_1, truth_2 in ((0.27, 0.21), (0.08, 0.06), (0.03, 0.03)):
        one, two = random.binomial(200, truth_1, 20_000), random.binomial(150, truth_2, 20_000)
        found = difference_of_shares(one, 200, two, 150)
        held = ((found.low <= truth_1 - truth_2) & (truth_1 - truth_2 <= found.high)).mean()
        assert 0.94 < held < 0.985


def test_z_squared_is_the_chi_square_of_the_table():
    for one, two in (((80, 300), (59, 300)), ((5, 40), (1, 90))):
        table = [[one[0], one[1] - one[0]], [two[0], two[1] - two[0]]]
        theirs = chi2_contingency(table, correction=False)
        assert z_of_difference(*one, *two) ** 2 == pytest.approx(theirs.statistic)
        assert p_value(*one, *two) == pytest.approx(theirs.pvalue)


def test_where_all_or_nobody_left_there_is_no_difference():
    assert z_of_difference(0, 10, 0, 20) == z_of_difference(10, 10, 20, 20) == 0
    assert p_value(0, 10, 0, 20) == 1


def test_many_experiments_at_once_give_what_each_gives():
    one, two = np.array([[80, 1], [0, 30]]), np.array([59, 3])
    found, z = difference_of_shares(one, 300, two, 200), z_of_difference(one, 300, two, 200)
    for at in np.ndindex(one.shape):
        single = difference_of_shares(one[at], 300, two[at[1]], 200)
        assert (found.value[at], found.low[at], found.high[at]) == pytest.approx(single)
        assert z[at] == pytest.approx(z_of_difference(one[at], 300, two[at[1]], 200))


IMPOSSIBLE = {
    (1, 0, 1, 5): "0 ≤ count_1 ≤ of_1",
    (6, 5, 1, 5): "0 ≤ count_1 ≤ of_1",
    (-1, 5, 1, 5): "0 ≤ count_1 ≤ of_1",
    (1, 5, 2, 0): "0 ≤ count_2 ≤ of_2",
    (float("nan"), 5, 1, 5): "count_1 has a gap",
    (None, 5, 1, 5): "count_1 has a gap",
    (1, 5, "1", 5): "count_2 holds '1'",
    (True, 5, 1, 5): "count_1 holds 'True'",
    (1.5, 5, 1, 5): "count_1 is a whole number",
    (1, 5, 1, np.inf): "of_2 is infinite",
}


@pytest.mark.parametrize(("counts", "says"), IMPOSSIBLE.items())
def test_impossible_counts_are_refused(counts, says):
    for function in (difference_of_shares, z_of_difference, p_value):
        with pytest.raises(ValueError, match=says):
            function(*counts)


@pytest.mark.parametrize("confidence", [95, 0, 1, -0.5, float("nan"), "0.95"])
def test_a_level_that_is_none_is_refused(confidence):
    with pytest.raises(ValueError, match="confidence"):
        difference_of_shares(80, 300, 59, 300, confidence)


def test_columns_are_compared_row_by_row_and_only_with_their_own_rows():
    of = pd.Series([300, 200])
    left, called = pd.Series([80, 59]), pd.Series([59, 20])
    found = difference_of_shares(left, of, called, of)
    assert found.value.tolist() == pytest.approx([21 / 300, 39 / 200])
    turned = called[::-1]
    for function in (difference_of_shares, z_of_difference, p_value):
        with pytest.raises(ValueError, match="belong to other rows"):
            function(left, of, turned, of)
        with pytest.raises(ValueError, match="belong to other rows"):
            function(left, of[::-1], called, of)
        with pytest.raises(ValueError, match="one shape"):
            function([1, 2], [5, 5], [1, 2, 3], 5)


def test_of_nothing_five_in_a_hundred_look_significant():
    # Exactly, over all outcomes of two groups of 300.
    counts = np.arange(301)
    chance = binom.pmf(counts, 300, 0.27)
    alarms = p_value(counts[:, None], 300, counts[None, :], 300) < 0.05
    assert np.sum(np.outer(chance, chance) * alarms) == pytest.approx(0.05, abs=0.004)

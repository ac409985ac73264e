"""Whether the lot was kept, what looking again does, and how often a threshold is reached."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom, binomtest

from mlcurric.subject import chance_to_reach, first_alarm, ratio_mismatch, simulate_looks
from mlcurric.subject.experiments.lots import ALARM


def test_a_kept_lot_raises_an_alarm_once_in_a_thousand():
    random = np.random.default_rng(3)
    drawn = random.binomial(600, 0.5, 100_000)
    alarms = ratio_mismatch(drawn, 600 - drawn) < ALARM
    assert 0.0005 < alarms.mean() < 0.0016


def test_a_mismatch_is_near_the_exact_binomial():
    for one, two, planned in ((345, 255, 0.5), (310, 290, 0.5), (80, 520, 0.1)):
        exact = binomtest(one, one + two, planned).pvalue
        assert ratio_mismatch(one, two, planned) == pytest.approx(exact, rel=0.3, abs=0.03)
    assert ratio_mismatch(300, 300) == 1
    assert type(ratio_mismatch(300, 300)) is float


@pytest.mark.parametrize(
    ("sizes", "says"),
    [
        ((0, 0), "both 0"),
        (([3, 0], [3, 0]), "both 0"),
        ((-1, 5), "size_1 is a whole number"),
        ((2.5, 5), "size_1 is a whole number"),
        ((float("nan"), 3), "size_1 has a gap"),
        (("3", 3), "size_1 holds '3'"),
        ((5, 5, 1), "share_1 lies between"),
        ((5, 5, 50), "such as 0.5 for 50 of 100"),
        ((5, 5, float("nan")), "share_1 has a gap"),
        ((pd.Series([1, 2]), pd.Series([1, 2], [1, 0])), "belong to other rows"),
        (([1, 2], [1, 2, 3]), "one shape"),
    ],
)
def test_impossible_sizes_are_refused(sizes, says):
    with pytest.raises(ValueError, match=says):
        ratio_mismatch(*sizes)


def test_one_look_keeps_its_promise_and_thirteen_do_not():
    z = simulate_looks(0.27, 0.27, 300, 13, trials=10_000)
    assert z.shape == (10_000, 13)
    one, some = (first_alarm(z[:, -1:]) > 0).mean(), (first_alarm(z) > 0).mean()
    assert one == pytest.approx(0.05, abs=0.007)
    # Armitage, McPherson and Rowe 1969: with 10 and 20 evenly spaced looks at 5 %, 0.193 and 0.248.
    assert 0.193 < some < 0.248


def test_more_looks_find_more_of_nothing():
    found = [(first_alarm(simulate_looks(0.27, 0.27, 300, looks, trials=5_000)) > 0).mean() for looks in (1, 2, 5, 26)]
    assert found == sorted(found)
    # The same source: 0.083 and 0.142 with 2 and 5 looks.
    assert found[1] == pytest.approx(0.083, abs=0.012)
    assert found[2] == pytest.approx(0.142, abs=0.015)


def test_the_last_look_counts_all_leavers_of_both_groups():
    z = simulate_looks(0.27, 0.19, (4_000, 1_000), 13, trials=2_000)
    expected = (0.27 - 0.19) / np.sqrt(0.254 * 0.746 * (1 / 4_000 + 1 / 1_000))
    assert z[:, -1].mean() == pytest.approx(expected, rel=0.03)
    assert np.array_equal(z, simulate_looks(0.27, 0.19, (4_000, 1_000), 13, trials=2_000))


def test_the_first_alarm_is_the_first():
    z = np.array([[0, 2.5, 0, 3], [0, 1, 1.9, 1], [-2, 0, 0, 0]])
    assert list(first_alarm(z)) == [2, 0, 1]


@pytest.mark.parametrize(
    "wrong",
    [
        {"looks": 0},
        {"looks": 2.5},
        {"trials": 0},
        {"trials": "9"},
        {"per_arm": 0},
        {"per_arm": (300, 300, 300)},
        {"per_arm": (300, 0)},
        {"share_1": 27},
        {"share_2": float("nan")},
        {"seed": -1},
    ],
)
def test_looks_without_sense_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        simulate_looks(**{"share_1": 0.27, "share_2": 0.27, "per_arm": 300, "looks": 13} | wrong)


@pytest.mark.parametrize("alpha", [5, 0, 1, float("nan")])
def test_an_alarm_without_a_level_is_refused(alpha):
    with pytest.raises(ValueError, match="alpha"):
        first_alarm(np.array([[0.0, 3.0]]), alpha)


def test_an_alarm_needs_experiments_and_looks():
    with pytest.raises(ValueError, match="a row an experiment"):
        first_alarm(np.array([0.0, 3.0]))
    with pytest.raises(ValueError, match="z has a gap"):
        first_alarm(np.array([[0.0, np.nan]]))


def test_the_chance_to_reach_is_what_draws_show():
    random = np.random.default_rng(5)
    for at_least, one, of_1, two, of_2 in (
        (0.04, 0.28, 60, 0.19, 540),
        (0.04, 0.28, 300, 0.31, 300),
        (0, 0.1, 20, 0.1, 30),
    ):
        drawn = random.binomial(of_1, one, 200_000) / of_1 - random.binomial(of_2, two, 200_000) / of_2
        chance = chance_to_reach(at_least, one, of_1, two, of_2)
        assert chance == pytest.approx((drawn >= at_least - 1e-9).mean(), abs=0.005)


def test_reaching_the_threshold_counts():
    # One of two against none of two is a difference of exactly a half.
    exactly = chance_to_reach(0.5, 0.5, 2, 0.0, 2)
    assert exactly == pytest.approx(0.75)
    assert chance_to_reach(0.51, 0.5, 2, 0.0, 2) == pytest.approx(0.25)
    # 0.1 + 0.2 is not 0.3 in the last bits.
    at_most_7 = binom.cdf(7, 10, 0.7)
    assert chance_to_reach(0.3, 1.0, 10, 0.7, 10) == pytest.approx(at_most_7)


def test_chances_come_as_arrays_and_refuse_nonsense():
    sizes = np.array([60, 300])
    both = chance_to_reach(0.04, 0.28, sizes, 0.19, 600 - sizes)
    assert list(both) == [chance_to_reach(0.04, 0.28, size, 0.19, 600 - size) for size in sizes]


@pytest.mark.parametrize(
    ("at", "wrong", "says"),
    [
        (0, 4, r"−1 to 1, such as 0\.04 for 4 of 100"),
        (0, float("nan"), "at_least has a gap"),
        (1, 28, "such as 0.28 for 28 of 100"),
        (1, float("nan"), "share_1 has a gap"),
        (2, 0, "size_1 is a whole number"),
        (2, 60.5, "size_1 is a whole number"),
        (2, [60, 10**9], "size_1 is a whole number from 1 to 10,000,000"),
        (3, [0.19, None], "share_2 has a gap"),
        (4, "540", "size_2 holds '540'"),
    ],
)
def test_chances_of_nonsense_are_refused(at, wrong, says):
    given = [0.04, 0.28, 60, 0.19, 540]
    given[at] = wrong
    with pytest.raises(ValueError, match=says):
        chance_to_reach(*given)


def test_chances_of_other_rows_are_refused():
    sizes = pd.Series([60, 300])
    assert chance_to_reach(0.04, 0.28, sizes, 0.19, sizes).shape == (2,)
    with pytest.raises(ValueError, match="belong to other rows"):
        chance_to_reach(0.04, 0.28, sizes, 0.19, sizes[::-1])

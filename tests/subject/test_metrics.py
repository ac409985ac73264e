"""mlcurric.subject.metrics, against counting by hand, scikit-learn, scipy, brute force and simulation."""

import itertools
from fractions import Fraction
from math import inf, sqrt

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import brentq
from scipy.special import expit
from scipy.stats import norm
from sklearn.metrics import accuracy_score, brier_score_loss, precision_score, recall_score

from mlcurric.subject.intervals import ratio, share
from mlcurric.subject.metrics import benefit, calibration
from mlcurric.subject.metrics.at_k import (
    at_k,
    highest_lift,
    lift_at_k,
    on_list,
    precision_at_k,
    recall_at_k,
    trade_off,
)
from mlcurric.subject.metrics.confusion import (
    Confusion,
    Counts,
    accuracy_of_nobody,
    confusion,
    counts_from_rates,
)
from mlcurric.subject.ranking import contact_list


def customers(seed: int, size: int = 300, base_log_odds: float = -2.0) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    score = random.normal(size=size).round(1)
    return pd.DataFrame({"score": score, "left": random.random(size) < expit(base_log_odds + score)})


def tables_of_counts(seed: int, how_many: int) -> list[Counts]:
    """Counts of all sizes, with every place where a 0 can stand."""
    random = np.random.default_rng(seed)
    drawn = [tuple(map(int, random.integers(0, 10 ** random.integers(1, 6), 4))) for _ in range(how_many)]
    zeros = [
        tuple(0 if zero else count for zero, count in zip(where, counts, strict=True))
        for where, counts in zip(itertools.product([False, True], repeat=4), itertools.cycle(drawn))
    ]
    return [Counts(*counts) for counts in drawn + zeros if sum(counts)]


# The four counts.


def test_the_four_counts_are_counted_one_by_one():
    rows = customers(0)
    listed = rows["score"] > 0.5
    by_hand = {"hits": 0, "false_alarms": 0, "misses": 0, "quiet": 0}
    for left, on in zip(rows["left"], listed, strict=True):
        by_hand[("hits" if left else "false_alarms") if on else ("misses" if left else "quiet")] += 1
    counts = confusion(rows["left"], listed)
    assert vars(counts) == by_hand
    assert (counts.total, counts.listed, counts.happened) == (300, listed.sum(), rows["left"].sum())
    assert counts.accuracy == pytest.approx(accuracy_score(rows["left"], listed))
    assert counts.precision.value == pytest.approx(precision_score(rows["left"], listed))
    assert counts.recall.value == pytest.approx(recall_score(rows["left"], listed))


def test_labels_may_be_bools_or_ones_and_zeros():
    left, listed = [True, False, True, False], [True, True, False, False]
    wanted = Confusion(1, 1, 1, 1)
    for kind in (bool, int, float, np.int8, object, "boolean", "Int64"):
        assert confusion(pd.Series(left).astype(kind), pd.Series(listed).astype(kind)) == wanted, kind
    assert confusion(left, np.array(listed)) == wanted


@pytest.mark.parametrize(
    ("left", "listed", "says"),
    [
        ([], [], "empty"),
        ([True, None], [True, False], "1 gaps"),
        ([1.0, np.nan], [True, False], "1 gaps"),
        ([1, 2], [True, False], "holds"),
        (["yes", "no"], [True, False], "'yes'"),
        ([True, False], [0.3, 0.7], "listed holds"),
        ([True], [True, False], "1 rows, the other 2"),
        (pd.Series([True, False], [3, 4]), pd.Series([True, False], [4, 3]), "align"),
    ],
)
def test_columns_that_cannot_be_counted_are_refused(left, listed, says):
    with pytest.raises(ValueError, match=says):
        confusion(left, listed)


def test_counts_below_nothing_are_refused():
    for counts in ((-1, 1, 1, 1), (0, 0, 0, 0)):
        with pytest.raises(ValueError, match="somebody has to be counted"):
            Counts(*counts)


@pytest.mark.parametrize("left", [0, 8, 100])
def test_nobody_leaves_is_right_about_everybody_who_stays(left):
    happened = np.arange(100) < left
    assert accuracy_of_nobody(happened) == pytest.approx(1 - left / 100)
    assert confusion(happened, np.zeros(100, dtype=bool)).accuracy == pytest.approx(1 - left / 100)


# Natural frequencies.


@pytest.mark.parametrize("size", [1, 7, 100, 1000])
def test_natural_frequencies_are_whole_and_add_up(size):
    for counts in tables_of_counts(size, 120):
        told = counts.per(size)
        four = (told.hits, told.false_alarms, told.misses, told.quiet)
        exact = [
            Fraction(c * size, counts.total) for c in (counts.hits, counts.false_alarms, counts.misses, counts.quiet)
        ]
        assert all(type(count) is int and count >= 0 for count in four)
        assert sum(four) == size
        # Both totals are the nearest whole numbers, a half upwards, and no count moves by more than its neighbours do.
        for whole, of in ((told.happened, counts.happened), (told.listed, counts.listed)):
            assert Fraction(-1, 2) < whole - Fraction(of * size, counts.total) <= Fraction(1, 2)
        assert all(abs(count - was) <= Fraction(3, 2) for count, was in zip(four, exact, strict=True))
        assert all(count == 0 for count, was in zip(four, exact, strict=True) if was == 0)


def test_natural_frequencies_move_the_counts_least():
    for counts in tables_of_counts(1, 60):
        told, size = counts.per(20), 20
        exact = [
            Fraction(c * size, counts.total) for c in (counts.hits, counts.false_alarms, counts.misses, counts.quiet)
        ]
        every = [
            four
            for four in itertools.product(range(size + 1), repeat=3)
            if sum(four) <= size and four[0] + four[1] == told.listed and four[0] + four[2] == told.happened
        ]
        moved = [sum(abs(c - was) for c, was in zip((*four, size - sum(four)), exact, strict=True)) for four in every]
        mine = sum(
            abs(c - was) for c, was in zip((told.hits, told.false_alarms, told.misses, told.quiet), exact, strict=True)
        )
        assert mine == min(moved)


def test_a_thousand_that_is_a_thousand_stays_as_it_is():
    counts = Counts(38, 62, 42, 858)
    assert counts.per(1000) == counts
    assert Counts(380, 620, 420, 8580).per() == counts
    with pytest.raises(ValueError, match="1 or more people"):
        counts.per(0)


def test_who_leaves_of_a_thousand_is_the_same_whichever_list_is_drawn():
    rows = customers(2, size=3333)
    told = {at_k(rows["left"], rows["score"], size).per().happened for size in range(0, 3334, 57)}
    assert told == {round(1000 * rows["left"].mean())}


def test_rates_become_people():
    assert counts_from_rates(80, 90, 10) == Counts(72, 92, 8, 828)
    assert counts_from_rates(50, 60, 10) == Counts(30, 95, 20, 855)
    for happened, found, bothered in itertools.product((0, 1, 13, 1000), (0, 33, 100), (0, 7.5, 100)):
        told = counts_from_rates(happened, found, bothered)
        assert (told.total, told.happened) == (1000, happened)
        assert abs(told.hits - happened * found / 100) <= 0.5
        assert abs(told.false_alarms - (1000 - happened) * bothered / 100) <= 0.5
    # Bayes' rule says the same: precision from sensitivity, specificity and base rate.
    told = counts_from_rates(80_000, 90, 10, size=1_000_000)
    assert told.hits / told.listed == pytest.approx(0.9 * 0.08 / (0.9 * 0.08 + 0.1 * 0.92))


@pytest.mark.parametrize("rates", [(-1, 50, 50), (1001, 50, 50), (50, 101, 10), (50, 60, -1)])
def test_rates_out_of_range_are_refused(rates):
    with pytest.raises(ValueError, match="0 to 1000"):
        counts_from_rates(*rates)


# Lists of K.


def test_the_list_is_the_one_that_contact_list_draws():
    rows = customers(3)
    rows.index = np.random.default_rng(0).permutation(len(rows)) + 500
    for size, seed in ((0, 0), (17, 0), (17, 5), (150, 2), (300, 1)):
        drawn = contact_list(rows, rows["score"], size, seed)
        assert sorted(drawn.index) == sorted(rows.index[on_list(rows["score"], size, seed)])
        assert at_k(rows["left"], rows["score"], size, seed).hits == drawn["left"].sum()


def test_a_tie_at_the_cut_is_broken_by_the_lot_of_the_seed():
    score = np.zeros(100)
    one, other = on_list(score, 30, seed=1), on_list(score, 30, seed=2)
    assert one.sum() == other.sum() == 30
    assert (one != other).any()
    assert (on_list(score, 30, seed=1) == one).all()


def test_measures_at_k_against_sorting_by_hand():
    random = np.random.default_rng(4)
    score, left = random.permutation(200).astype(float), random.random(200) < 0.2
    order = np.argsort(-score)
    for k in (1, 10, 77, 200):
        hits = left[order[:k]].sum()
        assert precision_at_k(left, score, k).value == pytest.approx(hits / k)
        assert recall_at_k(left, score, k).value == pytest.approx(hits / left.sum())
        assert lift_at_k(left, score, k).value == pytest.approx((hits / k) / left.mean())
    assert recall_at_k(left, score, 0).value == 0
    assert precision_at_k(left, score, 200).value == pytest.approx(left.mean())
    assert lift_at_k(left, score, 200) == (1, 1, 1)


@pytest.mark.parametrize("measure", [precision_at_k, lift_at_k])
def test_a_list_of_nobody_has_neither_precision_nor_lift(measure):
    with pytest.raises(ValueError, match="list"):
        measure([True, False], [0.1, 0.2], 0)


@pytest.mark.parametrize("measure", [recall_at_k, lift_at_k])
def test_where_nobody_left_there_is_nobody_to_find(measure):
    with pytest.raises(ValueError, match="happened to nobody"):
        measure([False, False], [0.1, 0.2], 1)
    assert precision_at_k([False, False], [0.1, 0.2], 1).value == 0


def test_where_everybody_left_every_list_is_as_good():
    left, score = np.ones(40, dtype=bool), np.arange(40.0)
    assert precision_at_k(left, score, 10).value == 1
    assert recall_at_k(left, score, 10).value == pytest.approx(0.25)
    value, low, high = lift_at_k(left, score, 10)
    assert value == 1
    assert low < 1 < high


@pytest.mark.parametrize("size", [-1, 3])
def test_a_list_that_the_table_cannot_give_is_refused(size):
    with pytest.raises(ValueError, match=f"list of {size}"):
        at_k([True, False], [0.1, 0.2], size)


def test_a_missing_score_is_refused():
    with pytest.raises(ValueError, match="score has 1 gaps"):
        at_k([True, False], [0.1, np.nan], 1)


@pytest.mark.parametrize("seed", range(5))
def test_no_ranking_lifts_more_than_the_highest_lift(seed):
    rows = customers(seed)
    for k in (1, 5, 20, 40, 150, 300):
        best = lift_at_k(rows["left"], rows["left"].astype(float), k).value
        assert best == pytest.approx(highest_lift(rows["left"].mean(), k / len(rows)))
        assert lift_at_k(rows["left"], rows["score"], k).value <= best + 1e-12


def test_the_highest_lift_of_fact_8():
    assert highest_lift(0.08, 0.01) == 12.5
    assert highest_lift(0.08, 0.2) == 5
    for base, listed in ((0, 0.1), (0.1, 0), (1.2, 0.1), (0.1, 1.2)):
        with pytest.raises(ValueError, match="Shares above 0"):
            highest_lift(base, listed)


def test_the_trade_off_is_told_of_a_thousand():
    rows = customers(5, size=4000)
    table = trade_off(rows["left"], rows["score"], (0, 50, 250, 1000)).set_index("size")
    counts = at_k(rows["left"], rows["score"], 1000)
    assert table.loc[250, "hits"] == counts.per().hits
    assert table.loc[250, "of_100_called"] == pytest.approx(counts.hits / 10)
    assert table.loc[250, "of_100_leavers"] == pytest.approx(100 * counts.hits / rows["left"].sum())
    assert (table["hits"] + table["misses"] == round(1000 * rows["left"].mean())).all()
    assert np.isnan(table.loc[0, "of_100_called"])
    assert table.loc[1000, ["misses", "of_100_leavers"]].tolist() == [0, 100]
    with pytest.raises(ValueError, match="list of 1001"):
        trade_off(rows["left"], rows["score"], [1001])


# Intervals.


@pytest.mark.parametrize(("count", "of"), [(0, 10), (3, 10), (10, 10), (384, 1000), (7, 34)])
def test_the_interval_of_a_share_is_wilsons(count, of):
    z, p = norm.ppf(0.975), count / of
    centre = (p + z**2 / (2 * of)) / (1 + z**2 / of)
    half = z / (1 + z**2 / of) * sqrt(p * (1 - p) / of + z**2 / (4 * of**2))
    assert share(count, of) == pytest.approx((p, max(0, centre - half), min(1, centre + half)))


def test_a_share_of_nobody_is_refused():
    with pytest.raises(ValueError, match="share of nobody"):
        share(0, 0)


def test_the_interval_of_a_ratio_is_the_published_one():
    """Perondi et al. 2004, as worked in Fagerland, Lydersen and Laake's *Statistical Analysis of Contingency Tables*."""
    assert ratio(share(7, 34), share(1, 34)) == pytest.approx((7, 1.1537, 41.9763), abs=5e-5)


def test_the_interval_of_a_ratio_solves_what_defines_it():
    """Its ends are those r for which 0 is an end of the interval of (one share) − r · (the other)."""
    for one, other in ((share(38, 100), share(42, 900)), (share(3, 50), share(9, 40)), (share(50, 50), share(3, 90))):

        def lower(r, one=one, other=other):
            return (
                one.value - r * other.value - sqrt((one.value - one.low) ** 2 + r**2 * (other.high - other.value) ** 2)
            )

        def upper(r, one=one, other=other):
            return (
                one.value - r * other.value + sqrt((one.high - one.value) ** 2 + r**2 * (other.value - other.low) ** 2)
            )

        value, low, high = ratio(one, other)
        assert low == pytest.approx(brentq(lower, 0, value))
        assert high == pytest.approx(brentq(upper, value, 1000 * value))


def test_a_ratio_with_a_share_of_nothing():
    assert ratio(share(0, 50), share(5, 50))[:2] == (0, 0)
    assert 0 < ratio(share(0, 50), share(5, 50)).high < inf
    value, low, high = ratio(share(5, 50), share(0, 50))
    assert (value, high) == (inf, inf)
    assert 0 < low < inf
    with pytest.raises(ValueError, match="Both shares are 0"):
        ratio(share(0, 50), share(0, 50))


def test_the_interval_of_lift_stays_in_bounds_and_holds_its_value():
    for counts in tables_of_counts(6, 150):
        counts = Confusion(counts.hits, counts.false_alarms, counts.misses, counts.quiet)
        if counts.listed and counts.happened:
            value, low, high = counts.lift
            assert 0 <= low <= value + 1e-9
            assert value - 1e-9 <= high <= counts.total / counts.listed + 1e-9
    assert Confusion(5, 5, 0, 90).lift.high == pytest.approx(10)
    assert Confusion(0, 10, 9, 81).lift[:2] == (0, 0)


@pytest.mark.parametrize(("size", "k", "base_log_odds"), [(2000, 200, -3.2), (1000, 30, -2.5), (500, 250, -1.0)])
def test_intervals_hold_what_they_should_as_often_as_they_say(size, k, base_log_odds):
    """New customers again and again: how often does the interval of their list hold what is true of all customers?"""
    random = np.random.default_rng(size)
    everybody = customers(1, 1_000_000, base_log_odds)
    score = everybody["score"] + 0.01 * random.random(len(everybody))
    truth = expit(base_log_odds + everybody["score"])
    top = score >= np.quantile(score, 1 - k / size)
    precision, base = truth[top].mean(), truth.mean()
    true = {"precision": precision, "recall": precision * k / size / base, "lift": precision / base}
    held, draws = dict.fromkeys(true, 0), 600
    for _ in range(draws):
        some = random.integers(0, len(everybody), size)
        counts = at_k(random.random(size) < truth.to_numpy()[some], score.to_numpy()[some], k)
        for name, value in true.items():
            estimate = getattr(counts, name)
            held[name] += estimate.low <= value <= estimate.high
    for name, times in held.items():
        # Four standard errors of 95% over 600 draws are 3.6 points; a little too wide does no harm.
        assert 0.914 <= times / draws <= 0.995, (name, times / draws)


# Net benefit (fact 5).


def test_net_benefit_by_hand():
    counts = Counts(38, 62, 42, 858)
    assert benefit.net_benefit(counts, 0.2) == pytest.approx(38 / 1000 - 62 / 1000 * 0.25)
    assert benefit.net_benefit(counts, 0) == pytest.approx(0.038)
    assert benefit.net_benefit_of_all(0.08, 0.2) == pytest.approx(0.08 - 0.92 * 0.25)


@pytest.mark.parametrize("seed", range(3))
def test_the_decision_curve_against_its_two_ends(seed):
    rows = customers(seed)
    risk = expit(rows["score"] - 2)
    curve = benefit.decision_curve(rows["left"], risk, [0.0, 0.05, 0.2, 0.5, 0.99])
    everybody = Counts(int(rows["left"].sum()), int((~rows["left"]).sum()), 0, 0)
    for row in curve.itertuples():
        acted = risk >= row.threshold
        hits, alarms = (acted & rows["left"]).mean(), (acted & ~rows["left"]).mean()
        assert row.model == pytest.approx(hits - alarms * row.threshold / (1 - row.threshold))
        assert row.everybody == pytest.approx(benefit.net_benefit(everybody, row.threshold))
        assert row.nobody == 0
    assert curve["model"][0] == pytest.approx(curve["everybody"][0])
    at_base = benefit.net_benefit_of_all(rows["left"].mean(), rows["left"].mean())
    assert at_base == pytest.approx(0)


def test_net_benefit_refuses_what_is_no_threshold_or_risk():
    for threshold in (-0.1, 1, 1.5):
        with pytest.raises(ValueError, match="threshold"):
            benefit.net_benefit(Counts(1, 1, 1, 1), threshold)
    with pytest.raises(ValueError, match="base rate"):
        benefit.net_benefit_of_all(8, 0.2)
    with pytest.raises(ValueError, match=r"between 0\.2 and 3"):
        benefit.decision_curve([True, False], [0.2, 3], [0.1])


# Calibration and the Brier score (fact 7).


@pytest.mark.parametrize("strategy", ["quantile", "uniform"])
@pytest.mark.parametrize("groups", [1, 4, 10])
def test_each_group_of_the_calibration_is_counted(strategy, groups):
    rows = customers(7, size=800)
    risk = expit(rows["score"] - 2)
    table = calibration.calibration_table(rows["left"], risk, groups, strategy)
    assert table["customers"].sum() == 800
    begin = 0
    for row in table.itertuples():
        # Groups lie next to each other, so their customers are the next ones by rising risk.
        part = rows.assign(risk=risk).sort_values("risk")[begin : begin + row.customers]
        begin += row.customers
        assert row.predicted == pytest.approx(part["risk"].mean())
        assert row.observed == pytest.approx(part["left"].mean())
        assert (row.observed, row.low, row.high) == pytest.approx(share(int(part["left"].sum()), row.customers))


def test_calibration_where_all_have_one_risk_or_one_fate():
    same = calibration.calibration_table([True, False, False, False], [0.3] * 4)
    assert same[["customers", "predicted", "observed"]].values.tolist() == [[4, pytest.approx(0.3), 0.25]]
    for fate in (True, False):
        assert set(calibration.calibration_table([fate] * 6, np.linspace(0, 1, 6), 3)["observed"]) == {float(fate)}


def test_calibration_refuses_what_is_no_risk_or_no_setting():
    with pytest.raises(ValueError, match="risk lies between"):
        calibration.calibration_table([True, False], [0.2, 20])
    with pytest.raises(ValueError, match="gaps"):
        calibration.calibration_table([True, False], [0.2, np.nan])
    for groups, strategy in ((0, "quantile"), (5, "kmeans")):
        with pytest.raises(ValueError):  # noqa: PT011 - scikit-learn says it in its own words
            calibration.calibration_table([True, False], [0.2, 0.3], groups, strategy)


@pytest.mark.parametrize("groups", [None, 1, 5, 20])
@pytest.mark.parametrize("seed", range(4))
def test_the_parts_of_the_brier_score_add_up(seed, groups):
    rows = customers(seed, size=400)
    risk = expit(1.3 * rows["score"] - 2)
    parts = calibration.brier_parts(rows["left"], risk, groups)
    assert parts.score == pytest.approx(((risk - rows["left"]) ** 2).mean())
    assert parts.score == pytest.approx(brier_score_loss(rows["left"], risk))
    whole = parts.reliability - parts.resolution + parts.uncertainty + parts.within
    assert whole == pytest.approx(parts.score, abs=1e-12)
    if groups is None:
        assert parts.within == pytest.approx(0, abs=1e-12)


def test_the_parts_of_the_brier_score_by_hand():
    left = [True, False, False, False, True, True]
    parts = calibration.brier_parts(left, [0.2, 0.2, 0.2, 0.2, 0.8, 0.8])
    assert parts.reliability == pytest.approx((4 * (0.2 - 0.25) ** 2 + 2 * (0.8 - 1) ** 2) / 6)
    assert parts.resolution == pytest.approx((4 * (0.25 - 0.5) ** 2 + 2 * (1 - 0.5) ** 2) / 6)
    assert parts.uncertainty == 0.25


@pytest.mark.parametrize("left", [0, 8, 100])
def test_the_forecast_of_the_base_rate_scores_its_uncertainty(left):
    happened, rate = np.arange(100) < left, left / 100
    parts = calibration.brier_parts(happened, np.full(100, rate))
    assert parts.score == pytest.approx(rate * (1 - rate))
    assert (parts.reliability, parts.resolution) == (pytest.approx(0), pytest.approx(0))

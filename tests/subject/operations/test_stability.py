"""The stability index: its value by hand, its convention for empty bins, and what it refuses."""

import numpy as np
import pandas as pd
import pytest

from mlcurric.subject import CLUES, load_customers
from mlcurric.subject.operations.stability import EMPTY, clue_stability, edges_of, stability_index


def test_two_bins_by_hand():
    # 90 and 10 of 100 before, 50 and 50 now: (0.5 − 0.9) ln(0.5/0.9) + (0.5 − 0.1) ln(0.5/0.1).
    wanted = -0.4 * np.log(0.5 / 0.9) + 0.4 * np.log(5)
    assert stability_index([0] * 90 + [1] * 10, [0] * 50 + [1] * 50, [0.5]) == pytest.approx(wanted)


def test_it_reads_the_same_both_ways_and_does_not_count_customers():
    one, other = [0] * 70 + [1] * 30, [0] * 20 + [1] * 80
    assert stability_index(one, other, [1]) == pytest.approx(stability_index(other, one, [1]))
    assert stability_index(one, one * 3, [1]) == 0
    assert stability_index(one, [*one, 0], [1]) > 0


def test_an_empty_bin_counts_as_half_a_customer_and_the_totals_stay():
    p, q = np.array([0.5, 0.5]), np.array([1.0, EMPTY / 200])
    wanted = ((q - p) * np.log(q / p)).sum()
    assert stability_index([0] * 50 + [1] * 50, [0] * 200, [1]) == pytest.approx(wanted)
    assert stability_index([0] * 10, [0] * 10, [1]) == 0


def test_the_ends_are_open_and_a_value_on_an_edge_is_above_it():
    assert stability_index([0, 10], [-1e9, 1e9], [5]) == 0
    assert stability_index([0, 5], [0, 10], [5]) == 0


@pytest.mark.parametrize(
    ("before", "now", "edges", "says"),
    [
        ([], [1], [0], "empty"),
        ([1], [], [0], "empty"),
        ([1, None], [1], [0], "1 gaps"),
        ([1], ["a"], [0], "plain numbers"),
        ([1], [1], [], "rising edges"),
        ([1], [1], [2, 1], "rising edges"),
        ([1], [1], [1, 1], "rising edges"),
        # At such an edge nothing parts: the alarm could never ring.
        ([0, 1], [5, 5], [np.nan], r"rising edges, not at \[nan\]"),
        ([0, 1], [5, 5], [np.inf], "rising edges"),
        ([0, 1], [5, 5], [1, np.nan], "rising edges"),
        ([0, 1], [5, 5], [-np.inf, 1], "rising edges"),
        ([0, 1], [5, 5], [1, None], "rising edges"),
        ([0, 1], [5, 5], ["1"], "rising edges"),
        ([0, 1], [5, 5], "abc", "rising edges"),
        ([0, 1], [5, 5], 0.5, "rising edges"),
        ([0, 1], [5, 5], [[1, 2]], "rising edges"),
        ([0, np.inf], [5, 5], [1], "infinite"),
    ],
)
def test_what_cannot_be_compared_is_said(before, now, edges, says):
    with pytest.raises(ValueError, match=says):
        stability_index(before, now, edges)


def test_edges_part_a_column_as_equally_as_it_lets_them():
    assert edges_of(range(100)) == [10, 20, 30, 40, 50, 60, 70, 80, 90]
    assert edges_of([False] * 90 + [True] * 10) == [1]
    # One in a thousand says yes: no quantile sees it, and yet it can move.
    assert edges_of([0] * 999 + [1]) == [1]
    assert edges_of([7, 7, 7]) == [7]
    pilot = load_customers("pilot")
    for name in CLUES:
        counts = np.histogram(pilot[name].astype(float), [-np.inf, *edges_of(pilot[name]), np.inf])[0]
        assert counts.min() > 0, name


@pytest.mark.parametrize("groups", [1, 0, 2.5, "10", None])
def test_fewer_than_two_groups_or_a_part_of_one_are_refused(groups):
    with pytest.raises(ValueError, match="Two groups"):
        edges_of([1, 2], groups=groups)


def test_no_edge_comes_from_a_column_with_an_infinite_number():
    with pytest.raises(ValueError, match="infinite"):
        edges_of([1, 2, np.inf, np.inf])


@pytest.mark.parametrize(
    ("edges", "says"),
    [
        ({"nps": [5]}, "seats: there are no edges"),
        ({}, "nps, seats: there are no edges"),
        ({"nps": [5], "seats": [np.nan]}, "seats: bins part"),
        ({"nps": [5], "seats": [3, 2]}, "seats: bins part"),
    ],
)
def test_edges_of_a_table_name_the_column_that_lacks_them(edges, says):
    pilot = load_customers("pilot")
    with pytest.raises(ValueError, match=says):
        clue_stability(pilot, pilot, ["nps", "seats"], edges)


def test_of_a_table_the_column_that_moved_most_comes_first():
    pilot = load_customers("pilot")
    found = clue_stability(pilot, pilot.assign(logins_trend=pilot["logins_trend"] - 20))
    assert found.index[0] == "logins_trend"
    assert found.iloc[0] > 0.25
    assert (found.iloc[1:] == 0).all()
    assert set(found.index) == set(CLUES)
    with pytest.raises(ValueError, match="no column 'nps'"):
        clue_stability(pilot, pilot.drop(columns="nps"))


def test_equal_tables_of_other_customers_are_quiet():
    assert clue_stability(load_customers("pilot"), load_customers("today")).max() < 0.01
    assert isinstance(clue_stability(load_customers("pilot"), load_customers("today")), pd.Series)

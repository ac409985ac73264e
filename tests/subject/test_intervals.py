"""mlcurric.subject.intervals: one Wilson interval, of one share or of many, held against scipy's."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binomtest

from mlcurric.subject.intervals import share, wilson

COUNTS = [(0, 40), (3, 29), (59, 300), (300, 300), (1, 1), (0, 1), (7, 1_000_000)]


@pytest.mark.parametrize("confidence", [0.5, 0.9, 0.95, 0.999])
def test_it_is_that_of_scipy(confidence):
    low, high = wilson(*np.transpose(COUNTS), confidence)
    for at, (count, of) in enumerate(COUNTS):
        theirs = binomtest(count, of).proportion_ci(confidence, method="wilson")
        assert (low[at], high[at]) == pytest.approx((theirs.low, theirs.high), abs=1e-12)
        assert share(count, of, confidence) == (count / of, low[at], high[at])


def test_it_holds_to_the_ends_of_the_scale():
    low, high = wilson([0, 10**9, 7], 10**9, 1 - 1e-16)
    assert np.isfinite([low, high]).all()
    assert (low[0], high[1]) == (0, 1)


@pytest.mark.parametrize("confidence", [95, 0, 1, float("nan"), "0.95"])
def test_a_level_that_is_none_is_refused(confidence):
    for function in (share, wilson):
        with pytest.raises(ValueError, match="confidence"):
            function(3, 29, confidence)


@pytest.mark.parametrize(
    ("count", "of", "says"),
    [
        (2.7, 5, "count is a whole number"),
        (6, 5, "0 ≤ count ≤ of"),
        (0, 0, "A share of nobody"),
        (1, float("nan"), "of has a gap"),
        ("1", 5, "count holds '1'"),
    ],
)
def test_impossible_counts_are_refused(count, of, says):
    for function in (share, wilson):
        with pytest.raises(ValueError, match=says):
            function(count, of)


def test_columns_of_other_rows_are_refused_and_several_shares_are_not_one():
    column = pd.Series([1, 2])
    with pytest.raises(ValueError, match="Count and of belong to other rows"):
        wilson(column, column[::-1] + 5)
    with pytest.raises(ValueError, match="count is one number"):
        share(column, 5)

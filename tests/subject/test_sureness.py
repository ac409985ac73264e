"""mlcurric.subject.sureness: counts in bands, intervals as computed by hand, and a lean that chance rarely feigns."""

import math

import numpy as np
import pytest

from mlcurric.subject.sureness import ENOUGH, Lean, by_sureness, lean


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Wilson 1927, written out."""
    z = 1.959964
    middle = (hits + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * math.sqrt(hits * (n - hits) / n + z**2 / 4)
    return middle - half, middle + half


def test_estimates_are_counted_in_bands_of_ten():
    table = by_sureness([50, 59, 59.9, 60, 75, 75, 75, 99], [True, False, True, True, True, True, False, False])
    assert list(table["band"]) == [50, 60, 70, 90]
    assert list(table["estimates"]) == [3, 1, 3, 1]
    assert list(table["right"]) == [2, 1, 2, 0]
    assert list(table["sure"]) == pytest.approx([(50 + 59 + 59.9) / 3, 60, 75, 99])
    for row in table.itertuples():
        assert row.share == row.right / row.estimates
        assert (row.low, row.high) == pytest.approx(wilson(row.right, row.estimates), abs=1e-6)


@pytest.mark.parametrize(
    ("sure", "right", "says"),
    [([], [], "empty"), ([49], [True], "50 to 99"), ([100], [True], "50 to 99"), ([70, 80], [True], "2 rows"),
     ([float("nan")], [True], "gaps"), ([70], [None], "gaps")],
)  # fmt: skip
def test_what_is_no_record_is_refused(sure, right, says):
    for measure in (by_sureness, lean):
        with pytest.raises(ValueError, match=says):
            measure(sure, right)


@pytest.mark.parametrize(
    ("sure", "hits", "n", "says"),
    [
        (90, 0, ENOUGH - 1, Lean.TOO_FEW),
        (90, 10, 10, Lean.NEITHER),
        (90, 7, 10, Lean.NEITHER),  # P(X ≤ 7) = 0.070
        (90, 6, 10, Lean.OVER_CONFIDENT),  # P(X ≤ 6) = 0.013
        (60, 9, 10, Lean.NEITHER),  # P(X ≥ 9) = 0.046
        (60, 10, 10, Lean.UNDER_CONFIDENT),  # P(X ≥ 10) = 0.006
        (80, 11, 20, Lean.OVER_CONFIDENT),  # P(X ≤ 11) = 0.010
        (80, 12, 20, Lean.NEITHER),  # P(X ≤ 12) = 0.032
    ],
)
def test_a_lean_needs_more_than_chance(sure, hits, n, says):
    def binomial(k):
        return math.comb(n, k) * (sure / 100) ** k * (1 - sure / 100) ** (n - k)

    assert lean([sure] * n, [True] * hits + [False] * (n - hits)) is says
    if says is not Lean.TOO_FEW:
        few, many = sum(map(binomial, range(hits + 1))), sum(map(binomial, range(hits, n + 1)))
        assert says is (Lean.OVER_CONFIDENT if few < 0.025 else Lean.UNDER_CONFIDENT if many < 0.025 else Lean.NEITHER)


def test_somebody_calibrated_is_rarely_told_otherwise():
    random = np.random.default_rng(20)
    told = 0
    for _ in range(1000):
        sure = random.integers(50, 100, 25)
        told += lean(sure, random.random(25) < sure / 100) is not Lean.NEITHER
    assert told <= 50

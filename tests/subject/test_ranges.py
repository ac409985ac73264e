"""mlcurric.subject.ranges: from one value to another, of numbers or of days."""

import math
from datetime import date

import pytest

from mlcurric.subject.ranges import Range, spanned


def test_a_range_knows_its_middle_and_what_lies_in_it():
    assert Range(10, 20).middle == 15
    assert Range(10, 20).holds(20)
    assert not Range(10, 20).holds(21)
    assert Range(date(2031, 7, 1), date(2031, 7, 31)).holds(date(2031, 7, 31))
    assert Range(10, 20).scaled(0.5) == Range(5, 10)


@pytest.mark.parametrize(("low", "high", "point", "finite"), [(3, 3, True, True), (30, math.inf, False, False)])
def test_a_range_may_be_a_point_or_have_no_upper_end(low, high, point, finite):
    assert Range(low, high).is_point == point
    assert Range(low, high).is_finite == finite


def test_the_extremes_of_a_formula_lie_at_the_ends():
    assert spanned(lambda a, b: a * b, Range(2, 3), Range(-1, 4)) == Range(-3, 12)

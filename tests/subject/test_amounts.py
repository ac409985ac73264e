"""mlcurric.subject.amounts: the numbers that functions are given, and what is said where they are none."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from mlcurric.subject import amounts


@pytest.mark.parametrize(
    "value",
    [3, 3.0, np.int16(3), np.float32(3), Decimal(3), Fraction(3), np.array(3)],
)
def test_one_number_of_every_kind_is_a_number(value):
    for found, kind in ((amounts.number(value, "n"), float), (amounts.whole(value, "n"), int)):
        assert found == 3
        assert type(found) is kind


@pytest.mark.parametrize("kind", [int, float, "Int64", "Float64", object, np.int8, "category"])
def test_a_column_of_every_kind_becomes_an_array(kind):
    column = pd.Series([3, 1, 2], index=[7, 8, 9]).astype(kind)
    assert amounts.numbers(column, "n").tolist() == [3, 1, 2]
    assert amounts.wholes(column, "n").dtype == np.int64
    assert amounts.numbers([[1, 2], [3, 4]], "n").shape == (2, 2)
    assert amounts.numbers(pd.DataFrame({"a": column}), "n").shape == (3, 1)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("3", "n holds '3'; plain numbers"),
        ([1, "3"], "n holds '3'"),
        (np.array(["3", "4"]), "n holds '3'"),
        (True, "n holds 'True'"),
        (np.array([True, False]), "n holds 'True'"),
        (np.array(["2026-04-01"], "datetime64[ns]"), "n holds '2026-04-01"),
        ([[1, 2], [3]], "n holds"),
        (3j, "n holds"),
        (None, "n has a gap"),
        ([1, np.nan], "n has a gap"),
        (pd.Series([1, None], dtype="Int64"), "n has a gap"),
        (np.inf, "n is infinite"),
        ([], "n is empty"),
        (10**400, "far too big"),
    ],
)
def test_what_is_no_number_is_named(value, says):
    with pytest.raises(ValueError, match=says):
        amounts.numbers(value, "n")


def test_shares_lie_from_0_to_1_and_levels_between():
    assert amounts.shares([0, 0.5, 1], "risk").tolist() == [0, 0.5, 1]
    assert amounts.share(0.5, "alpha", ends=False) == 0.5
    for value in (-0.01, 1.01):
        with pytest.raises(ValueError, match="risk lies from 0 to 1"):
            amounts.share(value, "risk")
    for value in (0, 1, 95):
        with pytest.raises(ValueError, match="alpha lies between 0 and 1"):
            amounts.share(value, "alpha", ends=False)
    with pytest.raises(ValueError, match=r"such as 0\.95 for 95 of 100; here it is 95\."):
        amounts.share([0.5, 95], "alpha", ends=False)


def test_whole_numbers_lie_within_their_bounds():
    assert amounts.wholes([0, 3.0], "n").tolist() == [0, 3]
    assert amounts.whole(amounts.MOST, "n") == 2**53
    for value, says in (
        (2.5, "n is a whole number of 1 or more; here it is 2.5"),
        ([1, 0], "here it is 0"),
        (2**60, "here it is"),
    ):
        with pytest.raises(ValueError, match=says):
            amounts.wholes(value, "n", least=1)
    with pytest.raises(ValueError, match="from 1 to 13; here it is 14"):
        amounts.whole(14, "n", least=1, most=13)


def test_one_number_is_not_several():
    for function in (amounts.number, amounts.share, amounts.whole):
        with pytest.raises(ValueError, match="n is one number; here there are 2"):
            function([0, 1], "n")


def test_arguments_of_other_rows_or_shapes_are_refused():
    column = pd.Series([1, 2])
    amounts.check_together(a=column, b=3, c=[1, 2], d=pd.Series([3, 4]))
    with pytest.raises(ValueError, match="A and d belong to other rows"):
        amounts.check_together(a=column, b=3, d=column[::-1])
    with pytest.raises(ValueError, match=r"one shape .* a \(2,\), b \(3,\)"):
        amounts.check_together(a=[1, 2], b=[1, 2, 3])

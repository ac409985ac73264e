"""Units: what adds, what comes out of a product, and what is said where they do not go together."""

from __future__ import annotations

import math
import operator

import numpy as np
import pytest

from mlcurric.subject import Amount, Unit, UnitError
from mlcurric.text import LANGUAGES, speaking


def of(number: float, unit: str = "") -> Amount:
    return Amount(number, Unit.of(unit))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("yen/month", "yen/month"),
        (" yen / customer/month ", "yen/customer/month"),
        ("day·yen/month", "yen·day/month"),
        ("yen*day/month", "yen·day/month"),
        ("1/month", "1/month"),
        ("/month", "1/month"),
        ("", ""),
        ("1", ""),
        ("yen/yen", ""),
        ("month·month/month", "month"),
        ("円/月", "yen/month"),
        ("円／人／か月", "yen/customer/month"),
        ("円・日/月", "yen·day/month"),
        ("widget/月", "widget/month"),
    ],
)
def test_a_unit_is_read_in_both_languages(text: str, code: str):
    assert Unit.of(text).code == code
    assert Unit.of(code) == Unit.of(text)


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", ["yen/quarter", "1/month", "a bare number"]), ("ja", ["円/四半期", "1/月", "単位のない数"])],
)
def test_a_unit_is_told_in_the_language_spoken(lang, told):
    with speaking(lang):
        assert [str(Unit.of(text)) for text in ("yen/quarter", "1/month", "")] == told


def test_what_is_told_is_read_back_and_no_two_units_share_a_word():
    for name in ("yen", "customer", "call", "ticket", "quarter", "year", "month", "day", "hour", "minute"):
        assert Unit.of(f"1/{name}") == Unit.of(f"1/{name}").label.ja
        assert Unit.of(name) == Unit.of(name).label.ja


def test_a_unit_equals_a_text_that_names_it():
    unit = Unit.of("yen/quarter")
    assert unit == "yen/quarter"
    assert unit == "円/四半期"
    assert Unit() == ""
    for other in ("yen/month", "yen per quarter", "", 3, None):
        assert unit != other
    assert len({unit, Unit.of("円/四半期"), Unit.of("円")}) == 2


@pytest.mark.parametrize("text", ["yen per month", "yen/", "yen//month", "2yen", "yen^2", "yen-month"])
def test_what_is_no_unit_is_refused(text: str):
    with pytest.raises(ValueError, match="is not a unit"):
        Unit.of(text)


def test_products_and_quotients_make_units():
    licence = of(120_000, "yen/month")
    assert licence * of(3, "month/quarter") == of(360_000, "yen/quarter")
    assert of(7_000, "yen/month") / of(0.02, "1/month") == of(350_000, "yen")
    assert (2 * licence / 4).number == 60_000
    assert 1 / of(4, "month") == of(0.25, "1/month")


def test_like_adds_to_like_and_shares_to_bare_numbers():
    assert of(3, "yen") + of(4, "yen") - of(2, "yen") == of(5, "yen")
    assert 1 - of(0.3) == of(0.7)
    assert sum([of(1, "yen"), of(2, "yen")]) == of(3, "yen")
    assert of(3, "yen") - 0 == of(3, "yen")
    assert 0 - of(3, "yen") == of(-3, "yen")


@pytest.mark.parametrize("meet", [lambda a, b: a + b, lambda a, b: a - b, lambda a, b: b - a])
@pytest.mark.parametrize("other", [of(1, "day"), of(1), 1, of(1, "yen/month")])
def test_apples_and_days_do_not_add_up(meet, other):
    with pytest.raises(UnitError):
        meet(of(1, "yen"), other)


def test_the_error_names_both_units_in_both_languages():
    said = {"en": ["yen·day/month", "a bare number"], "ja": ["円·日/月", "単位のない数"]}
    with pytest.raises(UnitError) as caught:
        of(1, "yen*day/month") + 1
    for lang in LANGUAGES:
        with speaking(lang):
            assert all(unit in str(caught.value) for unit in said[lang])
    assert Unit.of("month/quarter").label.ja == "か月/四半期"


@pytest.mark.parametrize(
    "meet", [operator.add, operator.sub, operator.mul, operator.truediv, operator.pow, operator.lt]
)
@pytest.mark.parametrize("other", ["3", None, [1], np.array([1, 2])])
def test_an_amount_computes_with_nothing_else(meet, other):
    with speaking("en"), pytest.raises(UnitError, match=type(other).__name__):
        meet(of(1), other)


@pytest.mark.parametrize(("number", "unit"), [("5", Unit()), (None, Unit()), (5, "yen"), (5, None)])
def test_an_amount_is_a_number_and_a_unit(number, unit):
    with pytest.raises(ValueError, match="An amount has a"):
        Amount(number, unit)


def test_whole_powers_have_a_unit_and_others_none():
    assert of(3, "yen") ** 2 == of(9, "yen·yen")
    assert of(2, "month") ** -1 == of(0.5, "1/month")
    assert of(3, "yen") ** 0 == of(1)
    assert of(4) ** 0.5 == of(2)
    assert 2 ** of(3) == of(8)
    with speaking("en"):
        for power in (0.5, float("nan"), float("inf")):
            with pytest.raises(UnitError, match=r"yen to the power of .* is no unit. Take a whole power, or divide"):
                of(4, "yen") ** power
        with pytest.raises(UnitError, match=r"takes a bare number, not month. Divide by an amount in month first"):
            2 ** of(3, "month")


def test_like_compares_with_like_and_everything_with_0():
    assert of(1, "yen") < of(2, "yen") <= of(2, "yen")
    assert of(3, "yen") > 0
    assert of(-3, "yen") <= 0
    assert of(0.5) < 1
    assert bool(of(1, "yen"))
    assert not of(0, "yen")
    for compare in (operator.lt, operator.le, operator.gt, operator.ge):
        for other in (1, of(1, "day"), of(0, "day")):
            with speaking("en"), pytest.raises(UnitError, match=r"cannot be compared: their units differ. Only 0 is 0"):
                compare(of(1, "yen"), other)


def test_rounding_and_remainders_keep_the_unit():
    yen = of(-7.6, "yen")
    assert (+yen, abs(yen), round(yen)) == (yen, of(7.6, "yen"), of(-8, "yen"))
    assert (math.floor(yen), math.ceil(yen)) == (of(-8, "yen"), of(-7, "yen"))
    assert of(7, "yen") // of(2, "yen/month") == of(3, "month")
    assert 7 // of(2, "month") == of(3, "1/month")
    assert (of(7, "yen") % of(4, "yen"), 7 % of(4)) == (of(3, "yen"), of(3))
    assert (float(of(0.5)), int(of(7.5))) == (0.5, 7)
    for convert in (float, int, math.sqrt):
        with speaking("en"), pytest.raises(UnitError, match="takes a bare number, not yen"):
            convert(yen)


def test_numpy_computes_as_python_does():
    yen, share = of(4, "yen"), of(0.25)
    assert np.float64(2) * yen == yen * np.float64(2) == of(8, "yen")
    assert np.float64(0) + yen == yen - np.float64(0) == yen
    assert np.float64(1) - share == of(0.75)
    assert (np.maximum(yen, 0), np.minimum(yen, of(3, "yen"))) == (yen, of(3, "yen"))
    assert (np.abs(-yen), np.power(yen, 2), np.ceil(of(3.2, "yen"))) == (yen, of(16, "yen·yen"), yen)
    assert np.float64(1) > share
    assert np.exp(share) == of(math.exp(0.25))
    assert np.isfinite(share)
    with speaking("en"):
        with pytest.raises(UnitError, match="exp takes a bare number, not yen"):
            np.exp(yen)
        with pytest.raises(UnitError, match="do not add up"):
            np.float64(1) + yen

"""Units: what adds, what comes out of a product, and what is said where they do not go together."""

from __future__ import annotations

import pytest

from mlcurric.subject import Amount, Unit, UnitError
from mlcurric.text import LANGUAGES, speaking


def of(number: float, unit: str = "") -> Amount:
    return Amount(number, Unit.of(unit))


@pytest.mark.parametrize(
    ("text", "shown"),
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
        ("円/月", "円/月"),
    ],
)
def test_a_unit_is_read_and_written(text: str, shown: str):
    assert str(Unit.of(text)) == shown
    assert Unit.of(shown) == Unit.of(text)


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


def test_an_amount_computes_with_nothing_else():
    with pytest.raises(TypeError, match="str"):
        of(1, "yen") * "3"

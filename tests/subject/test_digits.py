"""mlcurric.subject.digits: measured numbers keep two digits, counts whole people, and yen stand as each language counts them."""

import math

import pytest

from mlcurric.subject.digits import as_count, from_to, in_digits, in_full, of_one, whole_yen, yen_from_to, yen_in_words
from mlcurric.text import T


@pytest.mark.parametrize(
    ("number", "said"),
    [
        *((1_234_567, "1,234,567"), (41.0, "41"), (12.5, "12"), (-12.4, "−12"), (99.6, "100")),
        *((8.26, "8.3"), (3.04, "3"), (9.96, "10"), (0.034, "0.034"), (-0.5, "−0.5"), (0.00001, "0.00001")),
        *((0, "0"), (-0.0, "0"), (math.inf, "inf")),
    ],
)
def test_a_measured_number_has_the_two_digits_that_count(number, said):
    assert in_digits(number) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (50.45, "50.45"),
        (1_189.5, "1,189.5"),
        (-0.3, "−0.3"),
        (12.0, "12"),
        (-0.0, "0"),
        (1e15, "1,000,000,000,000,000"),
        (math.inf, "inf"),
    ],
)
def test_what_somebody_goes_by_has_all_its_digits(number, said):
    assert in_full(number) == said
    assert in_full(3.25, signed=True) == "+3.25"


def test_a_difference_keeps_its_sign():
    assert [in_digits(number, signed=True) for number in (3, -4, 0, 0.25)] == ["+3", "−4", "0", "+0.25"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        *((1234.6, "1,235"), (20.4, "20"), (15.2, "15.2"), (12.5, "12.5"), (3.0, "3"), (3.04, "3"), (-2.5, "−2.5")),
        *((0.04, "0"), (-0.01, "0"), (-1_000, "−1,000"), (math.inf, "inf")),
    ],
)
def test_a_count_has_tenths_only_where_they_matter(number, said):
    assert as_count(number) == said


def test_a_range_of_one_number_is_that_number():
    assert from_to("30", "40") == T("30 to 40", "30〜40")
    assert from_to("30", "30") == T("30", "30")


@pytest.mark.parametrize(
    ("yen", "to", "en", "ja"),
    [
        (3_140_820, 10_000, "¥3,140,000", "314万円"),
        (-1_465_900, 10_000, "−¥1,470,000", "−147万円"),
        (-4_000, 10_000, "¥0", "0円"),
        (84_600, 1_000, "¥85,000", "8.5万円"),
        (12_345_678_901, 1_000, "¥12,345,679,000", "1,234,567.9万円"),
    ],
)
def test_yen_are_rounded_and_counted_as_each_language_counts(yen, to, en, ja):
    assert yen_in_words(yen, to) == T(en, ja)


def test_a_range_of_yen_names_its_currency_once_in_japanese():
    assert yen_from_to(-24_000, 1_465_900) == T("−¥20,000 to ¥1,470,000", "−2万〜147万円")


@pytest.mark.parametrize(
    ("amount", "english", "japanese"),
    [(-7_800, "−¥7,800", "−7,800円"), (900_000.0, "¥900,000", "900,000円"), (-0.2, "¥0", "0円"), (0, "¥0", "0円")],
)
def test_an_amount_to_the_yen_has_its_sign_in_front(amount, english, japanese):
    assert whole_yen(amount) == T(english, japanese)


@pytest.mark.parametrize(
    ("says", "said"),
    [
        ("Contact 1 customers.", "Contact 1 customer."),
        ("1 rows, 21 rows, 1,001 customers", "1 row, 21 rows, 1,001 customers"),
        ("0 to 1 customers, 0.1 customers", "0 to 1 customers, 0.1 customers"),
    ],
)
def test_of_one_english_says_it_of_one(says, said):
    assert of_one(T(says, "1人")) == T(said, "1人")

"""mlcurric.subject.typed_amounts: one amount is read whatever its dress, and nothing that may be another."""

import pytest

from mlcurric.subject.typed_amounts import amount_in


@pytest.mark.parametrize(
    ("text", "digits", "unit"),
    [
        ("28週", "28", "week"),
        ("２８ 週間", "28", "week"),
        ("2 weeks", "2", "week"),
        ("540万円", "5400000", ""),
        ("¥1,200", "1200", ""),
        ("5.4 million yen", "5400000", ""),
        ("3万5千", "35000", ""),
        ("三人", "3", ""),
        ("−5", "-5", ""),
        ("約5人", "5", ""),
        ("3人以上", "3", ""),
        ("0.25", "0.25", ""),
        ("25%", "25", "%"),
        ("3割", "3", "割"),
        ("3ヶ月", "3", "month"),
        ("2 years", "2", "year"),
        ("30日", "30", "day"),
    ],
)
def test_an_amount_is_read(text, digits, unit):
    assert (amount_in(text).digits, amount_in(text).unit) == (digits, unit)


@pytest.mark.parametrize(
    "text",
    ["", " ", "fifteen", "60〜70", "3 of 10", "5人に1人", "3番目の案", "2027-01-29", "1,5", "2週間と3日", "9" * 500],
)
def test_what_is_no_single_amount_is_not_guessed(text):
    assert amount_in(text) is None

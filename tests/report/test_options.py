"""What is typed after the options, in both languages, and what is said where it cannot be used."""

from pathlib import Path

import pandas as pd
import pytest

from mlcurric.report.command import typed_option
from mlcurric.report.options import read_request
from mlcurric.report.period import period_in_words, period_of
from mlcurric.subject.ranges import Range
from mlcurric.subject.typed import Slip
from mlcurric.text import speaking


def request(**typed):
    return read_request(
        **{"path": "a.csv", "churned": "解約", "id": "番号", "capacity": "100", "out": "r.html", **typed}
    )


@pytest.mark.parametrize("text", ["1000", "1,000", "１，０００", "1,000人", "1千", "1000 customers"])
def test_the_capacity_is_read_leniently(text):
    assert request(capacity=text).capacity == 1000


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        *(("¥1,500", 1500, "JPY"), ("1500円", 1500, "JPY"), ("１，５００", 1500, ""), ("\\1,500", 1500, "JPY"), ("1.5万円", 15_000, "JPY")),
        *(("$12.50", 12.5, "USD"), ("€3", 3, "EUR"), ("0", 0, ""), ("なし", 0, ""), ("1,500 yen", 1500, "JPY")),
        *(("4,50 €", 4.5, "EUR"), ("€1234,5", 1234.5, "EUR"), ("0,10", 0.1, ""), ("４，５０", 4.5, "")),
    ],
)  # fmt: skip
def test_an_amount_is_read_with_its_currency(text, amount, currency):
    read = request(contact_cost=text)
    assert (read.contact_cost, read.currency) == (amount, currency)
    assert request(incentive=text).incentive == amount


@pytest.mark.parametrize(
    ("cost", "currency"),
    [("5", "EUR"), ("5", "Swiss francs"), ("1500円", "¥"), ("¥5", "JPY"), ("$5", "CAD"), ("¥5", "cny"), ("5 CHF", "CHF"), ("5元", "元")],
)  # fmt: skip
def test_a_currency_that_is_said_counts(cost, currency):
    assert request(contact_cost=cost, currency=currency).currency == currency


@pytest.mark.parametrize(
    "typed",
    [
        {"contact_cost": "$5", "currency": "円"},
        {"contact_cost": "¥5", "currency": "EUR"},
        {"incentive": "US$5", "currency": "CAD"},
        {"contact_cost": "5 CHF", "currency": "SEK"},
        {"contact_cost": "¥5", "incentive": "$5", "currency": "¥"},
    ],
)
def test_two_currencies_are_asked_about(typed):
    for language, word in (("en", "currencies differ"), ("ja", "通貨が違います")):
        with speaking(language), pytest.raises(Slip, match=word):
            request(**typed)


@pytest.mark.parametrize("currency", ["banana", "points", "%", "per month", "件"])
def test_what_is_no_currency_is_refused(currency):
    with pytest.raises(Slip, match="--currency"):
        request(currency=currency)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *(("500円/件", 500), ("500円/人", 500), ("$3 per contact", 3), ("約500円", 500), ("EUR 3", 3), ("3 each", 3), ("1.25", 1.25)),
        *(("1.200,5", None), ("1.234万円", 12_340), ("0.125", 0.125), ("3 EUR", 3), ("1,200", 1_200), ("500円くらい", 500)),
    ],
)  # fmt: skip
def test_what_a_cost_is_of_may_be_said(text, amount):
    if amount is None:
        with pytest.raises(Slip):
            request(contact_cost=text)
    else:
        assert request(contact_cost=text).contact_cost == amount


@pytest.mark.parametrize(
    ("option", "text", "why"),
    [
        *(("contact_cost", text, "share") for text in ("3%", "3割", "3 percent")),
        *(("contact_cost", text, "no amount of money") for text in ("3件", "3 calls", "5 banana", "10人")),
        *(("capacity", text, "share") for text in ("50%", "5割")),
        *(("capacity", text, "in a while") for text in ("50 per week", "週50人", "50人/週", "50 a month", "50人毎月")),
        ("capacity", "99999999999", "more than"),
        *((option, "1.200", "two ways") for option in ("capacity", "contact_cost", "incentive")),
    ],
)
def test_a_number_with_another_unit_is_refused_and_it_is_said_why(option, text, why):
    with pytest.raises(Slip) as caught:
        request(**{option: text})
    with speaking("en"):
        assert why in str(caught.value)
        assert text in str(caught.value)
    assert len(caught.value.says) > 1


@pytest.mark.parametrize(
    ("text", "en", "months"),
    [
        *(("半年", "6 months", 6), ("半年以内", "6 months", 6), ("half a year", "6 months", 6), ("四半期", "3 months", 3), ("a quarter", "3 months", 3)),
        *(("within 3 months", "3 months", 3), ("１か月", "1 month", 1), ("a year", "1 year", 12), ("1年", "1 year", 12)),
    ],
)  # fmt: skip
def test_a_period_is_read_leniently(text, en, months):
    typed = request(within=text).within
    assert period_in_words(typed).en == en
    assert pd.Timestamp("2026-01-01") + period_of(typed) == pd.Timestamp("2026-01-01") + pd.DateOffset(months=months)


@pytest.mark.parametrize(
    "text", ["soon", "-3 months", "3", "3m", "1Q", "0 months", "すぐ", "1000 years", "3 months or so ago"]
)
def test_what_is_no_period_is_refused(text):
    for language, example in (("en", "3 months"), ("ja", "3か月")):
        with pytest.raises(Slip, match="--within") as caught, speaking(language):
            request(within=text)
        with speaking(language):
            assert example in str(caught.value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        *(("0.2", 0.2, 0.2), ("20%", 0.2, 0.2), ("20", 0.2, 0.2), ("2割", 0.2, 0.2), ("0.1-0.3", 0.1, 0.3), ("10-30%", 0.1, 0.3)),
        *(("1割〜3割", 0.1, 0.3), ("１０％〜３０％", 0.1, 0.3), ("10% to 30%", 0.1, 0.3), ("0", 0, 0), ("100%", 1, 1), ("30 of 100", 0.3, 0.3)),
    ],
)  # fmt: skip
def test_a_share_is_read_with_its_range(text, low, high):
    assert request(save_rate=text).save_rate == Range(low, high)


@pytest.mark.parametrize(
    ("text", "meaning"), [("stayed", "stayed"), ("Left", "left"), ("不明", "unknown"), ("継続", "stayed")]
)
def test_what_a_blank_means(text, meaning):
    assert request(blank_is=text).blank_is == meaning


@pytest.mark.parametrize(
    ("option", "typed"),
    [
        *(("--capacity", {"capacity": text}) for text in ("0", "-5", "abc", "1.5", "10-20", "99999999999")),
        *(("--contact-cost", {"contact_cost": text}) for text in ("-5", "abc", "10-20", "at least 5")),
        *(("--incentive", {"incentive": text}) for text in ("abc", "-1", "9" * 30)),
        ("--contact-cost, --incentive", {"contact_cost": "¥5", "incentive": "$5"}),
        *(("--within", {"within": text}) for text in ("soon", "0 months")),
        ("--currency", {"currency": "banana"}),
        *(("--save-rate", {"save_rate": text}) for text in ("1", "150%", "abc", "-10%", "at least 10%", "200")),
        ("--blank-is", {"blank_is": "maybe"}),
        ("--churned", {"churned": " "}),
        ("--id", {"id": ""}),
        ("--capacity", {"capacity": ""}),
        ("--churned, --capacity", {"churned": "", "capacity": " "}),
    ],
)
def test_what_cannot_be_used_names_its_option(option, typed):
    with pytest.raises(Slip) as caught:
        request(**typed)
    for language in ("en", "ja"):
        with speaking(language):
            assert str(caught.value).startswith(f"{option}: ")
    assert len(caught.value.says) > 1


def test_a_table_that_is_not_named_is_asked_for():
    with pytest.raises(Slip, match="Which table"), speaking("en"):
        request(path=" ")


def test_what_is_not_given_stays_open():
    read = request(value=" ", contact_cost=None, left_is=("解約 ", "解約", ""), words="w.csv", within="3 months")
    assert (read.value, read.contact_cost, read.save_rate, read.blank_is) == (None, None, None, None)
    assert (read.left_is, read.words, read.within) == (("解約",), Path("w.csv"), "3 months")


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        *(("fee", "fee"), ("月額", "月額"), ("v1.2-b", "v1.2-b"), ("monthly fee", '"monthly fee"'), ("--fee", '"--fee"')),
        *(("解約(自己都合)", '"解約(自己都合)"'), ('5" disk', '"5\\" disk"'), ("×", '"×"')),
    ],
)  # fmt: skip
def test_what_stands_after_an_option_is_quoted_where_it_has_to_be(value, typed):
    assert typed_option("--keep", value) == f"--keep {typed}"


@pytest.mark.parametrize("typed", ["1000 years", "0日", "121か月"])
def test_a_time_that_can_be_read_is_not_said_to_be_unreadable(typed):
    with pytest.raises(Slip) as slip:
        request(within=typed)
    said, way_out = slip.value.says
    assert "no time in which leavers are counted" in said.en
    assert "解約を数える期間になりません" in said.ja
    assert "10 years" in way_out.en

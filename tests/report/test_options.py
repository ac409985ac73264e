"""What is typed after the options, in both languages, and what is said where it cannot be used."""

from pathlib import Path

import pytest

from mlcurric.report.options import read_request
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
    ],
)  # fmt: skip
def test_an_amount_is_read_with_its_currency(text, amount, currency):
    read = request(contact_cost=text)
    assert (read.contact_cost, read.currency) == (amount, currency)
    assert request(incentive=text).incentive == amount


def test_a_currency_that_is_said_counts():
    assert request(contact_cost="¥5", currency="EUR").currency == "EUR"


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
        *(("--incentive", {"incentive": text}) for text in ("abc", "-1")),
        ("--incentive", {"contact_cost": "¥5", "incentive": "$5"}),
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

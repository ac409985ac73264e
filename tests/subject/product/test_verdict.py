"""mlcurric.subject.product: what a list brings, and whether ML is needed; what is missing is never guessed."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from subject.product.examples import CLASHING, CLINIC, HALF, SCHOOL

from mlcurric.subject.money import campaign_profit
from mlcurric.subject.product import Collected, Need, find_contradictions, overlay, verdict_on
from mlcurric.subject.product.figures import currency_in, moneys, number, numbers, rough_moneys
from mlcurric.subject.product.spans import Span
from mlcurric.subject.product.sums import (
    break_even_hits,
    kept_by_sum,
    list_profit,
    list_profit_at_best,
    money_of,
    pays_from,
)
from mlcurric.subject.product.verdict import Verdict

FULL = overlay(CLINIC)


def verdict(texts: dict[str, str]) -> Verdict:
    lines = Collected(texts)
    return verdict_on(lines, find_contradictions(lines))


@pytest.mark.parametrize("seed", range(20))
def test_the_profit_of_a_list_is_what_counting_everybody_gives(seed: int):
    luck = np.random.default_rng(seed)
    size, hits, success = luck.integers(100, 2_000), luck.uniform(0, 100), luck.uniform(0, 100)
    value, contact, incentive = luck.uniform(1, 500), luck.uniform(0, 50), luck.uniform(0, 50)
    leavers = size * hits / 100
    kept = leavers * success / 100
    counted = kept * (value - incentive) - (size - leavers) * incentive - size * contact
    assert list_profit(size, hits, success, value, contact, incentive) == pytest.approx(counted)
    campaign = campaign_profit(size, 1, hits / 100, success / 100, value, contact, incentive)
    assert campaign == pytest.approx(counted)
    assert list_profit_at_best(size, hits, success, value, contact, incentive) == pytest.approx(
        kept * (value - incentive) - size * contact
    )
    even = break_even_hits(success, value, contact, incentive)
    assert list_profit(size, even, success, value, contact, incentive) == pytest.approx(0, abs=1e-6 * size * value)


def test_the_break_even_of_the_paper():
    assert break_even_hits(30, 200, 1, 10) == pytest.approx(16.42, abs=0.005)
    assert break_even_hits(0, 200, 1, 0) == float("inf")
    assert break_even_hits(-5, 200, 1, 10) == float("inf")


def test_no_case_within_the_lines_lies_outside_the_range():
    lines = Collected(FULL)
    found = money_of(lines)
    inside = itertools.product((40,), (30, 33, 38), (20, 28, 35), (85,), (3,), (0,))
    profits = [list_profit(*numbers) for numbers in inside]
    assert found.profit == Span(pytest.approx(min(profits)), pytest.approx(max(profits)))
    assert kept_by_sum(lines) == Span(pytest.approx(2.4), pytest.approx(5.32))


@pytest.mark.parametrize(
    "name", ["list_size", "hits_low", "success_high", "value_kept", "contact_cost", "incentive_cost"]
)
def test_without_one_of_its_lines_there_is_no_sum_of_money(name: str):
    assert money_of(Collected({**FULL, name: ""})) is None


def test_figures():
    shown = [number(value) for value in (1234.5, 15.2, 3.0, 0.04, -0.01, -2.5)]
    assert shown == ["1,234", "15.2", "3", "0", "0", "−2.5"]
    assert numbers(Span(30, 40)).ja == "30〜40"
    assert numbers(Span(30, 30)).en == "30"
    assert moneys(Span(-458.4, 29.6), "円").ja == "−458〜30円"
    assert moneys(Span(-458.4, 29.6), "yen").en == "−¥458 to ¥30"
    assert moneys(Span(1500, 1500), "¥").ja == "¥1,500"
    assert moneys(Span(2.5, 3), "CHF").en == "2.50 CHF to 3.00 CHF"
    assert moneys(Span(0, 5), "{n}{0}%").en
    assert [currency_in(text) for text in ("1,500円", "US$ 5", "HK$ 5", "5 Taler", "¥5 ($1)", "¥5 or $1")] == [
        *("JPY", "USD", None, None, "JPY", None),
    ]


def test_a_contact_that_does_harm_is_counted_and_no_error():
    came = verdict({**FULL, "success_low": "-5", "kept_low": "-1"})
    assert came.need is Need.BY_HAND
    assert any("−€" in reason.en for reason in came.reasons)


def test_a_computed_sum_has_two_digits():
    assert rough_moneys(Span(9.76, 94.24), "€").en == "€10 to €94"
    assert rough_moneys(Span(-458.4, 2_345_678), "円").ja == "−460〜2,300,000円"
    assert rough_moneys(Span(0.123, 4.56), "$").en == "$0.12 to $4.60"


def test_the_break_even_in_words():
    assert "100人全員" in pays_from(Span(120, 150)).ja
    assert "not even with 100" in pays_from(Span(40, float("inf"))).en
    assert pays_from(Span(10, 10)).en == "it pays from 10 hits of 100"


@pytest.mark.parametrize(
    ("change", "need", "words"),
    [
        ({}, Need.ML_MAY_PAY, "€54 to €190"),
        (dict(rule_hits_of_100="45"), Need.RULE, "45"),
        (dict(rule_hits_of_100="38"), Need.RULE, "38"),
        (dict(rule_hits_of_100="45", value_kept="", contact_cost=""), Need.RULE, "45"),
        (dict(customers="40"), Need.RULE, "40"),
        (dict(rule_hits_of_100="unknown"), Need.BY_HAND, "We do not know"),
        (dict(success_low="わからない", success_high="unknown"), Need.BY_HAND, "Kept of 100"),
        (dict(rule_hits_of_100="33"), Need.BY_HAND, "may be no better"),
        (dict(value_kept="€40"), Need.BY_HAND, "−€24"),
        (dict(value_kept="€10"), Need.NO_LIST, "−€"),
        (dict(value_kept="€2"), Need.NO_LIST, "−€"),
        (dict(who_decides="All users"), Need.ML_MAY_PAY, "22"),
        (dict(who_decides="AI"), Need.NOT_YET, "people decide"),
        (dict(horizon="0"), Need.ML_MAY_PAY, "22"),
        (dict(who_decides=""), Need.NOT_YET, "No decision"),
        (dict(who_decides="", rule_hits_of_100="45"), Need.NOT_YET, "No decision"),
        (dict(value_kept=""), Need.NOT_YET, "worth"),
        (dict(rule_hits_of_100=""), Need.NOT_YET, "How often"),
        (dict(list_size="at least 40"), Need.NOT_YET, "team look at"),
        (dict(hits_low="45"), Need.NOT_YET, "above the high end"),
        (dict(value_kept="$85"), Need.NOT_YET, "$85"),
        (dict(leave_of_1000="500"), Need.RULE, "drawn by lot"),
    ],
)
def test_the_verdict(change: dict[str, str], need: Need, words: str):
    came = verdict({**FULL, **change})
    assert came.need is need
    assert any(words in reason.en for reason in came.reasons), [reason.en for reason in came.reasons]
    assert (came.changes is None) is (need is Need.NOT_YET)


def test_the_verdicts_of_the_examples():
    needs = [verdict(overlay(files)).need for files in (CLINIC, SCHOOL, HALF, CLASHING)]
    assert needs == [Need.ML_MAY_PAY, Need.ML_MAY_PAY, Need.NOT_YET, Need.NOT_YET]


def test_it_names_the_lines_that_it_waits_for():
    assert verdict({}).waits_for == ("who_decides", "rule_today", "gone_means")
    assert verdict({**FULL, "value_kept": "", "list_size": ""}).waits_for == ("list_size", "value_kept")


@pytest.mark.parametrize("name", ["who_decides", "rule_today", "gone_means", "hits_low", "success_high", "value_kept"])
def test_it_never_rests_on_what_is_missing(name: str):
    assert verdict({**FULL, name: ""}).need is Need.NOT_YET


def test_a_point_is_a_poor_promise_and_still_a_number():
    assert verdict({**FULL, "hits_low": "38"}).need is Need.ML_MAY_PAY

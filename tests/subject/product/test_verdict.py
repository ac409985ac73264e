"""mlcurric.subject.product: what a list brings, and whether ML is needed; what is missing is never guessed."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from subject.product.examples import CLASHING, CLINIC, HALF, SCHOOL

from mlcurric.subject.digits import as_count
from mlcurric.subject.money import campaign_profit
from mlcurric.subject.product import Collected, Need, line_findings, overlay, verdict_on
from mlcurric.subject.product.figures import currency_in, moneys, numbers, rough_moneys
from mlcurric.subject.product.sums import (
    break_even_hits,
    kept_by_sum,
    list_profit,
    list_profit_at_best,
    money_of,
    pays_from,
)
from mlcurric.subject.product.verdict import Verdict
from mlcurric.subject.ranges import Range

FULL = overlay(CLINIC)


def verdict(texts: dict[str, str]) -> Verdict:
    lines = Collected(texts)
    return verdict_on(lines, line_findings(lines))


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
    assert found.profit == Range(pytest.approx(min(profits)), pytest.approx(max(profits)))
    assert kept_by_sum(lines) == Range(pytest.approx(2.4), pytest.approx(5.32))


@pytest.mark.parametrize(
    "name", ["list_size", "hits_low", "success_high", "value_kept", "contact_cost", "incentive_cost"]
)
def test_without_one_of_its_lines_there_is_no_sum_of_money(name: str):
    assert money_of(Collected({**FULL, name: ""})) is None


def test_figures():
    assert numbers(Range(30, 40)).ja == "30〜40"
    assert numbers(Range(30, 30)).en == "30"
    assert moneys(Range(-458.4, 29.6), "円").ja == "−458〜30円"
    assert moneys(Range(-458.4, 29.6), "yen").en == "−¥458 to ¥30"
    assert moneys(Range(1500, 1500), "¥").ja == "¥1,500"
    assert moneys(Range(2.5, 3), "CHF").en == "2.50 CHF to 3.00 CHF"
    assert moneys(Range(0, 5), "{n}{0}%").en
    assert [currency_in(text) for text in ("1,500円", "US$ 5", "HK$ 5", "5 Taler", "¥5 ($1)", "¥5 or $1")] == [
        *("JPY", "USD", None, None, "JPY", None),
    ]


def test_a_contact_that_does_harm_is_counted_and_no_error():
    came = verdict({**FULL, "success_low": "-5", "kept_low": "-1"})
    assert came.need is Need.BY_HAND
    assert any("−€" in reason.en for reason in came.reasons)


def test_a_computed_sum_has_two_digits():
    assert rough_moneys(Range(9.76, 94.24), "€").en == "€10 to €94"
    assert rough_moneys(Range(-458.4, 2_345_678), "円").ja == "−460〜2,300,000円"
    assert rough_moneys(Range(0.123, 4.56), "$").en == "$0.12 to $4.60"


def test_the_break_even_in_words():
    assert "100人全員" in pays_from(Range(120, 150)).ja
    assert "not even with 100" in pays_from(Range(40, float("inf"))).en
    assert pays_from(Range(10, 10)).en == "it pays from 10 hits of 100"


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
        (dict(who_decides=""), Need.NOT_YET, "Who decides"),
        (dict(who_decides="", rule_hits_of_100="45"), Need.NOT_YET, "Who decides"),
        (dict(value_kept=""), Need.NOT_YET, "worth"),
        (dict(rule_hits_of_100=""), Need.NOT_YET, "today's list"),
        (dict(list_size="at least 40"), Need.NOT_YET, "On one list"),
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


# A list of 40 with two points for its hits, at an incentive of nothing: 40 × hits × success × value − 40 × contact.
POINTS = {
    "hits_low": "30",
    "hits_high": "40",
    "success_low": "20",
    "success_high": "50",
    "kept_low": "2",
    "kept_high": "8",
}


@pytest.mark.parametrize(
    ("prices", "profit", "need"),
    [
        # Exactly nothing at best is no loss for sure, and exactly nothing at worst is no loss.
        (dict(value_kept="€10", contact_cost="€2"), Range(-56, 0), Need.BY_HAND),
        (dict(value_kept="€10", contact_cost="€2.01"), Range(-56.4, -0.4), Need.NO_LIST),
        (dict(value_kept="€50", contact_cost="€3"), Range(0, 280), Need.ML_MAY_PAY),
        (dict(value_kept="€50", contact_cost="€3.01"), Range(-0.4, 279.6), Need.BY_HAND),
    ],
)
def test_a_list_loses_only_below_nothing(prices: dict[str, str], profit: Range, need: Need):
    texts = {**FULL, **POINTS, **prices, "rule_hits_of_100": "22"}
    found = money_of(Collected(texts)).profit
    assert (found.low, found.high) == (pytest.approx(profit.low), pytest.approx(profit.high))
    assert verdict(texts).need is need


@pytest.mark.parametrize(
    ("rule", "need", "words"),
    [
        ("29", Need.ML_MAY_PAY, "more, even at the low end"),
        ("30", Need.BY_HAND, "it may be no better"),
        ("31", Need.BY_HAND, "it may be no better"),
        ("39", Need.BY_HAND, "it may be no better"),
        ("40", Need.RULE, "find no more"),
    ],
)
def test_a_list_is_better_only_where_its_low_end_is_above_the_rule(rule: str, need: Need, words: str):
    came = verdict({**FULL, **POINTS, "rule_hits_of_100": rule})
    assert came.need is need
    assert any(words in reason.en for reason in came.reasons), [reason.en for reason in came.reasons]


def test_a_loss_is_said_before_a_list_that_may_be_no_better():
    came = verdict({**FULL, **POINTS, "rule_hits_of_100": "35", "value_kept": "€5"})
    assert came.need is Need.NO_LIST


@pytest.mark.parametrize("incentive", ["none", "€2", "€20"])
def test_what_the_model_is_worth_more_is_the_difference_of_two_lists(incentive: str):
    """Each hit more is a customer less who would have stayed anyway and taken the incentive all the same."""
    texts = {**FULL, "rule_hits_of_100": "22", "value_kept": "€400", "incentive_cost": incentive}
    lines = Collected(texts)
    prices = (400, 3, lines.span("incentive_cost").low)
    more = [
        list_profit(40, hits, success, *prices) - list_profit(40, 22, success, *prices)
        for hits in (30, 38)
        for success in (20, 35)
    ]
    came = verdict(texts)
    assert came.need is Need.ML_MAY_PAY
    assert f"about {rough_moneys(Range(min(more), max(more)), '€').en} more" in came.reasons[-1].en


def test_the_verdict_would_change_below_the_break_even_or_where_the_rule_catches_up():
    dear = verdict({**FULL, "rule_hits_of_100": "22"})
    even = money_of(Collected({**FULL, "rule_hits_of_100": "22"})).break_even.high
    assert even < 22
    assert "Fewer than 22 hits" in dear.changes.en
    texts = {**FULL, "rule_hits_of_100": "10"}
    assert f"Fewer than {as_count(even)} hits" in verdict(texts).changes.en


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

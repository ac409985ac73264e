"""What a list is worth: its range of money against what then comes, and who of it is likely to be among those who leave."""

import numpy as np
import pandas as pd
import pytest
from report.by_hand import customers, parts, read

from mlcurric.report.advice.worth import Worth, moved, worth_of
from mlcurric.subject.expectation import Assumed, Counted, ExpectationSheet
from mlcurric.subject.money import Offer
from mlcurric.subject.ranges import Range

OFFER = Offer(30, 20)
SUCCESS = Assumed(Range(0.2, 0.2))


def uneven(luck: np.random.Generator, size: int = 100) -> np.ndarray:
    """Annual revenues such that the mean is six times the median."""
    return np.exp(luck.normal(np.log(65), 1.9, size))


def test_the_range_of_the_money_holds_what_then_comes_where_a_few_are_worth_most():
    """With one average for all it held 68 of 100."""
    luck = np.random.default_rng(2)
    found, plain = [], []
    for seed in range(20):
        amounts, share = uneven(luck), luck.uniform(0.25, 0.45)
        risks = moved(luck.beta(4, 6, 100), np.array([share]))[0]
        hits = Counted(int(luck.binomial(300, share)), 300)
        worth = Worth(amounts, risks, np.ones(100, dtype=bool))
        value = worth.of_a_leaver(hits.share)
        promised = worth.profit(hits, SUCCESS, OFFER, 0.95, seed)
        as_before = ExpectationSheet(100, hits, SUCCESS, Counted(0, 1), value, OFFER, draws=2_000).profit
        left = luck.random((400, 100)) < risks
        kept = left & (luck.random((400, 100)) < 0.2)
        came = kept @ amounts - 100 * 30 - ((~left).sum(axis=1) + kept.sum(axis=1)) * 20
        found.append(((came >= promised.low) & (came <= promised.high)).mean())
        plain.append(((came >= as_before.low) & (came <= as_before.high)).mean())
    assert np.mean(found) >= 0.94
    assert np.mean(plain) < 0.85


def test_with_one_amount_for_all_it_is_the_expectation_sheet():
    hits = Counted(90, 300)
    worth = Worth(np.full(200, 150.0), np.full(200, 0.3), np.ones(200, dtype=bool))
    got = worth.profit(hits, Assumed(Range(0.1, 0.3)), OFFER, 0.95, 0)
    sheet = ExpectationSheet(200, hits, Assumed(Range(0.1, 0.3)), Counted(0, 1), 150.0, OFFER).profit
    assert got.low == pytest.approx(sheet.low, abs=200)
    assert got.high == pytest.approx(sheet.high, abs=200)
    assert worth.of_a_leaver(0.3) == pytest.approx(150)


def test_risks_are_moved_to_a_share_without_leaving_0_to_1():
    risks = np.random.default_rng(0).beta(2, 3, 5_000)
    made = moved(risks, np.array([0.05, 0.5, 0.95]))
    assert made.mean(axis=1) == pytest.approx([0.05, 0.5, 0.95], abs=2e-3)
    assert ((made > 0) & (made < 1)).all()
    assert (np.argsort(made[0]) == np.argsort(risks)).all()


def test_where_a_few_hold_half_of_it_they_are_counted():
    alike, one = np.full(100, 10.0), np.r_[5_000.0, np.full(99, 10.0)]
    risks, known = np.full(100, 0.3), np.ones(100, dtype=bool)
    assert Worth(alike, risks, known).few(0.3) is None
    few = Worth(one, risks, known).few(0.3)
    assert (few.customers, few.others_value) == (1, pytest.approx(10))
    assert few.part == pytest.approx(5_000 / 5_990)
    assert few.others_leave == pytest.approx(0.3, abs=0.01)
    assert Worth(np.zeros(100), risks, known).few(0.3) is None


def judged(value, left, listed: int):
    """A worth of the last ``listed`` rows; all before them were the list on which it was tried, with one score."""
    before = len(value) - listed
    people = customers(
        {"a": read("a", np.zeros(len(value)))}, [*left, *[None] * listed], value=pd.Series(value, dtype=float)
    )
    split = parts([], range(before), range(before, len(value)))
    scores = np.full(before, 0.3), np.full(listed, 0.3)
    return worth_of(people, split, np.ones(before, dtype=bool), scores, np.arange(before, len(value)))


def test_where_the_dearer_ones_left_less_often_a_leaver_is_worth_less_than_one_on_the_list():
    luck = np.random.default_rng(4)
    value = luck.permutation(np.r_[np.full(300, 100.0), np.full(300, 1_000.0)])
    left = luck.random(500) < np.where(value[:500] > 500, 0.1, 0.5)
    worth = judged(value, left.tolist(), 100)
    assert worth.of_a_leaver(0.3) == pytest.approx((0.5 * 100 + 0.1 * 1_000) / 0.6, rel=0.2)
    even = judged(value, (luck.random(500) < 0.3).tolist(), 100)
    assert even.of_a_leaver(0.3) == pytest.approx(worth.amounts.mean(), rel=0.15)


def test_who_has_no_amount_has_one_of_the_others():
    luck = np.random.default_rng(5)
    left = (luck.random(400) < 0.3).tolist()
    value = uneven(luck, 600)
    value[400:500] = np.nan
    worth = judged(value, left, 200)
    assert worth.known == Counted(100, 200)
    assert np.isin(value[500:], worth.amounts).all()
    assert np.median(worth.amounts[:100]) == pytest.approx(np.median(value[500:]), rel=0.1)
    value[400:] = np.nan
    nobody = judged(value, left, 200)
    assert nobody.known == Counted(0, 200)
    assert np.median(nobody.amounts) == pytest.approx(np.median(value[:400][left]), rel=0.1)
    assert judged(np.full(600, np.nan), left, 200) is None


def test_whom_a_contact_costs_more_than_it_brings_is_told_by_the_own_risk_and_the_own_amount():
    """A list by risk alone had customers on its first places for whom no contact could pay, and nobody said so."""
    risks, amounts = np.array([0.6, 0.6, 0.2, 0.6]), np.array([1_000.0, 300.0, 1_000.0, 300.0])
    worth = Worth(amounts, risks, np.array([True, True, True, False]))
    # Of 100 like the first 60 leave, 18 of them are kept: 18,000 − 100 × 45 − (40 + 18) × 100 = 7,700.
    assert worth.unpaid(risks, 0.3, Offer(45, 100)).tolist() == [False, True, True, False]
    # Whose amount is another's is marked by nobody.
    assert worth.unpaid(risks, 1.0, Offer(1, 0)).tolist() == [False] * 4


def test_the_first_with_whom_it_pays_are_counted_where_a_longer_list_does_not():
    """Said of a list of 1,046 was that nothing is to be tried, though its first 38 paid by the numbers beside them."""
    risks, amounts = np.repeat([0.9, 0.3, 0.05], [3, 4, 20]), np.full(27, 400.0)
    worth, offer = Worth(amounts, risks, np.ones(27, dtype=bool)), Offer(12, 20)
    # Of one of the first: 0.9 × 0.15 × 400 − 12 − (0.1 + 0.135) × 20 = 37.3; of one of the next 0.3 × 0.15 × 400 − 12 − 14.9 < 0.
    assert worth.first_that_pay(risks, 0.15, offer) == 3
    assert worth.first_that_pay(risks, 0.9, Offer(1, 0)) == 27
    assert worth.first_that_pay(risks, 0.01, offer) == 0

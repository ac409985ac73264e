"""A list that only just beat a lot: part of its lead was luck, and is not promised."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from report.by_hand import Points, contest, parts, world
from scipy.stats import norm

from mlcurric.report.advice.counted import Evidence, _without_luck, counted
from mlcurric.report.advice.listing import make_list
from mlcurric.report.advice.narrow import conditional_lead, kept_of_lead, taken_back
from mlcurric.report.advice.words import read_words
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.verdict import BY_LUCK
from mlcurric.subject.expectation import Counted
from mlcurric.text import T

COLUMNS = ("open_tickets", "tenure")


def test_of_leads_that_passed_by_luck_as_much_is_left_as_there_was():
    luck = np.random.default_rng(0)
    true = luck.uniform(0, 8, 400_000)
    seen = true + luck.normal(size=len(true))
    passed = seen > norm.isf(BY_LUCK)
    # Of each that was told, as many were tried as it takes to pass: what is told is not what was tried.
    weight = 1 / norm.cdf(true - norm.isf(BY_LUCK))
    for lead in (2.3, 2.6, 3.0, 4.0, 5.0):
        near = passed & (np.abs(seen - lead) < 0.05)
        assert conditional_lead(lead) == pytest.approx(np.average(true[near], weights=weight[near]), abs=0.08)


def test_the_narrower_the_more_is_taken_back_and_of_a_wide_lead_nothing():
    kept = [conditional_lead(lead) / lead for lead in (2.3, 2.6, 3.0, 3.5, 4.0, 5.0, 6.0)]
    assert kept == sorted(kept)
    assert kept[0] < 0.6
    assert kept[-1] > 0.99


@pytest.mark.parametrize("usual", [0.02, 0.2])
def test_what_is_left_is_about_as_sure_and_never_below_what_leaves_anyhow(usual):
    hits = Counted(round(3 * usual * 100), 100)
    less = taken_back(hits, usual, 0.5)
    assert less.share == pytest.approx(2 * usual, abs=0.003)
    assert hits.of / 2 <= less.of <= 2 * hits.of
    assert taken_back(hits, usual, 1.0) is hits
    assert taken_back(Counted(1, 100), usual, 0.5).share == 0.01


@dataclass(frozen=True)
class Noisy(Points):
    """Scores of which only ``weight`` tells anything."""

    weight: float = 1.0

    def risk(self, table):
        luck = np.random.default_rng(4).random(10_000)[np.asarray(table.index)]
        return self.weight * super().risk(table) + (1 - self.weight) * luck


def made(rows: int, weight: float):
    """The promise where a score that tells ``weight`` of what it could was tried on so many."""
    people, _ = world(2_000 + rows, 1_000)
    split = parts(range(2_000), range(2_000, 2_000 + rows), range(2_000 + rows, 3_000 + rows))
    table = learnable(people, COLUMNS)
    model = Noisy(COLUMNS, weight=weight).fit(table.iloc[:2_000], people.left.iloc[:2_000].to_numpy(dtype=bool))
    happened = people.left.iloc[split.judge].to_numpy(dtype=bool)
    held = contest(model, happened, model.risk(table.iloc[split.judge]), rows // 10)
    listed = make_list(people, split, held, COLUMNS, read_words(people, COLUMNS), 100)
    return held, counted(people, split, held, listed)


def test_less_is_promised_of_a_narrow_win_and_it_is_said_why():
    held, evidence = made(600, 0.25)
    assert 0.4 < kept_of_lead(held) < 0.8
    of = held.of_model
    lead = of.precision.value - of.base_rate.value
    assert evidence.hits.share == pytest.approx(of.base_rate.value + kept_of_lead(held) * lead, abs=0.005)
    assert evidence.is_narrow
    assert evidence.missed.share > of.misses / of.happened
    n = f"{100 * of.precision.value:.0f}"
    assert f"fewer are expected here than the {n} of 100" in evidence.fewer.en
    assert f"100人中{n}人より少なく" in evidence.fewer.ja


def test_what_was_taken_down_before_is_called_a_reckoning_and_not_a_count():
    """“Fewer than the 32 of 100 that were counted”: counted were 43 and 42, and 32 was 42 by an assumption."""
    before = Evidence(
        Counted(32, 100), None, None, T("x", "x"), T("x", "x"), fewer=T("Besides.", "さらに。"), usual=0.2
    )
    told = _without_luck(before, 0.6, 0.43).fewer
    assert "than the 32 of 100 to which all this comes." in told.en
    assert "ここまでの計算では100人中32人ですが、それより少なく見込んでいます。" in told.ja
    told = _without_luck(replace(before, fewer=None), 0.6, 0.43).fewer
    assert "than the 43 of 100 where it was tried." in told.en
    assert "試したときの100人中43人より少なく" in told.ja


def test_what_won_clearly_is_promised_as_it_was_counted():
    held, evidence = made(2_000, 1.0)
    assert (evidence.hits.count, evidence.hits.of) == (held.of_model.hits, held.of_model.listed)
    assert not evidence.is_narrow
    assert evidence.fewer is None

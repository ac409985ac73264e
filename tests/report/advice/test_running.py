"""Of customers who have stayed for a part of their time, what leaves from today on: worlds in which each keeps a risk of his own."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from report.by_hand import Points, contest, customers, parts, read, request
from report.findings import found
from report.frail import frail

from mlcurric.report.advice.listing import make_list
from mlcurric.report.advice.promise import make_promise
from mlcurric.report.advice.stayers import SAFER, safer_after
from mlcurric.report.advice.words import read_words
from mlcurric.report.contest.features import learnable
from mlcurric.report.page.page import would_leave
from mlcurric.report.page.shown import shown

KNOWN, OPEN, OVER, TODAY = 3_000, 1_600, 23 / 30, date(2026, 11, 23)


def running(alike: float, luck: np.random.Generator, over: float = OVER, blanks: int = 0):
    """A list of 150 of whom it is known that they stayed for that part of the time after their look.

    Args:
        blanks: so many of all to be listed are only not yet known.

    Returns:
        The customers, the list, what is promised of it, and the true risks of those on it, of as long a time from today on.
    """
    score = 1 / (1 + np.exp(2.2 - (x := luck.normal(size=KNOWN + OPEN))))
    own = frail(score, alike, luck)
    left = luck.random(KNOWN) < own[:KNOWN]
    # Leaving is as likely on each day.
    here = KNOWN + np.flatnonzero(luck.random(OPEN) < (1 - own[KNOWN:]) ** over)
    rows = np.r_[:KNOWN, here]
    stayed = np.where(np.arange(len(rows)) < KNOWN + blanks, 0, over)
    outcome = [bool(one) for one in left] + [None] * len(here)
    made = customers({"x": read("x", pd.Series(x[rows]))}, outcome, stayed=stayed, today=TODAY, until=TODAY)
    table = learnable(made, ["x"])
    model = Points(("x",)).fit(table.iloc[:2_000], left[:2_000])
    split = parts(range(2_000), range(2_000, KNOWN), range(KNOWN, len(rows)))
    k = round(150 / len(here) * 1_000)
    held = contest(model, left[2_000:], model.risk(table.iloc[2_000:KNOWN]), k)
    at_risk = make_list(made, split, held, ["x"], read_words(made, ["x"]), 150)
    promise = make_promise(request(150, within="1 month"), made, split, held, at_risk)
    return held, at_risk, promise, own[rows][[row.row for row in at_risk.rows]]


@pytest.mark.parametrize("alike", [0, 0.2, 0.5])
def test_the_range_holds_what_leaves_in_as_long_a_time_from_today_on(alike):
    """It was said of the time after the look, of which three quarters were over: 4 left where 9 to 31 were promised."""
    luck = np.random.default_rng(3)
    inside, rest = [], []
    for _ in range(8):
        _, _, promise, own = running(alike, luck)
        low, high = promise.leavers.low, promise.leavers.high
        leave = (luck.random((200, len(own))) < own).sum(axis=1)
        inside.append(((leave >= low) & (leave <= high)).mean())
        rest.append((luck.random(len(own)) < 1 - (1 - own) ** (1 - OVER)).sum() >= low)
    assert np.mean(inside) >= 0.9
    # What is left of the time after the look would be another promise.
    assert np.mean(rest) <= 0.5


def test_who_has_stayed_for_a_part_of_the_time_is_safer_by_a_part():
    assert safer_after(1.0) == SAFER
    assert safer_after(0.0).low == 1
    luck = np.random.default_rng(4)
    own = frail(np.full(400_000, 0.1), 0.5, luck)
    here = luck.random(len(own)) < (1 - own) ** OVER
    assert own[here].mean() / own.mean() == pytest.approx(safer_after(OVER).low, rel=0.02)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_time_is_said_wherever_the_number_stands(lang):
    held, _, promise, _ = running(0.2, np.random.default_rng(5))
    evidence, time = (
        promise.evidence,
        {"en": "within 1 month from 23 November 2026 on", "ja": "2026年11月23日から1か月の間に"},
    )
    line = next(each for each in promise.lines if each.name == "leavers")
    assert time[lang] in getattr(line.what, lang)
    assert {"en": "lowered, see below", "ja": "理由は下に"}[lang] in getattr(line.rests_on, lang)
    why = getattr(evidence.fewer, lang)
    assert {"en": "1 month from that day on", "ja": "2026年11月23日から1か月の間"}[lang] in why
    assert {"en": "between 57 of 100", "ja": "57%から全部まで"}[lang] in why
    one = replace(found(), promise=promise)
    assert time[lang] in getattr(would_leave(one), lang)
    # Beside each customer stands the lowered number, too.
    assert shown(one).cut == evidence.cut == safer_after(OVER)
    assert evidence.hits.share < held.of_winner.precision.value


def test_where_it_is_known_of_some_only_that_they_stayed_nothing_is_taken_off():
    held, _, promise, _ = running(0.2, np.random.default_rng(6), blanks=800)
    assert promise.evidence.time is None
    assert promise.evidence.cut is None
    assert promise.evidence.hits.count == held.of_winner.hits

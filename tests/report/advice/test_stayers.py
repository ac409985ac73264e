"""Who has stayed is safer than his score: worlds in which each customer keeps a risk of his own, and what is promised there."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from report.by_hand import Points, contest, customers, parts, read, request
from report.frail import frail, held

from mlcurric.report.advice.counted import counted
from mlcurric.report.advice.followed import STAYERS_ALIKE, among_stayers, followed
from mlcurric.report.advice.listing import make_list
from mlcurric.report.advice.promise import make_promise
from mlcurric.report.advice.stayers import SAFER, SAFER_AGAIN, by_their_scores, expected_of_each, stayed_on
from mlcurric.report.advice.words import read_words
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.split import split as cut
from mlcurric.report.remark import Remark
from mlcurric.subject.digits import so_many
from mlcurric.subject.expectation import Counted
from mlcurric.subject.ranges import Range
from mlcurric.text import T

ALL_OF_IT = Range(1.0, 1.0)


def safer_today(lower: float, seed: int):
    """Customers of one law, of whom the last 1,500, whose outcome is open, lie lower by so many standard deviations.

    Returns:
        They, the split, a contest that the model has won, and the true risks.
    """
    luck = np.random.default_rng(seed)
    x, y = luck.normal(size=(2, 6_000))
    x[4_500:] -= lower
    risk = 1 / (1 + np.exp(1.5 - 1.2 * x - 0.8 * y))
    left = [bool(one) for one in luck.random(4_500) < risk[:4_500]] + [None] * 1_500
    people = customers({"x": read("x", x), "y": read("y", y)}, left)
    split = parts(range(3_000), range(3_000, 4_500), range(4_500, 6_000))
    table = learnable(people, ("x", "y"))
    model = Points(("x", "y")).fit(table.iloc[:3_000], np.array(left[:3_000], dtype=bool))
    happened = np.array(left[3_000:4_500], dtype=bool)
    return people, split, contest(model, happened, model.risk(table.iloc[3_000:4_500]), 150), risk


def test_where_nobody_is_frail_those_still_here_leave_as_those_with_the_same_scores_did():
    """Who left is gone, so that the first of those who are still here are less at risk than the first of all were."""
    luck = np.random.default_rng(12)
    off = []
    for _ in range(12):
        risk = luck.beta(1, 4, 6_000)
        left = luck.random(6_000) < risk
        judge, rest = slice(0, 2_000), slice(2_000, 6_000)
        here = np.sort(risk[rest][~left[rest]])[::-1]
        on_list, leavers = by_their_scores(
            risk[judge], left[judge], here[:400], here, round(2_000 * 400 / len(here)), ALL_OF_IT
        )
        top = np.sort(risk[judge])[::-1][: round(2_000 * 400 / len(here))].mean()
        truth = here[:400].mean()
        assert top > truth + 0.05
        off.append((on_list.share - truth) / np.sqrt(on_list.share * (1 - on_list.share) / on_list.of))
        assert leavers == pytest.approx(here.sum(), rel=0.15)
    # As sure as it says: the error is of the size that a count of so many has.
    assert abs(np.mean(off)) < 0.5
    assert 0.6 < np.std(off) < 1.5


@pytest.mark.parametrize("lower", [-1.0, 0.0, 0.5, 1.0])
def test_of_customers_whose_outcome_is_open_as_many_are_expected_as_left_of_such(lower):
    """By the list that was tried 66 of 100 were expected, where 31 left: those to be listed were simply safer."""
    off, others = [], 0
    for seed in range(8):
        people, split, held, risk = safer_today(lower, seed)
        made = make_list(people, split, held, ("x", "y"), read_words(people, ("x", "y")), 150)
        found = counted(people, split, held, made)
        truth = np.mean([risk[row.row] for row in made.rows])
        off.append(found.hits.share - truth)
        others += found.are_others
        if found.are_others:
            assert (found.hits.share < held.of_winner.precision.value) is (lower > 0)
            said = "試したときの上位ほど解約しそうな人が多くありません" if lower > 0 else "それより多く見込んでいます"
            assert said in found.fewer.ja
            assert "as likely to leave as these" in found.rests_on.en
        else:
            assert found.hits == Counted(held.of_winner.hits, held.of_winner.listed)
        of_all = risk[split.today]
        assert found.missed.share == pytest.approx(1 - 150 * truth / of_all.sum(), abs=0.12)
    # Where more look likely to leave, a little less than all of it is promised: their scores and the curve both have to say so.
    assert (-0.06 if lower < 0 else -0.03) < np.mean(off) < 0.03
    assert others <= 1 if not lower else others >= 6


@pytest.mark.parametrize("alike", [0, 0.2, 0.5])
def test_the_range_holds_however_much_safer_the_stayers_are(alike):
    assert held(alike) >= 0.9


def test_without_it_the_range_does_not_hold():
    assert held(0, ALL_OF_IT) >= 0.9
    assert held(0.35, ALL_OF_IT) < 0.6


@pytest.mark.parametrize("base", [0.004, 0.03, 0.2])
@pytest.mark.parametrize("tried", [30, 300])
def test_of_stayers_never_more_are_expected_than_left_on_the_list_on_which_it_was_tried(base, tried):
    """At the end of the order the curve followed luck upwards: 6 of 100 were promised where 3 of 100 had left."""
    luck = np.random.default_rng(3)
    for _ in range(8):
        risk = np.clip(base * luck.gamma(0.5, 2, 6_000), 0, 0.9)
        left = luck.random(6_000) < risk
        judge, here = slice(0, 2_000), np.sort(risk[2_000:][~left[2_000:]])[::-1]
        hits, _ = by_their_scores(risk[judge], left[judge], here[:60], here, tried, SAFER)
        came = left[judge][np.argsort(-risk[judge], kind="stable")[:tried]].mean()
        assert hits.share <= came + 1e-9
        assert hits.count > 0 or came < 1 / tried + 1e-9


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2, 0.3])
def test_what_is_expected_of_each_comes_to_what_is_expected_of_the_list(share):
    risks = np.linspace(0.05, 0.35, 200)
    each = expected_of_each(risks, share)
    assert each.mean() == pytest.approx(share, rel=0.01)
    assert (np.diff(each) > 0).all()
    assert ((each < risks) == (share < 0.2)).all() or share == 0.2
    if 0.1 <= share <= 0.2:
        assert ((each >= risks / 2 - 1e-9) & (each <= risks + 1e-9)).all()


def test_a_share_is_kept_when_it_becomes_a_count_of_whole_customers():
    luck = np.random.default_rng(4)
    for _ in range(300):
        hits = Counted(int(luck.integers(1, 60)), int(luck.integers(60, 3_000)))
        expected = hits.share * SAFER_AGAIN.middle
        assert stayed_on(hits).share == pytest.approx(expected, rel=0.02)
        assert SAFER_AGAIN.low * hits.share <= stayed_on(hits).share <= hits.share


def panel(luck: np.random.Generator, people: int = 4_000, looks: int = 4):
    """Customers looked at again and again until they leave, each with a column and a risk of his own around what it says."""
    score = 1 / (1 + np.exp(2.0 - 1.0 * (shown := luck.normal(size=people))))
    own, here, rows = frail(score, 0.35, luck), np.ones(people, dtype=bool), []
    for look in range(looks):
        left = luck.random(people) < own
        who = np.flatnonzero(here)
        day = pd.Timestamp("2026-01-31") + pd.DateOffset(months=3 * look)
        rows.append(pd.DataFrame({"who": who, "shown": shown[who], "left": left[who], "day": day}))
        here &= ~left
    table = pd.concat(rows, ignore_index=True)
    made = customers(
        {"shown": read("shown", table["shown"])},
        table["left"].tolist(),
        ids=table["who"].astype(str).astype(object),
        observed=table["day"],
    )
    return made, own


def promised(made, column="shown"):
    split = cut(made)
    left = made.left.to_numpy(dtype=bool)
    table = learnable(made)
    model = Points((column,)).fit(table.iloc[split.learn], left[split.learn])
    found = contest(model, left[split.judge], model.risk(table.iloc[split.judge]), round(len(split.judge) / 10))
    size = round(len(split.today) / 10)
    at_risk = make_list(made, split, found, [column], read_words(made, [column]), size)
    return split, found, at_risk, make_promise(request(size), made, split, found, at_risk)


def test_where_customers_are_followed_stayers_are_judged_by_what_stayers_did_next():
    luck = np.random.default_rng(8)
    ratios, inside, naive = [], [], []
    for _ in range(6):
        made, own = panel(luck)
        split, _, at_risk, promise = promised(made)
        assert split.listed_kind == "still here"
        truth = sum(own[int(row.id)] for row in at_risk.rows)
        ratios.append(promise.evidence.hits.share * promise.list_size / truth)
        naive.append(sum(row.risk for row in at_risk.rows) / truth)
        inside.append(promise.leavers.low <= truth <= promise.leavers.high)
    assert np.mean(ratios) == pytest.approx(1.05, abs=0.2)
    assert np.mean(naive) > np.mean(ratios) + 0.2
    assert np.mean(inside) >= 5 / 6
    assert "次の時点までに" in promise.evidence.rests_on.ja
    assert "集計期間を解約せずに過ごした人" in promise.evidence.fewer.ja


def test_where_nobody_is_seen_twice_it_says_what_is_needed_for_a_count():
    made, _ = panel(np.random.default_rng(9), looks=1)
    split, found, _, promise = promised(made)
    assert followed(made, split, found, 0.1) is None
    assert "a blank outcome" in promise.evidence.fewer.en
    assert "いまの顧客" in promise.evidence.fewer.ja
    assert "50%から全部まで" in promise.evidence.fewer.ja


def test_why_fewer_of_a_list_leave_comes_to_the_number_that_is_promised():
    """Where the first of those still here stand lower than the first of all, that is said as well, with a number."""
    made, _ = panel(np.random.default_rng(9), looks=1)
    _, found, _, promise = promised(made)
    share, tried = promise.evidence.hits.share, found.of_winner.precision.value
    assert share / SAFER.middle < tried - 0.02, "the assumption alone does not explain it"
    assert (
        f"the first in the same order come to about {100 * share / SAFER.middle:.0f} of 100"
        in promise.evidence.fewer.en
    )
    assert f"100人中約{100 * share / SAFER.middle:.0f}人にとどまります" in promise.evidence.fewer.ja
    assert "knows the answer" not in promise.evidence.fewer.en


def test_the_list_of_an_earlier_day_is_scored_by_nothing_that_has_learned_from_its_customers():
    made, _ = panel(np.random.default_rng(10))
    split, found, *_ = promised(made)
    after = followed(made, split, found, 0.1)
    assert after.total <= len(split.judge)
    assert 0 < after.hits <= after.listed


def test_where_nothing_tells_anybody_on_the_list_from_the_others_each_is_expected_to_leave_as_the_list_does():
    assert expected_of_each(np.zeros(3), 0.2).tolist() == [0.2] * 3


def newcomers(luck: np.random.Generator, later: float, people: int = 3_000, months: int = 6):
    """Customers who join month by month: one half leaves often in the first month, and afterwards ``later`` times as often."""
    risky, joined = np.arange(people) % 2 == 0, luck.integers(-2, months, people)
    here, rows = np.ones(people, dtype=bool), []
    for month in range(-2, months):
        who = np.flatnonzero(here & (joined <= month))
        risk = np.where(joined[who] == month, np.where(risky[who], 0.6, 0.05), np.where(risky[who], 0.06 * later, 0.06))
        left = luck.random(len(who)) < risk
        day = pd.Timestamp("2026-03-01") + pd.DateOffset(months=month)
        rows.append(pd.DataFrame({"who": who, "risky": risky[who].astype(float), "left": left, "day": day}))
        here[who[left]] = False
    table = pd.concat(rows, ignore_index=True)
    ids = table["who"].astype(str).astype(object)
    return customers({"risky": read("risky", table["risky"])}, table["left"].tolist(), ids=ids, observed=table["day"])


@pytest.mark.parametrize(("later", "winner"), [(1, "nobody"), (4, "model")])
def test_an_order_that_tells_nothing_among_those_who_have_stayed_makes_no_list_of_them(later, winner):
    """3 customers “at higher risk than the rest”, of whom fewer were to leave than of a random pick."""
    made = newcomers(np.random.default_rng(5), later)
    split, found, *_ = promised(made, "risky")
    assert split.listed_kind == "still here"
    happened, risk = found.happened, found.model_risk
    assert happened[risk > risk.mean()].mean() > 2 * happened[risk < risk.mean()].mean()
    won = Remark("only-the-model", T("The model won.", "モデルが勝った。"))
    held = among_stayers(made, split, replace(found, remarks=(won,)), 100)
    assert (held.winner, [each.id for each in held.remarks]) == (
        (winner, ["only-the-model"]) if winner == "model" else ("nobody", [STAYERS_ALIKE])
    )
    if winner == "nobody":
        after = followed(made, split, found, 100 / len(split.today))
        says = held.remarks[0].says
        assert f"{so_many(after.base_rate.value, found.said_of)} of {found.said_of} of all" in says.en
        assert f"全員では100人中{so_many(after.base_rate.value)}人" in says.ja
        at_risk = make_list(made, split, held, ["risky"], read_words(made, ["risky"]), 100)
        assert at_risk.rows == ()
        assert "among those who have stayed already" in at_risk.says.en
        assert "解約せずに過ごした人の中では" in at_risk.says.ja

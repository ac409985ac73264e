"""How many to leave alone by lot: what each choice finds, against trials that are drawn; the questions, from this table."""

import re
from dataclasses import dataclass, replace

import numpy as np
import pytest
from report.by_hand import customers, read
from scipy.stats import norm

from mlcurric.report.advice.counted import Evidence
from mlcurric.report.advice.experiment import SHARES, by_luck, plan_experiment
from mlcurric.report.advice.listing import AtRisk, Listed
from mlcurric.report.advice.promise import Promise
from mlcurric.report.advice.words import Words
from mlcurric.report.contest.leaks import Suspect
from mlcurric.subject.expectation import Counted, Decision
from mlcurric.subject.explain.reasons import Reason, ReasonCodes
from mlcurric.subject.money import Offer
from mlcurric.subject.ranges import Range
from mlcurric.text import LANGUAGES, T

SAID = T("said", "言った")
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
PROMISE = Promise(
    list_size=1_000,
    evidence=Evidence(Counted(300, 1_000), Counted(50, 100), 100.0, SAID, SAID),
    leavers=Range(260, 340),
    assumed=Range(0.1, 0.5),
    kept=Range(30.0, 150.0),
    break_even=0.2,
    profit=Range(-1_000.0, 9_000.0),
    offer=Offer(1, 2),
    currency="$",
    decision=Decision.SMALL_ROUND,
    says=SAID,
    when=SAID,
)


@dataclass(frozen=True)
class Told:
    """What the list says of one customer: columns with their points, and whether they can be acted on."""

    reasons: tuple[tuple[str, int, bool | None], ...]

    def listed(self, place: int) -> Listed:
        reasons = tuple(
            Reason(column, points, T(column, column), SAID, SAID, can_act) for column, points, can_act in self.reasons
        )
        return Listed(place, place, place, f"C{place}", 0.3, ReasonCodes(reasons, 0, 0, 0.3, 0.3))


ROWS = [
    *[Told((("open_tickets", 9, True), ("tenure", 3, False)))] * 60,
    *[Told((("tenure", 7, False), ("last_login", 4, None), ("open_tickets", -2, True)))] * 30,
    *[Told((("tenure", -7, False),))] * 10,
]


def at_risk(rows=ROWS) -> AtRisk:
    listed = tuple(row.listed(place) for place, row in enumerate(rows, 1))
    return AtRisk(listed, 1_000, SAID, np.empty(0), Words({}, {}))


def people(*names, **more):
    columns = {name: read(name, np.arange(4.0)) for name in names or ("open_tickets",)}
    return customers(columns, [True, False] * 2, **more)


def plan(promise=PROMISE, listed=None, suspects=(), found=None):
    return plan_experiment(promise, listed or at_risk(), found or people(), suspects)


@pytest.mark.parametrize("place", range(3))
def test_each_choice_finds_what_it_says_in_4_of_5_trials(place):
    choice = plan().choices[place]
    assert choice.alone + choice.contacted == 1_000
    assert choice.alone == SHARES[place] * 1_000
    luck = np.random.default_rng(place)
    alone = luck.binomial(choice.alone, 0.3, 40_000) / choice.alone
    called = luck.binomial(choice.contacted, 0.3 * (1 - choice.visible), 40_000) / choice.contacted
    pooled = (choice.alone * alone + choice.contacted * called) / 1_000
    error = np.sqrt(pooled * (1 - pooled) * (1 / choice.alone + 1 / choice.contacted))
    assert (alone - called > norm.ppf(0.975) * error).mean() == pytest.approx(0.8, abs=0.025)


def test_two_alike_groups_lie_further_apart_than_luck_in_1_of_20_rounds():
    luck = np.random.default_rng(5)
    apart = np.abs(luck.binomial(250, 0.3, 100_000) / 250 - luck.binomial(750, 0.3, 100_000) / 750)
    assert (apart > by_luck(0.3, 250, 750)).mean() == pytest.approx(0.05, abs=0.005)


def test_leaving_some_alone_costs_their_share_of_what_is_promised():
    tenth, quarter, half = plan().choices
    assert (tenth.not_kept, half.not_kept) == (Range(3.0, 15.0), Range(15.0, 75.0))
    assert quarter.forgone == Range(-250.0, 2_250.0)
    assert "15 to 75" in half.costs.en
    saving = plan(replace(PROMISE, profit=Range(-9_000.0, -1_000.0))).choices[2].costs
    assert "$500 to $4,500 saved" in saving.en
    assert "--save-rate" in plan(replace(PROMISE, assumed=None, kept=None, profit=None)).choices[0].costs.ja


def test_the_smallest_group_that_finds_what_is_assumed_is_recommended():
    visible = [choice.visible for choice in plan().choices]
    assert visible == sorted(visible, reverse=True)
    for middle, place in ((visible[0] + 0.01, 0), (visible[1] + 0.01, 1), (visible[2] + 0.01, 2), (0.02, 2)):
        made = plan(replace(PROMISE, assumed=Range(middle, middle)))
        assert made.recommended == place
        assert ("add up" in made.says.en) == (middle == 0.02)
        assert f"{made.choices[place].alone:,}" in made.says.ja


def test_lists_to_add_up_are_as_many_as_the_comparison_needs():
    made = plan(replace(PROMISE, assumed=Range(0.1, 0.1)))
    lists = int(re.search(r"add up (\d+) lists", made.says.en)[1])

    def found(arm):
        spread = np.sqrt(2 * 0.285 * 0.715 / arm)
        return norm.sf((norm.ppf(0.975) * spread - 0.03) / np.sqrt((0.3 * 0.7 + 0.27 * 0.73) / arm))

    assert found(lists * 500) >= 0.8 > found((lists - 1) * 500)


def test_without_an_assumption_the_round_looks_for_what_pays():
    bare = replace(PROMISE, assumed=None, kept=None, profit=None)
    assert plan(bare).recommended == next(
        (place for place, each in enumerate(plan(bare).choices) if each.visible <= 0.2), 2
    )
    nothing = plan(replace(bare, break_even=None))
    assert nothing.recommended == 2
    assert "luck alone" in nothing.compare.en


def test_the_comparison_names_what_pays_and_what_luck_does():
    far = plan(replace(PROMISE, break_even=0.5)).compare.en
    assert "at least 15 fewer of 100" in far
    near = plan(replace(PROMISE, break_even=0.05)).compare
    assert "stop below 1.5" in near.en
    assert "1.5人未満なら中止" in near.ja


def test_on_a_short_list_or_none_no_groups_are_made_up():
    short = plan(replace(PROMISE, list_size=12))
    assert (short.choices, short.recommended, short.compare) == ((), None, None)
    assert "several lists" in short.says.en
    rare = plan(replace(PROMISE, list_size=60, evidence=replace(PROMISE.evidence, hits=Counted(1, 200))))
    assert rare.recommended is None
    assert [each.visible for each in rare.choices] == [None] * 3
    small = plan(replace(PROMISE, list_size=60))
    assert [each.visible is None for each in small.choices] == [True, True, False]
    none = plan(replace(PROMISE, list_size=0, evidence=None), at_risk([]))
    assert (none.choices, none.recommended) == ((), None)
    assert none.questions


def test_the_questions_come_from_this_table():
    suspects = [Suspect("handling", "ask", SAID, SAID), Suspect("reason", "answer", SAID, SAID)]
    found = people("open_tickets", "coupon_sent", aside={"架電メモ": SAID})
    questions = plan(suspects=suspects, found=found).questions
    assert len(questions) == 5
    answers, contacts, top, nothing, waking = (each.en for each in questions)
    assert "“handling”" in answers
    assert "“reason”" not in answers
    assert "“coupon_sent”, “架電メモ”" in contacts
    assert "60 of 100" in top
    assert "“open_tickets”" in top
    assert "40 of 100" in nothing
    assert "30 of 100" in waking
    assert "“last_login”" in waking
    assert "coupon" not in plan().questions[0].en


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_said_in_both_languages(lang):
    for decision in Decision:
        made = plan(replace(PROMISE, decision=decision))
        told = [made.says, made.why, made.compare, *made.questions]
        told += [part for each in made.choices for part in (each.sees, each.costs)]
        for each in told:
            text = getattr(each, lang)
            assert "{" not in text
            assert bool(JAPANESE.search(text)) == (lang == "ja")

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
from mlcurric.report.advice.lot import FIRST_OF_ALIKE, LEFT_ALONE, lots
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
    *[Told((("open_tickets", 9, True), ("tenure", 3, False)))] * 600,
    *[Told((("tenure", 7, False), ("last_login", 4, None), ("open_tickets", -2, True)))] * 300,
    *[Told((("tenure", -7, False),))] * 100,
]


def at_risk(rows=ROWS) -> AtRisk:
    listed = tuple(row.listed(place) for place, row in enumerate(rows, 1))
    return AtRisk(listed, 1_000, SAID, np.empty(0), Words({}, {}))


def people(*names, **more):
    columns = {name: read(name, np.arange(4.0)) for name in names or ("open_tickets",)}
    return customers(columns, [True, False] * 2, **more)


def plan(promise=PROMISE, listed=None, suspects=(), found=None):
    listed = listed or at_risk(ROWS[: promise.list_size])
    return plan_experiment(promise, listed, found or people(), suspects)


@pytest.mark.parametrize("place", range(3))
def test_each_choice_finds_what_it_says_in_4_of_5_trials(place):
    choice = plan().choices[place]
    assert choice.alone + choice.contacted == 1_000
    assert choice.alone == pytest.approx(SHARES[place] * 1_000, abs=3 * np.sqrt(1_000 * 0.25))
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
    for choice in plan().choices:
        part = choice.alone / 1_000
        assert choice.not_kept == Range(30.0 * part, 150.0 * part)
        assert choice.forgone == Range(-1_000.0 * part, 9_000.0 * part)
        assert f"{30 * part:.0f} to {150 * part:.0f}" in choice.costs.en
    saving = plan(replace(PROMISE, profit=Range(-9_000.0, -1_000.0))).choices[2]
    assert re.search(r"\$\d+ to \$\d,\d+ saved", saving.costs.en)


def test_no_option_of_the_command_stands_in_what_a_reader_sees():
    bare = replace(PROMISE, assumed=None, kept=None, profit=None)
    made = plan(bare, suspects=[Suspect("handling", "ask", SAID, SAID)])
    told = [
        made.says,
        made.about_lot,
        *made.questions,
        *(part for each in made.choices for part in (each.sees, each.costs)),
    ]
    assert not [each for each in told if "--" in each.en + each.ja]
    # The two stand next to each other: each is a sentence, and neither takes back what the other says.
    for each in made.choices:
        assert each.sees.ja.endswith("。")
        assert each.costs.ja.endswith("。")
        assert "見込みがない" in each.costs.ja


def ids_left_alone(ids) -> set[str]:
    """Whom the lot leaves alone of a list of these customers."""
    rows = [replace(ROWS[0].listed(place), id=each) for place, each in enumerate(ids, 1)]
    made = plan(replace(PROMISE, list_size=len(rows), assumed=Range(0.02, 0.02)), replace(at_risk(), rows=tuple(rows)))
    assert made.recommended == 2
    assert made.chosen.alone == len(made.alone)
    return {rows[place - 1].id for place in made.alone}


def test_a_customer_keeps_his_side_whoever_else_is_on_the_list_and_in_whatever_order():
    ids = [f"{number:05d}" for number in range(1_000)]
    alone = ids_left_alone(ids)
    assert 440 < len(alone) < 560
    luck = np.random.default_rng(0)
    assert ids_left_alone(luck.permutation(ids).tolist()) == alone
    others = [f"N{number}" for number in range(100)]
    assert ids_left_alone([*others, *ids[:-100]]) & set(ids) == alone & set(ids[:-100])
    # Excel has had the table.
    assert ids_left_alone([f"{int(each)}" for each in ids]) == {f"{int(each)}" for each in alone}


def test_a_smaller_share_is_part_of_a_larger_one_and_knows_nothing_of_the_order():
    few, many = (plan(replace(PROMISE, assumed=Range(middle, middle))) for middle in (0.6, 0.02))
    assert few.recommended < many.recommended
    assert few.alone < many.alone
    assert len(few.alone) == few.chosen.alone
    ids = [f"C{number}" for number in range(20_000)]
    first, alone = lots(ids, FIRST_OF_ALIKE), lots(ids, LEFT_ALONE)
    assert abs(np.corrcoef(first, alone)[0, 1]) < 0.03
    assert [round(float((alone < share).mean()), 2) for share in SHARES] == pytest.approx(SHARES, abs=0.01)


def test_the_title_counts_both_sides():
    made = plan()
    assert f"{made.chosen.contacted:,} to contact now, {made.chosen.alone:,} left alone" in made.sides.en
    assert f"連絡する{made.chosen.contacted:,}人" in made.sides.ja
    assert f"{made.chosen.alone:,}人には連絡しません" in made.says.ja


def test_where_contacts_cannot_pay_no_round_is_proposed_and_no_lot_drawn():
    made = plan(replace(PROMISE, decision=Decision.NO_GO))
    assert (made.choices, made.recommended, made.compare, made.alone, made.sides) == ((), None, None, frozenset(), None)
    assert "no lot is drawn" in made.says.en
    assert "くじは引いていません" in made.says.ja


def test_the_smallest_group_that_finds_what_is_assumed_is_recommended():
    visible = [choice.visible for choice in plan().choices]
    assert visible == sorted(visible, reverse=True)
    for middle, place in ((visible[0] + 0.01, 0), (visible[1] + 0.01, 1), (visible[2] + 0.01, 2), (0.02, 2)):
        made = plan(replace(PROMISE, assumed=Range(middle, middle)))
        assert made.recommended == place
        assert ("add them up" in made.says.en) == (middle == 0.02)
        assert f"{made.choices[place].alone:,}" in made.says.ja


def test_lists_to_add_up_are_as_many_as_the_comparison_needs():
    made = plan(replace(PROMISE, assumed=Range(0.1, 0.1)))
    lists = int(re.search(r"for (\d+) lists", made.says.en)[1])

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
    assert "at least 150 fewer of 1,000" in far
    near = plan(replace(PROMISE, break_even=0.05)).compare
    assert "stop below 15," in near.en
    assert "15人未満なら中止" in near.ja


def test_on_a_short_list_or_none_no_groups_are_made_up():
    # Half is left alone all the same: a few such lists together tell something.
    short = plan(replace(PROMISE, list_size=12))
    assert (len(short.choices), short.recommended, short.compare) == (1, 0, None)
    assert short.chosen.visible is None
    assert len(short.alone) == short.chosen.alone == 12 - short.chosen.contacted
    assert "add them up" in short.says.en
    rare = plan(replace(PROMISE, list_size=60, evidence=replace(PROMISE.evidence, hits=Counted(1, 200))))
    assert rare.recommended == 2
    assert len(rare.alone) == rare.chosen.alone > 15
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
    assert "600 of 1,000" in top
    assert "“open_tickets”" in top
    assert "400 of 1,000" in nothing
    assert "300 of 1,000" in waking
    assert "“last_login”" in waking
    assert "coupon" not in plan().questions[0].en


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_said_in_both_languages(lang):
    for decision in Decision:
        made = plan(replace(PROMISE, decision=decision))
        told = [made.says, made.why, *filter(None, (made.compare, made.sides, made.about_lot)), *made.questions]
        told += [part for each in made.choices for part in (each.sees, each.costs)]
        for each in told:
            text = getattr(each, lang)
            assert "{" not in text
            assert bool(JAPANESE.search(text)) == (lang == "ja")

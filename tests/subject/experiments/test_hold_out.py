"""What a hold-out earns: exact against draws, and the pass mark in two hundred worlds."""

import numpy as np
import pytest

from mlcurric.question.plain import to_plain
from mlcurric.question.verdict import Status
from mlcurric.questions.lesson_2_4.hold_out import DISTINCTION, PASS, hold_out, judged
from mlcurric.subject import april_lists, draw_world
from mlcurric.subject.experiments.april import draw_lists, keyed_lists
from mlcurric.subject.experiments.hold_out import Belief, Lists
from mlcurric.subject.stakes import TooLittleAtStake


def simulated(lists: Lists, size: int, draws: int = 200_000) -> float:
    """The same money, lists drawn one by one."""
    random, total = np.random.default_rng(11), 0.0
    for each in lists.beliefs.values():
        alone = random.binomial(size, each.alone, draws) / size
        called = random.binomial(lists.list_size - size, each.called, draws) / (lists.list_size - size)
        goes = (alone - called >= lists.go_from - 1e-12).mean()
        total += each.chance * each.gain * (lists.list_size - size + lists.lists_after * lists.list_size * goes)
    return total


@pytest.mark.parametrize("size", [5, 60, 200, 450, 590])
def test_the_money_is_what_drawn_lists_earn(size):
    assert april_lists().money(size) == pytest.approx(simulated(april_lists(), size), rel=0.01)


def test_nobody_left_alone_and_nobody_called_need_no_count():
    lists = april_lists()
    everybody = 4 * 600 * sum(each.chance * each.gain for each in lists.beliefs.values())
    assert lists.money(0) == lists.money_unasked == pytest.approx(everybody)
    assert lists.money(600) == 0


def test_the_best_size_is_the_best_and_arrays_are_many_numbers():
    lists = april_lists()
    size, earned = lists.best
    assert earned == lists.money(size) >= lists.money(np.array([0, 10, 60, 200, 300, 450, 600])).max()
    assert lists.score(earned) == 1
    assert lists.score(lists.money(0)) == 0


def test_the_threshold_is_where_a_call_pays():
    # Where the straight line between both worlds crosses zero, rounded to whole customers of 100.
    work, harm = april_lists().beliefs.values()
    slope = (work.gain - harm.gain) / ((work.alone - work.called) - (harm.alone - harm.called))
    assert april_lists().go_from == pytest.approx((work.alone - work.called) - work.gain / slope, abs=0.006)


def test_lists_without_sense_are_refused():
    belief = Belief(0.5, 0.28, 0.19, 4_600)
    with pytest.raises(ValueError, match="add up to 1"):
        Lists({"one": belief}, 0.04)
    for wrong in (
        {"list_size": 1},
        {"list_size": 60.5},
        {"lists_after": -1},
        {"go_from": 4},
        {"go_from": float("nan")},
    ):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            Lists(**{"beliefs": {"one": belief, "two": belief}, "go_from": 0.04} | wrong)
    for size in (-1, 601, 60.5, float("nan"), "60", [60, 601]):
        with pytest.raises(ValueError, match="hold_out"):
            april_lists().money(size)
        with pytest.raises(ValueError, match="hold_out"):
            april_lists().chance_to_go(belief, size)


@pytest.mark.parametrize(
    "wrong", [{"chance": -0.5}, {"chance": float("nan")}, {"alone": 28}, {"called": None}, {"gain": float("inf")}]
)
def test_a_belief_without_sense_is_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Belief(**{"chance": 0.5, "alone": 0.28, "called": 0.19, "gain": 4_600} | wrong)


def test_a_world_with_too_little_at_stake_is_drawn_again(monkeypatch):
    first = keyed_lists(b"key", "2-4", 1)
    assert first == keyed_lists(b"key", "2-4", 1) != keyed_lists(b"key", "2-4", 2)
    monkeypatch.setattr("mlcurric.subject.experiments.april._LEAST_AT_STAKE", 10**9)
    with pytest.raises(TooLittleAtStake):
        draw_lists(draw_world(b"any"))


@pytest.mark.slow
def test_over_two_hundred_worlds_the_model_answer_passes_and_the_misconceptions_do_not():
    worlds = 200
    answers = {"model": 200, "none": 0, "all": 600, "gesture": 10, "nearly all": 590}
    passed = dict.fromkeys([*answers, "computed", "last names", "callers"], 0)
    distinctions = 0
    for attempt in range(worlds):
        lists = keyed_lists(b"a class", "2-4", attempt)
        decisions = {name: {"left_alone": size, "chosen_by": "a"} for name, size in answers.items()}
        decisions["computed"] = {"left_alone": lists.best[0], "chosen_by": "a"}
        decisions["last names"] = {"left_alone": 200, "chosen_by": "b"}
        decisions["callers"] = {"left_alone": 200, "chosen_by": "c"}
        for name, decision in decisions.items():
            passed[name] += judged(decision, lists).status is Status.PASSED
        distinctions += lists.score(lists.money(200)) >= DISTINCTION
    assert passed.pop("computed") == worlds
    assert passed.pop("model") >= 0.99 * worlds
    assert max(passed.values()) <= 0.01 * worlds, passed
    assert distinctions > worlds / 2


@pytest.mark.parametrize("size", [100, 200, 300, 450])
def test_what_is_told_fits_the_money(size):
    verdict = hold_out.check(to_plain({"left_alone": float(size), "chosen_by": "a"}))
    assert (verdict.status is Status.PASSED) == (april_lists().score(april_lists().money(size)) >= PASS)


def test_without_a_lot_people_go_on_calling_whatever_comes_out():
    lists = april_lists()
    verdict = judged({"left_alone": 200, "chosen_by": "b"}, lists)
    assert verdict.misconception == "last_names"
    assert verdict.share == 0

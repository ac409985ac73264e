"""mlcurric.subject.poc: a plan is carried out on customers whose truth is known, and that agrees with what can be reckoned."""

from dataclasses import fields, replace

import numpy as np
import pytest
from scipy.special import expit

from mlcurric.subject import PocPlan, chance_to_reach, load_osaka, october_round, rehearse_osaka, rehearse_plan
from mlcurric.subject.money import OFFER
from mlcurric.subject.poc.colleagues import SOUND
from mlcurric.subject.poc.counting import Counts, figure_of
from mlcurric.subject.poc.ground import HARMS, NOTHING, OCTOBER, WORKS, WORLDS, osaka_ground
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, speaking

GROUND = osaka_ground()


def once(**changed) -> PocPlan:
    """The sound plan without a second round: nothing lies between its thresholds."""
    plan = replace(SOUND, **changed)
    return replace(plan, stop_below=plan.go_from)


@pytest.mark.parametrize("fewer", [5, 2, 0, -5])
def test_calls_do_on_average_what_the_world_says(fewer: float):
    alone, called = GROUND.log_odds(2_000), GROUND.log_odds_if_called(2_000, fewer)
    assert 100 * (expit(alone).mean() - expit(called).mean()) == pytest.approx(fewer, abs=0.01)
    # Not to everybody the same: some are helped, some are driven away.
    assert (called > alone + 0.01).any()
    assert fewer < 0 or (called < alone - 0.01).any()


def test_what_no_call_can_reach_is_reached_as_far_as_can_be():
    kept = 100 * (expit(GROUND.log_odds(500)) - expit(GROUND.log_odds_if_called(500, 60))).mean()
    assert 0 < kept < 100 * expit(GROUND.log_odds(500)).mean()


@pytest.mark.parametrize("size", [600, 2_400])
@pytest.mark.parametrize("hold_out", [20, 50])
@pytest.mark.parametrize("world", WORLDS)
def test_one_round_says_go_as_often_as_two_binomials_do(size: int, hold_out: float, world: str):
    plan = once(customers=size, hold_out_of_100=hold_out, weeks=60)
    alone = float(expit(GROUND.log_odds(size)).mean())
    called = alone - WORLDS[world] * plan.smallest_effect / 100
    exact = chance_to_reach(plan.go_from / 100, alone, plan.left_alone, called, plan.calls)
    # 500 runs have a standard error of 0.02; customers who differ spread a little less than binomials, quarters a little more.
    assert rehearse_osaka(plan).go[world] == pytest.approx(exact, abs=0.06)


def test_what_is_counted_lies_around_what_calls_do():
    found = rehearse_osaka(SOUND)
    for world, times in WORLDS.items():
        assert found.worlds[world].first.mean() == pytest.approx(5 * times, abs=0.3)


def test_the_money_is_that_of_the_calls():
    found = rehearse_osaka(once())
    calls, leave = SOUND.calls, expit(GROUND.log_odds(SOUND.customers)).mean()
    for world, times in WORLDS.items():
        stayed = 1 - (leave - times * 0.05)
        assert found.worlds[world].paid.mean() == pytest.approx(
            calls * (OFFER.contact + OFFER.incentive * stayed), rel=0.02
        )
    assert abs(found.worlds[NOTHING].kept.mean()) < 0.1 * found.worlds[WORKS].kept.mean()
    assert found.worlds[HARMS].kept.mean() < 0


def test_an_extension_asks_once_more_and_costs_once_more():
    found, without = rehearse_osaka(SOUND), rehearse_osaka(once())
    runs = found.worlds[WORKS]
    between = (runs.first >= SOUND.stop_below) & (runs.first < SOUND.go_from)
    assert np.array_equal(runs.extended, between)
    assert runs.go[runs.first >= SOUND.go_from].all()
    assert not runs.go[runs.first < SOUND.stop_below].any()
    assert runs.paid[between].mean() == pytest.approx(2 * runs.paid[~between].mean(), rel=0.05)
    assert found.go[WORKS] > without.go[WORKS]


def test_a_count_exactly_on_a_threshold_reaches_it():
    # 36 fewer of 1,200 are 3 of 100, whatever the binary digits of 23.5 − 20.5 are.
    alone = np.arange(100, 1_200)
    shape = np.zeros(len(alone))
    counts = Counts(
        **dict.fromkeys((one.name for one in fields(Counts)), shape)
        | {"left_alone": alone, "left_called": alone - 36, "called": shape + 1_200, "alone": shape + 1_200}
    )
    assert (figure_of(SOUND, counts) == 3).all()
    runs = rehearse_osaka(SOUND).worlds[WORKS]
    near = np.abs(runs.first - SOUND.go_from) < 1e-6
    assert near.any()
    assert runs.go[near].all()
    assert not runs.extended[near].any()


def test_the_same_plan_comes_out_the_same_and_more_runs_agree():
    assert rehearse_osaka(SOUND).go == rehearse_osaka(SOUND).go
    many = rehearse_plan(SOUND, GROUND, runs=2_000)
    assert all(abs(many.go[world] - rehearse_osaka(SOUND).go[world]) < 0.04 for world in WORLDS)


@pytest.mark.parametrize(
    "changed",
    [
        {"metric": "accuracy"},
        {"metric": "hits"},
        {"metric": "say_so"},
        {"baseline": "off_list"},
        {"left_alone_by": "callers"},
    ],
    ids=str,
)
def test_a_plan_that_counts_the_wrong_thing_does_not_separate_the_worlds(changed):
    found = rehearse_osaka(replace(SOUND, **changed))
    assert not found.can_tell
    assert abs(found.go[WORKS] - found.go[NOTHING]) < 0.1


@pytest.mark.parametrize("baseline", ["promise", "elsewhere"])
def test_with_nobody_left_alone_luck_and_wrong_models_look_like_an_effect(baseline: str):
    called = replace(SOUND, left_alone_by="nobody", hold_out_of_100=0, customers=1_200, baseline=baseline)
    found = rehearse_osaka(called)
    low, high = found.typical(NOTHING, "first")[1:]
    # As wide as the quarters differ, whatever the number of customers.
    assert high - low > 8
    assert not found.can_tell


def test_parted_by_the_score_the_groups_differ_before_anybody_calls():
    found = rehearse_osaka(replace(SOUND, left_alone_by="score"))
    assert abs(found.worlds[NOTHING].first.mean()) > 2
    assert not found.can_tell


def test_looking_every_monday_finds_what_is_not_there_and_says_so_early():
    found, plain = rehearse_osaka(replace(SOUND, decides="peeking")), rehearse_osaka(SOUND)
    early = found.worlds[NOTHING].early
    assert early.mean() > 0.08
    assert found.go[NOTHING] > plain.go[NOTHING] + 0.08
    assert not plain.worlds[NOTHING].early.any()


def test_choosing_the_best_group_afterwards_finds_something_nearly_always():
    assert rehearse_osaka(replace(SOUND, decides="afterwards")).go[NOTHING] > 0.4


def test_who_is_called_in_spite_of_the_lot_thins_the_difference():
    found = rehearse_osaka(replace(SOUND, people_do="reach_over"))
    assert 0 < found.worlds[WORKS].first.mean() < 4


def test_counted_too_early_a_part_is_missing():
    found = rehearse_osaka(replace(SOUND, weeks=14))
    assert 0.3 < found.worlds[WORKS].first.mean() / 5 < 0.8


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"decides": "毎週"}, "decides"),
        ({"decides": "c"}, "decides"),
        ({"metric": None}, "metric"),
        ({"customers": 0}, "customers"),
        ({"customers": -5}, "customers"),
        ({"customers": "たくさん"}, "customers"),
        ({"customers": 1200.5}, "customers"),
        ({"customers": 30_001}, "customers"),
        ({"customers": 10**400}, "customers"),
        ({"customers": float("nan")}, "customers"),
        ({"weeks": "17週"}, "weeks"),
        ({"weeks": 0}, "weeks"),
        ({"weeks": ...}, "weeks"),
        ({"hold_out_of_100": 100}, "hold_out_of_100"),
        ({"hold_out_of_100": 90, "customers": 2}, "hold_out_of_100"),
        ({"go_from": 1, "stop_below": 3}, "stop_below"),
        ({"starts_on": "2027-02-01"}, "starts_on"),
        ({"signed": {"account_manager": "sato"}}, "signed"),
    ],
    ids=str,
)
def test_what_cannot_be_carried_out_names_its_line_and_the_way_out(changed, line):
    with pytest.raises(Slip) as error:
        rehearse_osaka(replace(SOUND, **changed))
    for lang in LANGUAGES:
        with speaking(lang):
            assert line in str(error.value)
    assert len(error.value.says) > 1


def test_the_october_round_that_others_may_be_compared_with_is_that_of_2_4():
    left_alone = october_round().query("not drawn")
    assert pytest.approx(100 * left_alone["left_in_week"].notna().mean()) == OCTOBER


def test_customers_of_ones_own_leave_as_often_as_they_are_said_to_and_are_worth_as_much():
    own = GROUND.moved_to(12, 800).worth(90, 800)
    assert 100 * own.risk[:800].mean() == pytest.approx(12, abs=0.01)
    assert own.customers["value"][:800].mean() == pytest.approx(90)
    # Who is not on the list stays, and leaves less often.
    assert len(own) == len(GROUND)
    assert own.risk[800:].mean() < 0.12
    with pytest.raises(ValueError, match="more than 0"):
        own.moved_to(0, 800)


def test_the_table_of_osaka_tells_nothing_of_the_list_or_the_truth():
    table = load_osaka()
    assert table["customer"].is_monotonic_increasing
    assert {"churned", "called"}.isdisjoint(table.columns)
    assert len(table) == len(GROUND)

"""Runbooks are worth what an exact reckoning says, and in nearly any world the thoughtful one passes and the hasty do not."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from mlcurric.subject import DISTINCTION, PASS
from mlcurric.subject.operations.rehearsal import (
    TooLittleAtStake,
    TrueList,
    _goes_on,
    draw_rehearsal,
    keyed_rehearsal,
    practice_rehearsal,
)
from mlcurric.subject.operations.runbook import GO_ON, SIMPLE, STOP, Runbook, candidates
from mlcurric.subject.operations.scorers import monthly_list, recalibrated
from mlcurric.subject.simulation.months import labelled

MODEL = Runbook(psi_above=0.25, ask_first=True, on_change="trial", called_of_100=30, after="compare by lot")
WRONG = {
    "do nothing": GO_ON,
    "switch off": STOP,
    "deaf": replace(MODEL, psi_above=2.5),
    "go on blindly": replace(MODEL, on_change="go on", after="full list"),
    "recalibrate at once": replace(MODEL, on_change="recalibrate", after="full list"),
    "retrain at once": replace(MODEL, on_change="retrain", after="full list"),
    "roll back": replace(MODEL, on_change="roll back", after="full list"),
    "against the promise": replace(MODEL, after="compare with promise"),
    "nobody called": replace(MODEL, called_of_100=0),
    "nobody left alone": replace(MODEL, called_of_100=100),
    "not looked at": replace(MODEL, after="full list"),
    "stops anyway": replace(MODEL, after="stop"),
    "every alarm is real": replace(MODEL, psi_above=0.01, ask_first=False),
}
LIST = TrueList(gain=1_000_000, size=200, left_alone=0.4, called=0.5, promised=0.13)


def scores(rehearsal) -> dict[str, float]:
    return {name: rehearsal.score(rehearsal.profit(one)) for name, one in WRONG.items()}


def test_on_the_practice_world_the_model_answer_passes_with_distinction_and_no_misconception_passes():
    rehearsal = practice_rehearsal()
    assert rehearsal.score(rehearsal.profit(MODEL)) >= DISTINCTION
    assert max(scores(rehearsal).values()) < PASS


@pytest.mark.slow
def test_over_a_hundred_worlds_the_model_answer_passes_and_the_misconceptions_do_not():
    worlds = 100
    passed = dict.fromkeys(["model answer", *WRONG], 0)
    for attempt in range(worlds):
        rehearsal = keyed_rehearsal(b"a class", "2-6", attempt)
        passed["model answer"] += rehearsal.score(rehearsal.profit(MODEL)) >= PASS
        for name, score in scores(rehearsal).items():
            passed[name] += score >= PASS
    assert passed.pop("model answer") >= 0.99 * worlds
    assert max(passed.values()) <= 0.01 * worlds, passed


def test_where_the_alarm_never_rings_the_profit_is_that_of_the_lists():
    rehearsal = practice_rehearsal()
    by_hand = np.mean(
        [sum(0.9 * year.listed("model", number).gain for number in range(1, 13)) for year in rehearsal._years]
    )
    assert rehearsal.profit(GO_ON) == pytest.approx(by_hand)
    stopped = np.mean(
        [sum(0.9 * year.listed("model", n).gain for n in range(1, rehearsal.shock)) for year in rehearsal._years]
    )
    # The price rise is asked about; whoever has stopped for good asks no more.
    assert rehearsal.profit(STOP) == pytest.approx(stopped - rehearsal.question, abs=1)


def test_the_alarm_rings_where_something_moved_and_an_explained_one_is_quiet_again():
    rehearsal = practice_rehearsal()
    assert rehearsal.alarms(0.25) == [5, 9]
    assert rehearsal.alarms(2.5) == []
    assert len(rehearsal.alarms(0.005)) > 4


def test_a_question_costs_and_an_unnecessary_one_as_well():
    rehearsal = practice_rehearsal()
    quiet, jumpy = replace(GO_ON, psi_above=0.25), replace(GO_ON, psi_above=0.1)
    more = len(rehearsal.alarms(0.1)) - len(rehearsal.alarms(0.25))
    assert more > 0
    assert rehearsal.profit(quiet) - rehearsal.profit(jumpy) == pytest.approx(more * rehearsal.question, abs=1)
    # Once the calls have stopped for good, nobody asks any more.
    assert 0 < rehearsal.profit(MODEL) - rehearsal.profit(replace(MODEL, psi_above=0.1)) < more * rehearsal.question


def test_whether_calls_go_on_is_a_probability_and_needs_somebody_on_both_sides():
    assert _goes_on(MODEL, LIST, 0.5, 5) < 0.5
    assert _goes_on(MODEL, replace(LIST, called=0.3), 0.5, 5) > 0.5
    # The more are compared, the surer.
    assert _goes_on(MODEL, LIST, 0.5, 5) < _goes_on(MODEL, LIST, 0.05, 5)
    assert _goes_on(MODEL, LIST, 0.0, 5) == 0
    assert _goes_on(MODEL, LIST, 1.0, 5) == 1
    promise = replace(MODEL, after="compare with promise")
    assert _goes_on(promise, LIST, 0.5, 5) < 0.01
    assert _goes_on(promise, replace(LIST, called=0.13), 0.5, 5) > 0.5
    assert _goes_on(replace(MODEL, after="full list"), LIST, 0.0, 5) == 1
    assert _goes_on(replace(MODEL, after="stop"), LIST, 0.5, 5) == 0


def test_the_chance_to_go_on_is_what_drawing_the_outcomes_gives():
    random = np.random.default_rng(1)
    called, alone = random.binomial(60, LIST.called, 200_000) / 60, random.binomial(140, LIST.left_alone, 200_000) / 140
    # Counts are whole, the normal is not: half of the ties go either way.
    drawn = (called < alone).mean() + (called == alone).mean() / 2
    assert _goes_on(MODEL, LIST, 0.3, 5) == pytest.approx(drawn, abs=0.005)


def test_the_best_is_no_worse_than_any_candidate_and_than_the_simple_ones():
    rehearsal = practice_rehearsal()
    assert rehearsal.best == max(map(rehearsal.profit, candidates()))
    assert rehearsal.best > rehearsal.baseline == max(map(rehearsal.profit, SIMPLE)) >= rehearsal.profit(STOP) > 0


def test_a_keyed_rehearsal_is_the_same_again_and_another_for_each_attempt():
    first, again, second = (keyed_rehearsal(b"key", "2-6", attempt) for attempt in (1, 1, 2))
    assert first.profit(MODEL) == again.profit(MODEL) != second.profit(MODEL)


def test_a_world_with_too_little_at_stake_is_refused(monkeypatch):
    from mlcurric.subject import practice_world

    monkeypatch.setattr("mlcurric.subject.operations.rehearsal._LEAST_AT_STAKE", 1e12)
    with pytest.raises(TooLittleAtStake):
        draw_rehearsal(practice_world(), shock=5, recount=9)


def test_it_shows_no_truth():
    assert "truth" not in repr(practice_rehearsal()).lower()
    assert "array" not in repr(practice_rehearsal())


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"on_change": "dance"}, "on_change is one of go on, recalibrate, .* 'dance'"),
        ({"on_change": ["trial"]}, "on_change is one of"),
        ({"after": "never"}, "after is one of full list, .* 'never'"),
        ({"called_of_100": 101}, "from 0 to 100; here it is 101"),
        ({"called_of_100": 500}, "from 0 to 100; here it is 500"),
        ({"called_of_100": -1}, "from 0 to 100"),
        ({"called_of_100": "30"}, "from 0 to 100; here it is '30'"),
        ({"called_of_100": float("nan")}, "from 0 to 100"),
        ({"psi_above": 0}, "psi_above is a number above 0"),
        ({"psi_above": float("nan")}, "psi_above is a number above 0"),
        ({"psi_above": float("inf")}, "psi_above is a number above 0"),
        ({"psi_above": None}, "psi_above is a number above 0"),
        ({"psi_above": True}, "psi_above is a number above 0"),
        ({"ask_first": "no"}, "ask_first is True or False; here it is 'no'"),
    ],
)
def test_what_nobody_can_carry_out_is_no_runbook(changed, says):
    with pytest.raises(ValueError, match=says):
        replace(MODEL, **changed)


def test_recalibrating_in_a_rehearsal_puts_the_levels_of_the_lists_right():
    rehearsal = practice_rehearsal()
    year = rehearsal._years[0]
    known = range(rehearsal.shock - 5 if rehearsal.shock > 5 else 1, rehearsal.shock - 2)
    outcomes = [labelled(year.lived, one).loc[year.lists[one - 1].index] for one in known]
    fitted = recalibrated(year.model, pd.concat(outcomes))
    assert (fitted.left_alone, fitted.called) != (0, 0)
    # The lists by hand: from the month of the alarm on, without those who stood on the two lists before.
    month = year.lived[rehearsal.shock - 1]
    rows = monthly_list(month.customers, fitted, 200)
    first = year.listed(("recalibrate", rehearsal.shock), rehearsal.shock)
    assert first.size == len(rows)
    assert first.promised == pytest.approx(rows["if_called"].mean())


def test_before_there_is_an_outcome_recalibrating_and_retraining_leave_the_model_as_it_is():
    year = practice_rehearsal()._years[0]
    assert all(year._put_right(how, 3) is year.model for how in ("recalibrate", "retrain"))

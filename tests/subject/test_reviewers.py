"""Reviewers: how often they are right, what they answer, and how many looks there are hours for."""

import numpy as np
import pytest

from mlcurric.subject import Reviewers


def test_a_reviewer_tosses_a_coin_where_it_is_close_and_is_never_perfect():
    team = Reviewers(lapse=0.3, blur=1_500)
    assert team.right([0, 1e9, -1e9]).tolist() == pytest.approx([0.5, 0.85, 0.85])
    assert np.all(np.diff(team.right(np.linspace(0, 5_000, 20))) > 0)
    # An attentive one at a gain of one blur: 84 of 100, by the table of the normal distribution.
    assert Reviewers(lapse=0, blur=1_500).right([1_500])[0] == pytest.approx(0.8413, abs=1e-4)


@pytest.mark.parametrize("looks_each", [1, 3])
def test_they_say_call_where_they_are_right_about_a_gain_or_wrong_about_a_loss(looks_each):
    team = Reviewers()
    gain = np.array([3_000, -3_000])
    right = team.right(gain, looks_each)
    assert team.says_call(gain, looks_each).tolist() == pytest.approx([right[0], 1 - right[1]])


def test_three_who_read_the_same_notes_help_less_than_three_who_do_not():
    gain, random, rounds = 1_200, np.random.default_rng(4), 200_000
    one = Reviewers().right(gain)
    for alike in (0.0, 0.75, 1.0):
        # Drawn: either all three answer as the first does, or each for itself.
        answers = random.random((rounds, 3)) < one
        as_one = random.random(rounds) < alike
        drawn = np.where(as_one, answers[:, 0], answers.sum(axis=1) >= 2).mean()
        assert Reviewers(alike=alike).right(gain, 3) == pytest.approx(drawn, abs=0.004)


def test_judging_follows_the_probability():
    team, gain = Reviewers(), np.repeat([800.0, -800.0], 50_000)
    said = team.judge(gain, np.random.default_rng(5)).reshape(2, -1).mean(axis=1)
    assert said == pytest.approx(team.says_call([800, -800]), abs=0.01)


def test_what_a_look_costs_and_how_many_there_are_hours_for():
    team = Reviewers(minutes=5, wage=3_000, hours=36)
    assert (team.cost, team.looks) == (250, 432)
    assert Reviewers(minutes=7, hours=1).looks == 8


@pytest.mark.parametrize("name", ["minutes", "wage", "hours", "blur", "lapse", "alike"])
@pytest.mark.parametrize("value", [float("nan"), float("inf"), "5", None])
def test_what_is_no_number_is_named(name, value):
    with pytest.raises(ValueError, match=f"^{name} is a number, such as"):
        Reviewers(**{name: value})


@pytest.mark.parametrize("gain", [[1_000, float("nan")], [None, 1], ["1000"], "1000", float("nan")])
def test_a_gain_that_is_missing_or_no_number_is_said(gain):
    team = Reviewers()
    for ask in (team.right, team.says_call, lambda one: team.judge(one, np.random.default_rng(1))):
        with pytest.raises(ValueError, match=r"gain (has 1 gaps|holds '1000')"):
            ask(gain)


def test_gains_keep_their_shape():
    team = Reviewers()
    assert np.ndim(team.right(1_000)) == 0
    assert team.says_call([[1_000, -1_000]], 3).shape == (1, 2)
    assert team.right([]).shape == (0,)


@pytest.mark.parametrize("wrong", [{"minutes": 0}, {"blur": 0}, {"lapse": 1.2}, {"alike": -0.1}, {"hours": -1}])
def test_a_team_without_sense_is_refused(wrong):
    with pytest.raises(ValueError, match=r"look takes|share from 0 to 1"):
        Reviewers(**wrong)


@pytest.mark.parametrize("looks_each", [0, 2, -1, 2.5, 3.0, "3", None])
def test_a_majority_needs_an_odd_number(looks_each):
    with pytest.raises(ValueError, match="odd number"):
        Reviewers().right([1], looks_each)

"""Lesson 2-7: what its questions say of a play is what the play is, and what its texts claim is what can be counted."""

import re
from datetime import date

import numpy as np
import pytest

from mlcurric.curriculum import content, exercise_path, lesson_path, lessons
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.questions.lesson_2_7.paths import VERY_WELL
from mlcurric.subject.scenario.engine import GOES_WELL, every_play, play, plays_as_table
from mlcurric.subject.scenario.reader import load_scenario
from mlcurric.text import speaking

QUESTIONS = question_set("2-7")
NOVEMBER = load_scenario("nobody-said")
LESSON = next(lesson for lesson in lessons() if lesson.id == "2-7")
SIDES = {"path_developers": "developers", "path_researchers": "researchers"}


def verdict(name, answer):
    with speaking("en"):
        return judge(QUESTIONS.find(name), answer)


def source(folder):
    path = lesson_path(LESSON) if folder == "notebooks" else exercise_path(LESSON)
    return (content() / folder / "source" / path.with_suffix(".md")).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SIDES)
def test_each_path_is_judged_by_its_score(name):
    for outcome in every_play(NOVEMBER, SIDES[name]):
        said = verdict(name, outcome.path)
        assert said.status is (Status.PASSED if outcome.score >= GOES_WELL else Status.FAILED)
        assert (said.label is not None) == (outcome.score >= VERY_WELL)
        assert said.share == (1 if outcome.score >= GOES_WELL else outcome.score)
        assert f"{len(outcome.in_time)} of 6 things" in said.as_text()


@pytest.mark.parametrize("name", SIDES)
def test_a_path_that_is_none_is_no_mistake_of_thought(name):
    for answer in ("", "ab", "abcabcabc", "xyz", "a b d", 3, ["a"], "aaaaa?"):
        said = verdict(name, answer)
        assert said.status is Status.FAILED
        assert said.misconception is None


def test_the_same_letters_do_not_pass_on_both_sides():
    good = [{o.path for o in every_play(NOVEMBER, side) if o.score >= GOES_WELL} for side in NOVEMBER.sides]
    assert set.intersection(*good) == set()


def test_the_example_beside_the_dots_does_not_pass():
    for name in SIDES:
        example = re.search(r'"(\w+)"', str(QUESTIONS.find(name).form.note()))[1]
        assert verdict(name, example).status is Status.FAILED


def test_model_paths_are_told_with_distinction():
    text = source("exercises")
    for name, side in SIDES.items():
        path = re.search(rf'{name} = "(\w+)"', text)[1]
        assert play(NOVEMBER, path, side).score >= VERY_WELL


@pytest.mark.parametrize("side", NOVEMBER.sides)
def test_a_good_mood_on_the_eve_goes_with_less_said(side):
    """The sentence under the picture, and on both sides, though the lesson shows one."""
    months = plays_as_table(NOVEMBER, side)
    mean = months.groupby("trust_before")["on_the_table"].mean()
    assert mean.index.tolist() == [0, 1, 2, 3, 4, 5]
    assert mean[0] - mean[5] > 1
    assert np.corrcoef(months["trust_before"], months["on_the_table"])[0, 1] < -0.3
    full = months[months["trust_before"] == 5]
    assert (full["score"] < GOES_WELL).mean() > 0.7
    assert (months[months["trust_before"] == 0]["score"] == 0).all()


def test_the_kindest_month_ends_with_nothing():
    """The lesson's quick check is settled by the month that its cell plays."""
    outcome = play(NOVEMBER, "", "developers")
    while not outcome.finished:
        outcome = outcome.choose(max(outcome.affordable().values(), key=lambda one: one.trust).letter)
    assert (outcome.trust, len(outcome.in_time), outcome.trust_after) == (5, 0, 0)
    assert verdict("quick_kind", "c").status is Status.PASSED


def test_the_release_slips_by_as_many_weeks_as_the_exercise_says():
    assert (date(2027, 1, 14) - date(2026, 12, 10)).days == 5 * 7
    assert date(2027, 1, 18).strftime("%A") == "Monday"
    assert "five weeks" in source("exercises")
    assert "5週間" in source("exercises")


def test_no_rule_is_given_away_before_it_is_played():
    """The lesson tells of the exception, as its source does, and of no other of the six."""
    for thing in NOVEMBER.unsaid.values():
        if thing.id != "exception":
            assert thing.text.en not in source("notebooks")
            assert thing.title.ja not in source("notebooks")


def test_what_the_exercise_tells_a_learner_to_use_is_there():
    """A path that is too short is sent to the buttons or to show_scene: both stand beside each side's question."""
    said = verdict("path_developers", "ab").as_text()
    text = source("exercises")
    for helper in set(re.findall(r"show_\w+", said)):
        assert re.search(rf"import \([^)]*\b{helper}\b", text), helper
    for side in SIDES.values():
        assert f'play_scene("nobody-said", side="{side}")' in text
        assert f'show_scene("nobody-said", my_letters, side="{side}")' in text

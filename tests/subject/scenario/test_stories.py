"""The scenarios that ship: every path is played, and no way of choosing without thinking goes well."""

import re
from datetime import date

import numpy as np
import pytest

from mlcurric.subject.scenario.engine import GOES_WELL, every_play, play
from mlcurric.subject.scenario.faults import find_faults
from mlcurric.subject.scenario.reader import load_scenario, scenario_names
from mlcurric.text import LANGUAGES

SIDES = [
    pytest.param(load_scenario(name), side, id=f"{name}-{side}")
    for name in scenario_names()
    for side in load_scenario(name).sides
]
HOLIDAYS = [date(2026, 10, 12), date(2026, 11, 3), date(2026, 11, 23)]
_POLITE = {
    "en": re.compile(
        r"thank|please|glad|friend|pleasure|trust|congrat|wonderful|kind|gladly|good|peace", re.IGNORECASE
    ),
    "ja": re.compile(
        r"ありがと|お願い|ください|いただ|おめでと|さすが|大丈夫|よろしく|信頼|うれし|楽しみ|お気軽|お忙し|感謝|すみません"
    ),
}


def without_thinking(lang):
    """Ways of choosing that look at the form of an option and not at what it says."""

    def says(option):
        return getattr(option.says, lang)

    return {
        "the longest": lambda option: len(says(option)),
        "the shortest": lambda option: -len(says(option)),
        "the most polite": lambda option: len(_POLITE[lang].findall(says(option))),
        "the most trust": lambda option: option.trust,
        "the dearest": lambda option: option.minutes,
        "the cheapest": lambda option: -option.minutes,
        "the cheapest that takes time": lambda option: (option.minutes > 0, -option.minutes),
        "a quarter of an hour": lambda option: -abs(option.minutes - 15),
        "a question": lambda option: len(re.findall(r"[?？]|(?:です|ます)か(?!ら)", says(option))),
        "a quotation": lambda option: says(option)[0] in "“「",
        "the first": lambda option: -ord(option.letter),
        "the middle one": lambda option: option.letter == "b",
        "the last": lambda option: ord(option.letter),
    }


@pytest.mark.parametrize("name", scenario_names())
def test_a_scenario_has_no_faults(name):
    assert find_faults(load_scenario(name)) == ()


@pytest.mark.parametrize(("scenario", "side"), SIDES)
def test_every_path_comes_to_its_end(scenario, side):
    plays = list(every_play(scenario, side))
    assert len({outcome.path for outcome in plays}) == len(plays)
    for outcome in plays:
        assert outcome.minutes_left >= 0
        assert 0 <= outcome.trust_after <= outcome.trust <= scenario.most_trust
        assert len(outcome.in_time) + len(outcome.bitten) == len(scenario.unsaid)
        assert 0 <= outcome.score <= 1
        assert play(scenario, outcome.path, side) == outcome


@pytest.mark.parametrize(("scenario", "side"), SIDES)
def test_few_ways_go_well_and_more_than_one_does(scenario, side):
    scores = np.array([outcome.score for outcome in every_play(scenario, side)])
    assert 3 <= (scores >= GOES_WELL).sum() <= 0.15 * len(scores)
    assert scores.max() >= 0.8


@pytest.mark.parametrize("last", [False, True], ids=["first of equals", "last of equals"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("scenario", "side"), SIDES)
def test_no_way_of_choosing_without_thinking_goes_well(scenario, side, lang, last):
    for name, key in without_thinking(lang).items():
        outcome = play(scenario, "", side)
        while not outcome.finished:
            options = list(outcome.affordable().values())
            outcome = outcome.choose(max(reversed(options) if last else options, key=key).letter)
        assert outcome.score < GOES_WELL, name


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("scenario", "side"), SIDES)
def test_neither_the_longest_nor_the_shortest_each_time_goes_badly_too(scenario, side, lang):
    outcome = play(scenario, "", side)
    while not outcome.finished:
        options = sorted(outcome.affordable().values(), key=lambda option: len(getattr(option.says, lang)))
        outcome = outcome.choose(options[len(options) // 2].letter)
    assert outcome.score < GOES_WELL


def test_who_sees_both_plans_side_by_side_has_seen_the_freeze():
    november = load_scenario("nobody-said")
    assert "freeze" not in play(november, "abbab").heard
    assert {"freeze", "retrain"} <= play(november, "abbabc").heard.keys()


def test_the_best_october_is_none_in_which_one_carries_the_links_alone():
    """The second story's point: whoever shows it all alone pays for it in trust."""
    october = load_scenario("one-head")
    alone = [outcome for outcome in every_play(october) if outcome.steps[-1].option.letter == "a"]
    assert max(outcome.score for outcome in alone) < 1
    assert all(outcome.steps[-1].option.trust < 0 for outcome in alone)


@pytest.mark.parametrize(("scenario", "side"), SIDES)
def test_a_play_that_fails_shows_a_habit(scenario, side):
    without = [o.path for o in every_play(scenario, side) if o.score < GOES_WELL and o.habit is None]
    total = sum(1 for _ in every_play(scenario, side))
    assert len(without) <= 0.02 * total, without


def test_the_endings_of_november_say_what_the_score_says():
    november = load_scenario("nobody-said")
    good = {"Passed", "Passed, with a condition"}
    for side in november.sides:
        for outcome in every_play(november, side):
            assert (outcome.score >= GOES_WELL) == (outcome.ending.title.en in good), outcome.path


def test_each_side_of_november_holds_half_of_what_goes_unsaid():
    november = load_scenario("nobody-said")
    assert [sum(thing.side == side for thing in november.unsaid.values()) for side in november.sides] == [3, 3]
    assert {belief.side for belief in november.beliefs} == set(november.sides)


def test_the_freeze_is_five_working_days_before_the_review():
    november = load_scenario("nobody-said")
    freeze = np.busday_offset(november.review, -5, holidays=HOLIDAYS)
    assert str(freeze) == "2026-11-19"
    # Everybody who does not know of the holiday is a day wrong.
    assert str(np.busday_offset(november.review, -5)) == "2026-11-20"


@pytest.mark.parametrize("name", scenario_names())
def test_people_meet_on_working_days(name):
    scenario = load_scenario(name)
    days = [scene.day for scene in scenario.scenes.values()] + [scenario.review]
    assert np.is_busday(days, holidays=HOLIDAYS).all()


@pytest.mark.parametrize("name", scenario_names())
def test_the_days_named_in_the_texts_are_those_weekdays(name):
    scenario = load_scenario(name)
    weekdays = dict(zip("月火水木金土日", range(7), strict=True))
    texts = [scenario.intro, *(t for thing in scenario.unsaid.values() for t in (thing.text, thing.bites))]
    texts += [t for scene in scenario.scenes.values() for t in (scene.text, *(o.reply for o in scene.options.values()))]
    month = scenario.review.month
    for text in texts:
        for day, weekday in re.findall(r"(\d{1,2})日\(([月火水木金土日])\)", text.ja):
            assert date(2026, month, int(day)).weekday() == weekdays[weekday], text.ja
        for weekday, day in re.findall(r"(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday),? the (\d+)", text.en):
            assert f"{date(2026, month, int(day)):%A}" == weekday, text.en

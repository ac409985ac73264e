"""mlcurric.subject.scenario: what is shown of a play and printed of a scenario, in words, as pages and as pictures."""

import re
from html import unescape

import matplotlib.pyplot as plt
import pytest

from mlcurric.subject.scenario.engine import every_play, play, plays_as_table
from mlcurric.subject.scenario.pages import beliefs_as_html, cards_of, cards_page, choices_as_html, play_as_html
from mlcurric.subject.scenario.picture import month_figure, plays_figure
from mlcurric.subject.scenario.reader import load_scenario, scenario_names
from mlcurric.subject.scenario.words import choices_in_words, day_in_words, play_in_words, price, score_in_words, signed
from mlcurric.subject.style import use_style
from mlcurric.text import LANGUAGES, speaking

NOVEMBER = load_scenario("nobody-said")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@pytest.fixture(params=LANGUAGES)
def lang(request):
    with speaking(request.param):
        use_style()
        yield request.param
    plt.close("all")


def test_both_views_of_a_day_offer_the_same(lang):
    outcome = play(NOVEMBER, "b")
    html, text = unescape(play_as_html(outcome)), play_in_words(outcome)
    for option in outcome.scene.options.values():
        for view in (html, text):
            assert str(option.says) in view
            assert str(price(option)) in view
    assert str(outcome.steps[0].option.reply) in html
    assert str(outcome.steps[0].option.note) not in html


def test_an_option_that_takes_too_long_is_shown_as_such(lang):
    outcome = next(
        played
        for path in (o.path for o in every_play(NOVEMBER))
        if len((played := play(NOVEMBER, path[:-1])).affordable()) < len(played.scene.options)
    )
    assert {"en": "not enough time left", "ja": "残り時間が足りない"}[lang] in play_as_html(outcome)


def test_the_review_names_what_came_to_light(lang):
    outcome = play(NOVEMBER, "bbbabb")
    html = unescape(play_as_html(outcome))
    for thing in NOVEMBER.unsaid.values():
        assert str(thing.title) in html
        assert (str(thing.bites) in html) == (thing in outcome.bitten)
    assert str(outcome.ending.text) in html
    assert f"{outcome.score:.2f}" in str(score_in_words(outcome))


def test_each_choice_is_talked_over(lang):
    outcome = play(NOVEMBER, "cbbbcc")
    for step in outcome.steps:
        assert str(step.option.note) in choices_in_words(outcome)
        assert str(step.option.note) in unescape(choices_as_html(outcome))


def test_both_sides_say_what_they_believed(lang):
    html = unescape(beliefs_as_html(NOVEMBER))
    assert all(str(belief.text) in html and str(belief.why) in html for belief in NOVEMBER.beliefs)


@pytest.mark.parametrize("name", scenario_names())
def test_the_cards_hold_the_whole_scenario_in_one_language(name, lang):
    scenario = load_scenario(name)
    page = unescape(cards_page(scenario))
    shown = [t for scene in scenario.scenes.values() for o in scene.options.values() for t in (o.says, o.reply, o.note)]
    shown += [t for thing in scenario.unsaid.values() for t in (thing.title, thing.text, thing.bites)]
    assert all(str(text) in page for text in shown)
    assert bool(_JAPANESE.search(re.sub(r"font:.*?;|font-family:.*?;", "", page))) == (lang == "ja")
    assert not re.search(r"https?://|<script", page)


def test_the_rules_of_a_story_with_one_side_know_no_other():
    rules = {}
    for lang, other in (
        ("en", re.compile(r"other side|sides meet|each other")),
        ("ja", re.compile("相手の側|もう一方の側")),
    ):
        with speaking(lang):
            for name in scenario_names():
                rules[lang, name] = re.search(r"<ol>.*?</ol>", unescape(cards_page(load_scenario(name))), re.DOTALL)[0]
                assert bool(other.search(rules[lang, name])) == (len(load_scenario(name).sides) > 1)
                assert rules[lang, name].count("<li>") == 6


@pytest.mark.parametrize("name", scenario_names())
def test_following_the_cards_is_playing_the_letters(name):
    scenario = load_scenario(name)
    for side in scenario.sides.values():
        deck = cards_of(scenario, side)
        cards = {card.scene.id: card for card in deck.cards}
        names = {card.name: card.scene.id for card in deck.cards}
        assert len(names) == len(cards)
        for outcome in every_play(scenario, side.id):
            for number, step in enumerate(outcome.steps):
                answer = next(a for a in cards[step.scene.id].answers if a.option == step.option)
                (to, needs), *rest = answer.to
                if to is None:
                    assert number == len(outcome.steps) - 1
                    continue
                titles = {scenario.unsaid[name].title for s in outcome.steps[: number + 1] for name in s.heard}
                name_of_next = to if needs is None or needs in titles else rest[0][0]
                assert names[name_of_next] == outcome.steps[number + 1].scene.id


def test_a_day_is_said_in_each_language():
    day = day_in_words(NOVEMBER.review)
    assert (day.en, day.ja) == ("Fri 27 Nov", "11月27日(金)")
    assert [signed(number) for number in (-2, 0, 1)] == ["−2", "±0", "+1"]


def test_a_month_shows_no_more_than_has_been_said(lang):
    labels = [label.get_text() for label in month_figure(play(NOVEMBER, "b")).axes[0].get_yticklabels()]
    said = str(NOVEMBER.unsaid["freeze"].title)
    assert said in labels[0]
    assert all(str(thing.title) not in "".join(labels[1:]) for thing in NOVEMBER.unsaid.values())
    over = month_figure(play(NOVEMBER, "bbbabb")).axes[0].get_yticklabels()
    assert [str(thing.title) in label.get_text() for thing, label in zip(NOVEMBER.unsaid.values(), over, strict=True)]


def test_a_month_marks_what_came_too_late():
    ax = month_figure(play(NOVEMBER, "bcaaaa", "researchers")).axes[0]
    markers = [line.get_marker() for line in ax.lines]
    assert markers.count("D") == 1
    assert markers.count("o") == 4
    assert markers.count("X") == 2


def test_the_dots_are_all_plays(lang):
    plays = plays_as_table(NOVEMBER)
    ax = plays_figure(plays).axes[0]
    names = [text.get_text() for text in ax.get_legend().get_texts()]
    numbers = [int(re.search(r"\d+", name)[0]) for name in names[:2]]
    assert sum(numbers) == len(plays)
    assert numbers[1] == (plays["score"] >= 0.5).sum()

"""The card: what is open is said, what people write is escaped, and both languages are whole."""

import re
from dataclasses import replace

import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from mlcurric.subject import CLUES, ModelCard, load_customers, measure_model
from mlcurric.text import LANGUAGES, T, speaking

ROWS = load_customers("months")
DAYS = sorted(ROWS["observed_at"].unique())
TRAIN, LATER = ROWS[ROWS["observed_at"] < DAYS[-1]], ROWS[ROWS["observed_at"] == DAYS[-1]]
MODEL = make_pipeline(StandardScaler(), LogisticRegression()).fit(TRAIN[CLUES], TRAIN["churned"])
CARD = ModelCard(T("who leaves", "誰が解約するか"), measure_model(MODEL, TRAIN, LATER, 600), capacity=1_000)


def test_what_nobody_has_written_is_open_and_said_so():
    assert CARD.open_lines == ("intended_use", "not_for", "who_decides", "stop_when")
    filled = replace(CARD, intended_use="order", not_for="rate people", who_decides=" ", stop_when="below the rule")
    assert filled.open_lines == ("who_decides",)
    with speaking("en"):
        assert CARD.as_html().count("still open") == 4
        assert filled.as_html().count("still open") == filled.as_text().count("still open") == 1


def test_text_and_page_say_the_same_numbers():
    with speaking("en"):
        text, html = CARD.as_text(), re.sub(r"<[^>]+>", "", CARD.as_html())
    hits = CARD.evidence.counts.hits
    for said in (f"of 600 customers {hits} left", "18,000 rows", "2026-04-01", "StandardScaler → LogisticRegression"):
        assert said in text
        assert said in html


def test_a_contradiction_stands_on_the_card():
    twice = replace(CARD, intended_use="order", not_for="Order")
    assert [found.name for found in twice.disagreements] == ["use_is_not_for"]
    seen = replace(CARD, evidence=replace(CARD.evidence, trained_until=DAYS[-1]), capacity=500)
    assert {found.name for found in seen.disagreements} == {"trained_after_test", "size_over_capacity"}
    with speaking("en"):
        assert "cannot stand as they are" in seen.as_html()
        assert "cannot stand as they are" not in CARD.as_html()


def test_blanks_of_any_width_are_open_lines_and_no_contradiction():
    blank = replace(CARD, intended_use="　", not_for=" 　")
    assert len(blank.open_lines) == 4
    assert blank.disagreements == ()


def test_a_decider_who_is_nobody_and_an_end_that_never_comes_stand_on_the_card():
    odd = replace(CARD, who_decides="The model decides.", stop_when="never")
    assert [found.name for found in odd.disagreements] == ["model_decides", "never_stopped"]


def test_a_promise_that_was_not_kept_is_said():
    loud = replace(CARD, evidence=replace(CARD.evidence, promised=480.0))
    with speaking("en"):
        assert "Do not read the scores as shares" in loud.as_text()
        assert "Do not read the scores as shares" not in CARD.as_text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_people_write_is_escaped_and_the_page_fetches_nothing(lang: str):
    odd = replace(CARD, intended_use="<script>alert(1)</script>")
    with speaking(lang):
        page = odd.as_page()
    assert "<script>" not in page
    assert f'<html lang="{lang}">' in page
    assert not re.search(r'(src|href)="', page)


def test_japanese_has_no_english_words_of_ours():
    with speaking("ja"):
        text = CARD.as_text().replace("StandardScaler → LogisticRegression", "")
    assert re.findall(r"[A-Za-z]{4,}", text) == []


def test_the_best_of_several_says_so_on_the_card_and_a_model_chosen_elsewhere_does_not():
    best = replace(CARD, evidence=measure_model(MODEL, TRAIN, LATER, 600, chosen_among=7))
    with speaking("en"):
        for view in (best.as_text(), best.as_html()):
            assert "the best of 7 models on these rows" in view
        assert "models on these rows" not in CARD.as_text()


@pytest.mark.parametrize("models", [0, 1.5, "7"])
def test_a_model_is_chosen_among_a_whole_number_of_them(models):
    with pytest.raises(ValueError, match="chosen_among"):
        measure_model(MODEL, TRAIN, LATER, 600, chosen_among=models)

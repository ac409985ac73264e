"""The story of lesson 2-1 holds: what the pages, the questions and the model answers say is what the terms give."""

from __future__ import annotations

import json
import math
import re
from types import SimpleNamespace

import pytest
from test_story import LESSONS, computed, text_of

from mlcurric.curriculum import content, exercise_path, lesson_path
from mlcurric.question.rubric import lint
from mlcurric.questions import question_set
from mlcurric.questions.lesson_2_1.bets import value_bets
from mlcurric.subject import (
    Term,
    campaign_profit,
    contact_list,
    draw_world,
    lifetime_value,
    list_sheet,
    list_terms,
    load_customers,
    money_in_words,
    monthly_churn,
    numbers_of,
    practice_profit,
    rule_sheet,
    sensitivity,
    ticket_gain,
    ticket_terms,
    turning_point,
)
from mlcurric.subject.campaigns import draw_campaign
from mlcurric.text import LANGUAGES, speaking

LICENCE = 120_000
TERMS = list_terms() | {"licence": Term("licence", LICENCE, "yen/month", "Daichi", 100_000, 150_000)}
T_ = numbers_of(TERMS)


def side(t: SimpleNamespace, who: str = "") -> float:
    """By Neslin's formula, which the lesson's own is not written like."""
    calls, hits, success, yen = (getattr(t, who + name) for name in ("calls", "hits", "success", "yen_per_month"))
    return campaign_profit(calls, 1, hits, success, yen * t.months_kept, t.yen_per_call, t.yen_per_voucher)


def list_earns(t: SimpleNamespace) -> float:
    return side(t) - 3 * t.licence


def gain(t: SimpleNamespace) -> float:
    return list_earns(t) - side(t, "rule_")


BARS = sensitivity(gain, TERMS)
ALONE = sensitivity(list_earns, TERMS)
KEPT, RULE_KEPT = T_.calls * T_.hits * T_.success, T_.rule_calls * T_.rule_hits * T_.rule_success


def test_months_for_days_turn_the_answer_round():
    assert side(T_) - 90 * LICENCE < 0 < list_earns(T_)
    with speaking("en"):
        assert {money_in_words(side(T_) - 90 * LICENCE), money_in_words(list_earns(T_))} <= computed("2-1")


def test_the_pages_figures_are_those_of_neslins_formula():
    with speaking("en"):
        amounts = {money_in_words(each) for each in (gain(T_), *BARS.loc["success", ["at_low", "at_high"]])}
    assert amounts <= computed("2-1")


def test_the_list_keeps_fewer_customers_and_earns_more_and_both_bets_are_lost():
    assert KEPT < RULE_KEPT
    assert gain(T_) > 0
    assert {name: each.truth() for name, each in value_bets.statements.items()} == {
        "keeps_more": False,
        "months": False,
    }


def test_against_the_rule_one_bar_crosses_zero_and_against_nobody_four():
    assert list(BARS.index[BARS["turns_at"].notna()]) == ["success"]
    assert set(ALONE.index[ALONE["turns_at"].notna()]) == {"success", "months_kept", "yen_per_voucher", "hits"}


def test_the_longest_bar_is_ayas_and_the_shortest_is_the_licence():
    for bars in (BARS, ALONE[ALONE["swing"] > 0]):
        assert (bars.index[0], bars.index[-1]) == ("success", "licence")
    with speaking("en"):
        assert str(TERMS["success"].owner) == "Aya"


def test_the_lifetime_value_of_a_listed_customer_is_less_than_the_twelve_months():
    everybody = monthly_churn(load_customers("summer")["churned"].mean(), 3)
    like_these = monthly_churn(T_.hits, 3)
    assert (
        lifetime_value(T_.yen_per_month, like_these)
        < 12 * T_.yen_per_month
        < lifetime_value(T_.yen_per_month, everybody)
    )


def test_what_was_counted_holds_the_truth_that_1_4_looked_up():
    for sheet, order, calls in ((rule_sheet(), "ticket_or_price_rise", 1_000), (list_sheet(), "expected_gain", 600)):
        assert sheet.profit.holds(practice_profit(order, calls))
    # “nearly nothing”
    assert abs(practice_profit("ticket_or_price_rise", 1_000)) < 0.05 * 1_000 * 60_000 * 0.08
    assert practice_profit("expected_gain", 600) - 3 * LICENCE > practice_profit("ticket_or_price_rise", 1_000)


def test_what_goes_worse_for_all_calls_alike_does_not_turn_the_answer():
    for share in (0, 0.25, 0.5, 0.75, 1.25):
        alike = numbers_of(TERMS, success=share * T_.success, rule_success=share * T_.rule_success)
        assert gain(alike) > 0
    with speaking("en"):
        assert money_in_words(gain(numbers_of(TERMS, success=0, rule_success=0))) in computed("2-1")


def test_the_question_to_aya_is_about_the_turning_point():
    right = next(q for q in question_set("2-1").all if q.name == "quick_send").options["b"]
    for lang in LANGUAGES:
        for share in (turning_point(gain, TERMS, "success"), T_.success):
            assert re.search(rf"(?<!\d){100 * share:.0f}(?!\d)", getattr(right, lang))


def test_the_exercise_and_its_model_answer_repeat_the_figures():
    low, high = BARS.loc["success", ["at_low", "at_high"]]
    half = gain(numbers_of(TERMS, calls=300))
    stops = -side(T_, "rule_")
    in_words = {
        "en": [f"{gain(T_) / 1e6:.1f} million", f"{half / 1e6:.1f} million", f"−{-low / 1e6:.1f} and +{high / 1e6:.1f}", f"{stops / 1e6:.1f} million"],
        "ja": [f"{round(gain(T_), -5) / 1e4:.0f}万円", f"{round(half, -5) / 1e4:.0f}万円", f"−{-low / 1e4:.0f}万〜{high / 1e4:.0f}万円", f"{stops / 1e4:.0f}万円"],
    }  # fmt: skip
    even = T_.calls * T_.hits * turning_point(list_earns, TERMS, "success")
    for lang in LANGUAGES:
        text = text_of("2-1", f"exercises/solved/{lang}")
        answer = re.sub(r"\s+", " " if lang == "en" else "", text.partition('win_sponsor = """')[2])
        assert all(said in answer for said in in_words[lang]), (in_words[lang], answer)
        for figure in (round(KEPT), round(RULE_KEPT), math.ceil(even)):
            assert re.search(rf"(?<!\d){figure}(?!\d)", answer)
        asked = text.partition("## 5.")[2].partition("win_sponsor")[0]
        assert all(f"{kept:.0f}" in asked for kept in (KEPT, RULE_KEPT))
    # “over 500%”, says the weak answer: on the licence alone.
    assert 500 < 100 * gain(T_) / (3 * LICENCE) < 520


def test_the_model_letter_keeps_its_own_rule_of_short_sentences():
    for lang, ends, most in (("en", r"(?<=[.])\s+(?=[A-Z])", 35), ("ja", r"(?<=。)", 80)):
        source = text_of("2-1", f"exercises/solved/{lang}").partition('win_sponsor = """')[2].partition('"""')[0]
        letter = re.sub(r"\s+", " " if lang == "en" else "", source).replace("Ms ", "Ms_").strip()
        sentences = [each for each in re.split(ends, letter) if each]
        assert 6 <= len(sentences) <= 8
        assert max(len(each.split()) if lang == "en" else len(each) for each in sentences) <= most
        assert not lint(letter)


def test_the_japanese_pages_speak_of_units_in_japanese():
    for folder in ("notebooks/ja", "exercises/ja"):
        path = lesson_path if folder.startswith("notebooks") else exercise_path
        notebook = json.loads((content() / folder / path(LESSONS["2-1"])).read_text(encoding="utf-8"))
        assert "円/四半期" in (page := json.dumps(notebook, ensure_ascii=False))
        assert not re.search(r"\b(?:yen|ticket|minute)/\w", page)


def test_of_the_ticket_formula_only_ms_katos_bar_crosses_zero():
    bars = sensitivity(ticket_gain, ticket_terms())
    assert list(bars.index[bars["turns_at"].notna()]) == ["minutes_lost"]
    # What the feedback says of the others: the longest that a developer can shorten, and the shortest of all.
    assert bars.index[1] == "wrong_by_model"
    assert bars.index[-1] == "licence"


@pytest.mark.parametrize("months", [6, 18])
def test_whether_a_kept_customer_stays_half_a_year_or_longer_hardly_matters(months: int):
    assert abs(gain(numbers_of(TERMS, months_kept=months)) - gain(T_)) < 0.1 * gain(T_)


@pytest.mark.parametrize("seed", range(4))
def test_in_other_worlds_too_the_list_really_keeps_fewer_and_earns_more(seed: int):
    campaign = draw_campaign(draw_world(b"seed %d" % seed))
    called = {"expected_gain": 600, "ticket_or_price_rise": 1_000}
    kept, earned = [], []
    for order, calls in called.items():
        listed = contact_list(campaign.customers, campaign.scores[order], calls)
        at, truth = campaign.customers.index.get_indexer(listed.index), campaign._truth
        kept.append((truth.churn_if_left_alone[at] - truth.churn_if_called[at]).sum())
        earned.append(campaign.profit(order, calls))
    assert kept[0] < kept[1]
    assert earned[0] - 3 * LICENCE > earned[1]

"""The story of lesson 2-5 holds on the practice world, and its texts repeat what is counted."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from test_story import computed, text_of

from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.questions.lesson_2_5.bets import look_bets
from mlcurric.questions.lesson_2_5.three_bands import PASS
from mlcurric.questions.lesson_2_5.workflow import _MODEL as WORKFLOW
from mlcurric.questions.lesson_2_5.workflow import findings
from mlcurric.subject import (
    CLUES,
    Reviewers,
    answers_by_lot,
    bands_table,
    corrections_by_band,
    expected_gain,
    learn_calls,
    load_customers,
    profit_of_calls,
    year_by_bands,
)
from mlcurric.subject.bands.cut_offs import ALL_CALLED, ALL_LOOKED_AT, Bands
from mlcurric.subject.bands.triage import next_year, todays_triage
from mlcurric.text import LANGUAGES, speaking

QUESTIONS = {question.name: question for question in question_set("2-5").all}
TODAY = todays_triage()


def test_both_bets_are_lost_by_whoever_says_yes():
    assert {name: bool(one.truth()) for name, one in look_bets.statements.items()} == {"more": False, "half": False}


def test_looking_at_all_earns_less_even_if_the_hours_sufficed():
    longer = replace(TODAY, reviewers=Reviewers(hours=1_000))
    assert TODAY.profit(ALL_LOOKED_AT) < longer.profit(ALL_LOOKED_AT) < TODAY.profit(ALL_CALLED)
    assert TODAY.profit(Bands(3_000, -1_000)) > TODAY.profit(ALL_CALLED)


def test_a_look_pays_at_the_border_and_nowhere_else():
    steps = TODAY.steps()
    added = steps["looked"] - steps["called"].where(steps["from_gain"] > 0, 0)
    assert steps.loc[added > 0, "first"].tolist() == [300, 400, 500]
    assert added.idxmin() == 0
    # More than ten times the look, as the quick check says.
    assert added[0] < -10 * TODAY.reviewers.cost


def test_at_the_top_people_are_right_more_often_and_their_errors_are_dearer():
    gain = np.diff(TODAY.gains.called)[:100]
    right = round(100 * TODAY.reviewers.right(gain).mean())
    machine = (gain > 0).sum()
    says = QUESTIONS["quick_top"].misconceptions[0].says
    for figure in (right, machine):
        assert str(figure) in says.en
        assert str(figure) in says.ja
    assert right > machine
    assert gain[gain > 0].mean() > 20_000 > 5_000 > -gain[gain < 0].mean()


def test_the_figures_in_the_questions_are_those_of_the_table():
    table = corrections_by_band(3_000, -1_000).round().astype(int)
    quick = str(QUESTIONS["quick_no_corrections"].options["c"])
    assert str(table.loc["look", "corrected"]) in quick
    assert table.loc["leave", "rightly"] == 5  # which_band says so of the sleeping dogs
    assert abs(100 - table.loc["look", "person"] - 25) <= 3  # “one of four”
    assert 180 <= 4.2 * table.loc["look", "corrected"] <= 200  # “about 190 cases a list”


def test_learned_from_answers_of_the_middle_todays_list_loses_and_by_lot_it_does_not():
    today, year, known = load_customers("today"), year_by_bands(), [*CLUES, "value"]
    looked_at = year[year["says"].notna()]

    def called(rows):
        model = make_pipeline(StandardScaler(), LogisticRegression())
        return model.fit(rows[known], rows["says"].astype(bool)).predict(today[known])

    middle, lot = called(looked_at), called(answers_by_lot(len(looked_at)))
    assert profit_of_calls(middle) < 0 < 1_000_000 < profit_of_calls(lot)
    # Most of those whom it calls wrongly stand in the band from which it has seen nobody.
    assert (TODAY.expected.to_numpy()[middle] < -1_000).mean() > 0.5


def test_records_added_to_the_pilot_earn_more_and_alone_no_less_by_luck():
    pilot, today, year = load_customers("pilot"), load_customers("today"), year_by_bands()

    def earned(rows):
        return profit_of_calls(expected_gain(learn_calls(rows), today) > 0)

    assert earned(pilot) < earned(pd.concat([pilot, year[pilot.columns]]))
    assert earned(year) >= earned(pilot)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_model_note_repeats_what_is_counted(lang):
    text = re.sub(r"\s+", " ", text_of("2-5", f"exercises/solved/{lang}"))
    today, year = (bands_table(3_000, -1_000, of=of) for of in ("today", "last year"))
    wrong = 100 - corrections_by_band(3_000, -1_000).round().astype(int)
    for figure in (
        today.loc["call", "customers"],
        year.loc["call", "customers"] // 4,
        today.loc["look", "customers"],
        wrong.loc["call", "machine"],
        wrong.loc["look", "person"],
    ):
        assert re.search(rf"(?<!\d){figure}(?!\d)", text), figure
    assert 400 <= year.loc["look", "customers"] / 4 <= 440


def test_about_420_stand_in_the_middle_of_a_list():
    for of, lists in (("today", 1), ("last year", 4)):
        assert bands_table(3_000, -1_000, of=of).loc["look", "customers"] / lists == pytest.approx(420, abs=25)


def test_the_lesson_quotes_its_money():
    assert {"¥3,050,000", "¥3,270,000", "582", "432"} <= computed("2-5")


@pytest.mark.parametrize(
    ("answer", "status", "misconception"),
    [
        ({"call_from": 4_000, "look_from": -1_000, "looks_each": 1}, Status.PASSED, None),
        ({"call_from": 3_000, "look_from": 0, "looks_each": 1}, Status.PASSED, None),
        ({"call_from": 200, "look_from": -200, "looks_each": 1}, Status.FAILED, "too_narrow"),
        ({"call_from": 500, "look_from": 500, "looks_each": 1}, Status.FAILED, "nobody_looks"),
        ({"call_from": 0, "look_from": 0, "looks_each": 1}, Status.FAILED, "nobody_looks"),
        ({"call_from": 3_000, "look_from": 3_000, "looks_each": 1}, Status.FAILED, "below_unseen"),
        ({"call_from": 3_200, "look_from": 3_000, "looks_each": 1}, Status.FAILED, "below_unseen"),
        ({"call_from": 4, "look_from": -1.5, "looks_each": 1}, Status.FAILED, "not_in_yen"),
        ({"call_from": 0.06, "look_from": -0.01, "looks_each": 1}, Status.FAILED, "not_in_yen"),
        ({"call_from": 60_000, "look_from": -1_000, "looks_each": 1}, Status.FAILED, "everybody_looked_at"),
        ({"call_from": 1_000, "look_from": -1_000, "looks_each": 3}, Status.FAILED, "three_each"),
        ({"call_from": -3_000, "look_from": -5_000, "looks_each": 1}, Status.FAILED, "calls_everybody"),
    ],
)
def test_bands_that_pairs_try(answer, status, misconception):
    verdict = judge(QUESTIONS["three_bands"], answer)
    assert (verdict.status, verdict.misconception) == (status, misconception), verdict.as_text()


@pytest.mark.parametrize("typed", [1, "1", "１", "1人", 1.0])
def test_how_many_look_is_typed_as_in_the_cell_where_it_is_tried(typed):
    verdict = judge(QUESTIONS["three_bands"], {"call_from": 6_000, "look_from": -1_000, "looks_each": typed})
    assert verdict.status is Status.PASSED


def test_a_second_cut_off_that_no_hour_reaches_earns_what_any_lower_one_does_and_is_told_so():
    def told(look_from):
        return judge(QUESTIONS["three_bands"], {"call_from": 6_000, "look_from": look_from, "looks_each": 1})

    assert told(-1_000) == told(-6_000) == told(-1e300)
    for lang, says in (("en", "a lower one would change nothing"), ("ja", "もっと下げても、結果は同じです")):
        with speaking(lang):
            assert says in told(-1_000).as_text()
            # Here the hours last.
            assert says not in told(0).as_text()


@pytest.mark.parametrize("typed", [2, "a", "x"])
def test_another_number_of_people_is_told_which_line_and_what_to_type(typed):
    verdict = judge(QUESTIONS["three_bands"], {"call_from": 6_000, "look_from": -1_000, "looks_each": typed})
    assert verdict.status is not Status.PASSED
    for lang, way_out in (("en", "type 1 or 3"), ("ja", "1 か 3 を入れて")):
        with speaking(lang):
            assert "looks_each" in verdict.as_text()
            assert way_out in verdict.as_text()


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"by_lot": 100, "days": 8}, []),
        ({"by_lot": 60}, []),
        ({"by_lot": 30}, ["gesture"]),
        ({"by_lot": 100}, ["too_few_hours"]),
        ({"who": "d", "days": 8}, ["too_few_hours"]),
        ({"by_lot": 0, "days": 6, "read_by": "a"}, ["no_lot", "opinion_as_label"]),
        ({"who": "c", "written": "a", "sees_machine": "a"}, ["interested", "anchored", "chat"]),
        ({"days": 0.5}, ["too_few_hours"]),
    ],
)
def test_workflows_agree_with_themselves_or_hear_why_not(changed, found):
    assert findings({**WORKFLOW, **changed}) == found


def test_two_experienced_people_are_told_that_no_number_of_days_will_do():
    verdict = judge(QUESTIONS["workflow"], {**WORKFLOW, "who": "d", "days": 8})
    for lang, word in (("en", "stale"), ("ja", "古く")):
        with speaking(lang):
            assert word in verdict.as_text()
            assert "20" in verdict.as_text()


def test_a_workflow_with_fewer_faults_earns_more():
    one = judge(QUESTIONS["workflow"], {**WORKFLOW, "by_lot": 0})
    two = judge(QUESTIONS["workflow"], {**WORKFLOW, "by_lot": 0, "written": "a"})
    assert 1 > one.share > two.share > 0


def test_all_bands_that_the_hint_names_pass():
    year = next_year()
    scores = {
        (high, low): year.score(year.profit(Bands(high, low)))
        for high in (3_000, 4_000, 6_000, 8_000)
        for low in (-2_000, -1_000, 0)
    }
    assert min(scores.values()) >= PASS
    assert max(scores, key=scores.get)[0] == 6_000

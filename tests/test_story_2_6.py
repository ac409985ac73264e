"""The story of lesson 2-6 holds: on the practice world as told, in most worlds, and as a developer's wrong answers find it."""

import json
import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from test_story import LESSONS, computed, text_of

from mlcurric.curriculum import content, lesson_path
from mlcurric.question.asking import answer_of
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.questions.lesson_2_6.bets import year_bets
from mlcurric.questions.lesson_2_6.raci import _MODEL as RACI
from mlcurric.questions.lesson_2_6.runbook import _MODEL as RUNBOOK
from mlcurric.questions.lesson_2_6.runbook import as_runbook, judge_runbook
from mlcurric.subject import (
    OFFER,
    draw_world,
    keyed_rehearsal,
    learn_calls,
    load_customers,
    money_in_words,
    monthly_list,
    run_year,
)
from mlcurric.subject.operations.stability import stability_index
from mlcurric.text import LANGUAGES, speaking

QUESTIONS = {question.name: question for question in question_set("2-6").all}
YEAR, OTHER = run_year(), run_year(calls="help")


def verdict_on(name: str, answer):
    question = QUESTIONS[name]
    return judge(question, answer_of(answer, question.calls()))


def test_the_worst_month_promises_most_and_neither_bet_is_won():
    assert YEAR.months["earned"].idxmin() == YEAR.months["promised"].idxmax() == 7
    assert {name: one.truth() for name, one in year_bets.statements.items()} == {"half": False, "worst": False}


def test_the_first_alarm_does_no_harm_and_stopping_for_it_would_cost_three_good_months():
    assert YEAR.months.loc[4:6, "earned"].min() > 0
    assert run_year({4: "switch off", 7: "go on"}).earned < YEAR.earned


def test_retraining_at_once_and_rolling_back_make_it_worse_and_the_trial_is_best_on_average():
    def average(here, there=None):
        return (run_year(here).earned + run_year(there or here, calls="help").earned) / 2

    assert run_year({7: "retrain"}).earned < YEAR.earned
    assert run_year({7: "roll back"}).earned < run_year({7: "retrain"}).earned
    trial = average({7: "trial", 10: "switch off"}, {7: "trial", 10: "go on"})
    assert trial > max(
        average({}), *(average({7: one}) for one in ("switch off", "roll back", "retrain", "recalibrate"))
    )


def test_recalibrating_makes_the_promise_sober_in_both_years_alike_and_learns_nothing_of_whom_calls_harm():
    here, there = run_year({7: "recalibrate"}), run_year({7: "recalibrate"}, calls="help")
    assert here.months.loc[7, "promised"] == there.months.loc[7, "promised"] < YEAR.months.loc[7, "promised"] / 2
    assert YEAR.earned < here.earned < 0
    assert there.earned < OTHER.earned
    first, usual = (set(year.lists.query("month == 7")["customer"]) for year in (here, YEAR))
    assert first != usual
    for year in (here, there):
        assert year.months.loc[9:, "listed"].max() < YEAR.months.loc[9:, "listed"].min()


def test_the_job_of_the_lesson_holds_where_row_labels_repeat():
    scope = {"pd": pd, "OFFER": OFFER}
    source = (content() / "notebooks/en" / lesson_path(LESSONS["2-6"])).read_text(encoding="utf-8")
    cells = ["".join(cell["source"]) for cell in json.loads(source)["cells"]]
    exec(next(cell for cell in cells if "def monthly_list(" in cell).partition("year = ")[0], scope)
    models, rows = learn_calls(load_customers("pilot")), load_customers("today").head(600)
    twice = pd.concat([rows.head(300), rows.tail(300).set_index(rows.head(300).index)])
    plain, found = (scope["monthly_list"](each, models)["customer"].tolist() for each in (rows, twice))
    assert plain == found == monthly_list(rows, models, 200)["customer"].tolist()


@pytest.mark.parametrize(("calls", "fewer_left"), [("harm", False), ("help", True)])
def test_the_comparison_by_lot_says_in_month_ten_what_the_table_of_the_lesson_assumes(calls, fewer_left):
    listed = run_year({7: "trial"}, calls=calls).lists.query("month == 7")
    left = listed.groupby("called")["left"].mean()
    assert bool(left[True] < left[False]) is fewer_left


@pytest.mark.parametrize("seed", range(6))
def test_the_story_holds_in_other_worlds(seed: int):
    world = draw_world(b"seed %d" % seed)
    harm, helped = run_year(world=world), run_year(world=world, calls="help")
    assert harm.months.loc[7, "promised"] > 1.5 * harm.months.loc[6, "promised"]
    assert harm.months.loc[7, "earned"] < 0 < helped.months.loc[7, "earned"]
    assert run_year({7: "switch off"}, world=world).earned > harm.earned


def test_the_model_note_repeats_the_figures_of_its_lesson():
    figures = " ".join(computed("2-6"))
    for amount in (YEAR.months.loc[7, "promised"], YEAR.months.loc[7, "earned"], OTHER.months.loc[7, "earned"]):
        with speaking("en"):
            assert money_in_words(amount) in figures
        with speaking("ja"):
            assert re.sub("[−円]", "", money_in_words(amount)) in re.sub(
                r"\s", "", text_of("2-6", "exercises/solved/ja")
            )
        assert f"{abs(amount) / 1e6:.1f}" in text_of("2-6", "exercises/solved/en")
    rises = [f"{100 * YEAR.customers(month)['price_rise'].mean():.0f}" for month in (6, 7)]
    for lang in LANGUAGES:
        answer = text_of("2-6", f"exercises/solved/{lang}").partition('incident_note = """')[2]
        assert all(re.search(rf"(?<!\d){rise}(?!\d)", answer) for rise in rises)


def test_the_feedback_on_the_two_years_repeats_their_figures():
    # “about 40 of 100 left, and about 13 were promised”
    for year in (YEAR, OTHER):
        called = year.lists.query("month == 7 and called")
        assert abs(100 * called["left"].mean() - 40) < 2
        assert round(100 * called["if_called"].mean()) == 13


@pytest.mark.parametrize("attempt", range(3))
def test_the_same_answer_is_judged_in_a_world_of_its_own(attempt: int):
    verdict = judge_runbook(RUNBOOK, keyed_rehearsal(b"another class", "2-6", attempt))
    assert verdict.status is Status.PASSED
    verdict = judge_runbook({**RUNBOOK, "on_change": "f"}, keyed_rehearsal(b"another class", "2-6", attempt))
    assert verdict.misconception == "switch_off"


@pytest.mark.parametrize("share", [15, 25, 50])
def test_there_is_no_need_to_hit_the_best_share(share: float):
    assert verdict_on("runbook", {**RUNBOOK, "called_of_100": share}).status is Status.PASSED


def test_an_odd_runbook_is_told_what_it_earns_and_no_more():
    verdict = verdict_on("runbook", {**RUNBOOK, "called_of_100": 2})
    assert verdict.status is Status.FAILED
    assert verdict.misconception is None
    assert as_runbook(RUNBOOK) == replace(as_runbook(RUNBOOK), ask_first=True)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"psi_above": "0.25"}, "psi_above: “0.25” is in quotes"),
        ({"psi_above": "> 0.25"}, "psi_above: You typed the text"),
        ({"on_change": "trial"}, "on_change: There is no option “trial”"),
        ({"ask_first": 7}, "ask_first: You typed 7"),
        ({"called_of_100": ...}, "called_of_100"),
        ({"after_labels": "b, c"}, "after_labels: You gave 2 letters"),
    ],
)
def test_slips_of_a_developer_in_the_runbook(changed, says):
    with speaking("en"):
        assert says in verdict_on("runbook", {**RUNBOOK, **changed}).as_text()


@pytest.mark.parametrize("letter", ["E", "e)", "ｅ", "(e)"])
def test_a_letter_is_read_as_people_type_it(letter: str):
    assert verdict_on("runbook", {**RUNBOOK, "on_change": letter, "ask_first": "Yes"}).status is Status.PASSED


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("I I C I R", "is not a row of six marks"),
        ("I I C I R X", "is not a row of six marks"),
        (["I", "I"], "You typed"),
        ("RACI", "is not a row of six marks"),
        ("- - - - - -", "No A"),
        ("A A A A A A", "More than one A"),
    ],
)
def test_slips_in_the_raci(row, says):
    with speaking("en"):
        assert says in verdict_on("raci", {**RACI, "stop_calls": row}).as_text()


@pytest.mark.parametrize(
    ("row", "apart"),
    [
        ("I-CRAI", "I - C R A I"),
        ("ｉ－ｃｒａｉ", "I - C R A I"),
        ("I/I/C/I/R/A", "I I C I R A"),
        ("II CI RA", "I I C I R A"),
        ("II--CAR", "I I - - C AR"),
    ],
)
def test_marks_without_blanks_are_shown_with_them(row: str, apart: str):
    for lang, says in (("en", "no blanks"), ("ja", "空白を入れてください")):
        with speaking(lang):
            said = verdict_on("raci", {**RACI, "stop_calls": row}).as_text()
        assert says in said
        assert f'"{apart}"' in said


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"read_alarm": "C R - C R A"}, "does_it_friday"),
        ({"write_list": "I R C R A I"}, "does_it_friday"),
        ({"stop_calls": "I C - I R A"}, "asked_friday"),
    ],
)
def test_nothing_that_does_not_wait_waits_for_friday(changed, found: str):
    assert verdict_on("raci", {**RACI, **changed}).misconception == found


@pytest.mark.parametrize("row", ["i,i,c,i,r,a", "Ｉ Ｉ Ｃ Ｉ Ｒ Ａ", "I | I | - | I | AR | C", "I I C C R A"])
def test_more_than_one_table_is_good(row: str):
    assert verdict_on("raci", {**RACI, "stop_calls": row}).status is Status.PASSED


def with_cut(before: pd.Series, now: pd.Series, edges: list[float]) -> float:
    """As many developers write it: pandas' cut, a tiny floor, no word about gaps."""
    bins = [-np.inf, *edges, np.inf]
    p, q = (pd.cut(each, bins).value_counts(normalize=True, sort=False).clip(1e-6) for each in (before, now))
    return float(((q - p) * np.log(q / p)).sum())


@pytest.mark.parametrize(
    ("function", "says"),
    [
        (with_cut, "With nobody in two bins today, safe_psi gives back"),
        (lambda before, now, edges: np.float64(stability_index(before, now, edges)), "Right"),
        (
            lambda before, now, edges: pd.Series([stability_index(before, now, edges)]),
            "gives back a value of type Series",
        ),
        (lambda before, now, edges: round(stability_index(before, now, edges), 2), "With five filled bins"),
        (lambda before, now: 0, "cannot be called with (before, now, edges)"),
        (lambda before, now, edges: print(1), "gives back nothing"),
    ],
)
def test_what_a_developer_may_write_first_gets_a_sentence(function, says):
    with speaking("en"):
        assert says in verdict_on("safe_psi", function).as_text()


def like_the_lesson(swapped: bool = False, added: float = 0.0):
    """The lesson's psi with a slip: the shares taken from each other the wrong way round, or a little added to each."""

    def psi(before, now, edges):
        bins = [-np.inf, *edges, np.inf]
        p, q = (
            pd.cut(column, bins, right=False).value_counts(normalize=True, sort=False) + added
            for column in (before.astype(float), now.astype(float))
        )
        with np.errstate(divide="ignore", invalid="ignore"):
            return ((p - q if swapped else q - p) * np.log(q / p)).sum()

    return psi


@pytest.mark.parametrize(
    ("function", "says"),
    [
        (like_the_lesson(swapped=True), "符号が逆です"),
        (like_the_lesson(added=1e-6), "すべての区間の割合に足しています"),
        (like_the_lesson(added=1e-4), "すべての区間の割合に足しています"),
        (like_the_lesson(added=1e-10), "ごく小さい数"),
    ],
)
def test_a_slip_in_the_lessons_own_formula_is_named(function, says: str):
    with speaking("ja"):
        assert says in verdict_on("safe_psi", function).as_text()


@pytest.mark.parametrize("found", [one.id for one in QUESTIONS["safe_psi"].misconceptions])
def test_each_wrong_function_is_recognised(found: str):
    one = next(one for one in QUESTIONS["safe_psi"].misconceptions if one.id == found)
    assert verdict_on("safe_psi", one.wrong_answer()).misconception == found

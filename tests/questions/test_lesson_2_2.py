"""The questions of 2-2: functions as developers really write them, a card line by line, and requests."""

import math
import re

import numpy as np
import pandas as pd
import pytest

from mlcurric.question.asking import answer_of
from mlcurric.question.plain import to_plain
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.questions.lesson_2_2.counted import balanced_scores, exercise_rows, linear, scores_of
from mlcurric.questions.lesson_2_2.lift import expected_lift
from mlcurric.questions.lesson_2_2.requests import ROLE_LETTERS
from mlcurric.subject.metrics.at_k import lift_at_k as counted_lift
from mlcurric.text import speaking

QUESTIONS = {question.name: question for question in question_set("2-2").graded}


def judged(name: str, answer: object):
    question = QUESTIONS[name]
    return judge(question, answer_of(answer, question.calls()))


def test_the_points_of_the_lesson():
    assert 20 <= sum(question.points for question in QUESTIONS.values()) <= 30


def test_the_expected_lift_is_the_mean_over_the_lots():
    random = np.random.default_rng(0)
    score = pd.Series(random.integers(0, 4, 200))
    left = pd.Series(random.random(200) < 0.2)
    for k in (1, 30, 77, 200):
        lots = []
        for _ in range(4_000):
            lot = random.permutation(200)
            order = np.lexsort((lot, -score.to_numpy()))[:k]
            lots.append(left.to_numpy()[order].mean() / left.mean())
        # Four standard errors of the mean of that many lots.
        within = 4 * np.std(lots) / np.sqrt(len(lots)) + 1e-9
        assert expected_lift(score, left, k) == pytest.approx(np.mean(lots), abs=within)


def test_without_ties_it_is_the_lift_of_the_library():
    random = np.random.default_rng(1)
    score, left = pd.Series(random.random(300)), pd.Series(random.random(300) < 0.1)
    for k in (1, 40, 300):
        assert expected_lift(score, left, k) == pytest.approx(counted_lift(left, score, k).value)


def with_groups(score, churned, k):
    """As somebody writes it who thinks in groups of ties."""
    if k < 1 or k > len(score) or score.isna().any() or churned.sum() == 0:
        raise ValueError("no")
    table = pd.DataFrame({"score": score, "left": churned.astype(float)})
    places, hits = k, 0.0
    for _, group in sorted(table.groupby("score"), key=lambda pair: -pair[0]):
        taken = min(places, len(group))
        hits += taken * group["left"].mean()
        places -= taken
        if places == 0:
            break
    return hits / k / table["left"].mean()


def with_numpy(score, churned, k):
    s, c = np.asarray(score, float), np.asarray(churned, float)
    if not 0 < k <= len(s) or np.isnan(s).any() or c.sum() == 0:
        raise ValueError("cannot be counted")
    cut = np.sort(s)[-k]
    hits = c[s > cut].sum() + (k - (s > cut).sum()) * c[s == cut].mean()
    return np.float64(hits / k / c.mean())


@pytest.mark.parametrize("answer", [expected_lift, with_groups, with_numpy])
def test_other_right_ways_pass(answer):
    assert judged("lift_at_k", answer).status is Status.PASSED


def writes_into_it(score, churned, k):
    score.iloc[0] = score.iloc[0] + 1
    return expected_lift(score, churned, k)


def asserts(score, churned, k):
    assert 1 <= k <= len(score)
    return expected_lift(score, churned, k)


def forgets_the_gap(score, churned, k):
    return expected_lift(score.fillna(0), churned, k)


def gives_nan(score, churned, k):
    try:
        return expected_lift(score, churned, k)
    except ValueError:
        return math.nan


WRONG = {
    "in place": (writes_into_it, "changes its input score"),
    "assert": (asserts, "With k larger than the table, lift_at_k stops"),
    "gap": (forgets_the_gap, "With a score missing, lift_at_k gives back"),
    "nan": (gives_nan, "There it should stop with a ValueError"),
    "percent": (lambda score, churned, k: 100 * expected_lift(score, churned, k), "is right"),
    "mean of a list": (lambda score, churned, k: [expected_lift(score, churned, k)], "gives back a value of type list"),
}


@pytest.mark.parametrize(("answer", "says"), WRONG.values(), ids=WRONG)
def test_wrong_functions_hear_where(answer, says: str):
    verdict = judged("lift_at_k", answer)
    assert verdict.status is Status.FAILED
    with speaking("en"):
        assert says in verdict.as_text(), verdict.as_text()


CARD = {
    "trained_until": "2025-10-01",
    "tested_from": "2026-01-01",
    "list_size": 600,
    "hits_of_100": 29,
    "hits_low": 26,
    "hits_high": 33,
    "intended_use": "a",
    "not_for": "b",
    "who_decides": "d",
    "stop_when": "c",
}


@pytest.mark.parametrize("other", [{"not_for": "c"}, {"not_for": "d"}, {"hits_of_100": 29.2, "hits_low": 25.7}])
def test_a_card_may_name_another_limit_and_keep_its_digits(other: dict):
    assert judged("card_lines", to_plain(CARD | other)).status is Status.PASSED


def test_one_share_among_counts_is_named_alone_and_costs_one_line():
    with speaking("en"):
        found = judged("card_lines", to_plain(CARD | {"hits_low": 0.26}))
        assert found.misconception == "hits_fraction"
        assert found.share == pytest.approx(0.9)
        assert "hits_low: written as a share (0.26)" in found.as_text()
        assert "of 100 are counted: 26" in found.as_text()
        assert not re.search(r"hits_high|hits_of_100|0\.29", found.as_text())
        both = judged("card_lines", to_plain(CARD | {"hits_low": 0.26, "hits_high": 0.33}))
        assert "hits_low, hits_high: written as a share (0.26, 0.33)" in both.as_text()


def test_beside_a_share_the_other_counts_are_judged_all_the_same():
    assert judged("card_lines", to_plain(CARD | {"hits_low": 0.26, "hits_high": 20})).share == pytest.approx(0.8)


def test_a_card_with_one_wrong_line_keeps_the_points_of_the_others():
    assert judged("card_lines", to_plain(CARD | {"who_decides": "b"})).share == pytest.approx(0.9)
    assert judged("card_lines", to_plain(CARD | {"who_decides": "b", "not_for": "e"})).share == pytest.approx(0.8)


def test_every_combination_of_letters_is_judged_without_an_error_and_three_pass():
    passed = 0
    for use in "abcde":
        for limit in "abcde":
            for decides in "abcd":
                for stops in "abcd":
                    letters = {"intended_use": use, "not_for": limit, "who_decides": decides, "stop_when": stops}
                    verdict = judged("card_lines", to_plain(CARD | letters))
                    assert verdict.status in (Status.PASSED, Status.FAILED)
                    passed += verdict.status is Status.PASSED
    assert passed == 3


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_odd_days_are_no_error_of_ours(day: str):
    for line in ("trained_until", "tested_from"):
        assert judged("card_lines", to_plain(CARD | {line: day})).status is Status.FAILED


def test_a_day_of_the_run_in_the_wrong_line_is_not_called_strange():
    # 1 July is a day of the run, the first that it learned from; asked for is the last.
    with speaking("en"):
        found = judged("card_lines", to_plain(CARD | {"trained_until": "2025-07-01"}))
        assert found.misconception == "trained_until_off"
        assert "is not the last day" in found.as_text()


def test_the_promise_may_be_a_rounded_sum_and_not_what_came():
    for answer in (485, 485.5, 486):
        assert judged("promised_leavers", answer).status is Status.PASSED
    assert judged("promised_leavers", 174).misconception == "came"
    assert judged("promised_leavers", 0.81).misconception == "mean"


def test_the_commonest_ways_to_another_sum_are_named():
    # The first rows of the file, the model without weights, and the lesson's own table.
    train, later = exercise_rows()
    plain = scores_of(linear(), train, later)
    for answer, slip in (
        (balanced_scores()[:600].sum(), "first_rows"),
        (pd.Series(plain).nlargest(600).sum(), "plain"),
        (480, "of_the_lesson"),
        (480.26, "of_the_lesson"),
    ):
        assert judged("promised_leavers", float(answer)).misconception == slip


def test_the_worked_example_in_the_docstring_is_right():
    score, left = pd.Series([9, 7, 7, 7, 4]), pd.Series([True, True, False, False, False])
    assert f"{expected_lift(score, left, 3):.3f}" == "1.389"
    for lang in ("en", "ja"):
        with speaking(lang):
            assert "1.389" in str(QUESTIONS["lift_at_k"].form.doc)


def test_no_role_is_asked_twice_and_two_are_left_over():
    wanted = {"tickets": "g", "promised": "a", "weeks": "d", "access": "h", "method": "c", "callers": "b"}
    assert judged("request_role", to_plain(wanted)).status is Status.PASSED
    assert len(set(wanted.values())) == 6 == len(ROLE_LETTERS) - 2


def test_half_of_the_requests_right_earn_half():
    letters = {"tickets": "b", "promised": "a", "weeks": "a", "access": "a", "method": "a", "callers": "a"}
    assert judged("request_kind", to_plain(letters)).share == pytest.approx(0.5)


def test_the_best_wording_is_not_the_longest_by_far():
    lengths = {letter: len(label.en) for letter, label in QUESTIONS["request_words"].options.items()}
    assert max(lengths.values()) < 1.6 * min(lengths.values())


def test_whoever_looks_rows_up_by_number_hears_of_filtered_tables():
    def by_number(score, churned, k):
        score, churned = (pd.Series([one[at] for at in range(len(one))]) for one in (score, churned))
        return expected_lift(score, churned, k)

    with speaking("en"):
        found = judged("lift_at_k", by_number)
        assert found.misconception == "by_position"
        assert "a filtered table need not have one" in found.as_text()

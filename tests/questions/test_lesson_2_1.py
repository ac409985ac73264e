"""The questions of 2-1: functions as developers write them, sums as people slip, and a first question line by line."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

from mlcurric.curriculum import content
from mlcurric.question.asking import answer_of
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.questions.lesson_2_1.first_ask import MODEL, turns_at
from mlcurric.subject import numbers_of, ticket_gain, ticket_terms, unit_of
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, speaking

QUESTIONS = {question.name: question for question in question_set("2-1").graded}
OWNERS = {
    "tickets": "d",
    "wrong_by_model": "e",
    "minutes_lost": "c",
    "yen_per_hour": "b",
    "licence": "f",
    "least_gain": "a",
}


def judged(name: str, answer: object):
    question = QUESTIONS[name]
    return judge(question, answer_of(answer, question.calls()))


def test_the_points_of_the_lesson():
    assert 20 <= sum(question.points for question in QUESTIONS.values()) <= 30


def as_a_ratio(earned, baseline, cost_per_month, days):
    if not (cost_per_month > 0 and days > 0):
        raise ValueError("no")
    return np.float64((earned - baseline) / (cost_per_month / 30 * days) - 1)


def asks_for_gaps(earned, baseline, cost_per_month, days):
    if math.isnan(cost_per_month) or cost_per_month <= 0 or days <= 0:
        raise ValueError("no")
    return as_a_ratio(earned, baseline, cost_per_month, days)


@pytest.mark.parametrize("answer", [as_a_ratio, asks_for_gaps])
def test_other_right_ways_pass(answer):
    assert judged("roi", answer).status is Status.PASSED


def average_month(earned, baseline, cost_per_month, days):
    if cost_per_month <= 0 or days <= 0:
        raise ValueError("no")
    cost = cost_per_month * days / (365 / 12)
    return (earned - baseline - cost) / cost


def zero_or_less(earned, baseline, cost_per_month, days):
    if cost_per_month <= 0 or days <= 0:
        raise ValueError("no")
    cost = cost_per_month * days / 30
    return (earned - baseline - cost) / cost


def by_the_day(earned, baseline, cost_per_month, days):
    if cost_per_month <= 0 or days <= 0:
        raise ValueError("no")
    return (earned - baseline - cost_per_month * days) / (cost_per_month * days)


def asserts(earned, baseline, cost_per_month, days):
    assert cost_per_month > 0
    assert days > 0
    return as_a_ratio(earned, baseline, cost_per_month, days)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (average_month, "here it was agreed that a month has 30"),
        (asserts, "python -O leaves it out"),
        (zero_or_less, "a cost that is missing (nan) gets through"),
        (by_the_day, "charge a month's cost every day"),
        (lambda earned, baseline, cost_per_month, days: print(1), "gives back nothing"),
        (lambda earned, baseline: 0, "roi cannot be called with"),
        (lambda earned, baseline, cost_per_month, days: (earned - baseline) / cost_per_month * days, "With 90 days"),
    ],
)
def test_what_a_developer_may_write_first_gets_a_sentence(answer, says):
    with speaking("en"):
        assert says in judged("roi", answer).as_text()


@pytest.mark.parametrize("yen", [507_600, 507_600.0, 508_000])
def test_what_the_model_brings(yen):
    assert ticket_gain(numbers_of(ticket_terms())) == pytest.approx(507_600)
    assert judged("model_brings", yen).status is Status.PASSED


@pytest.mark.parametrize(
    ("typed", "en", "ja"),
    [
        (50.76, "units of 10,000 yen", "万円のままです"),
        (51, "units of 10,000 yen", "万円のままです"),
        (-507_600, "the sign is turned round", "符号が逆です"),
        (-508_000, "the sign is turned round", "符号が逆です"),
    ],
)
def test_ten_thousands_and_a_turned_sign_are_recognised(typed, en, ja):
    verdict = judged("model_brings", typed)
    for lang, says in (("en", en), ("ja", ja)):
        with speaking(lang):
            assert says in verdict.as_text()
    assert verdict.status is Status.FAILED


CHANGE = {
    lang: next(
        "".join(cell["source"])
        for cell in json.loads((content() / f"exercises/{lang}/2-one-month/2-1-your-turn.ipynb").read_text("utf-8"))["cells"]
        if "def brings" in "".join(cell["source"])
    )
    for lang in LANGUAGES
}  # fmt: skip


def run_with(lang: str, formula: str) -> None:
    """The cell that a learner changes, with another formula in it."""
    cell = CHANGE[lang].replace("t.tickets * t.minutes_lost", formula)
    exec(cell, {"terms": ticket_terms(), "numbers_of": numbers_of, "unit_of": unit_of})


@pytest.mark.parametrize(
    ("formula", "en", "ja"),
    [
        ("t.foo", "There is no term “foo”", "foo という項はありません。表の左端の名前を使います。"),
        ("t.ticket * t.minutes_lost", "mean tickets", "tickets でしょうか"),
        ("t.tickets - t.licence", "ticket/quarter and yen/month", "件/四半期と円/月は足し引きできません"),
        ("None", "gives nothing back", "式が何も返しません"),
        ("t.tickets / 0", "divides by 0", "0 で割っている"),
        ("t.tickets * '3'", "not with '3'", "'3'"),
    ],
)
def test_what_is_typed_into_the_formula_gets_a_notice_and_no_traceback(formula, en, ja):
    for lang, says in (("en", en), ("ja", ja)):
        with speaking(lang), pytest.raises(Slip) as caught:
            run_with(lang, formula)
        with speaking(lang):
            assert says in str(caught.value)


def test_the_cell_names_the_unit_in_the_language_of_its_page(capsys):
    for lang, first, goal in (("en", "minute/quarter", "yen/quarter"), ("ja", "分/四半期", "円/四半期")):
        assert goal in CHANGE[lang]
        with speaking(lang):
            run_with(lang, "t.tickets * t.minutes_lost")
            assert capsys.readouterr().out == f"108,000 {first}\n"
            run_with(lang, "t.licence * t.months_per_quarter")
            assert capsys.readouterr().out == f"270,000 {goal}\n"


def test_the_bets_are_settled_on_the_same_page():
    bets = next(question for question in question_set("2-1").all if question.name == "value_bets")
    with speaking("ja"):
        verdict = judge(bets, answer_of(dict.fromkeys(bets.form.fields, 70) | dict.fromkeys(bets.statements, "yes"), 0))
        assert "2-1" not in verdict.as_text()
        assert "このあとのセル" in verdict.as_text()


def test_the_owners_and_their_feedback():
    assert judged("term_owner", OWNERS).status is Status.PASSED
    said = set()
    for term, right in OWNERS.items():
        for letter in "abcdefgh":
            verdict = judged("term_owner", {**OWNERS, term: letter})
            assert (verdict.status is Status.PASSED) == (letter == right)
            said.add((term, verdict.expected and verdict.expected.ja))
    # Each wrong choice for each term hears something of its own, and each right one nothing.
    assert len(said) == 6 * 8


def test_the_first_question_line_by_line():
    assert judged("first_ask", MODEL).status is Status.PASSED
    assert judged("first_ask", {**MODEL, "turns_at": turns_at()}).status is Status.PASSED
    assert judged("first_ask", {**MODEL, "turns_at": 4}).status is Status.PASSED
    verdict = judged("first_ask", {"whom": "f", "turns_at": 12, "by_when": "a", "how": "d"})
    assert (verdict.misconception, verdict.share) == ("whom_f", 0)
    assert judged("first_ask", {**MODEL, "how": "a"}).share == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"turns_at": 8}, "at 8 minutes the gain is not 0"),
        ({"turns_at": "4"}, "turns_at: “4” is in quotes"),
        ({"turns_at": -4.2}, "at −4.2 minutes"),
        ({"turns_at": 0}, "at 0 minutes"),
        ({"whom": "Ms Kato"}, "whom: "),
        ({"how": "a, b"}, "how: You gave 2 letters"),
        ({"by_when": ...}, "by_when"),
    ],
)
def test_slips_in_the_first_question(changed, says):
    with speaking("en"):
        verdict = judged("first_ask", {**MODEL, **changed})
    with speaking("en"):
        assert says in verdict.as_text()
    assert verdict.status is not Status.PASSED

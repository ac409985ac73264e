"""Both sides of every question: untouched is not attempted, and each known misconception gets a diagnosis of its own.

That the model answers pass is shown where they run: ``mlcurric build`` judges them.
"""

from __future__ import annotations

import ast
import dataclasses
import keyword
import math
import re
import time
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

from mlcurric.building.answers import template
from mlcurric.curriculum import START_HERE
from mlcurric.question.asking import answer_of
from mlcurric.question.charts import Chart
from mlcurric.question.choices import Choice
from mlcurric.question.fields import Fields
from mlcurric.question.forms import Number
from mlcurric.question.plain import dumps, loads, to_plain
from mlcurric.question.question import Misconception, Question, judge
from mlcurric.question.rubric import lint
from mlcurric.question.verdict import Status
from mlcurric.questions import lesson_ids, question_set
from mlcurric.text import LANGUAGES, T, speaking

SETS = [question_set(name) for name in (*lesson_ids(), START_HERE)]
QUESTIONS = [pytest.param(question, id=question.name) for each in SETS for question in each.all]
GRADED = [pytest.param(question, id=question.name) for each in SETS for question in each.graded]
MISCONCEPTIONS = [
    pytest.param(question, misconception, id=f"{question.name}-{misconception.id}")
    for each in SETS
    for question in each.all
    for misconception in question.misconceptions
]
JUNK = (
    *(
        None,
        True,
        False,
        math.nan,
        math.inf,
        -math.inf,
        "abc",
        "",
        " ",
        "　",
        "１２",
        "12%",
        "a, b, c, d, e, f",
        "1997/13/45",
    ),
    *(
        [],
        {},
        (),
        [1, 2],
        [[]],
        {"a": {}},
        {1: 2},
        object(),
        int,
        print,
        10**30,
        -(10**30),
        1e308,
        3 + 4j,
        b"a",
        "\ud800",
        "\0",
    ),
)
LONGEST_CHECK = 0.3
"""Seconds of the processor, so that a busy machine makes no difference; a learner takes that for at once."""
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def ids(junk: Any) -> str:
    return ascii(junk)[:20] if not callable(junk) and type(junk) is not object else type(junk).__name__


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_untouched_is_not_attempted(question: Question, lang: str):
    with speaking(lang):
        names = question.form.above() if isinstance(question.form, Chart) else {}
    exec(template(question, lang), names)
    assert judge(question, answer_of(names[question.name], question.calls())).status is Status.NOT_ATTEMPTED
    assert judge(question, ...).status is Status.NOT_ATTEMPTED


@pytest.mark.parametrize("question", GRADED)
def test_a_graded_question_knows_three_misconceptions(question: Question):
    assert len(question.misconceptions) >= 3


@pytest.mark.parametrize(("question", "misconception"), MISCONCEPTIONS)
def test_a_misconception_is_recognised(question: Question, misconception: Misconception):
    plain = answer_of(misconception.wrong_answer(), question.calls())
    verdict = judge(question, plain)
    assert verdict.misconception == misconception.id, verdict.as_text()
    assert verdict.status is (Status.NEEDS_MARKING if question.kind == "T" else Status.FAILED)
    assert verdict.share < 1
    # The same on the other side of the channel that a hand-in's answers cross.
    assert judge(question, loads(dumps(plain))) == verdict


@pytest.mark.parametrize("times", [0.95, 1, 1.05])
@pytest.mark.parametrize("question", [param for param in QUESTIONS if isinstance(param.values[0].form, Number)])
def test_the_example_beside_a_number_is_neither_right_nor_a_diagnosed_slip(question: Question, times: float):
    example = float(question.form.example)
    verdict = judge(question, round(times * example) if question.form.whole else times * example)
    assert (verdict.status, verdict.misconception) == (Status.FAILED, None), verdict.as_text()


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_misconception_has_a_diagnosis_of_its_own(question: Question):
    for lang in LANGUAGES:
        with speaking(lang):
            said = [
                judge(question, answer_of(one.wrong_answer(), question.calls())).as_text()
                for one in question.misconceptions
            ]
        assert len(set(said)) == len(said), said


@pytest.mark.parametrize("question", [param for param in QUESTIONS if isinstance(param.values[0].form, Choice)])
def test_one_option_of_a_choice_is_right(question: Question):
    passed = [letter for letter in question.options if judge(question, letter).status is Status.PASSED]
    assert len(passed) == 1


@pytest.mark.parametrize("junk", JUNK, ids=ids)
@pytest.mark.parametrize("question", QUESTIONS)
def test_junk_is_neither_right_nor_our_error(question: Question, junk: Any):
    answers = [answer_of(junk, question.calls())]
    if isinstance(question.form, Fields):
        whole = to_plain(question.misconceptions[0].wrong_answer())
        answers += [{**whole, name: answers[0]} for name in whole]
        answers += [dict.fromkeys(whole, answers[0]), {**whole, "unknown": answers[0]}]
    for answer in answers:
        verdict = judge(question, answer)
        assert verdict.status is not Status.ERROR, verdict.as_text()
        assert verdict.status is not Status.PASSED, verdict.as_text()
        with speaking("ja"):
            assert verdict.as_html()


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_check_answers_at_once(question: Question):
    answers = [answer_of(one.wrong_answer(), question.calls()) for one in question.misconceptions] or [...]
    judge(question, answers[0])
    start = time.process_time()
    for answer in answers:
        judge(question, answer)
    assert (time.process_time() - start) / len(answers) < LONGEST_CHECK


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_speaks_both_languages(question: Question):
    for text in texts(question):
        assert not _JAPANESE.search(text.en), text.en
        # A sign or a name, such as “%” or “AI”, is all that may do without Japanese.
        assert _JAPANESE.search(text.ja) or len(text.ja.split()) == 1, text.ja


@pytest.mark.parametrize("question", GRADED)
def test_hints_go_from_a_nudge_to_nearly_the_answer(question: Question):
    assert len(question.hints) >= 2
    assert len({str(hint) for hint in question.hints}) == len(question.hints)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_name_is_a_variables_name(question: Question):
    assert question.name.isidentifier()
    assert question.name.isascii()
    assert not keyword.iskeyword(question.name)
    ast.parse(f"{question.name} = 1")


def test_names_are_unique_in_the_curriculum():
    names = [question.name for each in SETS for question in each.all]
    assert sorted(set(names)) == sorted(names)


def test_the_text_lint_stays_silent_on_a_good_answer():
    assert lint("Mori-san, 20 to 30 of the 100 customers on this list will leave; look at the ten largest first.") == []


def texts(value: Any) -> Iterator[T]:
    """Every bilingual text in a question, however deep."""
    if isinstance(value, T):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts(item)


FUNCTIONS_OF_TABLES = [
    question
    for question in QUESTIONS
    if question.values[0].kind == "F"
    and any(isinstance(given, dict) for given in question.values[0].calls()[0].values())
]


@pytest.mark.parametrize("question", FUNCTIONS_OF_TABLES)
def test_a_function_that_sorts_what_it_was_given_is_found_out(question: Question):
    def sorting(*arguments: Any) -> float:
        for argument in arguments:
            if isinstance(argument, pd.Series):
                argument.sort_values(inplace=True)
            elif isinstance(argument, pd.DataFrame):
                argument.sort_values(list(argument), inplace=True)
        return 0.0

    assert any("changed" in outcome for outcome in answer_of(sorting, question.calls())["asked"])

"""Lesson 2-3: its model answer earns its money on worlds that nobody has seen, and each way of typing it gets a sentence."""

import json

import numpy as np
import pandas as pd
import pytest

from mlcurric.curriculum import content, exercise_path, lessons
from mlcurric.question.asking import answer_of
from mlcurric.question.plain import to_plain
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.questions.lesson_2_3.call_list import earned, lesson_learner
from mlcurric.subject import (
    DISTINCTION,
    PASS,
    expected_gain,
    expected_profit,
    keyed_next_quarter,
    learn_calls,
    learn_risk,
    load_customers,
    load_next_quarter,
    practice_next_quarter,
    predicted_risk,
)
from mlcurric.text import speaking

LESSON = next(lesson for lesson in lessons() if lesson.id == "2-3")
QUESTIONS = question_set("2-3")


def solved(begins: str) -> str:
    """The cell of the solved exercise in which a line begins so."""
    path = content() / "exercises/solved/en" / exercise_path(LESSON)
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return next(source for source in sources if any(line.startswith(begins) for line in source.splitlines()))


def model_answer(pilot: pd.DataFrame, next_quarter: pd.DataFrame) -> list[int]:
    """What the solved exercise hands over, its cells run on other tables."""
    names = {}
    exec(solved("import numpy").partition("from mlcurric import")[0], names)
    exec("from mlcurric.subject import CLUES, OFFER, contact_list", names)
    exec(solved("learner =").replace("next_quarter = load_next_quarter()", ""), names)
    names |= {"pilot": pilot, "next_quarter": next_quarter}
    exec(solved("call_list ="), names)
    return names["call_list"]


def first(scores: pd.Series, customers: pd.DataFrame, size: int) -> list[int]:
    return customers["customer"].loc[scores.sort_values(ascending=False, kind="stable").index[:size]].tolist()


@pytest.mark.slow
def test_over_a_hundred_worlds_the_model_answer_passes_and_the_misconceptions_do_not():
    passed, distinctions, worlds = {}, 0, 100
    for attempt in range(worlds):
        quarter = keyed_next_quarter(b"a class", "2-3", attempt)
        table, scores, truth = quarter.customers, quarter.scores, quarter._truth
        true_risk = pd.Series(truth.churn_if_left_alone, index=table.index)
        profit = {
            "model answer": earned(model_answer(quarter._pilot, table), quarter).score,
            "nobody": earned([], quarter).score,
            "everybody": quarter.score(expected_profit(truth, np.ones(len(table), dtype=bool))),
            "risk": earned(first(scores["risk"], table, 600), quarter).score,
            "all places by risk": earned(first(scores["risk"], table, 1_000), quarter).score,
            "perfect risk": earned(first(true_risk, table, 600), quarter).score,
            "risk times value": earned(first(scores["risk_times_value"], table, 600), quarter).score,
            "value": earned(first(scores["value"], table, 600), quarter).score,
            "last login": earned(first(scores["last_login"], table, 600), quarter).score,
            "upside down": earned(first(-scores["expected_gain"], table, 600), quarter).score,
            "top of the table": earned(table["customer"].head(600).tolist(), quarter).score,
        }
        for answer, score in profit.items():
            passed[answer] = passed.get(answer, 0) + (score >= PASS)
        distinctions += profit["model answer"] >= DISTINCTION
    assert passed.pop("model answer") >= 0.99 * worlds
    assert max(passed.values()) <= 0.01 * worlds, passed
    assert distinctions > worlds / 5


def verdict(answer, lang="en"):
    with speaking(lang):
        found = judge(QUESTIONS.find("call_list"), to_plain(answer))
        return found, found.as_text()


def test_the_model_answer_is_the_list_of_the_pilot():
    quarter = practice_next_quarter()
    answer = model_answer(quarter._pilot, load_next_quarter())
    assert verdict(answer)[0].status is Status.PASSED
    assert "It passes, but" not in verdict(answer)[1]
    for typed in (float, str):
        assert verdict([typed(number) for number in answer])[0].status is Status.PASSED
    assert verdict(answer[::-1]) == verdict(answer)


def test_a_list_that_passes_hears_what_it_leaves_lying():
    quarter = practice_next_quarter()
    table, gain = quarter.customers, quarter.scores["expected_gain"]
    churn = learn_calls(quarter._pilot).churn(table)
    by_heads = first(churn["if_left_alone"] - churn["if_called"], table, 600)
    # Told is what two models, each learned from the pilot, agree on.
    own = expected_gain(learn_calls(quarter._pilot, model=lesson_learner()), table)
    listed = table["customer"].isin(first(gain, table, 1_000))
    both = int(((own < 0) & (gain < 0) & listed).sum())
    assert both > 200
    for numbers, says in (
        (by_heads, "in the order of uplift"),
        (first(gain, table, 1_000), f"{both} of the 1,000 calls cost more than they bring"),
    ):
        found, text = verdict(numbers)
        assert found.status is Status.PASSED
        assert says in text
    # Whoever stops at 0 by either of the two leaves nothing lying that the other is sure of.
    for score in (gain, own):
        assert "It passes, but" not in verdict(first(score, table, int((score > 0).sum())))[1]


def test_the_learner_that_lists_are_judged_by_is_that_of_the_lesson():
    names = {}
    exec(solved("import numpy").partition("from mlcurric import")[0], names)
    exec(solved("learner =").replace("next_quarter = load_next_quarter()", ""), names)
    assert repr(names["learner"]) == repr(lesson_learner())


SAID = {
    "a column": (lambda table: table["customer"].head(9), "Put .tolist() behind the column"),
    "an array": (lambda table: table["customer"].head(9).to_numpy(), "Put .tolist() behind the column"),
    "a table": (lambda table: table.head(9), "You handed over a DataFrame"),
    "an index": (lambda table: table.head(9).index, "of pandas or NumPy"),
    "row labels": (lambda table: table.head(9).index.tolist(), "They look like row labels"),
    "the first of another table": (lambda table: [1, 2, 3], "or like numbers of another table"),
    "another table": (lambda table: [12_345, 50_001], "1 of your 2 numbers belong to none of these customers: 12345"),
    "too many": (lambda table: table["customer"].head(1_001).tolist(), "more than 1,000 customers"),
    "all": (lambda table: table["customer"].tolist(), "more than 1,000 customers"),
    "twice": (lambda table: [50_001, 50_002, 50_001], "Customer 50001 stands on the list more than once"),
    "texts": (lambda table: ["no. 50001"], "The list holds 'no. 50001', which is no customer number"),
    "bools": (lambda table: [True] * 9, "The list holds True"),
    "gaps": (lambda table: [50_001, float("nan")], "The list holds nan"),
    "scores": (lambda table: [0.71, 0.5], "The list holds 0.71"),
    "lists": (lambda table: [[50_001], [50_002]], "The list holds [50001]"),
    "a number": (lambda table: 600, "600 is not a list"),
    "a mapping": (lambda table: {"customer": [50_001]}, "is not a list of customer numbers"),
    "nothing": (lambda table: [], "An empty list"),
}


@pytest.mark.parametrize(("answer", "says"), SAID.values(), ids=SAID)
def test_each_way_of_typing_a_list_gets_a_sentence(answer, says):
    found, text = verdict(answer(load_next_quarter()))
    assert found.status is Status.FAILED
    assert says in text
    assert verdict(answer(load_next_quarter()), "ja")[1] != text


def test_a_list_by_a_risk_model_of_ones_own_is_still_known_for_what_it_is():
    quarter = practice_next_quarter()
    pilot = quarter._pilot
    table = load_next_quarter()
    own = predicted_risk(learn_risk(pilot[~pilot["called"]]), table)
    assert verdict(first(own, table, 500))[0].misconception == "by_risk"


QINI = {
    "loop": (
        """
def qini(stayed, called, score, cuts):
    out = []
    for cut in cuts:
        top = score.nlargest(cut).index
        t, c = called[top], ~called[top]
        out.append((stayed[top] & t).sum() - (stayed[top] & c).sum() * t.sum() / c.sum())
    return out
""",
        "of a tie",
    ),
    "no error": (
        """
import numpy as np, pandas as pd
def qini(stayed, called, score, cuts):
    rows = pd.DataFrame(dict(t=called, c=~called, st=stayed & called, sc=stayed & ~called)).astype(int)
    s = rows.groupby(score).sum().sort_index(ascending=False).cumsum()
    h = (s.st - s.sc * s.t / s.c).dropna()
    return np.interp(cuts, [0, *(s.t + s.c)[h.index]], [0, *h]).tolist()
""",
        "With nobody left alone, qini gives back",
    ),
    "changes its input": (
        """
import numpy as np, pandas as pd
def qini(stayed, called, score, cuts):
    if called.all() or not called.any():
        raise ValueError
    score *= -1
    return [0.0 for cut in cuts]
""",
        "changes its input score",
    ),
    "a table": ("def qini(stayed, called, score, cuts):\n    return None if cuts else 1", "gives back nothing"),
    "one number": ("def qini(stayed, called, score, cuts):\n    return 3.0", "What is expected is a list of numbers"),
}


@pytest.mark.parametrize(("code", "says"), QINI.values(), ids=QINI)
def test_what_a_developer_writes_first_gets_a_sentence(code, says):
    names = {}
    exec(code, names)
    question = QUESTIONS.find("qini")
    with speaking("en"):
        found = judge(question, answer_of(names["qini"], question.calls()))
        assert found.status is Status.FAILED
        assert says in found.as_text()


# The loop that most developers write first, with each way to treat a side that is still empty, and with ties broken otherwise.
_LOOP = """
import numpy as np, pandas as pd
def qini(stayed, called, score, cuts):
    {first}
    out = []
    for cut in cuts:
        top = {top}
        t, c = called[top], ~called[top]
        {empty}
        out.append((stayed[top] & t).sum() - (stayed[top] & c).sum() * t.sum() / c.sum())
    return out
"""
_REFUSES = "if called.all() or not called.any(): raise ValueError"
_TOPS = {
    "nlargest": "score.nlargest(cut).index",
    "the last of the tied": "score.nlargest(cut, keep='last').index",
    "sorted": "score.sort_values(ascending=False).index[:cut]",
    "ranked": "score.index[score.rank(method='first', ascending=False) <= cut]",
}
_WHOLE = {
    "keep all": "score.nlargest(cut, keep='all').index",
    "at least the last": "score.index[score >= score.nlargest(max(cut, 1)).iloc[-1]] if len(score) else score.index",
    "ranked by the best": "score.index[score.rank(method='min', ascending=False) <= cut]",
}
_EMPTY = {
    "nothing": "",
    "zero": "if not c.any(): out.append(0.0); continue",
    "who stayed": "if not c.any(): out.append(float((stayed[top] & t).sum())); continue",
    "a gap": "if not c.any(): out.append(float('nan')); continue",
}


@pytest.mark.parametrize("first", ["", _REFUSES], ids=["lets pass", "refuses"])
@pytest.mark.parametrize("empty", _EMPTY.values(), ids=_EMPTY)
@pytest.mark.parametrize(
    ("top", "slip"),
    [(top, "row_by_row") for top in _TOPS.values()] + [(top, "whole_tie") for top in _WHOLE.values()],
    ids=[*_TOPS, *_WHOLE],
)
def test_whoever_forgets_the_ties_hears_so_however_the_edges_are_treated(first, empty, top, slip):
    names = {}
    exec(_LOOP.format(first=first, empty=empty, top=top), names)
    question = QUESTIONS.find("qini")
    with np.errstate(all="ignore"):
        found = judge(question, answer_of(names["qini"], question.calls()))
    assert found.status is Status.FAILED
    assert found.misconception == slip


def test_the_five_customers_of_the_exercise_have_the_heights_that_it_says():
    names = {}
    exec(solved("import numpy").partition("from mlcurric import")[0], names)
    exec(solved("five = "), names)
    exec(solved("def qini"), names)
    five = names["five"]
    heights = names["qini"](five["stayed"], five["called"], five["score"], [2, 3, 4, 5])
    assert heights == pytest.approx([1 / 3, 0.5, 0, 0.5])


def test_pilot_and_habit_together_are_told_apart():
    rows = pd.concat([load_customers("pilot"), load_customers("habit")])
    left = 100 * rows[rows["open_tickets"] > 0].groupby("called")["churned"].mean()
    for answer in (left[False] - left[True], round(left[False] - left[True], 1)):
        assert judge(QUESTIONS.find("ticket_uplift"), to_plain(float(answer))).misconception == "both_tables"


def asked_qini(function):
    question = QUESTIONS.find("qini")
    with speaking("en"):
        found = judge(question, answer_of(function, question.calls()))
        return found, found.as_text()


def model_qini():
    names = {"np": np, "pd": pd}
    exec(solved("def qini("), names)
    return names["qini"]


def test_the_model_answer_of_the_curve_takes_0_and_1_and_refuses_a_score_that_is_missing():
    qini = model_qini()
    assert asked_qini(qini)[0].status is Status.PASSED
    stayed, called, score = (pd.Series(column) for column in ([1, 0, 1, 1], [1, 0, 0, 1], [4, 3, 2, 1]))
    assert qini(stayed, called, score, [2, 4]) == qini(stayed == 1, called == 1, score, [2, 4])
    with pytest.raises(ValueError, match="missing"):
        qini(stayed, called, score.where(score > 1), [2])


def test_whoever_drops_a_missing_score_or_looks_rows_up_by_number_hears_of_it():
    def drops(stayed, called, score, cuts):
        known = score.notna()
        return model_qini()(stayed[known], called[known], score[known], cuts)

    found, text = asked_qini(drops)
    assert found.status is Status.FAILED
    assert "With a score missing, qini gives back" in text

    def by_number(stayed, called, score, cuts):
        stayed, called, score = (pd.Series([one[at] for at in range(len(one))]) for one in (stayed, called, score))
        return model_qini()(stayed, called, score, cuts)

    found, text = asked_qini(by_number)
    assert found.misconception == "by_position"
    assert "a filtered table need not have one" in text

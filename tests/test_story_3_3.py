"""The story of lesson 3-3 holds: the order of the worked example, how thin its lead is, and what weights do to it."""

import json
import re
from datetime import date
from fractions import Fraction

import numpy as np
import pytest
from test_story import LESSONS, computed, text_of

from mlcurric.curriculum import content, lesson_path
from mlcurric.question.asking import answer_of
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.questions.lesson_3_3.bets import score_bets
from mlcurric.questions.lesson_3_3.other_weight import _COLUMNS
from mlcurric.questions.lesson_3_3.ways_left import ways
from mlcurric.questions.lesson_3_3.ways_off import count_ways
from mlcurric.subject import closed_gates, example_team, example_use_cases, rank, survival
from mlcurric.subject.usecases.criteria import CRITERIA
from mlcurric.text import LANGUAGES

QUESTIONS = {question.name: question for question in question_set("3-3").all}
CASES = example_use_cases("en")


def verdict_on(name: str, answer):
    question = QUESTIONS[name]
    return judge(question, answer_of(answer, question.calls()))


def leaders(**weights: int) -> list[str]:
    return [case.id for case in rank(CASES, {name: Fraction(times) for name, times in weights.items()}).leaders]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_highest_sum_is_stopped_and_the_lead_is_one_point(lang):
    cases = example_use_cases(lang)
    sums = {case.id: sum(case.scores.values()) for case in cases}
    assert max(sums, key=sums.get) == "U5"
    assert closed_gates(cases["U5"]) == ("data",)
    assert closed_gates(cases["U4"]) == ("rule",)
    assert [case.id for case in rank(cases).leaders] == ["U1"]
    assert (sums["U1"], sums["U2"]) == (23, 22)
    found = survival(rank(cases))
    assert len(found.singles) == 11
    # “Level”, never passed: the page says so.
    assert all(topple.shares for topple in found.singles)
    assert {name: one.truth() for name, one in score_bets.statements.items()} == {"holds": False, "sponsor": True}


def test_the_weights_do_what_the_page_says():
    assert leaders(sponsor=0) == ["U2"]
    assert leaders(data=2) == ["U1", "U2", "U6"]
    assert leaders(value=2) == ["U1"]
    totals = {each.case.id: int(each.total) for each in rank(CASES, {"value": Fraction(2)}).scored}
    assert (totals["U1"], totals["U2"]) == (27, 25)
    assert (ways(), ways(1)) == (2, 11)
    assert max(CASES, key=lambda case: case.scores["workflow_fit"] * (case.id in ("U1", "U2"))).id == "U2"


def test_nobody_has_asked_the_sponsor_about_the_runner_up():
    assert "has not been asked" in CASES["U2"].obstacles
    assert "まだ話していない" in example_use_cases("ja")["U2"].obstacles


def test_by_chance_the_first_is_alone_in_front_in_little_more_than_half_of_the_rounds():
    points = np.array([list(case.scores.values()) for case in CASES if not closed_gates(case)])
    shares = []
    for seed in range(5):
        off = np.random.default_rng(seed).choice([-1, 0, 1], p=[0.25, 0.5, 0.25], size=(10_000, *points.shape))
        totals = np.clip(points + off, 1, 5).sum(axis=2)
        shares.append((totals[:, :1] > totals[:, 1:]).all(axis=1).mean())
    assert all(abs(share - 0.56) < 0.02 for share in shares)
    assert {"11", "56", "24"} <= computed("3-3")


def test_in_the_room_the_day_of_the_next_meeting_and_the_support_desk_are_those_of_the_plan():
    steps = [step for step in example_team("en").plan.steps if step.kind == "meeting"]
    assert [step.day for step in steps] == [date(2027, 2, 4)]
    assert "Kato" in steps[0].attendees
    assert "20 teams" in CASES["U1"].output
    assert date(2027, 1, 25).strftime("%a") == "Mon"
    assert date(2027, 1, 28).strftime("%a") == "Thu"
    for lang in LANGUAGES:
        source = (content() / f"notebooks/{lang}" / lesson_path(LESSONS["3-3"])).read_text(encoding="utf-8")
        assert re.search("4 February|2月4日", "".join("".join(cell["source"]) for cell in json.loads(source)["cells"]))


def test_the_figures_of_the_message_to_kato_are_those_of_the_list():
    for lang in LANGUAGES:
        for folder in ("exercises/{}", "exercises/solved/{}"):
            page = re.sub(r"\s+", " ", text_of("3-3", folder.format(lang)))
            assert re.search("23 to 22|23対22", page)
            assert re.search("11 single scores|11通り", page)


def test_a_function_that_counts_gives_what_the_library_finds():
    import pandas as pd

    from mlcurric.subject.usecases.usecase import UseCase, UseCaseList

    random = np.random.default_rng(33)
    said = dict(data_now="log", workflow_owner="Kato", sponsor_name="Mori", who_acts="Kato", rule_enough="no")
    gates = ["data", "risk", "sponsor"]
    tried = 0
    for _ in range(60):
        rows = random.integers(1, 6, size=(4, len(CRITERIA)))
        cases = UseCaseList(
            tuple(
                UseCase(f"U{n}", **dict(zip(CRITERIA, map(int, row), strict=True)), **said)
                for n, row in enumerate(rows)
            )
        )
        table = pd.DataFrame(rows, columns=list(CRITERIA), index=[case.id for case in cases])
        found = survival(rank(cases))
        if found.winner:
            tried += 1
            assert count_ways(table, gates) == len(found.singles)
        else:
            with pytest.raises(ValueError, match="alone"):
                count_ways(table, gates)
    assert tried > 20


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_of_the_exercise_tried_with_the_model_answer_gives_eleven(lang):
    import pandas as pd

    scope = {"pd": pd}
    source = text_of("3-3", f"exercises/solved/{lang}")
    exec(source[source.index("def leaders(") :].partition("\n    return ways")[0] + "\n    return ways", scope)
    table = pd.DataFrame({case.id: case.scores for case in CASES if not closed_gates(case)}).T
    assert scope["ways_off"](table, ["data", "risk", "sponsor"]) == 11


def test_every_column_and_weight_that_puts_the_runner_up_in_front_passes_and_no_other():
    for letter, name in _COLUMNS.items():
        for weight in (0, 0.5, 1, 1.5, 2, 3, 5, 100):
            verdict = verdict_on("other_weight", {"column": letter, "weight": weight, "when": "a"})
            alone = [case.id for case in rank(CASES, {name: Fraction(weight)}).leaders] == ["U2"]
            assert (verdict.status is Status.PASSED) is alone, (name, weight)

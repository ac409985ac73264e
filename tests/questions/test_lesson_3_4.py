"""Lesson 3-4: the table is judged by every team's rules, whatever the names; a request is one that can be turned down."""

import pytest

from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.questions.lesson_3_4.raci_table import GIVEN, MODEL, PEOPLE, TASKS
from mlcurric.questions.lesson_3_4.yuki_request import MODEL as REQUEST
from mlcurric.text import LANGUAGES, speaking

QUESTIONS = question_set("3-4")


def verdict(name, answer):
    return judge(QUESTIONS.find(name), answer)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("row", GIVEN)
def test_each_row_of_the_sketch_cannot_stand_alone(row, lang):
    with speaking(lang):
        found = verdict("raci_table", {**MODEL, row: GIVEN[row]})
        assert found.status is Status.FAILED
        assert len(found.sentences) > 1
        assert row in found.as_text()


def test_the_sketch_as_it_stands_is_no_answer_yet():
    assert verdict("raci_table", GIVEN).status is Status.NOT_ATTEMPTED


@pytest.mark.parametrize(
    "changed",
    [
        {"put_page_up": "- C AR C - -"},
        {"correct_answer": "- R A - - -"},
        {"pick_twenty": "C A - - R I", "correct_answer": "A R C - - -"},
        {"count_use": "I C - - AR I"},
        {"write_answers": "Ａ R C - - I", "pick_twenty": "Ｃ Ａ ー ー Ｒ ー"},
    ],
)
def test_other_tables_are_good_as_well(changed):
    assert verdict("raci_table", {**MODEL, **changed}).status is Status.PASSED, changed


def test_whoever_takes_every_a_hears_it():
    rows = dict.fromkeys(TASKS, "A R - - - -")
    assert verdict("raci_table", rows).misconception == "many_a"


@pytest.mark.parametrize("row", ["A C - -", "A,C,X,-,R,-", "", "A C - - R - -"])
def test_a_row_that_is_none_hears_how_one_looks(row):
    with speaking("ja"):
        said = verdict("raci_table", {**MODEL, "pick_twenty": row}).as_text()
    assert f"{len(PEOPLE)}人分" in said


@pytest.mark.parametrize(
    "changed",
    [
        {"answer_by": "2027-01-22"},
        {"from_day": "2027/2/8"},
        {"until": "2027-04-07"},
        {"kind": "(B)"},
    ],
)
def test_a_request_may_have_other_days(changed):
    assert verdict("yuki_request", {**REQUEST, **changed}).status is Status.PASSED


@pytest.mark.parametrize(
    ("changed", "line"),
    [({"answer_by": "2027-01-24"}, "answer_by"), ({"from_day": "2027-02-11"}, "from_day"), ({"from_day": "2027-02-14"}, "from_day")],
)  # fmt: skip
def test_a_day_on_which_nobody_works_is_told_by_its_line(changed, line):
    with speaking("en"):
        found = verdict("yuki_request", {**REQUEST, **changed})
        assert found.misconception == "day_off"
        assert found.as_text().count(line) == 1


def test_the_evidence_fits_each_reason_once():
    items = QUESTIONS.find("which_reason").misconceptions
    right = {"announced": "d", "column": "b", "two_numbers": "a", "laptop": "e", "who_stops": "c", "guess": "f"}
    assert verdict("which_reason", right).status is Status.PASSED
    assert len(items) == 6 * 5

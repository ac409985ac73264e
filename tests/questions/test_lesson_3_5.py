"""Lesson 3-5: dates are held against the calendar and the plan's own rules; two Wednesdays are left."""

from datetime import date, timedelta

import pytest

from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.questions.lesson_3_5.lists_needed import A_WEEK, teams
from mlcurric.questions.lesson_3_5.plan_dates import MODEL, START
from mlcurric.subject.team.days import day_off, working_day_from
from mlcurric.text import LANGUAGES, speaking

DATES = question_set("3-5").find("plan_dates")


def verdict(**changed):
    return judge(DATES, {**MODEL, **{name: str(day) for name, day in changed.items()}})


def test_two_wednesdays_are_left_for_the_decision():
    good = []
    for n in range(120):
        day = START + timedelta(days=n)
        before = working_day_from(day - timedelta(days=1), -1)
        after = working_day_from(day + timedelta(days=1))
        if verdict(decides_on=day, gifts_ready=before, roll_out=after).status is Status.PASSED:
            good.append(day)
    assert good == [date(2027, 6, 23), date(2027, 6, 30)]


def test_no_date_but_working_days_stands():
    for name in MODEL:
        for n in range(91):
            day = START + timedelta(days=n)
            if verdict(**{name: day}).status is Status.PASSED:
                assert day_off(day) is None, (name, day)


@pytest.mark.parametrize(
    "changed",
    [
        {"meeting": "2027-04-22"},
        {"lot_drawn": "2027-05-10"},
        {"lot_drawn": "2027-04-12"},
        {"poc_ends": "2027-06-11"},
        {"poc_begins": "2027-05-17", "poc_ends": "2027-06-11"},
        {"gifts_ready": "2027-06-22"},
        {"roll_out": "2027-07-07"},
    ],
)
def test_there_is_more_than_one_plan(changed):
    assert verdict(**changed).status is Status.PASSED


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_wrong_is_told_with_the_line_and_a_way_out(lang):
    with speaking(lang):
        for misconception in DATES.misconceptions:
            found = judge(DATES, misconception.wrong_answer())
            assert any(name in found.as_text() for name in MODEL), misconception.id


def test_the_day_of_an_era_or_without_a_year_hears_how_to_write_it():
    with speaking("ja"):
        assert "西暦" in verdict(meeting="令和9年4月20日").as_text()
        assert "年がありません" in verdict(meeting="4月20日").as_text()


def test_so_many_lists_are_enough_and_one_fewer_is_not():
    question = question_set("3-5").find("lists_needed")
    need = -(-teams() // A_WEEK)
    assert judge(question, need).status is Status.PASSED
    assert need * A_WEEK >= teams() > (need - 1) * A_WEEK

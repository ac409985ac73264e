"""Lesson 3-5: dates are held against the calendar and the plan's own rules; the end of the trial decides which Wednesdays are left."""

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


def days_left(poc_ends):
    """The days on which it can be decided, the trial ending on one day; the gift comes before and the roll-out after."""
    for n in range(40, 92):
        day = START + timedelta(days=n)
        before = working_day_from(day - timedelta(days=1), -1)
        after = working_day_from(day + timedelta(days=1))
        if verdict(poc_ends=poc_ends, decides_on=day, gifts_ready=before, roll_out=after).status is Status.PASSED:
            yield day


def test_three_wednesdays_are_left_where_the_trial_ends_by_3_june_and_fewer_after_it():
    early, late = date(2027, 6, 9), [date(2027, 6, 23), date(2027, 6, 30)]
    ends = (*(date(2027, 5, 28) + timedelta(days=n) for n in range(8)), date(2027, 6, 18), date(2027, 6, 25))
    left = {day: list(days_left(day)) for day in ends}
    with_early = [day for day, found in left.items() if early in found]
    # The fourth list is that of 31 May; three working days for counting lie before the 9th.
    assert with_early == [date(2027, 5, 31) + timedelta(days=n) for n in range(4)]
    assert all(left[day] == [early, *late] for day in with_early)
    assert left[date(2027, 6, 4)] == late == left[date.fromisoformat(MODEL["poc_ends"])]
    assert left[date(2027, 6, 18)] == [late[1]]
    assert left[date(2027, 6, 25)] == []


@pytest.mark.parametrize(
    ("name", "typed", "day"),
    [
        ("poc_begins", "2027-05-03", "10 May"),
        ("poc_begins", "2027-04-29", "10 May"),
        ("poc_begins", "2027-05-15", "17 May"),
        ("decides_on", "2027-06-12", "23 June"),
        ("decides_on", "2027-06-27", "30 June"),
    ],
)
def test_a_day_off_hears_the_next_day_that_keeps_the_mondays_and_the_wednesdays(name, typed, day):
    with speaking("en"):
        said = verdict(**{name: typed}).as_text()
    assert day in said
    assert "working days beside" not in said


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

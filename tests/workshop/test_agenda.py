"""The agendas: to the minute, in step with the lessons."""

from datetime import time
from itertools import pairwise

import pytest

from mlcurric.curriculum import STAGES
from mlcurric.workshop.agenda import BREAK, ELSE, SURVEY, agenda, clock, duration, lasts, parts, steps_of

NUMBERS = [stage.number for stage in STAGES]
HOMEWORK = {"2-3"}


def minutes_of(stage):
    return {part.part: part.minutes for part in parts(agenda(stage, time(13))) if part.part not in ELSE}


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: str(stage.number))
def test_every_lesson_has_its_minutes_in_its_order(stage):
    asked = {lesson.id: lesson.minutes for lesson in stage.lessons if lesson.id not in HOMEWORK}
    if stage.number == 1:
        # The survey is the end of the last lesson there.
        asked["1-8"] -= next(step.minutes for step in steps_of(1) if step.part == SURVEY)
    assert minutes_of(stage.number) == asked
    assert list(minutes_of(stage.number)) == list(asked)


def test_stage_3_is_what_the_curriculum_says():
    steps = steps_of(3)
    assert [step.minutes for step in steps if step.part == "3-1"] == [10, 20, 25, 20, 15, 10, 10]
    rows = agenda(3, time(13))
    assert lasts(rows) == (240, 10)
    at = {part.part: str(clock(part.rows[0].begins)) for part in parts(rows)}
    assert at == {
        "3-1": "13:00", BREAK: "14:50", "3-2": "15:00", "3-3": "15:35", "3-4": "16:05", "3-5": "16:30", SURVEY: "16:55",
    }  # fmt: skip
    assert [str(clock(row.begins)) for row in rows if row.step.for_sponsor] == ["16:50"]


@pytest.mark.parametrize("stage", NUMBERS)
def test_no_minute_is_lost_and_none_is_had_twice(stage):
    rows = agenda(stage, time(9, 30))
    assert rows[0].begins == 9 * 60 + 30
    assert all(one.ends == other.begins for one, other in pairwise(rows))


@pytest.mark.parametrize("stage", NUMBERS)
def test_nobody_sits_for_more_than_two_hours(stage):
    since = longest = 0
    for step in steps_of(stage):
        since = 0 if step.part == BREAK else since + step.minutes
        longest = max(longest, since)
    assert longest <= 120


@pytest.mark.parametrize("stage", NUMBERS)
def test_each_ends_with_the_survey_which_is_never_cut_nor_is_a_break(stage):
    steps = steps_of(stage)
    assert steps[-1].part == SURVEY
    assert all(step.spare == 0 for step in steps if step.part in ELSE)
    assert all(0 <= step.spare <= step.minutes for step in steps)


@pytest.mark.parametrize(
    ("minutes", "en", "ja"),
    [(240, "4 h", "4時間"), (195, "3 h 15 min", "3時間15分"), (10, "10 min", "10分"), (0, "0 min", "0分")],
)
def test_how_long_in_words(minutes, en, ja):
    assert (duration(minutes).en, duration(minutes).ja) == (en, ja)


def test_a_night_goes_on_into_the_next_day():
    last = agenda(3, time(22))[-1]
    assert last.from_to.ja == "翌1:55〜翌2:00"

"""The agendas: to the minute, in step with the lessons."""

from datetime import date, time
from itertools import pairwise

import pytest

from mlcurric.curriculum import STAGES
from mlcurric.subject.ideathon.example import example_board
from mlcurric.subject.usecases.criteria import CRITERIA
from mlcurric.subject.usecases.origins import CARRIED
from mlcurric.subject.usecases.workbook import METHOD_LAST, USE_CASES
from mlcurric.workshop.agenda import agenda, clock, duration, lasts, parts, steps_of
from mlcurric.workshop.preparation import preparation
from mlcurric.workshop.remarks import GOOD_SIZE
from mlcurric.workshop.session import Session
from mlcurric.workshop.steps import BREAK, ELSE, SECONDS_A_FIELD, SURVEY

NUMBERS = [stage.number for stage in STAGES]
HOMEWORK = {"2-3"}
SESSION = Session("Our team", 3, date(2027, 1, 21))


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


MOST_PAIRS = GOOD_SIZE[1] // 2


@pytest.mark.parametrize("step", [step for step in steps_of(3) if step.typing], ids=lambda step: step.short.en)
def test_no_step_is_shorter_than_what_is_typed_in_it(step):
    for pairs in range(2, MOST_PAIRS + 1):
        assert step.typing.fields(pairs) * SECONDS_A_FIELD <= 60 * step.minutes
    if step.least:
        # When it is late as well.
        assert step.typing.minutes(3) <= step.least


def test_every_sheet_of_the_day_is_typed_by_somebody_and_in_its_lesson():
    typed = {(step.part, step.typing.file) for step in steps_of(3) if step.typing}
    assert typed == {
        ("3-1", "board.csv"), ("3-2", "method-last.xlsx"), ("3-3", "use-cases.xlsx"), ("3-4", "role-map.xlsx"),
        ("3-4", "raci.xlsx"), ("3-4", "pre-mortem.xlsx"), ("3-5", "plan.xlsx"),
    }  # fmt: skip
    # Nobody types in the break.
    assert not any(step.typing for step in steps_of(3) if step.part in ELSE)


def test_the_fields_are_those_of_the_sheets_and_of_the_worked_example():
    typed = {step.typing.file: step.typing for step in steps_of(3) if step.typing and step.part == "3-2"}
    assert typed["method-last.xlsx"].columns == len(METHOD_LAST.columns)
    # The scores, and what stops a use case whatever its sum.
    assert [step.typing.columns for step in steps_of(3) if step.part == "3-3" and step.typing][1] == len(CRITERIA) + 1
    notes = [step.typing.lines for step in steps_of(3) if step.part == "3-1" and step.typing]
    assert sum(notes) >= len(example_board())


def test_every_column_of_the_list_is_copied_or_typed_or_named_for_afterwards():
    """Whatever the day has no minute for is said to be filled in later, by the headings that the list has."""
    copied, typed = {"id", *CARRIED}, {*CRITERIA, "gates", "name", "problem", "workflow_owner", "sponsor_name", "chosen", "decided_by", "look_again"}  # fmt: skip
    (scales,) = [step.typing for step in steps_of(3) if step.part == "3-3" and step.typing and step.least == 3]
    columns = {column.name: column for column in USE_CASES.columns if not column.formula}
    left = columns.keys() - copied - typed
    assert left == {"urgency", "importance", "scenario", "obstacles"}
    (later,) = [item for due in preparation(SESSION) for item in due.items if "use-cases.xlsx" in item.en]
    assert all(columns[name].heading.en in later.en for name in left)
    assert all(columns[name].heading.ja in later.ja for name in left)
    named = {
        "short name": "短い名前",
        "problem": "課題",
        "owner of the workflow": "業務の責任者",
        "sponsor": "スポンサー",
    }
    assert len(named) == scales.columns
    assert all(en in scales.meanwhile.en and ja in scales.meanwhile.ja for en, ja in named.items())

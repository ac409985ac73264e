"""mlcurric.curriculum: the numbers lead to the files, and the stages last as long as they say."""

import pytest

from mlcurric.curriculum import STAGES, content, exercise_path, lesson_path, lessons, stage_of
from mlcurric.questions import UnknownExercise, exercise_ids, lesson_ids, question_set
from mlcurric.text import LANGUAGES


def test_numbers_are_unique_and_say_their_stage():
    numbers = [lesson.id for lesson in lessons()]
    assert len(set(numbers)) == len(numbers)
    assert all(int(lesson.id[0]) == stage.number for stage in STAGES for lesson in stage.lessons)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", lesson_ids())
def test_a_written_lesson_has_its_notebooks(number, lang):
    lesson = next(lesson for lesson in lessons() if lesson.id == number)
    assert (content() / "notebooks" / lang / lesson_path(lesson)).is_file()
    for folder in (f"exercises/{lang}", f"exercises/solved/{lang}"):
        assert (content() / folder / exercise_path(lesson)).is_file() == lesson.has_exercise


def test_a_lesson_without_an_exercise_grades_nothing():
    without = [lesson.id for lesson in lessons() if not lesson.has_exercise]
    assert without == ["1-8"]
    assert not set(without) & set(exercise_ids())
    assert [question_set(number).graded for number in without] == [()]


def test_an_exercise_stands_right_below_its_lesson_in_a_list_of_files():
    names = sorted(path.name for lesson in lessons() for path in (lesson_path(lesson), exercise_path(lesson)))
    assert names == [path.name for lesson in lessons() for path in (lesson_path(lesson), exercise_path(lesson))]


def test_what_there_is_not_is_said():
    with pytest.raises(KeyError):
        stage_of("9-9")
    with pytest.raises(UnknownExercise, match="1-1"):
        question_set("9-9")


def test_minutes_are_those_of_the_plan():
    assert sum(lesson.minutes for lesson in STAGES[0].lessons) == 300

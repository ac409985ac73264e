"""After the break lessons, exercises and agenda keep one plan of minutes: the exercises are for another day."""

import itertools
import re

import pytest

from mlcurric.curriculum import content, lessons
from mlcurric.subject.usecases.workbook import USE_CASES
from mlcurric.text import LANGUAGES
from mlcurric.workshop.cards import cards
from mlcurric.workshop.stage_3 import STEPS
from mlcurric.workshop.steps import LEAD, ROOM, SURVEY

STAGE = {lesson.id: lesson for lesson in lessons() if lesson.id.startswith("3-")}
AFTER_BREAK = [name for name in STAGE if name != "3-1"]
TABLE = {"en": r"\| minute \| what happens.*?\n\n", "ja": r"\| 分 \| する.*?\n\n"}
HEADER = {
    "en": (r"in the room (\d+) minutes", r"alone about (\d+) minutes here, (\d+) in the exercise"),
    "ja": (r"部屋では(\d+)分", r"ひとりなら、ここで約(\d+)分、演習(\d+)分"),
}


def source(lesson, folder="notebooks"):
    (path,) = (content() / folder / "source/3-three-months").glob(f"{lesson}-*.md")
    return path.read_text(encoding="utf-8")


def minutes(lesson):
    return [step.minutes for step in STEPS if step.part == lesson]


def rows(lesson, lang):
    table = re.search(TABLE[lang], source(lesson), re.DOTALL)[0]
    return re.findall(r"^\| (\d+)[–〜](\d+) \| (.*) \|$", table, re.MULTILINE)


@pytest.mark.parametrize("lesson", AFTER_BREAK)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_minutes_are_those_of_the_agenda_and_of_the_curriculum(lesson, lang):
    spans = [(int(first), int(last)) for first, last, _ in rows(lesson, lang)]
    assert spans[0][0] == 0
    assert all(one[1] == other[0] for one, other in itertools.pairwise(spans))
    ends = list(itertools.accumulate(minutes(lesson)))
    if lesson == "3-5":
        ends.append(ends[-1] + next(step.minutes for step in STEPS if step.part == SURVEY))
    # The lesson may cut a step of the agenda into more rows, but keeps each of its ends.
    assert set(ends) <= {last for _, last in spans}
    assert spans[-1][1] == ends[-1]


@pytest.mark.parametrize("lesson", AFTER_BREAK)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_heading_says_both_minutes(lesson, lang):
    room, alone = (re.search(pattern, source(lesson)) for pattern in HEADER[lang])
    assert int(room[1]) == sum(minutes(lesson)) == STAGE[lesson].minutes
    assert int(alone[1]) + int(alone[2]) == STAGE[lesson].minutes


@pytest.mark.parametrize("lesson", STAGE)
def test_in_the_room_the_exercise_is_for_another_day(lesson):
    page = source(lesson)
    assert re.search(r"in the room 1?\d+ minutes.*the exercise another day or at home", page)
    assert re.search("部屋では.*演習は別の日か、家で", page)
    for words in ("exercise:", "the exercise", "演習"):
        for lang in TABLE:
            assert not any(words in says for *_, says in rows(lesson, lang))
    exercise = source(lesson, "exercises")
    assert "in the room: on another day, or at home" in exercise
    assert "部屋で受けた人は、別の日か、家で" in exercise


def test_lessons_and_agenda_say_the_same_words():
    agenda = {step.part: [] for step in STEPS}
    for step in STEPS:
        agenda[step.part].append(step)
    # Who leads the frame: the facilitator, and nobody but the PdM plays that part in the story.
    assert agenda["3-1"][0].leads == ROOM
    assert "The facilitator (that day the PdM) says the one rule" in source("3-1")
    # Where the scores are talked about.
    assert "three points or more apart" in agenda["3-3"][2].what.en
    assert "3点以上" in agenda["3-3"][2].what.ja
    assert "three fingers or more" in source("3-3")
    assert "3点以上" in " ".join(says for *_, says in rows("3-3", "ja"))
    # In which order a sheet is read, how long a pair speaks, and what it is asked.
    assert "in their order" in agenda["3-2"][0].what.en
    assert not re.search("left to right|左から右", agenda["3-2"][0].what.en + agenda["3-2"][0].what.ja)
    assert agenda["3-2"][2].what.en.startswith("Each pair: two minutes")
    told = " ".join(says for *_, says in rows("3-2", "en"))
    assert "two minutes" in told
    assert "does what with it on Monday" in told
    assert "does what with it on Monday" in agenda["3-2"][2].what.en
    assert agenda["3-4"][0].leads == LEAD == agenda["3-5"][0].leads


def test_the_front_line_speaks_for_two_minutes_wherever_it_is_told():
    from mlcurric.workshop.email_texts import SPONSOR
    from mlcurric.workshop.trouble import troubles

    mail = SPONSOR[3]
    late = next(trouble for trouble in troubles(3) if "sponsor" in trouble.seen.en)
    for text in (mail.en, late.say.en, source("3-5")):
        assert "two minutes" in text.lower()
    for text in (mail.ja, late.say.ja, source("3-5")):
        assert "2分で" in text
    assert "three minutes" not in (mail.en + late.say.en).lower()
    # What she is asked beforehand: what is not to be moved, as the Japanese says.
    assert "may not be touched" in mail.en
    assert "動かせない" in mail.ja


@pytest.mark.parametrize("lesson", STAGE)
def test_each_lesson_says_how_it_is_taken_alone_on_the_worked_example(lesson):
    assert source(lesson).count("`mlcurric workshop example finished`") == len(LANGUAGES)


def test_dots_and_the_choice_have_a_place_where_they_are_written():
    steps = " ".join(f"{step.what.en} {step.what.ja}" for step in STEPS)
    (scribe,) = [card for card in cards() if card.name.en == "scribe"]
    for text in (steps, source("3-1"), scribe.brings.en, scribe.brings.ja):
        assert "H34 ●●●" in text
    for text in (steps, source("3-3"), scribe.brings.en + scribe.brings.ja):
        for words in ("「選んだ」「決め手」「見直す日」", "“chosen”, “what decided”, “looked at again on”"):
            assert words in text


def test_the_columns_of_the_choice_are_those_of_the_list():
    for lang, quotes in (("en", "“{}”"), ("ja", "「{}」")):
        for name in ("chosen", "decided_by", "look_again"):
            assert quotes.format(getattr(USE_CASES.column(name).heading, lang)) in source("3-3")


def test_what_starts_without_ml_is_not_called_stopped():
    page = source("3-3")
    assert "機械学習なしで始めるもの" in page
    assert "Start without ML" in page
    assert not re.search("U4が止ま|U4 is stopped", page + source("3-3", "exercises"))

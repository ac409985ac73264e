"""The exercises of the curriculum themselves, handed in untouched and solved, in both languages."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from grading.made import Class

from mlcurric.curriculum import Lesson, content, exercise_path, lessons
from mlcurric.grading.reading.collect import exercises
from mlcurric.question.assigned import names_set
from mlcurric.question.plain import to_plain
from mlcurric.question.question import Misconception, Question, judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.text import LANGUAGES

STOPPED = re.compile(r"[Cc]ode cells? \d[^.]* stopped|コードセルの ?\d[^。]*止まり")
WRITTEN = [lesson for lesson in lessons() if lesson.id in exercises()]


def built(version: str, lang: str, lesson: Lesson) -> Path:
    path = content() / "exercises" / version / lang / exercise_path(lesson)
    assert path.exists(), f"{path} is not built; to mend it: make build"
    return path


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("lesson", WRITTEN, ids=lambda lesson: lesson.id)
def test_untouched_is_not_attempted_and_the_model_answers_pass(
    tmp_path: Path, inline: None, lesson: Lesson, lang: str
) -> None:
    a_class = Class(tmp_path)
    for learner, version in (("solved", "solved"), ("untouched", "")):
        target = a_class.submissions / learner / exercise_path(lesson).name
        target.parent.mkdir()
        shutil.copy(built(version, lang, lesson), target)
    a_class.write(f"wrong/{lesson.id}.ipynb", with_wrong_answers(lesson, lang))
    rows = [row for row in a_class.grade() if row["learner"] != "wrong"]
    names = [question.name for question in question_set(lesson.id).graded]
    assert [row["question"] for row in rows] == names * 2
    for row in rows[: len(names)]:
        kind = question_set(lesson.id).find(row["question"]).kind
        assert row["status"] == (Status.NEEDS_MARKING if kind == "T" else Status.PASSED), row
        assert row["points"] == ("" if kind == "T" else row["max_points"])
    assert {row["status"] for row in rows[len(names) :]} == {Status.NOT_ATTEMPTED}
    for learner in ("solved", "untouched", "wrong"):
        page = a_class.page(learner, lesson.id)
        assert f'<html lang="{lang}">' in page
        assert not STOPPED.search(page)


@pytest.mark.parametrize("lesson", WRITTEN, ids=lambda lesson: lesson.id)
def test_every_misconception_is_diagnosed_in_a_hand_in_too(tmp_path: Path, inline: None, lesson: Lesson) -> None:
    # A function that shows a misconception has no text to hand in; tests/question/test_functions.py hands some in.
    graded = [question for question in question_set(lesson.id).graded if question.kind != "F"]
    a_class = Class(tmp_path)
    said = {}
    for number in range(max(len(question.misconceptions) for question in graded)):
        shown = [
            (question, question.misconceptions[number]) for question in graded if number < len(question.misconceptions)
        ]
        a_class.hand_in(
            f"{number:02}/{lesson.id}.ipynb", [f"{one.name} = {how.wrong_answer()!r}" for one, how in shown]
        )
        said |= {(f"{number:02}", one.name): diagnosis(one, how) for one, how in shown if one.kind != "T"}
    rows = {(row["learner"], row["question"]): row for row in a_class.grade()}
    for key, says in said.items():
        assert rows[key]["status"] == Status.FAILED
        assert " ".join(says.split()) in rows[key]["message"]


def with_wrong_answers(lesson: Lesson, lang: str) -> str:
    """The exercise as it is handed out, with wrong answers in the cells for them."""
    notebook = json.loads(built("", lang, lesson).read_text(encoding="utf-8"))
    wrong = {
        one.name: one.misconceptions[0]
        for one in question_set(lesson.id).graded
        if one.misconceptions and one.kind != "F"
    }
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and (names := names_set("".join(cell["source"]), wrong)):
            cell["source"] = "\n".join(f"{name} = {wrong[name].wrong_answer()!r}" for name in names)
    return json.dumps(notebook)


def diagnosis(question: Question, misconception: Misconception) -> str:
    """What the learner hears of it while learning."""
    return judge(question, to_plain(misconception.wrong_answer())).seen.en


def test_the_untouched_notebooks_carry_the_metadata_that_grading_reads() -> None:
    for lesson in WRITTEN:
        for lang in LANGUAGES:
            metadata = json.loads(built("", lang, lesson).read_text(encoding="utf-8"))["metadata"]
            assert metadata["mlcurric"] == {"lesson": lesson.id, "kind": "exercise", "lang": lang}

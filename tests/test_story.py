"""Figures that an exercise or a model answer repeats from a lesson are those that the lesson computes."""

import json
import re

import pytest

from mlcurric.curriculum import PROSE_NUMBERS, content, exercise_path, lesson_path, lessons

LESSONS = {lesson.id: lesson for lesson in lessons()}


def computed(lesson_id: str) -> set[str]:
    """The figures that the hidden cell of a built lesson prints."""
    notebook = json.loads((content() / "notebooks/en" / lesson_path(LESSONS[lesson_id])).read_text(encoding="utf-8"))
    cell = next(cell for cell in notebook["cells"] if PROSE_NUMBERS in cell["metadata"].get("tags", ()))
    return set(json.loads("".join(cell["outputs"][0]["text"])).values())


def text_of(lesson_id: str, folder: str) -> str:
    notebook = json.loads((content() / folder / exercise_path(LESSONS[lesson_id])).read_text(encoding="utf-8"))
    return "\n".join("".join(cell["source"]) for cell in notebook["cells"])


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("folder", ["exercises/{}", "exercises/solved/{}"])
def test_exercise_1_2_repeats_the_ranking_scores_of_its_lesson(lang, folder):
    scores = set(re.findall(r"(?<!\d)0\.\d\d(?!\d)", text_of("1-2", folder.format(lang)))) - {"0.80"}
    assert scores == {"0.94", "0.69"}
    assert scores <= computed("1-2")


@pytest.mark.parametrize(("lang", "ranges"), [("en", ["50 to 70", "66 to 92"]), ("ja", ["50〜70", "66〜92"])])
def test_the_model_answer_of_1_1_repeats_the_ranges_of_its_lesson(lang, ranges):
    answer = re.sub(r"\s+", " ", text_of("1-1", f"exercises/solved/{lang}"))
    for said in ranges:
        assert said in answer or said in answer.replace(" ", "")
        assert set(re.findall(r"\d+", said)) <= computed("1-1")


def test_on_strangers_the_small_tree_is_no_better_than_nobody_leaves():
    from mlcurric.subject import load_telco, repeat_draws

    draws = repeat_draws(load_telco(), draws=200)
    assert draws.tree_unseen <= draws.nobody_unseen
    assert draws.rule_unseen <= draws.nobody_unseen
    assert draws.tree_seen > draws.tree_unseen + 3


def test_the_bets_of_1_2_are_settled_by_the_figures_of_the_lesson():
    from mlcurric.questions.lesson_1_2.bets import ranking_scores

    figures = computed("1-2")
    assert {f"{score:.2f}" for score in ranking_scores().values()} <= figures

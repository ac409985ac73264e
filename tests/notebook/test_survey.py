"""mlcurric.notebook.survey: the cell as it is built, filled in, kept whole, and read back as a report reads it."""

import json
import re

import pandas as pd
import pytest

from mlcurric.curriculum import content, lesson_path, lessons
from mlcurric.notebook.progress import Progress
from mlcurric.subject.surveys.answers import read_answers
from mlcurric.subject.surveys.forms import ABOUT, COLUMNS, ISSUES, survey_items

LESSONS = {1: "1-8", 2: "2-8", 3: "3-5"}
"""The lesson that ends a stage with its survey."""


def open_page(notebook, lang="en"):
    notebook.run(f'from mlcurric import exercise\nex = exercise("1-8", lang="{lang}")')
    return notebook


@pytest.fixture
def opened(desk, notebook):
    return open_page(notebook)


def built_cell(lang: str, stage: int = 1) -> str:
    (lesson,) = (lesson for lesson in lessons() if lesson.id == LESSONS[stage])
    page = json.loads((content() / "notebooks" / lang / lesson_path(lesson)).read_text(encoding="utf-8"))
    (cell,) = [
        cell for cell in page["cells"] if "ex.survey(" in "".join(cell["source"]) and cell["cell_type"] == "code"
    ]
    return "".join(cell["source"])


def filled(cell: str, **answers: str) -> str:
    for item, typed in answers.items():
        cell, count = re.subn(rf'^( *{item} *= )(?:\.\.\.|"")', rf"\g<1>{typed}", cell, flags=re.MULTILINE)
        assert count == 1, item
    return cell


def read(desk) -> pd.DataFrame:
    return pd.read_csv(desk / "survey" / "stage-1.csv")


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("stage", LESSONS)
def test_the_cell_asks_what_the_form_asks(stage, lang):
    cell = built_cell(lang, stage)
    assert re.findall(r"^ *(\w+) *= ", cell, re.MULTILINE) == [*ABOUT, *(item.id for item in survey_items(stage))]
    for item in survey_items(stage):
        assert item.kind == "issues" or getattr(item.asks, lang) in cell
    for letter, issue in ISSUES.items():
        assert f"{letter} {getattr(issue.label, lang)}" in cell


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_filled_in_it_is_a_table_that_pandas_reads(desk, notebook, lang):
    open_page(notebook, lang)
    marks = {item.id: "4" for item in survey_items(1) if item.kind in ("understanding", "motivation")}
    words = {"helped_most": '"=HYPERLINK(0)"', "still_missing": '"「,」と\\"引用符\\""'}
    shown = notebook.run(filled(built_cell(lang), **marks, issues='"b, g"', **words))
    assert {"en": "Saved in", "ja": "保存しました"}[lang] in shown
    assert {"en": "All lines are filled in", "ja": "すべて埋まりました"}[lang] in shown
    table = read(desk)
    assert tuple(table.columns) == COLUMNS
    answers = table.set_index("item")["answer"]
    assert set(answers[list(marks)].astype(int)) == {4}
    assert answers["issues"] == "no_sponsor no_time"
    assert answers["helped_most"] == "'=HYPERLINK(0)"
    assert answers["still_missing"] == '「,」と"引用符"'
    assert pd.to_datetime(table["date"]).notna().all()
    assert (desk / "survey" / "stage-1.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_untouched_nothing_is_kept(opened, desk):
    assert "Nothing is filled in yet" in opened.run(built_cell("en"))
    assert not (desk / "survey").exists()


def test_a_form_in_part_is_kept_and_says_what_is_open(opened, desk):
    shown = opened.run(filled(built_cell("en"), understand_dates="3"))
    assert "Still open: understand_learning, understand_hits" in shown
    answers = read(desk).set_index("item")["answer"]
    assert float(answers["understand_dates"]) == 3
    assert answers.drop("understand_dates").isna().all()


def test_a_second_run_replaces_the_first_and_says_so(opened, desk):
    opened.run("ex.survey(understand_dates=3, motivation_try=5)")
    assert "in place of your earlier answers" in opened.run("ex.survey(understand_dates=4)")
    answers = read(desk).set_index("item")["answer"]
    assert float(answers["understand_dates"]) == 4
    assert pd.isna(answers["motivation_try"])
    assert "nothing was saved" in opened.run("ex.survey(understand_dates=...)")
    assert len(read(desk)) == len(survey_items(1))


def test_a_line_that_cannot_be_read_is_named_and_the_others_are_kept(opened, desk):
    shown = opened.run("ex.survey(understand_dates=7, motivation_try=5, motivaton_next=4)")
    assert "understand_dates: a whole number from 1 to 5 is expected, not 7" in shown
    assert "did you mean “motivation_next”?" in shown
    assert float(read(desk).set_index("item")["answer"]["motivation_try"]) == 5
    assert "understand_dates" in opened.run("ex.survey(understand_dates=7)")


def test_outside_a_learners_folder_nothing_is_written(notebook, tmp_path):
    open_page(notebook)
    assert "not in a learner's folder" in notebook.run("ex.survey(understand_dates=3)")
    assert not (tmp_path / "survey").exists()


def test_a_disk_that_cannot_be_written_is_said(opened, desk):
    (desk / "survey").write_text("in the way")
    assert "could not be saved" in opened.run("ex.survey(understand_dates=3)")


def test_answers_stay_out_of_the_log(opened, desk):
    opened.run('ex.survey(helped_most="a secret")')
    assert list(Progress.of(desk).events()) == []


def test_half_a_character_does_not_keep_the_rest_from_being_saved(opened, desk):
    opened.run('ex.survey(helped_most="good\\ud83d", understand_dates=3)')
    assert read(desk).set_index("item")["answer"]["helped_most"] == "good?"


def test_a_team_and_a_word_of_ones_own_are_kept_where_they_are_given(desk, notebook):
    notebook.run('from mlcurric import exercise\nex = exercise("2-8", lang="ja")')
    shown = notebook.run('ex.survey(team="アプリ開発", code="みかん", understand_value=4)')
    assert "保存しました" in shown
    table = pd.read_csv(desk / "survey" / "stage-2.csv").set_index("item")["answer"]
    assert list(table.index[:2]) == ["team", "code"]
    assert (table["team"], table["code"], table["understand_value"]) == ("アプリ開発", "みかん", "4")
    (response,) = read_answers(desk / "survey" / "stage-2.csv").responses
    assert (response.team, response.code, response.marks) == ("アプリ開発", "みかん", {"understand_value": 4})
    assert "保存していません" in notebook.run('ex.survey(team="アプリ開発", understand_value=...)')

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


def test_a_second_run_replaces_what_is_given_anew_and_nothing_else(opened, desk):
    opened.run("ex.survey(understand_dates=3, motivation_try=5)")
    shown = opened.run("ex.survey(understand_dates=4, motivation_try=...)")
    assert "in place of your earlier answer" in shown
    assert "Empty now, answered before: motivation_try." in shown
    answers = read(desk).set_index("item")["answer"]
    assert float(answers["understand_dates"]) == 4
    assert float(answers["motivation_try"]) == 5
    shown = opened.run("ex.survey(understand_dates=...)")
    assert "nothing was saved" in shown
    assert "Your earlier answers stand" in shown
    assert len(read(desk)) == len(survey_items(1))


def test_a_line_that_cannot_be_read_is_named_and_the_others_are_kept(opened, desk):
    shown = opened.run("ex.survey(understand_dates=7, motivation_try=5, motivaton_next=4)")
    assert "understand_dates: a whole number from 1 to 5 is expected, not 7" in shown
    assert "did you mean “motivation_next”?" in shown
    assert float(read(desk).set_index("item")["answer"]["motivation_try"]) == 5
    assert "understand_dates" in opened.run("ex.survey(understand_dates=7)")


MARKS = [item.id for item in survey_items(2) if item.kind in ("understanding", "motivation")]


@pytest.mark.parametrize(
    ("lang", "says", "stands"),
    [
        ("en", "understand_value and 14 more lines: a whole number from 1 to 5 is expected, not 6.", "earlier answers stand"),
        ("ja", "understand_value ほか14行: 1〜5の整数で答えます(6 と書かれています)。", "その行は前の回答のままです。"),
    ],
)  # fmt: skip
def test_marks_that_cannot_be_read_are_told_once_and_leave_the_earlier_ones(desk, notebook, lang, says, stands):
    notebook.run(f'from mlcurric import exercise\nex = exercise("2-8", lang="{lang}")')
    notebook.run(f"ex.survey({', '.join(f'{name}=4' for name in MARKS)})")
    for more in ("", ", helped_most='x'"):
        shown = notebook.run(f"ex.survey({', '.join(f'{name}=6' for name in MARKS)}{more})")
        assert says in shown
        assert stands in shown
        assert shown.count("understand_value") == 1
        (response,) = read_answers(desk / "survey").responses
        assert response.marks == dict.fromkeys(MARKS, 4)
    assert response.words == {"helped_most": "x"}


def test_a_line_that_cannot_be_read_does_not_claim_an_earlier_answer(opened):
    opened.run("ex.survey(understand_dates=3)")
    assert "earlier" not in opened.run("ex.survey(understand_hits=6, motivation_try=2)")
    assert "Where you had answered before" in opened.run("ex.survey(understand_hits=6, understand_dates=6)")


@pytest.mark.parametrize(
    ("lang", "says"),
    [("en", "kept as the answers of another person"), ("ja", "合い言葉が違うので、別の人の回答として残しました。")],
)
def test_another_code_is_another_person_who_overwrites_nobody(desk, notebook, lang, says):
    notebook.run(f'from mlcurric import exercise\nex = exercise("2-8", lang="{lang}")')
    assert says not in notebook.run('ex.survey(code="plum", understand_value=4)')
    shown = notebook.run('ex.survey(code="りんご", understand_value=2)')
    assert says in shown
    assert "survey/stage-2-2.csv" in shown
    # Either goes on where they were, whatever the width in which they type their word.
    assert says not in notebook.run('ex.survey(code="Ｐｌｕｍ", understand_value=..., motivation_try=5)')
    assert says not in notebook.run('ex.survey(code="りんご ", motivation_try=1)')
    found = {one.code: one.marks for one in read_answers(desk / "survey").responses}
    assert found == {
        "plum": {"understand_value": 4, "motivation_try": 5},
        "りんご": {"understand_value": 2, "motivation_try": 1},
    }


def test_the_same_code_with_nearly_all_answers_new_may_be_another_person_whose_answers_stay(desk, notebook):
    notebook.run('from mlcurric import exercise\nex = exercise("2-8", lang="en")')
    notebook.run('ex.survey(code="plum", understand_value=4, motivation_try=5)')
    shown = notebook.run('ex.survey(code="plum", understand_value=4, motivation_try=4)')
    assert "stands in place of your earlier answer" in shown
    shown = notebook.run('ex.survey(code="plum", understand_value=1, motivation_try=2)')
    assert "survey/stage-2.earlier" in shown
    assert "another code" in shown
    earlier = desk / "survey" / "stage-2.earlier"
    (response,) = read_answers(desk / "survey").responses
    assert response.marks == {"understand_value": 1, "motivation_try": 2}
    notebook.run('ex.survey(code="fig", understand_value=1, motivation_try=2)')
    earlier.replace(desk / "survey" / "stage-2.csv")
    found = {one.code: one.marks for one in read_answers(desk / "survey").responses}
    assert found == {
        "plum": {"understand_value": 4, "motivation_try": 4},
        "fig": {"understand_value": 1, "motivation_try": 2},
    }


def test_whoever_adds_a_code_to_the_same_answers_is_still_one_person(desk, notebook):
    notebook.run('from mlcurric import exercise\nex = exercise("2-8", lang="en")')
    notebook.run("ex.survey(understand_value=4, motivation_try=5)")
    notebook.run('ex.survey(code="plum", understand_value=4, motivation_try=5, motivation_next=2)')
    (response,) = read_answers(desk / "survey").responses
    assert (response.code, len(response.marks)) == ("plum", 3)
    # Other answers, and no code or a new one: somebody else sits there now.
    assert "There is no code this time" in notebook.run("ex.survey(understand_value=1)")
    assert "another person" in notebook.run('ex.survey(code="fig", understand_value=2)')
    assert sorted(one.code for one in read_answers(desk / "survey").responses) == ["", "fig", "plum"]
    (desk / "survey" / "stage-2.csv").unlink()
    notebook.run('ex.survey(code="fig", motivation_try=3)')
    found = {one.code: len(one.marks) for one in read_answers(desk / "survey").responses}
    assert found == {"": 1, "fig": 2}


def test_a_file_that_cannot_be_read_is_left_as_it_is(opened, desk):
    (desk / "survey").mkdir()
    (desk / "survey" / "stage-1.csv").write_text("my notes\n")
    assert "could not be read, and was left" in opened.run("ex.survey(understand_dates=3)")
    assert (desk / "survey" / "stage-1.csv").read_text() == "my notes\n"
    assert "stage-1-2.csv" in opened.run("ex.survey(understand_dates=4)")
    assert not (desk / "survey" / "stage-1-3.csv").exists()


@pytest.mark.parametrize("typed", ["None", '"none"', '"NONE"', '"なし"'])
def test_no_issue_is_an_answer_in_any_dress(opened, desk, typed):
    opened.run(f"ex.survey(issues={typed})")
    assert read_answers(desk / "survey").responses[0].issues == frozenset()


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

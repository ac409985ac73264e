"""mlcurric.subject.surveys.paper: a form for paper, and the same as questions whose answers are read back."""

import csv
import html
import io
import re

import pytest

from mlcurric.subject.surveys.answers import read_answers
from mlcurric.subject.surveys.forms import MARKED, STAGES, issues_of, survey_items
from mlcurric.subject.surveys.likert import LABELS
from mlcurric.subject.surveys.paper import COLUMNS, form_csv, form_page, form_rows, typing_sheet
from mlcurric.text import LANGUAGES, speaking


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stage", STAGES)
def test_the_page_asks_everything_and_fetches_nothing(stage, lang):
    with speaking(lang):
        page = html.unescape(form_page(stage))
    for item in survey_items(stage):
        assert item.kind == "issues" or getattr(item.asks, lang) in page
    for issue in issues_of(stage).values():
        assert getattr(issue.label, lang) in page
    assert not re.search(r"https?:|<script|src=|@import", page)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stage", STAGES)
def test_typed_into_a_tool_the_form_gives_answers_that_are_read(stage, lang, tmp_path):
    with speaking(lang):
        rows = form_rows(stage)
        none = {"en": "none of these", "ja": "特になし"}[lang]
    answer = {"team": "A", "code": "x"}
    for item in survey_items(stage):
        answer[item.id] = LABELS[lang][3] if item.kind in MARKED else none if item.kind == "issues" else "words"
    file = tmp_path / "export.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows([[row["question"] for row in rows], [answer[row["id"]] for row in rows]])
    read = read_answers(file, stage=stage)
    assert read.faults == ()
    (response,) = read.responses
    assert response.marks == {item.id: 4 for item in survey_items(stage) if item.kind in MARKED}
    assert (response.team, response.code, response.issues) == ("A", "x", frozenset())
    assert set(response.words) == {item.id for item in survey_items(stage) if item.kind == "open"}


def test_the_list_of_questions_is_a_table():
    with speaking("ja"):
        rows = list(csv.DictReader(io.StringIO(form_csv(2))))
    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == ["team", "code", *(item.id for item in survey_items(2))]
    assert all(row["question"] and row["type"] for row in rows)


def test_answers_on_paper_are_typed_below_the_headings(tmp_path):
    with speaking("ja"):
        head = typing_sheet(1)
    file = tmp_path / "stage-1.csv"
    file.write_text(head + "A,みかん,1,2,3,4,5,1,2,3,4,5,b g,よかった,\n", encoding="utf-8")
    (response,) = read_answers(file).responses
    assert list(response.marks.values()) == [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]
    assert response.issues == {"no_sponsor", "no_time"}
    assert response.words == {"helped_most": "よかった"}

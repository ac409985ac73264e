"""mlcurric.subject.surveys.forms: ids that last, answers read kindly, sentences that name the line."""

import pytest

from mlcurric.subject.surveys.forms import (
    BEFORE,
    COLUMNS,
    ISSUES,
    LESSONS,
    SCALE,
    STAGES,
    Item,
    every_item,
    issues_of,
    read_answer,
    survey_items,
    survey_table,
)
from mlcurric.text import T

ITEMS = {item.id: item for item in survey_items(1)}
MARK, LETTERS, WORDS = ITEMS["understand_dates"], ITEMS["issues"], ITEMS["helped_most"]


def test_the_ids_are_those_that_files_already_hold():
    # Add to this list; never change it: answers of different years are compared by it.
    assert list(ITEMS) == [
        *("understand_learning", "understand_dates", "understand_hits", "understand_money"),
        *("understand_promise", "understand_showing", "understand_moving"),
        *("motivation_try", "motivation_next", "motivation_others"),
        *("issues", "helped_most", "still_missing"),
    ]
    assert [issue.id for issue in ISSUES.values()] == [
        *("unclear_goal", "no_sponsor", "no_data", "poor_data", "no_teamwork", "no_specialist", "no_time"),
        *("too_hard", "too_easy", "did_not_run"),
    ]


def test_the_ids_of_the_other_forms_are_those_that_files_already_hold():
    # Add to these lists; never change them.
    understood = {
        stage: [item.id.removeprefix("understand_") for item in survey_items(stage) if item.kind == "understanding"]
        for stage in STAGES
    }
    again = ["learning", "money", "promise", "moving"]
    first = ["learning", "dates", "hits", "money", "promise", "showing", "moving"]
    assert understood == {
        0: [*first, "proof", "poc", "usecase", "choosing"],
        1: first,
        2: ["value", "calibrated", "uplift", "proof", "deciding", "running", "unspoken", "poc", *again],
        3: ["storming", "usecase", "choosing", "roles", "approval", *again],
    }
    assert [item.id for item in survey_items(BEFORE)][-2:] == ["issues", "hoped_for"]


@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage != BEFORE])
def test_each_stage_can_be_compared_with_the_form_before_the_first(stage):
    asked = [
        {item.id for item in survey_items(each) if item.kind in ("understanding", "motivation")}
        for each in (BEFORE, stage)
    ]
    assert len(asked[0] & asked[1]) >= 9
    assert len(survey_items(stage)) <= 18


def test_an_item_asks_the_same_on_every_form():
    for stage in STAGES:
        for item in survey_items(stage):
            assert every_item()[item.id] == item
    asks = [item.asks for item in every_item().values()]
    assert len({each.en for each in asks}) == len({each.ja for each in asks}) == len(asks)


def test_before_the_first_stage_nobody_is_asked_about_the_lessons():
    assert {issue.group for issue in issues_of(1).values()} - {issue.group for issue in issues_of(BEFORE).values()} == {
        LESSONS
    }


def test_every_lesson_of_the_stage_is_asked_about():
    assert sum(item.kind == "understanding" for item in ITEMS.values()) == 7
    assert {item.kind for item in ITEMS.values()} == {"understanding", "motivation", "issues", "open"}


def test_a_stage_without_a_form_is_said():
    with pytest.raises(ValueError, match="Stage 9 has no form; there is one for 0, 1, 2, 3"):
        survey_items(9)


@pytest.mark.parametrize("typed", [..., None, "", "  ", "　"])
@pytest.mark.parametrize("item", ITEMS.values(), ids=lambda item: item.id)
def test_an_open_line_is_open(item: Item, typed):
    assert read_answer(item, typed) is None


@pytest.mark.parametrize(("typed", "kept"), [(1, "1"), (5, "5"), (4.0, "4"), ("4", "4"), ("４", "4"), (" 3 ", "3")])
def test_a_mark_is_read(typed, kept):
    assert read_answer(MARK, typed) == kept


@pytest.mark.parametrize("typed", [0, 6, 4.5, -1, True, "four", "a", [4], 10**9, float("nan"), "4/5"])
def test_what_is_no_mark_is_said_with_its_line(typed):
    said = read_answer(MARK, typed)
    assert isinstance(said, T)
    assert said.en.startswith(f"understand_dates: a whole number from {SCALE[0]} to {SCALE[1]}")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("b, g", "no_sponsor no_time"),
        ("g b", "no_sponsor no_time"),
        ("Ｂ、Ｇ", "no_sponsor no_time"),
        ("bとg", "no_sponsor no_time"),
        ("b and g", "no_sponsor no_time"),
        ("bg", "no_sponsor no_time"),
        (["b", "g"], "no_sponsor no_time"),
        ("a a", "unclear_goal"),
        ("none", "none"),
        ("なし", "none"),
        ("特になし。", "none"),
    ],
)
def test_issues_are_kept_by_their_ids(typed, kept):
    assert read_answer(LETTERS, typed) == kept


@pytest.mark.parametrize("typed", ["z", "a, z", "?", "no idea", 3])
def test_an_unknown_issue_is_named(typed):
    assert "there is no “" in read_answer(LETTERS, typed).en


def test_words_are_kept_as_they_were_typed():
    assert read_answer(WORDS, " リストの見方\n👩‍💻　です\x1b[0m\x00 ") == "リストの見方\n👩‍💻　です [0m"


def test_the_table_has_a_row_an_item():
    table = survey_table(1, "2026-04-01", {"understand_dates": "4", "issues": "no_time"})
    assert tuple(table.columns) == COLUMNS
    assert list(table["item"]) == list(ITEMS)
    answers = table.set_index("item")["answer"]
    assert (answers["understand_dates"], answers["issues"], answers["helped_most"]) == ("4", "no_time", "")
    assert set(table["stage"]) == {1}
    assert set(table["date"]) == {"2026-04-01"}


def test_team_and_code_have_rows_where_they_are_filled_in():
    table = survey_table(2, "2026-09-18", {"team": "アプリ開発", "code": "みかん", "understand_value": "4"})
    assert list(table["item"])[:3] == ["team", "code", "understand_value"]
    assert list(table["kind"])[:2] == ["about", "about"]

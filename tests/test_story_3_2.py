"""The story of lesson 3-2 holds: its figures are those of the worked example, its sheets agree, its answers are told apart."""

import json
import re
from fractions import Fraction

import pytest
from test_story import LESSONS, computed, text_of

from mlcurric.curriculum import content, lesson_path
from mlcurric.question.asking import answer_of
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.questions.lesson_3_2.bets import NOTES_A_MONTH, NOTES_AN_HOUR, sheet_bets
from mlcurric.questions.lesson_3_2.cards import CARDS
from mlcurric.questions.lesson_3_2.mended_sheet import LINES, first_sheet
from mlcurric.questions.lesson_3_2.pays_from import LEFT_BY_PAGE, REPEATED, breaks_even
from mlcurric.subject import example_board, example_method_last, example_use_cases, method_last_findings
from mlcurric.subject.intervals import wilson
from mlcurric.subject.said import is_none
from mlcurric.subject.usecases.method_last import MethodLastSheets
from mlcurric.text import LANGUAGES, speaking

QUESTIONS = {question.name: question for question in question_set("3-2").all}


def cells_of(lang: str) -> list[str]:
    source = (content() / f"notebooks/{lang}" / lesson_path(LESSONS["3-2"])).read_text(encoding="utf-8")
    return ["".join(cell["source"]) for cell in json.loads(source)["cells"]]


def verdict_on(name: str, answer):
    question = QUESTIONS[name]
    return judge(question, answer_of(answer, question.calls()))


def digits(text: str) -> set[str]:
    return set(re.findall(r"\d+", text.replace(",", "")))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_sheet_of_three_ends_with_nothing_and_the_others_do_not(lang):
    sheets = example_method_last(lang)
    assert [is_none(sheet.ml) for sheet in sheets] == [False, False, True]
    assert [sheet.rule_enough for sheet in sheets] == ["not tried", "no", "yes"]
    assert [sheet.mode for sheet in sheets] == ["augment", "augment", "automate"]
    assert {name: one.truth() for name, one in sheet_bets.statements.items()} == {"all_three": False, "a_day": True}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_figures_of_the_work_by_hand_stand_in_the_files(lang):
    board, (first, notes, leader) = example_board(lang=lang), example_method_last(lang)
    cases = example_use_cases(lang)
    assert str(NOTES_A_MONTH) in digits(board.notes[44].text)
    assert str(NOTES_AN_HOUR) in digits(notes.data)
    assert "400" in digits(cases["U3"].obstacles)
    assert {"20", "15"} <= digits(cases["U1"].to_be)
    assert {"7", "30"} <= digits(first.ml)
    assert "3" in digits(board.notes[5].text) or "three" in board.notes[5].text
    assert re.search("five|5", leader.data)
    assert re.search("ten|10", cases["U4"].scenario)
    assert round(5 * 52 / 12) == 22
    cells = "\n".join(cells_of(lang))
    assert "[250, 200, 22]" in cells
    assert "[15, 1.5, 10]" in cells
    assert 60 / NOTES_AN_HOUR == 1.5


def test_the_machine_for_the_notes_pays_from_six_times_as_many():
    assert {"14", "3", "1,333", "18,000", "10", "62.5", "3.7", "5"} <= computed("3-2")
    assert 120_000 / 3_600 * NOTES_AN_HOUR > 6 * NOTES_A_MONTH


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_flawed_sheet_has_what_the_exercise_mends_and_shows_the_same_lines(lang):
    with speaking(lang):
        found = [each.name for each in method_last_findings(MethodLastSheets((first_sheet(),)))]
        page = text_of("3-2", f"exercises/{lang}")
        for name, options in LINES.items():
            row = next(line for line in page.splitlines() if line.startswith(f"| `{name}`"))
            assert [cell.strip() for cell in row.strip("|").split("|")][1 : len(options) + 1] == [
                str(text) for text in options.values()
            ]
    assert found == ["whose_anybody", "rule_is_method", "method_alone", "rule_enough", "nobody_acts"]


def test_a_sheet_without_ml_but_with_old_use_data_still_clashes_with_the_room():
    model = dict(whose="b", who_acts="a", rule="b", rule_enough="a", data="a", ml="c")
    assert verdict_on("mended_sheet", model).status is Status.PASSED
    for name, options in LINES.items():
        for letter in options:
            if letter != model[name]:
                verdict = verdict_on("mended_sheet", {**model, name: letter})
                assert verdict.status is Status.FAILED, (name, letter)
                assert 0 < verdict.share < 1


def test_cards_may_change_places_where_it_does_not_matter_and_nowhere_else():
    for order in ("b d g f i c h a", "bdfgihca", "Ｂ→Ｄ→Ｈ→Ｃ→Ｇ→Ｆ→Ｉ→Ａ", ["b", "d", "c", "h", "g", "f", "i", "a"]):
        assert verdict_on("cards_in_order", order).status is Status.PASSED, order
    assert verdict_on("cards_in_order", "b d g f i c h h a").status is Status.FAILED
    assert verdict_on("cards_in_order", "b d g f i c a").seen.en.endswith("h.")
    assert len(CARDS) == 9


def test_the_cards_are_the_worked_example_in_short():
    case = example_use_cases("en")["U2"]
    assert "One in three of 3,000" in case.as_is
    assert Fraction(3_000, 3) == 1_000
    assert "twenty commonest" in case.rule


def test_the_tool_pays_at_three_thousand_without_the_page_and_not_with_it():
    assert breaks_even() == pytest.approx(7_500)
    assert breaks_even(REPEATED) < 3_000 < breaks_even()
    assert LEFT_BY_PAGE == REPEATED / 2
    assert breaks_even() / 3_000 == pytest.approx(2.5)


def test_the_range_of_two_people_who_agree_is_the_interval_of_82_of_100():
    low, high = (round(100 * float(end)) for end in wilson(82, 100))
    assert (low, high) == (73, 88)
    for lang, said in (("en", "73 to 88"), ("ja", "73〜88")):
        assert said in text_of("3-2", f"exercises/{lang}")
        assert said in re.sub(r"\s+", " ", text_of("3-2", f"exercises/solved/{lang}"))

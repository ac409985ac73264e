"""The story of lesson 3-1 holds: its wall says what the page says, and its minutes are those of the agenda."""

import itertools
import re
from datetime import date

import pytest
from test_story import LESSONS, computed, text_of

from mlcurric.curriculum import content
from mlcurric.questions import question_set
from mlcurric.questions.lesson_3_1.bets import FIRST_INVOICE, share_before_invoice, share_to_mend, wall_bets
from mlcurric.questions.lesson_3_1.mended import MODEL, TO_MEND
from mlcurric.subject.board.form import board_findings
from mlcurric.subject.ideathon.example import IDEATHON_DAY, example_board, example_file
from mlcurric.text import LANGUAGES, speaking
from mlcurric.workshop.stage_3 import STEPS

SOURCE = (content() / "notebooks/source/3-three-months/3-1-event-storming.md").read_text(encoding="utf-8")
CANCELLED = 48


@pytest.fixture(params=LANGUAGES)
def board(request):
    return example_board("board", request.param)


def says(board, id, *words):
    """Whether a note holds one of some words, whichever of the two languages it speaks."""
    return any(word in board.notes[id].text for word in words)


def test_the_minutes_are_those_of_the_agenda_and_of_the_curriculum():
    minutes = [step.minutes for step in STEPS if step.part == "3-1"]
    assert [int(found) for found in re.findall(r"^## .*\((\d+) minutes\)$", SOURCE, re.M)] == minutes
    assert [int(found) for found in re.findall(r"^## .*\((\d+)分\)$", SOURCE, re.M)] == minutes
    # “110 minutes at the wall”, and alone 70 here and 40 in the exercise.
    assert sum(minutes) == LESSONS["3-1"].minutes == 110 == 70 + 40
    # “No solutions before 14:30”: the to-be is the sixth part.
    assert 13 * 60 + sum(minutes[:5]) == 14 * 60 + 30


def test_the_facilitators_minutes_run_through():
    table = re.search(r"\| minute \| what happens.*?\n\n", SOURCE, re.DOTALL)[0]
    spans = [tuple(map(int, found)) for found in re.findall(r"^\| (\d+)–(\d+) \|", table, re.M)]
    assert (spans[0][0], spans[-1][1]) == (0, 110)
    assert all(one[1] == other[0] for one, other in itertools.pairwise(spans))


def test_the_day_is_a_thursday():
    assert date(2027, 1, 21) == IDEATHON_DAY
    assert IDEATHON_DAY.strftime("%a") == "Thu"


def test_half_of_the_hotspots_hang_before_the_first_invoice_and_two_at_the_end(board):
    hotspots = board.of("hotspot")
    before = [note for note in hotspots if note.at < board.notes[FIRST_INVOICE].at]
    after = [note for note in hotspots if note.at >= board.notes[CANCELLED].at]
    assert {str(len(hotspots)), str(len(before)), str(len(after))} <= computed("3-1")
    # “the stretch in which half of what hurts hangs”
    assert share_before_invoice() == len(before) / len(hotspots) == 0.5
    assert says(board, FIRST_INVOICE, "first invoice", "最初の請求")
    assert board.notes[CANCELLED].pivotal
    # The list is made behind the invoice, from a table that begins there.
    assert says(board, 28, "table begins here", "ここから始まる")
    assert board.notes[28].author in ("Ken", "健")
    assert board.notes[36].at == 14


def test_the_bets_are_settled_as_the_lesson_counts():
    assert {name: one.truth() for name, one in wall_bets.statements.items()} == {"rough": False, "early": True}
    rough = example_board("rough")
    assert len(rough) == 25
    for lang in LANGUAGES:
        with speaking(lang):
            assert str(round(share_to_mend() * len(rough))) in computed("3-1")


def test_eight_people_of_three_trades_wrote_the_wall(board):
    assert len({note.author for note in board}) == 8
    assert len({note.role for note in board}) == 3
    assert not board_findings(board)


def test_what_is_quoted_stands_on_the_wall(board):
    assert says(board, 5, "three days", "3通り")
    assert says(board, 44, "200 notes", "200件")
    assert says(board, 21, "6 of 10", "10チーム中6チーム")
    assert says(board, 35, "same week", "同じ週")
    # Nobody can see today who gets to the first turning point.
    assert 17 in board.notes[19].links
    assert [note.id for note in board if note.pivotal] == [17, 24, CANCELLED]
    assert len(board.contexts) == 5


def test_what_is_to_be_answers_a_hotspot(board):
    ahead = [*board.of("ml_step"), board.notes[63]]
    assert len(ahead) == 4
    assert board.notes[63].kind == "policy"
    for note in ahead:
        assert note.layer == "to-be"
        assert any(other.kind == "hotspot" for other in board.linked(note))


def test_the_first_solution_is_the_first_note_of_the_rough_wall_and_is_gone_from_the_finished_one():
    for lang, solution in (("en", "AI predicts churn"), ("ja", "AIが解約を予測する")):
        first = example_board("rough", lang).notes[1]
        assert (first.text, first.author) == (solution, {"en": "Sato", "ja": "佐藤"}[lang])
        assert solution in SOURCE
        assert all(note.text != solution for note in example_board("board", lang))


def test_ken_counts_by_the_day_of_the_pre_mortem():
    assert "by 9 February" in example_file("pre-mortem", "en").read_text(encoding="utf-8-sig")
    assert "by 9 February" in SOURCE


def test_the_model_answer_of_the_exercise_is_the_one_that_the_misconceptions_are_made_of():
    for lang in LANGUAGES:
        solved = text_of("3-1", f"exercises/solved/{lang}").partition('mended_board = """')[2].partition('"""')[0]
        assert solved == getattr(MODEL, lang)


def test_the_prompt_says_what_the_check_leaves_for_later():
    graded = [question.name for question in question_set("3-1").graded]
    assert graded == ["mended_board", "which_paper", "where_it_hurts", "what_to_say", "opening_words"]
    later = {"pivotal", "roles", "nobody_acts"}
    with speaking("en"):
        left = {finding.id for finding in board_findings(example_board("rough"))}
    assert left == set(TO_MEND) | later

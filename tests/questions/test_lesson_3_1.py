"""3-1: the wall is mended by any commands that mend it, in either language, and never by tearing the room's words off."""

import pytest

from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions.lesson_3_1.kinds import which_paper
from mlcurric.questions.lesson_3_1.mended import MODEL, STAYS, mended_board
from mlcurric.questions.lesson_3_1.opening import opening_words
from mlcurric.questions.lesson_3_1.places import where_it_hurts
from mlcurric.questions.lesson_3_1.say import what_to_say
from mlcurric.subject.ideathon.example import example_board
from mlcurric.text import LANGUAGES, speaking


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("typed", LANGUAGES)
def test_the_model_answer_passes_in_either_language_whatever_is_spoken(spoken, typed):
    with speaking(spoken):
        assert judge(mended_board, getattr(MODEL, typed)).status is Status.PASSED


@pytest.mark.parametrize(
    "typed",
    [
        # The idea is kept, and says whose problem it answers.
        MODEL.en.replace("- E1 M24", "- E1\nM24: Which trial teams will not come back\nM24 > H25"),
        # The other note of a pair is kept, one click becomes what was achieved by it.
        MODEL.en.replace("- E3 E4 E5 E6 E7", "- E3 E4 E5 E6 E8\nE7: The team leader signed up"),
        MODEL.en.replace("- E19", "- E20\nE19: The customer was called"),
        MODEL.en.replace("- E23\nH25 > E22", "- E22\nH25 > E23"),
        # Only one of the two people is kept.
        MODEL.en.replace("A16: Head of department going through expenses in March", "- A16"),
        # Wide signs, as they come from a Japanese keyboard.
        MODEL.ja.replace("E11 h", "Ｅ１１　＝　ホットスポット").replace("H11 > E10", "Ｈ１１　→　Ｅ１０"),
        MODEL.ja.replace("e 通話メモが書かれた @15", "出来事　通話メモが書かれた　＠１５"),
    ],
)
def test_there_are_many_good_walls(typed):
    assert judge(mended_board, typed).status is Status.PASSED, judge(mended_board, typed).as_text()


def test_what_has_to_stay_is_on_the_wall_to_begin_with():
    for lang in LANGUAGES:
        rough = example_board("rough", lang)
        for group, _ in STAYS:
            assert group <= set(rough.notes)


def test_to_tear_everything_off_is_no_mending():
    for typed in (
        "- " + " ".join(map(str, range(1, 26))),
        MODEL.en + "\n- H15",
        MODEL.en + "\n- S14",
        MODEL.en + "\n- A2 A16",
    ):
        verdict = judge(mended_board, typed)
        assert verdict.misconception == "torn_off", typed
        assert verdict.share == 0


def test_what_is_left_to_mend_earns_its_share_and_speaks_the_readers_language():
    verdict = judge(mended_board, "- E3 E4 E5 E6 E7\nE11 h\nH11 > E10")
    assert 0 < verdict.share < 1
    with speaking("ja"):
        assert "サポートが返事をする" in judge(mended_board, MODEL.ja.replace("E12: 返事が送られた", "")).as_text()
    with speaking("en"):
        assert "Support answers" in judge(mended_board, MODEL.en.replace("E12: The answer was sent", "")).as_text()


def test_a_line_that_cannot_be_read_is_answered_with_the_words_on_the_readers_wall():
    with speaking("en"):
        said = judge(mended_board, "- E1 E2 E3").as_text()
    assert "A2 (“User”)" in said
    assert "ユーザー" not in said
    with speaking("ja"):
        assert "A2(「ユーザー」)" in judge(mended_board, "- E1 E2 E3").as_text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_languages_are_found_the_same(lang):
    for misconception in mended_board.misconceptions:
        with speaking(lang):
            assert judge(mended_board, misconception.wrong_answer()).misconception == misconception.id


@pytest.mark.parametrize("typed", ["a" * 30_000, "e x\n" * 4_000, "\0", "- 99", "E1 ->", "{tag}", "<script>"])
def test_hostile_lines_are_answered(typed):
    verdict = judge(mended_board, typed)
    assert verdict.status is Status.FAILED
    assert "<script>" not in verdict.as_html()


def test_more_lines_than_a_hand_types_are_not_carried_out(monkeypatch):
    monkeypatch.setattr("mlcurric.questions.lesson_3_1.mended.carry_out", None)
    with speaking("ja"):
        assert "4,000行あります" in judge(mended_board, "e x\n" * 4_000).as_text()


def test_the_wall_is_looked_at_once(monkeypatch):
    """Its findings cost as much as all the commands together."""
    from mlcurric.questions.lesson_3_1 import mended

    looked, real = [], mended.board_findings
    monkeypatch.setattr(mended, "board_findings", lambda board: looked.append(board) or real(board))
    judge(mended_board, "- E3")
    assert len(looked) == len(LANGUAGES)


def test_the_weak_examples_speak_of_the_one_who_decides_in_the_question():
    texts = [misconception.wrong_answer() for misconception in opening_words.misconceptions]
    assert not any("Mori" in text for text in texts)
    assert sum("Dr Ogawa decides" in text for text in texts) == 3


@pytest.mark.parametrize("question", [which_paper, where_it_hurts, what_to_say], ids=lambda question: question.name)
def test_every_wrong_letter_has_a_sentence_of_its_own(question):
    for name, line in question.form.fields.items():
        right = {key: one for key, one in model(question).items() if key != name}
        said = set()
        for letter in line.form.options:
            verdict = judge(question, {**right, name: letter})
            if verdict.status is not Status.PASSED:
                said.add(verdict.as_text())
        assert len(said) == len(line.form.options) - 1


def model(question):
    """The letters that pass, found by trying."""
    first = question.misconceptions[0].wrong_answer()
    found = dict(first)
    for name, line in question.form.fields.items():
        wrong = {one.wrong_answer()[name] for one in question.misconceptions if one.id.startswith(f"{name}_")}
        (found[name],) = set(line.form.options) - {
            letter for letter in line.form.options if f"{name}_{letter}" in {one.id for one in question.misconceptions}
        }
        assert wrong
    assert judge(question, found).status is Status.PASSED
    return found


@pytest.mark.parametrize("typed", ["ピンク", "pink", "ｐｉｎｋ", "ホットスポット", "h"])
def test_a_paper_may_be_named_by_its_colour(typed):
    right = {"reminder": "紫", "stayed_away": "orange", "mondays": typed, "second_patient": "青", "screen": "緑"}
    assert judge(which_paper, right).share == 1
    unheard_of = judge(which_paper, {**right, "mondays": "薄いピンク"})
    assert unheard_of.status is Status.FAILED
    assert unheard_of.share == pytest.approx(4 / 5), "the other four papers are right"

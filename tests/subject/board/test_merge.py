"""mlcurric.subject.board.merge: two versions of a board made one, and nothing that somebody wrote lost."""

from dataclasses import replace

import pytest

from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.merge import changed_words, merge, read_too_late
from mlcurric.subject.board.model import Board
from mlcurric.text import speaking


def typed(board: Board, lines: str) -> Board:
    after, answers = carry_out(board, lines)
    assert [answer.says for answer in answers if answer.says] == []
    return after


@pytest.fixture
def base() -> Board:
    return typed(Board(title="t"), "e 始まった @1\ne 続いた @2 >1\nh なぜ @2 >2\ne 終わった @3")


@pytest.mark.parametrize("lines", ["", "1: 書き直した", "1 @9", "- 4", "3 = o", "1 -> 4", "2 x 1", "4 !", "e 新しい"])
def test_what_only_one_side_changed_is_taken_without_a_word(base, lines):
    changed = typed(base, lines)
    for mine, theirs in ((changed, base), (base, changed), (changed, changed)):
        merged = merge(base, mine, theirs)
        assert merged.board.notes == changed.notes
        assert merged.says == ()


def test_different_parts_of_one_note_are_put_together(base):
    merged = merge(base, typed(base, "1: 書き直した\n1 -> 4"), typed(base, "1 @9 #営業\n1 -> 3\n1!"))
    note = merged.board.notes[1]
    assert (note.text, note.at, note.lane, note.pivotal, set(note.links)) == ("書き直した", 9, "営業", True, {3, 4})
    assert merged.says == ()


def test_a_note_that_both_reworded_stays_as_two_and_that_is_told(base):
    merged = merge(base, typed(base, "1: こちら"), typed(base, "1: あちら"))
    assert {note.text for note in merged.board} == {"こちら", "あちら", "続いた", "なぜ", "終わった"}
    assert merged.board.notes[1].text == "こちら"
    (told,) = merged.says
    assert "E1" in told.ja
    assert "E5" in told.ja


def test_of_two_new_notes_with_one_number_both_stay_and_links_follow(base):
    merged = merge(base, typed(base, "e こちら >4\nh 困った >5"), typed(base, "e あちら"))
    assert merged.board.notes[5].text == "あちら"
    assert (merged.board.notes[7].text, merged.board.notes[7].links) == ("こちら", (4,))
    # The hotspot kept its own number, for nobody else had given it; it follows its event.
    assert (merged.board.notes[6].text, merged.board.notes[6].links) == ("困った", (7,))
    with speaking("en"):
        assert [str(told) for told in merged.says] == ["Your E5 is now E7; the file had another note of that number."]


def test_a_note_taken_off_here_and_changed_there_stays(base):
    for mine, theirs in (
        (typed(base, "- 1"), typed(base, "1: 別の言葉")),
        (typed(base, "1: 別の言葉"), typed(base, "- 1")),
    ):
        merged = merge(base, mine, theirs)
        assert merged.board.notes[1].text == "別の言葉"
        assert len(merged.says) == 1


def test_a_tie_to_a_note_that_was_taken_off_goes_with_it(base):
    merged = merge(base, typed(base, "- 1"), typed(base, "4 -> 1"))
    assert 1 not in merged.board.notes
    assert merged.board.notes[4].links == ()


def test_where_both_moved_a_note_the_file_stands_and_that_is_told(base):
    merged = merge(base, typed(base, "1 @5"), typed(base, "1 @7"))
    assert merged.board.notes[1].at == 7
    assert "位置" in merged.says[0].ja


def test_a_number_that_was_given_once_is_not_given_again(base):
    merged = merge(base, typed(base, "e 五\ne 六\n- 6"), typed(base, "e 別"))
    assert merged.board.next_id > 6


def test_columns_of_others_are_merged_cell_by_cell(base):
    base = base.put(replace(base.notes[1], more={"優先度": "高", "メモ": "あ"}))
    mine = base.put(replace(base.notes[1], more={"優先度": "低", "メモ": "あ"}))
    theirs = base.put(replace(base.notes[1], more={"優先度": "高", "メモ": "い", "金額": "5"}))
    assert merge(base, mine, theirs).board.notes[1].more == {"優先度": "低", "メモ": "い", "金額": "5"}


def test_what_was_reworded_before_it_was_read_stays_beside_under_a_number_of_its_own(base):
    found = typed(base, "1: あちら\n2: あちらも")
    seen = changed_words(base, found)
    assert list(seen) == [1, 2]
    late = read_too_late(seen, found, typed(found, "1: こちら\n- 2\ne 新しい"))
    assert {id: note.text for id, note in late.board.notes.items()} == {
        1: "こちら", 2: "あちらも", 3: "なぜ", 4: "終わった", 5: "新しい", 6: "あちら",
    }  # fmt: skip
    one, two = sorted((told.ja for told in late.says), reverse=True)
    assert "「あちら」" in one + two
    assert "E6" in one + two
    assert "「- E2」" in one + two
    # What is moved, or was read, is nobody's loss.
    assert read_too_late(seen, found, typed(found, "1 @9 #営業")).says == ()
    assert read_too_late({}, found, typed(found, "1: こちら")).says == ()


def test_the_others_words_are_told_where_both_reworded(base):
    (told,) = merge(base, typed(base, "1: mine"), typed(base, "1: theirs")).says
    assert told.en == (
        "E1 was changed in both places; yours stands. The other said “theirs”, kept beside it as E5. "
        "If one is enough: “- E5”"
    )

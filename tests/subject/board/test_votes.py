"""mlcurric.subject.board.votes: dots are read as people type them, kept in the file, seen on the note, and make an order."""

import pytest

from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.draw import draw_board
from mlcurric.subject.board.files import board_text, read_board
from mlcurric.subject.board.merge import merge
from mlcurric.subject.board.model import Board
from mlcurric.subject.board.votes import by_dots, dots_in
from mlcurric.subject.board.whiteboards import read_whiteboard
from mlcurric.text import speaking


@pytest.fixture
def board() -> Board:
    return carry_out(Board(), "e one @1\nh late @5\nh early @2\nh never @3")[0]


@pytest.mark.parametrize(
    ("typed", "dots"),
    [
        ("●●●", 3), ("● ●", 2), ("●×4", 4), ("3票", 3), ("３票", 3), ("12点", 12), ("丸3つ", 3), ("3 dots", 3), ("1 vote", 1), ("票 4", 4),
        ("5", 5), ("0票", 0), ("たくさん", None), ("9999", None),
    ],
)  # fmt: skip
def test_dots_are_read_as_people_type_them(typed, dots):
    assert dots_in(typed) == dots


@pytest.mark.parametrize("line", ["H2 ●●●", "H2●●●", "h2 ３票", "2 3 dots"])
def test_dots_are_written_on_a_note_in_place_of_those_before(board, line):
    for _ in range(2):
        board, (answer,) = carry_out(board, line)
        assert answer.done.ja == "H2 の丸を ●●● にしました"
        assert board.notes[2].dots == 3
    assert carry_out(board, "H2 0票")[0].notes[2].dots == 0


def test_two_digits_are_one_number(board):
    board = carry_out(board, "H2 12票")[0]
    assert [note.dots for note in board.notes.values()] == [0, 12, 0, 0]
    _, (answer,) = carry_out(board, "H2 9999票")
    assert "「H2 3票」" in answer.says.ja


def test_the_most_dots_come_first_and_then_the_place(board):
    voted = carry_out(board, "H2 ●\nH4 ●●")[0]
    assert [note.text for note in by_dots(voted)] == ["never", "late", "early"]
    assert [note.text for note in by_dots(board)] == ["early", "never", "late"]


def test_dots_survive_the_file_and_a_merge(board, tmp_path):
    path = tmp_path / "board.csv"
    assert "dots" not in board_text(board)
    voted = carry_out(board, "H2 ●●\nH4 5票")[0]
    path.write_text(board_text(voted), encoding="utf-8")
    reading = read_board(path)
    assert (reading.board, reading.faults) == (voted, ())
    assert merge(board, voted, carry_out(board, "H2 @9")[0]).board.notes[2].dots == 2


@pytest.mark.parametrize("heading", ["dots", "票", "votes"])
def test_a_column_of_dots_is_read_and_what_is_none_is_told(tmp_path, heading):
    path = tmp_path / "board.csv"
    path.write_text(f"text,kind,{heading}\nlate,h,●●\nearly,h,3票\nnever,h,many\n", encoding="utf-8")
    reading = read_board(path)
    assert [note.dots for note in reading.board] == [2, 3, 0]
    (fault,) = reading.faults
    assert "many" in fault.says_all.ja
    path.write_text(f"content,color,{heading}\nlate,pink,2\n", encoding="utf-8")
    assert [note.dots for note in read_whiteboard(path).board] == [2]


def test_dots_are_seen_on_the_note(board):
    with speaking("ja"):
        voted = carry_out(board, "H2 ●●●\nH4 12票")[0]
        seen = {text.get_text() for text in draw_board(voted).axes[0].texts}
    assert {"H2 ●●●", "H4 ●×12", "H3"} <= seen

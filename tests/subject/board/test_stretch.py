"""mlcurric.subject.board.stretch: a part of a wall says what it is a part of, and where its ties lead."""

from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.draw import draw_board
from mlcurric.subject.board.model import Board
from mlcurric.subject.board.stretch import between
from mlcurric.text import speaking

LINES = "\n".join(f"e {at}番目のことが起きた @{at} #{'ab'[at % 2]}" for at in range(1, 21)) + "\n5 > 20"


def texts(board: Board) -> list[str]:
    return [text.get_text() for text in draw_board(board).axes[0].texts]


def test_the_title_of_a_stretch_says_how_many_of_all_notes_it_shows():
    board, _ = carry_out(Board(title="解約"), LINES)
    part = between(board, 3, 9)
    with speaking("ja"):
        assert "解約 (全20枚のうち7枚)" in texts(part)
        assert "解約 (付箋20枚)" in texts(board)
    with speaking("en"):
        assert "解約 (7 of 20 notes)" in texts(part)


def test_a_tie_that_leads_out_of_a_stretch_is_told_by_the_note():
    board, _ = carry_out(Board(), LINES)
    assert "E5 →E20" in texts(between(board, 3, 9))


def test_a_stretch_keeps_the_lanes_in_their_order():
    board, _ = carry_out(Board(), LINES)
    assert board.lanes == between(board, 2, 9).lanes == ("b", "a")

"""mlcurric.subject.board.ties: a line between two notes goes around others where it can."""

from mlcurric.subject.board.draw import draw_board
from mlcurric.subject.board.layout import Box
from mlcurric.subject.board.model import Board, Note
from mlcurric.subject.board.ties import LONGEST, Ways

ENDS = {1: Box(0, 0, 1, 1), 2: Box(8, 0, 1, 1)}


def middle(begin, way, end):
    """Where the curve is half-way."""
    return tuple((a + 2 * b + c) / 4 for a, b, c in zip(begin, way, end, strict=True))


def test_a_line_in_nobodys_way_is_nearly_straight():
    _, y = middle(*Ways(ENDS).between(1, 2))
    assert abs(y - 0.5) < 0.4


def test_a_line_goes_around_a_note_that_stands_between():
    stands = Box(4, 0, 1, 1)
    ways = Ways({**ENDS, 3: stands})
    begin, way, end = ways.between(1, 2)
    assert (begin, end) == ((0.5, 0.5), (8.5, 0.5))
    _, y = middle(begin, way, end)
    assert y < stands.y or y > stands.y + stands.height


def test_two_notes_on_one_spot_have_a_way():
    assert Ways({1: Box(0, 0, 1, 1), 2: Box(0, 0, 1, 1)}).between(1, 2)


def test_a_tie_that_would_cross_the_wall_is_told_by_the_note():
    apart = int(LONGEST) + 4
    notes = {id: Note(id, "event", f"it happened {id}", id) for id in range(1, apart)}
    notes[1] = Note(1, "event", "it began", 1, links=(2, apart - 1))
    texts = [text.get_text() for text in draw_board(Board(notes), (60, 3)).axes[0].texts]
    assert f"E1 →E{apart - 1}" in texts


def test_a_tie_over_a_few_places_is_a_line_and_one_across_a_screen_is_told():
    # Places of an event stand two and a half widths apart here.
    for apart, told in ((7, False), (8, True)):
        notes = {id: Note(id, "event", f"it happened {id}", id) for id in range(1, 41)}
        notes[1] = Note(1, "event", "it began", 1, links=(2, apart))
        texts = [text.get_text() for text in draw_board(Board(notes), (80, 3)).axes[0].texts]
        assert (f"E1 →E{apart}" in texts) == told

"""mlcurric.subject.board.contexts and layout: a frame holds the notes of its context, all of them, and no other."""

import math
import random
from itertools import combinations

import pytest

from mlcurric.subject.board.layout import Box, Frame, Wall, lay_out, lay_out_in_rows
from mlcurric.subject.board.model import AS_IS, TO_BE, Board, Note
from mlcurric.subject.ideathon.example import example_board
from mlcurric.text import LANGUAGES

KINDS = ("event", "hotspot", "actor", "command", "policy", "system", "constraint", "opportunity", "loss", "ml_step")
TILT = math.radians(7)


def random_board(seed: int) -> Board:
    """Notes of few contexts, and of none, crowded on few places."""
    chance = random.Random(seed)
    notes = {
        id: Note(
            id,
            chance.choice(KINDS),
            f"番号{id}",
            at=chance.randint(1, 9),
            lane=chance.choice(["", "営業", "開発"]),
            context=chance.choice(["契約", "解約", "更新", "", ""]),
            layer=chance.choice([AS_IS, AS_IS, TO_BE]),
        )
        for id in range(1, chance.randint(5, 60))
    }
    return Board(notes)


def seen(note: Note, box: Box) -> Box:
    """What a note covers, tilted as it hangs."""
    if not note.of_kind.tilted:
        return box
    width = box.width * math.cos(TILT) + box.height * math.sin(TILT)
    height = box.height * math.cos(TILT) + box.width * math.sin(TILT)
    return Box(box.centre[0] - width / 2, box.centre[1] - height / 2, width, height)


def meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width and other.x < one.x + one.width
        and one.y < other.y + other.height and other.y < one.y + one.height
    )  # fmt: skip


def holds(frame: Frame, box: Box) -> bool:
    return any(
        part.x <= box.x and box.x + box.width <= part.x + part.width
        and part.y <= box.y and box.y + box.height <= part.y + part.height
        for part in frame.parts
    )  # fmt: skip


def check(board: Board, wall: Wall) -> None:
    covered = {note.id: seen(note, wall.places[note.id]) for note in board}
    for note in board:
        around = [frame.context for frame in wall.frames if holds(frame, covered[note.id])]
        assert around == ([note.context] if note.context else []), note
        for frame in wall.frames:
            if frame.context != note.context:
                assert not any(meet(part, covered[note.id]) for part in frame.parts), (note, frame)


BOARDS = [pytest.param(lambda lang=lang: example_board("board", lang), id=lang) for lang in LANGUAGES]
BOARDS += [pytest.param(lambda seed=seed: random_board(seed), id=f"random {seed}") for seed in range(40)]


@pytest.mark.parametrize("board", BOARDS)
def test_a_frame_holds_the_notes_of_its_context_and_no_other(board):
    board = board()
    check(board, lay_out_in_rows(board, 7))
    for size in ((400, 280), (1_900, 280), (190, 280)):
        check(board, lay_out(board, *size, beside=1.7)[0])


@pytest.mark.parametrize("seed", range(20))
def test_no_two_notes_and_no_two_frames_lie_on_each_other(seed):
    wall = lay_out_in_rows(random_board(seed), 7)
    for one, other in combinations(wall.places.values(), 2):
        assert not meet(one, other)
    for one, other in combinations(wall.frames, 2):
        assert not any(meet(part, against) for part in one.parts for against in other.parts)


def test_neighbours_share_a_frame_that_steps_around_a_note_of_no_context():
    notes = [
        Note(1, "event", "a", 1, context="契約"), Note(2, "hotspot", "b", 1, context="契約"),
        Note(3, "event", "c", 2, context="契約"), Note(4, "event", "d", 2), Note(5, "event", "e", 3, context="契約"),
        Note(6, "event", "f", 4), Note(7, "event", "g", 5, context="契約"),
    ]  # fmt: skip
    first, second = lay_out_in_rows(Board({note.id: note for note in notes}), 7).frames
    left, middle, right = first.parts
    assert middle.height < left.height == right.height
    assert left.y == middle.y == right.y
    assert len(second.parts) == 1
    assert first.outline[0] == (left.x, left.y)
    assert first.outline[-1] == (left.x, left.y + left.height)

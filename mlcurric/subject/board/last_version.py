"""The last good version of a board's file: the one that was read takes its place, and where many notes are gone, stays beside it."""

from __future__ import annotations

from pathlib import Path

from mlcurric.keeping import BYTE_ORDER_MARK, keep_before_replacing, last_good
from mlcurric.subject.board.files import Reading, board_text, read_board
from mlcurric.subject.board.model import Board
from mlcurric.subject.typed import Slip
from mlcurric.text import T


def keep_last_good(path: Path, reading: Reading) -> list[T]:
    """Keep what a board's file held as its last good version, unless some of it could not be read.

    Args:
        path: of the board's file.
        reading: what it holds.

    Returns:
        What is to be told: how many notes of the version before are gone, and where that is kept, if they are many. Where
        nothing can be written it is nothing; the board itself is as it was.
    """
    try:
        before = read_board(last_good(path)).board
    except (Slip, OSError):
        before = Board()
    lost = sum(id not in reading.board.notes for id in before.notes)
    content = None if reading.faults else BYTE_ORDER_MARK + board_text(reading.board)
    try:
        told = keep_before_replacing(path, content, lost, len(before))
    except OSError:
        return []
    return [told] if told else []

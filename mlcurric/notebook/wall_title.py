"""What stands above a wall that nobody has given a title: whose it is, and the day of the workshop for which it was laid out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mlcurric.notebook.workfolder import read_workshop
from mlcurric.subject.board.model import Board


def headed(board: Board, folder: Path) -> Board:
    """A board to be drawn, with a title in any case where there is something to name it by.

    Args:
        folder: where its file stands, in the team's folder or some way below it.
    """
    if board.title:
        return board
    folder = folder.resolve()
    kept = next(filter(None, map(read_workshop, (folder, *folder.parents[:_ABOVE]))), {})
    title = "  ".join(filter(None, (board.team or str(kept.get("team", "")), str(kept.get("date", "")))))
    return replace(board, title=title) if title else board


_ABOVE = 2

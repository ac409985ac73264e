"""What was written elsewhere because the board could not be: named when the board is opened again, so that nothing is forgotten."""

from __future__ import annotations

from pathlib import Path

from mlcurric.rescuing import rescued
from mlcurric.subject.board.commands import same_words
from mlcurric.subject.board.files import read_board
from mlcurric.subject.board.finding import tags_of
from mlcurric.subject.board.model import Board, Note
from mlcurric.subject.typed import Slip
from mlcurric.text import T


def left_behind(path: Path, board: Board) -> list[T]:
    """The texts of a board that stand elsewhere and say what it does not, each with the way to bring it back.

    Args:
        path: the board's file.
        board: as it hangs.
    """
    told = []
    for text in rescued(path):
        try:
            other = read_board(text).board
        except (Slip, OSError):
            told += [_UNREAD.format(name=path.name, path=text), _LOOK_AT_IT]
            continue
        there = {_said(note) for note in board}
        missing = [note for note in other if _said(note) not in there]
        # One that shares no note with this board is another of its name.
        if missing and (len(missing) < len(other) or not len(board)):
            told += [_LEFT.format(name=path.name, path=text, tags=tags_of(missing)), _BRING_IN.format(path=text)]
    return told


def _said(note: Note) -> tuple[str, str]:
    return note.kind, same_words(note.text)


_LEFT = T(
    "Earlier, “{name}” could not be written, and the text was put into {path}. On this wall are missing: {tags}.",
    "前に「{name}」に書けなかったとき、内容を {path} に残しました。この壁にない付箋: {tags}",
)
_UNREAD = T(
    "Earlier, “{name}” could not be written, and the text was put into {path}; it cannot be read from here.",
    "前に「{name}」に書けなかったとき、内容を {path} に残しました。ここからは読めません。",
)
_BRING_IN = T(
    'To hang them: wall.bring_in("{path}"). When nothing is missing any more, or it is not wanted, take that file away.',
    '貼るには wall.bring_in("{path}") を実行します。足りないものがなくなったか、要らなければ、そのファイルを消してください。',
)
_LOOK_AT_IT = T(
    "Open it in Excel, and type what is missing here; then take that file away.",
    "Excel で開いて、足りないものをここに書き足してから、そのファイルを消してください。",
)

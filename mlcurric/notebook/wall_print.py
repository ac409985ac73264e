"""The wall on paper from a notebook: the files are written beside the board, and named with their folder."""

from __future__ import annotations

import unicodedata
from html import escape
from pathlib import Path

from mlcurric.disk_errors import why_refused
from mlcurric.notebook.show import address, link, show, show_notice
from mlcurric.subject.board.model import Board
from mlcurric.subject.board.paper import save_board
from mlcurric.text import T

_PAPERS = ("", "A3", "A4")
_WHERE = T("Written into the folder {folder}:", "このフォルダーに書きました: {folder}")
_WHAT = (
    T("pictures", "画像"),
    T("pictures", "画像"),
    T("A3 for the wall", "壁に貼るA3"),
    T("A4 to be glued together", "貼り合わせるA4"),
)
_NO_PAPER = T(
    "There is no paper “{paper}” here; there are A3 and A4.", "用紙は A3 と A4 です。「{paper}」はありません。"
)
_BOTH = T("wall.print() writes both.", "wall.print() で両方のPDFができます。")
_NOT_PRINTED = T("The pictures could not be written ({why}).", "画像を書けませんでした({why})。")
_CLOSE = T(
    "If one of them is open in another program, close it, see that {folder} can be written to, and run this cell again.",
    "PDFや画像を別のソフトで開いていれば閉じ、{folder} に書き込めるか確かめて、このセルをもう一度実行してください。",
)


def print_wall(board: Board, folder: Path, name: str, paper: object = "") -> None:
    """Write a board as SVG, PNG and PDF (A3, and A4 to be glued), and show where; a sentence where that cannot be.

    Args:
        name: what the files are named.
        paper: ``"A3"``, ``"A4"`` or nothing; both are written in any case, and the one that was asked for is named alone.
    """
    wanted = unicodedata.normalize("NFKC", str(paper)).strip().upper()
    if wanted not in _PAPERS:
        show_notice(_NO_PAPER.format(paper=str(paper)[:20]), _BOTH)
        return
    folder = folder.resolve()
    try:
        files = save_board(board, folder, name)
    except OSError as error:
        show_notice(_NOT_PRINTED.format(why=why_refused(error)), _CLOSE.format(folder=folder))
        return
    named = [(what, file) for what, file in zip(_WHAT, files, strict=True) if wanted in str(what)][::-1]
    where = str(_WHERE.format(folder=folder))
    show(
        f"{where} {', '.join(f'{file.name} ({what})' for what, file in named)}",
        f'<p style="overflow-wrap:anywhere">{escape(where)}</p><ul>'
        + "".join(f"<li>{link(address(file), escape(file.name))} ({escape(str(what))})</li>" for what, file in named)
        + "</ul>",
    )

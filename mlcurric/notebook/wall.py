"""The board in a notebook: a few keystrokes a note, the wall drawn after every change, and kept at once in a file that others edit too."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from IPython import get_ipython
from IPython.display import display

from mlcurric.notebook.show import address, link, show, show_notice, show_outside
from mlcurric.notebook.wall_file import WallFile
from mlcurric.notebook.wall_words import about_findings, about_lines, as_html, as_text
from mlcurric.question.plain import to_plain
from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.draw import draw_board, save_drawing
from mlcurric.subject.board.form import board_findings
from mlcurric.subject.board.merge import beside, merge
from mlcurric.subject.board.model import Board
from mlcurric.subject.board.paper import save_board
from mlcurric.subject.board.whiteboards import read_whiteboard
from mlcurric.subject.style import use_style
from mlcurric.subject.typed import Slip
from mlcurric.text import T

IDEATHON_FOLDER = "ideathon"
_DOTS_PER_INCH = 96
_SCREEN = (13.5, 9.0)
"""Inches of the wall as a notebook shows it."""
_UNDO = ("undo", "戻す", "もどす", "元に戻す")
_STILL = T(
    "(An input box: run this cell, type a line, press Enter.)",
    "(入力欄です。セルを実行し、1行書いて Enter を押します。)",
)
_PLACEHOLDER = T("e the customer cancelled @3 #support by Aya/calls", "e 顧客が解約した @3 #サポート by 彩/電話")
_NOTHING_TO_UNDO = T("There is nothing to take back.", "戻せる操作がありません。")
_UNDONE = T("The last change is taken back.", "直前の変更を取り消しました。")
_GOOD = T("The board is in form.", "形の上で気になるところはありません。")
_PRINTED = T("For the wall (A3, and A4 to be glued), and as pictures:", "壁に貼るPDF(A3、貼り合わせるA4)と画像です:")
_NOT_PRINTED = T("The pictures could not be written ({why}).", "画像を書けませんでした({why})。")


def open_wall(path: str | Path | None = None, begin: Board | None = None) -> Wall:
    """Open a board, or begin one.

    Args:
        path: its file (CSV, or Excel: then it is kept as CSV beside it); ``None`` keeps it nowhere.
        begin: what hangs on the wall where there is no such file yet.

    Raises:
        Slip: if the file cannot be read and there is no good version beside it; naming the line.
    """
    use_style()
    file = WallFile(None if path is None else Path(path), begin or Board())
    return Wall(file)


def open_team_wall(work: Path | None, name: str, begin: Board | None = None) -> Wall:
    """Open a board in the learner's folder, ``my-work/ideathon/<name>.csv``; without a folder it is kept nowhere, and that is said.

    Raises:
        Slip: as ``open_wall``.
    """
    if work is None:
        show_outside()
        return open_wall(None, begin)
    return open_wall(work / IDEATHON_FOLDER / f"{Path(name).stem}.csv", begin)


class Wall:
    """A board on the screen; ``wall("e the customer cancelled")`` sticks a note on, and the last line of a cell shows it."""

    def __init__(self, file: WallFile) -> None:
        self._file = file
        self._changes: list[tuple[Board, Board]] = []
        self._by = ("", "")

    def __repr__(self) -> str:
        return f"wall({self._file.name!r})"

    def _ipython_display_(self) -> None:
        self.show()

    @property
    def board(self) -> Board:
        """The board as it hangs now."""
        return self._file.board

    def by(self, author: str, role: str = "") -> None:
        """Say who writes from now on, where a line does not name anybody."""
        self._by = (str(author), str(role))

    def __call__(self, typed: str = "", author: str = "", role: str = "") -> None:
        """Carry out commands, one a line, keep the board and show it; a line that cannot be read is answered."""
        self._show(self.change(typed, author, role)[0])

    def undo(self) -> None:
        """Take the last change back; what others changed since stays. It can be called again."""
        self(_UNDO[0])

    def check(self) -> None:
        """Show what is not in form on the board, and what is worth a question to the room."""
        if told := self._file.look():
            show_notice(*told)
        findings = board_findings(self.board)
        if findings:
            show(*about_findings(findings))
        else:
            show_notice(_GOOD)

    def bring_in(self, path: str | Path, colours: Mapping[str, str] | None = None) -> None:
        """Put the notes that an online whiteboard exported on this wall, behind those that hang there; show what was guessed.

        Args:
            colours: the kind that a colour means in this room, such as ``{"#fff9b1": "event"}``.
        """
        told = self._file.look()
        try:
            came = read_whiteboard(Path(path), colours)
        except Slip as slip:
            show_notice(*told, *slip.says)
            return
        faults = [fault.says_all for fault in came.faults]
        self._show([*told, *came.guesses, *faults, *self._put(beside(self.board, came.board))])

    def print(self) -> None:
        """Write the wall as SVG, PNG and PDF (A3, and A4 to be glued) beside its file, and show where."""
        try:
            files = save_board(self.board, self._file.folder, self._file.stem)
        except OSError as error:
            show_notice(_NOT_PRINTED.format(why=error.strerror or type(error).__name__))
            return
        links = " · ".join(link(address(file), escape(file.name)) for file in files)
        show(f"{_PRINTED} {', '.join(file.name for file in files)}", f"{escape(str(_PRINTED))} {links}")

    def show(self) -> None:
        """Show the wall, with a box to type in where something answers."""
        told = self._file.look()
        if getattr(get_ipython(), "kernel", None) is None or not _InputBox.can_be_had():
            self._show(told)
        else:
            _InputBox(self, told).show()

    def change(self, typed: str, author: str = "", role: str = "") -> tuple[list[T], list[str]]:
        """Carry lines out on the newest board and keep it.

        Returns:
            What is to be told, and the lines that could not be read.
        """
        told = self._file.look()
        # As plain data: half of a character, which cannot be written to a file, is replaced.
        typed = str(to_plain(str(typed)))
        if typed.strip().casefold() in _UNDO:
            return [*told, *self._undone()], []
        board, answers = carry_out(self.board, typed, author or self._by[0], role or self._by[1])
        return [*about_lines(answers), *told, *self._put(board)], [answer.line for answer in answers if answer.says]

    def views(self, told: Iterable[T]) -> tuple[str, str, bytes]:
        """The wall with some sentences: as text, as HTML, and its picture alone."""
        told, picture = list(told), self._picture()
        unsaved = self._file.unsaved
        return as_text(told, self.board, unsaved), as_html(told, picture, self.board, unsaved), picture

    def _undone(self) -> list[T]:
        if not self._changes:
            return [_NOTHING_TO_UNDO]
        before, after = self._changes.pop()
        undone = merge(after, before, self.board)
        self._file.put(undone.board)
        return [_UNDONE, *undone.says, *self._file.keep()]

    def _put(self, board: Board) -> list[T]:
        if board == self.board:
            return []
        self._changes.append((self.board, board))
        self._file.put(board)
        return self._file.keep()

    def _show(self, told: Iterable[T]) -> None:
        text, page, _ = self.views(told)
        show(text, page)

    def _picture(self) -> bytes:
        """The wall as a PNG; empty for an empty wall."""
        if not len(self.board):
            return b""
        file = BytesIO()
        save_drawing(draw_board(self.board, _SCREEN, snug=True), file, _DOTS_PER_INCH)
        return file.getvalue()


class _InputBox:
    """The wall with a box below it: a line and Enter; what cannot be read stays in the box and is answered."""

    def __init__(self, wall: Wall, told: Iterable[T]) -> None:
        import ipywidgets

        self._wall = wall
        _, page, self._still = wall.views(told)
        self._page = ipywidgets.HTML(page, layout={"width": "100%"})
        # The value comes when Enter is pressed, not sign by sign.
        self._line = ipywidgets.Text(placeholder=str(_PLACEHOLDER), continuous_update=False, layout={"width": "100%"})
        self._line.observe(self._typed, names="value")
        self.box = ipywidgets.VBox([self._page, self._line])

    @staticmethod
    def can_be_had() -> bool:
        return find_spec("ipywidgets") is not None

    def show(self) -> None:
        # The same words on every run, and a picture for a page on which nothing runs.
        views = self.box._repr_mimebundle_() | {"text/plain": str(_STILL)}
        if self._still:
            views["image/png"] = b64encode(self._still).decode()
        display(views, raw=True)

    def _typed(self, change: dict) -> None:
        if not change["new"].strip():
            return
        told, unread = self._wall.change(change["new"])
        self._page.value = self._wall.views(told)[1]
        if not unread:
            self._line.value = ""

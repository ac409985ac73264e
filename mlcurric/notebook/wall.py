"""The board in a notebook: a few keystrokes a note, the wall drawn after every change, and kept at once in a file that others edit too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from html import escape
from pathlib import Path

from IPython import get_ipython

from mlcurric.notebook.show import address, link, show, show_notice, show_outside
from mlcurric.notebook.wall_box import InputBox
from mlcurric.notebook.wall_file import WallFile
from mlcurric.notebook.wall_history import History, Step
from mlcurric.notebook.wall_words import (
    GOOD,
    about_before,
    about_findings,
    about_lines,
    as_html,
    as_text,
    help_as_html,
    help_as_text,
    one_by_one,
)
from mlcurric.question.plain import to_plain
from mlcurric.subject.board.coming_over import bring_over
from mlcurric.subject.board.commands import carry_out, lines_of
from mlcurric.subject.board.form import board_findings
from mlcurric.subject.board.model import Board
from mlcurric.subject.board.paper import save_board
from mlcurric.subject.board.screen import ON_SCREEN, draw_on_screen, screen_picture
from mlcurric.subject.board.stretch import around, between
from mlcurric.subject.board.whiteboards import read_whiteboard
from mlcurric.subject.style import use_style
from mlcurric.subject.typed import Slip
from mlcurric.text import T, run_on

IDEATHON_FOLDER = "ideathon"
_UNDO = ("undo", "戻す", "もどす", "元に戻す", "取り消す")
_REDO = ("redo", "やり直す", "やりなおす", "やり直し")
_CHECK = ("?", "check", "確認")
_HELP = ("help", "ヘルプ", "使い方")
_STRETCH = re.compile(r"@\s*(?:(\d+(?:\.\d+)?)(?:\s*(?:-|~|〜|–|\.\.|to|から)\s*(\d+(?:\.\d+)?))?)?")
_PART_SHOWN = T(
    "Places {first} to {last} are shown. The whole wall: @", "位置 {first}〜{last} を映しています。全体を見るには「@」"
)
_NOTHING_THERE = T("Nothing hangs there.", "そこには何も貼られていません。")
_NOTHING_TYPED = T("Nothing is typed yet.", "まだ何も書かれていません。")
_SAMPLE = T(
    "This is a sample wall: what is typed here is not saved.", "これは見本の壁です。ここに書いたものは保存されません。"
)
_NOT_KEPT = T("What is typed on this wall is not saved.", "この壁に書いたものは保存されません。")
_KEPT_ELSEWHERE = T("The wall that is kept opens with: ex.wall()", "保存される壁は ex.wall() で開きます。")
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
    return Wall(file, () if path else (run_on((_SAMPLE if begin else _NOT_KEPT, _KEPT_ELSEWHERE)),))


def open_team_wall(work: Path | None, name: str, begin: Board | None = None) -> Wall:
    """Open a board in the learner's folder, ``my-work/ideathon/<name>.csv``; without a folder it is kept nowhere, and that is said.

    Raises:
        Slip: as ``open_wall``.
    """
    if work is None:
        show_outside()
        use_style()
        return Wall(WallFile(None, begin or Board()), (_NOT_KEPT,))
    return open_wall(work / IDEATHON_FOLDER / f"{Path(name).stem}.csv", begin)


class Wall:
    """A board on the screen; ``wall("e the customer cancelled")`` sticks a note on, and the last line of a cell shows it."""

    def __init__(self, file: WallFile, always: Iterable[T] = ()) -> None:
        self._file = file
        self._always = tuple(always)
        self._history = History()
        self._by = ("", "")
        self._stretch: tuple[float, float] | None = None
        self._marked: Collection[int] = ()
        self._drawn: tuple[Board, Collection[int], bytes] = (Board(), (), b"")
        self._helps = False

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
        """Carry out commands, one a line, keep the board and show it; a line that cannot be read is answered.

        A line that a cell has carried out on this board before is not carried out again: the cell may be run once more. One
        that stands in the cell once more than it was carried out is meant once more.

        A line of its own may also be ``@3-9`` (show that stretch of the timeline), ``@`` (the whole wall again), ``?`` (check
        the form), ``undo``, ``redo``, or ``help``.
        """
        told = self.change(typed, author, role, cell=True)[0]
        if typed.strip() or told:
            self._show(told)
        else:
            show_notice(_NOTHING_TYPED)

    def undo(self) -> None:
        """Take the last change back; what others changed since stays. It can be called again."""
        self(_UNDO[0])

    def redo(self) -> None:
        """Make once more the change that was taken back last."""
        self(_REDO[0])

    def check(self) -> None:
        """Show what is not in form on the board, and what is worth a question to the room."""
        if told := self._file.look():
            show_notice(*told)
        findings = board_findings(self.board)
        if findings:
            show(*about_findings(findings))
        else:
            show_notice(GOOD)

    def bring_in(self, path: str | Path, colours: Mapping[str, str] | None = None) -> None:
        """Put the notes that an online whiteboard exported on this wall, behind those that hang there; show what was guessed.

        Notes that came over from a file of this name before do not come again: the cell may be run once more.

        Args:
            path: from the notebook's folder, or from that of the board.
            colours: the kind that a colour means in this room, such as ``{"#fff9b1": "event"}``.
        """
        told, self._marked = self._file.look(), ()
        try:
            came = read_whiteboard(self._file.find(path), colours)
        except Slip as slip:
            show_notice(*told, *slip.says)
            return
        before = self._file.lines.known(self.board)
        over = bring_over(self.board, came.board, Path(path).name, before, kinds_said=bool(colours))
        self._marked = frozenset(id for id, note in over.board.notes.items() if note != self.board.notes.get(id))
        guesses = [*came.guesses, *(fault.says_all for fault in came.faults)] if self._marked else []
        self._show([*told, *over.says, *guesses, *self._put(over.board, over.lines)])

    def print(self) -> None:
        """Write the wall as SVG, PNG and PDF (A3, and A4 to be glued) beside its file, and show where."""
        try:
            files = save_board(self.board, self._file.folder, self._file.stem)
        except OSError as error:
            show_notice(_NOT_PRINTED.format(why=error.strerror or type(error).__name__))
            return
        links = " · ".join(link(address(file), escape(file.name)) for file in files)
        show(f"{_PRINTED} {', '.join(file.name for file in files)}", f"{escape(str(_PRINTED))} {links}")

    def help(self) -> None:
        """Show what can be typed, and what each colour of paper is for."""
        show(help_as_text(), help_as_html())

    def show(self) -> None:
        """Show the wall, with a box to type in where something answers."""
        told, self._marked = self._file.look(), ()
        if getattr(get_ipython(), "kernel", None) is None or not InputBox.can_be_had():
            self._show(told)
        else:
            InputBox(self, told).show()

    def change(self, typed: str, author: str = "", role: str = "", cell: bool = False) -> tuple[list[T], list[str]]:
        """Carry lines out on the newest board and keep it.

        Args:
            cell: whether the lines stand in a cell, which may be run again: those that it carried out before are skipped.

        Returns:
            What is to be told, and the lines that could not be read.
        """
        told = self._file.look()
        # As plain data: half of a character, which cannot be written to a file, is replaced.
        typed = str(to_plain(str(typed)))
        word = unicodedata.normalize("NFKC", typed).strip().casefold()
        if word in _UNDO:
            self._marked = ()
            return [*told, *self._stepped(self._history.back(self.board), forth=False)], []
        if word in _REDO:
            self._marked = ()
            return [*told, *self._stepped(self._history.forth(self.board), forth=True)], []
        if word in _CHECK:
            return [*told, *one_by_one(board_findings(self.board))], []
        if word in _HELP:
            self._helps = True
            return told, []
        if found := _STRETCH.fullmatch(word):
            return [*told, *self._look_at(found)], []
        lines = lines_of(typed)
        cells = self._file.lines.sort(self.board, lines) if cell else None
        new = cells.new if cells else lines
        board, answers = carry_out(self.board, "\n".join(new), author or self._by[0], role or self._by[1])
        late = self._file.read_too_late(board)
        if any(answer.done for answer in answers):
            self._marked = frozenset(id for answer in answers for id in answer.notes)
        done = [answer.line for answer in answers if answer.done] if cell else []
        before = about_before(cells.before, cells.there, any_new=bool(new)) if cells else []
        told = [*about_lines(answers), *before, *told, *late.says, *self._put(late.board, done)]
        return told, [answer.line for answer in answers if answer.says]

    def views(self, told: Iterable[T]) -> tuple[str, str, bytes]:
        """The wall with some sentences: as text, as HTML, and its picture alone."""
        told, part = [*self._always, *told], self._part()
        self._file.was_read()
        if part is not self.board:
            places = [note.at for note in part]
            told.append(_PART_SHOWN.format(first=f"{min(places):g}", last=f"{max(places):g}"))
        picture = self._picture(part)
        helps, self._helps = help_as_html() if self._helps else "", False
        unsaved = self._file.unsaved
        return as_text(told, self.board, unsaved), as_html(told, picture, self.board, unsaved, helps), picture

    def _picture(self, part: Board) -> bytes:
        """Drawn once: a line that changes nothing is answered at once."""
        if self._drawn[:2] != (part, self._marked):
            picture = screen_picture(draw_on_screen(part, self._marked)) if len(part) else b""
            self._drawn = part, self._marked, picture
        return self._drawn[2]

    def _part(self) -> Board:
        """What of the board is shown: the stretch that was asked for, and of a long wall the one where something has changed."""
        if self._stretch is not None:
            part = between(self.board, *self._stretch)
            if all(id in part.notes for id in self._marked if id in self.board.notes) and len(part):
                return part
        if self._marked and len({note.at for note in self.board}) > 2 * ON_SCREEN:
            stretch = around(self.board, self._marked, ON_SCREEN)
            return between(self.board, *stretch) if stretch else self.board
        return self.board

    def _look_at(self, found: re.Match[str]) -> list[T]:
        """Show the stretch that ``@3-9`` names, the places around ``@3``, or with ``@`` the whole wall."""
        first, last = (float(part) if part else None for part in found.groups())
        if first is None:
            self._stretch, self._marked = None, ()
            return []
        if last is None:
            near = min(self.board, key=lambda note: abs(note.at - first), default=None)
            stretch = around(self.board, (near.id,), ON_SCREEN) if near else None
        else:
            stretch = min(first, last), max(first, last)
        if stretch is None or not len(between(self.board, *stretch)):
            return [_NOTHING_THERE]
        self._stretch, self._marked = stretch, ()
        return []

    def _stepped(self, step: Step | T, forth: bool) -> list[T]:
        """Take a step back or forth that the history knows, and keep the board."""
        if isinstance(step, T):
            return [step]
        if not forth:
            self._file.lines.forget(step.lines)
        self._file.put(step.board)
        told = self._file.keep()
        if forth and step.lines:
            self._file.remember(step.lines)
        return [*step.says, *told]

    def _put(self, board: Board, lines: list[str] | None = None) -> list[T]:
        """Hang a board and keep it; ``lines`` of a cell led to it."""
        told: list[T] = []
        if board != self.board:
            self._history.did(self.board, board, lines or [])
            self._file.put(board)
            told = self._file.keep()
        if lines:
            # Behind the board: a line that is remembered and not carried out would be lost.
            self._file.remember(lines)
        return told

    def _show(self, told: Iterable[T]) -> None:
        text, page, _ = self.views(told)
        show(text, page)

"""The board in a notebook: a few keystrokes a note, the wall drawn after every change, and kept at once in a file that others edit too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from IPython import get_ipython

from mlcurric.notebook.kept_words import IDEATHON_FOLDER, about_findings, cannot_open
from mlcurric.notebook.show import show, show_notice, show_outside
from mlcurric.notebook.wall_asked import asked, stretch_in
from mlcurric.notebook.wall_box import Changed, InputBox
from mlcurric.notebook.wall_file import WallFile
from mlcurric.notebook.wall_history import History, Step
from mlcurric.notebook.wall_print import print_wall
from mlcurric.notebook.wall_title import headed
from mlcurric.notebook.wall_view import View
from mlcurric.notebook.wall_words import (
    ALONE,
    GOOD,
    IS_SAVED,
    THEN,
    THEN_NO_BOX,
    about_before,
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
from mlcurric.subject.board.whiteboards import read_whiteboard
from mlcurric.subject.style import use_style
from mlcurric.subject.typed import Slip
from mlcurric.text import T, run_on

_NOTHING_TYPED = T("Nothing is typed yet.", "まだ何も書かれていません。")
_SAMPLE = T(
    "This is a sample wall: what is typed here is not saved.", "これは見本の壁です。ここに書いたものは保存されません。"
)
_NOT_KEPT = T("What is typed on this wall is not saved.", "この壁に書いたものは保存されません。")
_KEPT_ELSEWHERE = T("The wall that is kept opens with: ex.wall()", "保存される壁は ex.wall() で開きます。")


def open_wall(path: str | Path | None = None, begin: Board | None = None) -> Wall:
    """Open a board, or begin one.

    Args:
        path: its file (CSV, or Excel: then it is kept as CSV beside it); ``None`` keeps it nowhere.
        begin: what hangs on the wall where there is no such file yet.

    Raises:
        Slip: if the file cannot be read and there is no good version beside it, naming the line; or if it may not be read.
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
        self._view = View()
        self._helps = False
        self._box: InputBox | None = None

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
        the form), ``undo``, ``redo``, ``save`` (everything is saved anyway), or ``help``.
        """
        told = self.change(typed, author, role, cell=True).told
        if typed.strip() or told:
            self._show(told)
        else:
            show_notice(_NOTHING_TYPED)

    def undo(self) -> None:
        """Take the last change back; what others changed since stays. It can be called again."""
        self("undo")

    def redo(self) -> None:
        """Make once more the change that was taken back last."""
        self("redo")

    def save(self) -> None:
        """Say where everything is saved already; what could not be written before is written now."""
        self("save")

    def check(self) -> None:
        """Show what is not in form on the board, and what is worth a question to the room."""
        if told := self._file.look():
            show_notice(*told)
            self._renew_box(told)
        if findings := board_findings(self.board):
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
        told, self._view.marked = self._file.look(), ()
        try:
            came = read_whiteboard(self._file.find(path), colours)
        except Slip as slip:
            show_notice(*told, *slip.says)
            return
        except OSError as error:
            show_notice(*told, *cannot_open(Path(path), error))
            return
        before = self._file.lines.known(self.board)
        over = bring_over(self.board, came.board, Path(path).name, before, kinds_said=bool(colours))
        self._view.marked = frozenset(id for id, note in over.board.notes.items() if note != self.board.notes.get(id))
        guesses = [*came.guesses, *(fault.says_all for fault in came.faults)] if self._view.marked else []
        self._show([*told, *over.says, *guesses, *self._put(over.board, over.lines)])

    def print(self, paper: object = "") -> None:
        """Write the wall as SVG, PNG and PDF (A3, and A4 to be glued) beside its file, and show where.

        Args:
            paper: ``"A3"`` or ``"A4"``, to be told of that alone.
        """
        print_wall(headed(self.board, self._file.folder), self._file.folder, self._file.stem, paper)

    def help(self) -> None:
        """Show what can be typed, and what each colour of paper is for."""
        show(help_as_text(), help_as_html())

    def show(self) -> None:
        """Show the wall, with a box to type in where something answers."""
        told, self._view.marked = self._file.look(), ()
        if getattr(get_ipython(), "kernel", None) is None or not InputBox.can_be_had():
            self._show(told)
        else:
            # One, however often it is shown: none of its pictures is older than another.
            if self._box is None:
                self._box = InputBox(self, self._file.path)
                told += self._box.told
            self._box.renew(told)
            self._box.show()

    def change(self, typed: str, author: str = "", role: str = "", cell: bool = False) -> Changed:
        """Carry lines out on the newest board and keep it.

        Args:
            cell: whether the lines stand in a cell, which may be run again: those that it carried out before are skipped.
        """
        told = self._file.look()
        # As plain data: half of a character, which cannot be written to a file, is replaced.
        typed = str(to_plain(str(typed)))
        match asked(typed):
            case "undo":
                self._view.marked = ()
                return Changed([*told, *self._stepped(self._history.back(self.board), forth=False)])
            case "redo":
                self._view.marked = ()
                return Changed([*told, *self._stepped(self._history.forth(self.board), forth=True)])
            case "check":
                return Changed([*told, *one_by_one(board_findings(self.board))])
            case "help":
                self._helps = True
                return Changed(told)
            case "save":
                return Changed([*told, *self._save()])
        if (places := stretch_in(typed)) is not None:
            return Changed([*told, *self._view.look_at(self.board, *places)])
        asks, lines = [], []
        for line in lines_of(typed):
            (asks if asked(line) else lines).append(line)
        cells = self._file.lines.sort(self.board, lines) if cell else None
        new = cells.new if cells else lines
        board, answers = carry_out(self.board, "\n".join(new), author or self._by[0], role or self._by[1])
        late = self._file.read_too_late(board)
        if any(answer.done for answer in answers):
            self._view.marked = frozenset(id for answer in answers for id in answer.notes)
        done = [answer.line for answer in answers if answer.done] if cell else []
        before = about_before(cells.before, cells.there, any_new=bool(new)) if cells else []
        told = [*about_lines(answers), *before, *told, *late.says, *self._put(late.board, done)]
        # Among other lines it is not plain what it is meant for.
        told += [ALONE.format(word=line) for line in asks if asked(line) != "save"]
        told += self._save() if any(asked(line) == "save" for line in asks) else []
        left = {id: said for answer in answers for id in answer.notes if (said := answer.left)}
        return Changed(told, tuple(answer.line for answer in answers if answer.says), left)

    def views(self, told: Iterable[T], below: T | None = None) -> tuple[str, str, bytes]:
        """The wall with some sentences: as text, as HTML, and its picture alone.

        Args:
            below: what stands below the picture.
        """
        picture, part = self._view.of(headed(self.board, self._file.folder))
        told = [*self._always, *told, *part]
        self._file.was_read()
        helps, self._helps = help_as_html() if self._helps else "", False
        unsaved = self._file.unsaved
        page = as_html(told, picture, self.board, unsaved, helps, below)
        return as_text(told, self.board, unsaved), page, picture

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

    def _save(self) -> list[T]:
        """Keep the board if it could not be kept before, and say that nobody has to ask for it."""
        told = [] if self._file.is_saved else self._file.keep()
        return [*told, IS_SAVED.format(path=self._file.path)] if self._file.is_saved else told

    def _show(self, told: list[T]) -> None:
        """Show the wall below a cell, as it stays there, and the same in the box, which goes on."""
        text, page, _ = self.views(told, below=(THEN if self._box else THEN_NO_BOX) if len(self.board) else None)
        show(text, page)
        self._renew_box(told)

    def _renew_box(self, told: Iterable[T]) -> None:
        if self._box:
            self._box.renew(told)

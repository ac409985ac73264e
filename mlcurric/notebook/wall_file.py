"""A board's file while it hangs in a notebook: read when somebody else changed it, merged, and kept after every change."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from mlcurric.disk_errors import why_refused
from mlcurric.keeping import BYTE_ORDER_MARK, DAMAGED, NO_FILE, ORIGINAL, copy_beside, last_good, set_aside, stamp
from mlcurric.notebook.kept_words import cannot_open
from mlcurric.notebook.wall_lines import LinesBefore
from mlcurric.notebook.wall_rescued import left_behind
from mlcurric.rescuing import keep
from mlcurric.subject.board.files import Reading, board_text, read_board
from mlcurric.subject.board.last_version import keep_last_good
from mlcurric.subject.board.merge import Merged, about_gone, changed_words, merge, read_too_late
from mlcurric.subject.board.model import Board, Note
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_SHOWN = 5
_TRIES = 3


class WallFile:
    """A board, and the file that holds it.

    Args:
        path: the file; one that is no ``.csv`` is read once and kept as CSV beside it. ``None`` keeps nothing.
        begin: the board where there is no file yet.

    Raises:
        Slip: if the file cannot be read, and no good version stands beside it; or if it may not be read, is a folder, or a
            link that leads nowhere.
    """

    def __init__(self, path: Path | None, begin: Board) -> None:
        self.board = self._base = begin
        self.path = path
        self._stamp = NO_FILE
        self._rescued: Path | None = None
        self._told: list[T] = []
        self._unread: dict[int, Note] = {}
        self._begins = False
        self.unsaved = ""
        """The text of the file where it could be written nowhere, to be copied by hand."""
        if path is not None:
            try:
                self._open(self._where(path))
            except OSError as error:
                raise Slip(*cannot_open(path, error)) from error
            self._told += left_behind(self.path, self.board)
        self.lines = LinesBefore(self.path)
        """The lines of cells that were carried out on this board before."""
        self.lines.begin(self.board, new=self._begins)

    @property
    def name(self) -> str:
        """The file's name; a dash where the board is kept nowhere."""
        return self.path.name if self.path else "-"

    @property
    def stem(self) -> str:
        """What the pictures of the board are named."""
        return self.path.stem if self.path else "board"

    @property
    def folder(self) -> Path:
        """Where the board is kept, or else the current folder."""
        return self.path.parent if self.path else Path.cwd()

    def look(self) -> list[T]:
        """Take up what somebody else wrote into the file meanwhile, and say what came of it."""
        told, self._told = self._told, []
        if self.path is None:
            return told
        try:
            if stamp(self.path) == self._stamp:
                return told
            if stamp(self.path) == NO_FILE:
                self._stamp = NO_FILE
                return [*told, _GONE.format(name=self.name), *self.keep()]
            reading = self._read(self.path, self._base)
        except Slip as slip:
            return [*told, *slip.says, *self._aside(self.path)]
        except OSError as error:
            return [*told, _LOCKED.format(name=self.name, why=why_refused(error))]
        merged = merge(self._base, self.board, reading.board)
        self._unread = changed_words(self.board, merged.board) | self._unread
        self._base, self.board = reading.board, merged.board
        told += [_TAKEN_UP.format(name=self.name), *about_gone(merged.gone), *merged.says, *self._faults(reading)]
        return told if merged.board == reading.board else [*told, *self.keep()]

    @property
    def is_saved(self) -> bool:
        """Whether the board stands in its file as it hangs."""
        return self._stamp != NO_FILE and self.board == self._base

    def was_read(self) -> None:
        """Somebody has the board before their eyes as it hangs now."""
        self._unread = {}

    def read_too_late(self, board: Board) -> Merged:
        """What somebody made of the board, who had not read what others wrote into its file meanwhile; ``put`` hangs it."""
        merged = read_too_late(self._unread, self.board, board)
        # What they have written now they have read.
        self._unread = {
            id: note for id, note in self._unread.items() if board.notes.get(id) == self.board.notes.get(id)
        }
        return merged

    def find(self, path: str | Path) -> Path:
        """A file that somebody names, in the notebook's folder or beside the board.

        Raises:
            Slip: if it is in neither, naming both.
        """
        folders = list(dict.fromkeys((Path.cwd(), self.folder.resolve())))
        for folder in folders:
            if (found := folder / Path(path).expanduser()).is_file():
                return found
        raise Slip(
            _NO_FILE.format(name=Path(path).name),
            _LOOKED.format(folders=", ".join(dict.fromkeys(str((folder / path).parent) for folder in folders))),
            _PUT_IT.format(folder=folders[-1].name, name=self.name) if self.path else _WHOLE,
        )

    def put(self, board: Board) -> None:
        """Hang a board in the place of the one that hangs; ``keep`` writes it."""
        self.board = board

    def keep(self) -> list[T]:
        """Write the board, and say what the writer has to know."""
        if self.path is None:
            return []
        text = BYTE_ORDER_MARK + board_text(self.board)
        kept = keep(self.path, text, self._stamp)
        self.unsaved = "" if kept.path else text
        if kept.path == self.path:
            self._base, self._stamp = self.board, kept.stamp
        if kept.path and self._rescued and self._rescued != kept.path:
            # An earlier text of this wall; the newer one holds it all.
            self._rescued.unlink(missing_ok=True)
        self._rescued = kept.path if kept.path != self.path else None
        return list(kept.says)

    def remember(self, lines: Iterable[str]) -> None:
        """Remember lines of a cell that were carried out."""
        self.lines.remember(self.board, lines, saved=self.is_saved)

    def _where(self, path: Path) -> Path:
        """Where a file really is: a link is followed, for to write over it would cut the team off from the file behind it.

        Raises:
            Slip: if it is a link that leads nowhere, or a folder.
            OSError: if that cannot be told.
        """
        real = path.resolve(strict=True) if path.is_symlink() and path.exists() else path
        if path.is_symlink() and real is path:
            raise Slip(_LEADS_NOWHERE.format(name=path.name, to=os.readlink(path)), _BRING_BACK)
        if real.is_dir():
            raise Slip(_FOLDER_THERE.format(name=path.name), _RENAME_IT.format(folder=path.parent))
        return real

    def _open(self, path: Path) -> None:
        self.path = path
        if path.suffix.lower() != ".csv":
            self.path = path.with_suffix(".csv")
            said = _CSV_THERE if self.path.exists() else _AS_CSV
            self._told.append(said.format(name=path.name, csv=self.path.name))
            if not self.path.exists():
                self._begins = True
                reading = read_board(path)
                self.board = reading.board
                self._told += [*self._tell(reading), *self.keep()]
                return
        if not self.path.exists():
            self._begins = True
            return
        try:
            good = read_board(last_good(self.path)).board
        except (Slip, OSError):
            good = None
        try:
            reading = self._read(self.path, good)
        except Slip as slip:
            if good is None:
                raise
            self.board = good
            self._told += [*slip.says, *self._aside(self.path)]
            return
        self._base = self.board = reading.board
        self._told += self._faults(reading)

    def _read(self, path: Path, hung: Board | None) -> Reading:
        """Read the file as it stands, whole: again if it was written meanwhile."""
        for _ in range(_TRIES):
            before = stamp(path)
            reading = read_board(path, hung)
            if stamp(path) == before:
                break
        self._stamp = before
        return reading

    def _aside(self, path: Path) -> list[T]:
        """Move a damaged file out of the way and write what hangs here."""
        try:
            aside = set_aside(path, DAMAGED)
        except OSError as error:
            return [_LOCKED.format(name=self.name, why=why_refused(error))]
        self._stamp = NO_FILE
        return [_DAMAGED.format(name=path.name, aside=aside.name), *self.keep()]

    def _faults(self, reading: Reading) -> list[T]:
        """What could not be read as it stood; the file as it was is kept, for the next change writes over it."""
        fewer = keep_last_good(self.path, reading)
        if not reading.faults:
            return fewer
        try:
            original = _ORIGINAL.format(name=copy_beside(self.path, ORIGINAL).name)
        except OSError as error:
            original = _NO_ORIGINAL.format(why=why_refused(error))
        return [*fewer, *self._tell(reading), original]

    def _tell(self, reading: Reading) -> list[T]:
        says = [fault.says_all for fault in reading.faults[:_SHOWN]]
        if (more := len(reading.faults) - _SHOWN) > 0:
            says.append(_MORE.format(n=more))
        return says


_GONE = T("The file “{name}” was gone; it is written anew.", "「{name}」がなくなっていたので、書き直しました。")
_LOCKED = T(
    "“{name}” cannot be read now ({why}). The wall hangs as it was, and the file is read again with your next line; close it in "
    "other programs.",
    "「{name}」をいま読めません({why})。壁はそのままで、次の操作のときに読み直します。ほかのソフトで開いていれば閉じてください。",
)
_LEADS_NOWHERE = T(
    "“{name}” is a link, and what it leads to is not there: {to}",
    "「{name}」はリンクで、その先のファイルがありません: {to}",
)
_BRING_BACK = T(
    "Connect the disk or the shared folder again, or take the link away to begin a new board; then run this cell again.",
    "ディスクか共有フォルダーをつなぎ直してください。新しく始めるなら、リンクを消してください。どちらも、そのあとでこのセルをもう一度実行します。",
)
_FOLDER_THERE = T(
    "“{name}” is a folder, and the board cannot be kept in it.",
    "「{name}」がフォルダーなので、ボードを保存できません。",
)
_RENAME_IT = T(
    "Give that folder in {folder} another name, then run this cell again.",
    "{folder} にあるそのフォルダーの名前を変えてから、このセルをもう一度実行してください。",
)
_TAKEN_UP = T(
    "“{name}” was changed elsewhere; the two are put together.",
    "「{name}」が別の場所で変わっていたので、両方を合わせました。",
)
_DAMAGED = T(
    "It is set aside whole as “{aside}”, and “{name}” holds the last good version.",
    "壊れたファイルは「{aside}」としてそのまま残し、「{name}」は最後に読めた内容に戻しました。",
)
_ORIGINAL = T("The file as it was is kept as “{name}”.", "元のファイルは「{name}」として残してあります。")
_NO_ORIGINAL = T(
    "A copy of the file as it was could not be written ({why}).", "元のファイルの控えを書けませんでした({why})。"
)
_AS_CSV = T(
    "“{name}” is read; from now on the board is kept in “{csv}”.",
    "「{name}」を読みました。これからは「{csv}」に保存します。",
)
_CSV_THERE = T(
    "“{csv}” stands beside “{name}” and is opened, for it is the one that is kept.",
    "「{name}」の隣に「{csv}」があるので、そちらを開きました。保存先は「{csv}」です。",
)
_MORE = T("More lines like these: {n}.", "ほかに{n}行あります。")
_NO_FILE = T("There is no file “{name}”.", "「{name}」というファイルがありません。")
_LOOKED = T("It was looked for in: {folders}.", "探した場所は {folders} です。")
_PUT_IT = T(
    "Put it into the folder “{folder}”, beside “{name}”.", "「{folder}」フォルダーの、「{name}」の隣に置いてください。"
)
_WHOLE = T("Put it beside this notebook.", "このノートブックと同じフォルダーに置いてください。")

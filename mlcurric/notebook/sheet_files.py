"""The file of a team's sheet: found and read as the report finds it, its last good version kept, written without harm to anybody's work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mlcurric.disk_errors import why_refused
from mlcurric.keeping import (
    BYTE_ORDER_MARK,
    CELLS,
    LINES,
    NO_FILE,
    Changed,
    keep_before_replacing,
    last_good,
    stamp,
    write_whole,
)
from mlcurric.rescuing import rescue, rescued
from mlcurric.subject.board.model import Board
from mlcurric.subject.grids import grids
from mlcurric.subject.ideathon.contents import PARTS, File, read_file
from mlcurric.subject.ideathon.sheets import TeamSheet
from mlcurric.subject.sheets import Fault
from mlcurric.subject.typed import Slip
from mlcurric.text import T, run_on

_PARTS = {part.name: part for part in PARTS}
_WRITABLE = (".xlsx", ".csv")
_SHOWN = 5
_MANY_CELLS = 5
"""So many cells emptied between two readings are more than somebody mends; fewer are told of nobody."""


@dataclass(frozen=True)
class Found:
    """A sheet as it was found in the folder.

    Attributes:
        path: its file; ``None`` if there is none.
        data: what it holds, or its last good version; ``None`` if there is no file.
        seen: the ``stamp`` of the file when it was read.
        is_whole: whether all of its lines are in ``data``; else nothing must be written into it.
        told: what is to be told of it.
    """

    path: Path | None = None
    data: Any = None
    seen: str = NO_FILE
    is_whole: bool = True
    told: tuple[T, ...] = ()


def find_sheet(kind: TeamSheet, folder: Path, start: date | None) -> Found:
    """Read a sheet, and keep it as the last good version where it is whole.

    Args:
        start: the day of the session, for days without a year.

    Raises:
        Slip: if its file cannot be read, and no good version stands beside it.
    """
    file = read_file(_PARTS[kind.name], folder, start)
    beside = tuple(run_on((each.says, each.way_out)) for each in file.beside)
    if file.path is None:
        return Found(told=beside)
    if file.unread:
        good = _good(kind, file.path, start)
        if good is None:
            raise Slip(file.unread.says, file.unread.way_out)
        shown = _LAST_GOOD.format(name=last_good(file.path).name)
        return Found(file.path, good, is_whole=False, told=(file.unread.says, file.unread.way_out, shown, *beside))
    is_whole = not any(fault.lost for fault in file.faults)
    told = (*_about_faults(file.faults), *_keep_good(kind, file, start, is_whole), *beside)
    return Found(file.path, file.sheet, file.seen, is_whole, told)


def read_source(kind: TeamSheet, folder: Path, start: date | None) -> tuple[Any, tuple[T, ...]]:
    """What the sheet holds from which another one goes on, ``None`` where it holds nothing; and what is to be told of it.

    One that cannot be read is told and holds nothing, so that the other one begins empty, and goes on from it once it is mended.
    """
    file = read_file(_PARTS[kind.name], folder, start)
    if file.unread:
        return None, (file.unread.says, file.unread.way_out, _NOT_CARRIED.format(title=kind.title))
    if file.path is None or kind.is_blank(file.sheet):
        return None, ()
    lacking = sum(fault.missing or fault.lost for fault in file.faults)
    return file.sheet, (_LACKING.format(name=file.shown, n=lacking),) if lacking else ()


def read_board_beside(folder: Path) -> tuple[Board | None, tuple[T, ...]]:
    """The team's board, whose notes the lists name; and what is to be told where it cannot be read."""
    file = read_file(_PARTS["board"], folder)
    return file.sheet, (file.unread.says, _NO_BOARD) if file.unread else ()


def content_of(kind: TeamSheet, data: Any, path: Path) -> bytes:
    """A sheet as the bytes of its file.

    Raises:
        Slip: if it is Excel's, and openpyxl is missing.
    """
    return (BYTE_ORDER_MARK + kind.text(data)).encode() if path.suffix.lower() == ".csv" else kind.workbook(data)


def place_for(path: Path | None, folder: Path, name: str) -> Path:
    """Where a sheet is written: in its file, or beside one whose kind (TSV, macros) would be spoilt, as Excel."""
    return path if path and path.suffix.lower() in _WRITABLE else folder / f"{name}.xlsx"


def is_as_laid_out(kind: TeamSheet, found: Found) -> bool:
    """Whether nobody has changed anything in a file, not even its look, since it was written from here."""
    assert found.path is not None
    with suppress(OSError):
        is_writable = found.path.suffix.lower() in _WRITABLE
        return is_writable and found.path.read_bytes() == content_of(kind, found.data, found.path)
    return False


def write_sheet(path: Path, content: bytes, seen: str, keep: bool) -> tuple[T, ...]:
    """Write a sheet unless somebody else has written it meanwhile; where it cannot be written, a copy goes beside it.

    Args:
        seen: the ``stamp`` of the file when it was read.
        keep: whether a copy is worth it; a blank sheet is laid out again any time.

    Returns:
        What is to be told; nothing if all went well.
    """
    try:
        write_whole(path, content, seen)
    except Changed:
        return (_CHANGED.format(name=path.name),)
    except OSError as error:
        says = _REFUSED.format(name=path.name, why=why_refused(error))
        way_out = _CLOSE if isinstance(error, PermissionError) else _AGAIN
        copy = rescue(path, content, beside=True) if keep else None
        return (says, way_out, _COPY.format(path=copy)) if copy else (says, way_out)
    for copy in rescued(path, beside=True):
        # It stands in the file now.
        with suppress(OSError):
            if copy.read_bytes() == content:
                copy.unlink()
    return ()


def _about_faults(faults: tuple[Fault, ...]) -> Iterator[T]:
    # What is missing is told to the end; what was only guessed need not be.
    missing = [fault.says_all for fault in faults if fault.missing or fault.lost]
    guessed = [fault.says_all for fault in faults if not (fault.missing or fault.lost)]
    if missing:
        yield _MISSING.format(n=len(missing))
    yield from missing
    yield from guessed[:_SHOWN]
    if len(guessed) > _SHOWN:
        yield _MORE.format(n=len(guessed) - _SHOWN)


def _good(kind: TeamSheet, path: Path, start: date | None) -> Any:
    """What the last good version holds; ``None`` where there is none that can be read."""
    with suppress(Slip, OSError):
        return kind.read(last_good(path), start)[0]
    return None


def _filled(path: Path) -> int:
    """How many cells of a file hold anything."""
    with suppress(Slip):
        return sum(
            bool(cell) for grid in grids(path.read_bytes(), path.name) for _, cells in grid.lines for cell in cells
        )
    return 0


def _keep_good(kind: TeamSheet, file: File, start: date | None, is_whole: bool) -> tuple[T, ...]:
    """Keep a version that was read whole; where many lines are gone since the last one, that is told."""
    assert file.path is not None
    try:
        if stamp(last_good(file.path)) == file.seen:
            return ()
        before = _good(kind, file.path, start)
        of = 0 if before is None else len(kind.begun(before))
        lost, what = max(0, of - len(kind.begun(file.sheet))), LINES
        content = file.path.read_bytes() if is_whole and stamp(file.path) == file.seen else None
        if not lost and before is not None:
            # The lines are there; what stood in them may not be.
            of, now = _filled(last_good(file.path)), _filled(file.path)
            lost, what = (of - now, CELLS) if of - now >= _MANY_CELLS else (0, LINES)
        told = keep_before_replacing(file.path, content, lost, of, what)
    except OSError as error:
        return (_NO_GOOD.format(name=last_good(file.path).name, why=why_refused(error)),)
    return (told,) if told else ()


_MISSING = T("Not read, so it is missing ({n}):", "読めなかったので、抜けている値({n}か所):")
_MORE = T("And {n} more.", "ほかに{n}件あります。")
_LAST_GOOD = T(
    "What you see is the last version that could be read, “{name}”; the damaged file was left as it is.",
    "いま見えているのは、最後に読めた「{name}」の内容です。壊れたファイルには触れていません。",
)
_NOT_CARRIED = T(
    "So nothing is carried over from “{title}” now. Mend it and run this cell again; it is carried over then.",
    "そのため、「{title}」からの引き継ぎは見送りました。直してからこのセルをもう一度実行すれば、引き継がれます。",
)
_LACKING = T(
    "{name} has values that could not be read ({n}); they are carried over as they were typed, lines that were left out are not. Open that sheet to see which.",
    "{name} に読めない値が{n}か所あります。書かれたまま引き継ぎました(読めずに抜けた行は入っていません)。どこかは、そのシートを開くとわかります。",
)
_NO_BOARD = T(
    "So the numbers of notes were not looked up.",
    "そのため、付箋の番号は確かめていません。直してから、このセルをもう一度実行してください。",
)
_CHANGED = T(
    "{name} was saved by somebody else just now, so nothing was written into it. Run this cell again.",
    "{name} がたったいま別の人に保存されたので、上書きしませんでした。このセルをもう一度実行してください。",
)
_REFUSED = T(
    "{name} could not be written ({why}); what was there is untouched.",
    "{name} に書き込めませんでした({why})。元の内容はそのままです。",
)
_CLOSE = T(
    "If it is open in Excel, close it; then run this cell again.",
    "Excelで開いていたら閉じて、このセルをもう一度実行してください。",
)
_AGAIN = T("Mend that, then run this cell again.", "原因を取り除いてから、このセルをもう一度実行してください。")
_COPY = T("Until then a copy is in {path}.", "それまでの控えを {path} に置きました。")
_NO_GOOD = T(
    "It was read; but the copy “{name}” beside it could not be written ({why}).",
    "読み込みましたが、控えの「{name}」は書けませんでした({why})。",
)

"""What the folder of an ideathon holds: each file read by its own reader, with what is wrong in it and the way out.

A file may be CSV or Excel, and may go by its English or Japanese name. One that is not there, or that nobody has filled in
yet, is no mistake; one that cannot be read does not keep the others from being read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from mlcurric.keeping import NO_FILE, stamp
from mlcurric.subject.board.files import read_board
from mlcurric.subject.board.model import Board
from mlcurric.subject.ideathon.beside import ENDINGS, about_beside, about_other_kinds, plain_name
from mlcurric.subject.ideathon.noticed import Gravity, Noticed, of_fault
from mlcurric.subject.ideathon.sheets import TEAM_SHEETS, Read
from mlcurric.subject.ideathon.unreadable import closed_folder, damaged
from mlcurric.subject.sheets import Fault
from mlcurric.subject.team.plan90 import Plan
from mlcurric.subject.team.pre_mortem import PreMortem
from mlcurric.subject.team.raci import Raci
from mlcurric.subject.team.role_map import RoleMap
from mlcurric.subject.typed import Slip
from mlcurric.subject.usecases.method_last import MethodLastSheets
from mlcurric.subject.usecases.usecase import UseCaseList
from mlcurric.text import T


@dataclass(frozen=True)
class Part:
    """One of the files.

    Attributes:
        name: of the file, without its ending.
        title: what it is.
        also: other names under which the file is found.
        read: gives what the file holds and its faults; the date is the first day, for days without a year.
        amount: how much is in it, in words; ``None`` if nobody has filled it in yet.
    """

    name: str
    title: T
    also: tuple[str, ...]
    read: Callable[[Path, date | None], Read]
    amount: Callable[[Any], T | None]

    @property
    def names(self) -> set[str]:
        """Everything that the file may be called, as names are compared."""
        return {plain_name(name) for name in (self.name, self.title.en, self.title.ja, *self.also)}


@dataclass(frozen=True)
class File:
    """One file as it was found.

    Attributes:
        path: ``None`` if it is not there.
        sheet: what it holds; ``None`` if it is not there or cannot be read.
        amount: how much that is; ``None`` if it is not filled in.
        seen: the ``stamp`` of what was read.
        faults: what of it could not be read as it stands.
        unread: why it cannot be read; ``None`` if it can.
        beside: what is told of the files beside it: those that were passed over, and those that nobody can read.
    """

    part: Part
    path: Path | None = None
    sheet: Any = None
    amount: T | None = None
    seen: str = NO_FILE
    faults: tuple[Fault, ...] = ()
    unread: Noticed | None = None
    beside: tuple[Noticed, ...] = ()

    @property
    def is_damaged(self) -> bool:
        """Whether it is there and cannot be read."""
        return self.unread is not None

    @property
    def noticed(self) -> tuple[Noticed, ...]:
        """Everything that is told of it and of what lies beside it."""
        own = (self.unread,) if self.unread else (of_fault(self.shown, fault) for fault in self.faults)
        return (*own, *self.beside)

    @property
    def shown(self) -> str:
        """Its name, for a sentence."""
        return self.path.name if self.path else self.part.name


@dataclass(frozen=True)
class Contents:
    """Everything in the folder; a sheet that is not there, damaged, or not filled in yet is ``None``."""

    folder: Path
    files: Mapping[str, File]

    @property
    def board(self) -> Board | None:
        """The wall as it was typed."""
        return self.sheet("board")

    @property
    def method_last(self) -> MethodLastSheets | None:
        """The method-last sheets."""
        return self.sheet("method-last")

    @property
    def cases(self) -> UseCaseList | None:
        """The use-case list."""
        return self.sheet("use-cases")

    @property
    def roles(self) -> RoleMap | None:
        """The role map."""
        return self.sheet("role-map")

    @property
    def raci(self) -> Raci | None:
        """The RACI table."""
        return self.sheet("raci")

    @property
    def pre_mortem(self) -> PreMortem | None:
        """The pre-mortem."""
        return self.sheet("pre-mortem")

    @property
    def plan(self) -> Plan | None:
        """The 30/60/90-day plan."""
        return self.sheet("plan")

    def shown(self, name: str) -> str:
        """What a file is called in this folder."""
        return self.files[name].shown

    def sheet(self, name: str) -> Any:
        """What one of the files holds, by its name."""
        file = self.files.get(name)
        return file.sheet if file and file.amount is not None else None


def read_contents(folder: Path, start: date | None = None) -> Contents:
    """Read the files of an ideathon.

    Args:
        folder: that holds them.
        start: the day of the ideathon, for days without a year.

    Raises:
        Slip: if nobody may look into the folder.
    """
    files = {part.name: read_file(part, folder, start) for part in PARTS}
    return Contents(folder, files)


def read_file(part: Part, folder: Path, start: date | None = None) -> File:
    """Read one of the files, whichever of its names it bears; of several the one that was filled in and saved last.

    The notebook, the check and the report all choose here, so that all of them speak of one file.

    Raises:
        Slip: if nobody may look into the folder.
    """
    try:
        return _chosen(part, folder, start)
    except OSError as error:
        raise closed_folder(folder, error) from error


def _chosen(part: Part, folder: Path, start: date | None) -> File:
    others = tuple(about_other_kinds(folder, part.names))
    found = candidates(part, folder)
    if not found:
        return File(part, beside=others)
    read = [_read_one(part, path, start) for path in found]
    # A blank sheet that was laid out beside the one that people use is not the one that is meant, nor is a broken one.
    best = max(read, key=lambda file: (file.amount is not None, file.is_damaged, _age(file.path)))
    rest = [file for file in read if file is not best]
    beside = [*about_beside(best.path, best.part.names), *(file.unread for file in rest if file.unread)]
    return replace(best, beside=(*beside, *_passed_over(best, rest), *others))


def _passed_over(best: File, rest: Sequence[File]) -> Iterator[Noticed]:
    """What is told of the files that could have been read in place of one that is filled in."""
    filled = ", ".join(file.shown for file in rest if file.amount is not None)
    blank = ", ".join(file.shown for file in rest if file.amount is None and not file.is_damaged)
    if filled:
        says = T(
            "there is {others} too; {name} was read, because it was saved last.",
            "{others} もあります。あとから保存された {name} を読みました。",
        )
        way_out = T("Keep one, and move the other out of this folder.", "1つだけ残し、もう一方は別のフォルダーへ移しましょう。")  # fmt: skip
        yield Noticed((best.shown,), says.format(others=filled, name=best.shown), way_out, Gravity.WRONG)
    if blank and best.amount is not None:
        says = T(
            "{others} is not filled in; {name} was read.",
            "{others} は未記入です。書き込みのある {name} を読みました。",
        )
        way_out = T("Go on writing in {name}.", "続きも {name} に書いてください。")
        yield Noticed((best.shown,), says.format(others=blank, name=best.shown), way_out.format(name=best.shown), Gravity.READ)  # fmt: skip


def candidates(part: Part, folder: Path) -> list[Path]:
    """The files of a folder that may be a part, by name."""
    if not folder.is_dir():
        return []
    files = (path for path in sorted(folder.iterdir()) if path.suffix.lower() in ENDINGS and path.is_file())
    return [path for path in files if plain_name(path.stem) in part.names]


def _read_one(part: Part, path: Path, start: date | None) -> File:
    try:
        seen = stamp(path)
        sheet, faults = part.read(path, start)
    except (Slip, OSError) as error:
        return File(part, path, unread=damaged(path, error))
    return File(part, path, sheet, part.amount(sheet), seen, tuple(faults))


def _age(path: Path | None) -> float:
    # Excel takes a file away for a moment while it saves.
    with suppress(OSError):
        return path.stat().st_mtime if path else 0.0
    return 0.0


def _read_board(path: Path, _: date | None) -> Read:
    found = read_board(path)
    return found.board, found.faults


def counted(n: int, one: str, en: str, ja: str) -> T | None:
    """“6 use cases”, 「6件」; ``None`` for none."""
    return T(f"{n} {one if n == 1 else en}", f"{n}{ja}") if n else None


def _seats(sheet: RoleMap) -> T | None:
    if not sheet.begun:
        return None
    gaps = len(sheet.gaps)
    return T(f"{len(sheet.seats)} lines, {gaps} empty", f"{len(sheet.seats)}行、空席{gaps}")


def _about(name: str, amount: Callable[[Any], T | None], *also: str) -> Part:
    sheet = TEAM_SHEETS[name]
    return Part(name, sheet.title, also, sheet.read, amount)


PARTS = (
    Part(
        "board",
        T("Event Storming board", "イベントストーミングのボード"),
        ("ボード", "付箋", "壁"),
        _read_board,
        lambda board: counted(len(board), "note", "notes", "枚"),
    ),
    _about(
        "method-last",
        lambda sheets: counted(
            sum(bool(each.whose or each.by_hand or each.output) for each in sheets), "sheet", "sheets", "件"
        ),
        "手段は最後シート",
        "手段は最後",
    ),
    _about(
        "use-cases", lambda cases: counted(len(cases), "use case", "use cases", "件"), "usecases", "ユースケース一覧"
    ),
    _about("role-map", _seats, "roles", "役割"),
    _about(
        "raci",
        lambda sheet: counted(sum(any(task.marks.values()) for task in sheet.tasks), "task", "tasks", "行"),
        "RACI",
    ),
    _about(
        "pre-mortem",
        lambda sheet: counted(len(sheet.begun), "reason", "reasons", "件"),
        "プレモーテム",
    ),
    _about(
        "plan",
        lambda sheet: counted(len(sheet.begun), "line", "lines", "行"),
        "計画",
    ),
)
"""The files of an ideathon, in the order in which they come about."""

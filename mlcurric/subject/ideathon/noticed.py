"""What is noticed about a team's files, whoever noticed it: where, what, the way out, and how grave it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from mlcurric.subject.board.finding import BoardFinding
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.sheets import Fault
from mlcurric.text import T


class Gravity(IntEnum):
    """From the gravest."""

    DAMAGED = 0
    LOST = 1
    MISSING = 2
    WRONG = 3
    ASKS = 4
    READ = 5


@dataclass(frozen=True)
class Noticed:
    """One thing.

    Attributes:
        files: the names of the files that it is about, the one to be mended first.
        says: what was seen.
        way_out: what to do about it.
        gravity: ``DAMAGED`` a file that cannot be read, ``LOST`` a line that was left out, ``MISSING`` a value
            that was not read, ``WRONG`` what cannot stand,
            ``ASKS`` what may be meant, ``READ`` what was read with a guess.
        line: of the first file, counted from 1; ``None`` if it is about no single line.
    """

    files: tuple[str, ...]
    says: T
    way_out: T
    gravity: Gravity
    line: int | None = None

    @property
    def to_mend(self) -> bool:
        """Whether somebody has to do something about it before the report is shown."""
        return self.gravity <= Gravity.WRONG


def of_fault(file: str, fault: Fault) -> Noticed:
    """Something that a reader stumbled over."""
    gravity = Gravity.LOST if fault.lost else Gravity.MISSING if fault.missing else Gravity.READ
    return Noticed((file,), fault.says, fault.way_out, gravity, fault.line)


def of_lines(findings: Iterable[LineFinding], *files: str) -> list[Noticed]:
    """The findings of a sheet, or between two."""
    return [Noticed(files, each.says, each.way_out, Gravity.ASKS if each.asks else Gravity.WRONG) for each in findings]


def of_board(findings: Iterable[BoardFinding], file: str) -> list[Noticed]:
    """The findings of a board."""
    return [Noticed((file,), each.says, each.way_out, Gravity.WRONG if each.wrong else Gravity.ASKS) for each in findings]  # fmt: skip

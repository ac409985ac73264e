"""The board's file: read whatever a room hands over, written so that two versions compare line by line."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from mlcurric.spreadsheets import defused
from mlcurric.subject.board.model import Board
from mlcurric.subject.board.table import COLUMNS, Fault, column_names, read_rows, to_rows
from mlcurric.subject.sheets import read_sheet
from mlcurric.subject.typed import Slip
from mlcurric.text import T


@dataclass(frozen=True)
class Reading:
    """What a file holds.

    Attributes:
        board: every note that could be read.
        faults: what could not be read as it stood, in the order of the lines.
    """

    board: Board
    faults: tuple[Fault, ...] = ()


def read_board(path: Path) -> Reading:
    """Read a board from CSV (UTF-8, UTF-16 or Shift_JIS), TSV or Excel.

    Raises:
        Slip: if there is no such file, it is damaged (naming the line), or it has no column of texts.
    """
    sheet = read_sheet(path)
    names = column_names(sheet.headings)
    if "text" not in names:
        raise Slip(
            T(
                "“{name}” has no column “text”; it has {found}.",
                "「{name}」に「text(内容)」の列がありません。あるのは {found} です。",
            ).format(name=path.name, found=", ".join(filter(None, sheet.headings))[:80]),
            T(
                "Name the column that holds what is on the notes “text”.",
                "付箋の言葉が入っている列の見出しを「text」か「内容」にしてください。",
            ),
        )
    board, faults = read_rows(sheet.cells(names), sheet.about.get("title", ""), sheet.about.get("team", ""))
    return Reading(board, tuple(faults))


def board_text(board: Board) -> str:
    """A board as the text of its file: CSV, a line a note from left to right; no text in it is taken for a formula."""
    rows = to_rows(board)
    out = io.StringIO()
    for name in ("title", "team"):
        if value := getattr(board, name):
            out.write(f"# {name}: {' '.join(value.split())}\n")
    more = [name for name in rows[0] if name not in COLUMNS] if rows else []
    writer = csv.DictWriter(out, [*COLUMNS, *more], lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: defused(cell) for name, cell in row.items()})
    return out.getvalue()

"""The board's file: read whatever a room hands over, written so that two versions compare line by line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from mlcurric.spreadsheets import defused
from mlcurric.subject.board.comments import is_comment, remark_of, remarks_above
from mlcurric.subject.board.headings import kept_beside, names_of, places_of
from mlcurric.subject.board.model import HIGHEST_NUMBER, Board
from mlcurric.subject.board.table import COLUMNS, KNOWN, WORDS, read_rows, to_rows
from mlcurric.subject.sheets import NOTE, Fault, Sheet, plain_heading, read_sheet
from mlcurric.subject.sheets import Reading as SheetReading
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_ABOUT: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "題", "タイトル", "題名"),
    "team": ("team", "チーム"),
    "last": ("last", "最後の番号"),
}


class Reading(SheetReading[Board]):
    """What a file holds: the board, and what could not be read as it stood."""

    @property
    def board(self) -> Board:
        """Every note that could be read."""
        return self.sheet


def read_board(path: Path) -> Reading:
    """Read a board from CSV (UTF-8, UTF-16 or Shift_JIS), TSV or Excel.

    Raises:
        Slip: if there is no such file, it is damaged (naming the line), or it has no column of texts.
    """
    sheet = read_sheet(path, KNOWN)
    rows = [cells for _, cells in sheet.rows]
    places = places_of(sheet.headings, _filled(sheet, rows), WORDS)
    marks = [places.get(at, "") for at in range(len(sheet.headings))]
    if "text" not in marks:
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
    remarks = [remark for remark in remarks_above(path, sheet) if not _is_ours(remark)]
    remarks += [remark_of(cells) for cells in rows if is_comment(cells, marks)]
    sheet = replace(sheet, rows=[row for row in sheet.rows if not is_comment(row[1], marks)])
    # A remark whose commas split it fills no column.
    filled = _filled(sheet, [cells for _, cells in sheet.rows])
    names = names_of(sheet.headings, filled, places, KNOWN)
    beside = kept_beside(sheet.headings, filled, places, names, WORDS)
    about = [Fault(sheet.line, kept.says, kept.way_out) for kept in beside]
    last = re.fullmatch(r"\d{1,6}", _about(sheet, "last"))
    highest = int(last[0]) if last and int(last[0]) <= HIGHEST_NUMBER else 0
    board, faults = read_rows(sheet.cells(names), _about(sheet, "title"), _about(sheet, "team"), highest)
    comments = tuple(dict.fromkeys(filter(None, remarks)))
    return Reading(replace(board, comments=comments), (*sheet.passed_over, *about, *faults))


def _filled(sheet: Sheet, rows: Sequence[Sequence[str]]) -> list[bool]:
    """By column, whether anything stands below its heading."""
    return [any(cells[at] for cells in rows) for at in range(len(sheet.headings))]


def board_text(board: Board) -> str:
    """A board as the text of its file: CSV, a line a note from left to right; no text in it is taken for a formula."""
    rows = to_rows(board)
    out = io.StringIO()
    about = {"title": board.title, "team": board.team}
    if board.last > max(board.notes, default=0):
        about["last"] = str(board.last)
    writer = csv.writer(out, lineterminator="\n")
    for name, value in about.items():
        if value:
            writer.writerow([f"{NOTE} {name}: {' '.join(value.split())}"])
    for comment in board.comments:
        writer.writerow([f"{NOTE} {comment}"])
    more = [name for name in rows[0] if name not in COLUMNS] if rows else []
    writer = csv.DictWriter(out, [*COLUMNS, *more], lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: defused(cell) for name, cell in row.items()})
    return out.getvalue()


def _is_ours(remark: str) -> bool:
    """Whether a remark is the board's title or another that ``board_text`` writes in any case."""
    name = plain_heading(re.split("[:：,]", remark, maxsplit=1)[0])
    return any(name in words for words in _ABOUT.values())


def _about(sheet: Sheet, name: str) -> str:
    """What the lines above the headings say under a name, in either language."""
    return next((sheet.about[word] for word in _ABOUT[name] if word in sheet.about), "")

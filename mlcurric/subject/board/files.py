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
from mlcurric.subject.board.renamed import Columns, about_found, about_missing, stays
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


def read_board(path: Path, before: Board | None = None) -> Reading:
    """Read a board from CSV (UTF-8, UTF-16 or Shift_JIS), TSV or Excel.

    Args:
        before: the board as it hung before: of a column that has no heading of ours any more it says what stands in it.

    Raises:
        Slip: if there is no such file, it is damaged (naming the line), or it has no column of texts, or of the numbers of a
            board that hung before.
    """
    sheet = read_sheet(path, KNOWN)
    rows = [cells for _, cells in sheet.rows]
    places = places_of(sheet.headings, _filled(sheet, rows), WORDS)
    columns = Columns(sheet.headings, [cells for cells in rows if not cells[0].startswith(NOTE)], before)
    found = columns.found(places)
    places |= found
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
    same = bool(before) and not columns.is_another_wall(places)
    if same and "id" not in marks:
        raise Slip(_NO_NUMBERS.format(name=path.name), _NAME_THE_NUMBERS)
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
    about += about_found(sheet.line, sheet.headings, found)
    if same:
        board, missing = stays(board, before, [name for name in WORDS if name not in marks])
        about += about_missing(sheet.line, path.name, missing)
    elif "kind" not in marks and any(not note.colour for note in board):
        about.append(Fault(sheet.line, _NO_KINDS, _NAME_THE_KINDS, missing=True))
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


_NO_NUMBERS = T(
    "“{name}” has no column “id” any more, so nobody can tell which note is which; the wall stays as it is.",
    "「{name}」に「id(番号)」の列がなくなり、どの付箋か見分けられません。壁はそのままにしました。",
)
_NAME_THE_NUMBERS = T(
    "Name the column of the numbers “id”.", "番号の列の見出しを「id」か「番号」にして、保存し直してください。"
)
_NO_KINDS = T(
    "there is no column “kind”, so every note without a colour is read as an event.",
    "「kind(種類)」の列がないので、色も書かれていない付箋はすべてイベントとして読みました。",
)
_NAME_THE_KINDS = T(
    "Name the column that says event, hotspot and so on “kind”.",
    "イベント、ホットスポットなどと書いた列の見出しを「kind」か「種類」にしてください。",
)

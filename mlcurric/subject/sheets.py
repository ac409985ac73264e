"""A table as people hand it over, by hand, from Excel or from a form tool: its headings, and its cells as text by their lines."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from mlcurric.subject.file_kinds import is_text
from mlcurric.subject.grids import NOTE, Grid, grids
from mlcurric.subject.typed import Slip
from mlcurric.subject.unseen import straight
from mlcurric.text import T

S = TypeVar("S")
MOST_BYTES = 20_000_000
"""More than any table that people write; a file beyond it is another file."""
_ABOVE = 20
"""Headings that are known are looked for in so many lines; people put a title and the date above them."""
_EXCEL_ENDINGS = (".xlsx", ".xlsm")
_FEW = 2
"""So many headings that are known make a table of a kind; one may stand there by chance."""


@dataclass(frozen=True)
class Sheet:
    """A table as it was read.

    Attributes:
        headings: the first line that is no note, as it stands; an empty heading is ``""``.
        rows: the number of each line in the file, counted from 1, and its cells, as many as there are headings.
        about: what the lines above the headings say, by what stands before their colon, or in their first cell.
        above: the cells of those lines that are no note.
        line: the number of the line of the headings.
        name: of the sheet in Excel.
        rivals: the names of other sheets that have these headings too, and are not read.
        uncomputed: line and column, from 0 → a formula whose result the file does not hold, or the error that Excel shows.
        beyond: the addresses of cells that are too far away to be read, such as ``"B30000"``.
        is_western: whether the file is text in the encoding that Windows has in the West.
    """

    headings: list[str]
    rows: list[tuple[int, list[str]]]
    about: dict[str, str]
    above: tuple[list[str], ...] = ()
    line: int = 1
    name: str = ""
    rivals: tuple[str, ...] = ()
    uncomputed: Mapping[tuple[int, int], str] = field(default_factory=dict)
    beyond: tuple[str, ...] = ()
    is_western: bool = False

    def cells(self, names: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
        """Each line's cells by the names that stand for the headings."""
        for line, row in self.rows:
            yield line, dict(zip(names, row, strict=True))

    @property
    def passed_over(self) -> tuple[Fault, ...]:
        """What is told of what the file holds beside the table: other sheets that may be meant, and cells far away from it."""
        found = []
        if self.rivals:
            names = T(", ".join(f"“{name}”" for name in self.rivals), "".join(f"「{name}」" for name in self.rivals))
            found.append(Fault(self.line, _RIVALS.format(names=names, name=self.name), _KEEP_ONE))
        if self.beyond:
            rest = len(self.beyond) - 1
            more = T(f" (and {rest} more)", f" など{rest + 1}か所") if rest else ""
            found.append(Fault(self.line, _BEYOND.format(cell=self.beyond[0], more=more), _BRING_NEAR, lost=True))
        if self.is_western:
            found.append(Fault(self.line, _WESTERN, _SAVE_AS_UTF_8))
        return tuple(found)


@dataclass(frozen=True)
class Fault:
    """Something in a file that could not be read as it stands.

    Attributes:
        line: the line of the file, counted from 1.
        says: what stands there.
        way_out: what was done about it, or what to do.
        lost: whether the line was left out.
        missing: whether a value was not read, and is missing.
    """

    line: int
    says: T
    way_out: T
    lost: bool = False
    missing: bool = False

    @property
    def says_all(self) -> T:
        """Where, what, and the way out."""
        where = T("Line {line}: {says} {way_out}", "{line}行目: {says}{way_out}")
        return where.format(line=self.line, says=self.says, way_out=self.way_out)

    def __str__(self) -> str:
        return str(self.says_all)


@dataclass(frozen=True)
class Reading(Generic[S]):
    """What a file of a kind holds.

    Attributes:
        sheet: everything that could be read.
        faults: what could not be read as it stood, in the order of the lines.
    """

    sheet: S
    faults: tuple[Fault, ...] = ()


def read_sheet(path: Path, known: Collection[str] = ()) -> Sheet:
    """Read a CSV, TSV or Excel file.

    Args:
        known: headings, as ``plain_heading`` gives them. With them the line of the headings is looked for below titles,
            and in Excel on every sheet; without, it is the first line of the first sheet.

    Raises:
        Slip: if there is no such file, it is empty, too big, of no encoding that can be told, or no table; naming the line
            where there is one.
    """
    # Of a name that is too long for any file, pathlib raises an error.
    if not os.path.isfile(path):
        raise Slip(
            T("There is no file “{name}”.", "「{name}」というファイルがありません。").format(name=path.name),
            T("It was looked for in {folder}.", "{folder} を探しました。").format(folder=path.parent.resolve()),
        )
    if path.stat().st_size > MOST_BYTES:
        raise Slip(T("“{name}” is too big for a table that people write.", "「{name}」は、手で書いた表にしては大きすぎます。").format(
            name=path.name
        ))  # fmt: skip
    content = path.read_bytes()
    is_no_excel = path.suffix.lower() in _EXCEL_ENDINGS and bool(content) and is_text(content)
    try:
        pages = grids(content, path.name)
    except Slip as slip:
        raise _no_excel(path) if is_no_excel else slip from None
    if not pages:
        raise Slip(
            T("“{name}” is empty.", "「{name}」は空です。").format(name=path.name),
            T("Was it saved? Else put a copy of the sheet in its place.", "保存されているか確かめるか、控えのファイルと入れ替えてください。"),
        )  # fmt: skip
    best = max(pages, key=lambda page: _fitness(page, known))
    most, at = _most_known(best.lines, known)
    if is_no_excel and most < _FEW:
        raise _no_excel(path)
    rivals = [page.name for page in pages if page is not best and _FEW <= most == _most_known(page.lines, known)[0]]
    return _sheet(best, at, known, tuple(rivals), path.name)


def meant_of(places: Collection[int], headings: Sequence[str], called: Sequence[str], filled: Sequence[bool]) -> int:
    """Which of several columns that mean the same is the one: one that is filled in, and of these the first of its words.

    Args:
        places: of the columns, counted from 0; one at least.
        headings: of all columns, as they stand.
        called: what the column may be called, as ``plain_heading`` gives it, the plainest first.
        filled: by column, whether anything stands below its heading.
    """
    rank = {word: at for at, word in enumerate(called)}
    return min(places, key=lambda at: (not filled[at], rank.get(plain_heading(headings[at]), len(rank)), at))


def plain_heading(heading: str) -> str:
    """A heading as it is compared: one width, one case, single blanks, and none within Japanese, where a line was broken."""
    plain = re.sub(r"[\s_]+", " ", unicodedata.normalize("NFKC", straight(heading))).strip().casefold()
    return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", plain)


def _no_excel(path: Path) -> Slip:
    return Slip(
        T("“{name}” cannot be opened as an Excel file.", "「{name}」は、Excelのファイルとして開けません。").format(name=path.name),
        T("Save it as .xlsx in Excel once more; if it is CSV, let its name end in .csv.", "Excelで .xlsx として保存し直してください。中身がCSVなら、名前の終わりを .csv に変えてください。"),
    )  # fmt: skip


def _fitness(page: Grid, known: Collection[str]) -> tuple[int, bool, bool, bool]:
    """Which of several sheets is meant: the one with the headings; of two, one in sight, filled in, in front."""
    if not known:
        return 0, not page.is_hidden, False, False
    most, at = _most_known(page.lines, known)
    return most, not page.is_hidden, len(page.lines) > at + 1, page.is_in_front


def _most_known(lines: list[tuple[int, list[str]]], known: Collection[str]) -> tuple[int, int]:
    """How many headings the best of the first lines has, and which line that is."""
    counts = [len({plain_heading(cell) for cell in cells} & set(known)) for _, cells in lines[:_ABOVE]]
    most = max(counts, default=0)
    return most, counts.index(most) if most else 0


def _sheet(page: Grid, at: int, known: Collection[str], rivals: tuple[str, ...], name: str) -> Sheet:
    lines = list(page.lines)
    about: dict[str, str] = {}
    above: list[list[str]] = []
    while lines and (at > 0 or _is_note(lines[0][1])):
        cells = lines.pop(0)[1]
        at -= 1
        if _is_note(cells):
            # A comma in a title splits it into cells where nobody put it in quotes.
            key, value = re.split("[:：]", ", ".join(cells).rstrip(", ").removeprefix(NOTE), maxsplit=1)
        else:
            above.append(cells)
            key, value = [*filter(None, cells), ""][:2]
        about.setdefault(plain_heading(key.rstrip(":：")), value.strip())
    if not lines:
        raise Slip(
            T("“{name}” has no headings.", "「{name}」に見出しの行がありません。").format(name=name),
            T("Put the columns' names above the lines.", "表のいちばん上に、列の見出しを書いてください。"),
        )
    line, headings = lines.pop(0)
    headings = _with_those_above(page, line, headings)
    while headings and not headings[-1]:
        headings = headings[:-1]
    if lines and (below := _second_line(headings, lines[0][1], known)):
        line, headings = lines.pop(0)[0], below
    width = max([len(headings), *(len(cells) for _, cells in lines)])
    headings = [*headings, *[""] * (width - len(headings))]
    rows = [(number, [*cells, *[""] * (width - len(cells))]) for number, cells in lines]
    _spread(page, rows, line)
    return Sheet(
        headings, rows, about, tuple(above), line, page.name, rivals, page.uncomputed, page.beyond, page.is_western
    )


def _with_those_above(page: Grid, line: int, headings: list[str]) -> list[str]:
    """The headings with those that were merged with a line above."""
    numbers, found = dict(page.lines), list(headings)
    for first, last, column in page.merged:
        if first < line <= last and first in numbers and not found[column]:
            found[column] = numbers[first][column]
    return found


def _second_line(headings: list[str], cells: list[str], known: Collection[str]) -> list[str]:
    """The headings with those of a second line, where one heading was set over a group of columns; else nothing."""
    headings = [*headings, *[""] * (len(cells) - len(headings))]
    below = {at: cell for at, cell in enumerate(cells) if cell}
    fresh = all(plain_heading(cell) in known and plain_heading(headings[at]) not in known for at, cell in below.items())
    return [below.get(at, heading) for at, heading in enumerate(headings)] if fresh and len(below) >= _FEW else []


def _spread(page: Grid, rows: list[tuple[int, list[str]]], headings: int) -> None:
    """What was merged over several lines holds for each of them; a heading merged with what is below it does not."""
    numbers = dict(rows)
    for first, last, column in page.merged:
        if first <= headings or first not in numbers:
            continue
        for line in range(first + 1, last + 1):
            if line in numbers:
                numbers[line][column] = numbers[first][column]


def _is_note(cells: list[str]) -> bool:
    return bool(re.match(rf"{NOTE}\s*[^:：]+[:：]", cells[0]))


_RIVALS = T(
    "the sheets {names} have the same headings; “{name}” was read.",
    "シート{names}にも同じ見出しの表があります。「{name}」を読みました。",
)
_KEEP_ONE = T("Keep one, or move the other into another file.", "ひとつだけ残し、ほかは別のファイルに移してください。")
_WESTERN = T(
    "the file is in an old encoding of Windows (1252) and was read as that.",
    "古い文字コード(Windows-1252)で保存されていたので、それとして読みました。",
)
_SAVE_AS_UTF_8 = T(
    "If a letter looks wrong, save it as “CSV UTF-8”.", "文字がおかしければ、「CSV UTF-8」で保存し直してください。"
)
_BEYOND = T("{cell}{more} stands too far away to be read.", "{cell}{more}は離れすぎていて、読んでいません。")
_BRING_NEAR = T("Move what stands there into the table, or delete it.", "表の中へ移すか、不要なら消してください。")

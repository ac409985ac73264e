"""A table out of a CRM, tidied: where its headings are, what is no customer, and at which row of the file each stands."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.reading.cells import plain
from mlcurric.report.reading.loading import no_line_fits, read_lines, shown_name
from mlcurric.report.reading.numbers_of_people import without_e_mail
from mlcurric.report.reading.units_row import without_units
from mlcurric.report.remark import Remark, Weight
from mlcurric.spreadsheets import unquoted
from mlcurric.subject.sheets import plain_heading
from mlcurric.subject.typed import Slip
from mlcurric.subject.unseen import TURNING, straight
from mlcurric.text import T

MOST_COLUMNS = 1_000
LONGEST_HEADING = 120
"""Signs of a heading; a question of a survey has less. What is longer is cut, on the page and in all files alike."""
_ABOVE = 20
"""Headings stand in one of so many lines; people put a title and the date above them."""
_LOOKED_AT = 200
_LEFT_OUT = 0.01
"""If a larger share of the lines has too many cells, the file is broken, and the rest cannot be trusted either."""
_NAMED = 5
_TOTALS = frozenset(
    ("合計", "総計", "小計", "計", "総合計", "合 計", "total", "totals", "grand total", "subtotal", "sub total", "sum", "平均", "average")
)  # fmt: skip
_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]"
_PROTECTED = re.compile(r'="(.*)"', re.DOTALL)
"""How exports keep Excel from making 123 of 00123."""

Rows = list[tuple[int, list[str]]]


@dataclass(frozen=True)
class RawTable:
    """A table of texts.

    Attributes:
        cells: ``str``, ``""`` where blank; a RangeIndex; headings that are unique and without blanks around them.
        lines: the row of the file, counted from 1 as a spreadsheet counts them, at which each stands.
        name: of the file.
        remarks: what was read otherwise than it stands, or left out.
        in_excel: whether it stood in a workbook, whatever its name ends in; then days may be bare numbers.
    """

    cells: pd.DataFrame
    lines: NDArray[np.int_]
    name: str
    remarks: tuple[Remark, ...] = ()
    in_excel: bool = False


def read_table(path: Path, known: tuple[str, ...] = ()) -> RawTable:
    """Read a CSV, TSV, .csv.gz or .xlsx file of one row a customer: UTF-8, UTF-16 or CP932; comma, tab, semicolon or “|”.

    Titles above the headings, blank rows and columns, totals, notes below, and headings that are repeated are left out; lines
    of too many cells are too, as long as they are few.

    Args:
        known: headings that are asked for; without them the headings are the first line that is as wide as the table.

    Raises:
        Slip: if the file is no table, too big, empty, or holds only headings; naming the line where there is one.
    """
    lines, file = read_lines(Path(path), known), shown_name(path)
    remarks = list(lines.remarks)
    rows = [(number, cells) for number, cells in zip(lines.numbers, lines.rows, strict=True) if any(cells)]
    if not rows:
        raise Slip(
            T("“{name}” holds only blank cells.", "「{name}」には空のセルしかありません。").format(name=file),
            T("Export the table once more.", "表を書き出し直してください。"),
        )
    rows = _straight(rows, remarks)
    heading = _heading(rows, {plain_heading(name) for name in known})
    if heading > 0:
        remarks.append(_above(rows[heading][0]))
    width = _width(rows[heading][1])
    if width > MOST_COLUMNS:
        raise Slip(
            T("“{name}” has {n:,} columns; up to {most:,} are read.", "「{name}」には列が{n:,}あります。読めるのは{most:,}列までです。").format(
                name=file, n=width, most=MOST_COLUMNS
            ),
            T("Keep those whose meaning somebody knows.", "意味を説明できる列だけを残してください。"),
        )  # fmt: skip
    headings, body = rows[heading][1], rows[heading + 1 :]
    body = without_units(_without_headings(body, headings, remarks), remarks)
    body = _without_totals(body, remarks)
    below = _without_notes(body, width, remarks)
    body = _of_one_width(below, width, file, remarks)
    if below and not body:
        raise no_line_fits(file, rows[heading][0])
    if not body:
        raise Slip(
            T("“{name}” has headings and no rows.", "「{name}」には見出しだけがあり、行がありません。").format(
                name=file
            ),
            T("Export the table with its rows.", "中身の行ごと書き出してください。"),
        )
    columns = list(zip(*(cells for _, cells in body), strict=True))
    names = _names(headings[:width], columns, remarks)
    table = {name: _tidied(cells) for name, cells in zip(names, columns, strict=True) if name is not None}
    lines_of = np.array([number for number, _ in body], dtype=int)
    return RawTable(pd.DataFrame(table, dtype="str"), lines_of, _name_of(file), tuple(remarks), lines.in_excel)


def _straight(rows: Rows, remarks: list[Remark]) -> Rows:
    """The rows without signs that turn a text round: a customer number would be shown from behind, and all that follows it."""
    turned = [number for number, cells in rows if TURNING.search("".join(cells))]
    if not turned:
        return rows
    said = T(
        "Some cells hold signs that nobody sees and that turn the text round, so that a number reads from behind (line {lines}; "
        "such lines: {n:,}). They were left out.",
        "目に見えず、文字の並びを逆にする記号が混じっています({lines}行目、全部で{n:,}行)。番号が逆に読めてしまうので、取り除きました。",
    ).format(lines=_named(turned), n=len(turned))
    remarks.append(Remark("turning-signs", said, weight=Weight.NOTE))
    among = set(turned)
    return [(number, list(map(straight, cells)) if number in among else cells) for number, cells in rows]


def _name_of(file: str) -> str:
    """The name that stands on the page, which is mailed around: without anybody's address."""
    stem, dot, suffix = file.rpartition(".")
    return without_e_mail(stem) + dot + suffix


def _width(cells: list[str]) -> int:
    """Cells up to the last that is filled."""
    width = len(cells)
    while width and not cells[width - 1]:
        width -= 1
    return width


def _heading(rows: Rows, known: set[str]) -> int:
    """Which of the first rows holds the headings."""
    counts = [len({plain_heading(cell) for cell in cells} & known) for _, cells in rows[:_ABOVE]]
    if max(counts, default=0):
        return counts.index(max(counts))
    filled = [sum(map(bool, cells)) for _, cells in rows[: _LOOKED_AT + _ABOVE]]
    # Titles above and totals below fill fewer cells than three quarters of the lines.
    usual = float(np.quantile(filled, 0.75))
    return next((at for at, n in enumerate(filled[:_ABOVE]) if n >= max(2.0, usual * 2 / 3)), 0)


def _above(line: int) -> Remark:
    return Remark(
        "lines-above",
        T("The headings were found in line {line}; what stands above was left out.", "見出しは{line}行目にありました。その上は読み飛ばしました。").format(
            line=line
        ),
        weight=Weight.NOTE,
    )  # fmt: skip


def _named(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:_NAMED])) + (", …" if len(numbers) > _NAMED else "")


def _left_out(id: str, numbers: list[int], what: T, weight: Weight = Weight.NOTE, way_out: T | None = None) -> Remark:
    said = T("{what} (line {lines}); left out: {n}.", "{what}({lines}行目)。除いた行: {n}行。")
    return Remark(id, said.format(what=what, lines=_named(numbers), n=len(numbers)), way_out, weight=weight)


def _without_headings(rows: Rows, headings: list[str], remarks: list[Remark]) -> Rows:
    again = [number for number, cells in rows if cells == headings]
    if again:
        remarks.append(_left_out("headings-again", again, T("The headings stand again", "見出しがもう一度出てきます")))
    return [row for row in rows if row[1] != headings]


def _without_totals(rows: Rows, remarks: list[Remark]) -> Rows:
    first = [plain(next(filter(None, cells))) for _, cells in rows]
    totals = [at for at, word in enumerate(first) if word in _TOTALS]
    # A plan may be called “Total”; sums are few.
    if not totals or len(totals) > max(3, len(rows) * 0.05):
        return rows
    what = T("A row of totals is no customer", "合計などの行は顧客ではありません")
    remarks.append(_left_out("totals", [rows[at][0] for at in totals], what))
    return [row for at, row in enumerate(rows) if at not in set(totals)]


def _without_notes(rows: Rows, width: int, remarks: list[Remark]) -> Rows:
    """Without the lines of a single cell at the end, where a table has more than two columns."""
    end = len(rows)
    while width > 2 and end > 1 and sum(map(bool, rows[end - 1][1])) == 1:
        end -= 1
    if end < len(rows):
        what = T("Below the table stand lines of a single cell", "表の下に、1つのセルだけの行があります")
        remarks.append(_left_out("notes-below", [number for number, _ in rows[end:]], what))
    return rows[:end]


def _of_one_width(rows: Rows, width: int, name: str, remarks: list[Remark]) -> Rows:
    """Each row with as many cells as there are headings."""
    wide = {number: n for number, cells in rows if (n := _width(cells)) > width}
    short = [number for number, cells in rows if len(cells) < width]
    comma = T(
        "Often a cell holds the sign that parts the cells, and no quotes; export it with quotes, or as .xlsx.",
        "セルの中に区切り記号(カンマなど)があり、引用符で囲まれていないことがよくあります。引用符つきか .xlsx で書き出してください。",
    )
    if len(wide) > max(3, len(rows) * _LEFT_OUT):
        line = next(iter(wide))
        said = T(
            "Line {line} of “{name}” has {n} cells, and there are {width} headings (such lines: {lines:,}).",
            "「{name}」の{line}行目にはセルが{n}個ありますが、見出しは{width}個です。同じ行が{lines:,}行あります。",
        )
        raise Slip(said.format(line=line, name=name, n=wide[line], width=width, lines=len(wide)), comma)
    if wide:
        what = T("More cells than headings", "見出しよりセルの多い行があります")
        remarks.append(_left_out("too-many-cells", [*wide], what, Weight.WARN, comma))
    few = 0 < len(short) <= max(3, len(rows) * _LEFT_OUT)
    if few:
        what = T("Fewer cells than headings", "見出しよりセルの少ない行があります")
        broken = T(
            "Often a line break inside a cell, without quotes, cut the row in two; export it with quotes, or as .xlsx.",
            "セルの中の改行で行が割れていることがよくあります。引用符つきか .xlsx で書き出してください。",
        )
        remarks.append(_left_out("too-few-cells", short, what, Weight.WARN, broken))
    elif short:
        said = T(
            "From line {line} on some lines have fewer cells than there are headings ({n:,}); what is missing was read as blank.",
            "見出しよりセルの少ない行が{n:,}行あります({line}行目から)。足りない分は空欄とみなしました。",
        )
        remarks.append(Remark("short-lines", said.format(n=len(short), line=short[0])))
    gone = {*wide, *(short if few else ())}
    return [
        (number, cells if len(cells) == width else [*cells[:width], *[""] * (width - len(cells))])
        for number, cells in rows
        if number not in gone
    ]


def _names(headings: list[str], columns: list[tuple[str, ...]], remarks: list[Remark]) -> list[str | None]:
    """The name of each column; ``None`` for one that has neither heading nor cells."""
    names: list[str | None] = []
    seen: Counter[str] = Counter()
    nameless, doubled, long = [], [], []
    for at, (heading, cells) in enumerate(zip(headings, columns, strict=True), 1):
        name = without_e_mail(_clean(heading))
        if not name:
            if not any(cells):
                names.append(None)
                continue
            name = f"#{at}"
            nameless.append(name)
        if len(name) > LONGEST_HEADING:
            # With its place, because two may differ only in what is cut off.
            name = f"{name[:LONGEST_HEADING]}… (#{at})"
            long.append(name)
        seen[name] += 1
        if seen[name] > 1:
            doubled.append(name)
            name = f"{name} ({seen[name]})"
            while name in seen or name in headings:
                name += "'"
        names.append(name)
    if nameless:
        said = T(
            "Columns without a heading are called by their place: {names}.", "見出しのない列は、左から何列目かで呼びます: {names}。"
        )  # fmt: skip
        remarks.append(Remark("no-heading", said.format(names=", ".join(nameless)), columns=tuple(nameless)))
    if long:
        said = T(
            "Headings of more than {most} characters are cut, here and in all files (columns: {n:,}).",
            "{most}文字を超える見出しは、このページでもファイルでも、途中まで(…)にしました({n:,}列)。",
        ).format(most=LONGEST_HEADING, n=len(long))
        way_out = T("Give these columns shorter headings.", "見出しを短くしてから、作り直してください。")
        remarks.append(Remark("long-heading", said, way_out, columns=tuple(long), weight=Weight.NOTE))
    if doubled:
        said = T(
            "Several columns have the same heading: {names}; from the second on they are called “… (2)”.",
            "同じ見出しの列があります: {names}。2つ目からは「… (2)」と呼びます。",
        )
        way_out = T("See which of them is meant.", "どちらの列のことか、確かめてください。")
        named = tuple(dict.fromkeys(doubled))
        remarks.append(Remark("same-heading", said.format(names=", ".join(named)), way_out, columns=named))
    return names


def _clean(heading: str) -> str:
    """A heading on one line; a line break between Japanese signs is no blank."""
    heading = re.sub(rf"(?<={_CJK})[\r\n]+(?={_CJK})", "", unquoted(heading).replace("\ufeff", ""))
    return " ".join(heading.split())


def _tidied(cells: tuple[str, ...]) -> list[str]:
    """The cells without what kept a spreadsheet from reading them as numbers or formulas."""
    joined = "\n" + "\n".join(cells)
    if "\n'" in joined or "\n=" in joined:
        return [_PROTECTED.sub(r"\1", unquoted(cell)).strip() for cell in cells]
    if len(set(cells[:_LOOKED_AT])) > _LOOKED_AT / 2:
        return list(cells)
    # Where cells repeat, each text is kept once.
    same: dict[str, str] = {}
    return [same.setdefault(cell, cell) for cell in cells]

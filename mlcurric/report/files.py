"""The files of a report: the page, the list for a spreadsheet, the words to fill in; never over what was read, and each whole."""

from __future__ import annotations

import csv
import errno
import io
import os
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path

from mlcurric.disk_errors import why_refused
from mlcurric.keeping import BEFORE, BYTE_ORDER_MARK, copy_beside, write_together
from mlcurric.report.advice.listing import Listed
from mlcurric.report.advice.words_added import with_missing_lines
from mlcurric.report.notes import notes_of
from mlcurric.report.older import made_theirs, signed
from mlcurric.report.reading.names import first_columns
from mlcurric.report.request import Request
from mlcurric.report.sheet import Told, above_of, cells_of, list_table, reasons_in_one
from mlcurric.spreadsheets import defused
from mlcurric.subject.list_kinds import Table
from mlcurric.subject.typed import Slip
from mlcurric.subject.workbooks import workbook
from mlcurric.text import T

_NAMED = 5
MOST_IN_EXCEL = 20_000
"""Customers in the Excel file; more take it minutes to write. The CSV holds all of them."""
_SUFFIXES = (".html", ".htm")
_SHOWN = 60
"""Signs of a name that is too long; so many are not, in any script."""


def list_file(out: Path) -> Path:
    """Where the list stands as CSV."""
    return out.with_suffix(".csv")


def excel_file(out: Path) -> Path:
    """Where the list stands for Excel."""
    return out.with_suffix(".xlsx")


def words_file(out: Path) -> Path:
    """Where the words for the columns stand, to be filled in."""
    return out.with_name(f"{out.stem}-words.csv")


def check_out(request: Request) -> None:
    """See, before anything takes time, that the files can be written and that none of them was read.

    The folder of ``request.out`` is made where it is missing.

    Raises:
        Slip: if it is no name of a page, a folder, a file that was read, too long for what stands beside it, or in a folder that
            cannot be written to.
    """
    out = request.out
    # Of a name that is too long, pathlib does not say whether it is a folder.
    if os.path.isdir(out):
        raise Slip(
            T("--out “{out}” is a folder.", "--out の「{out}」はフォルダーです。").format(out=out),
            T("Name the page in it, such as “{page}”.", "その中のページの名前まで書いてください。例: {page}").format(
                page=out / "report.html"
            ),
        )
    if out.suffix.lower() not in _SUFFIXES:
        raise Slip(
            T("--out “{out}” does not end in .html.", "--out の「{out}」が .html で終わっていません。").format(out=out),
            T("Name a page, such as “{page}”.", "ページの名前を書いてください。例: {page}").format(
                page=f"{out.stem.removesuffix('.html')}.html" if out.stem else "report.html"
            ),
        )
    for path in (list_file(out), excel_file(out), words_file(out)):
        if os.path.isdir(path):
            raise Slip(_FOLDER_IN_THE_WAY.format(name=path.name, folder=path.parent), _ANOTHER_NAME)
    read = [path for path in (request.path, request.words) if path]
    for path in (out, list_file(out), excel_file(out)):
        if any(_is_one_file(path, each) for each in read):
            raise Slip(
                T(
                    "“{path}” is a file that is read; the report would be written over it.",
                    "「{path}」は読み込むファイルです。このままではレポートで上書きされます。",
                ).format(path=path),
                _ANOTHER_NAME,
            )
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        # As long as any name that is written: that of the copy of an older list, while it is made.
        probe = out.parent / f".{out.stem}.{BEFORE}-100.xlsx-probing_"
        probe.touch()
        probe.unlink()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG and os.path.isdir(out.parent):
            raise Slip(_TOO_LONG.format(name=f"{out.name[:_SHOWN]}…"), _SHORTER.format(most=_SHOWN)) from None
        raise cannot_write(out, error) from None


def _is_one_file(one: Path, other: Path) -> bool:
    """Whether two names are of one file: by another folder, a link, or other capitals where a disk does not tell them apart."""
    try:
        return one.samefile(other)
    except OSError:
        # One of them is not there yet.
        return os.path.realpath(one) == os.path.realpath(other)


def write_files(
    request: Request,
    page: str,
    rows: Sequence[Listed],
    alone: Set[int],
    words: str,
    guessed: Set[str] = frozenset(),
    about: Told | None = None,
) -> tuple[tuple[Path, ...], tuple[T, ...]]:
    """Write everything, or nothing.

    A file of words that is there already stays as it is, because somebody may have filled it in; columns that it lacks are added
    at its end. What people wrote into an older
    list goes over to the same customers on the new one; an older file with anything else of theirs stays beside the new one.

    Args:
        page, words: the texts of the page and of the file of words.
        alone: places on the list that a lot has drawn to be left alone.
        guessed: columns of which “can we act?” was only guessed.
        about: what the page says of the whole list; by default that some of it are left alone by lot, if any are.

    Returns:
        The files that were written, the page first; and what has to be known of those that were not.

    Raises:
        Slip: if one cannot be written; what was there is untouched.
    """
    out, told, about = request.out, [], about or Told(lot=bool(alone))
    # A list of nobody is written too: the old one beside a new page would be taken for its own.
    table, narrow = list_table(rows, about, wide=True), list_table(rows, about, wide=False)
    try:
        notes, lost = notes_of((excel_file(out), list_file(out)), table, {row.id for row in rows})
        cells = [cells_of(row, about, alone, guessed) | {"said": notes.get(row.id, "")} for row in rows]
        lists = {list_file(out): (BYTE_ORDER_MARK + _as_csv(table, cells)).encode()}
        try:
            first = zip(rows[:MOST_IN_EXCEL], cells, strict=False)
            lists[excel_file(out)] = workbook(
                narrow, [_in_texts(each | reasons_in_one(row, guessed)) for row, each in first], above_of(about)
            )
        except Slip as missing:
            told += missing.says
        if len(rows) > MOST_IN_EXCEL:
            told.append(_FIRST_IN_EXCEL.format(n=f"{MOST_IN_EXCEL:,}", path=list_file(out).name))
        files: dict[Path, str | bytes] = {**lists}
        mine = words_file(out)
        if not mine.exists():
            files[mine] = BYTE_ORDER_MARK + words
        else:
            with_more, added = with_missing_lines(mine.read_bytes(), words)
            if added:
                files[mine] = with_more
                told.append(_ADDED_WORDS.format(path=mine.name, columns=first_columns(added, _NAMED)))
            elif request.words is None and mine.read_text("utf-8-sig", errors="replace") != words:
                told.append(_KEPT_WORDS.format(path=mine.name))
        # The page last: who finds a new page finds the list that belongs to it.
        files[out] = signed(page.encode("utf-8", "replace"), lists, table)
        told += _kept(made_theirs(out, lists, table), lost)
        write_together(files)
    except OSError as error:
        raise cannot_write(out, error) from None
    *written, _ = files
    return (out, *written), tuple(told)


def _kept(theirs: Iterable[Path], lost: Mapping[Path, int]) -> list[T]:
    """Copy each older file beside itself that holds what the new one will not, and say so.

    Args:
        theirs: that hold more than a report has written.
        lost: notes that find no customer, by the list on which they stand.
    """
    told = []
    for path in dict.fromkeys([*lost, *theirs]):
        says = _NOTES_GONE if path in lost else _THEIRS
        told.append(says.format(n=f"{lost.get(path, 0):,}", name=path.name, copy=copy_beside(path, BEFORE).name))
    return told


def cannot_write(out: Path, error: OSError) -> Slip:
    """What is said where a file cannot be written: of the one in the way where the disk names it, else of the folder."""
    # Where an old file cannot be replaced, that is the second one named.
    where, why = error.filename2 or out.parent, why_refused(error)
    way_out = _MAKE_ROOM if error.errno in (errno.ENOSPC, errno.EDQUOT) else _CLOSE_IT
    said = T("Nothing could be written to “{where}” ({why}).", "「{where}」に書き込めません({why})。")
    return Slip(said.format(where=where, why=why), way_out, _AS_IT_WAS)


def _as_csv(table: Table, rows: Iterable[dict[str, str | float]]) -> str:
    """Numbers as numbers; of the texts none is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([str(column.heading) for column in table.columns])
    for cells in rows:
        row = (cells.get(column.name, "") for column in table.columns)
        writer.writerow([defused(cell) if isinstance(cell, str) else f"{cell:.12g}" for cell in row])
    return out.getvalue()


def _in_texts(cells: dict[str, str | float]) -> dict[str, str]:
    return {name: cell if isinstance(cell, str) else f"{cell:.12g}" for name, cell in cells.items()}


_FOLDER_IN_THE_WAY = T(
    "“{name}”, which belongs to the report, is a folder in “{folder}”.",
    "レポートのファイル「{name}」と同じ名前のフォルダーが、「{folder}」にあります。",
)
_ANOTHER_NAME = T("Give --out another name, or another folder.", "--out を別の名前か、別のフォルダーにしてください。")
_TOO_LONG = T(
    "--out: the name “{name}” is too long for the page, or for the lists that are written beside it.",
    "--out: ファイル名「{name}」が長すぎて、ページか、その横に書くリストを保存できません。",
)
_SHORTER = T("Give the page a name of at most {most} characters.", "ページの名前を{most}文字以内にしてください。")
_MAKE_ROOM = T("Make room, or give --out another folder.", "空きを作るか、--out を別のフォルダーにしてください。")
_CLOSE_IT = T(
    "Close it elsewhere, ask for the right to write there, or give --out another folder.",
    "ほかで開いていたら閉じるか、書き込みの権限をもらうか、--out を別のフォルダーにしてください。",
)
_AS_IT_WAS = T("An older report is as it was.", "前のレポートはそのままです。")
_ADDED_WORDS = T(
    "“{path}” was there already; lines for {columns} were added at its end, all else is as it was. --words uses it.",
    "「{path}」はすでにあったので、末尾に{columns}の行だけを加えました。ほかはそのままです。使うときは --words で指定します。",
)
_KEPT_WORDS = T(
    "“{path}” is there already and was left as it is; --words uses it.",
    "「{path}」はすでにあるので、そのままにしました。使うときは --words で指定します。",
)
_NOTES_GONE = T(
    "Notes in “{name}” that find no place on the new list: {n}. The old list is kept as “{copy}”.",
    "「{name}」のメモのうち{n}件は、新しいリストに行き先がありません。前のリストを「{copy}」に残しました。",
)
_THEIRS = T(
    "“{name}” held what no report has written there (a column, a sheet or a line of your own, or another file). It is kept as "
    "“{copy}”; the new file does not have it.",
    "「{name}」に、レポートが書いたものではない内容(書き足した列・シート・行や、別のファイルの中身)がありました。新しいファイルには入らないので、"
    "元のファイルを「{copy}」に残しました。",
)
_FIRST_IN_EXCEL = T(
    "The Excel file holds the first {n}; all of them are in “{path}”.",
    "Excelのファイルは先頭の{n}人まで、全員分は「{path}」にあります。",
)

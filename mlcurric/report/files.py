"""The files of a report: the page, the list for a spreadsheet, the words to fill in; never over what was read, and each whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence, Set
from pathlib import Path

from mlcurric.keeping import BYTE_ORDER_MARK, write_together
from mlcurric.report.advice.listing import CAN_ACT, Listed
from mlcurric.report.notes import notes_of
from mlcurric.report.page.rows import cut
from mlcurric.report.page.words import CONTACT, LEAVE_ALONE
from mlcurric.report.request import Request
from mlcurric.spreadsheets import defused
from mlcurric.subject.explain.reasons import MOST, REST
from mlcurric.subject.typed import Slip
from mlcurric.subject.workbooks import Column, Table, workbook
from mlcurric.text import T

MOST_IN_EXCEL = 20_000
"""Customers in the Excel file; more take it minutes to write. The CSV holds all of them."""
_LONGEST = 400
_FAR = (-1e6, 1e6)
_SUFFIXES = (".html", ".htm")


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
        Slip: if it is no name of a page, a folder, a file that was read, or in a folder that cannot be written to.
    """
    out = request.out
    if out.is_dir():
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
                page=out.with_suffix(".html").name if out.stem else "report.html"
            ),
        )
    read = [path.resolve() for path in (request.path, request.words) if path]
    for path in (out, list_file(out), excel_file(out)):
        if path.resolve() in read:
            raise Slip(
                T(
                    "“{path}” is a file that is read; the report would be written over it.",
                    "「{path}」は読み込むファイルです。このままではレポートで上書きされます。",
                ).format(path=path),
                T("Give --out another name, or another folder.", "--out を別の名前か、別のフォルダーにしてください。"),
            )
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        probe = out.parent / f".{out.name}-probe"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise cannot_write(out, error) from None


def write_files(
    request: Request, page: str, rows: Sequence[Listed], alone: Set[int], words: str
) -> tuple[tuple[Path, ...], tuple[T, ...]]:
    """Write everything, or nothing.

    A file of words that is there already is left as it is: somebody may have filled it in. What people wrote into an older
    list goes over to the same customers on the new one.

    Args:
        page, words: the texts of the page and of the file of words.
        alone: places on the list that a lot has drawn to be left alone.

    Returns:
        The files that were written, the page first; and what has to be known of those that were not.

    Raises:
        Slip: if one cannot be written; what was there is untouched.
    """
    out, told = request.out, []
    # A list of nobody is written too: the old one beside a new page would be taken for its own.
    table = _table(rows, bool(alone))
    try:
        notes, about_notes = notes_of((excel_file(out), list_file(out)), table, {row.id for row in rows})
        told += about_notes
        cells = [{**each, "said": notes.get(str(each["id"]), "")} for each in _cells(rows, alone)]
        files: dict[Path, str | bytes] = {list_file(out): BYTE_ORDER_MARK + _as_csv(table, cells)}
        try:
            files[excel_file(out)] = workbook(table, list(map(_in_texts, cells[:MOST_IN_EXCEL])))
        except Slip as missing:
            told += missing.says
        if len(rows) > MOST_IN_EXCEL:
            told.append(_FIRST_IN_EXCEL.format(n=f"{MOST_IN_EXCEL:,}", path=list_file(out).name))
        mine = words_file(out)
        if not mine.exists():
            files[mine] = BYTE_ORDER_MARK + words
        elif request.words is None and mine.read_text("utf-8-sig", errors="replace") != words:
            told.append(_KEPT_WORDS.format(path=mine.name))
        # The page last: who finds a new page finds the list that belongs to it.
        files[out] = page.encode("utf-8", "replace")
        write_together(files)
    except OSError as error:
        raise cannot_write(out, error) from None
    *written, _ = files
    return (out, *written), tuple(told)


def cannot_write(out: Path, error: OSError) -> Slip:
    """What is said where a file cannot be written."""
    return Slip(
        T("Nothing could be written to “{folder}” ({why}).", "「{folder}」に書き込めません({why})。").format(
            folder=out.parent, why=error.strerror or type(error).__name__
        ),
        T(
            "Make room, ask for the right to write there, or give --out another folder; an older report is as it was.",
            "空きを作るか、書き込みの権限をもらうか、--out を別のフォルダーにしてください。前のレポートはそのままです。",
        ),
    )


def _table(rows: Sequence[Listed], with_lot: bool) -> Table:
    """The columns of the list, under headings of the language spoken."""
    reasons = [
        column
        for number in range(1, MOST + 1)
        for column in (
            Column(f"reason {number}", _REASON.format(n=number), _REASON_HOLDS, width=44),
            Column(f"points {number}", _POINTS.format(n=number), _POINTS_HOLD, width=8, between=_FAR, whole=False),
            Column(f"can act {number}", _ACT.format(n=number), _ACT_HOLDS, width=10),
        )
    ]
    columns = (
        Column("place", T("place", "順位"), T("1 comes first", "1が先頭"), width=7, between=(1, 1e9)),
        Column("id", T("customer", "顧客"), T("as in the table", "表のとおり"), width=16),
        Column("of_100", T("of 100 like this leave", "似た100人中の解約"), _OF_100_HOLDS, width=12, between=_FAR, whole=False),
        *([Column("lot", T("by lot", "くじ"), _LOT_HOLDS, width=14)] if with_lot else []),
        *reasons,
        Column("rest", REST, _POINTS_HOLD, width=10, between=_FAR, whole=False),
        Column("sum", T("sum of points", "点の合計"), _SUM_HOLDS, width=10, between=_FAR, whole=False),
        *([Column("value", T("worth", "価値"), T("as in the table", "表のとおり"), width=12, between=_FAR, whole=False)] if any(row.value is not None for row in rows) else []),
        Column("said", T("what they said", "聞いたこと"), T("after the contact", "連絡のあとで書く"), width=30),
    )  # fmt: skip
    return Table("report", T("Customers to contact first", "先に連絡する顧客"), columns, explains=(_HOW,), frozen=2)


def _cells(rows: Iterable[Listed], alone: Set[int]) -> Iterable[dict[str, str | float]]:
    for row in rows:
        codes, of_100 = row.codes, 100 * row.risk
        cells: dict[str, str | float] = {
            "place": row.place,
            "id": row.id,
            "of_100": round(of_100) if of_100 >= 1 else round(of_100, 1),
        }
        if alone:
            cells["lot"] = str(LEAVE_ALONE if row.place in alone else CONTACT)
        for number, reason in enumerate(codes.reasons, 1):
            cells[f"reason {number}"] = cut(str(reason.says), _LONGEST)
            cells[f"points {number}"] = reason.points or 0
            cells[f"can act {number}"] = str(CAN_ACT[reason.actionable])
        cells |= {"rest": codes.rest, "sum": codes.points}
        if row.value is not None:
            cells["value"] = round(row.value, 2)
        yield cells


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


_REASON = T("reason {n}", "理由{n}")
_POINTS = T("points {n}", "点{n}")
_ACT = T("can we act on it? {n}", "手を打てる? {n}")
_REASON_HOLDS = T("it goes with leaving or staying; it is no cause", "解約や継続と結びつくもの。原因とは限らない")
_POINTS_HOLD = T("+ goes with leaving, − with staying", "+は解約、−は継続と結びつく")
_ACT_HOLDS = T("whether anybody can do something about it", "それに対してできることがあるか")
_OF_100_HOLDS = T("of 100 customers like this one, so many leave", "似た顧客100人のうち、解約する人数")
_LOT_HOLDS = T("whom to leave alone, so that it is seen what a contact does", "連絡の効果を見るため、連絡しない人")
_SUM_HOLDS = T("the points of the reasons and of everything else", "理由の点と、そのほかの点の合計")
_HOW = T(
    "The points of a row add up to its sum; 0 is an average customer.",
    "1行の点を足すと合計になります。0が平均的な顧客です。",
)
_KEPT_WORDS = T(
    "“{path}” is there already and was left as it is; --words uses it.",
    "「{path}」はすでにあるので、そのままにしました。使うときは --words で指定します。",
)
_FIRST_IN_EXCEL = T(
    "The Excel file holds the first {n}; all of them are in “{path}”.",
    "Excelのファイルは先頭の{n}人まで、全員分は「{path}」にあります。",
)

"""A sheet of the team in a notebook: laid out once, filled in with Excel, read again whenever its cell runs."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from mlcurric.keeping import BYTE_ORDER_MARK, last_good, write_whole
from mlcurric.notebook.sheet_of_paper import show_sheet
from mlcurric.notebook.show import show, show_notice, show_outside, show_unsaved
from mlcurric.notebook.wall import IDEATHON_FOLDER
from mlcurric.notebook.wall_words import about_findings
from mlcurric.notebook.workfolder import read_workshop
from mlcurric.subject.board.files import read_board
from mlcurric.subject.board.model import Board
from mlcurric.subject.ideathon.beside import BRING_OVER, copies, not_read
from mlcurric.subject.ideathon.example import IDEATHON_DAY
from mlcurric.subject.ideathon.sheets import TEAM_SHEETS, TeamSheet, sheet_file
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_SHOWN = 5
_LAID_OUT = T(
    "{place} is laid out. Open it in Excel, fill it in, save it, and run this cell again.",
    "{place} を作りました。Excel で開いて書き込み、保存してから、このセルをもう一度実行してください。",
)
_CARRIED_OVER = T(
    "{place} is laid out with what “{other}” holds. Open it in Excel, fill in the rest, save it, and run this cell again.",
    "「{other}」の内容を引き継いで、{place} を作りました。Excel で開いて続きを書き込み、保存してから、このセルをもう一度実行してください。",
)
_READ = T("{place}: read.", "{place} を読みました。")
_MISSING = T("Not read, so it is missing ({n}):", "読めなかったので、抜けている値({n}か所):")
_LAST_GOOD = T(
    "What you see is the last version that could be read, “{name}”; the damaged file was left as it is.",
    "いま見えているのは、最後に読めた「{name}」の内容です。壊れたファイルには触れていません。",
)
_MORE = T("And {n} more.", "ほかに{n}件あります。")
_EMPTY = T("Nothing is filled in yet.", "まだ何も書き込まれていません。")
_GOOD = T("Nothing in it contradicts itself.", "食い違いは見つかりませんでした。")
_ADDED = T(
    "{ids} was not on the list yet: added as a new line. Open {place} in Excel again to go on.",
    "{ids} がまだ一覧になかったので、行を足しました。続きは {place} を Excel で開き直して書いてください。",
)
_NOT_ADDED = T(
    "{ids} is not on the list yet. {place} was changed since it was laid out, so nothing is written into it: type a line there, save, run this cell again.",
    "{ids} が、まだ一覧にありません。{place} は書きかえられているので、こちらからは書き込みません。次の内容を1行足して保存し、このセルをもう一度実行してください。",
)
_NO_SHEET = T(
    "There is no sheet “{name}”; there are {names}.", "「{name}」というシートはありません。あるのは{names}です。"
)
_NO_BEGINNING = T("Begin with one of {names}.", "{names}のどれかから始めます。")


class Sheet:
    """A sheet as it was read; as the last line of a cell it shows what was found and its page.

    Attributes:
        data: what it holds, such as a ``UseCaseList``.
        findings: what does not fit.
    """

    def __init__(self, kind: TeamSheet, data: Any, findings: Sequence[LineFinding], made_on: date, page: Path | None):
        self.data, self.findings = data, tuple(findings)
        self._kind, self._made_on, self._page = kind, made_on, page

    def __repr__(self) -> str:
        return f"sheet({self._kind.name!r})"

    def _ipython_display_(self) -> None:
        if self._kind.is_blank(self.data):
            show_notice(_EMPTY)
            return
        text, html = about_findings(self.findings)
        show(text or str(_GOOD), html or f"<p>{escape(str(_GOOD))}</p>")
        show_sheet(self._kind.title, self._kind.page(self.data, self.findings, self._made_on), text, self._page)


def open_sheet(work: Path | None, name: str, begin: str = "blank") -> Sheet:
    """Read a sheet of the team, ``my-work/ideathon/<name>.xlsx`` or ``.csv``; where there is none yet, lay it out.

    Args:
        work: the learner's folder, or ``None`` where nothing is kept; then the sheet is as it begins.
        name: one of ``TEAM_SHEETS``.
        begin: ``"blank"``; ``"example"`` for the worked example; or the name of a sheet that comes before it, from which it is
            carried over as long as nobody has filled it in.

    Raises:
        Slip: if there is no such sheet or beginning; or its file cannot be read, and no good version stands beside it.
    """
    if name not in TEAM_SHEETS:
        raise Slip(_NO_SHEET.format(name=name, names=", ".join(TEAM_SHEETS)))
    kind = TEAM_SHEETS[name]
    beginnings = ("blank", "example", *kind.carries)
    if begin not in beginnings:
        raise Slip(_NO_BEGINNING.format(names=", ".join(f'"{each}"' for each in beginnings)))
    if work is None:
        show_outside()
        return _sheet(kind, _beginning(kind, begin, {}), None, IDEATHON_DAY, None)
    folder, workshop = work / IDEATHON_FOLDER, read_workshop(work)
    made_on = _day(workshop) or date.today()
    file = sheet_file(folder, name)
    if file is None:
        data, is_whole = _beginning(kind, begin, workshop), True
    else:
        data, is_whole = _read(kind, file, _day(workshop), work)
    source = _source(kind, begin, folder, _day(workshop)) if is_whole else None
    carried = kind.carries[begin].begin(data, source) if source is not None and kind.is_blank(data) else None
    if file is None or carried is not None:
        data = data if carried is None else carried
        before = None if carried is None else TEAM_SHEETS[begin]
        _lay_out(kind, data, file or folder / f"{name}.xlsx", work, before)
    elif source is not None:
        data = _with_later(kind, data, kind.carries[begin].later(data, source), file, work)
    return _sheet(kind, data, _board(folder), made_on, folder / f"{name}.html")


def _sheet(kind: TeamSheet, data: Any, board: Board | None, made_on: date, page: Path | None) -> Sheet:
    return Sheet(kind, data, kind.findings(data, board), made_on, page)


def _beginning(kind: TeamSheet, begin: str, workshop: dict[str, Any]) -> Any:
    if begin == "example":
        return kind.example()
    return kind.begin(str(workshop.get("team", "")), _day(workshop))


def _source(kind: TeamSheet, begin: str, folder: Path, start: date | None) -> Any:
    """What the sheet before one holds; ``None`` where there is nothing to carry over."""
    before = sheet_file(folder, begin) if begin in kind.carries else None
    if before is None:
        return None
    source = TEAM_SHEETS[begin]
    found, _ = source.read(before, start)
    return None if source.is_blank(found) else found


def _with_later(kind: TeamSheet, data: Any, later: tuple[Any, Sequence[T]], file: Path, work: Path) -> Any:
    """A sheet that is begun with the lines that came later to the one before it; in a file that people changed, nothing is written."""
    longer, lines = later
    if not lines:
        return data
    place, ids = file.relative_to(work.parent), ", ".join(str(line).split(":")[0] for line in lines)
    try:
        if file.read_bytes() == _content(kind, data, file):
            write_whole(file, _content(kind, longer, file))
            show_notice(_ADDED.format(ids=ids, place=place))
            return longer
    except (Slip, OSError):
        # Without openpyxl, or while Excel holds the file, the lines are told.
        pass
    show_notice(_NOT_ADDED.format(ids=ids, place=place), *lines)
    return data


def _content(kind: TeamSheet, data: Any, path: Path) -> bytes:
    """A sheet as the bytes of its file.

    Raises:
        Slip: if it is Excel's, and openpyxl is missing.
    """
    return (BYTE_ORDER_MARK + kind.text(data)).encode() if path.suffix == ".csv" else kind.workbook(data)


def _lay_out(kind: TeamSheet, data: Any, path: Path, work: Path, before: TeamSheet | None) -> None:
    try:
        content = _content(kind, data, path)
    except Slip:
        # Without openpyxl a sheet is kept as CSV.
        path = path.with_suffix(".csv")
        content = _content(kind, data, path)
    try:
        write_whole(path, content)
    except OSError as error:
        show_unsaved(error)
    else:
        place = path.relative_to(work.parent)
        show_notice(_CARRIED_OVER.format(place=place, other=before.title) if before else _LAID_OUT.format(place=place))


def _read(kind: TeamSheet, file: Path, start: date | None, work: Path) -> tuple[Any, bool]:
    """What a file holds, and whether all of its lines are in it."""
    good = last_good(file)
    try:
        data, faults = kind.read(file, start)
    except Slip as slip:
        if not good.exists():
            raise
        data, _ = kind.read(good, start)
        show_notice(*slip.says, _LAST_GOOD.format(name=good.name))
        return data, False
    # What is missing is told to the end; what was only guessed need not be.
    missing = [fault.says_all for fault in faults if fault.missing or fault.lost]
    guessed = [fault.says_all for fault in faults if not (fault.missing or fault.lost)]
    told = [_MISSING.format(n=len(missing)), *missing] if missing else []
    told += guessed[:_SHOWN]
    if len(guessed) > _SHOWN:
        told.append(_MORE.format(n=len(guessed) - _SHOWN))
    if beside := copies(file, {kind.name}):
        told += [not_read(beside), BRING_OVER.format(name=file.name)]
    show_notice(_READ.format(place=file.relative_to(work.parent)), *told)
    is_whole = not any(fault.lost for fault in faults)
    if is_whole:
        with suppress(OSError):
            write_whole(good, file.read_bytes())
    return data, is_whole


def _board(folder: Path) -> Board | None:
    """The team's board, whose notes the lists name."""
    try:
        return read_board(folder / "board.csv").board
    except Slip:
        return None


def _day(workshop: dict[str, Any]) -> date | None:
    with suppress(TypeError, ValueError):
        return date.fromisoformat(workshop.get("date", ""))
    return None

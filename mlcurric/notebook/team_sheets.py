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
_READ = T("{place}: read.", "{place} を読みました。")
_LAST_GOOD = T(
    "What you see is the last version that could be read, “{name}”; the damaged file was left as it is.",
    "いま見えているのは、最後に読めた「{name}」の内容です。壊れたファイルには触れていません。",
)
_MORE = T("And {n} more.", "ほかに{n}件あります。")
_EMPTY = T("Nothing is filled in yet.", "まだ何も書き込まれていません。")
_GOOD = T("Nothing in it contradicts itself.", "食い違いは見つかりませんでした。")
_NO_SHEET = T(
    "There is no sheet “{name}”; there are {names}.", "「{name}」というシートはありません。あるのは{names}です。"
)
_NO_BEGINNING = T('Begin with "blank" or "example".', '"blank" か "example" から始めます。')


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
        begin: ``"blank"``, or ``"example"`` for the worked example.

    Raises:
        Slip: if there is no such sheet or beginning; or its file cannot be read, and no good version stands beside it.
    """
    if name not in TEAM_SHEETS:
        raise Slip(_NO_SHEET.format(name=name, names=", ".join(TEAM_SHEETS)))
    if begin not in ("blank", "example"):
        raise Slip(_NO_BEGINNING)
    kind = TEAM_SHEETS[name]
    if work is None:
        show_outside()
        return _sheet(kind, _beginning(kind, begin, {}), None, IDEATHON_DAY, None)
    folder, workshop = work / IDEATHON_FOLDER, read_workshop(work)
    made_on = _day(workshop) or date.today()
    file = sheet_file(folder, name)
    if file is None:
        data = _beginning(kind, begin, workshop)
        _lay_out(kind, data, folder, work)
    else:
        data = _read(kind, file, _day(workshop), work)
    return _sheet(kind, data, _board(folder), made_on, folder / f"{name}.html")


def _sheet(kind: TeamSheet, data: Any, board: Board | None, made_on: date, page: Path | None) -> Sheet:
    return Sheet(kind, data, kind.findings(data, board), made_on, page)


def _beginning(kind: TeamSheet, begin: str, workshop: dict[str, Any]) -> Any:
    if begin == "example":
        return kind.example()
    return kind.begin(str(workshop.get("team", "")), _day(workshop), ())


def _lay_out(kind: TeamSheet, data: Any, folder: Path, work: Path) -> None:
    try:
        content, ending = kind.workbook(data), ".xlsx"
    except Slip:
        # Without openpyxl a sheet is kept as CSV.
        content, ending = BYTE_ORDER_MARK + kind.text(data), ".csv"
    path = folder / f"{kind.name}{ending}"
    try:
        write_whole(path, content)
    except OSError as error:
        show_unsaved(error)
    else:
        show_notice(_LAID_OUT.format(place=path.relative_to(work.parent)))


def _read(kind: TeamSheet, file: Path, start: date | None, work: Path) -> Any:
    good = last_good(file)
    try:
        data, faults = kind.read(file, start)
    except Slip as slip:
        if not good.exists():
            raise
        data, _ = kind.read(good, start)
        show_notice(*slip.says, _LAST_GOOD.format(name=good.name))
        return data
    told = [fault.says_all for fault in faults[:_SHOWN]]
    if len(faults) > _SHOWN:
        told.append(_MORE.format(n=len(faults) - _SHOWN))
    show_notice(_READ.format(place=file.relative_to(work.parent)), *told)
    if not faults:
        with suppress(OSError):
            write_whole(good, file.read_bytes())
    return data


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

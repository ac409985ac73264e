"""A sheet of the team in a notebook: laid out once, filled in with Excel, read again whenever its cell runs."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from mlcurric.keeping import NO_FILE
from mlcurric.notebook.kept_words import IDEATHON_FOLDER, about_findings
from mlcurric.notebook.sheet_files import (
    Found,
    content_of,
    find_sheet,
    is_as_laid_out,
    place_for,
    read_board_beside,
    read_source,
    write_sheet,
)
from mlcurric.notebook.sheet_of_paper import show_sheet
from mlcurric.notebook.show import show, show_notice, show_outside
from mlcurric.notebook.workfolder import read_workshop
from mlcurric.subject.board.model import Board
from mlcurric.subject.ideathon.example import IDEATHON_DAY
from mlcurric.subject.ideathon.sheets import TEAM_SHEETS, Carried, TeamSheet
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_LAID_OUT = T(
    "{place} is laid out. Open it in Excel, fill it in, save it, and run this cell again.",
    "{place} を作りました。Excel で開いて書き込み、保存してから、このセルをもう一度実行してください。",
)
_CARRIED_OVER = T(
    "{place} is laid out with what “{other}” holds. Open it in Excel, fill in the rest, save it, and run this cell again.",
    "「{other}」の内容を引き継いで、{place} を作りました。Excel で開いて続きを書き込み、保存してから、このセルをもう一度実行してください。",
)
_READ = T("{place}: read.", "{place} を読みました。")
_UNREAD = T("{place}: not read.", "{place} は読めませんでした。")
_EMPTY = T("Nothing is filled in yet.", "まだ何も書き込まれていません。")
_GOOD = T("Nothing in it contradicts itself.", "食い違いは見つかりませんでした。")
_ADDED = T(
    "{ids} was not on the list yet: added as a new line. Open {place} in Excel again to go on.",
    "{ids} がまだ一覧になかったので、行を足しました。続きは {place} を Excel で開き直して書いてください。",
)
_STILL_OLD = T(
    "The sheet before it was changed since. {place} was changed too, so nothing is written into it; type there what holds now, save, run this cell again. It still has the old text, or none, under:",
    "もとのシートが、あとから直されています。{place} は書きかえられているので、こちらからは書き込みません。次の列が前のまま(または空欄)です。いまの内容に直して保存し、このセルをもう一度実行してください。",
)
_FILLED = T(
    "The sheet before it was changed since; {place} has these texts now. Open it in Excel again to go on.",
    "もとのシートが直されていたので、{place} の次の列を新しくしました。続きは Excel で開き直して書いてください。",
)
_NOT_ADDED = T(
    "{ids} is not on the list yet. {place} was changed since it was laid out, so nothing is written into it: type a line there, save, run this cell again.",
    "{ids} が、まだ一覧にありません。{place} は書きかえられているので、こちらからは書き込みません。次の内容を1行足して保存し、このセルをもう一度実行してください。",
)
_STILL_OFF = T("{ids} is not on the list yet.", "{ids} が、まだ一覧にありません。")
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
    start = _day(workshop)
    found = find_sheet(kind, folder, start)
    data = _beginning(kind, begin, workshop) if found.path is None else found.data
    if found.path is not None:
        read = _READ if found.is_whole or found.seen else _UNREAD
        show_notice(read.format(place=found.path.relative_to(work.parent)), *found.told)
    elif found.told:
        show_notice(*found.told)
    source = None
    if begin in kind.carries and found.is_whole:
        source, told = read_source(TEAM_SHEETS[begin], folder, start)
        if told:
            show_notice(*told)
    carried = kind.carries[begin].begin(data, source) if source is not None and kind.is_blank(data) else None
    if found.path is None or carried is not None:
        data = data if carried is None else carried
        before = None if carried is None else TEAM_SHEETS[begin]
        _lay_out(kind, data, found, folder, before)
    elif source is not None:
        data = _gone_on(kind, data, kind.carries[begin], source, found, work)
    board, told = read_board_beside(folder)
    if told:
        show_notice(*told)
    return _sheet(kind, data, board, start or date.today(), folder / f"{name}.html")


def _sheet(kind: TeamSheet, data: Any, board: Board | None, made_on: date, page: Path | None) -> Sheet:
    return Sheet(kind, data, kind.findings(data, board), made_on, page)


def _beginning(kind: TeamSheet, begin: str, workshop: dict[str, Any]) -> Any:
    if begin == "example":
        return kind.example()
    return kind.begin(str(workshop.get("team", "")), _day(workshop))


def _gone_on(kind: TeamSheet, data: Any, carried: Carried, source: Any, found: Found, work: Path) -> Any:
    """A sheet that is begun, with what was written since into the one before it; in a file that people changed, nothing is written."""
    filled, changed = carried.changed(data, source)
    longer, lines = carried.later(filled, source)
    if not (changed or lines):
        return data
    assert found.path is not None
    place, ids = found.path.relative_to(work.parent), ", ".join(str(line).split(":")[0] for line in lines)
    if not is_as_laid_out(kind, found):
        if changed:
            show_notice(_STILL_OLD.format(place=place), *changed)
        if lines:
            show_notice(_NOT_ADDED.format(ids=ids, place=place), *lines)
        return data
    if told := write_sheet(found.path, content_of(kind, longer, found.path), found.seen, keep=True):
        show_notice(*([_STILL_OFF.format(ids=ids)] if lines else []), *told)
        return data
    if changed:
        show_notice(_FILLED.format(place=place), *changed)
    if lines:
        show_notice(_ADDED.format(ids=ids, place=place))
    return longer


def _lay_out(kind: TeamSheet, data: Any, found: Found, folder: Path, before: TeamSheet | None) -> None:
    path = place_for(found.path, folder, kind.name)
    try:
        content = content_of(kind, data, path)
    except Slip:
        # Without openpyxl a sheet is kept as CSV.
        path = path.with_suffix(".csv")
        content = content_of(kind, data, path)
    told = write_sheet(path, content, found.seen if path == found.path else NO_FILE, keep=before is not None)
    place = path.relative_to(folder.parents[1])
    laid_out = _CARRIED_OVER.format(place=place, other=before.title) if before else _LAID_OUT.format(place=place)
    show_notice(*(told or (laid_out,)))


def _day(workshop: dict[str, Any]) -> date | None:
    with suppress(TypeError, ValueError):
        return date.fromisoformat(workshop.get("date", ""))
    return None

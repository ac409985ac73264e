"""The report: the three outputs of an ideathon (use-case list, board, survey results) and what stands behind them, in one folder.

Everything carries the day of the session, not of today, so that the same folder gives the same files.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mlcurric.disk_errors import why_refused
from mlcurric.keeping import BYTE_ORDER_MARK, write_together, write_whole
from mlcurric.subject.board.files import board_text
from mlcurric.subject.board.model import Board
from mlcurric.subject.board.paper import save_board
from mlcurric.subject.ideathon.noticed import Noticed
from mlcurric.subject.ideathon.sheets import TEAM_SHEETS
from mlcurric.subject.surveys.report import render_report
from mlcurric.subject.typed import Slip
from mlcurric.subject.usecases.page import render_use_cases
from mlcurric.text import T, listed
from mlcurric.workshop.browser import NO_BROWSER, BrowserFailed, find_browser, print_pdf
from mlcurric.workshop.check import lacking, to_mend_in_words, told_lines, unread
from mlcurric.workshop.commands import command
from mlcurric.workshop.front_page import Link, Output, front_page
from mlcurric.workshop.reading import TeamFolder, read_team_folder
from mlcurric.workshop.sheets import REPORT

FRONT = "index.html"
SURVEY = "survey.html"
FOR_MAKER = "report-for-the-maker.txt"
"""What is to be mended before the report is handed on: beside its folder, because its readers are not told."""
_MAIN = ("use-cases",)
_LINK_AWAY = re.compile(r'<a href="(?!#)[^"]*"')
_KNOWN = re.compile(r"(?:index|survey|board(?:-a4)?|" + "|".join(TEAM_SHEETS) + r")\.(?:html|pdf|xlsx|csv|svg|png)")


@dataclass(frozen=True)
class Report:
    """What was written.

    Attributes:
        folder: that holds it.
        files: their names, the front page first.
        remarks: what has to be told.
        noticed: what the check says of the folder that it was made of.
    """

    folder: Path
    files: tuple[str, ...]
    remarks: tuple[T, ...]
    source: TeamFolder
    noticed: tuple[Noticed, ...]


def report_and_print(path: Path, pdf: bool = True) -> int:
    """Make the report and say where it is and what it lacks.

    Returns:
        The exit code: 2 if there is no such folder or the report cannot be written, else 0.
    """
    try:
        made = make_report(path, pdf)
    except Slip as slip:
        print(slip, file=sys.stderr)
        return 2
    print(_WRITTEN.format(n=len(made.files), folder=made.folder))
    for remark in made.remarks:
        print(remark)
    if damaged := unread(made.source):
        print(_UNREAD.format(names=", ".join(damaged), line=command("check", path)))
    if missing := lacking(made.source):
        print(_WITHOUT.format(names=listed(missing)))
    if any(each.to_mend for each in made.noticed):
        print(_CHECK.format(says=to_mend_in_words(made.noticed), line=command("check", path)))
    if made.noticed:
        print(_TOLD.format(path=made.folder.parent / FOR_MAKER))
    print(_OPEN.format(path=made.folder / FRONT))
    return 0


def make_report(path: Path, pdf: bool = True) -> Report:
    """Write the report of a team's folder into its folder ``report``; what is missing there is left out, and said.

    Args:
        pdf: whether pages are printed as PDF too, if there is a browser.

    Raises:
        Slip: if there is no such folder, or it cannot be written to.
    """
    source = read_team_folder(path)
    noticed = tuple(source.noticed())
    folder, remarks, files, contents = path / REPORT, [], [], {}
    try:
        outputs, damaged = [], {file.part.title for file in source.contents.files.values() if file.is_damaged}
        if source.survey.is_damaged:
            damaged.add(_RESULTS)
        for title, is_main, made in _outputs(source, remarks):
            contents |= {folder / name: content() for name, content in made.items()}
            files += list(made)
            links = [Link(name, _LINKS.get(name, _ending(name))) for name in made]
            outputs.append(Output(title, links, is_main, title in damaged))
        files.insert(0, FRONT)
        # All or none: half a new report among the pages of an old one would be handed on as one.
        write_together({folder / FRONT: front_page(source, outputs), **contents})
        _keep_for_maker(path / FOR_MAKER, source, noticed)
        if pdf:
            files += _print(folder, files, remarks)
        there = sorted(each.name for each in folder.iterdir() if _KNOWN.fullmatch(each.name))
    except OSError as error:
        raise _in_the_way(folder, error) from error
    remarks += _about_old(there, files)
    return Report(folder, tuple(files), tuple(remarks), source, noticed)


_Made = Mapping[str, Callable[[], str | bytes]]


def _outputs(source: TeamFolder, remarks: list[T]) -> Iterator[tuple[T, bool, _Made]]:
    """Title, whether it is one of the three, and what makes each file; the three come first, in the order of the source."""
    contents, day = source.contents, source.dated
    yield TEAM_SHEETS["use-cases"].title, True, _sheet(source, "use-cases", remarks)
    board = contents.board
    drawn: dict[str, Callable[[], str | bytes]] = {}
    if board is not None:
        drawn = {name: partial(bytes, content) for name, content in _drawn(board).items()}
        drawn["board.csv"] = lambda: BYTE_ORDER_MARK + board_text(board)
    yield contents.files["board"].part.title, True, drawn
    results = source.survey.results
    title = _RESULTS if results or not source.survey.answers else _TOO_FEW
    yield (
        title,
        True,
        {SURVEY: lambda: render_report(results, day, product=source.team, own=source.team)} if results else {},
    )
    for name, sheet in TEAM_SHEETS.items():
        if name not in _MAIN:
            made = _sheet(source, name, remarks)
            if made or source.expected:
                yield sheet.title, False, made


def _sheet(source: TeamFolder, name: str, remarks: list[T]) -> _Made:
    """A sheet's page, its Excel file and its CSV; nothing if it is not filled in."""
    kind, filled, board = TEAM_SHEETS[name], source.contents.sheet(name), source.contents.board
    if filled is None:
        return {}

    def page() -> str:
        # What does not fit is told to whoever makes the report, see ``_keep_for_maker``; its readers get what the team has written.
        if name in _MAIN:
            return render_use_cases(filled, (), source.dated, board)
        return kind.page(filled, (), source.dated)

    made: dict[str, Callable[[], str | bytes]] = {f"{name}.html": page}
    try:
        book = kind.workbook(filled)
        made[f"{name}.xlsx"] = lambda: book
    except Slip as slip:
        if slip.says[0] not in remarks:
            remarks += slip.says
    made[f"{name}.csv"] = lambda: BYTE_ORDER_MARK + kind.text(filled)
    return made


def _keep_for_maker(path: Path, source: TeamFolder, noticed: Sequence[Noticed]) -> None:
    """Write down what the check says; where it says nothing, nothing old stays."""
    if not noticed:
        path.unlink(missing_ok=True)
        return
    damaged = (
        [str(_UNREAD.format(names=", ".join(names), line=command("check", source.path)))]
        if (names := unread(source))
        else []
    )
    lines = [str(_FOR_MAKER), *damaged, *told_lines(noticed)]
    write_whole(path, BYTE_ORDER_MARK + "\n".join(lines) + "\n")


def _drawn(board: Board) -> dict[str, bytes]:
    """The pictures of a board, by the names of their files."""
    with tempfile.TemporaryDirectory() as place:
        return {path.name: path.read_bytes() for path in save_board(board, Path(place))}


def _print(folder: Path, files: list[str], remarks: list[T]) -> list[str]:
    """The pages as PDF; the front page without its links, which lead nowhere on paper."""
    browser = find_browser()
    if browser is None:
        remarks.append(NO_BROWSER)
        return []
    printed = []
    for name in files:
        if not name.endswith(".html"):
            continue
        pdf = name.removesuffix(".html") + ".pdf"
        try:
            with tempfile.TemporaryDirectory() as own:
                plain = Path(own, name)
                plain.write_text(_LINK_AWAY.sub("<a", (folder / name).read_text(encoding="utf-8")), encoding="utf-8")
                print_pdf(browser, plain, folder / pdf)
        except BrowserFailed as failed:
            remarks.append(failed.says)
            break
        printed.append(pdf)
    return printed


def _about_old(there: Sequence[str], files: Sequence[str]) -> Iterator[T]:
    """What an earlier report has left, and why it was not made anew."""
    old = [name for name in there if name not in files]
    # Of these the page is new: only the print or the workbook is old.
    pages = {name.rpartition(".")[0] for name in files}
    for ending, says in (("pdf", _OLD_PDF), ("xlsx", _OLD_EXCEL)):
        if own := [name for name in old if name.endswith(f".{ending}") and name.removesuffix(f".{ending}") in pages]:
            yield says.format(names=", ".join(own))
            old = [name for name in old if name not in own]
    if old:
        yield _OLD.format(names=", ".join(old))


def _ending(name: str) -> T:
    kind = name.rpartition(".")[2]
    said = {"html": T("page", "ページ"), "xlsx": T("Excel", "Excel"), "csv": T("CSV", "CSV")}.get(kind)
    return said or T(kind.upper(), kind.upper())


def _in_the_way(folder: Path, error: OSError) -> Slip:
    return Slip(
        T("{place} could not be written ({why}).", "{place} に書けませんでした({why})。").format(
            place=error.filename or folder, why=why_refused(error)
        ),
        T("Close the files of the report in other programs, make room, and run it again.", "報告書のファイルをほかのソフトで開いていたら閉じ、空きを確かめて、もう一度実行してください。"),
    )  # fmt: skip


_RESULTS = T("Result report (survey)", "結果報告書(アンケート)")
_TOO_FEW = T("Result report (survey; answers of fewer than three people)", "結果報告書(アンケート。回答が3人未満)")
_LINKS = {
    "board.svg": T("SVG", "SVG"),
    "board.png": T("picture", "画像"),
    "board.pdf": T("PDF (A3)", "PDF(A3)"),
    "board-a4.pdf": T("PDF (A4, to glue)", "PDF(A4を貼り合わせ)"),
}
_WRITTEN = T("{n} files in {folder}", "{folder} に{n}個のファイルを書きました。")
_WITHOUT = T("Not in it yet: {names}.", "まだ入っていないもの: {names}。")
_CHECK = T("{says} To see which: {line}", "{says}どこかは、こうすると見られます: {line}")
_TOLD = T(
    "What is to be mended or talked about stands in {path}; the report itself says nothing of it.",
    "直すところと確かめたいことは {path} にまとめました。報告書そのものには載りません。",
)
_FOR_MAKER = T(
    "For whoever makes the report; its readers do not need this file. Mend what stands here, then make the report again.",
    "報告書を作る人のための控えです。読む人に渡す必要はありません。ここにあることを直したら、報告書を作り直してください。",
)
_OPEN = T("Open {path} in a browser.", "{path} をブラウザーで開いてください。")
_OLD = T(
    "From an earlier report, and not made anew because what they are made of is missing, empty or cannot be read: {names}. Move them away before you hand the folder on.",
    "もとのファイルがないか、空か、読めないため、前の報告書のまま残っているもの: {names}。渡す前に、別の場所へ移してください。",
)
_OLD_PDF = T(
    "The pages are new, but these PDFs are still those of an earlier report: {names}. Make them too (without --no-pdf), or delete them.",
    "ページは新しくしましたが、PDFは前の報告書のままです: {names}。--no-pdf を付けずに作り直すか、消してください。",
)
_OLD_EXCEL = T(
    "The pages are new, but these Excel files are still those of an earlier report: {names}. Delete them, and hand on the CSV.",
    "ページは新しくしましたが、Excelは前の報告書のままです: {names}。消して、CSVのほうを渡してください。",
)
_UNREAD = T(
    "Left out, because it cannot be read: {names}. How to mend it: {line}",
    "読めないので入れられなかったファイル: {names}。直しかたは、こうすると見られます: {line}",
)

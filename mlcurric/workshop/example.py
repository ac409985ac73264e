"""The worked example as a team's folder after its four hours, with its report: to look up how it ends before one begins."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path, PurePosixPath

from mlcurric.keeping import BYTE_ORDER_MARK
from mlcurric.notebook.workfolder import DEFAULT_NAME
from mlcurric.subject.ideathon.example import EXAMPLE, IDEATHON_DAY, SURVEYS, example_board, example_file
from mlcurric.subject.surveys.forms import BEFORE
from mlcurric.subject.typed import Slip
from mlcurric.subject.workbooks import table_text
from mlcurric.text import T, speaking
from mlcurric.workshop import sheets, sign_in
from mlcurric.workshop.commands import command
from mlcurric.workshop.layout import Arrival, Folder, lay_out
from mlcurric.workshop.report import make_report
from mlcurric.workshop.session import Session
from mlcurric.workshop.telling import about_kept

_STAGE, _START = 3, time(13)


def example_session(lang: str) -> Session:
    """The afternoon of the example: 21 January 2027, 13:00, the eight people of the story."""
    return Session(example_board(lang=lang).team, _STAGE, IDEATHON_DAY, _START, len(_PRESENT), lang)


def example_files(session: Session) -> dict[str, bytes]:
    """What ``mlcurric workshop new`` lays out, its sheets filled in: the path below the folder → what stands in the file.

    The language is the one spoken now.
    """
    empty = sheets.files(session)
    filled = {f"{sheets.SURVEYS}/answers-{_form(stage)}.csv": example_file(name).read_bytes() for stage, name in SURVEYS.items()}  # fmt: skip
    for name in EXAMPLE:
        if name not in SURVEYS.values():
            filled[f"{sheets.IDEATHON}/{name}.csv"] = example_file(name).read_bytes()
    filled[f"{sheets.IDEATHON}/{sign_in.TABLE.name}.csv"] = (BYTE_ORDER_MARK + _signed_in(session)).encode()
    around = {_READ_FIRST: _about(session).encode()} | {
        name: content for name, content in empty.items() if PurePosixPath(name).parts[0] != sheets.IDEATHON
    }
    return around | filled


def example_and_print(path: Path, lang: str, pdf: bool) -> int:
    """Lay the example out, make its report, and say where both are.

    Returns:
        The exit code: 2 if the folder belongs to a team or cannot be written, else 0.
    """
    session = replace(example_session(lang), folder=path.resolve().name)
    try:
        with speaking(lang):
            folder = lay_out(path, session, example_files(session))
            report = make_report(path, pdf)
    except Slip as slip:
        print(slip, file=sys.stderr)
        return 2
    page = report.folder / report.files[0]
    for line in (*_told(folder), *report.remarks, *_keeping(session, path), _NEXT.format(page=page)):
        print(line)
    return 0


def _told(folder: Folder) -> Iterator[T]:
    yield _LAID_OUT.format(folder=folder.path, n=len(folder.of(Arrival.NEW)))
    for name, holds in _HOLDS.items():
        yield T("  {name}: {holds}", "  {name}: {holds}").format(name=folder.path / name, holds=holds)
    yield from about_kept(folder)


def _keeping(session: Session, folder: Path | str) -> tuple[T, ...]:
    """What happens to the example when somebody writes in it, where to write instead, and how it is got back."""
    values = {"own": DEFAULT_NAME, "lang": session.lang, "command": command("example", folder)}  # fmt: skip
    return tuple(each.format(**values) for each in (_TO_LOOK, _OWN, _BACK))


def _about(session: Session) -> str:
    lines = (_MADE_UP, *_keeping(session, session.folder or "finished"))
    return "\n".join(map(str, lines)) + "\n"


def _form(stage: int) -> str:
    return "before" if stage == BEFORE else f"after-{stage}"


def _signed_in(session: Session) -> str:
    rows = [{"name": str(name), "side": side, "role": str(role)} for name, side, role in _PRESENT]
    return table_text(sign_in.TABLE, rows, {"team": session.team})


_PRESENT = (
    (T("PdM", "PdM"), "business", T("product manager; led the afternoon", "プロダクトマネージャー。この日の進行役")),
    (T("Aya", "彩"), "business", T("leads the six who call customers", "電話チーム6人のまとめ役")),
    (T("Kato", "加藤"), "business", T("support", "サポート")),
    (T("Sato", "佐藤"), "business", T("sales", "営業")),
    (T("Nao", "奈緒"), "research", T("design", "デザイン")),
    (T("Ken", "健"), "research", T("data", "データ")),
    (T("Rin", "凛"), "research", T("machine learning", "機械学習")),
    (T("Takumi", "拓海"), "development", T("the app", "アプリの開発")),
)
"""Who stood at the wall; the sponsor came at the end, and heard it."""
_HOLDS = {
    sheets.IDEATHON: T("the board, the lists and the plan, filled in", "記入ずみのボード、一覧、計画"),
    sheets.SURVEYS: T("the answers, before and after", "アンケートの回答(前とあと)"),
    sheets.HANDOUTS: T("what was printed for the day", "当日に印刷したもの"),
    sheets.REPORT: T("the report that came of it", "そこから作った報告書"),
}
_LAID_OUT = T(
    "A finished ideathon, made up on the story of the lessons, in {folder} ({n} new file(s)):",
    "レッスンの物語に沿って作った、完成ずみのアイデアソンを {folder} に置きました(新しいファイル{n}個)。",
)
_READ_FIRST = "READ-ME-FIRST.txt"
_MADE_UP = T(
    "A finished ideathon, made up on the story of the lessons.",
    "レッスンの物語に沿って作った、完成ずみのアイデアソンです。",
)
_TO_LOOK = T(
    "This folder is there to be looked at. What you write in it changes the example: the survey answered here, say, is counted among those of the made-up team, and its report no longer says what the lessons say.",
    "このフォルダーは、見るためのものです。ここで書くと、完成例そのものが変わります。たとえばここでアンケートに答えると、作りもののチームの回答に混ざり、報告書の数字がレッスンと合わなくなります。",
)
_OWN = T(
    "To take the lessons alone, open a folder of your own: mlcurric start --work {own} --lang {lang}. The cells open the same example there, and your answers stay apart from it.",
    "ひとりでレッスンを受けるときは、自分のフォルダーで: mlcurric start --work {own} --lang {lang}。セルは同じ完成例を開き、あなたの回答はこことは別に残ります。",
)
_BACK = T(
    "To try things out here, make a copy first. To get the example back, give this folder another name and run again: {command}",
    "ここで試したいときは、先にフォルダーのコピーを取ってください。元に戻すには、このフォルダーの名前を変えてから、もう一度: {command}",
)
_NEXT = T(
    "Now open {page} in a browser.",
    "では、{page} をブラウザーで開いてください。",
)

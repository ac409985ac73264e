"""The worked example as a team's folder after its four hours, with its report: to look up how it ends before one begins."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import time
from pathlib import Path, PurePosixPath

from mlcurric.keeping import BYTE_ORDER_MARK
from mlcurric.subject.ideathon.example import EXAMPLE, IDEATHON_DAY, SURVEYS, example_board, example_file
from mlcurric.subject.surveys.forms import BEFORE
from mlcurric.subject.typed import Slip
from mlcurric.subject.workbooks import table_text
from mlcurric.text import T, speaking
from mlcurric.workshop import sheets, sign_in
from mlcurric.workshop.layout import Arrival, Folder, lay_out
from mlcurric.workshop.report import make_report
from mlcurric.workshop.session import Session
from mlcurric.workshop.telling import about_kept, quoted

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
    around = {name: content for name, content in empty.items() if PurePosixPath(name).parts[0] != sheets.IDEATHON}
    return around | filled


def example_and_print(path: Path, lang: str, pdf: bool) -> int:
    """Lay the example out, make its report, and say where both are.

    Returns:
        The exit code: 2 if the folder belongs to a team or cannot be written, else 0.
    """
    session = example_session(lang)
    try:
        with speaking(lang):
            folder = lay_out(path, session, example_files(session))
            report = make_report(path, pdf)
    except Slip as slip:
        print(slip, file=sys.stderr)
        return 2
    for line in (*_told(folder), *report.remarks, _NEXT.format(page=report.folder / report.files[0], folder=quoted(path), lang=lang)):  # fmt: skip
        print(line)
    return 0


def _told(folder: Folder) -> Iterator[T]:
    yield _LAID_OUT.format(folder=folder.path, n=len(folder.of(Arrival.NEW)))
    for name, holds in _HOLDS.items():
        yield T("  {name}: {holds}", "  {name}: {holds}").format(name=folder.path / name, holds=holds)
    yield from about_kept(folder)


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
_NEXT = T(
    "Open {page} in a browser. To take the lessons alone on it: mlcurric start --work {folder} --lang {lang}",
    "{page} をブラウザーで開いてください。これを使ってひとりでレッスンを受けるなら mlcurric start --work {folder} --lang {lang} です。",
)

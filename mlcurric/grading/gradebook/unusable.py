"""Why a gradebook's file cannot be used, and what to do about it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from mlcurric.text import T


class NoGradebook(Exception):
    """The file cannot be used; the message says why, and what to do."""

    def __init__(self, why: T) -> None:
        super().__init__(str(why))
        self.why = why


def why_unusable(path: Path, error: sqlite3.Error) -> T:
    """Why the file cannot be used, and what to do about it."""
    code = getattr(error, "sqlite_errorcode", None)
    return _KNOWN.get(code, _UNUSABLE).format(path=path, why=error)


_KNOWN = {
    sqlite3.SQLITE_FULL: T(
        "The disk of the gradebook {path} is full. What is graded is kept: make room, and give the same command again.",
        "成績簿 {path} のあるディスクに空きがありません。採点済みの分は残っています。空きを作ってから、同じコマンドをもう一度実行してください。",
    ),
    sqlite3.SQLITE_BUSY: T(
        "The gradebook {path} is being written by another program. What is graded is kept: let that program end, or close it, "
        "and give the same command again.",
        "成績簿 {path} は、ほかのプログラムが書き込み中です。採点済みの分は残っています。そのプログラムが終わるのを待つか閉じてから、"
        "同じコマンドをもう一度実行してください。",
    ),
}
_UNUSABLE = T(
    "The gradebook {path} cannot be read or written ({why}). Put back a copy of it, or grade once more into another folder.",
    "成績簿 {path} を読み書きできません({why})。控えに戻すか、別のフォルダーにもう一度採点してください。",
)
OTHER_FORM = T(
    "The gradebook {path} is of form {form}, and this version of mlcurric knows form {known}: use the version that made it, "
    "or give another folder for --out.",
    "成績簿 {path} の形式({form})は、この版の mlcurric(形式 {known})では扱えません。作ったときの版を使うか、--out に別のフォルダーを指定してください。",
)

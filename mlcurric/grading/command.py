"""``mlcurric grade`` as it was typed: the key's file is read, or made, and what cannot be is said."""

from __future__ import annotations

import os
import secrets
import signal
from pathlib import Path

from rich.console import Console

from mlcurric.disk_errors import why_refused
from mlcurric.grading.batch import Asked, grade_folder
from mlcurric.grading.cluster.connect import Scheduler
from mlcurric.grading.gradebook.store import FILE_NAME, KEY, NoGradebook, opened
from mlcurric.grading.guest.limits import Limits
from mlcurric.keeping import NO_FILE, write_whole
from mlcurric.text import T

_FEWEST_BYTES = 16
_MADE = T(
    "A new key was written to {path}. Keep it to yourself, and keep it: this class is graded with no other.",
    "新しい鍵を {path} に作りました。ほかの人に見せず、なくさないようにしてください。このクラスは、別の鍵では採点できません。",
)
_NO_KEY = T(
    "The key in {path} cannot be used ({why}): a key is a file of at least 16 bytes that only you can read.",
    "{path} の鍵を使えません({why})。鍵は、あなただけが読める、16バイト以上のファイルです。",
)
_TOO_SHORT = T("it is too short", "短すぎます")
_EMPTY = T(
    "it is empty; delete it, and a new one is made", "空です。このファイルを消してもう一度実行すると、新しく作ります"
)
_EMPTY_AND_GRADED = T(
    "it is empty, and this class is graded already; put back a copy of its key, or give another folder for --out and grade anew",
    "空ですが、このクラスはもう採点しています。控えの鍵を戻すか、--out に別のフォルダーを指定して、採点し直してください",
)
_NOT_THERE = T(
    "the file is not there, and a class keeps its key", "ファイルがありません。クラスの途中で鍵は変えられません"
)
_NO_FILE = T("it is a folder, not a file; give a file in it", "フォルダーです。その中のファイル名を指定してください")
_AMONG_HAND_INS = T(
    "it stands among the hand-ins; choose a place that no learner can reach",
    "提出物のフォルダーの中にあります。学習者の手が届かない場所を指定してください",
)
_READ_BY_OTHERS = T("others can read it; “chmod 600” it", "ほかの人も読めます。「chmod 600」で直してください")
_BAD_NUMBER = T("--jobs and --attempts must be 1 or more.", "--jobs と --attempts は 1 以上にしてください。")


def grade(
    submissions: Path,
    out: Path,
    key_file: Path | None,
    *,
    jobs: int,
    seconds: float,
    attempts: int,
    trusted: bool,
    scheduler: Scheduler | None = None,
) -> int:
    """Grade a folder of hand-ins; the exit code is that of ``grade_folder``, 2 where the key cannot be used."""
    complaints = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
    if jobs < 1 or attempts < 1:
        complaints.print(str(_BAD_NUMBER))
        return 2
    try:
        key = _read_key(key_file, submissions, out, complaints) if key_file else b""
    except (OSError, ValueError) as error:
        why = error.args[0] if isinstance(error, ValueError) else why_refused(error)
        complaints.print(str(_NO_KEY.format(path=key_file, why=why)))
        return 2
    except NoGradebook as error:
        complaints.print(str(error.why))
        return 2
    _stop_once()
    limits = Limits(seconds=seconds, cpu_seconds=seconds)
    return grade_folder(Asked(submissions, out, key, jobs, limits, trusted, attempts, scheduler))


def _stop_once() -> None:
    """Let Ctrl-C, a closed terminal and a polite ``kill`` end the grading in the same way, and none interrupt the tidying up."""
    signals = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]

    def stop(*_: object) -> None:
        for each in signals:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt

    for each in signals:
        # What "nohup" lets go by stays so.
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, stop)


def _has_grades(path: Path) -> bool:
    if not path.exists():
        return False
    with opened(path) as gradebook:
        return gradebook.setting(KEY) is not None


def _read_key(path: Path, submissions: Path, out: Path, console: Console) -> bytes:
    if path.resolve().is_relative_to(submissions.resolve()):
        # Whoever hands in there may read it, or write one of their own.
        raise ValueError(_AMONG_HAND_INS)
    if not path.exists():
        if _has_grades(out / FILE_NAME):
            # A new one would fit nothing that is graded already.
            raise ValueError(_NOT_THERE)
        # On the disk as a whole before any grade hangs on it: a class whose key is lost can only be graded anew.
        write_whole(path, secrets.token_hex(32), NO_FILE, private=True)
        console.print(str(_MADE.format(path=path)))
    if not path.is_file():
        raise ValueError(_NO_FILE)
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise ValueError(_READ_BY_OTHERS)
    key = path.read_bytes().strip()
    if not key:
        raise ValueError(_EMPTY_AND_GRADED if _has_grades(out / FILE_NAME) else _EMPTY)
    if len(key) < _FEWEST_BYTES:
        raise ValueError(_TOO_SHORT)
    return key

"""What every command on a gradebook shares: it is opened, and whatever cannot be is said with the way out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from rich.console import Console

from mlcurric.disk_errors import why_refused
from mlcurric.grading.exclusive import Busy, only_one
from mlcurric.grading.gradebook.store import FILE_NAME, Gradebook, NoGradebook, opened
from mlcurric.subject.typed import Slip
from mlcurric.text import T


class Refused(Exception):
    """Nothing was done; ``lines`` say why, and what to do."""

    def __init__(self, *lines: object) -> None:
        super().__init__(*map(str, lines))
        self.lines = lines


def carried_out(out: Path, what: Callable[[Gradebook, Console], None], alone: bool = False) -> int:
    """Do something with the gradebook of a folder; whatever cannot be is said on stderr, and the exit code is 2.

    Args:
        alone: whether it is refused while a grading is at work, which would write the grades as they were.
    """
    console, complaints = (
        Console(stderr=wrong, highlight=False, markup=False, soft_wrap=True) for wrong in (False, True)
    )
    try:
        path = out / FILE_NAME
        if not path.is_file():
            raise Refused(_NO_GRADEBOOK.format(path=path))
        with only_one(out) if alone else nullcontext(), opened(path) as gradebook:
            what(gradebook, console)
    except Busy:
        lines = (_BUSY.format(path=out),)
    except Refused as refused:
        lines = refused.lines
    except (Slip, NoGradebook) as error:
        lines = (error,)
    except FileNotFoundError as error:
        lines = (_NOT_THERE.format(path=error.filename or out),)
    except OSError as error:
        lines = (_NO_FILE.format(path=error.filename or out, why=why_refused(error)),)
    else:
        return 0
    for line in lines:
        complaints.print(str(line))
    return 2


_NO_GRADEBOOK = T(
    "There is no gradebook {path}; give the folder that “mlcurric grade” was given for --out.",
    "成績簿 {path} がありません。「mlcurric grade」の --out に指定したフォルダーを指定してください。",
)
_BUSY = T(
    "“mlcurric grade” is at work in {path}, and nothing was done: give the command again when it has ended.",
    "{path} では「mlcurric grade」が採点中のため、何もしていません。終わってから、もう一度実行してください。",
)
_NOT_THERE = T("“{path}” is not there; check the name.", "「{path}」が見つかりません。名前を確かめてください。")
_NO_FILE = T(
    "“{path}” cannot be opened or written ({why}). Close it in Excel, or give another name.",
    "「{path}」を開けないか、書き込めません({why})。Excelで開いていれば閉じるか、別の名前にしてください。",
)

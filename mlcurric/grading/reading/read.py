"""Read a hand-in: from any file at all to the sources of its code cells, or to a sentence on what to do about it.

Only sources, language and exercise are taken. Cell ids, outputs and everything else that editors lose or double is not
looked at, so it cannot make a hand-in unreadable.
"""

from __future__ import annotations

import json
import os
import re
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from mlcurric.disk_errors import why_refused
from mlcurric.grading.reading.sources import names_in_lines
from mlcurric.text import LANGUAGES, T

LARGEST = 20_000_000
MOST_CODE = 1_000_000
"""Characters of code in a notebook. All hand-ins of a class are held at once, and an ordinary one has some ten thousand."""
_NBFORMAT = 4
_LONGEST_NUMBER = 12
_MOST_NAMES = 1_000
"""Of one cell; a hand-in may hold a million."""
# In the bytes of a notebook the quotes have a stroke before them.
_CALL = r"\bexercise\(\s{0,20}\\?[\"']([0-9]{1,2}-[0-9]{1,2})\\?[\"']"

_SAVE_AGAIN = T(
    "Open it in JupyterLab, save it, and hand it in again.", "JupyterLab で開いて保存し、もう一度提出してください。"
)
_DOWNLOAD_AGAIN = T(
    "Download the notebook again from JupyterLab (File > Download) and hand in that file.",
    "JupyterLab の「ファイル」→「ダウンロード」でもう一度ダウンロードし、そのファイルを提出してください。",
)
_EMPTY = T("The file is empty.", "ファイルが空です。"), _DOWNLOAD_AGAIN
_HUGE = (
    T("The file is larger than 20 MB.", "ファイルが 20 MB を超えています。"),
    T(
        "Choose Edit > Clear Outputs of All Cells in JupyterLab, save, and hand it in again.",
        "JupyterLab の「編集」→「すべてのセルの出力を消去」を選んで保存し、もう一度提出してください。",
    ),
)
_ENCODING = T("The file is not written in UTF-8.", "文字コードが UTF-8 ではありません。"), _SAVE_AGAIN
_NOT_JSON = (
    T(
        "The file is damaged: it is not JSON from {place} on.",
        "ファイルが壊れています({place}から JSON として読めません)。",
    ),
    _DOWNLOAD_AGAIN,
)
_LINE, _CHARACTER = T("line {n}", "{n} 行目"), T("character {n}", "{n} 文字目")
_TOO_DEEP = (
    T("The file is damaged: it is nested too deeply.", "ファイルが壊れています(入れ子が深すぎます)。"),
    _DOWNLOAD_AGAIN,
)
_NO_NOTEBOOK = (
    T("The file is not a Jupyter notebook.", "Jupyter ノートブックのファイルではありません。"),
    _DOWNLOAD_AGAIN,
)
_BAD_CELL = T("Cell {cell} of the notebook is damaged.", "{cell} 番目のセルが壊れています。"), _DOWNLOAD_AGAIN
_OLD = (
    T("The notebook is of an old nbformat ({version}).", "ノートブックの形式(nbformat {version})が古すぎます。"),
    _SAVE_AGAIN,
)
_NEW = (
    T(
        "The notebook is of nbformat {version}, which this grader does not know.",
        "ノートブックの形式(nbformat {version})は、この採点プログラムでは読めません。",
    ),
    T("Save it as nbformat 4 and hand it in again.", "nbformat 4 の形式で保存し、もう一度提出してください。"),
)
_CLOSED = (
    T("The file cannot be opened ({why}).", "ファイルを開けません({why})。"),
    T("Hand it in again, as a plain file.", "ふつうのファイルとして、もう一度提出してください。"),
)
_LONG = (
    T("There are more than {n:,} characters in the code cells.", "コードセルの文字数が{n:,}字を超えています。"),
    T(
        "Delete cells that hold data or pasted output, save, and hand it in again.",
        "データや出力を貼り付けたセルを消して保存し、もう一度提出してください。",
    ),
)
TOO_HARD = (
    T(
        "The notebook takes too long or too much memory to be read: very long cells or lines, or the same sign over and over.",
        "ノートブックを読むのに時間かメモリーがかかりすぎます。とても長いセルや行、同じ記号の延々とした繰り返しがあります。",
    ),
    T("Take them out, save, and hand it in again.", "それらを取り除いて保存し、もう一度提出してください。"),
)


class Unreadable(Exception):
    """A file that is no notebook.

    Attributes:
        seen: what is wrong with it.
        next_step: what the learner can do.
        lang: the language that it seems to be in, or ``None``.
        called: the exercises that it seems to open.
    """

    def __init__(self, says: tuple[T, T], lang: str | None = None, called: tuple[str, ...] = ()) -> None:
        super().__init__(says, lang, called)
        (self.seen, self.next_step), self.lang, self.called = says, lang, called

    def __str__(self) -> str:
        return self.seen.en


def refused(says: tuple[T, T], raw: bytes = b"", **values: object) -> Unreadable:
    """That a file is no notebook, with the language and the exercises that are left in its bytes."""
    return Unreadable((says[0].format(**values), says[1]), _language_seen(raw), _called_seen(raw))


@dataclass(frozen=True)
class Notebook:
    """What is graded of a hand-in.

    Attributes:
        cells: the sources of its code cells, in order.
        lang: ``"en"`` or ``"ja"``.
        exercise: the exercise that its metadata names, or ``None``.
        called: the exercises that its cells open with ``exercise("1-1")``.
        kind: what its metadata says it is, such as ``"exercise"`` or ``"lesson"``, or ``None``.
        as_text: the names that cells of another kind would set if they were code: one key turns a cell into a text.
    """

    cells: tuple[str, ...]
    lang: str
    exercise: str | None = None
    called: tuple[str, ...] = ()
    kind: str | None = None
    as_text: frozenset[str] = frozenset()


def read_bytes(path: Path) -> tuple[bytes, str]:
    """The bytes of a hand-in, and when it was written, in UTC.

    Raises:
        Unreadable: if it is no plain file, cannot be opened, or is too large.
    """
    # Neither a link is followed nor a pipe waited for, even where one took the file's place since it was found.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise refused(_NO_NOTEBOOK)
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise refused(_CLOSED, why=why_refused(error)) from None
    if len(raw) > LARGEST:
        raise refused(_HUGE, raw)
    return raw, datetime.fromtimestamp(about.st_mtime, UTC).isoformat(timespec="seconds")


def parse(raw: bytes) -> Notebook:
    """Read a notebook from its bytes.

    Raises:
        Unreadable: saying why, and what to do.
    """
    if not raw.strip():
        raise refused(_EMPTY)
    try:
        # NaN is let through: Jupyter itself writes it into saved outputs.
        document = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise refused(_ENCODING, raw) from None
    except json.JSONDecodeError as error:
        # A notebook that is one long line is damaged at a place in it, not as a whole.
        place = _LINE.format(n=error.lineno) if error.lineno > 1 else _CHARACTER.format(n=error.colno)
        raise refused(_NOT_JSON, raw, place=place) from None
    except ValueError:
        # An integer of thousands of digits.
        raise refused(_NO_NOTEBOOK, raw) from None
    except RecursionError:
        raise refused(_TOO_DEEP, raw) from None
    _check_format(document, raw)
    cells, as_text = _code_of(document["cells"], raw)
    own = _section(_section(document, "metadata"), "mlcurric")
    lang, exercise, kind = (
        value if isinstance(value := own.get(name), str) else None for name in ("lang", "lesson", "kind")
    )
    lang = lang if lang in LANGUAGES else _language_of_call(cells)
    return Notebook(cells, lang, exercise, _called(cells), kind, as_text)


def _check_format(document: Any, raw: bytes) -> None:
    version = document.get("nbformat") if isinstance(document, dict) else None
    if type(version) is not int:
        raise refused(_NO_NOTEBOOK, raw)
    if version != _NBFORMAT:
        shown = str(version)
        # A number may have thousands of digits.
        shown = shown if len(shown) <= _LONGEST_NUMBER else f"{shown[:_LONGEST_NUMBER]}…"
        raise refused(_OLD if version < _NBFORMAT else _NEW, raw, version=shown)
    if not isinstance(document.get("cells"), list):
        raise refused(_NO_NOTEBOOK, raw)


def _code_of(cells: list[Any], raw: bytes) -> tuple[tuple[str, ...], frozenset[str]]:
    """The sources of the code cells, and the names that others would set."""
    sources, as_text = [], set()
    for number, cell in enumerate(cells, 1):
        source = source_of(cell)
        if source is None:
            raise refused(_BAD_CELL, raw, cell=number)
        if is_code(cell):
            sources.append(source)
        else:
            as_text.update(islice(names_in_lines(source), _MOST_NAMES))
    if sum(map(len, sources)) > MOST_CODE:
        raise refused(_LONG, raw, n=MOST_CODE)
    return tuple(sources), frozenset(as_text)


def is_code(cell: Any) -> bool:
    """Whether a cell of a notebook is run."""
    return isinstance(cell, dict) and cell.get("cell_type") == "code"


def source_of(cell: Any) -> str | None:
    """What stands in a cell of a notebook; ``None`` of one that is damaged. What some program has emptied is an empty cell."""
    source = (cell.get("source") or "") if isinstance(cell, dict) else "" if cell is None else None
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        return "".join(source)
    return source if isinstance(source, str) else None


def _section(document: Any, name: str) -> dict[str, Any]:
    section = document.get(name)
    return section if isinstance(section, dict) else {}


def _language_of_call(cells: tuple[str, ...]) -> str:
    """The language in ``exercise("1-1", lang="ja")``, else English."""
    call = re.compile(r"\bexercise\([^)\n]{0,200}\blang\s*=\s*[\"'](en|ja)[\"']")
    return next((found[1] for source in cells if (found := call.search(source))), LANGUAGES[0])


def _called(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The exercises in ``exercise("1-1", …)``."""
    return tuple(dict.fromkeys(found for source in cells for found in re.findall(_CALL, source)))


def _language_seen(raw: bytes) -> str | None:
    """The language of a file that cannot be read, from what metadata or ``exercise(`` leave in its bytes."""
    found = re.search(rb"\blang\\?[\"']?\s*[:=]\s*\\?[\"'](en|ja)\b", raw)
    return found[1].decode() if found else None


def _called_seen(raw: bytes) -> tuple[str, ...]:
    """The exercises that a file which cannot be read seems to open."""
    return tuple(dict.fromkeys(found.decode() for found in re.findall(_CALL.encode(), raw)))

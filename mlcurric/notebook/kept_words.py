"""What the wall and the sheets of a team share: the folder that keeps them, how findings are told, and a file that cannot be opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from mlcurric.disk_errors import why_refused
from mlcurric.subject.board.finding import BoardFinding
from mlcurric.subject.product.finding import LineFinding
from mlcurric.text import T, run_on

IDEATHON_FOLDER = "ideathon"
"""In the learner's folder."""
MEND, ASK = T("To mend", "直すところ"), T("To ask the room", "みんなに聞くこと")


def cannot_open(path: Path, error: OSError) -> tuple[T, T]:
    """What is said of a file that is there and cannot be read: why, and the way out."""
    return _CANNOT_OPEN.format(name=path.name, why=why_refused(error)), _OPEN_IT.format(folder=path.parent)


def about_findings(findings: Sequence[BoardFinding | LineFinding]) -> tuple[str, str]:
    """What is not in form, as text and as HTML: what to mend before what to ask."""
    text, page = [], []
    for wrong, heading in ((True, MEND), (False, ASK)):
        said = [str(run_on((found.says, found.way_out))) for found in findings if found.wrong is wrong]
        if said:
            text += [f"{heading}:", *(f"- {sentence}" for sentence in said)]
            page.append(f"<strong>{escape(str(heading))}</strong>{bullets(said)}")
    return "\n".join(text), "".join(page)


def bullets(sentences: Iterable[str]) -> str:
    """Sentences as a list in HTML, escaped; nothing where there are none."""
    items = "".join(f'<li style="overflow-wrap:anywhere">{escape(sentence)}</li>' for sentence in sentences)
    return f'<ul style="line-height:1.6;margin:.3em 0;padding-left:1.4em;max-width:60em">{items}</ul>' if items else ""


_CANNOT_OPEN = T("“{name}” is there but cannot be read ({why}).", "「{name}」はありますが、読めません({why})。")
_OPEN_IT = T(
    "Close it in other programs, or ask its owner for the right to read it (it is in {folder}); then run this cell again. "
    "Nothing in it was changed.",
    "ほかのソフトで開いていれば閉じ、権限がなければ持ち主に頼んでから(場所は {folder})、このセルをもう一度実行してください。"
    "中身には触れていません。",
)

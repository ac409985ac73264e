"""What a notebook says around the wall: what became of each line, what was found, and the picture, in two views."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape

from mlcurric.subject.board.commands import Answer
from mlcurric.subject.board.finding import BoardFinding, short
from mlcurric.subject.board.model import Board
from mlcurric.subject.product.finding import LineFinding
from mlcurric.text import T, listed, run_on

_LINE = T("“{line}”: {says}", "「{line}」: {says}")
_DONE = T("{done}.", "{done}。")
_EMPTY = T(
    "The wall is empty. Type for example: e the customer cancelled",
    "まだ何も貼られていません。たとえば「e 顧客が解約した」と書きます。",
)
_ALT = T("The board as a wall of {n} sticky notes", "{n}枚の付箋が貼られたボード")
_COUNT = T("Notes on the wall: {n}", "付箋: {n}枚")
_MEND, _ASK = T("To mend", "直すところ"), T("To ask the room", "みんなに聞くこと")
_COPY = T(
    "Copy this text and save it as a file ending in .csv:",
    "この文字をコピーし、末尾が .csv のファイルに保存してください:",
)


def about_lines(answers: Sequence[Answer]) -> list[T]:
    """What became of each line: what was done in one sentence, and a sentence for each that could not be read."""
    done = [answer.done for answer in answers if answer.done]
    unread = [_LINE.format(line=short(answer.line), says=answer.says) for answer in answers if answer.says]
    return [*([_DONE.format(done=listed(done))] if done else []), *unread]


def about_findings(findings: Sequence[BoardFinding | LineFinding]) -> tuple[str, str]:
    """What is not in form, as text and as HTML: what to mend before what to ask."""
    text, page = [], []
    for wrong, heading in ((True, _MEND), (False, _ASK)):
        said = [str(run_on((found.says, found.way_out))) for found in findings if found.wrong is wrong]
        if said:
            text += [f"{heading}:", *(f"- {sentence}" for sentence in said)]
            page.append(f"<strong>{escape(str(heading))}</strong>{_list(said)}")
    return "\n".join(text), "".join(page)


def as_text(says: Iterable[T], board: Board, unsaved: str = "") -> str:
    """The wall for a reader without pictures."""
    lines = [*map(str, says), str(_COUNT.format(n=len(board)) if len(board) else _EMPTY)]
    return "\n".join([*lines, str(_COPY), unsaved] if unsaved else lines)


def as_html(says: Iterable[T], picture: bytes, board: Board, unsaved: str = "") -> str:
    """The wall for a page: the picture as wide as the page, and the sentences below it."""
    if picture:
        alt = escape(str(_ALT.format(n=len(board))))
        shown = f'<img src="data:image/png;base64,{b64encode(picture).decode()}" alt="{alt}" style="width:100%;max-width:80em">'
    else:
        shown = f"<p>{escape(str(_EMPTY))}</p>"
    text = (
        f'<p>{escape(str(_COPY))}</p><textarea readonly rows="8" style="width:100%">{escape(unsaved)}</textarea>'
        if unsaved
        else ""
    )
    return f'<div>{shown}<div aria-live="polite">{_list(map(str, says))}{text}</div></div>'


def _list(sentences: Iterable[str]) -> str:
    items = "".join(f'<li style="overflow-wrap:anywhere">{escape(sentence)}</li>' for sentence in sentences)
    return f'<ul style="line-height:1.6;margin:.3em 0;padding-left:1.4em;max-width:60em">{items}</ul>' if items else ""

"""What a notebook shows a learner: the same words as HTML for the page and as plain text for every other reader."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from urllib.parse import quote

from IPython.display import display

from mlcurric.disk_errors import why_refused
from mlcurric.question.verdict import Verdict, box, in_one_line
from mlcurric.text import T

_NOTICE = T("Note", "お知らせ")


def show(text: str, html: str) -> None:
    """Display one thing in its two views."""
    display({"text/plain": text, "text/html": html}, raw=True)


def show_verdict(verdict: Verdict) -> None:
    show(verdict.as_text(), verdict.as_html())


def show_notice(*sentences: T, label: T = _NOTICE) -> None:
    """Show something that is no verdict on an answer: a slip in the typing, a hint."""
    show(f"· {label}: {in_one_line(sentences)}", box("·", label, sentences))


def as_paragraphs(text: str) -> str:
    """A plain text as HTML, escaped, its line breaks kept."""
    return f'<div style="white-space:pre-wrap;line-height:1.6;max-width:46em">{escape(text)}</div>'


def address(path: Path) -> str:
    """A file as a link in the notebook that is open names it: from its folder, every sign that a browser would misread escaped."""
    return quote(Path(os.path.relpath(path)).as_posix())


def link(address: str, words: str) -> str:
    """A link that opens a page in a tab of the browser, where it can be printed, as HTML.

    JupyterLab would take the click and open the page inside itself: there it cannot be printed, and it stays as it was
    when the file is written again. So the click does not go up to JupyterLab; where that is forbidden, it still opens.

    Args:
        address: what ``address`` gave.
        words: as HTML.
    """
    return f'<a href="{address}" target="_blank" rel="noopener" onclick="event.stopImmediatePropagation()">{words}</a>'


def show_outside() -> None:
    """Say that there is no learner's folder here to keep anything in."""
    show_notice(
        T(
            "This notebook is not in a learner's folder, so nothing was saved; start with “make lab”.",
            "学習用フォルダーの外なので保存されませんでした。「make lab」から始めてください。",
        )
    )


def show_unsaved(error: OSError) -> None:
    """Say that what was written could not be kept, and that it is not lost."""
    show_notice(
        T(
            "It could not be saved ({why}); your notebook still has it.",
            "保存できませんでした({why})。書いたものはノートブックに残っています。",
        ).format(why=why_refused(error))
    )

"""What a notebook shows a learner: the same words as HTML for the page and as plain text for every other reader."""

from __future__ import annotations

from html import escape

from IPython.display import display

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
        ).format(why=error.strerror or type(error).__name__)
    )

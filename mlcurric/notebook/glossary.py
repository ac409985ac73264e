"""The glossary as a table: the terms of both languages side by side, what they mean in the page's language."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from mlcurric.curriculum import START_HERE, START_TITLE
from mlcurric.glossary import Term, caution, find, in_order
from mlcurric.notebook.show import show, show_notice
from mlcurric.text import LANGUAGES, T, language

_HEADINGS = {"en": T("English", "英語"), "ja": T("Japanese", "日本語")}
_MEANING, _LESSON = T("What it means", "意味"), T("Lesson", "レッスン")


def show_glossary(word: Any = None) -> None:
    """Show all terms, or those that ``word`` names or comes near to."""
    if word is None:
        every = in_order()
        show(as_text(every), _folded_away(every))
        return
    if isinstance(word, str) and not word.strip():
        show_notice(T("There is no word between the quotes.", "引用符の間に言葉がありません。"))
        return
    if not isinstance(word, str):
        show_notice(T('Put the word in quotes: ex.glossary("lift").', '言葉は引用符で囲みます: ex.glossary("リフト")'))
        return
    found = find(word)
    if warning := caution(word):
        show_notice(warning)
    if found:
        show(as_text(found), as_html(found))
        return
    show_notice(
        T("The glossary has no “{word}”.", "用語集に「{word}」はありません。").format(word=word.strip()[:40]),
        T("ex.glossary() shows all of it.", "ex.glossary() ですべて見られます。"),
    )


def _folded_away(terms: Sequence[Term]) -> str:
    """A long table behind one line, which a click opens."""
    summary = T("All {n} words (click)", "すべての言葉({n}語、クリックで開きます)").format(n=len(terms))
    return f'<details><summary style="cursor:pointer">{escape(str(summary))}</summary>{as_html(terms)}</details>'


def _columns() -> tuple[str, ...]:
    """The languages, the page's own first."""
    return (language(), *(lang for lang in LANGUAGES if lang != language()))


def _place(term: Term) -> str:
    return str(START_TITLE) if term.lesson == START_HERE else term.lesson


def as_text(terms: Sequence[Term]) -> str:
    """Terms as plain text, one a line."""
    own, other = _columns()
    return "\n".join(
        f"{getattr(term.term, own)} ({getattr(term.term, other)}): {term.meaning} [{_place(term)}]" for term in terms
    )


def as_html(terms: Sequence[Term]) -> str:
    """Terms as a table, with headings that a screen reader can follow."""
    cell = "text-align:left;vertical-align:top;padding:.3em .8em"
    columns = _columns()
    head = "".join(
        f'<th scope="col" style="{cell};border-bottom:2px solid #1f3a5f">{escape(str(heading))}</th>'
        for heading in (*(_HEADINGS[lang] for lang in columns), _MEANING, _LESSON)
    )
    body = []
    for term in terms:
        first, *others = (f'<span lang="{lang}">{escape(getattr(term.term, lang))}</span>' for lang in columns)
        cells = "".join(f'<td style="{cell}">{text}</td>' for text in (*others, escape(str(term.meaning))))
        body.append(
            f'<tr><th scope="row" style="{cell};max-width:16em">{first}</th>{cells}'
            f'<td style="{cell};white-space:nowrap">{_place(term)}</td></tr>'
        )
    return (
        '<table style="border-collapse:collapse;line-height:1.5;max-width:72em">'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"
    )

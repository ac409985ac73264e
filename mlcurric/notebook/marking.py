"""How a text is marked by its own author: the rubric, a weak and a strong answer to compare with, and the marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from mlcurric.notebook.show import as_paragraphs, show, show_notice
from mlcurric.question.question import Question
from mlcurric.question.rubric import RUBRIC, TOP_MARK
from mlcurric.text import T

MODEL = T("Model answer", "解答例")
_RUBRIC, _WEAK = T("How it is marked", "採点の観点"), T("A weak answer", "物足りない答え")


def show_marking(question: Question, strong: str) -> None:
    """Show what a text is compared with.

    Args:
        question: a question of kind T.
        strong: its model answer, as text.
    """
    lines = [f"0–{TOP_MARK}  {line.name}: {line.asks}" for line in RUBRIC]
    parts = [(_RUBRIC, "\n".join(lines)), (_WEAK, str(question.weak or "")), (MODEL, strong)]
    show(
        "\n".join(f"{label}:\n{text}" for label, text in parts),
        "".join(
            f"<p style='margin:.8em 0 .2em'><strong>{label}</strong></p>{as_paragraphs(text)}" for label, text in parts
        ),
    )


def read_marks(question: Question, marks: Mapping[str, Any]) -> dict[str, int] | None:
    """The learner's own marks for a text, by the line of the rubric; what is missing or odd is said, and ``None``."""
    wanted = [line.name for line in RUBRIC]
    if question.kind != "T":
        show_notice(
            T(
                "{name} is checked by the machine; only texts are marked by yourself.",
                "{name} は機械が採点します。自己採点は文章だけです。",
            ).format(name=question.name)
        )
    elif still_open := [line for line in wanted if marks.get(line, ...) is ...]:
        show_notice(
            T("Marks still open: {names}.", "まだつけていない観点: {names}。").format(names=", ".join(still_open))
        )
    elif None in (read := {line: _mark(marks[line]) for line in wanted}).values():
        show_notice(T("A mark is 0, 1, 2 or 3.", "点数は 0、1、2、3 のどれかです。"))
    else:
        return read
    return None


def _mark(typed: Any) -> int | None:
    """One mark as it was typed, in quotes or full width too."""
    text = unicodedata.normalize("NFKC", typed).strip() if isinstance(typed, str) else typed
    allowed = {str(mark): mark for mark in range(TOP_MARK + 1)}
    return None if isinstance(text, bool) else allowed.get(str(text))


def show_total(marks: Mapping[str, int]) -> None:
    """Show what the marks add up to, and what is worth doing then."""
    if all(mark == TOP_MARK for mark in marks.values()):
        show_notice(
            T("Full marks: let somebody read it.", "全部の観点が{top}点です。誰かに読んでもらいましょう。").format(
                top=TOP_MARK
            )
        )
        return
    show_notice(
        T(
            "You give yourself {total} of {top}. Which line would you improve first?",
            "自己採点は{top}点中 {total} 点です。どの観点から直しますか。",
        ).format(total=sum(marks.values()), top=TOP_MARK * len(marks))
    )

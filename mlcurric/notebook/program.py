"""What is wrong with a line of a program that Python cannot read: how far in it stands, its colon, its comparison."""

from __future__ import annotations

import re

from mlcurric.text import T

SEVERAL_TEXTS = (
    T("There are several texts behind one name.", "ひとつの名前に、文字がいくつも並んでいます。"),
    T(
        "Put them into one pair of quotes, with commas between.",
        "ひと組の引用符の中に、「、」で区切って並べてください。",
    ),
)
# As other languages begin one, and "def" in capitals or without brackets.
_FUNCTION = re.compile(
    r"\s*(?:(?:Def|DEF|[Ff]unction|func|fun|define)\s+(?P<unlike>\w+)\s*\(|def\s+(?P<bare>\w+)\s*(?::|$))"
)


def about_program(code: str, message: str) -> tuple[T, ...] | None:
    """One or two sentences, or ``None`` where the slip is another.

    Args:
        code: the line without its strings and comments.
        message: what Python says of it.
    """
    if "expected an indented block" in message:
        return (
            T("This line has to stand further in.", "この行は字下げが足りません。"),
            T(
                "Begin what belongs to the line with “:” above it with four spaces.",
                "上の「:」の行に属するものは、半角の空白4つから始めてください。",
            ),
        )
    if "unindent does not match" in message or "inconsistent use of tabs" in message:
        return (
            T(
                "This line stands as far in as no line above it.",
                "この行の字下げの深さが、上のどの行ともそろっていません。",
            ),
            T(
                "Give lines that belong together the same number of spaces.",
                "同じまとまりの行は、空白の数をそろえてください。",
            ),
        )
    if "indent" in message:
        return (
            T("The line begins with spaces that do not belong there.", "行の先頭に余分な空白があります。"),
            T("Delete them.", "消してください。"),
        )
    if "expected ':'" in message:
        return (T("A “:” is missing at the end of the line.", "行の終わりに「:」が要ります。"),)
    if begun := _FUNCTION.match(code):
        return (
            T("A function begins with “def”, its name and brackets.", "関数は、def と名前と括弧で始めます。"),
            T(
                "Write “def {name}(…):”, with what it takes between the brackets.",
                "「def {name}(…):」と書き、括弧の中に受け取るものを並べてください。",
            ).format(name=begun["unlike"] or begun["bare"]),
        )
    if re.match(r"\s*(?:if|elif|while|assert|return)\b", code) and "Maybe you meant '=='" in message:
        return (T("A comparison is written ==, with two signs.", "比べるときは == と、2つ書きます。"),)
    if "positional argument follows keyword argument" in message and '""' in code:
        return SEVERAL_TEXTS
    return None

"""One kind sentence in place of a traceback, for the slips that come before any logic.

``install`` puts a handler for SyntaxError and NameError into IPython. It is also an IPython extension, so that
the learner's JupyterLab has it before the first cell runs: the commonest slip of all is a cell run too early.
"""

from __future__ import annotations

import difflib
import re
import sys
import traceback
import types
import unicodedata
from collections.abc import Mapping
from typing import Any

from IPython.core.interactiveshell import InteractiveShell

from mlcurric.notebook.show import show_notice
from mlcurric.questions import UnknownExercise
from mlcurric.text import T

_QUOTES = "“”„‟‘’‚‛「」『』＂＇«»`´"
_COMMON = ("print", "round", "sum", "len", "min", "max", "dict", "sorted")
_RUN_ABOVE = T(
    "In the menu choose Run, then “Run All Above Selected Cell”, and run this cell again.",
    "メニューの「実行」から「選択したセルの上にあるすべてを実行」を選び、もう一度このセルを実行してください。",
)


def install(shell: InteractiveShell) -> None:
    """Answer a SyntaxError, a NameError and an unknown exercise in ``shell`` with a sentence."""
    shell.set_custom_exc((NameError, UnknownExercise), _about_missing)
    # Custom handlers see only those syntax errors that the parser finds; this method sees the compiler's as well.
    shell.showsyntaxerror = types.MethodType(_about_unreadable, shell)


load_ipython_extension = install


def _about_unreadable(shell: InteractiveShell, *_: Any, **__: Any) -> None:
    error = sys.exc_info()[1]
    if isinstance(error, SyntaxError):
        show_notice(*about_syntax(error))


def _about_missing(
    shell: InteractiveShell, kind: type, error: BaseException, trace: Any, tb_offset: int | None = None
) -> None:
    if isinstance(error, UnknownExercise):
        show_notice(error.says)
    elif isinstance(error, NameError) and not _raised_in_library(trace):
        show_notice(*about_name(error.name or "", shell.user_ns))
    else:
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)


def _raised_in_library(trace: Any) -> bool:
    frames = traceback.extract_tb(trace)
    return bool(frames) and "site-packages" in frames[-1].filename


def about_syntax(error: SyntaxError) -> tuple[T, ...]:
    """What is wrong with a line that Python cannot read, and what to do: one or two sentences."""
    line, message = error.text or "", error.msg or ""
    code = _without_strings(line)
    where = T("Line {n}: ", "{n}行目: ").format(n=error.lineno or 1)
    for finding in (_about_quotes, _about_characters, _about_numbers, _about_structure):
        if found := finding(code, message):
            first, *rest = found
            return (T("{where}{first}", "{where}{first}").format(where=where, first=first), *rest)
    return (
        T("{where}Python cannot read “{line}”.", "{where}Python は「{line}」を読めません。").format(
            where=where, line=line.strip()[:60]
        ),
        T(
            "Undo (Ctrl+Z) until the cell looks as it did, then change only what is right of “=”.",
            "取り消し(Ctrl+Z)で元に戻し、「=」の右だけを書きかえてください。",
        ),
    )


def _about_quotes(code: str, message: str) -> tuple[T, ...] | None:
    if "unterminated" not in message and "incomplete input" not in message:
        return None
    before_quote, _, after_quote = code.partition('"')
    curly = next((c for c in before_quote if c in _QUOTES), None) or next(
        (c for c in after_quote.rstrip(" ,)\n")[-1:] if c in _QUOTES), None
    )
    if curly:
        return _about_curly(curly)
    if '"""' in code:
        return (
            T('The text has no end: a """ is missing.', '文章の終わりの """ がありません。'),
            T('Put """ on a line of its own below it.', '文章の下に """ だけの行を足してください。'),
        )
    if "unterminated" in message:
        return (
            T(
                'A quote is missing: one " opens the text and one closes it.',
                '引用符が足りません。文字は " ではじめ、" で閉じます。',
            ),
        )
    return None


def _about_curly(quote: str) -> tuple[T, ...]:
    return (
        T("{c} is not a quote that Python knows.", "{c} は Python の引用符ではありません。").format(c=quote),
        T('Type the straight one: ".', '半角の " に打ちかえてください。'),
    )


def _about_characters(code: str, message: str) -> tuple[T, ...] | None:
    """Full-width characters, which Japanese keyboards type and Python does not read, and signs beside a number."""
    for character in code:
        half = unicodedata.normalize("NFKC", character)
        if character in _QUOTES:
            return _about_curly(character)
        if character == "\u3000":
            return (
                T("There is a full-width space.", "全角の空白が入っています。"),
                T("Delete it, or type an ordinary space.", "消すか、半角の空白に打ちかえてください。"),
            )
        if half == "%" and re.search(r"[\d０-９]\s*[%％]", code):
            return (
                T("There is a percent sign after the number.", "数字の後ろに%の記号があります。"),
                T(
                    "Leave it out: write 12 for 12 percent, or 0.12 where a fraction is asked for.",
                    "記号を外し、12%なら 12、割合で答えるなら 0.12 と書きます。",
                ),
            )
        if half in "¥$€":
            return (
                T("Leave out {c}: type the number alone.", "{c} を外して、数字だけにしてください。").format(
                    c=character
                ),
            )
        if character in "、。・":
            return (
                T("{c} is punctuation that Python does not read.", "「{c}」は Python には読めない記号です。").format(
                    c=character
                ),
                T("Delete it, or type a half-width comma or point.", "消すか、半角の , や . に打ちかえてください。"),
            )
        if half != character and half.isascii():
            return (
                T("{c} is a full-width character.", "「{c}」は全角文字です。").format(c=character),
                T(
                    "Switch the keyboard to half-width and type {half}.",
                    "入力を半角(英数)に切りかえて、{half} と打ってください。",
                ).format(half=half),
            )
    return None


def _about_numbers(code: str, message: str) -> tuple[T, ...] | None:
    if "leading zeros" in message or re.search(r"\d{4}[-/年]\d{1,2}[-/月]", code):
        return (T('Put the date in quotes: "1997-09-30".', '日付は引用符で囲みます: "1997-09-30"'),)
    if re.search(r"\d\s*[^\W\d_]+", code.partition("=")[2]) and ("invalid" in message):
        return (T("Only the number is wanted, without its unit.", "単位を外して、数字だけを書いてください。"),)
    return None


def _about_structure(code: str, message: str) -> tuple[T, ...] | None:
    if re.fullmatch(r"\s*\w+\s*=\s*,?\s*(#.*)?", code.rstrip("\n")):
        return (
            T("There is nothing to the right of “=”.", "「=」の右に何もありません。"),
            T("Type your answer there, or put the three dots back.", "答えを書くか、「...」に戻してください。"),
        )
    if "forgot a comma" in message:
        return (
            T(
                "A comma is missing, most likely at the end of the line above or here.",
                "この行か、ひとつ上の行の終わりに「,」が足りないようです。",
            ),
        )
    if "never closed" in message or "incomplete input" in message:
        return (
            T("A bracket is opened and never closed.", "括弧が閉じられていません。"),
            T(
                "Each line ends with a comma, and “)” comes after the last.",
                "各行は「,」で終わり、最後の行の下に「)」が来ます。",
            ),
        )
    if "unmatched" in message or "does not match" in message:
        return (T("There is one bracket too many.", "閉じ括弧が余っています。"),)
    if "indent" in message:
        return (
            T("The line begins with spaces that do not belong there.", "行の先頭に余分な空白があります。"),
            T("Delete them.", "消してください。"),
        )
    if "repeated" in message:
        return (
            T("The same line is there twice.", "同じ行が 2回あります。"),
            T("Delete one of them.", "片方を消してください。"),
        )
    if "cannot assign" in message or "Maybe you meant '=='" in message:
        return (
            T("What is to the left of “=” is not a name.", "「=」の左が名前になっていません。"),
            T(
                "Undo (Ctrl+Z), and change only what is right of it.",
                "取り消し(Ctrl+Z)で戻し、右側だけを書きかえてください。",
            ),
        )
    if re.search(r"=\s*[^\W\d]+\s+[^\W\d]+", code):
        return (T('Put words in quotes: "like this".', '言葉は引用符で囲みます: "このように"'),)
    return None


def _without_strings(line: str) -> str:
    """The line without what stands in closed quotes or in a comment, where every character is allowed."""
    return re.sub(r"""("[^"]*"|'[^']*')""", '""', line).partition("#")[0]


def about_name(name: str, namespace: Mapping[str, Any]) -> tuple[T, ...]:
    """What to do about a name that Python does not know: one or two sentences."""
    constants = {"true": "True", "false": "False", "none": "None"}
    if name.lower() in constants:
        return (
            T("Python writes {right}, with a capital.", "Python では {right} と、先頭を大文字で書きます。").format(
                right=constants[name.lower()]
            ),
        )
    if len(name) == 1 or name.lower() in ("yes", "no") or not name.isascii():
        return (
            T(
                "“{name}” has no quotes around it, so Python looks for something of that name.",
                "「{name}」に引用符がないので、Python はその名前のものを探してしまいます。",
            ).format(name=name),
            T('Write "{name}".', '"{name}" と書いてください。').format(name=name),
        )
    known = [word for word in namespace if not word.startswith("_")]
    near = difflib.get_close_matches(name, [*known, *_COMMON], 1, cutoff=0.75)
    if near:
        return (
            T("There is no “{name}”.", "「{name}」という名前はありません。").format(name=name),
            T("Did you mean {near}?", "{near} でしょうか。").format(near=near[0]),
        )
    return (
        T(
            "There is no “{name}” yet: the cell that makes it has not been run.",
            "「{name}」はまだありません。それを作るセルが実行されていないようです。",
        ).format(name=name),
        _RUN_ABOVE,
    )

"""What is wrong with a line that Python cannot read, in the words of somebody who has never programmed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from mlcurric.notebook.dictionaries import about_dictionary
from mlcurric.notebook.program import about_program
from mlcurric.notebook.slips import about_value, percent_sign, values_of
from mlcurric.notebook.unquoted import QUOTES, about_prose, about_words, quoted
from mlcurric.notebook.wall_syntax import about_wall_cell
from mlcurric.text import T

_FULL_WIDTH = re.compile(r"[！-～]+")
_CLOSES = {"[": "]", "{": "}"}
_UNDO = T(
    "Undo (Ctrl+Z) until the cell looks as it did, then change only what is right of “=”.",
    "取り消し(Ctrl+Z)で元に戻し、「=」の右だけを書きかえてください。",
)
_LOOK_ABOVE = T("Look at this line and the one above it.", "この行と、ひとつ上の行を見直してください。")


def about_syntax(error: SyntaxError, cell: str = "") -> tuple[T, ...]:
    """What is wrong with a line that Python cannot read, and what to do: one or two sentences.

    Args:
        cell: the whole cell, where it is known: Python often stops at a later line than the one with the slip.
    """
    line, message = error.text or "", error.msg or ""
    number, code = error.lineno or 1, _without_strings(line)
    slips = (
        (at, says)
        for at, typed_line in (_lines(cell) if cell else [(number, code)])
        for name, typed in values_of(typed_line)
        if (
            says := about_value(name, typed, cell or line)
            or about_words(name, typed, typed_line, cell or line, message)
        )
    )
    number, found = about_wall_cell(cell, number) or next(slips, (number, None))
    found = found or about_prose(code) or about_dictionary(line, code, cell or line, number if cell else 1, message)
    if not found:
        looks = (about_program, _about_quotes, _about_characters, _about_numbers, _about_words, _about_structure)
        found = next((says for look in looks if (says := look(code, message))), None)
    where = T("Line {n}: ", "{n}行目: ").format(n=number)
    if found:
        first, *rest = found
        return (T("{where}{first}", "{where}{first}").format(where=where, first=first), *rest)
    return (
        T("{where}Python cannot read “{line}”.", "{where}Python は「{line}」を読めません。").format(
            where=where, line=line.strip()[:60]
        ),
        _UNDO if "def " not in cell else _LOOK_ABOVE,
    )


def _about_quotes(code: str, message: str) -> tuple[T, ...] | None:
    if "unterminated" not in message and "incomplete input" not in message:
        return None
    before_quote, _, after_quote = code.partition('"')
    curly = next((c for c in before_quote if c in QUOTES), None) or next(
        (c for c in after_quote.rstrip(" ,)\n")[-1:] if c in QUOTES), None
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
        if character in QUOTES:
            return _about_curly(character)
        if character == "\u3000":
            return (
                T("There is a full-width space.", "全角の空白が入っています。"),
                T("Delete it, or type an ordinary space.", "消すか、半角の空白に打ちかえてください。"),
            )
        if half == "%" and re.search(r"\d\s*[%％]", code):
            return percent_sign()
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
        if _is_odd_space(character):
            return (
                T("There is a space that Python does not know.", "Python には読めない空白が入っています。"),
                T("Delete it, or type an ordinary space.", "消すか、半角の空白に打ちかえてください。"),
            )
        if run := next((run for run in _FULL_WIDTH.findall(code) if character in run), None):
            half = unicodedata.normalize("NFKC", run)
            return (
                T("{c} is in full-width characters.", "「{c}」は全角文字です。")
                if len(run) > 1
                else T("{c} is a full-width character.", "「{c}」は全角文字です。")
            ).format(c=run), T(
                "Switch the keyboard to half-width and type {half}.",
                "入力を半角(英数)に切りかえて、{half} と打ってください。",
            ).format(half=half)
        if half != character and half.isascii():
            return (
                T("Python does not read {c}.", "Python には「{c}」は読めません。").format(c=character),
                T("Delete it, or type ordinary letters and numbers.", "消すか、半角の英数字に打ちかえてください。"),
            )
    return None


def _is_odd_space(character: str) -> bool:
    """Whether somebody would see a space, or nothing at all, where Python sees a character that it does not know."""
    return character != " " and unicodedata.category(character) in ("Zs", "Cf")


def _about_numbers(code: str, message: str) -> tuple[T, ...] | None:
    if "leading zeros" in message and (zeros := re.search(r"(?<![\w.])0+([1-9]\d*)", code)):
        return (
            T("A number does not begin with 0: write {n}.", "数は 0 から始めず、{n} と書きます。").format(n=zeros[1]),
        )
    if "integer string conversion" in message:
        return (T("That number is far too big.", "その数は大きすぎます。"),)
    if re.search(r"[=:,(\[*/+-]\s*[¥$]?[\d,.]+\s*[^\W\d_]+(?![\w ]*=)", code) and ("invalid" in message):
        return (T("Only the number is wanted, without its unit.", "単位を外して、数字だけを書いてください。"),)
    return None


def _about_words(code: str, message: str) -> tuple[T, ...] | None:
    if re.search(r"\.\.\.\s*[\"'\w]", code):
        return (T("The three dots are still there.", "「...」が残っています。"), T("Delete them.", "消してください。"))
    if re.search(r'""\s*\w+[^,=:]*""', code):
        return (
            T("There are quotes inside quotes.", "引用符の中に引用符があります。"),
            T("Use ' inside, or leave the inner ones out.", "内側は ' にするか、外してください。"),
        )
    if in_brackets := re.search(r"\bex\.(\w+)\(\s*([^\W\d][\w \u3000-]*?)\s*\)\s*$", code):
        return (
            T("Put the words in quotes: {call}.", "言葉は引用符で囲みます: {call}").format(
                call=f'ex.{in_brackets[1]}("{in_brackets[2]}")'
            ),
        )
    if re.search(r"\bex\.\w+\([^()]*\)\s*\w", code):
        return (
            T("Something stands behind the closing bracket.", "「)」の後ろに文字が残っています。"),
            T("Delete it, or put # in front of it.", "消すか、その前に # を付けてください。"),
        )
    if words := re.search(r"\{[^{}]*:\s*([^\W\d]+(?:[ \u3000]+[^\W\d]+)+)\s*[,}]", code):
        return (quoted(words[1]),)
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
        seen = T("A bracket is opened and never closed.", "括弧が閉じられていません。")
        opened = re.search(r"'(.)' was never closed", message) or re.search(r"([\[{])[^\]})]*$", code)
        if opened and opened[1] in _CLOSES:
            return (
                seen,
                T("Type “{c}” where it ends.", "終わりに「{c}」を足してください。").format(c=_CLOSES[opened[1]]),
            )
        return (
            seen,
            T(
                "Type “)” at the end; a form ends with a line of just that.",
                "終わりに「)」を足してください。記入欄なら、最後の行の下に「)」だけの行が来ます。",
            ),
        )
    if "unmatched" in message or "does not match" in message:
        return (T("There is one bracket too many.", "閉じ括弧が余っています。"),)
    if "repeated" in message:
        return (
            T("The same line is there twice.", "同じ行が2回あります。"),
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
    return None


def _lines(cell: str) -> Iterator[tuple[int, str]]:
    """The lines of a cell, counted from 1, without their strings and comments; those that hold an open quote are left out."""
    long_texts = re.compile(r'"{3}.*?(?:"{3}|\Z)', re.DOTALL)
    cell = long_texts.sub(lambda text: '""' + "\n" * text[0].count("\n"), cell)
    for number, line in enumerate(cell.splitlines(), start=1):
        code = _without_strings(line)
        if not re.search(r"[\"']", code.replace('""', "")):
            yield number, code


def _without_strings(line: str) -> str:
    """The line without what stands in closed quotes or in a comment, where every character is allowed."""
    return re.sub(r"""("[^"]*"|'[^']*')""", '""', line).partition("#")[0]

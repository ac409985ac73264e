"""Words, letters and whole texts without quotes: what Python makes of them, and where the quotes go."""

from __future__ import annotations

import ast
import keyword
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mlcurric.notebook.program import SEVERAL_TEXTS
from mlcurric.notebook.slips import is_survey, keeps_text
from mlcurric.text import T

QUOTES = "“”„‟‘’‚‛「」『』＂＇«»`´"
"""What people type for quotes and Python takes for none."""
_LONGEST = 60
_A_TEXT = 40
_DASHES = "-−ー–—"
_PAUSES = "、,，・/／"
# Brackets, comparisons and sums are code, whatever else stands there.
_CODE = re.compile(r"[\"'()\[\]{}<>=+*|&^~@\\%:;]")
_PROSE = re.compile(r"[。！？!?]|[^\W\d_]{2}\.(?:\s|$)")
_NUMBER_FIRST = re.compile(r"[-−ー+¥$€]?\s*[\d０-９]")
_MARK = re.compile(r"(?:understand|motivation)_\w+")


def about_words(name: str, typed: str, line: str, cell: str, message: str) -> tuple[T, ...] | None:
    """What is said of a line whose value is words, letters or a text without quotes; ``None`` if it is anything else.

    Args:
        name: the line's name.
        typed: what stands right of its ``=``, without the comma behind it.
        line: the line of code, without comments and without what stands in quotes.
        cell: the whole cell.
        message: what Python says of the cell.
    """
    typed = typed.strip()
    if re.fullmatch(r'""(?:\s*[、・]\s*"")+', typed):
        return SEVERAL_TEXTS
    if (
        not typed
        or typed[0] in QUOTES
        or typed.startswith("...")
        or '"' in typed
        or "'" in typed
        or ("def " in cell and line[:1].isspace())
    ):
        return None
    if is_survey(cell) and _MARK.fullmatch(name):
        return None
    if _is_prose(typed):
        return _about_text(typed, alone=bool(re.match(rf"{re.escape(name)}\s*=", line)))
    if is_survey(cell) or keeps_text(cell):
        # What was cut off with the bracket that ends the cell's call.
        typed += ")" if f"{typed})" in line and typed.count("(") > typed.count(")") else ""
        several = "positional argument follows" in message and re.search("[,，]", typed)
        return (quoted(typed),) if several or not _reads(typed) else None
    if _CODE.search(unicodedata.normalize("NFKC", typed)):
        return None
    if _NUMBER_FIRST.match(typed):
        return None
    parts = [part.strip() for part in re.split(f"[{_PAUSES}]", typed) if part.strip()]
    # A dash stands for nobody in a list of names.
    words = [part for part in parts if part not in _DASHES]
    listed = len(words) > 1 and all(re.match(r"[^\W\d_]", word) for word in words)
    if (listed and ("positional argument follows" in message or not _reads(typed))) or _side_by_side(typed):
        return (quoted(typed),)
    return None


def about_prose(line: str) -> tuple[T, ...] | None:
    """What is said of a line that is a sentence, and sets nothing; ``None`` if it is code."""
    prose = "=" not in line and '"' not in line and not line.isascii() and _is_prose(line.strip())
    return _about_text(line, alone=True) if prose else None


def quoted(typed: str) -> T:
    """“Put it in quotes”, with what was typed in them, if it is short."""
    if len(typed) > _LONGEST:
        return T('Put it in quotes: one " before it and one behind it.', '引用符で囲みます。前と後ろに " を1つずつ。')
    if re.fullmatch(rf"[A-Za-zａ-ｚＡ-Ｚ](?:[\s\-{_PAUSES}]+[A-Za-zａ-ｚＡ-Ｚ])*", typed):
        return T('Put it in quotes: "{typed}".', '引用符で囲みます: "{typed}"').format(typed=typed)
    return T('Put words in quotes: "{typed}".', '言葉は引用符で囲みます: "{typed}"').format(typed=typed)


@dataclass(frozen=True)
class Bare:
    """A value that is words without quotes.

    Attributes:
        name: of its line or argument.
        typed: the whole value, as it stands.
        line: the line of the cell, counted from 1.
        alone: whether it is one word.
    """

    name: str
    typed: str
    line: int
    alone: bool


def bare_value(word: str, cell: str, known: Mapping[str, Any]) -> Bare | None:
    """The value of a line or an argument that holds ``word`` and nothing but names that Python does not know."""
    try:
        parts = list(ast.walk(ast.parse(cell)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for part in parts:
        match part:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) | ast.keyword(arg=str(name), value=value):
                names = _names(value)
                in_line = value.lineno == value.end_lineno
                if word in names and in_line and not any(each in known for each in names):
                    typed = ast.get_source_segment(cell, value) or ""
                    return Bare(
                        name, typed[1:-1] if typed[:1] == "(" else typed, value.lineno, isinstance(value, ast.Name)
                    )
    return None


def about_bare(bare: Bare, cell: str, *, made: Collection[str] | None) -> tuple[T, ...] | None:
    """What is said of words without quotes that Python took for names; ``None`` where they may be names of another cell.

    Args:
        made: the names that the cells of the notebook make, run or not, where that is known.
    """
    where = T("Line {n}: ", "{n}行目: ").format(n=bare.line) if "\n" in cell.strip() else None
    if is_survey(cell) and _MARK.fullmatch(bare.name):
        return (
            T(
                "{name}: a number from 1 to 5 belongs there, or the three dots.",
                "{name}: 1〜5の数字を書くか、「...」のままにします。",
            ).format(name=bare.name),
        )
    words = re.findall(r"\w+", bare.typed)
    if holds_words(bare, cell):
        return _no_quotes(bare.typed, where), T('Write "{typed}".', '"{typed}" と書いてください。').format(
            typed=bare.typed
        )
    # With spaces around it, a hyphen is a minus.
    if set(words) & set(made or ()) or re.search(r"\s-|-\s", bare.typed):
        return None
    seen = T(
        "{name}: there are no quotes, and there is nothing of the name “{typed}”.",
        "{name}: 引用符がなく、「{typed}」という名前のものもありません。",
    ).format(name=bare.name, typed=bare.typed)
    return (
        T("{where}{seen}", "{where}{seen}").format(where=where, seen=seen) if where else seen,
        T('If it is a word, put it in quotes: "{typed}".', '言葉なら "{typed}" と書いてください。').format(
            typed=bare.typed
        ),
        T("If it is a name, look at its spelling, or import it.", "名前なら、つづりを見直すか、import してください。")
        if made is not None
        else T(
            "If it is a name, run the cell that makes it first.", "名前なら、それを作るセルを先に実行してください。"
        ),
    )


def is_whole_value(name: str, line: str) -> bool:
    """Whether a name stands in a line as a value of its own, as an answer's letter does, and nothing is computed with it."""
    line = unicodedata.normalize("NFKC", line)
    return bool(re.search(rf"(?:^|[=(\[{{,:])\s*{re.escape(name)}\s*(?:$|[)\]}},:;#])", line))


def holds_words(bare: Bare, cell: str) -> bool:
    """Whether a value can only be words: its cell asks for nothing else, or nobody names anything so."""
    words = re.findall(r"\w+", bare.typed)
    plain = all(len(word) == 1 or not word.isascii() or word.lower() in ("yes", "no") for word in words)
    return is_survey(cell) or keeps_text(cell) or plain


def _no_quotes(typed: str, where: T | None) -> T:
    seen = T(
        "“{typed}” has no quotes around it, so Python looks for something of that name.",
        "「{typed}」に引用符がないので、Python はその名前のものを探してしまいます。",
    ).format(typed=typed)
    return T("{where}{seen}", "{where}{seen}").format(where=where, seen=seen) if where else seen


def _about_text(typed: str, *, alone: bool) -> tuple[T, ...]:
    if alone:
        return (
            T('A text stands between """ and """.', '文章は """ と """ の間に書きます。'),
            T('If it is one line, " and " will do.', '1行だけなら、" と " の間でもかまいません。'),
        )
    if len(typed) > _A_TEXT:
        return (T('A text stands between " and ", on one line.', '文章は " と " の間に、1行で書きます。'),)
    return (T('Put the text in quotes: "{typed}".', '文章は引用符で囲みます: "{typed}"').format(typed=typed),)


def _is_prose(typed: str) -> bool:
    return typed[:1] not in QUOTES and len(re.findall(r"[^\W\d_]", typed)) >= 4 and bool(_PROSE.search(typed))


def _names(value: ast.expr) -> list[str]:
    """The names of a value that is only names, one beside the other, or joined by a hyphen or a point."""
    match value:
        case ast.Name(id=name):
            return [name]
        case ast.Attribute(value=inner):
            return _names(inner)
        case ast.Tuple(elts=parts) | ast.Set(elts=parts):
            found = [_names(part) for part in parts]
            return [name for names in found for name in names] if all(found) else []
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if not name.isascii():
            return [name, *(inner for part in args for inner in _names(part))]
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            # Each side is looked through once: twice at each minus would take for ever on a line of fifty.
            before, behind = _names(left), _names(right)
            return [*before, *behind] if before and behind else []
    return []


def _side_by_side(typed: str) -> bool:
    """Whether two words stand side by side, which nothing in Python does but its own words."""
    if not re.match(r"[^\W_]", typed) or _reads(typed):
        return False
    words = re.findall(r"[^\s\u3000\-−–、,，・/／.]+|[\-−–、,，・/／.]", typed)
    return any(
        re.match(r"\w", one) and re.match(r"\w", other) and not (keyword.iskeyword(one) or keyword.iskeyword(other))
        for one, other in pairwise(words)
    )


def _reads(typed: str) -> bool:
    try:
        ast.parse(typed.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True

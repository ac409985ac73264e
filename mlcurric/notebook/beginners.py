"""One kind sentence in place of a traceback, for the slips that come before any logic.

``install`` puts a handler for the errors that typing makes into IPython; other errors keep their traceback. It is also an IPython extension, so that
the learner's JupyterLab has it before the first cell runs: the commonest slip of all is a cell run too early.
"""

from __future__ import annotations

import ast
import difflib
import linecache
import re
import sys
import traceback
import types
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from IPython.core.interactiveshell import InteractiveShell

from mlcurric.notebook.before import Refused, take_spaces_away
from mlcurric.notebook.called import about_argument, about_attribute
from mlcurric.notebook.opened import names_made
from mlcurric.notebook.show import show_notice
from mlcurric.notebook.slips import about_number_word, about_value, is_survey, keeps_text
from mlcurric.notebook.syntax import about_syntax
from mlcurric.notebook.unquoted import about_bare, bare_value, holds_words, is_whole_value
from mlcurric.notebook.wall_syntax import about_call
from mlcurric.question.assigned import sign_instead
from mlcurric.questions import UnknownExercise
from mlcurric.subject.typed import Slip
from mlcurric.subject.typed_amounts import SHARES, amount_in
from mlcurric.text import T

_ANSWERED = (NameError, UnknownExercise, ZeroDivisionError, AttributeError, TypeError, ValueError)
# A number, with the unit that people write behind it.
_NUMBER = re.compile(r"\s*[-+¥$]?[\d,.]+\s*(?:%|[人円件]|of \d+|yen|people|customers|calls|months)?\s*")
_IMPORTS = {
    "np": "import numpy as np",
    "pd": "import pandas as pd",
    "plt": "import matplotlib.pyplot as plt",
    "stats": "from scipy import stats",
}
_COMMON = ("print", "round", "sum", "len", "min", "max", "dict", "sorted")
_ASKS = {
    "==": T("“==” asks whether two things are equal.", "「==」は、等しいかどうかを尋ねる記号です。"),
    "<-": T(
        "“<-” asks whether one is less than minus the other.",
        "「<-」は、Python では「マイナスの値より小さいか」を尋ねる記号です。",
    ),
}
_RUN_ABOVE = T(
    "In the menu choose Run, then “Run All Above Selected Cell”, and run this cell again.",
    "メニューの「実行」から「選択したセルの上にあるすべてを実行」を選び、もう一度このセルを実行してください。",
)


def install(shell: InteractiveShell) -> None:
    """Answer the errors that come from typing with a sentence; all others keep their traceback."""
    shell.set_custom_exc(_ANSWERED, _answer)
    # Custom handlers see only those syntax errors that the parser finds; this method sees the compiler's as well.
    shell.showsyntaxerror = types.MethodType(_answer_unreadable, shell)
    if take_spaces_away not in shell.input_transformers_cleanup:
        shell.input_transformers_cleanup.append(take_spaces_away)


load_ipython_extension = install


def _answer_unreadable(shell: InteractiveShell, *_: Any, **__: Any) -> None:
    # What IPython meets while it cuts a cell into lines is no longer being handled when it comes here.
    error = sys.exc_info()[1] or getattr(sys, "last_value", None)
    if isinstance(error, Refused):
        show_notice(*error.says)
    elif isinstance(error, SyntaxError):
        show_notice(*about_syntax(error, "".join(linecache.getlines(error.filename or ""))))


def _answer(
    shell: InteractiveShell, kind: type, error: BaseException, trace: Any, tb_offset: int | None = None
) -> None:
    if sentences := _about(error, traceback.extract_tb(trace), shell):
        show_notice(*sentences)
    else:
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)


def _about(error: BaseException, frames: traceback.StackSummary, shell: InteractiveShell) -> tuple[T, ...] | None:
    """What is to be said of an error, or ``None`` where its traceback says more."""
    # A cell is the first thing below IPython's own frames that runs as a module.
    cell = next((frame.filename for frame in frames if frame.name == "<module>"), "")
    in_cell = bool(frames) and frames[-1].filename == cell
    if isinstance(error, UnknownExercise):
        return (error.says,)
    source = "".join(linecache.getlines(cell))
    if isinstance(error, Slip):
        return about_values(source, commas_only=True) or error.says
    if isinstance(error, NameError):
        line = frames[-1].line or ""
        asked = shell.user_ns, line, source, names_made(), _numbers(shell.user_ns)
        return about_name(error.name or "", *asked) if in_cell else None
    if isinstance(error, ZeroDivisionError) and in_cell:
        return (
            T("Something is divided by 0.", "0で割っています。"),
            T("Look at what is right of “/”.", "「/」の右を見てください。"),
        )
    if isinstance(error, AttributeError):
        return about_attribute(error, shell.user_ns) if in_cell else None
    if "Exercise." in str(error):
        return (
            T(
                "The brackets after ex. hold something else than they did.",
                "ex. の後ろの括弧の中が、元と違うようです。",
            ),
            T("Undo (Ctrl+Z) until the cell looks as it did.", "取り消し(Ctrl+Z)で元に戻してください。"),
        )
    # What ``replace`` says is about the cell that called it.
    called_here = in_cell or (len(frames) > 1 and frames[-2].filename == cell and frames[-1].name == "replace")
    if isinstance(error, TypeError) and called_here and (about := about_argument(error, source, shell.user_ns)):
        return about
    return about_values(source)


def about_name(
    name: str,
    namespace: Mapping[str, Any],
    line: str = "",
    cell: str = "",
    made: Collection[str] | None = None,
    numbers: Collection[str] = (),
) -> tuple[T, ...]:
    """What to do about a name that Python does not know: one or two sentences.

    Args:
        namespace: the names that it does know.
        line: the line of code in which the name stands, where that is known.
        cell: the whole cell, where that is known.
        made: the names that the cells of the notebook make, run or not, where that is known.
        numbers: the answers of its exercise that are numbers.
    """
    if slip := about_typed_name(name, namespace, line, cell, made, numbers):
        return slip
    if made is not None and name not in made:
        return about_missing(name)
    return (
        T(
            "There is no “{name}” yet: the cell that makes it has not been run.",
            "「{name}」はまだありません。それを作るセルが実行されていないようです。",
        ).format(name=name),
        _RUN_ABOVE,
    )


def about_missing(name: str) -> tuple[T, T]:
    """What to do about a name that no cell of the notebook makes."""
    wanted = _IMPORTS.get(name)
    return (
        T(
            "There is no “{name}”: no cell of this notebook makes or imports it.",
            "「{name}」がありません。このノートブックのどのセルでも、作ったり読み込んだりしていません。",
        ).format(name=name),
        T("Write “{line}” above.", "上に {line} と書いてください。").format(line=wanted)
        if wanted
        else T("Look at its spelling, or import it.", "つづりを見直すか、import してください。"),
    )


def about_two_signs(name: str, line: str) -> tuple[T, T] | None:
    """What to type in the place of ``name == 5`` or ``name <- 5``, where ``name`` is not there yet; ``None`` of another line."""
    asks = _ASKS.get(sign_instead(unicodedata.normalize("NFKC", line), name) or "")
    return asks and (
        asks,
        T("To set {name}, write one “=”.", "{name} に値を入れるには「=」をひとつだけ書きます。").format(name=name),
    )


def about_typed_name(
    name: str,
    namespace: Mapping[str, Any],
    line: str = "",
    cell: str = "",
    made: Collection[str] | None = None,
    numbers: Collection[str] = (),
) -> tuple[T, ...] | None:
    """What to type in the place of a name that Python does not know, or ``None`` where nothing says that it is a slip.

    Args:
        namespace, line, cell, made, numbers: as for ``about_name``.
    """
    line = unicodedata.normalize("NFKC", line)
    if compared := about_two_signs(name, line):
        return compared
    typed_alone = re.fullmatch(rf"\s*(\w+)\s*=\s*{re.escape(name)}\s*,?\s*(#.*)?", line.rstrip())
    if typed_alone and not keeps_text(cell):
        # A minus of the Japanese keyboard is a letter to Python: ー5 is a name.
        about = about_value(typed_alone[1], name, cell) or about_number_word(name)
        if about:
            return about
    bare = bare_value(name, cell or line.split("#")[0].strip().rstrip(" ,"), namespace)
    constants = {"true": "True", "false": "False", "none": "None"}
    if name.lower() in constants and not (bare and (is_survey(cell) or keeps_text(cell))):
        return (
            T("Python writes {right}, with a capital.", "Python では {right} と、先頭を大文字で書きます。").format(
                right=constants[name.lower()]
            ),
        )
    known = [word for word in (*namespace, *(made or ())) if not word.startswith("_") and word != name]
    near = next((word for word in known if word.lower() == name.lower()), None)
    near = near or next(iter(difflib.get_close_matches(name, [*known, *_COMMON], 1, cutoff=0.75)), None)
    no_quotes = T(
        "“{name}” has no quotes around it, so Python looks for something of that name.",
        "「{name}」に引用符がないので、Python はその名前のものを探してしまいます。",
    ).format(name=name)
    if in_call := re.search(rf"\bex\s*\.\s*(\w+)\(\s*{re.escape(name)}\s*\)", line):
        return no_quotes, T("Write {call}.", "{call} と書いてください。").format(call=f'ex.{in_call[1]}("{name}")')
    if as_call := about_call(line):
        return as_call
    # A word where a number is asked is no text that has lost its quotes.
    as_words = bare and bare.name not in numbers and about_bare(bare, cell, made=made)
    if as_words and (not near or not bare.alone or holds_words(bare, cell)):
        return as_words
    sets = re.match(r"\s*(\w+)\s*=", line)
    is_number = bool(sets) and sets[1] in numbers and is_whole_value(name, line)
    is_letter = len(name) == 1 or name.lower() in ("yes", "no") or not name.isascii()
    if is_letter and not is_number and is_whole_value(name, line):
        return no_quotes, T('Write "{name}".', '"{name}" と書いてください。').format(name=name)
    if near:
        return (
            T("There is no “{name}”.", "「{name}」という名前はありません。").format(name=name),
            T("Did you mean {near}?", "{near} でしょうか。").format(near=near),
            *((T('As a word: "{name}".', '言葉なら "{name}" です。').format(name=name),) if as_words else ()),
        )
    if is_number:
        return (
            T("There is no “{name}” here.", "ここに「{name}」という名前はありません。").format(name=name),
            T(
                "A number is asked: type it, or compute it in a cell above.",
                "尋ねているのは数です。数を入れるか、上のセルで計算してください。",
            ),
        )
    if typed_alone:
        return no_quotes, T(
            'Put letters and words in quotes: "{name}". Write a number in digits.',
            '記号や言葉は "{name}" のように引用符で囲み、数は数字で書いてください。',
        ).format(name=name)
    if re.search(rf":\s*{re.escape(name)}\s*[,}}]", line):
        return no_quotes, T('If it is a word, write "{name}".', '言葉なら "{name}" と書いてください。').format(
            name=name
        )
    return None


def about_values(source: str, commas_only: bool = False) -> tuple[T, ...] | None:
    """The value in a cell that was typed in a form that its code cannot use, or ``None`` if there is none.

    Args:
        commas_only: whether only numbers with a comma inside are looked for.
    """
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return None
    for statement in statements:
        if not (isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)):
            continue
        name, value = statement.targets[0].id, statement.value
        if isinstance(value, ast.Tuple) and all(map(_is_number, value.elts)):
            typed = ast.get_source_segment(source, value) or ""
            if about := about_value(name, typed, source):
                return about
        if commas_only:
            continue
        own = None
        if isinstance(value, ast.Constant) and value.value is ...:
            said = T("{name} is still “...”.", "{name} は「...」のままです。")
        elif isinstance(value, ast.Constant) and isinstance(value.value, str) and _is_amount(value.value):
            own = amount_in(value.value)
            said = T(
                "{name} is in quotes, so Python reads it as text.",
                "{name} は引用符で囲まれているので、Python は文字として読みます。",
            )
        elif isinstance(value, ast.Constant) and (value.value is None or isinstance(value.value, bool)):
            said = T("{name} is no number.", "{name} が数値ではありません。")
        else:
            continue
        return said.format(name=name), (
            T("Write {n}, without quotes.", "引用符なしで {n} と書いてください。").format(n=own.digits)
            if own and own.unit not in SHARES
            else T("Type a plain number, such as 12.", "12 のような、ただの数値を入れてください。")
        )
    return None


def _numbers(namespace: Mapping[str, Any]) -> Collection[str]:
    """The answers of the exercise that is open that are numbers."""
    opened = next((value for value in namespace.values() if type(value).__name__ == "Exercise"), None)
    return opened.numbers if opened else ()


def _is_amount(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) or amount_in(text) is not None


def _is_number(part: ast.expr) -> bool:
    """Whether a part of the code is a number, with its sign or without."""
    part = part.operand if isinstance(part, ast.UnaryOp) else part
    return isinstance(part, ast.Constant) and isinstance(part.value, int | float)

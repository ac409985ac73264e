"""Why a cell stopped, in the words that the notebook itself has for it.

Of what the run reported only the error's type, message and line number are heard; the line is taken from the hand-in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from mlcurric import questions
from mlcurric.grading.reading.clean import clean
from mlcurric.grading.reading.sources import is_readable, names_in_lines
from mlcurric.grading.running.beginnings import names_given
from mlcurric.grading.running.run_report import CellError, Run
from mlcurric.notebook.beginners import about_missing, about_two_signs, about_typed_name
from mlcurric.notebook.names import made_in
from mlcurric.notebook.syntax import about_syntax
from mlcurric.notebook.unquoted import is_whole_value
from mlcurric.question.formulas import FORMULAS
from mlcurric.question.only_shown import OnlyShown
from mlcurric.text import T, closed, run_on

# Patterns that are quick on a line and slow on a million characters read it; the same for names that are compared.
LONGEST_LINE = 300
_MOST_NAMES = 1_000
_UNREADABLE = ("SyntaxError", "IndentationError", "TabError")
_NOT_FIRST = re.compile(r"Line magic function `(%%\w+)` not found")
_UNKNOWN_NAME = re.compile(r"name '(\w+)' is not defined")
_NO_MODULE = re.compile(r"No module named '([\w.]{1,100})'")
_PLACE_IN_SANDBOX = re.compile(r" \((?:/[^()]{0,200}|unknown location)\)")

_STOPPED = T("{subject} stopped. {why}", "{subject}がエラーで止まりました。{why}")
_ANY_CELL = T("The cell", "セル")
_STOPPED_BECAUSE = T("{subject} stopped: {why}.", "{subject}がエラーで止まりました。原因は「{why}」です。")
_KIND_WORDS = {
    "SyntaxError": T("Python cannot read what is typed there", "Python として読めない書き方がある"),
    "NameError": T("it uses a name that no cell before it has set", "まだ決まっていない名前を使っている"),
    "ZeroDivisionError": T("it divides by zero", "0 で割っている"),
    "TypeError": T(
        "it puts values together that do not fit, such as a text and a number",
        "文字と数値など、組み合わせられない値を使っている",
    ),
    "ValueError": T("a value in it is not of the kind expected", "値の中身が想定と違っている"),
    "KeyError": T("it asks for a column or a key that does not exist", "存在しない列やキーを指定している"),
    "IndexError": T("it asks for an element beyond the last", "最後より後ろの要素を指定している"),
    "AttributeError": T("it asks a value for something that it does not have", "その値にない機能を呼び出している"),
    "ImportError": T(
        "the library does not have what it imports; look at its spelling",
        "ライブラリにない名前を読み込もうとしている。つづりを確かめてください",
    ),
    "ModuleNotFoundError": T(
        "it imports a library that is not installed here", "採点環境にないライブラリを読み込んでいる"
    ),
    "FileNotFoundError": T("it opens a file that is not handed in with it", "提出されていないファイルを開いている"),
    "PermissionError": T(
        "it does something that is not possible where answers are graded, such as locking a file or writing outside its folder",
        "ファイルをロックする、フォルダーの外に書き込むなど、採点環境ではできないことをしている",
    ),
    OnlyShown.__name__: T(
        "it tries something out, which is not possible while answers are graded; put what you found out into the answer itself",
        "採点中は動かない「試すための関数」を使っている。試してわかった値を、答えに直接入れてください",
    ),
    "EOFError": T("it waits for something to be typed", "キーボード入力を待っている"),
    "SystemExit": T("it ends Python on purpose", "Python を自分で終了させている"),
}
_NOT_WHERE_GRADED = T(
    "It imports a function of the course that is there to try things out, and is not there while answers are graded.",
    "教材に用意された「試すための関数」を読み込んでいます。この関数は、採点中はありません。",
)
_WRITE_IT = T("Write the formula itself in its place.", "代わりに、式を自分で書いてください。")
_MAGIC_BELOW = T(
    "“{magic}” works only as the very first line of its cell.", "「{magic}」は、セルの1行目に書いたときだけ働きます。"
)
_TO_THE_TOP = T(
    "Move it above everything else in that cell, comments too, or take it out.",
    "コメントも含めて、そのセルのいちばん上に移すか、その行を消しましょう。",
)
# Without the name, which stands in the line: cells that lack the same beginning are told together.
_CELL_GONE = T(
    "What it uses is made in a cell of the exercise that is missing here or was changed.",
    "使っているものは演習にはじめからあるセルで作りますが、そのセルがないか、書きかえられています。",
)
_CELL_BACK = T("Put it back from a fresh copy of the exercise.", "新しい演習ファイルから、そのセルを戻しましょう。")
_MADE_WHERE_IT_STOPPED = T(
    "“{name}” is made in code cell {cell}, and that cell stopped.",
    "「{name}」を作るのはコードセルの {cell} 番目ですが、そのセルもエラーで止まっています。",
)
_MEND_THAT_FIRST = T("Mend that cell first.", "先にそのセルを直しましょう。")
_MADE_BELOW = T(
    "“{name}” is made only further down, in code cell {cell}; cells run from top to bottom.",
    "「{name}」を作るのは、下のほうにあるコードセルの {cell} 番目です。セルは上から順に実行されます。",
)
_MOVE_UP = T("Move that cell up, above this one.", "そのセルを、このセルより上に移しましょう。")
_NOT_THERE = T("There is no “{name}” when this line is run.", "この行を実行する時点で、「{name}」がありません。")
_RUN_AFRESH = T(
    "Restart the kernel, run all cells from the top, and look where it is lost.",
    "カーネルを再起動し、上から順に全セルを実行して、どこでなくなるかを確かめましょう。",
)
_SAYS = T("{why} (Python says: {kind}: {line})", "{why}(Python の表示: {kind}: {line})")
_OTHER_ERROR = T("Python says {kind}: {line}", "Python の表示: {kind}: {line}")


@dataclass(frozen=True)
class Stop:
    """What is said of a cell that stopped.

    Attributes:
        seen: that it stopped, and why.
        way: the same of any such cell, wherever it stands.
        next_step: what to do about it, where the error tells.
        line: the line of the hand-in at which it stopped, or an empty text.
    """

    seen: T
    way: T
    next_step: T | None
    line: str


def stop_of(subject: T, error: CellError, cells: tuple[str, ...], run: Run, exercise: str = "") -> Stop:
    """Say why a cell stopped.

    Args:
        subject: begins the sentence, and says which cell it is.
        exercise: such as ``"1-4"``, where it is known.
    """
    number, line = _own_line(error, cells)
    shown = clean(line.strip(), keep="\t")
    sentences: tuple[T, ...] = ()
    # Words that we fail to find cost nobody a hand-in.
    with suppress(Exception):
        sentences = _as_in_notebook(error, number, line, cells, run, exercise) if number else ()
    why, *ways_out = sentences or (_kind_words(error),)
    said = _STOPPED if sentences else _STOPPED_BECAUSE
    seen, way = (said.format(subject=which, why=why) for which in (subject, _ANY_CELL))
    return Stop(seen, way, run_on(closed(ways_out)) if ways_out else None, shown)


def _own_line(error: CellError, cells: tuple[str, ...]) -> tuple[int, str]:
    """The number and the text of the line that the error is about; 0 and an empty text where that is not known."""
    lines = cells[error.cell].split("\n")
    # IPython leaves out the empty lines at the top before Python counts.
    empty = next((number for number, line in enumerate(lines) if line.strip()), 0)
    # Of a cell below “%%time” the whole is one call to Python, and its first line is not what stopped.
    in_magic = lines[empty].lstrip().startswith("%%")
    if error.line is None or in_magic or not 0 < error.line <= len(lines) - empty:
        return 0, ""
    return error.line + empty, lines[error.line + empty - 1][:LONGEST_LINE]


def _as_in_notebook(
    error: CellError, number: int, line: str, cells: tuple[str, ...], run: Run, exercise: str
) -> tuple[T, ...]:
    """The notebook's own sentences, for the errors that it has some for."""
    if error.kind in _UNREADABLE:
        return about_syntax(SyntaxError(error.says, (None, number, None, line)))
    if error.kind == "UsageError" and (magic := _NOT_FIRST.match(error.says)):
        return _MAGIC_BELOW.format(magic=magic[1]), _TO_THE_TOP
    module = _NO_MODULE.fullmatch(error.says)
    if error.kind == "ModuleNotFoundError" and module and module[1] in FORMULAS:
        return _NOT_WHERE_GRADED, _WRITE_IT
    name = _UNKNOWN_NAME.match(error.says)
    # Where the name is not in the learner's line, a library stumbled; Python reads full-width letters as plain ones.
    if error.kind == "NameError" and name and name[1] in re.findall(r"\w+", unicodedata.normalize("NFKC", line)):
        return _about_name(name[1], error, line, cells, run, exercise)
    return ()


def _about_name(
    name: str, error: CellError, line: str, cells: tuple[str, ...], run: Run, exercise: str
) -> tuple[T, ...]:
    """What is said of an unknown name. Every cell was run, from the first to the last: that is no reason here."""
    made = _made(cells)
    makers = [cell for cell, each in made if each == name]
    if not makers and (compared := about_two_signs(name, line)):
        return compared
    if not makers and name in names_given(exercise):
        return _CELL_GONE, _CELL_BACK
    failed = {other.cell for other in run.errors}
    # One letter is the letter of an option rather than somebody's variable.
    is_variable = len(name) > 1 or not is_whole_value(name, line)
    if is_variable and (stopped := [cell for cell in makers if cell < error.cell and cell in failed]):
        return _MADE_WHERE_IT_STOPPED.format(name=name, cell=stopped[-1] + 1), _MEND_THAT_FIRST
    if is_variable and makers and makers[0] > error.cell:
        return _MADE_BELOW.format(name=name, cell=makers[0] + 1), _MOVE_UP
    known = dict.fromkeys(each for cell, each in made if cell < error.cell and cell not in failed)
    numbers = questions.question_set(exercise).numbers if exercise else ()
    source = cells[error.cell]
    # Of a cell that Python cannot read as it stands, as one with a magic, the line alone is looked at.
    cell = source if is_readable(source) and made_in(source) is not None else ""
    if slip := about_typed_name(name, known, line, cell, {each for _, each in made}, numbers):
        return slip
    # Of a notebook without end not all names are looked at.
    return (_NOT_THERE.format(name=name), _RUN_AFRESH) if makers or len(made) == _MOST_NAMES else about_missing(name)


@lru_cache(maxsize=2)
def _made(cells: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """The names that the cells make, each with its cell, as far as their source tells."""
    names = ((cell, name) for cell, source in enumerate(cells) for name in _made_in(source))
    return tuple(islice(names, _MOST_NAMES))


def _made_in(source: str) -> Iterable[str]:
    if is_readable(source) and (made := made_in(source)) is not None:
        return sorted(made)
    # What Python cannot read still has lines that look as if they set something.
    return names_in_lines(source)


def _kind_words(error: CellError) -> T:
    """The error in kind words, with Python's own."""
    # The sentence that it becomes a part of has a full stop of its own; a place in the sandbox is nobody's file.
    says = _PLACE_IN_SANDBOX.sub("", error.says).removesuffix(".")
    if error.kind not in _KIND_WORDS:
        return _OTHER_ERROR.format(kind=error.kind, line=says or "–")
    words = _KIND_WORDS[error.kind]
    return _SAYS.format(why=words, kind=error.kind, line=says) if says else words

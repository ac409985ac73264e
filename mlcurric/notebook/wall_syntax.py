"""What is wrong with a cell of lines for the wall that Python cannot read: such a cell has one form, and what is missing of it is named."""

from __future__ import annotations

import re

from mlcurric.notebook.unquoted import QUOTES
from mlcurric.subject.board.kinds import find_kind
from mlcurric.subject.board.typed_parts import TAG
from mlcurric.text import T

_HEAD = re.compile(r"^[ \t]*wall[ \t]*(?P<open>\(?)[ \t]*(?P<quotes>\"\"\"|'''|\"|'|)", re.MULTILINE)
_FORM = T(
    'Such a cell has this form: wall(""" is its first line, then comes one note a line, and """) is its last.',
    'このセルは、最初の行が wall(""" 、次に1行1枚の付箋、最後の行が """) という形です。',
)
_NO_BRACKET = T(
    'Behind the closing """ the “)” is missing: make that line """).',
    '終わりの """ の後ろに ) がありません。その行を """) にしてください。',
)
_NO_QUOTES = T(
    'The closing """ is missing: below the last note, make a line of just """).',
    '終わりの """ がありません。最後の付箋の下の行を """) だけにしてください。',
)
_NO_OPENING_QUOTES = T(
    'The opening """ is missing or not whole: make this line wall(""".',
    'はじめの """ が足りません。この行を wall(""" にしてください。',
)
_NO_OPENING_BRACKET = T(
    'Behind “wall” the “(” is missing: make this line wall(""".',
    'wall の後ろに ( がありません。この行を wall(""" にしてください。',
)
_OUTSIDE = T(
    'A line for the wall stands outside of """ … """: move it in between.',
    '壁に貼る行が """ と """ の外にあります。間に移してください。',
)
_ONE_LINE = T(
    'A single line stands in quotes and brackets: wall("{line}").',
    '1行だけなら、引用符と括弧で囲んで wall("{line}") と書きます。',
)

_LONGEST_LINE = 160
_CALL = re.compile(r"\b(?P<call>\w+[ \t]*\.[ \t]*(?:bring_in|print|by))[ \t]*\((?P<args>[^()\n]*)\)")
_QUOTED = T("Names of files, papers and people stand in quotes: {call}", "引用符で囲みます: {call}")


def about_call(line: str) -> tuple[T, ...] | None:
    """What is said of ``wall.bring_in(export.csv)`` and its like, where names stand without quotes; ``None`` if none does.

    Args:
        line: of code that stopped at a name, or that Python cannot read.
    """
    for found in _CALL.finditer(line):
        names, *more = re.split(r",\s*(?=\w+\s*=)", found["args"], maxsplit=1)
        bare = [name.strip() for name in re.split("[,，、]", names) if name.strip()]
        if any(not re.match("[\"']", name) for name in bare) and not re.search(r"\w\s*=", names):
            args = [name if re.match("[\"']", name) else f'"{name.strip(QUOTES)}"' for name in bare]
            return (_QUOTED.format(call=f"{found['call']}({', '.join([*args, *more])})"),)
    return None


def about_wall_cell(cell: str, number: int) -> tuple[int, tuple[T, ...]] | None:
    """What a cell lacks of the form of lines for the wall: the number of the line, and what to do; ``None`` if nothing.

    Args:
        cell: the whole cell, which Python cannot read.
        number: the line at which Python stopped, counted from 1.
    """
    lines = cell.split("\n")
    if number <= len(lines) and (says := about_call(lines[number - 1])):
        return number, says
    at = 0
    while head := _HEAD.search(cell, at):
        here, line = cell.count("\n", 0, head.start()) + 1, cell[head.end() :].partition("\n")[0]
        at = head.end() + len(line)
        if not (head["open"] or head["quotes"]):
            continue
        if len(head["quotes"]) < 3:
            if says := _about_one_line(line, head["quotes"], bool(head["open"]), cell[at:]):
                return here, says
            continue
        end = cell.find(head["quotes"], head.end())
        if end < 0 or re.search(r"\bwall[ \t]*\([ \t]*$", cell[:end]):
            return _last_line(cell, head.end()), (_NO_QUOTES, _FORM)
        if not head["open"]:
            return here, (_NO_OPENING_BRACKET, _FORM)
        at = end + 3
        behind = re.sub(r"#.*", "", cell[at:]).lstrip()
        if not behind.startswith((")", ",", "）", "，", "、")):
            return cell.count("\n", 0, end) + 1, (_NO_BRACKET, _FORM)
    if at and number <= len(lines) and _is_for_the_wall(lines[number - 1]):
        return number, (_OUTSIDE, _FORM)
    return None


def _about_one_line(line: str, quote: str, opened: bool, below: str) -> tuple[T, ...] | None:
    """What is wrong with ``wall(`` and what stands behind it, where no three quotes do."""
    typed = line.strip()
    if typed in ("", '"', "'"):
        # What is called may as well begin on the next line.
        return None if not quote and below.lstrip().startswith(('"', "'")) else (_NO_OPENING_QUOTES, _FORM)
    words, ended, behind = typed.partition(quote) if quote else (typed.rstrip(")"), "", "")
    if opened and ended and behind.lstrip().startswith((")", ",", "）")):
        return None
    words = words.rstrip(") ") if not ended else words
    line = words if len(words) <= _LONGEST_LINE else f"{words[:_LONGEST_LINE].rstrip()}…"
    return (_ONE_LINE.format(line=line),) if _is_for_the_wall(words) else None


def _last_line(cell: str, begin: int) -> int:
    """The line of a cell on which its text for the wall should have ended."""
    lines = cell[begin:].split("\n")
    ends = (at for at, line in enumerate(lines) if at and re.match(r"\s*(?:[\"')]|#|wall\b)", line))
    last = next(ends, max(at for at, line in enumerate(lines) if line.strip() or not at))
    return cell.count("\n", 0, begin) + 1 + last


def _is_for_the_wall(line: str) -> bool:
    first, _, more = line.strip().partition(" ")
    return bool(more.strip() and find_kind(first)) or bool(
        re.match(rf"\s*(?:-\s*)?{TAG}\s*(?:[:!>@\[-]|$)", line, re.IGNORECASE)
    )

"""A few keystrokes at the wall: one command a line, in English or Japanese, typed in a cell or in the box below the wall.

``e the customer cancelled @12 #support by Aya/sales`` sticks a note on, ``E3 @5`` moves it, ``E3: other words`` rewords it,
``E3 h`` turns it into another kind, ``E3 -> H7`` ties two together, ``E3 -x H7`` unties them, ``E3 !`` marks it as pivotal,
``- E3`` takes it off. A line that cannot be read changes nothing and is answered by a sentence; all the others are carried out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from mlcurric.subject.board import edits
from mlcurric.subject.board.kinds import find_kind
from mlcurric.subject.board.model import TO_BE, Board
from mlcurric.subject.typed import Slip
from mlcurric.text import T, run_on

# Full-width signs as they are typed among Japanese words, each read as its narrow twin; nothing changes its place.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    ord("−"): "-",
    ord("→"): ">",
}
_TAG = r"[a-z]?(\d{1,6})"
_NUMBER = r"(-?\d+(?:[.,]\d+)?)"


@dataclass(frozen=True)
class Answer:
    """What became of one line.

    Attributes:
        line: the line as it was typed.
        done: what it did, in a few words, or ``None`` if it could not be read.
        says: where it did nothing, why, and the way out.
    """

    line: str
    done: T | None = None
    says: T | None = None


def carry_out(board: Board, typed: str, author: str = "", role: str = "") -> tuple[Board, list[Answer]]:
    """Carry out commands, one a line; empty lines are skipped.

    Args:
        author, role: who writes, where a line does not name anybody.

    Returns:
        The board, and what became of each line.
    """
    answers = []
    for line in filter(None, map(str.strip, typed.splitlines())):
        try:
            board, done = _carry_out(board, line, author, role)
            answers.append(Answer(line, done))
        except Slip as slip:
            answers.append(Answer(line, says=run_on(slip.says)))
    return board, answers


def _carry_out(board: Board, line: str, author: str, role: str) -> tuple[Board, T]:
    # What is written on notes is cut out of the line as it was typed.
    plain = line.translate(_NARROW)
    for pattern, command in _COMMANDS:
        if found := pattern.fullmatch(plain):
            return command(board, found, line)
    return _add(board, line, plain, author, role)


def _moved(board: Board, found: re.Match[str], line: str) -> tuple[Board, T]:
    board = edits.move(board, int(found[1]), _number(found[2]) if found[2] else None, _typed(found, 3, line))
    return board, _about(board, int(found[1]), T("{tag} moved", "{tag} を動かしました"))


def _reworded(board: Board, found: re.Match[str], line: str) -> tuple[Board, T]:
    board = edits.reword(board, int(found[1]), _typed(found, 2, line))
    return board, _about(board, int(found[1]), T("{tag} reworded", "{tag} を書き直しました"))


def _retyped(board: Board, found: re.Match[str], line: str) -> tuple[Board, T]:
    board = edits.retype(board, int(found[1]), _typed(found, 2, line))
    return board, _about(board, int(found[1]), T("now {tag}", "{tag} になりました"))


def _tied(board: Board, found: re.Match[str], line: str) -> tuple[Board, T]:
    one, other = int(found[1]), int(found[3])
    if "x" in found[2].lower():
        return edits.unlink(board, one, other), _about(board, one, T("{tag} untied", "{tag} のつながりを外しました"))
    return edits.link(board, one, other), _about(board, one, T("{tag} tied", "{tag} をつなぎました"))


def _turned(board: Board, found: re.Match[str], line: str) -> tuple[Board, T]:
    board = edits.turn(board, int(found[1]))
    if board.notes[int(found[1])].pivotal:
        return board, _about(board, int(found[1]), T("{tag} is pivotal", "{tag} を転換点にしました"))
    return board, _about(board, int(found[1]), T("{tag} is not pivotal", "{tag} の転換点の印を外しました"))


def _taken_off(board: Board, found: re.Match[str], line: str) -> tuple[Board, T]:
    done = T("{tag} taken off", "{tag} をはがしました")
    note = edits.find(board, int(found[1]))
    return edits.remove(board, note.id), done.format(tag=note.tag)


_COMMANDS: tuple[tuple[re.Pattern[str], Callable[[Board, re.Match[str], str], tuple[Board, T]]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), command)
    for pattern, command in (
        (rf"{_TAG}\s*@\s*{_NUMBER}?(?:\s*#\s*(\S.*)?)?", _moved),
        (rf"{_TAG}()\s*#\s*(\S.*)?", _moved),
        (rf"{_TAG}\s*:\s*(.+)", _reworded),
        (rf"{_TAG}\s*(-?>|-?x)\s*{_TAG}", _tied),
        (rf"{_TAG}\s*=\s*(.+)", _retyped),
        (rf"{_TAG}\s*!", _turned),
        (rf"-\s*{_TAG}", _taken_off),
        (rf"{_TAG}\s+(\S+)", _retyped),
    )
)
_PART = re.compile(
    rf"(?:\s*@\s*{_NUMBER}|\s#\s*(\S+)|\s(?:by|記入)[\s:]\s*(\S+)|\s-?>\s*{_TAG}|\s\[([^\]]+)\])\s*$", re.IGNORECASE
)


def _add(board: Board, line: str, plain: str, author: str, role: str) -> tuple[Board, T]:
    """A new note: a kind, its text, then in any order ``@place``, ``#lane``, ``by author/role``, ``>tag`` and ``[context]``."""
    head = re.match(r"([^\s:]+)\s*[\s:]?\s*", plain)
    kind = find_kind(head[1]) if head else None
    if kind is None:
        raise Slip(
            T("This line begins with no kind of note and no number.", "この行は、種類でも番号でも始まっていません。"),
            T(
                "Write for example “e the customer cancelled”, or “E3 @5”.",
                "たとえば「e 顧客が解約した」「E3 @5」のように書きます。",
            ),
        )
    begin, end = head.end(), len(plain)
    more: dict[str, object] = {"author": author, "role": role} if author or role else {}
    links: list[int] = []
    while found := _PART.search(plain, begin, end):
        at, lane, by, link, _ = found.groups()
        if at is not None:
            more.setdefault("at", _number(at))
        elif link is not None:
            links.append(int(link))
        elif by is not None:
            if re.match("[a-z]", by) and all(note.author != by for note in board):
                # “paid by card” tells nobody's name.
                break
            more |= _writer(board, _typed(found, 3, line))
        else:
            more |= {"lane": _typed(found, 2, line)} if lane else {"context": _typed(found, 5, line).strip()}
        end = found.start()
    if kind.id == "ml_step":
        more["layer"] = TO_BE
    board, note = edits.add(board, kind.id, line[begin:end], links=tuple(reversed(links)), **more)
    return board, T("{tag} is on the wall", "{tag} を貼りました").format(tag=note.tag)


def _writer(board: Board, typed: str) -> dict[str, str]:
    """Who wrote a note, from ``Aya/sales``; a role that the board knows already need not be typed again."""
    author, _, role = (part.strip() for part in re.sub("[／/]", "/", typed).partition("/"))
    known = (note.role for note in board if note.author == author and note.role)
    return {"author": author, "role": role or next(known, "")}


def _typed(found: re.Match[str], part: int, line: str) -> str | None:
    """A part of a command as it was typed; ``None`` if it is not there."""
    return line[slice(*found.span(part))] if found[part] is not None else None


def _about(board: Board, id: int, done: T) -> T:
    return done.format(tag=board.notes[id].tag)


def _number(typed: str) -> float:
    return float(typed.replace(",", "."))

"""A few keystrokes at the wall: one command a line, in English or Japanese, typed in a cell or in the box below the wall.

``e the customer cancelled @12 #support by Aya/sales`` sticks a note on, ``E3 @5`` moves it, ``E3: other words`` rewords it,
``E3 h`` turns it into another kind, ``E3 -> H7`` ties two together, ``E3 -x H7`` unties them, ``E3 !`` marks it as pivotal,
``E3 [trial] to-be by Aya/sales`` says its context, its layer, its author, ``- E3 E4`` takes notes off. A line that cannot be
read changes nothing and is answered by a sentence; all the others are carried out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from mlcurric.subject.board import edits
from mlcurric.subject.board.kinds import find_kind
from mlcurric.subject.board.model import AS_IS, TO_BE, Board
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
_BY = "by|記入"
_TO_BE, _AS_IS = "to-?be|これから", "as-?is|いま"
_LAYER = f"{_TO_BE}|{_AS_IS}"
_UNREAD = (
    T("This line begins with no kind of note and no number.", "この行は、種類でも番号でも始まっていません。"),
    T(
        "Write for example “e the customer cancelled”, or “E3 @5”.",
        "たとえば「e 顧客が解約した」「E3 @5」のように書きます。",
    ),
)


@dataclass(frozen=True)
class Answer:
    """What became of one line.

    Attributes:
        line: the line as it was typed.
        done: what it did, in a few words, or ``None`` if it could not be read.
        says: where it did nothing, why, and the way out.
        notes: the numbers of the notes that it put on or changed.
    """

    line: str
    done: T | None = None
    says: T | None = None
    notes: tuple[int, ...] = ()


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
            before, (board, done) = board, _carry_out(board, line, author, role)
            changed = (id for id, note in board.notes.items() if note != before.notes.get(id))
            answers.append(Answer(line, done, notes=tuple(changed)))
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
    ids = dict.fromkeys(map(int, re.findall(r"\d+", found[1])))
    tags = ", ".join(edits.find(board, id).tag for id in ids)
    for id in ids:
        board = edits.remove(board, id)
    return board, T("{tag} taken off", "{tag} をはがしました").format(tag=tags)


def _changed(board: Board, found: re.Match[str], line: str) -> tuple[Board, T]:
    """``E3 @5 #support [trial] to-be by Aya/sales``: whatever is named is changed."""
    id, begin = int(found[1]), found.start(2)
    end, more = _parts(board, line, found.string, begin)
    if line[begin:end].strip():
        raise Slip(*_UNREAD)
    edits.find(board, id)
    links, place = more.pop("links"), {name: more.pop(name, None) for name in ("at", "lane")}
    board = edits.describe(board, id, **more)
    for end in links:
        board = edits.link(board, id, end)
    board = edits.move(board, id, **place)
    moved = any(part is not None for part in place.values())
    told = T("{tag} moved", "{tag} を動かしました") if moved else T("{tag} changed", "{tag} を変えました")
    return board, _about(board, id, told)


_COMMANDS: tuple[tuple[re.Pattern[str], Callable[[Board, re.Match[str], str], tuple[Board, T]]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), command)
    for pattern, command in (
        (rf"{_TAG}\s*:\s*(.+)", _reworded),
        (rf"{_TAG}\s*(-?>|-?x)\s*{_TAG}", _tied),
        (rf"{_TAG}\s*=\s*(.+)", _retyped),
        (rf"{_TAG}\s*!", _turned),
        (rf"-\s*({_TAG}(?:[\s,、]+{_TAG})*)", _taken_off),
        (rf"{_TAG}(\s*[@#\[>-].*|\s+(?:{_BY}|{_LAYER})(?!\w).*)", _changed),
        (rf"{_TAG}\s+(\S+)", _retyped),
    )
)


def _add(board: Board, line: str, plain: str, author: str, role: str) -> tuple[Board, T]:
    """A new note: a kind, its text, then in any order ``@place``, ``#lane``, ``by author/role``, ``>tag``, ``[context]``, ``to-be``."""
    head = re.match(r"([^\s:]+)\s*[\s:]?\s*", plain)
    kind = find_kind(head[1]) if head else None
    if kind is None:
        raise Slip(*_UNREAD)
    end, more = _parts(board, line, plain, head.end(), new=True)
    if author or role:
        more = {"author": author, "role": role, **more}
    more = {**_by_its_neighbours(board, more), **more}
    if kind.id == "ml_step":
        more["layer"] = TO_BE
    board, note = edits.add(board, kind.id, line[head.end() : end], **more)
    return board, T("{tag} is on the wall", "{tag} を貼りました").format(tag=note.tag)


def _by_its_neighbours(board: Board, more: dict[str, object]) -> dict[str, object]:
    """Where a new note hangs as far as its line does not say: by the note that it is tied to, else in the lane of the nearest."""
    if beside := board.notes.get(next(iter(more["links"]), 0)):
        return {"at": beside.at, "lane": beside.lane, "context": beside.context}
    if not board.notes:
        return {}
    end = max(note.at for note in board)
    nearest = min(board, key=lambda note: (abs(note.at - more.get("at", end)), -note.id))
    return {"lane": nearest.lane}


def _parts(board: Board, line: str, plain: str, begin: int, new: bool = False) -> tuple[int, dict[str, object]]:
    """What stands at the end of a line behind the words of a note.

    Args:
        begin: where the words begin.
        new: whether they are those of a new note, whose text may end like a part.

    Returns:
        Where the words end, and the attributes of the note that the parts name; ``links`` always.
    """
    if new:
        gap, layer = r"\s", _TO_BE
        # Two words are a lane where there is one of that name; else they are words of the note.
        narrow = (lane.translate(_NARROW) for lane in board.lanes)
        lane = "|".join([*(re.escape(name) for name in narrow if " " in name), r"\S+"])
    else:
        # Behind a note's number stands nothing but parts, so a part may follow at once and a lane have two words.
        gap, layer = r"\s*", _LAYER
        lane = rf"(?:(?!\s(?:{_BY}|{_LAYER})(?!\w))[^#@\[\]>])+?"
    part = re.compile(
        rf"(?:\s*@\s*{_NUMBER}|{gap}#\s*({lane})|\s(?:{_BY})[\s:]\s*(\S+(?:\s*[/／]\s*\S+)?)|{gap}-?>\s*{_TAG}"
        rf"|{gap}\[([^\]]+)\]|\s({layer}))\s*$",
        re.IGNORECASE,
    )
    more: dict[str, object] = {}
    links: list[int] = []
    end = len(plain)
    while found := part.search(plain, begin, end):
        at, lane, by, link, _, layer = found.groups()
        if at is not None:
            more.setdefault("at", _number(at))
        elif link is not None:
            links.append(int(link))
        elif by is not None:
            if new and re.match("[a-z]", by) and all(note.author != by for note in board):
                # “paid by card” tells nobody's name.
                break
            more |= _writer(board, _typed(found, 3, line))
        elif layer is not None:
            more["layer"] = TO_BE if re.fullmatch(_TO_BE, layer, re.IGNORECASE) else AS_IS
        else:
            more |= {"lane": _typed(found, 2, line).strip()} if lane else {"context": _typed(found, 5, line).strip()}
        end = found.start()
    return end, {**more, "links": tuple(reversed(links))}


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

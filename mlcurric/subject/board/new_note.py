"""A line that sticks a new note on: a kind, its text, then in any order what else it says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mlcurric.subject.board import edits
from mlcurric.subject.board.finding import short
from mlcurric.subject.board.kinds import Kind, find_kind, kind_by_colour
from mlcurric.subject.board.model import TO_BE, Board
from mlcurric.subject.board.typed_line import TypedLine
from mlcurric.subject.board.typed_parts import parts_of
from mlcurric.subject.board.unread import unread
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_HEAD = r"(?:\+\s*)?({word})\s*[\s:]?\s*"
# A colour, or a kind, may be two words: “light pink”, “hot spot”.
_HEADS = tuple(re.compile(_HEAD.format(word=word)) for word in (r"[^\s:]+ [^\s:]+", r"[^\s:]+"))
_ONLY_SIGNS = re.compile(r"[-@#>\[\]=:!\s]*")


@dataclass(frozen=True)
class Head:
    """How a line for a new note begins.

    Attributes:
        word: what says the kind, as it was typed.
        end: where the words of the note begin.
    """

    kind: Kind
    word: str
    end: int


def add(board: Board, line: TypedLine, author: str, role: str) -> tuple[Board, T]:
    """A new note: a kind, its text, then in any order ``@place``, ``#lane``, ``by author/role``, ``>tag``, ``[context]``, ``to-be``.

    Args:
        author, role: who writes, where the line does not name anybody.

    Raises:
        Slip: if the line is none of a new note, or one of its parts cannot be carried out; nothing of it is stuck on then.
    """
    head = _head(line)
    try:
        text, more = _rest(board, line, head)
        tail = more.pop("tail", "")
        if author or role:
            more = {"author": author, "role": role, **more}
        more = {**_by_its_neighbours(board, more), **more}
        board, note = edits.add(board, head.kind.id, f"{text.strip()} {tail}", **more)
    except Slip as slip:
        # What says itself what to write in its place needs no more.
        mended = re.search(r"[@>]\s*\S", line.plain[head.end :]) and len(board) < edits.MOST_NOTES
        raise Slip(*slip.says, *([_NOT_STUCK] if mended else [])) from slip
    line.look_at(note)
    if tail:
        line.left.append(_TAIL.format(tail=short(tail), tag=note.tag, text=short(text)))
    # Sources differ on the colours, so what the paper was taken for is said.
    said = _STUCK_BY_COLOUR if kind_by_colour(head.word) else _STUCK
    return board, said.format(tag=note.tag, kind=note.of_kind.name)


def new_note(board: Board, line: TypedLine) -> tuple[str, str, dict[str, object]]:
    """The kind and the text of the note that a line sticks on, and what else it says.

    Raises:
        Slip: if it is no such line, is tied to no note, or says nothing but a number or signs.
    """
    head = _head(line)
    text, more = _rest(board, line, head)
    return head.kind.id, f"{text.strip()} {more.pop('tail', '')}", more


def _head(line: TypedLine) -> Head:
    for pattern in _HEADS:
        if (found := pattern.match(line.plain)) and (kind := find_kind(found[1])):
            return Head(kind, found[1], found.end())
    raise unread(line.plain)


def _rest(board: Board, line: TypedLine, head: Head) -> tuple[str, dict[str, object]]:
    end, more = parts_of(board, line.typed, line.plain, head.end, line.tags, new=True)
    if head.kind.id == "ml_step":
        more["layer"] = TO_BE
    plain = line.plain[head.end : end].strip()
    if plain.isdecimal() and int(plain[:7]) in board.notes:
        raise Slip(_ONLY_A_NUMBER.format(id=plain), _NO_GAP.format(tag=board.notes[int(plain)].tag))
    if plain and _ONLY_SIGNS.fullmatch(plain):
        other = next(reversed(board.notes.values())).tag if board.notes else "E1"
        raise Slip(_SIGNS_ALONE.format(signs=plain), _TIE_OR_WORDS.format(typed=head.word, other=other))
    return line.typed[head.end : end], more


def _by_its_neighbours(board: Board, more: dict[str, object]) -> dict[str, object]:
    """Where a new note hangs as far as its line does not say: by the note that it is tied to, else in the lane of the nearest."""
    if beside := board.notes.get(next(iter(more["links"]), 0)):
        return {"at": beside.at, "lane": beside.lane, "context": beside.context}
    if not board.notes:
        return {}
    notes = board.notes.values()
    end = max(note.at for note in notes)
    nearest = min(notes, key=lambda note: (abs(note.at - more.get("at", end)), -note.id))
    return {"lane": nearest.lane}


_STUCK = T("{tag} is on the wall", "{tag} を貼りました")
_STUCK_BY_COLOUR = T("{tag} ({kind}) is on the wall", "{tag}({kind})を貼りました")
_NOT_STUCK = T(
    "The note is not on the wall yet: mend that and press Enter in the line (in a cell: run it again).",
    "この付箋は、まだ貼っていません。そこを直してその行で Enter を押すと(セルなら、もう一度実行すると)貼られます。",
)
_TAIL = T(
    "“{tail}” stayed in its words, for a name begins with a capital or has a role behind it; if it is meant so: “{tag} {tail}”, then “{tag}: {text}”",
    "「{tail}」は名前かどうかわからないので、文の中に残しました。書いた人なら「{tag} {tail}」、続けて「{tag}: {text}」と書きます",
)
_ONLY_A_NUMBER = T(
    "The new note would say “{id}” and nothing else.", "これでは「{id}」とだけ書いた、新しい付箋になります。"
)
_NO_GAP = T(
    "If that note is meant, write {tag} without a blank; else write in words what it says.",
    "貼ってある付箋のことなら、空白を入れずに {tag} と書きます。新しい付箋なら、言葉で書いてください。",
)
_SIGNS_ALONE = T(
    "The new note would say “{signs}” and nothing else.", "これでは「{signs}」とだけ書いた、新しい付箋になります。"
)
_TIE_OR_WORDS = T(
    "A note that hangs there is named by its number: “H7 > {other}”. A new one needs words: “{typed} why is it late? > {other}”.",
    "貼ってある付箋は「H7 > {other}」のように番号で書きます。新しい付箋なら「{typed} なぜ遅い? > {other}」のように、文を書いてください。",
)

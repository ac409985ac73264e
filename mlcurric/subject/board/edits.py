"""What hands do at the wall: stick a note on, move it, reword it, turn it into another kind, tie two together, take one off.

Each returns a new board; what cannot be done is said in a ``Slip`` that names the note and the way out.
"""

from __future__ import annotations

import difflib
import math
from dataclasses import replace

from mlcurric.subject.board.kinds import KINDS, find_kind
from mlcurric.subject.board.model import LAYERS, LONGEST_TEXT, Board, Note, shown_place
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed

MOST_NOTES = 2_000
"""More notes than any wall has held; a board beyond it is a file gone wrong."""
LAST_PLACE = 999
"""Farther than any timeline reaches that is typed; a number beyond it is a slip of the hand."""


def add(board: Board, kind: str, text: str, at: float | None = None, **more: object) -> tuple[Board, Note]:
    """Stick a new note on; without ``at`` behind the last one of its layer.

    Args:
        more: the other attributes of ``Note``, such as ``lane``, ``author``, ``links``.

    Raises:
        Slip: if there is no such kind, the text is empty or longer than ``LONGEST_TEXT``, a link leads to no note, ``at``
            is no place on the timeline, or the board is full.
    """
    if len(board) >= MOST_NOTES:
        raise Slip(
            T("The board holds {n} notes already.", "ボードにはもう{n}枚あります。").format(n=MOST_NOTES),
            T("Begin a second board for another part.", "別の範囲は、2枚目のボードに分けましょう。"),
        )
    place = (
        _place(board, at)
        if at is not None
        else math.floor(max((note.at for note in board.notes.values()), default=0)) + 1
    )
    note = Note(board.next_id, kind_of(kind), _worded(text), float(place), **more)
    for other in note.links:
        find(board, other)
    return board.put(_on_a_layer(note)), note


def move(board: Board, id: int, at: float | None = None, lane: str | None = None) -> Board:
    """Move a note along the timeline, into another lane, or both.

    Raises:
        Slip: if there is no such note, or ``at`` is no place on the timeline.
    """
    note = find(board, id)
    return board.put(
        replace(note, at=note.at if at is None else _place(board, at), lane=note.lane if lane is None else lane.strip())
    )


def describe(board: Board, id: int, **more: str) -> Board:
    """Say whose a note is (``author``, ``role``), which ``context`` its words come from, or which ``layer`` it is on.

    Raises:
        Slip: if there is no such note or no such layer.
    """
    return board.put(_on_a_layer(replace(find(board, id), **more)))


def reword(board: Board, id: int, text: str) -> Board:
    """Write something else on a note.

    Raises:
        Slip: if there is no such note, or the text is empty or too long.
    """
    return board.put(replace(find(board, id), text=_worded(text)))


def retype(board: Board, id: int, kind: str) -> Board:
    """Turn a note into another kind; its number and its links stay.

    Raises:
        Slip: if there is no such note or no such kind.
    """
    note, new = find(board, id), kind_of(kind)
    # The paper that it was written on is no longer the paper that it is on.
    return board.put(replace(note, kind=new, colour="", pivotal=note.pivotal and new == "event"))


def mark(board: Board, id: int, pivotal: bool) -> Board:
    """Mark a note as pivotal, or take the mark off; done twice it is as done once.

    Raises:
        Slip: if there is no such note, or it is no event: only what has happened can change everything after it.
    """
    note = find(board, id)
    if pivotal and note.kind != "event":
        raise Slip(
            T(
                "{tag} is no event, so it cannot be pivotal.", "{tag} はイベントではないので、転換点にはできません。"
            ).format(tag=note.tag),
            T("Mark the event that it belongs to.", "それが属しているイベントのほうに印をつけてください。"),
        )
    return board.put(replace(note, pivotal=pivotal))


def link(board: Board, id: int, other: int) -> Board:
    """Tie two notes together.

    Raises:
        Slip: if one of them is not there, or both are one.
    """
    note, end = find(board, id), find(board, other)
    if note.id == end.id:
        raise Slip(T("{tag} cannot be tied to itself.", "{tag} を自分自身にはつなげません。").format(tag=note.tag))
    if end in board.linked(note):
        return board
    return board.put(replace(note, links=(*note.links, end.id)))


def unlink(board: Board, id: int, other: int) -> Board:
    """Take the tie between two notes off, whichever of them holds it.

    Raises:
        Slip: if one of them is not there.
    """
    note, end = find(board, id), find(board, other)
    return board.put(
        replace(note, links=tuple(link for link in note.links if link != end.id)),
        replace(end, links=tuple(link for link in end.links if link != note.id)),
    )


def remove(board: Board, id: int) -> Board:
    """Take a note off the wall, and the ties to it.

    Raises:
        Slip: if there is no such note.
    """
    return board.without(find(board, id).id)


def find(board: Board, id: int) -> Note:
    """The note of a number.

    Raises:
        Slip: if there is none, naming the numbers that there are.
    """
    if id in board.notes:
        return board.notes[id]
    if 0 < id < board.next_id:
        raise Slip(
            T(
                "Note {id} was taken off; its number is not given again.",
                "{id} 番の付箋は、はがされています。番号は使い回しません。",
            ).format(id=id),
            T("To have it again, stick on a new one.", "また要るときは、新しい付箋として貼ってください。"),
        )
    if not board.notes:
        raise Slip(
            T("There is no note {id}; the board is empty.", "{id} 番の付箋はありません。ボードはまだ空です。").format(
                id=id
            )
        )
    raise Slip(
        T("There is no note {id}.", "{id} 番の付箋はありません。").format(id=id),
        T("The numbers run from {low} to {high}.", "番号は {low} から {high} までです。").format(
            low=min(board.notes), high=max(board.notes)
        ),
    )


def kind_of(typed: str) -> str:
    """The id of the kind that somebody means.

    Raises:
        Slip: if there is none, naming the near one or all.
    """
    kind = find_kind(typed)
    if kind is not None:
        return kind.id
    words = {word.casefold(): kind for kind in KINDS.values() for word in (kind.id, kind.name.en, kind.name.ja)}
    near = difflib.get_close_matches(typed.casefold(), words, n=1)
    seen = T("There is no kind “{typed}”.", "「{typed}」という種類はありません。").format(typed=typed[:20])
    if near:
        kind = words[near[0]]
        raise Slip(seen, T("Did you mean {name} ({letter})?", "{name}({letter})のことでしょうか。").format(
            name=kind.name, letter=kind.letter
        ))  # fmt: skip
    every = listed(T("{letter} {name}", "{letter} {name}").format(letter=k.letter, name=k.name) for k in KINDS.values())
    raise Slip(seen, T("There are {every}.", "あるのは {every} です。").format(every=every))


def _on_a_layer(note: Note) -> Note:
    if note.layer not in LAYERS:
        raise Slip(T("A layer is as-is or to-be.", "レイヤーは as-is(いま)か to-be(これから)です。"))
    return note


def _worded(text: str) -> str:
    """A text as it goes on a note: no signs that a screen obeys, no blank at the ends."""
    kept = "".join(sign if sign.isprintable() or sign in "\n\u3000\u200d" else " " for sign in text).strip()
    if not kept:
        raise Slip(
            T("The note is empty.", "付箋に何も書いてありません。"), T("Write a few words.", "ひと言書いてください。")
        )
    if len(kept) > LONGEST_TEXT:
        raise Slip(
            T(
                "The note holds {n} signs, and {most} at most are kept.", "{n}字あります。残せるのは{most}字までです。"
            ).format(n=f"{len(kept):,}", most=f"{LONGEST_TEXT:,}"),
            T(
                "Write on the note what others shall see, the rest elsewhere.",
                "皆に見せたいことだけを書き、残りは別の場所へ。",
            ),
        )
    return kept


def _place(board: Board, at: float) -> float:
    """A place on the timeline: from 0 to ``LAST_PLACE``, or as far as the board reaches by its file."""
    places = [note.at for note in board.notes.values()]
    left, right = min([0.0, *places]), max(places, default=0.0)
    if not left <= at <= max(LAST_PLACE, right + 1):
        raise Slip(
            T("A place on the timeline is a number from {left} to {most}.", "位置は、{left}から{most}までの数字で書きます。").format(
                left=shown_place(left), most=shown_place(max(LAST_PLACE, right + 1))
            ),
            T("3.5 lies between 3 and 4.", "3.5 なら 3 と 4 の間になります。")
            if not places
            else T(
                "The last note stands at {right}; 3.5 lies between 3 and 4.",
                "いまの右端は {right} です。3.5 なら 3 と 4 の間になります。",
            ).format(right=shown_place(right)),
        )  # fmt: skip
    return float(at)

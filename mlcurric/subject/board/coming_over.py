"""A whiteboard's notes brought onto a board once: what came over before is known by the file's name and the words of the notes.

What came over is noted down as lines, one a note: ``bring_in "export.csv" 12 event: it ended``, with the number and the kind that
the note got. Whoever exports once more, or says what a colour means, gets what is new and nothing twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mlcurric.subject.board import edits
from mlcurric.subject.board.commands import same_words
from mlcurric.subject.board.finding import tags_of
from mlcurric.subject.board.model import Board, Note
from mlcurric.text import T

_LINE = re.compile(r'bring_in "(.*?)" (\d+) (\w+): (.*)')


@dataclass(frozen=True)
class CameOver:
    """What became of a whiteboard's notes.

    Attributes:
        board: with them on it.
        lines: what is to be noted down, for the next time.
        says: how many came, and which did not because they had come before.
    """

    board: Board
    lines: list[str]
    says: tuple[T, ...]


def bring_over(board: Board, came: Board, file: str, before: Iterable[str], kinds_said: bool = False) -> CameOver:
    """Hang the notes of a whiteboard behind those of a board, under new numbers; none that came over before.

    Args:
        file: the name of the whiteboard's file; a browser's “export (1).csv” is “export.csv” again.
        before: the lines that were noted down.
        kinds_said: whether somebody says what the colours mean; then a note that came over before gets the kind that it is read
            as now, unless its kind was changed on the board.
    """
    path = Path(file)
    name = same_words(re.sub(r"\s*[(（]\d+[)）]$", "", path.stem) + path.suffix)
    noted = [found.groups() for line in before if (found := _LINE.fullmatch(line))]
    # The last line of a number holds the kind that it has by now.
    mine = {int(number): (kind, words) for of, number, kind, words in noted if of == name}
    numbers = _matched(came, {id: words for id, (_, words) in mine.items()}, lambda note: same_words(note.text))
    # Nothing is noted down of the rest, and yet it may hang there: typed, from another file, or from before it was rescued.
    rest, others = [note for note in came if note.id not in numbers], set(numbers.values())
    there = _matched(rest, {note.id: _said(note) for note in board if note.id not in others}, _said)
    stood = list((numbers | there).values())
    numbers |= there

    fresh = [note for note in came if note.id not in numbers]
    numbers |= {note.id: id for id, note in enumerate(fresh, board.next_id)}
    right, places = max((note.at for note in board), default=0.0), sorted({note.at for note in fresh})
    now = board.put(*(
        replace(note, id=numbers[note.id], at=right + 1 + places.index(note.at), links=()) for note in fresh
    ))  # fmt: skip
    new = {numbers[note.id] for note in fresh}
    for note in came:
        for end in (numbers[end] for end in note.links if end in came.notes):
            # A tie between two that came before may have been taken off here.
            if {numbers[note.id], end} & new and {numbers[note.id], end} <= set(now.notes):
                now = edits.link(now, numbers[note.id], end)
    retyped = [
        (numbers[note.id], note) for note in came
        if kinds_said and (id := numbers[note.id]) in mine and id in board.notes and mine[id][0] == board.notes[id].kind != note.kind
    ]  # fmt: skip
    for id, note in retyped:
        now = edits.describe(edits.retype(now, id, note.kind), id, layer=note.layer)
    written = [(numbers[note.id], note) for note in came if numbers[note.id] not in mine]
    lines = [f'bring_in "{name}" {id} {note.kind}: {note.text}' for id, note in (*written, *retyped)]
    says = _told(
        path.name, [now.notes[id] for id in sorted(new)], len(stood), bool(mine), [now.notes[id] for id, _ in retyped]
    )
    return CameOver(now, lines, tuple(says))


def _matched(came: Iterable[Note], known: Mapping[int, Hashable], said: Callable[[Note], Hashable]) -> dict[int, int]:
    """The numbers on the board of notes that are known by what they say, each taken once."""
    waiting: dict[Hashable, list[int]] = {}
    for id, what in known.items():
        waiting.setdefault(what, []).append(id)
    return {note.id: waiting[said(note)].pop(0) for note in came if waiting.get(said(note))}


def _said(note: Note) -> tuple[str, ...]:
    return note.kind, same_words(note.text), same_words(note.author)


def _told(file: str, new: list[Note], stood: int, noted: bool, retyped: list[Note]) -> list[T]:
    says = []
    if not stood:
        says.append(_CAME.format(n=len(new)))
    elif new:
        says.append(_ONLY_NEW.format(file=file, n=stood, m=len(new), new=tags_of(new)))
    elif not retyped:
        says += [_BEFORE.format(file=file), _ONCE_MORE] if noted else [_THERE.format(file=file)]
    if retyped:
        says.append(_RETYPED.format(tags=tags_of(retyped)))
    return says


_CAME = T("Notes that came over: {n}.", "{n}枚の付箋を読み込みました。")
_BEFORE = T(
    "“{file}” came over before; nothing is done again.",
    "「{file}」は前に読み込んだファイルなので、もう一度は貼っていません。",
)
_THERE = T(
    "All that “{file}” holds hangs on the wall already; nothing is done again.",
    "「{file}」の付箋はすべて、もう壁に貼られているので、貼り足していません。",
)
_ONCE_MORE = T(
    "To hang again what is not on the wall any more, give the file another name.",
    "はがした付箋をもう一度貼るときは、ファイルの名前を変えてください。",
)
_ONLY_NEW = T(
    "Of “{file}” only what is new hangs behind the others: {new}. Notes that came over before, or hang there: {n}.",
    "「{file}」のうち{n}枚は、前に読み込んだか、もう貼られているので飛ばしました。新しい{m}枚だけを右端に貼りました({new})。",
)
_RETYPED = T(
    "Of another kind now, as their colour says: {tags}.",
    "色の読み方が変わったので、種類を変えました({tags})。",
)

"""What was done on a wall in this kernel, to be taken back and done once more; what others changed meanwhile stays."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from mlcurric.subject.board.finding import short, tags_of
from mlcurric.subject.board.merge import merge
from mlcurric.subject.board.model import Board, Note
from mlcurric.text import T, listed


@dataclass(frozen=True)
class Change:
    """A change of the board, and the lines of a cell that led to it."""

    before: Board
    after: Board
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """A step back, or forth again.

    Attributes:
        board: the board after it.
        lines: those of a cell that are to be forgotten, or remembered again.
        says: what it did.
    """

    board: Board
    lines: tuple[str, ...]
    says: tuple[T, ...]


class History:
    """The changes of a wall, the newest last, and those that were taken back."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._taken_back: list[Change] = []

    def did(self, before: Board, after: Board, lines: list[str]) -> None:
        """Note down a change; what was taken back before it cannot be done once more."""
        self._done.append(Change(before, after, tuple(lines)))
        self._taken_back.clear()

    def back(self, board: Board) -> Step | T:
        """Take the last change back; a sentence where there is none."""
        if not self._done:
            return _NOTHING_TO_UNDO
        change = self._done.pop()
        self._taken_back.append(change)
        undone = merge(change.after, change.before, board)
        return Step(undone.board, change.lines, (_what(_UNDONE, board, undone.board), *undone.says, _MAY_REDO))

    def forth(self, board: Board) -> Step | T:
        """Do once more what was taken back last; a sentence where there is nothing."""
        if not self._taken_back:
            return _NOTHING_TO_REDO
        change = self._taken_back.pop()
        self._done.append(change)
        redone = merge(change.before, change.after, board)
        return Step(redone.board, change.lines, (_what(_REDONE, board, redone.board), *redone.says))


def _what(said: T, was: Board, now: Board) -> T:
    """Which notes a step has put on, taken off and changed."""
    return said.format(what=listed(_steps(was, now)))


def _steps(was: Board, now: Board) -> Iterator[T]:
    off = [note for note in was if note.id not in now.notes]
    on = [note for note in now if note.id not in was.notes]
    # The ties of a note come and go with it; they are not told.
    new = {note.id for note in (*off, *on)}
    other = [
        note for note in now
        if note.id in was.notes and _without_ties(note, new) != _without_ties(was.notes[note.id], new)
    ]  # fmt: skip
    reworded = [note for note in other if note.text != was.notes[note.id].text]
    retyped = [note for note in other if note.kind != was.notes[note.id].kind]
    rest = [note for note in other if note not in (*reworded, *retyped)]
    for notes, said in ((off, _OFF), (on, _ON)):
        if notes:
            yield said[len(notes) == 1].format(tags=tags_of(notes))
    if len(reworded) == 1:
        yield _SAYS.format(tag=reworded[0].tag, text=short(reworded[0].text))
    elif reworded:
        yield _SAY.format(tags=tags_of(reworded))
    for note in retyped:
        yield _IS.format(old=was.notes[note.id].tag, tag=note.tag)
    if rest:
        yield _AS_BEFORE.format(tags=tags_of(rest))
    if was.title != now.title:
        yield (_TITLE if now.title else _NO_TITLE).format(title=now.title)
    elif not (off or on or other):
        yield _NOTHING_LEFT


def _without_ties(note: Note, ends: Collection[int]) -> Note:
    return replace(note, links=tuple(end for end in note.links if end not in ends))


_UNDONE = T("The last change is taken back: {what}.", "直前の変更を取り消しました: {what}。")
_REDONE = T("The change is made once more: {what}.", "取り消した変更を、もう一度行いました: {what}。")
_MAY_REDO = T("“redo” makes it once more.", "取り消しすぎたら「やり直す」で戻せます。")
_OFF = (
    T("{tags} are off the wall again", "{tags} は壁から外れました"),
    T("{tags} is off the wall again", "{tags} は壁から外れました"),
)
_ON = (
    T("{tags} are on the wall again", "{tags} は壁に戻りました"),
    T("{tags} is on the wall again", "{tags} は壁に戻りました"),
)
_IS = T("{old} is {tag} again", "{old} は {tag} に戻りました")
_SAYS = T("{tag} says “{text}” again", "{tag} の文は「{text}」に戻りました")
_SAY = T("{tags} say again what they said", "{tags} の文は元に戻りました")
_TITLE = T("the wall is titled “{title}” again", "壁の題名は「{title}」に戻りました")
_NO_TITLE = T("the title is off the wall again", "つけた題名は外れました")
_AS_BEFORE = T("what was changed about {tags}", "{tags} の位置やつながりなども戻りました")
_NOTHING_LEFT = T(
    "nothing of it is left, for others have changed it since",
    "ほかの人の変更があとから加わり、戻すものは残っていません",
)
_NOTHING_TO_UNDO = T(
    "There is nothing to take back: “undo” goes back to the moment at which the wall was opened here, and no farther. "
    "To take a note off: “- E5”; one that was taken off before is stuck on anew.",
    "戻せるものは、もうありません。「戻す」で戻せるのは、ここで壁を開いたあとの変更だけです。"
    "付箋をはがすなら「- E5」のように書きます。前にはがした付箋が要るなら、もう一度貼ってください。",
)
_NOTHING_TO_REDO = T(
    "There is nothing to do once more: nothing was taken back, or something was changed after it.",
    "やり直せる操作はありません。取り消したものがないか、そのあとに別の変更をしたためです。",
)

"""A few keystrokes at the wall: one command a line, in English or Japanese, typed in a cell or in the box above the wall.

``e the customer cancelled @12 #support by Aya/sales`` sticks a note on, ``E3 @5`` moves it, ``E3: other words`` rewords it,
``E3 h`` turns it into another kind, ``E3 -> H7`` ties two together, ``E3 -x H7`` unties them, ``E3 !`` marks it as pivotal,
``E3 -!`` takes the mark off, ``E3 E4 [trial] to-be by Aya/sales`` says their context, their layer, their author, ``E3 []`` and
``E3 #`` take it out of its context or lane, ``- E3 E4`` takes notes off. A line that cannot be read changes nothing and is answered by a sentence; all the others are carried out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from mlcurric.subject.board import edits
from mlcurric.subject.board.kinds import find_kind
from mlcurric.subject.board.left_in_words import left_in_words
from mlcurric.subject.board.model import TO_BE, Board, Note
from mlcurric.subject.board.taking_out import take_out
from mlcurric.subject.board.typed_parts import (
    ENDS_WITH_A_WORD,
    OFF,
    TAG,
    TAGS,
    Tags,
    as_typed,
    narrow,
    number_of,
    parts_of,
)
from mlcurric.subject.board.unread import unread
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed, run_on


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


def lines_of(typed: str) -> list[str]:
    """The commands in a text, one a line; empty lines are skipped."""
    return list(filter(None, map(str.strip, typed.splitlines())))


def carry_out(board: Board, typed: str, author: str = "", role: str = "") -> tuple[Board, list[Answer]]:
    """Carry out commands, one a line; empty lines are skipped.

    Args:
        author, role: who writes, where a line does not name anybody.

    Returns:
        The board, and what became of each line.
    """
    answers, begun = [], board
    for typed_line in lines_of(typed):
        try:
            before, (board, done) = board, _carry_out(board, _Line(typed_line, begun), author, role)
            changed = (
                id for id, note in board.notes.items() if note is not (old := before.notes.get(id)) and note != old
            )
            answers.append(Answer(typed_line, done, notes=tuple(changed)))
        except Slip as slip:
            answers.append(Answer(typed_line, says=run_on(slip.says)))
    return board, answers


def standing(board: Board, line: str) -> list[Note]:
    """The notes that hang there already just as a line would stick one on; none for any other command."""
    typed = _Line(line, board)
    if any(pattern.fullmatch(typed.plain) for pattern, _ in _COMMANDS):
        return []
    try:
        kind, text, more = _new_note(board, typed)
    except Slip:
        return []
    links = set(more.pop("links"))
    # The role is as often found on the board as typed.
    more.pop("role", None)
    return [
        note for note in board
        if note.kind == kind and same_words(note.text) == same_words(text) and links <= set(note.links)
        and all(getattr(note, name) == value for name, value in more.items())
    ]  # fmt: skip


@lru_cache(maxsize=4_096)
def same_words(text: str) -> str:
    """A text as it is compared: one width, one case, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()


class _Line:
    """One line: as it was typed, with narrow signs, and the notes that it names."""

    def __init__(self, typed: str, begun: Board) -> None:
        # What is written on notes is cut out of the line as it was typed.
        self.typed, self.plain, self.tags = typed, narrow(typed), Tags(begun)

    def look_at(self, note: Note) -> None:
        """Tell what stayed in the words of a note that this line wrote."""
        if told := left_in_words(note.tag, note.text):
            self.tags.told.append(told)


def _carry_out(board: Board, line: _Line, author: str, role: str) -> tuple[Board, T]:
    matches = ((pattern.fullmatch(line.plain), command) for pattern, command in _COMMANDS)
    found, command = next((pair for pair in matches if pair[0]), (None, None))
    board, done = command(board, found, line) if command else _add(board, line, author, role)
    if line.tags.told:
        done = T("{done} ({told})", "{done}({told})").format(done=done, told=listed(dict.fromkeys(line.tags.told)))
    return board, done


def _reworded(board: Board, found: re.Match[str], line: _Line) -> tuple[Board, T]:
    id = line.tags.id(board, found[1], sure=True)
    board = edits.reword(board, id, as_typed(found, 2, line.typed))
    line.look_at(board.notes[id])
    return _told(board, T("{tag} reworded", "{tag} を書き直しました"), id)


def _retyped(board: Board, found: re.Match[str], line: _Line) -> tuple[Board, T]:
    before = board.notes[line.tags.id(board, found[1])]
    board = edits.retype(board, before.id, as_typed(found, 2, line.typed))
    after = board.notes[before.id]
    if after.kind == before.kind:
        said = _SAME_KIND if after == before else _NO_COLOUR
        return board, said.format(tag=after.tag, name=after.of_kind.name)
    # What it was is said; of a wrong letter there is nothing more to tell.
    line.tags.told.clear()
    done = T("{old} is now {tag}", "{old} は {tag} になりました").format(old=before.tag, tag=after.tag)
    return board, listed([done, _NO_MARK]) if before.pivotal and not after.pivotal else done


def _retyped_or_unread(board: Board, found: re.Match[str], line: _Line) -> tuple[Board, T]:
    line.tags.id(board, found[1])
    if find_kind(found[2]) is None:
        raise unread(line.plain)
    return _retyped(board, found, line)


def _tied(board: Board, found: re.Match[str], line: _Line) -> tuple[Board, T]:
    ones, others = (line.tags.ids(board, found[part]) for part in (1, 3))
    untied = "x" in found[2].lower()
    for one in ones:
        for other in others:
            board = (edits.unlink if untied else edits.link)(board, one, other)
    done = T("{tag} untied", "{tag} のつながりを外しました") if untied else T("{tag} tied", "{tag} をつなぎました")
    return _told(board, done, *dict.fromkeys((*ones, *others)))


def _marked(board: Board, found: re.Match[str], line: _Line) -> tuple[Board, T]:
    ids = line.tags.ids(board, found[1])
    for id in ids:
        board = edits.mark(board, id, True)
    return _told(board, T("{tag} is pivotal", "{tag} を転換点にしました"), *ids)


def _unmarked(board: Board, found: re.Match[str], line: _Line) -> tuple[Board, T]:
    ids = line.tags.ids(board, found[1])
    for id in ids:
        board = edits.mark(board, id, False)
    return _told(board, T("{tag} is not pivotal", "{tag} の転換点の印を外しました"), *ids)


def _taken_off(board: Board, found: re.Match[str], line: _Line) -> tuple[Board, T]:
    tags = re.findall(TAG, found[1], re.IGNORECASE)
    gone = [tag for tag in tags if number_of(tag) not in board.notes and number_of(tag) < board.next_id]
    ids = line.tags.ids(board, " ".join(tag for tag in tags if tag not in gone), sure=True)
    done = []
    if ids:
        done.append(_told(board, T("{tag} taken off", "{tag} をはがしました"), *ids)[1])
    if gone:
        already = T("{tag} was taken off before", "{tag} は、もうはがされています")
        done.append(already.format(tag=", ".join(dict.fromkeys(map(str.upper, gone)))))
    for id in ids:
        board = edits.remove(board, id)
    return board, listed(done)


def _changed(board: Board, found: re.Match[str], line: _Line) -> tuple[Board, T]:
    """``E3 E4 @5 #support [trial] to-be by Aya/sales``: whatever is named is changed."""
    ids, begin = line.tags.ids(board, found[1]), found.start(2)
    end, more = parts_of(board, line.typed, line.plain, begin, line.tags)
    if line.plain[begin:end].strip():
        raise unread(line.plain)
    links, off = more.pop("links"), more.pop("off", {})
    more = {name: value for name, value in more.items() if name not in off}
    place = {name: more.pop(name, None) for name in ("at", "lane")}
    for id in ids:
        board = edits.describe(board, id, **more)
        for end in links:
            board = edits.link(board, id, end)
        board = edits.move(board, id, **place)
    done = []
    if any(part is not None for part in place.values()):
        done.append(_told(board, T("{tag} moved", "{tag} を動かしました"), *ids)[1])
    elif links or more:
        done.append(_told(board, T("{tag} changed", "{tag} を変えました"), *ids)[1])
    if off:
        board, out = take_out(board, ids, off)
        done.append(out)
    return board, listed(done)


_COMMANDS: tuple[tuple[re.Pattern[str], Callable[[Board, re.Match[str], _Line], tuple[Board, T]]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), command)
    for pattern, command in (
        (rf"({TAG})\s*:\s*(.+)", _reworded),
        (rf"({TAGS})\s*(-?>|-?x)\s*({TAGS})", _tied),
        (rf"({TAG})\s*=\s*(.+)", _retyped),
        (rf"({TAGS})\s*!", _marked),
        (rf"({TAGS})\s*-\s*!", _unmarked),
        (rf"-\s*({TAGS})", _taken_off),
        (rf"({TAGS})(\s*(?:{OFF}\s*)?[@#\[>-].*|\s+{ENDS_WITH_A_WORD}.*)", _changed),
        (rf"({TAG})\s+(\S+)", _retyped_or_unread),
    )
)


def _add(board: Board, line: _Line, author: str, role: str) -> tuple[Board, T]:
    """A new note: a kind, its text, then in any order ``@place``, ``#lane``, ``by author/role``, ``>tag``, ``[context]``, ``to-be``."""
    kind, text, more = _new_note(board, line)
    if author or role:
        more = {"author": author, "role": role, **more}
    more = {**_by_its_neighbours(board, more), **more}
    board, note = edits.add(board, kind, text, **more)
    line.look_at(note)
    return board, T("{tag} is on the wall", "{tag} を貼りました").format(tag=note.tag)


def _new_note(board: Board, line: _Line) -> tuple[str, str, dict[str, object]]:
    """The kind and the text of the note that a line sticks on, and what else it says."""
    head = re.match(r"(?:\+\s*)?([^\s:]+)\s*[\s:]?\s*", line.plain)
    kind = find_kind(head[1]) if head else None
    if kind is None:
        raise unread(line.plain)
    end, more = parts_of(board, line.typed, line.plain, head.end(), line.tags, new=True)
    if kind.id == "ml_step":
        more["layer"] = TO_BE
    if (id := line.plain[head.end() : end].strip()).isdecimal() and int(id[:7]) in board.notes:
        raise Slip(_ONLY_A_NUMBER.format(id=id), _NO_GAP.format(tag=board.notes[int(id)].tag))
    return kind.id, line.typed[head.end() : end], more


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


def _told(board: Board, done: T, *ids: int) -> tuple[Board, T]:
    """A board, and what was done to some notes of it."""
    return board, done.format(tag=", ".join(board.notes[id].tag for id in ids))


_ONLY_A_NUMBER = T(
    "The new note would say “{id}” and nothing else.", "これでは「{id}」とだけ書いた、新しい付箋になります。"
)
_NO_GAP = T(
    "If that note is meant, write {tag} without a blank; else write in words what it says.",
    "貼ってある付箋のことなら、空白を入れずに {tag} と書きます。新しい付箋なら、言葉で書いてください。",
)
_SAME_KIND = T("{tag} was that already ({name})", "{tag} はもともと{name}です")
_NO_COLOUR = T(
    "{tag} stays what it was ({name}), whatever its paper", "{tag} は{name}のままで、紙の色の記録を消しました"
)
_NO_MARK = T("its pivotal mark is off", "転換点の印は外れました")

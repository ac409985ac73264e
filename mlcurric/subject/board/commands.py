"""A few keystrokes at the wall: one command a line, in English or Japanese, typed in a cell or in the box above the wall.

``e the customer cancelled @12 #support by Aya/sales`` sticks a note on, ``E3 @5`` moves it, ``E3: other words`` rewords it,
``E3 h`` turns it into another kind, ``E3 -> H7`` ties two together, ``E3 -x H7`` unties them, ``E3 !`` marks it as pivotal,
``E3 -!`` takes the mark off, ``E3 E4 [trial] to-be by Aya/sales`` says their context, their layer, their author, ``E3 []`` and
``E3 #`` take it out of its context or lane, ``[trial]: first visit`` gives a border another name, ``E3 ●●●`` writes down its dots, ``- E3 E4`` takes notes off; ``E3-E6`` names several;
``title …`` names the board. A line that cannot be read changes nothing and is answered by a sentence; all the others are carried out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from mlcurric.subject.board import edits
from mlcurric.subject.board.kinds import find_kind
from mlcurric.subject.board.model import Board, Note
from mlcurric.subject.board.new_note import add, new_note
from mlcurric.subject.board.several import SEVERAL, spelt_out
from mlcurric.subject.board.taking_out import take_out
from mlcurric.subject.board.tied_notes import hanging_by
from mlcurric.subject.board.typed_line import TypedLine
from mlcurric.subject.board.typed_parts import ENDS_WITH_A_WORD, OFF, TAG, as_typed, number_of, parts_of
from mlcurric.subject.board.unread import unread
from mlcurric.subject.board.votes import DOTS, give_dots, shown_dots
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
        left: what stayed in the words of such a note and may be meant otherwise; ``done`` says it, too.
    """

    line: str
    done: T | None = None
    says: T | None = None
    notes: tuple[int, ...] = ()
    left: tuple[T, ...] = ()


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
            line = TypedLine(typed_line, begun)
            before, (board, done) = board, _carry_out(board, line, author, role)
            changed = (
                id for id, note in board.notes.items() if note is not (old := before.notes.get(id)) and note != old
            )
            answers.append(Answer(typed_line, done, notes=tuple(changed), left=tuple(line.left)))
        except Slip as slip:
            answers.append(Answer(typed_line, says=run_on(slip.says)))
    return board, answers


def standing(board: Board, line: str) -> list[Note]:
    """The notes that hang there already just as a line would stick one on; none for any other command."""
    typed = TypedLine(line, board)
    if any(pattern.fullmatch(typed.plain) for pattern, _ in _COMMANDS):
        return []
    try:
        kind, text, more = new_note(board, typed)
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


def _carry_out(board: Board, line: TypedLine, author: str, role: str) -> tuple[Board, T]:
    matches = ((pattern.fullmatch(line.plain), command) for pattern, command in _COMMANDS)
    found, command = next((pair for pair in matches if pair[0]), (None, None))
    board, done = command(board, found, line) if command else add(board, line, author, role)
    if told := dict.fromkeys((*line.tags.told, *line.left)):
        done = T("{done} ({told})", "{done}({told})").format(done=done, told=listed(told))
    return board, done


def _reworded(board: Board, found: re.Match[str], line: TypedLine) -> tuple[Board, T]:
    id = line.tags.id(board, found[1], sure=True)
    board = edits.reword(board, id, as_typed(found, 2, line.typed))
    line.look_at(board.notes[id])
    return _told(board, T("{tag} reworded", "{tag} を書き直しました"), id)


def _retyped(board: Board, found: re.Match[str], line: TypedLine) -> tuple[Board, T]:
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


def _retyped_or_unread(board: Board, found: re.Match[str], line: TypedLine) -> tuple[Board, T]:
    line.tags.id(board, found[1])
    if find_kind(found[2]) is None:
        raise unread(line.plain)
    return _retyped(board, found, line)


def _tied(board: Board, found: re.Match[str], line: TypedLine) -> tuple[Board, T]:
    ones, others = (line.tags.ids(board, spelt_out(board, found[part])) for part in (1, 3))
    untied = "x" in found[2].lower()
    for one in ones:
        for other in others:
            board = (edits.unlink if untied else edits.link)(board, one, other)
    done = T("{tag} untied", "{tag} のつながりを外しました") if untied else T("{tag} tied", "{tag} をつなぎました")
    return _told(board, done, *dict.fromkeys((*ones, *others)))


def _marked(board: Board, found: re.Match[str], line: TypedLine) -> tuple[Board, T]:
    ids = line.tags.ids(board, spelt_out(board, found[1]))
    for id in ids:
        board = edits.mark(board, id, True)
    return _told(board, T("{tag} is pivotal", "{tag} を転換点にしました"), *ids)


def _unmarked(board: Board, found: re.Match[str], line: TypedLine) -> tuple[Board, T]:
    ids = line.tags.ids(board, spelt_out(board, found[1]))
    for id in ids:
        board = edits.mark(board, id, False)
    return _told(board, T("{tag} is not pivotal", "{tag} の転換点の印を外しました"), *ids)


def _taken_off(board: Board, found: re.Match[str], line: TypedLine) -> tuple[Board, T]:
    tags = re.findall(TAG, spelt_out(board, found[1]), re.IGNORECASE)
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


def _changed(board: Board, found: re.Match[str], line: TypedLine) -> tuple[Board, T]:
    """``E3 E4 @5 #support [trial] to-be by Aya/sales``: whatever is named is changed."""
    ids, begin = line.tags.ids(board, spelt_out(board, found[1])), found.start(2)
    end, more = parts_of(board, line.typed, line.plain, begin, line.tags)
    if line.plain[begin:end].strip():
        raise unread(line.plain)
    links, off = more.pop("links"), more.pop("off", {})
    more = {name: value for name, value in more.items() if name not in off}
    place = {name: more.pop(name, None) for name in ("at", "lane")}
    along = hanging_by(board, ids) if any(part is not None for part in place.values()) and "lane" not in off else []
    for id in ids:
        board = edits.describe(board, id, **more)
        for end in links:
            board = edits.link(board, id, end)
        board = edits.move(board, id, **place)
    for id in along:
        board = edits.move(board, id, **place)
    done = []
    if any(part is not None for part in place.values()):
        done.append(_told(board, T("{tag} moved", "{tag} を動かしました"), *ids)[1])
        done += [_told(board, _ALONG, *along)[1]] if along else []
    elif links or more:
        done.append(_told(board, T("{tag} changed", "{tag} を変えました"), *ids)[1])
    if off:
        board, out = take_out(board, ids, off)
        done.append(out)
    return board, listed(done)


def _dotted(board: Board, found: re.Match[str], line: TypedLine) -> tuple[Board, T]:
    ids = line.tags.ids(board, spelt_out(board, found[1]))
    for id in ids:
        board = give_dots(board, id, found[2])
    dots = board.notes[ids[0]].dots
    done = _DOTS if dots else _NO_DOTS
    return _told(
        board, T(done.en.replace("{dots}", shown_dots(dots)), done.ja.replace("{dots}", shown_dots(dots))), *ids
    )


def _border_renamed(board: Board, found: re.Match[str], line: TypedLine) -> tuple[Board, T]:
    old, new = (" ".join(as_typed(found, part, line.typed).split()) for part in (1, 2))
    inside = [note.id for note in board if note.context and same_words(note.context) == same_words(old)]
    if not inside:
        raise Slip(
            _NO_BORDER.format(name=old), _BORDERS.format(names=", ".join(board.contexts)) if board.contexts else _PUT_IN
        )
    for id in inside:
        board = edits.describe(board, id, context=new)
    return board, _BORDER_RENAMED.format(new=new, tag=", ".join(board.notes[id].tag for id in inside))


def _titled(board: Board, found: re.Match[str], line: TypedLine) -> tuple[Board, T]:
    title = " ".join(as_typed(found, 1, line.typed).split())[:_LONGEST_TITLE]
    return replace(board, title=title), T("the wall is titled “{title}”", "壁の題名を「{title}」にしました").format(
        title=title
    )


_STAR = "[!★☆]"
_TAKE_OFF = "削除(?:する|して)?|はがす|はがして|剥がす|剥がして|消す|消して|delete|remove"
_LONGEST_TITLE = 80
_COMMANDS: tuple[tuple[re.Pattern[str], Callable[[Board, re.Match[str], TypedLine], tuple[Board, T]]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), command)
    for pattern, command in (
        (rf"({TAG})\s*:\s*(.+)", _reworded),
        (r"\[\s*([^\[\]]*[^\[\]\s])\s*\]\s*[:=]\s*\[?\s*([^\[\]]*[^\[\]\s])\s*\]?", _border_renamed),
        (rf"({SEVERAL})\s*(-?>|-?x)\s*({SEVERAL})", _tied),
        (rf"({TAG})\s*=\s*(.+)", _retyped),
        (rf"({SEVERAL})\s*{_STAR}", _marked),
        (rf"({SEVERAL})\s*-\s*{_STAR}", _unmarked),
        (rf"(?:-|(?:{_TAKE_OFF})\s*:?)\s*({SEVERAL})", _taken_off),
        (rf"({SEVERAL})\s*を?\s*(?:{_TAKE_OFF})", _taken_off),
        (rf"({SEVERAL})\s*(?:(?<!\d)|(?!\d))({DOTS})", _dotted),
        (r"(?:title|題名|タイトル)(?:\s*:\s*|\s+)(\S.*)", _titled),
        (rf"({SEVERAL})(\s*(?:{OFF}\s*)?[@#\[>-].*|\s+{ENDS_WITH_A_WORD}.*)", _changed),
        (rf"({TAG})\s+(\S+)", _retyped_or_unread),
    )
)


def _told(board: Board, done: T, *ids: int) -> tuple[Board, T]:
    """A board, and what was done to some notes of it."""
    return board, done.format(tag=", ".join(board.notes[id].tag for id in ids))


_DOTS = T("{tag}: {dots}", "{tag} の丸を {dots} にしました")
_NO_DOTS = T("{tag} has no dots", "{tag} の丸をなくしました")
_SAME_KIND = T("{tag} was that already ({name})", "{tag} はもともと{name}です")
_NO_COLOUR = T(
    "{tag} stays what it was ({name}), whatever its paper", "{tag} は{name}のままで、紙の色の記録を消しました"
)
_ALONG = T("{tag} moved along, tied to it", "つながっている {tag} も一緒に動かしました")
_BORDER_RENAMED = T("the border is called “{new}” now ({tag})", "境界の名前を「{new}」にしました({tag})")
_NO_BORDER = T("There is no border “{name}”.", "「{name}」という境界はありません。")
_BORDERS = T("There are: {names}.", "いまある境界: {names}")
_PUT_IN = T(
    "Put notes into one: “E22 E23 [new name]”.", "「E22 E23 [境界の名前]」と書くと、付箋を境界の中に入れられます。"
)
_NO_MARK = T("its pivotal mark is off", "転換点の印は外れました")

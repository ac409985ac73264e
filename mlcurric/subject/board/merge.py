"""Two versions of a board made one, note by note: what only one side changed is taken, what both changed is kept twice and told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from mlcurric.subject.board.finding import short, tags_of
from mlcurric.subject.board.model import Board, Note
from mlcurric.text import T

# What a note says. Where both sides changed it both stay; of a place or a lane one is as good as the other.
_SAYS = ("text", "kind")
_PLAIN = tuple(field.name for field in fields(Note) if field.name not in ("id", "links", "more"))


@dataclass(frozen=True)
class Merged:
    """Two versions as one.

    Attributes:
        board: what is on the wall now.
        says: what the two disagreed about and what became of it, a sentence each.
        gone: the notes that ``theirs`` took off and ``mine`` had left as they were.
    """

    board: Board
    says: tuple[T, ...] = ()
    gone: tuple[Note, ...] = ()


def merge(base: Board, mine: Board, theirs: Board) -> Merged:
    """Merge two versions of a board that both began as ``base``, by the notes' numbers.

    A number that both sides gave to a new note stays with ``theirs``, which others have seen; mine gets the next free one.
    A note that one side took off and the other changed stays.
    """
    mine, moved, says = _renumbered(base, mine, theirs)
    notes: dict[int, Note] = {}
    twice: list[Note] = []
    gone: list[Note] = []
    # In the order of the file; what is new here comes last.
    for id in dict.fromkeys((*theirs.notes, *mine.notes)):
        before, here, there = (board.notes.get(id) for board in (base, mine, theirs))
        if here is None or there is None:
            left = here or there
            if before is None or left != before:
                notes[id] = left
                if before is not None:
                    says.append(_TAKEN_OFF.format(tag=left.tag, text=short(left.text)))
            elif there is None:
                gone.append(left)
        elif before is None or here == there:
            notes[id] = here
        else:
            notes[id], told = _one(before, here, there)
            says += told
            if _both_reworded(before, here, there):
                twice.append(there)
    free = max(board.next_id for board in (base, mine, theirs))
    says += _kept_twice(notes, twice, free)
    kept = {
        id: replace(note, links=tuple(end for end in note.links if not _gone(end, notes, base)))
        for id, note in notes.items()
    }
    title, team = (_either(*(getattr(board, name) for board in (base, mine, theirs))) for name in ("title", "team"))
    last = max([free - 1 + len(twice), *moved.values()])
    comments = tuple(dict.fromkeys((*theirs.comments, *(one for one in mine.comments if one not in base.comments))))
    merged = Board(kept, title, team, comments=comments)
    return Merged(replace(merged, last=last) if last >= merged.next_id else merged, tuple(says), tuple(gone))


def read_too_late(seen: Mapping[int, Note], found: Board, mine: Board) -> Merged:
    """What somebody made of a board while it said something that they had not read yet; nothing of it is lost.

    Args:
        seen: the notes that had been changed elsewhere, as they were read last.
        found: the board before the change, with what they say by now.
        mine: the board after it.
    """
    notes, says, twice = dict(mine.notes), [], []
    for id, before in seen.items():
        there, here = found.notes.get(id), mine.notes.get(id)
        if there is None or there == here:
            continue
        if here is None:
            notes[id] = there
            says.append(_TAKEN_OFF.format(tag=there.tag, text=short(there.text)))
        elif _both_reworded(before, here, there):
            twice.append(there)
    says += _kept_twice(notes, twice, mine.next_id)
    return Merged(replace(mine, notes=notes), tuple(says))


def about_gone(gone: Sequence[Note]) -> Iterator[T]:
    """What is told of notes that somebody took out of a board's file: how many, and which."""
    if gone:
        said = _GONE_ONE if len(gone) == 1 else _GONE
        yield said.format(n=len(gone), tags=tags_of(gone), text=short(gone[0].text))


def changed_words(before: Board, after: Board) -> dict[int, Note]:
    """The notes that say something else by now, as they were; a note that is gone, or new, is none."""
    return {
        id: note for id, note in before.notes.items()
        if id in after.notes and not _same(note, after.notes[id])
    }  # fmt: skip


def _kept_twice(notes: dict[int, Note], twice: Iterable[Note], free: int) -> Iterator[T]:
    """Hang the others' version of notes that both sides reworded beside mine, under the next free numbers, and tell it."""
    for number, note in enumerate(twice, free):
        notes[number] = replace(note, id=number, pivotal=False)
        yield _REWORDED.format(tag=notes[note.id].tag, other=notes[number].tag, text=short(note.text))


def _renumbered(base: Board, mine: Board, theirs: Board) -> tuple[Board, dict[int, int], list[T]]:
    """My board with new numbers for the new notes whose numbers another note has over there."""
    taken = [
        id for id, note in mine.notes.items()
        if id not in base.notes and id in theirs.notes and not _same(note, theirs.notes[id])
    ]  # fmt: skip
    free = max(board.next_id for board in (base, mine, theirs))
    moved = {id: free + at for at, id in enumerate(taken)}
    notes = {}
    for note in mine.notes.values():
        links = tuple(moved.get(end, end) for end in note.links)
        # A note that stood here before my new one was made cannot mean the other's.
        notes[moved.get(note.id, note.id)] = replace(note, id=moved.get(note.id, note.id), links=links)
    says = [_RENUMBERED.format(old=mine.notes[old].tag, new=notes[new].tag) for old, new in moved.items()]
    return replace(mine, notes=notes), moved, says


def _same(one: Note, other: Note) -> bool:
    return (one.text, one.kind) == (other.text, other.kind)


def _one(before: Note, here: Note, there: Note) -> tuple[Note, list[T]]:
    """A note that both sides have: each part from the side that changed it; where both did, from the file."""
    changes: dict[str, object] = {}
    both = []
    for name in _PLAIN:
        old, mine, other = (getattr(note, name) for note in (before, here, there))
        changes[name] = mine if other == old else other
        if mine not in (old, other) and other != old:
            # My words stay with the number; the others' get a note of their own.
            if name in _SAYS:
                changes[name] = mine
            else:
                both.append(_NAMES.get(name, T(name, name)))
    if _both_reworded(before, here, there):
        changes |= {name: getattr(here, name) for name in _SAYS}
    links = tuple(dict.fromkeys(
        end for end in (*there.links, *here.links)
        if (end in here.links and end in there.links) or end not in before.links
    ))  # fmt: skip
    tag = replace(before, kind=changes["kind"]).tag
    told = [_MOVED.format(tag=tag, what=what) for what in both]
    return replace(before, links=links, more=dict(_merged_cells(before.more, here.more, there.more)), **changes), told


def _both_reworded(before: Note, here: Note, there: Note) -> bool:
    """Whether both sides changed what a note says, and not to the same."""
    return any(
        getattr(here, name) not in (getattr(before, name), getattr(there, name))
        and getattr(there, name) != getattr(before, name)
        for name in _SAYS
    )


def _merged_cells(
    before: Mapping[str, str], here: Mapping[str, str], there: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys((*there, *here)):
        cell = _either(*(cells.get(name, "") for cells in (before, here, there)))
        if cell or name in there:
            yield name, cell


def _either(before: str, here: str, there: str) -> str:
    return here if there == before else there


def _gone(end: int, notes: Mapping[int, Note], base: Board) -> bool:
    """Whether a tie leads to a note that was taken off; one that led nowhere before stays, for the check to tell."""
    return end not in notes and end in base.notes


_NAMES = {
    "at": T("place", "位置"),
    "lane": T("lane", "レーン"),
    "context": T("context", "コンテキスト"),
    "author": T("author", "書いた人"),
    "role": T("role", "役割"),
    "layer": T("layer", "レイヤー"),
    "pivotal": T("pivotal mark", "転換点の印"),
    "colour": T("colour", "色"),
}
_GONE_ONE = T(
    "{tags} (“{text}”) is not in the file any longer; it came off this wall, too.",
    "{tags}(「{text}」)はファイルから消えていたので、この壁からも外しました。",
)
_GONE = T(
    "{n} notes are not in the file any longer; they came off this wall, too: {tags}.",
    "{n}枚の付箋がファイルから消えていたので、この壁からも外しました({tags})。",
)
_RENUMBERED = T(
    "Your {old} is now {new}; the file had another note of that number.",
    "こちらで貼った {old} は {new} になりました。同じ番号の別の付箋が、ファイルにあったためです。",
)
_REWORDED = T(
    "{tag} was changed in both places; yours stands. The other said “{text}”, kept beside it as {other}. If one is enough: “- {other}”",
    "{tag} は両方で書き換えられていました。こちらの文を生かし、もう一方の文(「{text}」)は {other} として隣に残しました。1枚でよければ「- {other}」ではがしてください。",
)
_MOVED = T(
    "{tag}: its {what} was changed in both places; the one in the file stands.",
    "{tag} の{what}は両方で変えられていました。ファイルのほうに合わせました。",
)
_TAKEN_OFF = T(
    "{tag} (“{text}”) was taken off in one place and changed in the other; it stays. To take it off all the same: “- {tag}”",
    "{tag}(「{text}」)は、片方ではがされ、もう片方で変えられていたので、残しました。それでもはがすなら「- {tag}」と書いてください。",
)

"""A board and its notes, as plain frozen data; whoever draws, checks or changes a board starts from these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from mlcurric.subject.board.kinds import KINDS, Kind
from mlcurric.text import T

AS_IS, TO_BE = "as-is", "to-be"
LAYERS: Mapping[str, T] = MappingProxyType({AS_IS: T("as is", "いま"), TO_BE: T("to be", "これから")})
LONGEST_TEXT = 10_000
"""Signs on one note that are kept; more is no note any longer."""

HIGHEST_NUMBER = 899_999
"""Of a note in a file; the numbers of six digits above it are left for new ones."""


@dataclass(frozen=True)
class Note:
    """One sticky note.

    Attributes:
        id: its number on this board; it is kept when the note is moved, reworded or turned into another kind.
        kind: the id of its kind (see ``KINDS``).
        text: what is written on it.
        at: where it stands on the timeline; only the order counts, so 3.5 is between 3 and 4.
        lane: which row it stands in (a department, a role), ``""`` for the first.
        author: who wrote it, ``""`` if nobody knows.
        role: the author's role in the room.
        context: the context whose words it uses (“sales”, 「営業」), drawn as a frame.
        links: the ids of the notes that it belongs to.
        layer: ``AS_IS`` or ``TO_BE``.
        pivotal: whether everything before it differs from everything after it.
        colour: the paper's colour where it was written down; a kind has a colour of its own.
        more: what stands in columns that are not ours; they are kept.
    """

    id: int
    kind: str
    text: str
    at: float = 0.0
    lane: str = ""
    author: str = ""
    role: str = ""
    context: str = ""
    links: tuple[int, ...] = ()
    layer: str = AS_IS
    pivotal: bool = False
    colour: str = ""
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def of_kind(self) -> Kind:
        return KINDS[self.kind]

    @property
    def tag(self) -> str:
        """What its corner says, ``"E12"``: the kind's letter, for black and white, and its number."""
        return f"{self.of_kind.letter}{self.id}"


@dataclass(frozen=True)
class Board:
    """A wall of notes.

    Attributes:
        notes: the notes by id.
        title: what the board is about.
        team: whose it is.
        last: the highest number ever given, so that none is given twice; 0 where nobody noted it down.
        comments: what stands beside the notes in the board's file, a line each.
    """

    notes: Mapping[int, Note] = field(default_factory=dict)
    title: str = ""
    team: str = ""
    last: int = 0
    comments: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Note]:
        """The notes from left to right; notes of one place in the order of their lanes and ids."""
        return iter(self._in_order)

    # Asked for once a note by whoever walks along the wall, and a board is never changed: each is worked out once.
    @cached_property
    def _in_order(self) -> tuple[Note, ...]:
        lanes = {lane: at for at, lane in enumerate(self.lanes)}
        return tuple(sorted(self.notes.values(), key=lambda note: (note.at, lanes[note.lane], note.id)))

    @cached_property
    def _named_by(self) -> Mapping[int, set[int]]:
        """The notes that name a note in their links, by the number of that note."""
        named: dict[int, set[int]] = {}
        for note in self.notes.values():
            for link in note.links:
                named.setdefault(link, set()).add(note.id)
        return named

    def __len__(self) -> int:
        return len(self.notes)

    @cached_property
    def lanes(self) -> tuple[str, ...]:
        """The lanes from top to bottom: by the first place of each; of two at one place, by the lower number that stands there."""
        # By what the notes say, not by when they were hung: the wall on screen and the one read from its file look alike.
        found = sorted((note.at, note.id, note.lane) for note in self.notes.values())
        return tuple(dict.fromkeys(lane for *_, lane in found))

    @property
    def contexts(self) -> tuple[str, ...]:
        """The contexts from left to right."""
        found = sorted((note.at, note.context) for note in self.notes.values() if note.context)
        return tuple(dict.fromkeys(context for _, context in found))

    def of(self, *kinds: str, layer: str | None = None) -> list[Note]:
        """The notes of some kinds, from left to right; of one layer, if one is named."""
        return [note for note in self if note.kind in kinds and layer in (None, note.layer)]

    def linked(self, note: Note) -> list[Note]:
        """The notes at the other end of a note's links, whichever of the two names the other."""
        ids = {*note.links, *self._named_by.get(note.id, ())}
        return [other for other in self if other.id in ids] if ids else []

    @property
    def next_id(self) -> int:
        """The number that a new note gets: none that another had, or that a note is tied to."""
        number = max(self.last, *self.notes, 0) + 1
        while number in self._named_by:
            number += 1
        return number

    def put(self, *notes: Note) -> Board:
        """The board with some notes on it, each in place of the one of its number if there is one."""
        return replace(self, notes={**self.notes, **{note.id: note for note in notes}})

    def without(self, id: int) -> Board:
        """The board without a note, and without the links that led to it."""
        left = {
            other.id: replace(other, links=tuple(link for link in other.links if link != id))
            for other in self.notes.values()
            if other.id != id
        }
        return replace(self, notes=left, last=self.next_id - 1)


def shown_place(at: float) -> str:
    """A place on the timeline as people write it, ``"3"`` or ``"3.25"``, which reads back as just that place."""
    return repr(float(at)).removesuffix(".0")

"""The headings of a board's table: each column of ours once, everything else kept under a name of its own, and that is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mlcurric.subject.board.finding import short
from mlcurric.subject.sheets import meant_of, plain_heading
from mlcurric.text import T


@dataclass(frozen=True)
class Kept:
    """A column that is kept as the room's own, though its heading does not say so.

    Attributes:
        name: what its cells are kept under.
        instead: the heading of the column that was read in its place; ``""`` where it has no heading.
        at: which column it is, counted from 1.
        heading: its own.
    """

    name: str
    instead: str
    at: int
    heading: str

    @property
    def says(self) -> T:
        alike = self.heading == self.instead
        said = _UNNAMED if not self.heading else _AGAIN if alike else _SECOND
        return said.format(heading=short(self.heading), instead=short(self.instead), at=self.at)

    @property
    def way_out(self) -> T:
        return _KEPT.format(name=short(self.name))


def places_of(headings: Sequence[str], filled: Sequence[bool], words: Mapping[str, Sequence[str]]) -> dict[int, str]:
    """Which column stands where: of several headings that mean it one that is filled in, and of these the first of its words.

    Args:
        filled: by column, whether anything stands below its heading.
        words: by the column's name what it may be called, as ``plain_heading`` gives it, the plainest first.

    Returns:
        The place, counted from 0 → the column's name.
    """
    plain = [plain_heading(heading) for heading in headings]
    places: dict[int, str] = {}
    for name, called in words.items():
        if found := [at for at, heading in enumerate(plain) if heading in called and at not in places]:
            places[meant_of(found, headings, called, filled)] = name
    return places


def names_of(
    headings: Sequence[str], filled: Sequence[bool], places: Mapping[int, str], ours: Collection[str]
) -> list[str]:
    """What the cells of each column are kept under: the name of a column, its heading, or its place; no two alike.

    Args:
        filled, places: as for ``places_of``.
        ours: what would be read as a column of ours when the board's own file is opened, as ``plain_heading`` gives it.

    Returns:
        The names; ``""`` for a column that holds nothing, unless it is the room's own.
    """
    taken: set[str] = set(places.values())
    names = []
    for at, heading in enumerate(headings):
        name = places.get(at)
        if name is None:
            own = heading.strip() or f"({at + 1})"
            if not filled[at] and (not heading.strip() or plain_heading(heading) in ours):
                own = ""
            name, again = own, 2
            while name and (plain_heading(name) in ours or name in taken):
                name, again = f"{own} ({again})", again + 1
            taken.add(name)
        names.append(name)
    return names


def kept_beside(
    headings: Sequence[str],
    filled: Sequence[bool],
    places: Mapping[int, str],
    names: Sequence[str],
    words: Mapping[str, Sequence[str]],
) -> Iterator[Kept]:
    """What is to be told of a table's columns: those without a heading, and those whose meaning another column has.

    Args:
        names: as ``names_of`` gave them; the others as for ``places_of``.
    """
    read = {name: headings[at] for at, name in places.items()}
    for at, (heading, name) in enumerate(zip(headings, names, strict=True)):
        if at in places or not filled[at]:
            continue
        plain = plain_heading(heading)
        meant = next((read[column] for column, called in words.items() if plain in called and column in read), "")
        if meant or not heading.strip():
            yield Kept(name, meant, at + 1, heading)


_SECOND = T(
    "the headings “{instead}” and “{heading}” mean the same column; “{instead}” was read.",
    "見出し「{instead}」と「{heading}」は同じ意味の列なので、「{instead}」のほうを読みました。",
)
_AGAIN = T(
    "the heading “{heading}” stands there more than once; one of them was read.",
    "見出し「{heading}」の列がいくつもあるので、そのうちの1つを読みました。",
)
_UNNAMED = T(
    "something stands in column {at}, which has no heading.",
    "左から{at}列目に、見出しのない書き込みがあります。",
)
_KEPT = T(
    "This one is kept as a column “{name}”; if it belongs elsewhere, move it there.",
    "こちらは「{name}」という列にして残します。別の列に入るものなら、移してください。",
)

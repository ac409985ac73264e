"""Columns of a board's file whose headings are not known any more: found again by what stands in them, or by the wall as it hung.

Whoever gives a heading another name in Excel means no other notes; without this their kinds, places and ties would be lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mlcurric.subject.board.kinds import find_kind
from mlcurric.subject.board.model import Board, Note
from mlcurric.subject.board.table import COLUMNS, DOTS, number_in, to_rows
from mlcurric.subject.said import plain
from mlcurric.subject.sheets import Fault
from mlcurric.text import T

_ENOUGH = 0.8
"""So many of the cells that can be compared say what the wall says: the column is the same."""
_FEW = 2
_FIELDS = {name: name for name in (*COLUMNS, DOTS) if name not in ("id", "text")}


@dataclass(frozen=True)
class Columns:
    """The columns of a board's file that no heading names.

    Args:
        headings: of the table.
        rows: its cells, without remarks.
        before: the board as it hung before; ``None`` where nobody knows.
    """

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    before: Board | None = None

    def found(self, places: Mapping[int, str]) -> dict[int, str]:
        """Those that are clear by what stands in them: the place, counted from 0 → the column's name.

        Args:
            places: the same of the columns that a heading names.
        """
        found: dict[int, str] = {}
        if "id" not in places.values() and self._is_free(0, places) and self._are_numbers(self._cells(0)):
            found[0] = "id"
        known = {**places, **found}
        for name, at in self._as_before(known):
            found.setdefault(at, name)
        known = {**places, **found}
        if "kind" not in known.values():
            kinds = (
                at for at in range(len(self.headings)) if self._is_free(at, known) and self._are_kinds(self._cells(at))
            )
            if (at := next(kinds, None)) is not None:
                found[at] = "kind"
        return found

    def is_another_wall(self, places: Mapping[int, str]) -> bool:
        """Whether hardly any of the notes hung there before, by their words."""
        at = next(at for at, name in places.items() if name == "text")
        texts = {plain(row[at]) for row in self.rows if row[at]}
        known = {plain(note.text) for note in self.before or ()}
        return 2 * len(texts & known) < len(texts)

    def _as_before(self, places: Mapping[int, str]) -> Iterator[tuple[str, int]]:
        """The columns that say line by line what the wall said."""
        number = next((at for at, name in places.items() if name == "id"), None)
        if self.before is None or number is None:
            return
        said = {int(row["id"]): row for row in to_rows(self.before)}
        taken: set[int] = set()
        for name in ("text", *_FIELDS):
            if name in places.values():
                continue
            shares = {}
            for at in range(len(self.headings)):
                if not self._is_free(at, places) or at in taken:
                    continue
                pairs = [
                    (row[at], said[id].get(name, "")) for row in self.rows if (id := number_in(row[number])) in said
                ]
                pairs = [(now, then) for now, then in pairs if now or then]
                if len(pairs) >= _FEW and len({then for _, then in pairs}) >= min(len(pairs), _FEW):
                    shares[at] = sum(_alike(now, then) for now, then in pairs) / len(pairs)
            best = max(shares, key=shares.__getitem__, default=None)
            if best is not None and shares[best] >= _ENOUGH:
                taken.add(best)
                yield name, best

    def _is_free(self, at: int, places: Mapping[int, str]) -> bool:
        return at not in places and bool(self.headings[at].strip())

    def _cells(self, at: int) -> list[str]:
        return [row[at] for row in self.rows if any(row)]

    @staticmethod
    def _are_numbers(cells: Sequence[str]) -> bool:
        numbers = list(map(number_in, cells))
        return len(cells) >= _FEW and None not in numbers and len(set(numbers)) == len(numbers)

    @staticmethod
    def _are_kinds(cells: Iterable[str]) -> bool:
        filled = list(filter(None, cells))
        return len(filled) >= _FEW and all(map(find_kind, filled))


def stays(board: Board, before: Board, missing: Iterable[str]) -> tuple[Board, list[str]]:
    """A board of whose file columns are missing, with what the wall said in them before.

    Returns:
        The board, and the names of the columns that said something.
    """
    names = [name for name in missing if name in _FIELDS]
    said = [
        name for name in names
        if any(getattr(note, name) != _empty(note, name) for id, note in before.notes.items() if id in board.notes)
    ]  # fmt: skip
    notes = {
        id: replace(note, **{name: getattr(before.notes[id], name) for name in said}) if id in before.notes else note
        for id, note in board.notes.items()
    }
    return replace(board, notes=notes), said


def about_found(line: int, headings: Sequence[str], found: Mapping[int, str]) -> Iterator[Fault]:
    """What is told of columns that were found by what stands in them."""
    for at, name in found.items():
        yield Fault(line, _READ_AS.format(heading=headings[at], name=name), _NAME_IT.format(name=name))


def about_missing(line: int, file: str, names: Iterable[str]) -> Iterator[Fault]:
    """What is told of columns that the wall keeps as it hung."""
    for name in names:
        yield Fault(line, _STAYS.format(file=file, name=name), _NAME_IT.format(name=name))


def _empty(note: Note, name: str) -> object:
    return getattr(Note(note.id, "event", note.text), name)


def _alike(now: str, then: str) -> bool:
    if plain(now) == plain(then):
        return True
    kind = find_kind(now)
    if kind is not None and kind.id == then:
        return True
    try:
        return float(now) == float(then)
    except ValueError:
        return False


_READ_AS = T(
    "the heading “{heading}” is none of ours; by what stands below it, it was read as “{name}”.",
    "見出し「{heading}」は決まった列の名前ではありませんが、中身を見て「{name}」として読みました。",
)
_STAYS = T(
    "“{file}” has no column “{name}” any more; what it said on the wall stays as it is.",
    "「{file}」に「{name}」の列がなくなっています。その列の内容は、壁にあるままにしました。",
)
_NAME_IT = T("Name the column “{name}”.", "その列の見出しを「{name}」にしてください。")

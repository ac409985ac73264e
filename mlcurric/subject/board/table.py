"""A board as a table: one note a line, so that it can be typed from a photographed wall, opened in Excel, and compared.

Columns may stand in any order, under English or Japanese headings, and all but the text may be missing. A line that cannot
be read is reported by its number; the others are read.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from mlcurric.subject.board.kinds import KINDS, find_kind, nearest_kind
from mlcurric.subject.board.model import AS_IS, LONGEST_TEXT, TO_BE, Board, Note
from mlcurric.subject.sheets import Fault
from mlcurric.text import T

COLUMNS = ("id", "at", "lane", "kind", "text", "author", "role", "context", "links", "layer", "pivotal", "colour")
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("no", "number", "#", "番号", "付箋番号"),
    "at": ("position", "order", "time", "place", "位置", "順番", "順序", "時間"),
    "lane": ("row", "swimlane", "レーン", "行", "部門"),
    "kind": ("type", "種類", "種別"),
    "text": ("note", "content", "words", "内容", "文", "テキスト", "本文"),
    "author": ("by", "who", "name", "書いた人", "記入者", "作成者"),
    "role": ("author role", "役割", "職種"),
    "context": ("boundary", "area", "bounded context", "コンテキスト", "文脈", "境界"),
    "links": ("link", "linked to", "belongs to", "つながり", "リンク", "関連"),
    "layer": ("レイヤー", "層"),
    "pivotal": ("pivotal event", "転換点", "重要"),
    "colour": ("color", "色"),
}
_TO_BE = ("to-be", "tobe", "to be", "future", "これから", "将来", "あるべき姿")
_AS_IS = ("as-is", "asis", "as is", "now", "today", "いま", "今", "現状", "")
_YES = ("yes", "y", "true", "1", "x", "○", "◯", "✓", "✔", "はい", "転換点")
_NO = ("no", "n", "false", "0", "-", "", "いいえ")


def column_names(headings: Sequence[str]) -> list[str]:
    """What each heading means: one of ``COLUMNS``, or itself where it is not ours or would be the second of its kind."""
    names: list[str] = []
    for heading in headings:
        known = KNOWN.get(_plain(heading), heading.strip())
        names.append(heading.strip() if known in names else known)
    return names


def read_rows(
    rows: Iterable[tuple[int, Mapping[str, str]]], title: str = "", team: str = ""
) -> tuple[Board, list[Fault]]:
    """A board from the lines of a table.

    Args:
        rows: the number of each line in its file, and its cells by the names of ``column_names``.

    Returns:
        The board, and what could not be read as it stood.
    """
    faults: list[Fault] = []
    lines = [_Line(number, cells, faults) for number, cells in rows if any(cell.strip() for cell in cells.values())]
    ids = _ids(lines)
    notes: dict[int, Note] = {}
    for line, id in zip(lines, ids, strict=True):
        text = line.text()
        if text:
            behind = max((note.at for note in notes.values()), default=0.0)
            notes[id] = line.note(id, text, behind)
    return Board(notes, title, team), faults


def to_rows(board: Board) -> list[dict[str, str]]:
    """The lines of a board's table, from left to right, under ``COLUMNS`` and whatever columns its notes brought along."""
    more = dict.fromkeys(name for note in board for name in note.more)
    return [
        {
            "id": str(note.id),
            "at": f"{note.at:g}",
            "lane": note.lane,
            "kind": note.kind,
            "text": note.text,
            "author": note.author,
            "role": note.role,
            "context": note.context,
            "links": " ".join(map(str, note.links)),
            "layer": note.layer,
            "pivotal": _YES[0] if note.pivotal else "",
            "colour": note.colour,
            **{name: note.more.get(name, "") for name in more},
        }
        for note in board
    ]


class _Line:
    """One line of the table while it is read."""

    def __init__(self, number: int, cells: Mapping[str, str], faults: list[Fault]) -> None:
        self.number = number
        self.cells = {name: cell.strip() for name, cell in cells.items()}
        self._faults = faults

    def fault(self, says: T, way_out: T, lost: bool = False, **values: object) -> None:
        values = {name: f"{value[:20]}…" if isinstance(value, str) and len(value) > 21 else value
                  for name, value in values.items()}  # fmt: skip
        self._faults.append(Fault(self.number, says.format(**values), way_out.format(**values), lost))

    def text(self) -> str:
        text = self.cells.get("text", "")
        if not text:
            self.fault(
                T("there is no text.", "文がありません。"),
                T(
                    "The line is left out; write what is on the note.",
                    "この行は飛ばします。付箋の言葉を書いてください。",
                ),
                lost=True,
            )
        if len(text) > LONGEST_TEXT:
            self.fault(
                T("the text has {n} signs.", "文が{n}字あります。"),
                T("The first {most} are kept.", "最初の{most}字を残します。"),
                n=f"{len(text):,}",
                most=f"{LONGEST_TEXT:,}",
            )
        return text[:LONGEST_TEXT]

    def note(self, id: int, text: str, behind: float) -> Note:
        kind = self._kind()
        pivotal = self._one_of("pivotal", {**dict.fromkeys(_YES, True), **dict.fromkeys(_NO, False)}, False)
        layers = {**dict.fromkeys(_AS_IS, AS_IS), **dict.fromkeys(_TO_BE, TO_BE)}
        return Note(
            id,
            kind,
            text,
            self._at(behind),
            pivotal=pivotal and kind == "event",
            layer=self._one_of("layer", layers, TO_BE if kind == "ml_step" and not self.cells.get("layer") else AS_IS),
            links=self._links(id),
            more={name: cell for name, cell in self.cells.items() if name and name not in COLUMNS},
            **{name: self.cells.get(name, "") for name in ("lane", "author", "role", "context", "colour")},
        )

    def _kind(self) -> str:
        typed, colour = self.cells.get("kind", ""), self.cells.get("colour", "")
        if typed and (kind := find_kind(typed)):
            return kind.id
        by_colour = find_kind(colour) or nearest_kind(colour)
        guess = by_colour or KINDS["event"]
        says = (
            T("“{typed}” is no kind of note.", "「{typed}」という種類はありません。")
            if typed
            else T("the kind is missing.", "種類がありません。")
        )
        # A note on coloured paper says its kind by the colour; that is how walls are typed.
        if typed or by_colour is None:
            self.fault(says, T("It is taken for: {name}.", "{name}として読みます。"), typed=typed, name=guess.name)
        return guess.id

    def _at(self, behind: float) -> float:
        typed = _digits(self.cells.get("at", "")).replace(",", ".")
        try:
            at = float(typed)
        except ValueError:
            at = math.nan
        if math.isfinite(at):
            return at
        if typed:
            self.fault(
                T(
                    "“{typed}” is no place on the timeline; a number is expected.",
                    "位置「{typed}」が数字ではありません。",
                ),
                T("It stands behind the one before.", "前の付箋の次に置きます。"),
                typed=typed,
            )
        return math.floor(behind) + 1.0

    def _links(self, id: int) -> tuple[int, ...]:
        typed = _digits(self.cells.get("links", ""))
        found = [int(number) for number in re.findall(r"\d{1,6}", typed)]
        if re.sub(r"[a-z]?\d+|[\s,;、・|>→#-]", "", typed):
            self.fault(
                T(
                    "the links are to be numbers, such as “3 7”; “{typed}” stands there.",
                    "つながりは「3 7」のような番号で書きます(「{typed}」)。",
                ),
                T("What is a number is kept.", "番号だけを残します。"),
                typed=typed,
            )
        return tuple(dict.fromkeys(number for number in found if number != id))

    def _one_of(self, name: str, meanings: Mapping[str, object], otherwise: object) -> object:
        typed = _plain(self.cells.get(name, ""))
        if not typed:
            return otherwise
        if typed not in meanings:
            self.fault(
                T("“{typed}” under {name} cannot be read.", "{name} の「{typed}」が読めません。"),
                T("It is taken as empty.", "空欄として扱います。"),
                typed=typed,
                name=name,
            )
        return meanings.get(typed, otherwise)


def _ids(lines: Sequence[_Line]) -> list[int]:
    """A number for each line: its own, or a new one above all others where it has none or it is taken."""
    own = [_number(line.cells.get("id", "")) for line in lines]
    free = max((number for number in own if number), default=0)
    ids: list[int] = []
    for line, number in zip(lines, own, strict=True):
        if number is None or number in ids:
            free += 1
            if typed := line.cells.get("id", ""):
                line.fault(
                    T("the number {typed} is taken.", "番号 {typed} は重複しています。")
                    if number
                    else T("“{typed}” is no number.", "番号「{typed}」が読めません。"),
                    T("The note becomes {free}.", "この付箋は {free} 番にします。"),
                    typed=typed,
                    free=free,
                )
            number = free
        ids.append(number)
    return ids


def _number(typed: str) -> int | None:
    found = re.fullmatch(r"[a-z]?(\d{1,6})(?:\.0)?", _digits(typed))
    return int(found[1]) or None if found else None


def _digits(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _plain(text: str) -> str:
    return re.sub(r"[\s_]+", " ", _digits(text))


KNOWN = {_plain(word): name for name, words in HEADINGS.items() for word in (name, *words)}
"""Which column each heading names, written plainly."""

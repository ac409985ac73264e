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
from mlcurric.subject.board.model import AS_IS, HIGHEST_NUMBER, LONGEST_TEXT, TO_BE, Board, Note, shown_place
from mlcurric.subject.board.votes import dots_in
from mlcurric.subject.sheets import Fault, plain_heading
from mlcurric.text import T

COLUMNS = ("id", "at", "lane", "kind", "text", "author", "role", "context", "links", "layer", "pivotal", "colour")
DOTS = "dots"
"""The column of the vote; it stands in a file from the first dot on."""
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
    "dots": ("dot", "votes", "票", "票数", "丸", "丸の数"),
}
WORDS: Mapping[str, tuple[str, ...]] = {
    name: tuple(dict.fromkeys(map(plain_heading, (name, *words)))) for name, words in HEADINGS.items()
}
"""What each column may be called, as headings are compared; its own name first."""
KNOWN = frozenset(word for words in WORDS.values() for word in words)
_FARTHEST = 99_999_999
"""Days are put in order by numbers such as 20270121; a number with more digits is no place."""
_TO_BE = ("to-be", "tobe", "to be", "future", "これから", "将来", "あるべき姿")
_AS_IS = ("as-is", "asis", "as is", "now", "today", "いま", "今", "現状", "")
_YES = ("yes", "y", "true", "1", "x", "○", "◯", "✓", "✔", "はい", "転換点")
_NO = ("no", "n", "false", "0", "-", "", "いいえ")


def read_rows(
    rows: Iterable[tuple[int, Mapping[str, str]]], title: str = "", team: str = "", last: int = 0
) -> tuple[Board, list[Fault]]:
    """A board from the lines of a table.

    Args:
        rows: the number of each line in its file, and its cells by the names of ``COLUMNS``, or whatever else they are kept
            under.
        last: the highest number that was ever given, where the file says it.

    Returns:
        The board, and what could not be read as it stood.
    """
    faults: list[Fault] = []
    lines = [_Line(number, cells, faults) for number, cells in rows if any(cell.strip() for cell in cells.values())]
    notes: dict[int, Note] = {}
    behind = 0.0
    for line, id in zip(lines, _ids(lines, last), strict=True):
        text = line.text()
        if text:
            notes[id] = line.note(id, text, behind)
            behind = max(behind, notes[id].at)
    return Board(notes, title, team, last if last > max(notes, default=0) else 0), faults


def to_rows(board: Board) -> list[dict[str, str]]:
    """The lines of a board's table, from left to right, under ``COLUMNS`` and whatever columns its notes brought along."""
    more = dict.fromkeys(name for note in board for name in note.more)
    voted = any(note.dots for note in board)
    return [
        {
            "id": str(note.id),
            "at": shown_place(note.at),
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
            **({DOTS: str(note.dots or "")} if voted else {}),
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
        if pivotal and kind != "event":
            self.fault(
                T("only an event can be pivotal; this is: {name}.", "転換点の印は、イベントにだけつけられます。この付箋は「{name}」です。"),
                T("The mark is left out; put it on the event that is meant.", "印は外しました。もとになるイベントにつけてください。"),
                name=KINDS[kind].name,
            )  # fmt: skip
        layers = {**dict.fromkeys(_AS_IS, AS_IS), **dict.fromkeys(_TO_BE, TO_BE)}
        return Note(
            id,
            kind,
            text,
            self._at(behind),
            pivotal=pivotal and kind == "event",
            layer=self._one_of("layer", layers, TO_BE if kind == "ml_step" and not self.cells.get("layer") else AS_IS),
            links=self._links(id),
            dots=self._dots(),
            more={name: cell for name, cell in self.cells.items() if name and name not in (*COLUMNS, DOTS)},
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
        # A note on coloured paper says its kind by the colour; that is how walls are typed. A column that is missing is told once.
        if typed or (by_colour is None and (colour or "kind" in self.cells)):
            self.fault(says, T("It is taken for: {name}.", "{name}として読みます。"), typed=typed, name=guess.name)
        return guess.id

    def _at(self, behind: float) -> float:
        typed = _digits(self.cells.get("at", "")).replace(",", ".")
        try:
            at = float(typed)
        except ValueError:
            at = math.nan
        if abs(at) <= _FARTHEST:
            return at
        if typed:
            self.fault(
                T(
                    "“{typed}” is no place on the timeline; a number of at most eight digits is expected.",
                    "位置「{typed}」が読めません。8桁までの数字で書きます。",
                ),
                T("It stands behind all notes so far.", "それまでの付箋のいちばん後ろに置きます。"),
                typed=typed,
            )
        return math.floor(behind) + 1.0

    def _dots(self) -> int:
        typed = self.cells.get(DOTS, "")
        dots = dots_in(typed) if typed else 0
        if dots is None:
            self.fault(
                T("“{typed}” is no number of dots.", "票(丸の数)「{typed}」が読めません。"),
                T(
                    "It is taken for none; write a number such as 3.",
                    "0 として扱います。「3」のような数字で書いてください。",
                ),
                typed=typed,
            )
        return dots or 0

    @property
    def linked(self) -> list[int]:
        """The numbers under links; of one that is too long for a note, enough to see that."""
        longest = len(str(HIGHEST_NUMBER)) + 1
        return [int(number[:longest]) for number in re.findall(r"\d+", _digits(self.cells.get("links", "")))]

    def _links(self, id: int) -> tuple[int, ...]:
        typed = _digits(self.cells.get("links", ""))
        found = [number for number in self.linked if 0 < number <= HIGHEST_NUMBER]
        if re.sub(r"[a-z]?\d+|[\s,;、・|>→#-]", "", typed) or len(found) < len(self.linked):
            self.fault(
                T(
                    "the links are to be numbers of notes, such as “3 7”; “{typed}” stands there.",
                    "つながりは「3 7」のような付箋の番号で書きます(「{typed}」)。",
                ),
                T("What is a number of a note is kept.", "付箋の番号だけを残します。"),
                typed=typed,
            )
        return tuple(dict.fromkeys(number for number in found if number != id))

    def _one_of(self, name: str, meanings: Mapping[str, object], otherwise: object) -> object:
        typed = plain_heading(self.cells.get(name, ""))
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


def _ids(lines: Sequence[_Line], last: int) -> list[int]:
    """A number for each line: its own, or a new one where it has none or it is taken.

    A new one is above all others, and none that a line is tied to: it was another note's. Where no line has a number of its own
    they are counted, and ties mean the count.
    """
    own = [number_in(line.cells.get("id", "")) for line in lines]
    free = max([last, *filter(None, own)])
    ends = {end for line in lines for end in line.linked} if any(own) else set()
    ids: dict[int, None] = {}
    for line, number in zip(lines, own, strict=True):
        if number is None or number in ids:
            free += 1
            while free in ends:
                free += 1
            if typed := line.cells.get("id", ""):
                line.fault(
                    T("the number {typed} is taken.", "番号 {typed} は重複しています。")
                    if number
                    else T("“{typed}” is no number of a note.", "番号「{typed}」が読めません。"),
                    T("The note becomes {free}.", "この付箋は {free} 番にします。"),
                    typed=typed,
                    free=free,
                )
            number = free
        ids[number] = None
    return list(ids)


def number_in(typed: str) -> int | None:
    """The number of a note that a cell says, such as ``"12"``, ``"E12"`` or ``"#12"``; ``None`` if it says none."""
    found = re.fullmatch(r"#?[a-z]?(\d{1,6})(?:\.0)?", _digits(typed))
    return int(found[1]) or None if found and int(found[1]) <= HIGHEST_NUMBER else None


def _digits(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()

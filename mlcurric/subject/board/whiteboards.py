"""A board from the CSV that an online whiteboard exports: colours become kinds, x the order, frames the contexts or the lanes.

What was guessed is told, colour by colour, so that the room can say better.
"""

from __future__ import annotations

import html
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from matplotlib.colors import CSS4_COLORS

from mlcurric.subject.board.finding import short
from mlcurric.subject.board.kinds import KINDS, Kind, find_kind, nearest_kind
from mlcurric.subject.board.model import TO_BE, Board
from mlcurric.subject.board.places import Spot, lanes_of, order_of
from mlcurric.subject.board.table import read_rows
from mlcurric.subject.sheets import Fault, plain_heading, read_sheet
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "content", "contents", "sticky note", "sticky text", "sticky note text", "note", "note text", "plain text",
        "body", "message", "text area 1", "title", "description", "label", "テキスト", "内容", "付箋", "付箋の内容", "本文", "文",
        "メモ", "タイトル",
    ),
    "colour": (
        "colour", "color", "background colour", "background color", "bg color", "bg colour", "backgroundcolor", "fill",
        "fill color", "fillcolor", "style.fillcolor", "sticky color", "note color", "色", "背景色", "付箋の色", "カラー", "塗り",
        "塗りつぶし",
    ),
    "x": ("x", "x position", "position x", "position.x", "pos x", "x coordinate", "left", "x座標", "横位置", "左"),
    "y": ("y", "y position", "position y", "position.y", "pos y", "y coordinate", "top", "y座標", "縦位置", "上"),
    "width": ("width", "w", "幅"),
    "author": (
        "author", "created by", "creator", "createdby", "owner", "user", "last updated by", "last modified by", "作成者", "記入者",
        "書いた人", "投稿者", "ユーザー",
    ),
    "tags": ("tags", "tag", "labels", "タグ", "ラベル"),
    "frame": (
        "frame", "frame title", "frame name", "section", "section name", "area", "group", "container", "contained by", "parent",
        "zone", "column", "フレーム", "セクション", "エリア", "グループ", "領域",
    ),
    "type": ("type", "item type", "shape", "object type", "kind", "種類", "種別", "タイプ"),
    "links": ("links", "linked to", "connected to", "つながり", "接続先"),
    "source": ("line source", "start item", "from", "接続元"),
    "target": ("line destination", "end item", "to"),
    "id": ("id", "item id", "note id", "番号"),
}  # fmt: skip
KNOWN = {plain_heading(word): name for name in reversed(HEADINGS) for word in HEADINGS[name]}
_NOT_NOTES = re.compile(
    r"connector|line|arrow|frame|section|image|picture|comment|page|document|コネクタ|線|矢印|フレーム|画像|コメント",
    re.I,
)
_SHAPES = "shape library"
"""Where this column is, “name” says what a line is, not what is written on it."""
_MARKUP = re.compile(r"</?(?:p|br|div|span|strong|b|em|i|u|s|a|ul|ol|li|h[1-6]|font)\b[^<>]*>", re.I)


@dataclass(frozen=True)
class Imported:
    """What came over from a whiteboard.

    Attributes:
        board: the notes.
        guesses: what was read into the file, a sentence each.
        faults: what could not be read as it stood, by the line.
    """

    board: Board
    guesses: tuple[T, ...]
    faults: tuple[Fault, ...] = ()


def read_whiteboard(path: Path, colours: Mapping[str, str] | None = None) -> Imported:
    """Read the table that a whiteboard exported.

    Args:
        colours: the kind that a colour means in this room, such as ``{"#fff9b1": "event"}``, where the nearest of the legend
            is not meant.

    Raises:
        Slip: if the file cannot be read or no column holds texts, naming those there are; or if a kind in ``colours`` is none.
    """
    sheet = read_sheet(path, KNOWN)
    rows = [(line, _cells(names_of(sheet.headings), row)) for line, row in sheet.rows]
    if not any(row.get("text") for _, row in rows):
        raise Slip(
            T("No column of “{name}” holds the texts of notes; it has {found}.", "「{name}」に付箋の言葉の列が見つかりません。あるのは {found} です。").format(
                name=path.name, found=", ".join(filter(None, map(short, sheet.headings[:12])))
            ),
            T("Name that column “text”, and export or save it once more.", "その列の見出しを「text」か「内容」にして、保存し直してください。"),
        )  # fmt: skip
    notes = [(line, row) for line, row in rows if row.get("text") and not _NOT_NOTES.search(row.get("type", ""))]
    guesses = _Guesses(_meant(colours or {}))
    for _, row in notes:
        guesses.kind(row)
    spots = [
        Spot(_number(row, "x"), _number(row, "y"), _number(row, "width"), row.get("frame", "")) for _, row in notes
    ]
    _ordered(notes, spots, guesses)
    _tied(notes, rows)
    board, faults = read_rows(notes, path.stem)
    return Imported(board, (*guesses.told(len(notes), len(rows) - len(notes)),), tuple(faults))


def names_of(headings: Sequence[str]) -> list[str]:
    """What each heading means; the first that fits, itself where it is not known or would be the second of its kind.

    Of several columns that may hold the text, the one that stands first in ``HEADINGS`` is meant.
    """
    plain = [plain_heading(heading) for heading in headings]
    names = [f"{heading} " if heading in HEADINGS else heading for heading in headings]
    for name, words in HEADINGS.items():
        if name == "type" and _SHAPES in plain:
            words = ("name", *words)
        found = next((plain.index(word) for word in map(plain_heading, words) if word in plain), None)
        if found is not None:
            names[found] = name
    return names


def _cells(names: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    cells = {name: cell for name, cell in zip(names, row, strict=True) if name and cell.strip()}
    if "text" in cells and _MARKUP.search(cells["text"]):
        lines = re.sub(r"(?i)<br\b[^<>]*>|</(?:p|div|li)>", "\n", cells["text"])
        cells["text"] = html.unescape(_MARKUP.sub("", lines)).strip()
    # Whoever hands the file on did not mean to hand on addresses.
    if "@" in cells.get("author", ""):
        cells["author"] = cells["author"].partition("@")[0].strip()
    return cells


class _Guesses:
    """What the colours and tags of a whiteboard are taken for."""

    def __init__(self, meant: Mapping[str, Kind]) -> None:
        self._meant = meant
        self._seen: Counter[tuple[str, str]] = Counter()
        self.about_places: list[T] = []

    def kind(self, row: dict[str, str]) -> None:
        """Write a note's kind, layer and pivotal mark into its row."""
        tags = [tag for tag in re.split(r"[,;、|]", row.pop("tags", "")) if tag.strip()]
        told = [kind for tag in (*tags, row.pop("type", "")) if (kind := find_kind(tag.strip()))]
        left = []
        for tag in tags:
            plain = plain_heading(tag).replace(" ", "-")
            if plain in (TO_BE, "tobe", "これから", "将来"):
                row["layer"] = TO_BE
            elif plain in ("pivotal", "転換点"):
                row["pivotal"] = "yes"
            elif find_kind(tag.strip()) is None:
                left.append(tag.strip())
        if left:
            row["tags"] = ", ".join(left)
        colour = row.pop("colour", "").strip()
        kind = told[0] if told else self._of(colour)
        row["kind"] = (kind or KINDS["event"]).id
        if not told:
            self._seen[(colour, row["kind"] if kind else "")] += 1

    def _of(self, colour: str) -> Kind | None:
        plain = plain_heading(colour)
        if plain in self._meant:
            return self._meant[plain]
        return find_kind(colour) or nearest_kind(CSS4_COLORS.get(plain.replace(" ", ""), colour)) or _by_words(plain)

    def told(self, notes: int, skipped: int) -> list[T]:
        says = [T("{n} notes came over.", "{n}枚の付箋を読み込みました。").format(n=notes)]
        if skipped:
            says.append(
                T("{n} lines are no notes (arrows, frames, empty ones).", "{n}行は付箋ではありません(矢印、枠、空の行など)。").format(n=skipped)
            )  # fmt: skip
        for (colour, kind), count in self._seen.most_common():
            said = _READ_AS if kind else _UNKNOWN if colour else _NO_COLOUR
            says.append(said.format(colour=short(colour), n=count, kind=KINDS[kind or "event"].name))
        if self._seen:
            says.append(_CORRECT)
        return [*says, *self.about_places]


def _by_words(plain: str) -> Kind | None:
    """The kind of a colour such as “light orange” or 「薄い黄色」: by the last word that is a colour of ours."""
    words = [kind for word in reversed(plain.replace("-", " ").split()) if (kind := find_kind(word))]
    parts = (find_kind(plain[at:]) for at in range(1, len(plain)))
    return words[0] if words else next(filter(None, parts), None)


def _meant(colours: Mapping[str, str]) -> dict[str, Kind]:
    meant = {}
    for colour, typed in colours.items():
        kind = find_kind(typed)
        if kind is None:
            raise Slip(
                T("There is no kind “{typed}”.", "「{typed}」という種類はありません。").format(typed=typed),
                T("There are {every}.", "あるのは {every} です。").format(
                    every=listed(kind.name for kind in KINDS.values())
                ),
            )
        meant[plain_heading(colour)] = kind
    return meant


def _ordered(notes: list[tuple[int, dict[str, str]]], spots: list[Spot], guesses: _Guesses) -> None:
    """Write each note's place, lane and context into its row."""
    order, lanes = order_of(spots), lanes_of(spots)
    for (_, row), at, lane in zip(notes, order, lanes.of_notes, strict=True):
        frame = row.pop("frame", "")
        row["at"] = str(at)
        if lane:
            row["lane"] = lane
        if frame and not lanes.are_frames:
            row["context"] = frame
        for name in ("x", "y", "width"):
            row.pop(name, None)
    known = any(spot.x is not None for spot in spots)
    guesses.about_places.append(_FROM_LEFT if known else _IN_ORDER)
    if any(spot.frame for spot in spots):
        guesses.about_places.append(_FRAMES_LANES if lanes.are_frames else _FRAMES_CONTEXTS)
    elif any(lanes.of_notes):
        guesses.about_places.append(_GAPS)


def _tied(notes: list[tuple[int, dict[str, str]]], rows: list[tuple[int, dict[str, str]]]) -> None:
    """Number the notes anew, from left to right, and turn the whiteboard's ids and arrows into links."""
    ahead = sorted(notes, key=lambda note: float(note[1]["at"]))
    numbers = {row["id"]: number for number, (_, row) in enumerate(ahead, 1) if row.get("id")}
    links: dict[str, list[str]] = {}
    for _, row in rows:
        if row.get("source") in numbers and row.get("target") in numbers:
            links.setdefault(row["source"], []).append(row["target"])
    for number, (_, row) in enumerate(ahead, 1):
        own = row.pop("id", "")
        ends = [end.strip() for end in re.split(r"[,;、\s|]+", row.pop("links", "")) if end.strip()] + links.get(
            own, []
        )
        row["links"] = " ".join(str(numbers[end]) for end in dict.fromkeys(ends) if end in numbers)
        row["id"] = str(number)
        for name in ("source", "target"):
            row.pop(name, None)


def _number(row: Mapping[str, str], name: str) -> float | None:
    typed = unicodedata.normalize("NFKC", row.get(name, "")).strip().casefold().removesuffix("px").replace(",", "")
    try:
        number = float(typed)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


_READ_AS = T("{colour} ({n}): read as {kind}.", "{colour}({n}枚)は「{kind}」として読みました。")
_UNKNOWN = T(
    "{colour} ({n}): no colour of the legend; read as {kind}.",
    "{colour}({n}枚)は凡例にない色です。ひとまず「{kind}」として読みました。",
)
_NO_COLOUR = T(
    "{n} notes have no colour in the file; read as {kind}.",
    "色のわからない{n}枚は、ひとまず「{kind}」として読みました。",
)
_CORRECT = T(
    'If a colour means something else in this room, name it: colours={"#fff9b1": "event"}.',
    'この部屋で色の意味が違うときは、colours={"#fff9b1": "event"} のように指定してください。',
)
_FROM_LEFT = T("The order is that from left to right.", "順番は、左から右に並べたとおりです。")
_IN_ORDER = T(
    "There are no places in the file; the order is that of its lines.", "位置の列がないので、行の順に並べました。"
)
_FRAMES_CONTEXTS = T("Frames became contexts.", "枠(フレーム)は「コンテキスト」にしました。")
_FRAMES_LANES = T(
    "The frames lie one below the other, so they became lanes.",
    "枠(フレーム)が縦に並んでいるので、「レーン」にしました。",
)
_GAPS = T(
    "Wide gaps from top to bottom became lanes; name them.",
    "縦の大きなすき間で「レーン」に分けました。名前をつけてください。",
)

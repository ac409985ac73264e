"""A board from the CSV that an online whiteboard exports: colours become kinds, x the order, frames the contexts or the lanes.

What was guessed is told, colour by colour, so that the room can say better.
"""

from __future__ import annotations

import html
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from matplotlib.colors import CSS4_COLORS

from mlcurric.subject.board.finding import short
from mlcurric.subject.board.kinds import KINDS, Kind, find_kind, nearest_kind, plain_word
from mlcurric.subject.board.model import TO_BE, Board
from mlcurric.subject.board.places import Spot, lanes_of, order_of
from mlcurric.subject.board.table import read_rows
from mlcurric.subject.board.whiteboard_columns import KNOWN, NAMES, Row, about_kept, named_frames, read_columns
from mlcurric.subject.contacts import CONTACT
from mlcurric.subject.sheets import Fault, plain_heading, read_sheet
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed

_NOT_NOTES = re.compile(
    r"connector|line|arrow|frame|section|image|picture|comment|page|document|コネクタ|線|矢印|フレーム|枠|画像|写真|コメント",
    re.I,
)
_SHAPE = re.compile(r"shapes?|rectangle|図形|シェイプ|四角形?|長方形", re.I)
# What a whiteboard calls a frame that nobody has named; some export it as a shape.
_UNNAMED_FRAME = re.compile(r"(?:frame|section|フレーム|セクション|枠)\s*\d*", re.I)
_MARKUP = re.compile(r"</?(?:p|br|div|span|strong|b|em|i|u|s|a|ul|ol|li|h[1-6]|font)\b[^<>]*>", re.I)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}\d{0,2});", re.I)


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
    rows, headings, more = read_columns(sheet)
    for _, row in rows:
        _plainly(row)
    frames = named_frames(rows)
    if not any(row.get("text") for _, row in rows):
        raise Slip(
            T("No column of “{name}” holds the texts of notes; it has {found}.", "「{name}」に付箋の言葉の列が見つかりません。あるのは {found} です。").format(
                name=path.name, found=", ".join(filter(None, map(short, sheet.headings[:12])))
            ),
            T("Name that column “text”, and export or save it once more.", "その列の見出しを「text」か「内容」にして、保存し直してください。"),
        )  # fmt: skip
    notes = [
        (line, row)
        for line, row in rows
        if row.get("text") and row.get("id") not in frames and not _is_no_note(row.get("type", ""), row["text"])
    ]
    guesses = _Guesses(_meant(colours or {}), headings, {plain_word(row.get("colour", "")) for _, row in notes})
    for _, row in notes:
        guesses.kind(row)
    spots = [
        Spot(_number(row, "x"), _number(row, "y"), _number(row, "width"), row.get("frame", "")) for _, row in notes
    ]
    _ordered(notes, spots, guesses)
    _tied(notes, rows)
    board, faults = read_rows(notes)
    told = guesses.told(path.name, len(rows) - len(notes))
    kept = [name for name in more if any(name in note.more for note in board)]
    return Imported(board, (*told, *about_kept(kept)), (*sheet.passed_over, *faults))


def _is_no_note(type: str, text: str) -> bool:
    return bool(_NOT_NOTES.search(type)) or bool(
        _SHAPE.fullmatch(type.strip()) and _UNNAMED_FRAME.fullmatch(text.strip())
    )


def _plainly(row: Row) -> None:
    """Take what is no words of the room out of a line: the marks of a web page, and addresses."""
    if "text" in row and _MARKUP.search(row["text"]):
        lines = re.sub(r"(?i)<br\b[^<>]*>|</(?:p|div|li)>", "\n", row["text"])
        row["text"] = _MARKUP.sub("", lines).strip()
    # Signs that a web page writes as words stand in exports without any other mark, too.
    for name, cell in row.items():
        row[name] = _ENTITY.sub(lambda found: html.unescape(found[0]).replace("\xa0", " "), cell)
    # Whoever hands the file on did not mean to hand on addresses.
    for name, cell in row.items():
        if name != "text" and (found := CONTACT.fullmatch(cell.strip())):
            row[name] = re.split("[@＠]", found[0])[0] if "@" in found[0] or "＠" in found[0] else ""


class _Guesses:
    """What the colours and tags of a whiteboard are taken for."""

    def __init__(self, meant: Mapping[str, Kind], headings: Mapping[str, str], colours: Collection[str]) -> None:
        self._meant, self._headings = meant, headings
        # Plain pink is the paper of hotspots in most rooms; systems hang on pale pink, and may be missing.
        others = (self._of(colour) for colour in colours if colour not in _PINK)
        self._pink = KINDS["system" if KINDS["hotspot"] in others else "hotspot"]
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
        plain = plain_word(colour)
        if plain in self._meant:
            return self._meant[plain]
        if plain in _PINK:
            return self._pink
        named = CSS4_COLORS.get(plain.replace(" ", ""), colour)
        return find_kind(colour) or _by_words(plain) or nearest_kind(named)

    def told(self, file: str, skipped: int) -> list[T]:
        says = [self._columns()]
        if skipped:
            says.append(
                T("Lines that are no notes (arrows, frames, empty ones): {n}.", "{n}行は付箋ではありません(矢印、枠、空の行など)。").format(n=skipped)
            )  # fmt: skip
        for (colour, kind), count in self._seen.most_common():
            said = _READ_AS if kind else _UNKNOWN if colour else _NO_COLOUR
            says.append(said.format(colour=short(colour), n=count, kind=KINDS[kind or "event"].name))
        if any(colour for colour, _ in self._seen):
            colour, other = self._doubtful()
            says.append(_CORRECT.format(file=file, colour=colour, kind=other))
        return [*says, *self.about_places]

    def _doubtful(self) -> tuple[str, str]:
        """The colour whose kind is the least sure, and another kind that it may be."""
        seen = [(colour, kind) for (colour, kind), _ in self._seen.most_common() if colour]
        unsure = [(colour, kind) for colour, kind in seen if not kind or plain_word(colour) in _PINK]
        colour, kind = min(unsure, key=lambda one: bool(one[1]), default=seen[0])
        if kind == "hotspot" and unsure:
            return short(colour), "system"
        return short(colour), "hotspot" if kind in ("", "event", "system") else "event"

    def _columns(self) -> T:
        """Which column was taken for what."""
        read = [(name, short(self._headings[key])) for key, name in NAMES.items() if key in self._headings]
        if not read:
            return _NO_HEADINGS
        return _COLUMNS.format(
            columns=T(
                ", ".join(f"“{heading}” ({name.en})" for name, heading in read),
                "、".join(f"「{heading}」({name.ja})" for name, heading in read),
            )
        )


def _by_words(plain: str) -> Kind | None:
    """The kind of a colour such as “light orange” or 「薄い黄色」: by the last word that is a colour of ours."""
    if re.search(r"(?:hot|deep|bright|vivid|dark|strong) ?pink$|(?:濃い|明るい)ピンク$", plain):
        return KINDS["hotspot"]
    if re.search(r"(?:pale|light|soft|pastel)\b.*pink$|(?:薄|うす|淡).*ピンク$", plain):
        return KINDS["system"]
    words = [_COLOURS[word] for word in reversed(plain.split()) if word in _COLOURS]
    parts = (_COLOURS[plain[at:]] for at in range(1, len(plain)) if plain[at:] in _COLOURS and not plain.isascii())
    return words[0] if words else next(parts, None)


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
        meant[plain_word(colour)] = kind
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


_COLOURS = {colour: kind for kind in KINDS.values() for colour in kind.colours}
_PINK = ("pink", "ピンク")
_COLUMNS = T("The columns read: {columns}.", "読んだ列: {columns}。")
_NO_HEADINGS = T(
    "There is one column and no heading that is known, so each line became a note, the first one too.",
    "列がひとつで、知っている見出しがないので、1行目から1行を1枚の付箋として読みました。",
)
_READ_AS = T("{colour} ({n}): read as {kind}.", "{colour}({n}枚)は「{kind}」として読みました。")
_UNKNOWN = T(
    "{colour} ({n}): no colour of the legend; read as {kind}.",
    "{colour}({n}枚)は凡例にない色です。ひとまず「{kind}」として読みました。",
)
_NO_COLOUR = T(
    "Notes without a colour in the file: {n}; read as {kind}.",
    "色のわからない{n}枚は、ひとまず「{kind}」として読みました。",
)
_CORRECT = T(
    'If a colour means something else in this room, name it: wall.bring_in("{file}", colours={{"{colour}": "{kind}"}})',
    'この部屋で色の意味が違うときは、こう書いて指定してください: wall.bring_in("{file}", colours={{"{colour}": "{kind}"}})',
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

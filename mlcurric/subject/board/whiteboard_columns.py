"""Which column of a whiteboard's export holds what: each of them names and fills its columns in its own way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mlcurric.subject.board import headings as board_headings
from mlcurric.subject.board import table
from mlcurric.subject.board.finding import short
from mlcurric.subject.sheets import Sheet, plain_heading
from mlcurric.text import T

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
NAMES: Mapping[str, T] = {
    "text": T("words", "言葉"),
    "colour": T("colour", "色"),
    "x": T("place", "位置"),
    "author": T("author", "書いた人"),
    "frame": T("frame", "枠"),
}
"""What is told of the columns that were read."""
_SHAPES = "shape library"
"""Where this column is, “name” says what a line is, not what is written on it."""
_NAMED = 6

Row = dict[str, str]


def names_of(headings: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> list[str]:
    """What each heading means; what is not known, or would be the second of its kind, is kept under a name of its own.

    Of several columns that may hold the same, one that is filled in is meant, and of these the one that stands first in
    ``HEADINGS``.
    """
    words = {name: tuple(map(plain_heading, called)) for name, called in HEADINGS.items()}
    if _SHAPES in map(plain_heading, headings):
        words["type"] = ("name", *words["type"])
    filled = [any(row[at].strip() for row in rows) for at in range(len(headings))]
    places = board_headings.places_of(headings, filled, words)
    return board_headings.names_of(headings, filled, places, {*table.KNOWN, *HEADINGS})


def read_columns(sheet: Sheet) -> tuple[list[tuple[int, Row]], dict[str, str], list[str]]:
    """The lines by the names of their columns, empty cells left out; for each name the heading in the file; and what else is kept.

    A single column without a heading that is known is a list of notes, the first line included; it has no heading then.
    """
    lines = [row for _, row in sheet.rows]
    names = names_of(sheet.headings, lines)
    headings = {
        name: heading
        for at, (name, heading) in enumerate(zip(names, sheet.headings, strict=True))
        if name in HEADINGS and any(row[at].strip() for row in lines)
    }
    used = [at for at, heading in enumerate(sheet.headings) if heading.strip() or any(row[at].strip() for row in lines)]
    if len(used) == 1 and names[used[0]] not in HEADINGS:
        (at,) = used
        return (
            [(line, {"text": row[at]}) for line, row in [(sheet.line, sheet.headings), *sheet.rows] if row[at].strip()],
            {},
            [],
        )
    rows = [
        (line, {name: cell for name, cell in zip(names, row, strict=True) if name and cell.strip()})
        for line, row in sheet.rows
    ]
    return (
        rows,
        headings,
        [name for name in dict.fromkeys(name for _, row in rows for name in row) if name not in HEADINGS],
    )


def named_frames(rows: Sequence[tuple[int, Row]]) -> set[str]:
    """Write the words on a frame in place of its id, where an export names frames by their ids.

    Returns:
        The ids of the lines that are frames.
    """
    words = {row["id"]: row.get("text", "") for _, row in rows if row.get("id")}
    frames = {row["frame"] for _, row in rows if row.get("frame") in words}
    for _, row in rows:
        if row.get("frame") in frames:
            row["frame"] = words[row["frame"]]
    return frames


def about_kept(columns: Sequence[str]) -> Iterator[T]:
    """What is told of columns that are not read: they are kept, the first few by their names."""
    if columns:
        shown, rest = [short(name) for name in columns[:_NAMED]], len(columns) - _NAMED
        en, ja = ", ".join(f"“{name}”" for name in shown), "".join(f"「{name}」" for name in shown)
        yield _KEPT.format(columns=T(en + f" and {rest} more", f"{ja}ほか{rest}列") if rest > 0 else T(en, ja))


_KEPT = T(
    "Other columns are kept with the notes as they are: {columns}.",
    "ほかの列({columns})も、付箋と一緒にそのまま残します。",
)

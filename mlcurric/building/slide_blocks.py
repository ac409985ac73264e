"""Markdown in pieces that a slide does not cut, and code in pieces that a room can read."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mlcurric.building.slide_sizes import CODE_ROOM, CODE_TALLEST, PROSE_ROOM, code_height, prose_height
from mlcurric.text import T

_MARKDOWN = MarkdownIt("commonmark").enable("table")
FIRST_LINES = 16
"""So many lines of a long cell that learners fill in are shown."""
_REST = T("# … the other lines stand in the notebook", "# …(続きはノートブックにあります)")
_KINDS = {
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "table_open": "table",
    "blockquote_open": "quote",
    "fence": "fence",
}


@dataclass(frozen=True)
class Block:
    """A piece of Markdown that is not cut: a heading, a paragraph, a list, a table."""

    kind: str
    text: str

    @property
    def height(self) -> int:
        return prose_height(self.kind, self.text)

    @property
    def is_heading(self) -> bool:
        return self.kind.startswith("heading")

    @property
    def opens_section(self) -> bool:
        """Whether it is the lesson's title or the heading of a section."""
        return self.kind in ("heading-1", "heading-2")


def blocks_of(text: str) -> list[Block]:
    """A Markdown text in pieces; a list that fills more than a slide in one piece an item."""
    lines = text.splitlines()
    blocks: list[Block] = []
    items: list[Block] = []
    for token in _MARKDOWN.parse(text):
        if not token.map or token.level > 1 or token.nesting < 0:
            continue
        piece = "\n".join(lines[slice(*token.map)]).rstrip()
        if token.type == "list_item_open" and token.level == 1:
            items.append(Block("list", piece))
        elif token.level == 0:
            _cut_last_list(blocks, items)
            items = []
            blocks.append(Block(_kind(token), piece))
    _cut_last_list(blocks, items)
    return blocks


def _cut_last_list(blocks: list[Block], items: list[Block]) -> None:
    """Put the items of the last block, which is a list where there are any, in its place, if it is too tall for a slide."""
    if items and blocks[-1].height > PROSE_ROOM:
        blocks[-1:] = items


def _kind(token: Token) -> str:
    return f"heading-{token.tag[1]}" if token.type == "heading_open" else _KINDS.get(token.type, "paragraph")


def first_lines(code: str, lang: str) -> str:
    """Code that learners fill in, in their notebook: where it is taller than a slide, its beginning and a pointer to the rest."""
    lines = code.splitlines()
    return code if code_height(code) <= CODE_ROOM else "\n".join([*lines[:FIRST_LINES], getattr(_REST, lang)])


def pieces_of(code: str) -> list[str]:
    """Code in pieces that each can be read on a slide, cut at a blank line, else where a line begins at the margin."""
    lines = code.splitlines()
    if code_height(code) <= CODE_TALLEST or len(lines) == 1:
        return [code]
    # Neither half is a line or two.
    places = range(max(1, len(lines) // 4), len(lines) - len(lines) // 4)
    cuts = (
        [place for place in places if not lines[place - 1].strip() or _begins(lines[place], lines[place - 1])]
        or [place for place in places if lines[place][:1] not in " )]}"]
        or list(places)
    )
    middle = min(cuts, key=lambda place: abs(2 * place - len(lines)))
    halves = lines[:middle], lines[middle:]
    return [piece for half in halves for piece in pieces_of("\n".join(half).strip("\n"))]


def _begins(line: str, above: str) -> bool:
    """Whether a function or a class begins in a line; its decorators belong to it."""
    return line.startswith(("def ", "class ", "@")) and not above.startswith("@")

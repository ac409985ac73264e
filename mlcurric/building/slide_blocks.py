"""Markdown in pieces that a slide does not cut."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mlcurric.building.slide_sizes import PROSE_ROOM, prose_height

_MARKDOWN = MarkdownIt("commonmark").enable("table")
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

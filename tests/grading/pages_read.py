"""What a page is made of, read by a parser as strict as a browser is kind: which elements and attributes there are, and where they lead."""

from __future__ import annotations

import re
from html.parser import HTMLParser

TAGS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "header",
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "br",
        "ul",
        "li",
        "dl",
        "dt",
        "dd",
        "div",
        "strong",
        "code",
        "pre",
        "article",
        "details",
        "summary",
        "img",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
    ]
)
ATTRIBUTES = frozenset(
    [
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "class",
        "aria-label",
        "aria-labelledby",
        "src",
        "width",
        "height",
        "alt",
        "scope",
        "href",
        "role",
        "data-name",
    ]
)
_ADDRESSES = re.compile(r"data:image/png;base64,[A-Za-z0-9+/=]+|[^:\\]*")


class Structure(HTMLParser):
    """The elements of a page.

    Attributes:
        foreign: elements, attributes and addresses that no page of ours has.
        shape: the elements and the names of their attributes, in order.
        text: what a reader sees.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.foreign: list[str] = []
        self.shape: list[tuple[str, ...]] = []
        self.text = ""
        self._in = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._in = tag
        self.shape.append((tag, *(name for name, _ in attributes)))
        if tag in ("td", "th", "li"):
            self.text += "\n"
        if tag not in TAGS:
            self.foreign.append(tag)
        for name, value in attributes:
            if name not in ATTRIBUTES:
                self.foreign.append(f"{tag} {name}")
            if name in ("src", "href") and not _ADDRESSES.fullmatch(value or ""):
                self.foreign.append(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        self.foreign.append(f"comment {data}")

    def handle_pi(self, data: str) -> None:
        self.foreign.append(f"instruction {data}")

    def handle_data(self, data: str) -> None:
        if self._in != "style":
            self.text += data

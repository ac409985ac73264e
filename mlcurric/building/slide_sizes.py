"""How much room things take on a slide, in pixels of a slide of 1280 by 720, without a browser.

They are estimates, a little on the safe side: what is still too tall is made smaller when the slide is shown.
"""

from __future__ import annotations

import base64
import math
import re
import struct
import unicodedata
from itertools import zip_longest

from nbformat import NotebookNode

ROOM = 664
"""The height between the margins of a slide."""
PROSE_ROOM = 520
"""A slide of words is full earlier: a room does not read a page."""
RUNNING_TITLE = 44
CODE_ROOM = ROOM - RUNNING_TITLE
"""The height of code that need not be made smaller."""
CODE_TALLEST = 1.25 * CODE_ROOM
"""Taller code would be too small for a room when it is made to fit."""
_WIDTH = 1120
_TEXT = {"size": 32, "line": 48, "latin_line": 45, "gap": 18}
_HEADINGS = {1: 320, 2: 74, 3: 62}
CODE_SIZE, LARGE_CODE_SIZE = 21, 25
"""The two sizes of code, in pixels: the larger one where it has the room."""
_LINE, _CHARACTER = 1.35, 0.602
_BOX, _GAP = 40, 16
_CODE_WIDTH = 1140
_LATIN = 0.45
"""What a Latin character takes on average, as a share of its size; one of the code has a width of its own."""
_PHRASES = 1.03
"""Japanese lines end between phrases, mostly before they are full."""
_TABLE_SIZE, _ROW, _ROW_GAP, _CELL_PADDING = 24, 32, 12, 28
_HTML_LINE = 45
_AROUND_PICTURE = 26
_LARGEST = 1.6
"""A picture is not blown up further: its dots would show."""
_MARKS = re.compile(r"[*_`#>]|\]\([^)]*\)|\[")


def width(text: str) -> int:
    """The width of a text in halves of a Japanese character."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def prose_height(kind: str, text: str) -> int:
    """The height of a block of Markdown.

    Args:
        kind: ``"heading-2"`` and so on, ``"table"``, or anything else for words.
    """
    if kind.startswith("heading"):
        return _HEADINGS.get(int(kind[-1]), _HEADINGS[3])
    if kind == "table":
        rows = [line for line in text.splitlines() if not re.fullmatch(r"[\s|:-]+", line)]
        return sum(count * _ROW + _ROW_GAP for count in _lines_of_rows(rows)) + _TEXT["gap"]
    if kind == "fence":
        return code_height("\n".join(text.splitlines()[1:-1]))
    indent = 60 if kind in ("list", "quote") else 0
    lines = [_lines(_MARKS.sub("", line), _TEXT["size"], _WIDTH - indent) for line in _joined(text)]
    padding = 28 if kind == "quote" else 0
    line = _TEXT["line" if width(text) > len(text) else "latin_line"]
    return sum(lines) * line + (8 * len(lines) if kind == "list" else 0) + _TEXT["gap"] + padding


def _lines_of_rows(rows: list[str]) -> list[int]:
    """How many lines each row of a table takes: narrow columns keep their width, the others share what is left."""
    cells = [[_MARKS.sub("", cell) for cell in row.strip().strip("|").split("|")] for row in rows]
    asked = [max(map(width, column)) * _TABLE_SIZE / 2 + _CELL_PADDING for column in zip_longest(*cells, fillvalue="")]
    narrow = [each for each in asked if each <= _WIDTH / len(asked)]
    share = (_WIDTH - sum(narrow)) / max(1, sum(asked) - sum(narrow))
    within = [(each if each in narrow else each * min(1, share)) - _CELL_PADDING for each in asked]
    return [max(_lines(cell, _TABLE_SIZE, room) for cell, room in zip(row, within, strict=False)) for row in cells]


def _joined(text: str) -> list[str]:
    """The paragraphs and list items of a block, each as one line."""
    lines: list[str] = []
    for line in text.splitlines():
        if lines and line.strip(" >") and not re.match(r"\s*(>\s*)?([-*+]|\d+[.)])\s", line):
            lines[-1] += f" {line.strip()}"
        elif line.strip(" >"):
            lines.append(line)
    return lines or [""]


def _lines(text: str, size: float, within: float) -> int:
    wide = width(text) - len(text)
    across = wide * size * _PHRASES + (len(text) - wide) * size * _LATIN
    return max(1, math.ceil(across / within))


def code_height(code: str, size: int = CODE_SIZE) -> int:
    """The height of code in its box; a line that is too long goes on in the next."""
    return printed_height(code, size) + _BOX - _GAP


def printed_height(text: str, size: int = CODE_SIZE) -> int:
    """The height of what was printed."""
    lines = (max(1, math.ceil(width(line) * size * _CHARACTER / _CODE_WIDTH)) for line in text.splitlines())
    return math.ceil(sum(lines) * size * _LINE) + _GAP


def is_narrow(text: str) -> bool:
    """Whether no line goes on in the next where the code is large."""
    return all(width(line) * LARGE_CODE_SIZE * _CHARACTER <= _CODE_WIDTH for line in text.splitlines())


def fits_lines(lines: list[str], room: int) -> int:
    """How many of the lines, from the first on, fit into ``room``."""
    return next((count for count in range(len(lines), 0, -1) if printed_height("".join(lines[:count])) <= room), 0)


def output_height(output: NotebookNode, size: int = CODE_SIZE) -> int:
    """The least height at which an output can be read; a picture may take more."""
    if output.output_type == "stream":
        return printed_height(output.text, size)
    data = output.get("data", {})
    if "image/png" in data:
        return _png_size(data["image/png"])[1] + _AROUND_PICTURE
    plain = data.get("text/plain", "")
    return (len(plain.splitlines()) + 1) * _HTML_LINE if "text/html" in data else printed_height(plain, size)


def enlarge(output: NotebookNode, room: float) -> None:
    """Let a picture fill ``room``, as far as it stays sharp."""
    across, down = _png_size(output.data["image/png"])
    scale = min(_LARGEST, _CODE_WIDTH / across, (room - _AROUND_PICTURE) / down)
    output.metadata["image/png"] = {"width": round(across * scale), "height": round(down * scale)}


def _png_size(png: str) -> tuple[int, int]:
    # A PNG says its size in the first bytes of its first chunk.
    return struct.unpack(">II", base64.b64decode(png[:32])[16:24])

"""What stands where a report is to be written: as the last report left it, or with something that is somebody's own."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from mlcurric.subject.grids import grids
from mlcurric.subject.list_kinds import Table
from mlcurric.subject.sheets import plain_heading
from mlcurric.subject.typed import Slip

_SIGNATURE = re.compile(rb"<!-- mlcurric report (\{[^<>]*\}) -->\n")
_PAGE = "page"


def signed(page: bytes, lists: Mapping[Path, bytes], table: Table) -> bytes:
    """A page with a line which nobody sees: by it the next report tells whether page and lists are as they were left.

    Args:
        lists: the files of the list, written together with the page.
        table: their columns, ``said`` among them.
    """
    prints = {_PAGE: _hash(page)} | {path.suffix: _print(content, path.name, table) for path, content in lists.items()}
    body, end, rest = page.rpartition(b"</html>")
    return body + f"<!-- mlcurric report {json.dumps(prints)} -->\n".encode() + end + rest


def made_theirs(out: Path, lists: Iterable[Path], table: Table) -> tuple[Path, ...]:
    """Which of the files that are there hold what no report has written: a column, a sheet or a line of somebody's own, or
    something else altogether. Notes in the column for them, and another order of the lines, are expected and do not count.

    Raises:
        OSError: if one cannot be read.
    """
    page = out.read_bytes() if out.is_file() else b""
    prints = _prints(page)
    found = [out] if page and prints.get(_PAGE) != _hash(_SIGNATURE.sub(b"", page)) else []
    for path in filter(Path.is_file, lists):
        if prints.get(path.suffix) != _print(path.read_bytes(), path.name, table):
            found.append(path)
    return tuple(found)


def _prints(page: bytes) -> dict[str, object]:
    """What a page says of itself and its lists; nothing where its signature is missing, or damaged."""
    signature = _SIGNATURE.search(page)
    try:
        return json.loads(signature[1]) if signature else {}
    except (ValueError, RecursionError):
        return {}


def _print(content: bytes, name: str, table: Table) -> str | None:
    """What tells the cells of a list from others, whatever stands in the column for notes; ``None`` of what is no list."""
    notes = {plain_heading(heading) for heading in table.column("said").headings}
    try:
        pages = [(page.name, _cells([cells for _, cells in page.lines], notes)) for page in grids(content, name)]
    except Slip:
        return None
    return _hash(json.dumps(pages).encode())


def _cells(lines: list[list[str]], notes: Collection[str]) -> list[list[str]]:
    at = next((at for cells in lines for at, cell in enumerate(cells) if plain_heading(cell) in notes), None)
    kept = [cells if at is None else [*cells[:at], *cells[at + 1 :]] for cells in lines]
    # A spreadsheet that saves a list may fill its lines up with blank cells, or leave them out.
    return sorted("\0".join(cells).rstrip("\0").split("\0") for cells in kept)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]

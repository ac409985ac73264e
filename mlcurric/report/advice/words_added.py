"""A file of words from an earlier report: lines for the columns that it lacks are added, what people wrote stays as it is."""

from __future__ import annotations

import csv
import io

from mlcurric.report.advice.words import FILE
from mlcurric.subject.sheets import plain_heading

_ENCODINGS = ("utf-8", "cp932")
_DELIMITERS = (",", ";", "\t")


def with_missing_lines(content: bytes, starter: str) -> tuple[bytes, tuple[str, ...]]:
    """The file with a line for each column that it does not name, in its own encoding and under its own headings.

    Args:
        content: of the file as it stands.
        starter: the text of a new one, as ``starter_words`` writes it.

    Returns:
        The file, what stood there byte for byte at its beginning, and the columns that were added; unchanged where it is no
        table whose first line names the columns.
    """
    text, encoding = _decoded(content)
    first = text.lstrip("\ufeff").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter))
    names = [_meant(heading) for heading in rows[0]] if rows else []
    if "column" not in names:
        return content, ()
    at = names.index("column")
    known = {_plain(row[at]) for row in rows[1:] if len(row) > at}
    _, *lines = csv.reader(io.StringIO(starter))
    new = [dict(zip((each.name for each in FILE.columns), line, strict=True)) for line in lines]
    new = [cells for cells in new if _plain(cells["column"]) not in known]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n" if b"\r\n" in content else "\n")
    if new and not text.endswith(("\n", "\r")):
        out.write("\r\n" if b"\r\n" in content else "\n")
    writer.writerows([cells.get(name, "") for name in names] for cells in new)
    try:
        return content + out.getvalue().encode(encoding), tuple(cells["column"] for cells in new)
    except UnicodeEncodeError:
        return content, ()


def _decoded(content: bytes) -> tuple[str, str]:
    """The text and its encoding; nothing where it is no text in one that can be added to."""
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return "", _ENCODINGS[0]


def _meant(heading: str) -> str:
    """The column that a heading means; empty for one of somebody's own."""
    return next((each.name for each in FILE.columns if plain_heading(heading) in each.headings), "")


def _plain(name: str) -> str:
    """A column's name as names are compared; one that looks like a formula stands behind an apostrophe."""
    return plain_heading(name.removeprefix("'"))

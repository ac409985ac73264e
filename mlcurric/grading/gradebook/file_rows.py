"""The rows of a table that somebody saved in Excel or an LMS wrote: CSV of any kind, or .xlsx, numbered as Excel numbers them."""

from __future__ import annotations

import csv
import io

from mlcurric.subject.file_kinds import cannot_be_split, decoded, is_text, refuse_old_office
from mlcurric.subject.grids import grids

_DELIMITERS = ",;\t"
_MOST_CELL = 200_000


def rows_of(content: bytes, name: str) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, each with its number; a cell with line breaks is still one row.

    Args:
        name: the file's, for what is said of it.

    Raises:
        mlcurric.subject.typed.Slip: if it is of no encoding that can be told, damaged, or no table.
    """
    refuse_old_office(content, name)
    if not is_text(content):
        pages = grids(content, name)
        return pages[0].lines if pages else []
    text = decoded(content, name).replace("\0", "�")
    first = next((line for line in text.splitlines() if line.strip(f" {_DELIMITERS}")), "")
    csv.field_size_limit(_MOST_CELL)
    # Strictly: a quotation mark that is never closed would swallow every row after it.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count), strict=True)
    rows: list[tuple[int, list[str]]] = []
    begin = 1
    try:
        for number, cells in enumerate(reader, 1):
            begin = reader.line_num + 1
            if any(map(str.strip, cells)):
                rows.append((number, cells))
    except csv.Error as error:
        raise cannot_be_split(name, begin, _MOST_CELL, error) from error
    return rows


def column_letter(place: int) -> str:
    """A column as Excel names it: A for 0, AA for 26."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

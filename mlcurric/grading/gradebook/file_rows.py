"""The rows of a table that somebody saved in Excel or an LMS wrote: CSV of any kind, or .xlsx, numbered as Excel numbers them."""

from __future__ import annotations

from mlcurric.subject.csv_rows import csv_rows
from mlcurric.subject.file_kinds import decoded, is_text, refuse_old_office
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
    delimiter = max(_DELIMITERS, key=first.count)
    rows = enumerate((cells for _, cells in csv_rows(text, delimiter, name, _MOST_CELL)), 1)
    return [(number, cells) for number, cells in rows if any(map(str.strip, cells))]


def column_letter(place: int) -> str:
    """A column as Excel names it: A for 0, AA for 26."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

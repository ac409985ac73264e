"""What a spreadsheet would take for a formula, in a file that people open in one: said to be text, and read back."""

from __future__ import annotations

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-?(?:[0-9]+(?:[.,][0-9]+)?)?")


def is_number(cell: str) -> bool:
    """Whether a cell is a number, or what stands for none: nothing at all, or a lone ``-``."""
    return bool(_NUMBER.fullmatch(cell))


def defused(cell: str) -> str:
    """A cell with an apostrophe in front where a spreadsheet would take it for a formula; a number is none.

    A platform that reads numbers back would stumble over the apostrophe.
    """
    return f"'{cell}" if cell.startswith(_FORMULA) and not is_number(cell) else cell


def unquoted(cell: str) -> str:
    """A cell without that apostrophe."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell

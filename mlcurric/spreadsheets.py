"""What a spreadsheet would take for a formula, in a file that people open in one: said to be text, and read back."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def defused(cell: str) -> str:
    """A cell with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unquoted(cell: str) -> str:
    """A cell without that apostrophe."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell

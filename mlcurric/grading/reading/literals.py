"""The answers that a hand-in spells out: read from its source, so that nothing that was computed is in them."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterable
from typing import Any

from mlcurric.question.assigned import names_set
from mlcurric.question.plain import to_plain

_LONGEST = 200_000
"""Characters of a cell; parsing a longer one could take more time and memory than a grader has for it."""


def literals(cells: Iterable[str], names: tuple[str, ...]) -> dict[str, Any]:
    """The answers that are spelled out where they are assigned last, as plain data.

    An answer counts where the last cell that assigns it does so once, with a plain ``name = literal`` at its left edge.
    """
    found: dict[str, Any] = {}
    for source in cells:
        # Most cells have none of the names in them, and need not be parsed. Python reads full-width letters as plain ones.
        plain = unicodedata.normalize("NFKC", source)
        asked = tuple(name for name in names if name in plain)
        for name in names_set(source, asked) if len(source) <= _LONGEST else asked:
            found.pop(name, None)
        for name, value in _spelled_out(source).items() if asked else ():
            if name in asked:
                found[name] = value
    return found


def _spelled_out(source: str) -> dict[str, Any]:
    if len(source) > _LONGEST:
        return {}
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    stored = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    found = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if stored.count(name) == 1:
                try:
                    found[name] = to_plain(ast.literal_eval(value))
                except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
                    continue
    return found

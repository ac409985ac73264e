"""The answers that a hand-in spells out: read from its source, so that nothing that was computed is in them."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable
from typing import Any

from mlcurric.grading.reading.sources import mentioned, names_set_in
from mlcurric.question.plain import to_plain


def literals(cells: Iterable[str], names: tuple[str, ...]) -> dict[str, Any]:
    """The answers that are spelled out where they are assigned last, as plain data.

    An answer counts where the last cell that assigns it does so once, with a plain ``name = literal`` at its left edge.
    """
    found: dict[str, Any] = {}
    for source in cells:
        told = names_set_in(source, names)
        for name in mentioned(source, names) if told is None else told:
            found.pop(name, None)
        for name, value in _spelled_out(source).items() if told else ():
            if name in told:
                found[name] = value
    return found


def _spelled_out(source: str) -> dict[str, Any]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    stored = Counter(
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    found = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if stored[name] == 1:
                try:
                    found[name] = to_plain(ast.literal_eval(value))
                except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
                    continue
    return found

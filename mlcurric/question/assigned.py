"""Which answers a cell assigns, told from its source; also where Python cannot read it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable

# "name =", "name: int =", "other, name =", and with a full-width "＝"; "def name(".
_LOOKS_SET = r"[ \t]*+(?:def[ \t]++{name}[ \t]*+\(|(?:[\w, ]*,[ \t]*+)?{name}[ \t]*+(?:[:,][^=＝(]*)?[=＝](?!=))"
_LONGEST_LINE = 500
"""Characters; on a longer line the pattern would look for long, and nobody sets an answer there."""


def names_set(source: str, names: Iterable[str], transform: Callable[[str], str] = str) -> list[str]:
    """Those of ``names`` that the cell assigns, or seems to where it cannot be parsed."""
    try:
        tree = ast.parse(transform(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return [name for name in names if _seems_to_set(source, name)]
    targets = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Subscript) and isinstance(node.ctx, ast.Store)
    )
    bound = {_root(target) for target in targets}
    bound |= {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    return [name for name in names if name in bound]


def _seems_to_set(source: str, name: str) -> bool:
    sets = re.compile(_LOOKS_SET.format(name=re.escape(name)))
    return any(sets.match(line) for line in source.splitlines() if name in line and len(line) <= _LONGEST_LINE)


def _root(node: ast.expr) -> str:
    """The variable that ``answer["share"]`` is a part of."""
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""

"""Which answers a cell assigns, told from its source; also where Python cannot read it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator

# Spaces of all widths, those of Japanese keyboards and of web pages too.
_SPACE = r"[\s\u200b\u2060\ufeff]"
_QUOTE = "[「『“”‘’\"']"
# "name =", "name: int =", "other, name =", and with a full-width "＝"; "def name("; each also behind "%time". As other languages
# and people have it: "let name =", "「name」 =", "name <-", "function name(", "Def name(" and "def name:" without its brackets.
_LOOKS_SET = (
    rf"{_SPACE}*+(?:(?:%(?:time|prun)|let|var|const|set){_SPACE}++)?"
    rf"(?:(?:[Dd]ef|DEF|[Ff]unction|func|fun|define){_SPACE}++{{name}}{_SPACE}*+[(（:：]|(?:[\w, ]*,{_SPACE}*+)?{_QUOTE}?{{name}}(?:」|』|{_QUOTE})?{_SPACE}*+"
    rf"(?:(?:[:,][^=＝(]*)?[=＝](?!=)|[<＜‹][-−]|[←⇐]))"
)
# Below a name where "=" would set it; a cell that has one of them is no error to Python.
_INSTEAD = r"^[ \t]*+{name}[ \t]*+(==(?!=)|:(?!=)|<-)"
_LONGEST_LINE = 500
"""Characters; on a longer line the pattern would look for long, and nobody sets an answer there."""
_RUN_PYTHON = frozenset({"time", "capture", "prun", "debug"})
"""Magics that run what they are given as the notebook's own Python, so that what is set in it stays."""
_DEEPEST = 3
"""Magics that may stand in one another."""


def names_set(source: str, names: Iterable[str], transform: Callable[[str], str] = str) -> list[str]:
    """Those of ``names`` that the cell assigns, or seems to where it cannot be parsed.

    Args:
        source: the cell's.
        names: the answers to look for.
        transform: IPython's, from a cell to plain Python; a magic that runs Python is looked into then.
    """
    return _names_set(source, list(names), transform, _DEEPEST)


def sign_instead(source: str, name: str) -> str | None:
    """The sign behind a name at the beginning of a line, where “=” would set it: “==”, “:” or “<-”; ``None`` of any other cell."""
    found = re.search(_INSTEAD.format(name=re.escape(name)), source, re.MULTILINE)
    return found and found[1]


def _names_set(source: str, names: list[str], transform: Callable[[str], str], deepest: int) -> list[str]:
    try:
        tree = ast.parse(transform(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return [name for name in names if _seems_to_set(source, name)]
    nodes = list(ast.walk(tree))
    targets = (node for node in nodes if isinstance(node, ast.Name | ast.Subscript) and isinstance(node.ctx, ast.Store))
    # A type alone, as in “name: float”, gives no value.
    typed_only = {node.target for node in nodes if isinstance(node, ast.AnnAssign) and node.value is None}
    bound = {_root(target) for target in targets if target not in typed_only}
    bound |= {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    for run in _run_by_magics(nodes) if deepest else ():
        bound.update(_names_set(run, names, transform, deepest - 1))
    return [name for name in names if name in bound]


def _run_by_magics(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The Python that magics of a transformed cell are given as a text."""
    for node in nodes:
        match node:
            case ast.Call(
                func=ast.Attribute(attr="run_cell_magic" | "run_line_magic"),
                args=[ast.Constant(str(magic)), *_, ast.Constant(str(source))],
            ) if magic in _RUN_PYTHON:
                yield source


def _seems_to_set(source: str, name: str) -> bool:
    sets = re.compile(_LOOKS_SET.format(name=re.escape(name)))
    return any(sets.match(line) for line in source.splitlines() if name in line and len(line) <= _LONGEST_LINE)


def _root(node: ast.expr) -> str:
    """The variable that ``answer["share"]`` is a part of."""
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""

"""The answers that a hand-in spells out: read from its source, so that nothing that was computed is in them."""

from __future__ import annotations

import ast
import operator
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from mlcurric.grading.reading.sources import mentioned, names_set_in
from mlcurric.question.plain import dumps, open_in, to_plain

_COMPUTED = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
_LARGEST = 10**15
"""Of a sum; nothing that is asked for is larger, and no number grows without end."""


def literals(cells: Iterable[str], names: tuple[str, ...]) -> dict[str, Any]:
    """The answers that are spelled out where they are assigned last, as plain data.

    An answer counts where the last cell that assigns it does so once, with a plain ``name = literal`` at its left edge, or with
    ``dict(…)`` of literals, as most exercises have it; a sum of plain numbers is one, too. A cell that leaves more of it open
    than one above is passed over, as where answers are reported.
    """
    found: dict[str, Any] = {}
    seen: set[str] = set()
    for source in cells:
        told = names_set_in(source, names)
        spelled = _spelled_out(source) if told else {}
        for name in mentioned(source, names) if told is None else told:
            if name in seen and open_in(dumps(spelled.get(name))) > open_in(dumps(found.get(name))):
                continue
            seen.add(name)
            found.pop(name, None)
            if name in spelled:
                found[name] = spelled[name]
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
                    found[name] = to_plain(ast.literal_eval(_AsLiteral().visit(value)))
                except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
                    continue
    return found


class _AsLiteral(ast.NodeTransformer):
    """Writes ``dict(name=value)`` as the dictionary, and ``2 * 50_000`` as the number that it gives.

    Who makes ``dict`` something else has another answer, and is not told this one.
    """

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.UnaryOp(ast.USub(), ast.Constant(int() | float() as one)):
                return ast.Constant(-one)
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.BinOp(ast.Constant(int() | float() as one), op, ast.Constant(int() | float() as other)) if (
                compute := _COMPUTED.get(type(op))
            ) and max(abs(one), abs(other)) <= _LARGEST:
                with suppress(ZeroDivisionError):
                    return ast.Constant(compute(one, other))
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name(id="dict"), args=[], keywords=given) if all(each.arg for each in given):
                return ast.Dict([ast.Constant(each.arg) for each in given], [each.value for each in given])
        return node

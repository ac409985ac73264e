"""The names that code assigns and reads, found without running it."""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterable

BUILT_IN = frozenset(dir(builtins))


def assigned(code: str) -> set[str]:
    """The names that a cell gives a value to in the notebook; what a function or a comprehension keeps to itself is not."""
    table = symtable.symtable(code, "cell", "exec")
    found = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    return found - _kept_by_comprehensions(code)


def made_in(source: str) -> set[str] | None:
    """The names that a cell somebody typed gives a value to; ``None`` where Python cannot read it."""
    try:
        return assigned(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def read(code: str) -> set[str]:
    """The names of the notebook whose value some of the code looks up, functions and comprehensions included."""
    # x += 1 reads x, although Python lists it as written only.
    added = {
        node.target.id
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name)
    }
    found = _looked_up(symtable.symtable(code, "cell", "exec"), whole=True)
    return added | (found - _kept_by_comprehensions(code))


def _looked_up(table: symtable.SymbolTable, whole: bool = False) -> set[str]:
    names = {
        symbol.get_name() for symbol in table.get_symbols() if symbol.is_referenced() and (whole or symbol.is_global())
    }
    return names.union(*(_looked_up(child) for child in table.get_children()))


def _kept_by_comprehensions(code: str) -> set[str]:
    """The names that only comprehensions use; from Python 3.12 on their symbols are listed with the cell's own."""
    inside: set[ast.AST] = set()
    bound: set[str] = set()
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            own = {
                part.id
                for generator in node.generators
                for part in ast.walk(generator.target)
                if isinstance(part, ast.Name)
            }
            bound |= own
            inside |= {part for part in ast.walk(node) if isinstance(part, ast.Name) and part.id in own}
    outside = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and node not in inside}
    return bound - outside


def changeable(cells: Iterable[tuple[str, bool]]) -> set[str]:
    """The names whose value a learner may change after all cells have run.

    Args:
        cells: the code of every cell and whether the learner is asked to edit it, in the order of the notebook.

    Returns:
        The names assigned in an editable cell, and those computed from them further down.
    """
    touched: set[str] = set()
    for code, editable in cells:
        for statement in ast.parse(code).body:
            line = ast.unparse(statement)
            written = assigned(line) | _changed_in_place(statement)
            if editable or read(line) & touched:
                touched |= written
            else:
                touched -= assigned(line)
    return touched


def _changed_in_place(statement: ast.stmt) -> set[str]:
    """The tables and objects of which a part is assigned: ``telco`` in ``telco["x"] = 1``."""
    names = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store):
            root: ast.expr = node
            while isinstance(root, ast.Subscript | ast.Attribute):
                root = root.value
            if isinstance(root, ast.Name):
                names.add(root.id)
    return names

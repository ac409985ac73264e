"""What the notebook that is open holds, as it was saved last: which names its cells make."""

from __future__ import annotations

import ast
import json
import os
from collections.abc import Iterator
from pathlib import Path

SESSION = "JPY_SESSION_NAME"
"""Where Jupyter tells a kernel the path of its notebook."""


def names_made() -> frozenset[str] | None:
    """The names that the cells of the open notebook assign, define or import; ``None`` if it cannot be read."""
    try:
        notebook = json.loads(Path(os.environ[SESSION]).read_text(encoding="utf-8"))
        sources = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    except (KeyError, OSError, ValueError, TypeError):
        return None
    return frozenset(name for source in sources for name in made_in(source))


def made_in(source: str) -> Iterator[str]:
    """The names that a cell assigns, defines or imports; none where Python cannot read it."""
    try:
        parts = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for part in parts:
        match part:
            case ast.Name(id=name, ctx=ast.Store()) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.alias(name=name, asname=known_as):
                yield known_as or name.split(".")[0]

"""What is done with a cell before it runs: a space left in front of ``ex.`` goes, and a date or a range without quotes is refused.

Python would read ``stop_date = 2026-10-30`` as a subtraction, and a line for a text would keep its result.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from IPython.core.error import InputRejected
from IPython.core.interactiveshell import InteractiveShell

from mlcurric.notebook.slips import about_date
from mlcurric.text import T, run_on

# Whoever deletes the “#” of “# ex.hint(…)” leaves the space.
_INDENTED = re.compile(r"^[ \t\u3000]+(?=ex\s*\.\s*\w+\s*\()", re.MULTILINE)
_YEARS = range(1900, 2101)


class Refused(InputRejected, SyntaxError):
    """A cell that Python could run, but not as it was meant.

    Attributes:
        says: what was typed, and the way out, a sentence each.
    """

    def __init__(self, *says: T) -> None:
        super().__init__(str(run_on(says)))
        self.says = says


def take_spaces_away(lines: list[str]) -> list[str]:
    """The lines of a cell without the spaces in front of ``ex.``, where they alone keep Python from reading it."""
    cell = "".join(lines)
    moved = _INDENTED.sub("", cell)
    return moved.splitlines(keepends=True) if moved != cell and not _reads(cell) and _reads(moved) else lines


def refuse_unquoted(shell: InteractiveShell, days: Iterable[str]) -> None:
    """From now on refuse cells that hold a date without quotes, in place of what was refused before.

    Args:
        days: the lines of the exercise that ask for a date.
    """
    shell.ast_transformers[:] = [each for each in shell.ast_transformers if not isinstance(each, _Unquoted)]
    shell.ast_transformers.append(_Unquoted(days))


class _Unquoted(ast.NodeTransformer):
    """Looks at the named lines of each call; it changes nothing."""

    def __init__(self, days: Iterable[str]) -> None:
        self._days = frozenset(days)

    def visit_Call(self, call: ast.Call) -> ast.AST:
        keeps_text = isinstance(call.func, ast.Attribute) and call.func.attr == "take_back"
        for line in call.keywords:
            if (keeps_text or line.arg in self._days) and (says := _about(line.arg or "", line.value, keeps_text)):
                where = T("Line {n}: {first}", "{n}行目: {first}").format(n=line.value.lineno, first=says[0])
                raise Refused(where, *says[1:])
        return self.generic_visit(call)


def _about(name: str, value: ast.expr, keeps_text: bool) -> tuple[T, ...] | None:
    match value:
        case ast.BinOp(
            ast.BinOp(ast.Constant(int(year)), ast.Sub() | ast.Div() as sign, ast.Constant(int(month))), _, day
        ):
            if year in _YEARS and isinstance(day, ast.Constant) and isinstance(day.value, int):
                return about_date(f"{year}-{month:02d}-{day.value:02d}", "/" if isinstance(sign, ast.Div) else "1-1")
        case ast.BinOp(ast.Constant(int(low) | float(low)), ast.Sub(), ast.Constant(int(high) | float(high))):
            if keeps_text and low < high:
                return (
                    T(
                        "The range has no quotes, so Python would subtract.",
                        "範囲に引用符がないので、Python は引き算をします。",
                    ),
                    T('Write {name}="{low}-{high}".', '{name}="{low}-{high}" と書いてください。').format(
                        name=name, low=low, high=high
                    ),
                )
    return None


def _reads(cell: str) -> bool:
    try:
        ast.parse(cell)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True

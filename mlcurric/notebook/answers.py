"""Which cell gave which answer, so that a cell that fails takes its earlier answer back.

Without this a learner who mistypes a second answer would hear the verdict on the first: the old value is still there.
"""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from typing import Any

from IPython.core.interactiveshell import ExecutionResult, InteractiveShell

from mlcurric.question.assigned import names_set, sign_instead


class AnswerCells:
    """Watches the cells of a notebook as they are run.

    Args:
        shell: the notebook's shell.
        names: the answers to watch for.

    Attributes:
        unread: the answers whose cell could not be run when it was run last.
    """

    def __init__(self, shell: InteractiveShell, names: Iterable[str]) -> None:
        self._shell = shell
        self._names = tuple(names)
        self._given: dict[str, set[str]] = {}
        self._with_colon: dict[str | None, set[str]] = {}
        self.unread: set[str] = set()

    def watch(self) -> None:
        """Look at each cell from now on, in place of whoever watched this shell before."""
        for callback in list(self._shell.events.callbacks["post_run_cell"]):
            if isinstance(getattr(callback, "__self__", None), AnswerCells):
                self._shell.events.unregister("post_run_cell", callback)
        self._shell.events.register("post_run_cell", self._after_cell)

    def has_colon(self, name: str) -> bool:
        """Whether a cell, as it was run last, has “name: …”, which sets nothing and is no error either."""
        return any(name in names for names in self._with_colon.values())

    def _after_cell(self, result: ExecutionResult) -> None:
        cell, source = result.info.cell_id, result.info.raw_cell or ""
        self._with_colon[cell] = {name for name in self._names if sign_instead(source, name) == ":"}
        tried = set(names_set(source, self._names, self._shell.transform_cell))
        # What stands below “%%capture” came by here as a cell of its own, and whether it failed is not said again.
        kept = {name for name in tried if name not in self.unread or name in self._shell.user_ns}
        given = set() if result.error_before_exec or result.error_in_exec else kept
        _forget((self._given.get(cell, set()) | tried) - given, self._shell.user_ns)
        self.unread = (self.unread | tried) - given
        if cell is not None:
            self._given[cell] = given


def _forget(names: Iterable[str], namespace: MutableMapping[str, Any]) -> None:
    for name in names:
        namespace.pop(name, None)

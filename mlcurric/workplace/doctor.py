"""What works on this machine, and what to do about what does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mlcurric.text import T
from mlcurric.workplace import graders, machine
from mlcurric.workplace.finding import Finding, Status
from mlcurric.workplace.libraries import verdicts

_MARKS = {
    Status.OK: (T("✓ works", "✓ 正常"), "green"),
    Status.WARNING: (T("! look", "! 注意"), "yellow"),
    Status.PROBLEM: (T("✗ broken", "✗ 問題"), "red"),
}
_HEADINGS = (T("State", "状態"), T("What", "項目"), T("Seen, and what to do", "結果と対処"))
_CHECKS: tuple[Callable[[Path], Iterator[Finding]], ...] = (
    machine.python,
    lambda _: verdicts(),
    machine.notebooks,
    machine.japanese_font,
    machine.kernel,
    machine.folder,
    machine.port,
    machine.browser,
    machine.progress,
    graders.grading,
)


def examine(work: Path) -> list[Finding]:
    """Look at everything that the lessons need; takes a few seconds, because a kernel is really started."""
    return [finding for check in _CHECKS for finding in check(work.resolve())]


def examine_and_print(work: Path) -> int:
    """Print what ``examine`` finds as a table.

    Returns:
        The exit code: 1 if there is a problem, else 0.
    """
    findings = examine(work)
    table = Table()
    for heading in _HEADINGS:
        # Japanese has no spaces to break at; what does not fit is continued on the next line, never cut off.
        table.add_column(str(heading), overflow="fold")
    for finding in findings:
        mark, colour = _MARKS[finding.status]
        seen = str(finding.says) if finding.do is None else f"{finding.says}\n→ {finding.do}"
        table.add_row(Text(str(mark), style=colour), Text(str(finding.what)), Text(seen))
    Console().print(table)
    return int(any(finding.status is Status.PROBLEM for finding in findings))

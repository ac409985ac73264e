"""``mlcurric gradebook forget`` as it was typed: hand-ins that are gone are left out of the grades and pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from mlcurric.grading.gradebook.command import Refused, carried_out
from mlcurric.grading.gradebook.store import Gradebook
from mlcurric.grading.gradebook.whereabouts import called, gone_lines, take_out
from mlcurric.grading.reading.clean import cut
from mlcurric.grading.results import write_results
from mlcurric.grading.said import first_lines
from mlcurric.text import T


def forget(out: Path, names: Sequence[str]) -> int:
    """Leave out what lies among the hand-ins no more; it stays in the gradebook, and a grading that finds it takes it in again.

    Args:
        out: the folder of the gradebook.
        names: as they are listed: a learner's folder, or ``<folder>/<exercise>``.

    Returns:
        The exit code: 0, or 2 if nothing was done.
    """
    return carried_out(out, lambda gradebook, console: _forget(gradebook, console, out, names), alone=True)


def _forget(gradebook: Gradebook, console: Console, out: Path, names: Sequence[str]) -> None:
    known = called(gradebook)
    if unknown := [name for name in names if name not in known]:
        listed = (_THESE, *first_lines(gone_lines(gradebook))) if known else (_NONE,)
        raise Refused(_NOT_GONE.format(name=cut(unknown[0])), *listed)
    take_out(gradebook, (place for name in names for place in known[name]))
    write_results(out, gradebook)
    console.print(str(_LEFT_OUT.format(names=", ".join(dict.fromkeys(names)))))


_NOT_GONE = T(
    "“{name}” is nothing that is gone from the hand-ins, and nothing was left out.",
    "「{name}」は、提出フォルダーからなくなったものの中にないため、何も外していません。",
)
_THESE = T("These are gone:", "なくなったもの:")
_NONE = T(
    "Nothing is gone. Take what is not to count out of the folder of the hand-ins, and grade again.",
    "なくなったものはありません。数えたくない提出は、提出フォルダーから取り除いて、もう一度採点してください。",
)
_LEFT_OUT = T(
    "Left out of the grades and pages: {names}. They stay in the gradebook, and come back with their notebooks.",
    "成績とページから外しました: {names}。成績簿には残っていて、ノートブックが戻れば、また集計に入ります。",
)

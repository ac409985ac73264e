"""``mlcurric gradebook rename`` as it was typed: what a folder that is gone had becomes that of another one."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from mlcurric.grading.gradebook.command import Refused, carried_out
from mlcurric.grading.gradebook.store import Gradebook
from mlcurric.grading.gradebook.whereabouts import called, gone, gone_lines, renamed
from mlcurric.grading.reading.clean import cut
from mlcurric.grading.reading.names import shown_names
from mlcurric.grading.results import write_results
from mlcurric.grading.said import first_lines
from mlcurric.text import T


def rename(out: Path, old: str, new: str) -> int:
    """Give the grades and marks of a folder that is gone to the folder of the same person, as attempts before its own.

    Args:
        out: the folder of the gradebook.
        old: the folder that is gone, as it is listed.
        new: the folder of that person now; it was graded already.

    Returns:
        The exit code: 0, or 2 if nothing was done.
    """
    return carried_out(out, lambda gradebook, console: _rename(gradebook, console, out, old, new), alone=True)


def _rename(gradebook: Gradebook, console: Console, out: Path, old: str, new: str) -> None:
    known = {name: places for name, places in called(gradebook).items() if "/" not in name}
    if old not in known:
        listed = first_lines([line for line in gone_lines(gradebook) if line])
        raise Refused(_NOT_GONE.format(name=cut(old)), *((_THESE, *listed) if listed else ()))
    shown = shown_names(learner for learner, _ in gradebook.newest())
    missing = set(gone(gradebook))
    there = {shown[learner]: learner for learner, exercise in gradebook.newest() if (learner, exercise) not in missing}
    if new not in there:
        raise Refused(_NOBODY.format(name=cut(new)))
    renamed(gradebook, known[old], there[new])
    write_results(out, gradebook)
    exercises = ", ".join(place.exercise for place in known[old])
    console.print(str(_DONE.format(old=old, new=new, exercises=exercises)))


_NOT_GONE = T(
    "“{name}” is no folder that is gone from the hand-ins, and nothing was changed.",
    "「{name}」は、提出フォルダーからなくなったフォルダーではないため、何も変えていません。",
)
_THESE = T("These are gone:", "なくなったもの:")
_NOBODY = T(
    "No hand-in in a folder “{name}” was graded, and nothing was changed. Give the folder's name as the gradebook shows it; "
    "one that is new has to be graded first.",
    "「{name}」というフォルダーの提出は採点されていないため、何も変えていません。成績簿にあるとおりの名前を指定してください。新しいフォルダーは、先に採点してください。",
)
_DONE = T("{old} → {new} ({exercises}), with all marks.", "{old} → {new} ({exercises})。採点も引き継ぎました。")

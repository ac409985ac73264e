"""The files of a team's folder that hold answers to the survey."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mlcurric.subject.surveys.answers import ENDINGS
from mlcurric.workshop.sheets import SURVEYS

_OWN_SURVEY = "survey"
"""Where the notebook keeps what was answered on its machine."""
_BEGINS = ("survey", "answers")
"""Outside of the folders for answers, files that begin so are answers."""


def answer_files(path: Path, inside: Path) -> Iterator[Path]:
    """What was typed from paper and what was answered in the notebook, then what lies among the sheets.

    Args:
        path: the team's folder.
        inside: the one that holds the ideathon's files.

    Raises:
        OSError: if nobody may look into one of them.
    """
    # The same word on paper and in the notebook counts once.
    for name in (SURVEYS, _OWN_SURVEY):
        if (path / name).is_dir():
            yield from filter(_may_hold, sorted((path / name).rglob("*")))
    yield from answers_in(inside)


def answers_in(folder: Path) -> Iterator[Path]:
    """The files of a folder for other things that are answers by their names.

    Raises:
        OSError: if nobody may look into it.
    """
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.stem.lower().startswith(_BEGINS) and _may_hold(file):
            yield file


def _may_hold(file: Path) -> bool:
    return file.suffix.lower() in ENDINGS and file.is_file() and not file.name.startswith((".", "~$"))

"""Find the hand-ins in a folder: ``<learner>/<exercise>.ipynb`` and ``<learner>/<exercise>/<anything>.ipynb``.

Nothing is opened here, and no link is followed; whatever is no hand-in is named, with the reason, and left alone.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mlcurric import questions
from mlcurric.curriculum import START_HERE, lessons
from mlcurric.grading.reading.clean import clean
from mlcurric.text import T

SUFFIX = ".ipynb"
REGISTER = "collected.csv"
"""What ``mlcurric collect`` notes beside the hand-ins."""
EARLIER = ".earlier"
"""Where ``mlcurric collect`` keeps what a later hand-in has replaced."""
_NO_LEARNERS = (EARLIER, ".ipynb_checkpoints")
# "9-9" and "9-9-your-turn", but no date such as "2024-05" or "12-05-2024".
_LESSON_NUMBER = re.compile(r"[0-9]{1,2}-[0-9]{1,2}(?!-?[0-9])")
_NOT_A_NOTEBOOK = T("not a notebook (.ipynb)", "ノートブック(.ipynb)ではありません")
_TOO_DEEP = T(
    "too deep; the place is <learner>/<exercise>.ipynb", "置き場所が深すぎます。<学習者>/<演習>.ipynb に置いてください"
)
_NO_FOLDER = T("not in a learner's folder", "学習者のフォルダーに入っていません")
_NOT_REGULAR = T("a link or a special file", "リンクか特殊なファイルです")
_NO_NOTEBOOK = T("no notebook in it", "ノートブックがひとつもありません")
_NO_QUESTIONS = T("nothing in it is graded", "採点する問題がありません")
_HIDDEN = T(
    "hidden, as its name starts with a dot; rename it to have it graded",
    "名前が「.」で始まる隠しフォルダーです。採点するには名前を変えてください",
)
_UNREADABLE_FOLDER = T("cannot be opened", "開けません")


@dataclass(frozen=True)
class File:
    """A notebook that a learner handed in.

    Attributes:
        learner: the name of the learner's folder, as the file system has it.
        path: where the notebook is.
        place: the same below the learner's folder, for people.
        exercise: the exercise that the names of file and folder say, or ``None``.
        says_other: whether they say the number of a lesson that is no exercise here.
        is_lesson: whether the file is called as the lesson is, not as its exercise.
    """

    learner: str
    path: Path
    place: str
    exercise: str | None
    says_other: bool
    is_lesson: bool


@dataclass(frozen=True)
class Stray:
    """Something among the hand-ins that is none."""

    place: str
    why: T


def collect(submissions: Path) -> tuple[tuple[File, ...], tuple[Stray, ...]]:
    """The hand-ins and the strays below ``submissions``, in the order of their names."""
    files: list[File] = []
    strays: list[Stray] = []
    for entry in _entries(submissions):
        if entry.name == REGISTER and entry.is_file(follow_symlinks=False):
            continue
        if not entry.is_dir(follow_symlinks=False):
            strays.append(Stray(display(entry.name), _NOT_REGULAR if entry.is_symlink() else _NO_FOLDER))
            continue
        own_files, own_strays = _of_learner(entry)
        files += own_files
        strays += own_strays
        if not own_files:
            strays.append(Stray(f"{display(entry.name)}/", _NO_NOTEBOOK))
    strays += [Stray(f"{display(name)}/", _HIDDEN) for name in _hidden_learners(submissions)]
    return tuple(files), tuple(strays)


def display(name: str) -> str:
    """A name from the file system as people read it: composed characters, and nothing that a terminal would obey."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return clean(unicodedata.normalize("NFC", text))


def exercises() -> tuple[str, ...]:
    """The ids of what can be handed in: every lesson whose questions are written."""
    written = set(questions.exercise_ids())
    return tuple(lesson.id for lesson in lessons() if lesson.id in written)


def exercise_in(name: str) -> str | None:
    """The exercise that a name starts with: ``1-1`` in ``1-1-your-turn (2)``, but not in ``1-10``."""
    known = (exercise for exercise in exercises() if re.match(rf"{re.escape(exercise)}(?!\d)", name))
    return next(known, None)


def _of_learner(learner: os.DirEntry[str]) -> tuple[list[File], list[Stray]]:
    files, strays = [], []
    try:
        for entry, folder in _below(learner):
            place = display(f"{folder}/{entry.name}" if folder else entry.name)
            if _is_notebook(entry) and not entry.name.startswith(START_HERE):
                files.append(_file(learner.name, entry, folder, place))
            else:
                strays.append(Stray(f"{display(learner.name)}/{place}", _why_stray(entry)))
    except OSError:
        strays.append(Stray(f"{display(learner.name)}/", _UNREADABLE_FOLDER))
    return files, strays


def _below(learner: os.DirEntry[str]) -> Iterator[tuple[os.DirEntry[str], str]]:
    """What is in a learner's folder and in the folders in it, with the name of the inner folder."""
    for entry in _entries(learner):
        if entry.is_dir(follow_symlinks=False):
            yield from ((inner, entry.name) for inner in _entries(entry))
        else:
            yield entry, ""


def _entries(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    """What is in a folder by name, without what an editor or a system hides there."""
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)


def _hidden_learners(submissions: Path) -> list[str]:
    """The hidden folders that look like a learner's: whoever calls themselves “.net” is not to be missed without a word."""
    with os.scandir(submissions) as entries:
        hidden = [
            entry
            for entry in entries
            if entry.name.startswith(".") and entry.name not in _NO_LEARNERS and entry.is_dir(follow_symlinks=False)
        ]
    return sorted(entry.name for entry in hidden if _of_learner(entry)[0])


def _file(learner: str, entry: os.DirEntry[str], folder: str, place: str) -> File:
    stem = entry.name[: -len(SUFFIX)]
    is_lesson = any(stem.startswith(lesson.file_stem) for lesson in lessons())
    # The file's name is asked first, and the folder's only where that says nothing.
    telling = next((name for name in (stem, folder) if exercise_in(name) or _LESSON_NUMBER.match(name)), "")
    exercise = exercise_in(telling)
    return File(learner, Path(entry.path), place, exercise, bool(telling) and exercise is None, is_lesson)


def _is_notebook(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False) and entry.name.lower().endswith(SUFFIX)


def _why_stray(entry: os.DirEntry[str]) -> T:
    if entry.is_dir(follow_symlinks=False):
        return _TOO_DEEP
    if entry.name.startswith(START_HERE):
        return _NO_QUESTIONS
    return _NOT_A_NOTEBOOK if entry.is_file(follow_symlinks=False) else _NOT_REGULAR

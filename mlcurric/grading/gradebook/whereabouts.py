"""What lies among the hand-ins no more: it was moved to another folder, or it is gone; nothing that was graded is lost.

A folder that was renamed keeps its grades and marks. A hand-in that is gone is kept and counts, until
whoever grades takes it out; then it stays in the file, and comes back with the notebook. A file that never was a hand-in of an
exercise, or one beside another that counts, is taken out by itself.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mlcurric import questions
from mlcurric.grading.gradebook.mark_table import folder_key, folder_name
from mlcurric.grading.gradebook.store import Gradebook
from mlcurric.grading.reading.collect import display
from mlcurric.grading.reading.hand_ins import HandIn
from mlcurric.grading.reading.names import shown_names
from mlcurric.text import T

_GONE = "gone"


class Where(NamedTuple):
    """A hand-in by the learner's folder and the exercise."""

    learner: str
    exercise: str


def followed(gradebook: Gradebook, found: Sequence[HandIn]) -> dict[Where, str]:
    """Move what folders held that have another name now, and say which.

    A folder was renamed if it is gone, and one folder that was never there before holds all that counted of it, byte for byte.
    One of these files has to answer something and to be nobody else's: an exercise as it was given out is everybody's.

    Args:
        found: the hand-ins that lie there now.
    """
    newest, taken_out = gradebook.newest(), gradebook.taken_out()
    counted = {Where(*place): one for place, one in newest.items() if one.judged and place not in taken_out}
    # What cannot be read is like every other such file.
    readable = [one for one in found if one.exercise and not one.second and one.problem is None]
    before = _by_folder((place, one.hash) for place, one in counted.items())
    now = _by_folder((Where(one.file.learner, one.name), one.hash) for one in readable)
    whose: dict[tuple[str, str], set[str]] = defaultdict(set)
    for folder, files in (*before.items(), *now.items()):
        for file in files.items():
            whose[file].add(folder)
    known, there = {learner for learner, _ in newest}, {one.file.learner for one in found}
    moves: dict[Where, str] = {}
    for folder in sorted(before.keys() - there):
        files = before[folder]
        heirs = [other for other in now.keys() - known if files.items() <= now[other].items()]
        told_by = [
            file
            for file in files.items()
            if whose[file] == {folder, *heirs} and counted[Where(folder, file[0])].answered
        ]
        if len(heirs) == 1 and told_by:
            taken = {Where(to, place.exercise) for place, to in moves.items()}
            if not taken & {Where(heirs[0], exercise) for exercise in files}:
                moves |= {Where(folder, exercise): heirs[0] for exercise in files}
    for place, to in moves.items():
        gradebook.move(*place, to)
    return moves


def _by_folder(files: Iterable[tuple[Where, str]]) -> dict[str, dict[str, str]]:
    """The hash of each file by learner and exercise."""
    folders: dict[str, dict[str, str]] = defaultdict(dict)
    for (learner, exercise), hash in files:
        folders[learner][exercise] = hash
    return folders


def note_gone(gradebook: Gradebook, found: Iterable[HandIn]) -> None:
    """Keep in mind which hand-ins lie there no more; ``gone`` says which."""
    there = {Where(one.file.learner, one.name) for one in found}
    taken_out = gradebook.taken_out() - there
    missing = {Where(*place): one.judged for place, one in gradebook.newest().items()}
    missing = {place: judged for place, judged in missing.items() if place not in there | taken_out}
    known = set(questions.exercise_ids())
    graded = {place for place, judged in missing.items() if judged or place.exercise in known}
    gradebook.take_out(taken_out | (missing.keys() - graded))
    _keep(gradebook, graded)


def gone(gradebook: Gradebook) -> list[Where]:
    """The hand-ins that count, and lay there no more when the folder was graded last."""
    kept = json.loads(gradebook.setting(_GONE) or "[]")
    return [Where(folder_name(key), exercise) for key, exercise in kept]


def take_out(gradebook: Gradebook, places: Iterable[Where]) -> None:
    """Leave out hand-ins that are gone from now on; a grading that finds them again takes them in again."""
    places = set(places)
    gradebook.take_out(gradebook.taken_out() | places)
    _keep(gradebook, set(gone(gradebook)) - places)


def called(gradebook: Gradebook) -> dict[str, list[Where]]:
    """What is gone, by the name that says it: ``Ann`` for all that she handed in, ``Bo/1-1`` for a part of it."""
    shown = shown_names(learner for learner, _ in gradebook.newest())
    missing = gone(gradebook)
    there = {learner for learner, _ in gradebook.newest().keys() - gradebook.taken_out() - set(missing)}
    names: dict[str, list[Where]] = defaultdict(list)
    for place in missing:
        name = shown[place.learner]
        names[f"{name}/{place.exercise}" if place.learner in there else name].append(place)
    return names


def moved_lines(moves: Mapping[Where, str]) -> list[str]:
    """A line a folder, with what lies in another one now."""
    between: dict[tuple[str, str], list[str]] = defaultdict(list)
    for place, to in moves.items():
        between[place.learner, to].append(place.exercise)
    return [
        f"{display(learner)} → {display(to)} ({', '.join(sorted(exercises))})"
        for (learner, to), exercises in sorted(between.items())
    ]


def gone_lines(gradebook: Gradebook) -> list[str]:
    """A line for each name of ``called``."""
    return [
        name if name.endswith(f"/{places[0].exercise}") else f"{name} ({', '.join(place.exercise for place in places)})"
        for name, places in called(gradebook).items()
    ]


def _keep(gradebook: Gradebook, places: Iterable[Where]) -> None:
    gradebook.settle(_GONE, json.dumps(sorted((folder_key(learner), exercise) for learner, exercise in places)))


MOVED = T(
    "The same notebooks in a folder of another name; their grades and marks went with them:",
    "フォルダーの名前が変わり、中のノートブックは同じなので、成績と採点を引き継ぎました:",
)
GONE = T(
    'No longer among the hand-ins; the grades are kept and count. To leave one out: mlcurric gradebook forget {out} "NAME"',
    '提出フォルダーからなくなったもの。成績は残してあり、集計にも入っています。外すには: mlcurric gradebook forget {out} "名前"',
)
"""Said above ``moved_lines`` and ``gone_lines``."""

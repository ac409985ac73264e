"""What lies among the hand-ins no more; nothing that was graded is lost.

It is kept and counts, until whoever grades takes it out, or says which folder is that of the same person now: who is who is not
guessed. What was taken out stays in the file, and comes back with the notebook. A file that never was a hand-in of an exercise,
or one beside another that counts, is taken out by itself.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mlcurric import questions
from mlcurric.grading.gradebook.mark_table import folder_key, folder_name
from mlcurric.grading.gradebook.store import Gradebook
from mlcurric.grading.reading.hand_ins import HandIn
from mlcurric.grading.reading.names import shown_names
from mlcurric.text import T

_GONE = "gone"


class Where(NamedTuple):
    """A hand-in by the learner's folder and the exercise."""

    learner: str
    exercise: str


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


def gone_lines(gradebook: Gradebook) -> list[str]:
    """A line for each name of ``called``, with the folder that holds the same notebooks, if there is one."""
    heirs = _heirs(gradebook)
    lines = []
    for name, places in called(gradebook).items():
        line = name if "/" in name else f"{name} ({', '.join(place.exercise for place in places)})"
        heir = None if "/" in name else heirs.get(places[0].learner)
        lines.append(f"{line}{_LIKE.format(name=heir)}" if heir else line)
    return lines


def _heirs(gradebook: Gradebook) -> dict[str, str]:
    """By learner who is gone, the name of the only other one who has a notebook of theirs, byte for byte.

    Nobody is guessed by an exercise in which nothing is answered: as it was given out, it is everybody's.
    """
    newest = gradebook.newest()
    missing = set(gone(gradebook))
    whose: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (learner, exercise), one in newest.items():
        if one.answered:
            whose[exercise, one.hash].add(learner)
    shown = shown_names(learner for learner, _ in newest)
    heirs: dict[str, set[str]] = defaultdict(set)
    for place in missing:
        others = whose[place.exercise, newest[place].hash] - {place.learner}
        if len(others) == 1 and Where(*others, place.exercise) not in missing:
            heirs[place.learner] |= others
    return {learner: shown[next(iter(found))] for learner, found in heirs.items() if len(found) == 1}


def renamed(gradebook: Gradebook, places: Sequence[Where], to: str) -> None:
    """Give what is gone, with its marks, to the folder that is called so now; see ``Gradebook.join``."""
    gradebook.join(places, to)
    _keep(gradebook, set(gone(gradebook)) - set(places))


def _keep(gradebook: Gradebook, places: Iterable[Where]) -> None:
    gradebook.settle(_GONE, json.dumps(sorted((folder_key(learner), exercise) for learner, exercise in places)))


_LIKE = T(": the same as in {name}", ": 「{name}」に同じものがあります")
GONE = T(
    'No longer among the hand-ins; the grades are kept and count. To leave one out: mlcurric gradebook forget {out} "NAME". '
    'Where a folder was renamed: mlcurric gradebook rename {out} "NAME" "NEW NAME"',
    '提出フォルダーからなくなったもの。成績は残してあり、集計にも入っています。外すには: mlcurric gradebook forget {out} "名前" '
    'フォルダーの名前を変えた場合は: mlcurric gradebook rename {out} "前の名前" "今の名前"',
)
"""Said above ``gone_lines``."""

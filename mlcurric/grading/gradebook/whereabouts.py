"""What lies among the hand-ins no more: it was moved to another folder, or it is gone; nothing that was graded is lost.

A hand-in that lies in another folder now goes there with its grades and marks. One that is gone is kept and counts, until
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
    """Move what lies in another folder now, and say to which.

    A hand-in was moved if its very file lies in one other folder that had none of this exercise, and in no third. Where a whole
    folder went so, what was changed in it on the way is taken for a next attempt.

    Args:
        found: the hand-ins that lie there now.
    """
    newest = {Where(*place): kept for place, kept in gradebook.newest().items()}
    there = {Where(one.file.learner, one.name) for one in found}
    taken_out = gradebook.taken_out()
    gone = [place for place, (_, judged) in newest.items() if judged and place not in there | taken_out]
    left, come = defaultdict(list), defaultdict(list)
    for place in gone:
        left[place.exercise, newest[place][0]].append(place)
    new = {Where(one.file.learner, one.name): one for one in found if not one.second and one.exercise}
    new = {place: one for place, one in new.items() if place not in newest}
    for place, one in new.items():
        # What cannot be read is like every other such file.
        if one.problem is None:
            come[one.exercise, one.hash].append(place.learner)
    moves = {
        places[0]: come[file][0] for file, places in left.items() if len(places) == 1 and len(come.get(file, ())) == 1
    }
    folders, targets = {place.learner for place in there}, {Where(to, one.exercise) for one, to in moves.items()}
    for place in gone:
        partners = {to for one, to in moves.items() if one.learner == place.learner}
        if place not in moves and place.learner not in folders and len(partners) == 1:
            to = Where(*partners, place.exercise)
            if to in new and to not in targets:
                moves[place] = to.learner
                targets.add(to)
    for place, to in moves.items():
        gradebook.move(*place, to)
    return moves


def note_gone(gradebook: Gradebook, found: Iterable[HandIn]) -> None:
    """Keep in mind which hand-ins lie there no more; ``gone`` says which."""
    there = {Where(one.file.learner, one.name) for one in found}
    taken_out = gradebook.taken_out() - there
    missing = {Where(*place): judged for place, (_, judged) in gradebook.newest().items()}
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
    "In another folder now, as the same notebooks; their grades and marks went with them:",
    "同じノートブックが別のフォルダーにあるため、成績と採点も移しました:",
)
GONE = T(
    'No longer among the hand-ins; the grades are kept and count. To leave one out: mlcurric gradebook forget {out} "NAME"',
    '提出フォルダーからなくなったもの。成績は残してあり、集計にも入っています。外すには: mlcurric gradebook forget {out} "名前"',
)
"""Said above ``moved_lines`` and ``gone_lines``."""

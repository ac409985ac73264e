"""From files to hand-ins: which exercise each notebook is for, and which of two for the same one counts."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from mlcurric.curriculum import exercise_path, lessons
from mlcurric.grading.reading.collect import SUFFIX, File, exercises
from mlcurric.grading.reading.read import Notebook, Unreadable, parse, read_bytes
from mlcurric.grading.reading.which import at_odds, own, within
from mlcurric.text import T, language

_HAND_IN_AGAIN = T("Rename it and hand it in again.", "ファイル名を直して、もう一度提出してください。")
_UNKNOWN = T(
    "It is not clear which exercise “{place}” is; its name should start with one of {known}.",
    "「{place}」がどの演習かわかりません。ファイル名の先頭を {known} のどれかにしてください。",
)
_LESSON = T("“{place}” is the lesson, not its exercise.", "「{place}」は演習ではなく、レッスンのノートブックです。")
_OTHER = T(
    "“{place}” was handed in as {named}, but what is in it is {own}; it was not graded.",
    "「{place}」は {named} として提出されていますが、中身は {own} の演習です。採点していません。",
)
_HAND_IN_THAT = T(
    "Hand in your notebook of {named}; if you meant to hand in {own}, let the name start with {own}.",
    "{named} のノートブックを提出してください。{own} を提出するつもりだったのなら、ファイル名の先頭を {own} に直してください。",
)
_HAND_IN_EXERCISE = T("Hand in “{file}”.", "「{file}」を提出してください。")
_SECOND = T(
    "There is more than one notebook for {exercise}: “{chosen}” was graded, “{place}” was not.",
    "{exercise} のノートブックが複数あります。「{chosen}」を採点し、「{place}」は採点していません。",
)
_KEEP_ONE = T("Keep one of them and hand in again.", "ひとつだけ残して、もう一度提出してください。")


@dataclass(frozen=True)
class Problem:
    """Why a file cannot be graded, and what the learner can do; ``detail`` is for whoever grades."""

    seen: T
    next_step: T
    detail: str = ""


@dataclass(frozen=True)
class HandIn:
    """One file, with what stands in its way if it cannot be graded.

    Attributes:
        exercise: its exercise, or ``None`` where that is unknown.
        notebook: what is to be run, if there is no problem.
        lang: the language in which the learner is answered; nothing where the file alone does not say it.
        hash: SHA-256 of the file, in hexadecimal; of a file that cannot be opened, of nothing.
        modified: when it was written, in UTC as the file system has it.
        second: whether another file of the same learner counts for this exercise.
        others: the places of the files that this one was preferred to.
    """

    file: File
    exercise: str | None
    notebook: Notebook | None
    lang: str
    hash: str = ""
    modified: str = ""
    problem: Problem | None = None
    second: bool = False
    others: tuple[str, ...] = ()

    @property
    def is_lesson(self) -> bool:
        """Whether it is the lesson instead of its exercise; its metadata know better than its name."""
        kind = self.notebook.kind if self.notebook else None
        return kind == "lesson" if kind else self.file.is_lesson

    @property
    def name(self) -> str:
        """The exercise; where that is unknown, or another file counts for it, the file's place without its ending."""
        return self.exercise if self.exercise and not self.second else self.file.place[: -len(SUFFIX)]


def hand_ins(files: Iterable[File], parsed: Callable[[bytes], Notebook] = parse) -> list[HandIn]:
    """The hand-ins in the files, in the order of learners and exercises.

    Args:
        parsed: what reads the bytes of a notebook, as ``read.parse`` does.
    """
    groups: dict[tuple[str, str | None], list[HandIn]] = defaultdict(list)
    spoken: dict[str, str] = {}
    for file in files:
        hand_in = read_file(file, parsed)
        spoken[file.learner] = hand_in.lang or spoken.get(file.learner, "")
        group = groups[file.learner, hand_in.exercise]
        group.append(hand_in)
        if hand_in.exercise:
            # Only the first is run: the sources of all that one learner can hand in would fill the memory.
            group.sort(key=_rank)
            group[1:] = map(_without_cells, group[1:])
    for (learner, _), group in groups.items():
        # Whose file does not say its language is answered in that of their other files, else in that of whoever grades.
        group[:] = [replace(each, lang=each.lang or spoken[learner] or language()) for each in group]
    chosen = [hand_in for (_, exercise), group in groups.items() for hand_in in (_choose(group) if exercise else group)]
    return sorted(chosen, key=lambda hand_in: (hand_in.file.learner, hand_in.name, hand_in.second, hand_in.file.place))


def read_file(file: File, parsed: Callable[[bytes], Notebook] = parse) -> HandIn:
    """Open one file; it never raises."""
    raw, modified = b"", ""
    try:
        raw, modified = read_bytes(file.path)
        notebook = parsed(raw)
    except Unreadable as error:
        problem = Problem(error.seen, error.next_step)
        exercise = file.exercise or _of_silent(file, error.called)
        return HandIn(file, exercise, None, error.lang or "", _hash(raw), modified, problem)
    exercise = file.exercise or _of_silent(file, notebook.called, notebook.exercise)
    hand_in = HandIn(file, exercise, notebook, notebook.lang, _hash(raw), modified)
    return replace(hand_in, problem=_misplaced(hand_in))


def _of_silent(file: File, called: tuple[str, ...], lesson: str | None = None) -> str | None:
    """The exercise of a file of which neither its name nor its folder's begins with one."""
    # The notebook first: a number somewhere in a name may be about anything.
    return None if file.says_other else own(lesson, called) or within(file.path.stem)


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _misplaced(hand_in: HandIn) -> Problem | None:
    """Why a readable notebook is no hand-in of an exercise, or ``None``."""
    place = hand_in.file.place
    if hand_in.exercise is None:
        return Problem(_UNKNOWN.format(place=place, known=", ".join(exercises())), _HAND_IN_AGAIN)
    if hand_in.is_lesson:
        wanted = next(exercise_path(lesson).name for lesson in lessons() if lesson.id == hand_in.exercise)
        return Problem(_LESSON.format(place=place), _HAND_IN_EXERCISE.format(file=wanted))
    notebook, named = hand_in.notebook, hand_in.exercise
    if notebook and (other := at_odds(named, notebook.exercise, notebook.called)):
        said = {"own": other, "named": named}
        return Problem(_OTHER.format(place=place, **said), _HAND_IN_THAT.format(**said))
    return None


def _rank(one: HandIn) -> tuple[bool, bool, int, str]:
    """A readable exercise comes before all else, then the shortest name ("1-1" before "1-1 (2)")."""
    return one.problem is not None, one.is_lesson, len(one.file.place), one.file.place


def _without_cells(one: HandIn) -> HandIn:
    return replace(one, notebook=replace(one.notebook, cells=())) if one.notebook else one


def _choose(group: list[HandIn]) -> list[HandIn]:
    """The one to grade, which comes first, and the others, which are told so."""
    first, *rest = group
    # A learner who hands in a whole folder hands in the lesson too; that is no second try, and neither is a copy of another.
    first_of = {one.hash: one for one in reversed(group)}
    rest = [one for one in rest if not one.is_lesson and first_of[one.hash] is one]
    others = tuple(hand_in.file.place for hand_in in rest)
    return [replace(first, others=others), *(_as_second(hand_in, first) for hand_in in rest)]


def _as_second(hand_in: HandIn, chosen: HandIn) -> HandIn:
    seen = _SECOND.format(exercise=chosen.exercise, chosen=chosen.file.place, place=hand_in.file.place)
    return replace(hand_in, problem=Problem(seen, _KEEP_ONE), lang=chosen.lang, second=True)

"""Whose the notebooks of a zip are; what says it stands at one level of folders, the same for the whole zip.

Learners name everything below their own folder, and all that follows what an LMS puts before the name of a file. Whatever
stands there says nothing: a folder that is called like a fellow learner's, or a file as the LMS would call a fellow's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from mlcurric.grading.collecting import canvas, flat, folders, moodle
from mlcurric.grading.collecting.assignments import of_assignment
from mlcurric.grading.collecting.owner import Owner
from mlcurric.grading.collecting.zips import Member
from mlcurric.grading.reading.collect import SUFFIX
from mlcurric.text import T

_Path = tuple[str, ...]
_NOBODY = T(
    "Nothing says whose it is. Put it into a folder with the learner's name, or download the zip from the LMS anew.",
    "誰の提出かわかりません。学習者の名前のフォルダーに入れるか、LMS から zip をダウンロードし直してください。",
)
_WHICH_FOLDER = T(
    "Its folders and names do not say which of them is the learner. Make a zip in which the learners' folders stand outermost.",
    "フォルダーとファイルの名前のうち、どれが学習者かわかりません。学習者のフォルダーがいちばん外側になるように、zip を作り直してください。",
)
_WHOSE_ZIP = T(
    "It does not say whose this zip is. If it is one learner's, put it into a folder with the learner's name; if it is a whole "
    "assignment's, give it to “mlcurric collect” by itself.",
    "この zip が誰のものかわかりません。1人の提出なら、学習者の名前のフォルダーに入れてください。"
    "課題全体の zip なら、それだけを「mlcurric collect」に渡してください。",
)


def owners(members: Sequence[Member]) -> list[Owner | T]:
    """Whose each notebook of a zip is, or why that cannot be told and what to do."""
    paths = [one.path for one in members]
    of_lms = _of_lms(paths)
    # What lies in anybody's folder is theirs, and no assignment's.
    if not any(of_lms) and all(one.inside and all(map(of_assignment, one.path[:-1])) for one in members):
        return _of_zips(members)
    if not any(of_lms) and (assignments := _assignment_folders(paths)):
        of_each = {name: iter(_of_assignment(name, inside)) for name, inside in assignments.items()}
        at = _around(paths)
        return [_within(next(of_each[one.path[at]]), one) for one in members]
    found = iter(_of_people([path for path, one in zip(paths, of_lms, strict=True) if one is None]))
    return [_within(one or next(found), member) for one, member in zip(of_lms, members, strict=True)]


def _of_zips(members: Sequence[Member]) -> list[Owner | T]:
    """The owners in a zip of nothing but zips: either each is of an assignment, or each is what one learner handed in."""
    zips: dict[_Path, list[_Path]] = defaultdict(list)
    for one in members:
        zips[one.path].append(one.inside)
    named = dict(zip(zips, flat.owners([path[-1] for path in zips]), strict=True))
    by_lms = {path: any(_of_lms(inside)) for path, inside in zips.items()}
    if not any(named.values()) and all(by_lms[path] or of_assignment(path[-1].rpartition(".")[0]) for path in zips):
        found = {path: iter(_of_assignment("/".join(path), inside)) for path, inside in zips.items()}
        return [next(found[one.path]) for one in members]
    # A zip with a learner's name that holds a class's hand-ins says two things.
    says = {path: _WHOSE_ZIP if by_lms[path] else named[path] or _WHOSE_ZIP for path in zips}
    return [_within(says[one.path], one) for one in members]


def _assignment_folders(paths: Sequence[_Path]) -> dict[str, list[_Path]]:
    """The paths in each assignment's folder where an LMS wrote what is in every one of them; else none."""
    at = _around(paths)
    if not all(len(path) > at + 1 and of_assignment(path[at]) for path in paths):
        return {}
    inside: dict[str, list[_Path]] = defaultdict(list)
    for path in paths:
        inside[path[at]].append(path[at + 1 :])
    return inside if all(any(_of_lms(each)) for each in inside.values()) else {}


def _of_assignment(name: str, paths: Sequence[_Path]) -> list[Owner | T]:
    of_lms = _of_lms(paths)
    found = iter(_of_people([path for path, one in zip(paths, of_lms, strict=True) if one is None]))
    # What is numbered anew in each assignment tells learners apart within one, and no further.
    return [replace(one, assignment="" if one.lasting else name) if one else next(found) for one in of_lms]


def _of_people(paths: Sequence[_Path]) -> list[Owner | T]:
    """The owners as far as people's folders and names of files say them."""
    while paths and all(len(path) > 1 and path[0] == paths[0][0] for path in paths) and of_assignment(paths[0][0]):
        paths = [path[1:] for path in paths]
    files = iter(flat.owners([path[0] for path in paths if len(path) == 1]))
    level = folders.level(paths)
    # A folder of files with learners' names, which is not called like an assignment's: one learner's, or the class's?
    if len({path[:-1] for path in paths}) == 1 and any(flat.owners([path[-1] for path in paths if len(path) > 1])):
        level = None
    found: list[Owner | T] = []
    for path in paths:
        if len(path) == 1:
            found.append(next(files) or (_NOBODY if path[0].lower().endswith(SUFFIX) else _WHOSE_ZIP))
        else:
            found.append(_WHICH_FOLDER if level is None else folders.owner(path, level) or _NOBODY)
    return found


def _of_lms(paths: Sequence[_Path]) -> list[Owner | None]:
    """The owners as far as an LMS says them; which LMS it is, the zip as a whole tells."""
    level = _around(paths)
    in_moodle = [moodle.owner(path, level) for path in paths]
    in_canvas = [canvas.owner(path[level]) if len(path) == level + 1 else None for path in paths]
    pairs = list(zip(in_moodle, in_canvas, strict=True))
    # A name may be made to look like the other LMS's, but never to look like its own no more.
    is_moodle = any(one and not other for one, other in pairs) and not any(other and not one for one, other in pairs)
    return [(one or other) if is_moodle else (other or one) for one, other in pairs]


def _around(paths: Sequence[_Path]) -> int:
    """How many folders there are around all of the zip, down to the first that Moodle made."""
    return sum(1 for _ in takewhile(_is_around_all, zip(*(path[:-1] for path in paths), strict=False)))


def _is_around_all(names: _Path) -> bool:
    return len(set(names)) == 1 and moodle.owner(names, 0) is None


def _within(owner: Owner | T, member: Member) -> Owner | T:
    """The same owner, with the file's own name in the learner's zip where it lies in one."""
    return replace(owner, rest=member.inside) if member.inside and isinstance(owner, Owner) else owner

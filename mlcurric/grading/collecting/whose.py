"""Whose the notebooks of a zip are; what says it stands at one level of folders, the same for the whole zip.

Learners name everything below their own folder, and all that follows what an LMS puts before the name of a file. Whatever
stands there says nothing: a folder that is called like a fellow learner's, or a file as the LMS would call a fellow's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from mlcurric.grading.collecting import canvas, folders, moodle
from mlcurric.grading.collecting.owner import Owner
from mlcurric.grading.collecting.zips import Member

_Path = tuple[str, ...]


def owners(members: Sequence[Member]) -> list[Owner | None]:
    """Whose each notebook of a zip is, or ``None`` where nothing says it."""
    paths = [one.path for one in members]
    of_lms = _of_lms(paths)
    found = [one and _within(one, member) for one, member in zip(of_lms, members, strict=True)]
    # A zip that lies in no learner's folder may be that of a whole assignment.
    inner = _zips_at(members, _around(paths))
    for zipped in inner:
        for at, one in zip(zipped, _of_lms([members[at].inside for at in zipped]), strict=True):
            found[at] = found[at] or one
    rest = [at for at, one in enumerate(found) if one is None]
    learners = folders.level([paths[at] for at in rest])
    for at in rest:
        if members[at].inside and len(paths[at]) == 1:
            # The name of such a zip is the course's.
            continue
        found[at] = (one := folders.owner(paths[at], learners)) and _within(one, members[at])
    for zipped in inner:
        inside = [members[at].inside for at in zipped]
        learners = folders.level(inside)
        for at, path in zip(zipped, inside, strict=True):
            found[at] = found[at] or folders.owner(path, learners)
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


def _zips_at(members: Sequence[Member], level: int) -> list[list[int]]:
    """The places of the notebooks of each zip within the zip that lies at this level, in no folder."""
    found: dict[_Path, list[int]] = defaultdict(list)
    for at, one in enumerate(members):
        if one.inside and len(one.path) == level + 1:
            found[one.path].append(at)
    return list(found.values())


def _within(owner: Owner, member: Member) -> Owner:
    """The same owner, with the file's own name in the learner's zip where it lies in one."""
    return replace(owner, rest=member.inside) if member.inside else owner

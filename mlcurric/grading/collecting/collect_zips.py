"""From zips to the folder that the grader reads: whose each notebook is, which exercise, and what was there before."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from mlcurric.curriculum import lessons
from mlcurric.grading.collecting.doubt import groups
from mlcurric.grading.collecting.owner import Owner
from mlcurric.grading.collecting.register import TABLE, Register, Row, as_table, read_table, safe_folder
from mlcurric.grading.collecting.shelf import Put, put
from mlcurric.grading.collecting.told import SECOND, Told, say, tell
from mlcurric.grading.collecting.whose import owners
from mlcurric.grading.collecting.zips import Member, Other, Refused, members
from mlcurric.grading.reading.clean import cut
from mlcurric.grading.reading.collect import SUFFIX, display, exercise_in
from mlcurric.grading.reading.read import Unreadable
from mlcurric.grading.reading.reader import Reader
from mlcurric.grading.reading.which import at_odds, own, within
from mlcurric.grading.said import OUT_IS_FILE
from mlcurric.keeping import write_whole
from mlcurric.text import T

_A_COPY = re.compile(r"(?:\(\d+\)|-Copy\d*| - (?:Copy|コピー)(?: ?\(\d+\))?)$")
_UNPACKED = ".collecting-"
_BAD_TABLE = T(
    "“{path}” is not the table that this command writes. Move it away, or give another folder for --out.",
    "「{path}」は、このコマンドが書く表ではありません。別の場所へ移すか、--out に別のフォルダーを指定してください。",
)
_CANNOT_WRITE = T(
    "“{path}” cannot be written ({why}). Mend that and run it again: it goes on where it was.",
    "「{path}」に書き込めません({why})。原因を取り除いてもう一度実行すると、続きから始まります。",
)
_GROUP = T(
    "“{name}” holds one exercise in several folders, such as “{first}” and “{second}”. If those are learners, give a zip of what is in "
    "“{name}”; if “{name}” is one, ask which notebook counts, and leave that alone in the zip.",
    "「{name}」の中の「{first}」「{second}」などに、同じ演習があります。それぞれが学習者なら、「{name}」の中身だけを zip にして指定してください。"
    "「{name}」が1人の学習者なら、どれを採点するか本人に確かめ、それだけを zip に残してください。",
)
_TOTAL = T(
    "{n} notebooks of {learners} learners are in {path}; {table} says who is who in the LMS.",
    "{path} に {learners} 人、{n} 件のノートブックがあります。LMS の誰にあたるかは {table} にあります。",
)


@dataclass(frozen=True)
class _Found:
    """A notebook in a zip.

    Attributes:
        place: where it lies there.
        file: the name under which it is put.
        damaged: whether it cannot be graded as what it is called: it cannot be read, or is another exercise.
        spooled: where its bytes are.
    """

    owner: Owner
    place: str
    file: str
    damaged: bool
    spooled: Path

    @property
    def own(self) -> str:
        """The learner's own name of it."""
        return _shown("/".join(self.owner.rest))


def collect_zips(zips: Iterable[Path], submissions: Path) -> int:
    """Put the notebooks of the zips of an LMS into ``<submissions>/<learner>/<exercise>.ipynb``.

    Args:
        zips: of Moodle, Canvas or Google Drive; of two for one exercise the later one counts.
        submissions: the folder to fill; what is there and has not changed stays.

    Returns:
        0, or 2 if a notebook was not taken that may count, after saying which and what to do; all the rest is collected.
    """
    if submissions.exists() and not submissions.is_dir():
        return _refuse(OUT_IS_FILE.format(path=submissions))
    try:
        register = Register(read_table(submissions / TABLE), _names_in(submissions))
    except (ValueError, OSError):
        return _refuse(_BAD_TABLE.format(path=submissions / TABLE))
    made = not submissions.exists()
    done = []
    try:
        submissions.mkdir(parents=True, exist_ok=True)
        for left_behind in submissions.glob(f"{_UNPACKED}*"):
            shutil.rmtree(left_behind)
        with closing(Reader()) as reader:
            for path in zips:
                done.append(_collect(path, submissions, register, reader))
                tell(done[-1], submissions)
        if made and not register.rows:
            submissions.rmdir()
    except OSError as error:
        where = display(str(error.filename or submissions))
        return _refuse(_CANNOT_WRITE.format(path=where, why=error.strerror or type(error).__name__))
    rows = register.rows
    if rows:
        learners = len({row.folder for row in rows})
        say(_TOTAL.format(n=len(rows), learners=learners, path=submissions, table=TABLE))
    return 2 if any(one.refused or one.seconds for one in done) else 0


def _collect(path: Path, submissions: Path, register: Register, reader: Reader) -> Told:
    result = Told(display(path.name))
    read: list[tuple[Member, Path]] = []
    found: list[_Found] = []
    # Beside their place, so that a full disk is found out before anything is replaced.
    with tempfile.TemporaryDirectory(dir=submissions, prefix=_UNPACKED) as unpacked:
        for member in members(path):
            if isinstance(member, Other):
                result.others.append(_shown(member.place))
            elif isinstance(member, Refused):
                result.refused.append(": ".join(filter(None, (_shown(member.place), str(member.why)))))
            else:
                spooled = Path(unpacked, str(len(read)))
                spooled.write_bytes(member.data)
                read.append((replace(member, data=b""), spooled))
        # Zips are read by size; which of two assignments comes first, their names say.
        read.sort(key=lambda one: (one[0].path, one[0].inside))
        for (member, spooled), owner in zip(read, owners([member for member, _ in read]), strict=True):
            place = _shown("/".join((*member.path, *member.inside)))
            if isinstance(owner, Owner):
                found.append(_Found(owner, place, *_exercise(owner.rest[-1], spooled, reader), spooled))
            else:
                result.refused.append(f"{place}: {owner}")
        for of_one in _by_assignment(_without_groups(found, result)):
            _put_all(of_one, submissions, register, result)
    return result


def _by_assignment(found: list[_Found]) -> list[list[_Found]]:
    """Each assignment by itself, as if its zip had been given alone."""
    assignments: dict[str, list[_Found]] = defaultdict(list)
    for one in found:
        assignments[one.owner.assignment].append(one)
    return list(assignments.values())


def _without_groups(found: list[_Found], result: Told) -> list[_Found]:
    """The same without what lies in a folder that may be that of several learners."""
    in_groups = groups((one.owner, one.file) for one in found)
    for name, folders in in_groups.items():
        first, second, *_ = map(_shown, folders)
        places = ", ".join(one.place for one in found if one.owner.lms == "folder" and one.owner.name == name)
        result.refused.append(f"{places}: {_GROUP.format(name=_shown(name), first=first, second=second)}")
    return [one for one in found if one.owner.lms != "folder" or one.owner.name not in in_groups]


def _put_all(found: list[_Found], submissions: Path, register: Register, result: Told) -> None:
    numbers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in found:
        numbers[one.owner.lms, one.owner.name].add(one.owner.id)
    rows = {}
    # The later one of two for the same exercise comes last, and stays.
    for one in sorted(found, key=lambda one: (one.owner.version or 0, one.place)):
        owner = one.owner
        folder = register.folder_of(owner, one.file, len(numbers[owner.lms, owner.name]))
        late = "late" if owner.late else ""
        rows[one] = Row(folder, one.file, owner.lms, owner.name, owner.id, late, one.place, result.name)
    placed = [(row, one.spooled) for one, row in _without_seconds(rows, result).items()]
    if not placed:
        return
    for owner in dict.fromkeys(one.owner for one in found):
        same = register.namesakes(owner)
        # Those whom this zip itself holds side by side are different learners for certain.
        if len(same) > len(numbers[owner.lms, owner.name]) and (line := ", ".join(same)) not in result.namesakes:
            result.namesakes.append(line)
    before = {(row.folder, row.file): row for row in register.rows}
    for row, _ in placed:
        register.add(before.get((row.folder, row.file), row))
    # Who has which folder stands before anything stands in it: a run that is cut off goes on with the same folders.
    write_whole(submissions / TABLE, as_table(register.rows))
    for row, spooled in placed:
        outcome = put(submissions, row.folder, row.file, spooled.read_bytes())
        result.counts[outcome] += 1
        where = f"{row.folder}/{row.file}"
        if outcome is Put.OLDER:
            result.older.append(where)
            continue
        register.add(row)
        if outcome is Put.REPLACED:
            result.replaced.append(where)
    write_whole(submissions / TABLE, as_table(register.rows))


def _without_seconds(rows: dict[_Found, Row], result: Told) -> dict[_Found, Row]:
    """The same without what another notebook in this zip is preferred to, as the grader would; where one is later, it replaces."""
    groups: dict[tuple[str, str], list[_Found]] = defaultdict(list)
    for one, row in rows.items():
        groups[row.folder, row.file].append(one)
    left_out = set()
    for (folder, file), group in groups.items():
        if all(one.owner.version is not None for one in group):
            continue
        chosen, *others = sorted(group, key=lambda one: (one.damaged, len(one.own), one.own, one.place))
        for other in others:
            left_out.add(other)
            if other.spooled.read_bytes() != chosen.spooled.read_bytes():
                where = f"{folder}/{file}"
                names = (chosen.own, other.own) if chosen.own != other.own else (chosen.place, other.place)
                result.seconds.append(str(SECOND.format(where=where, chosen=names[0], place=names[1])))
    return {one: row for one, row in rows.items() if one not in left_out}


def _exercise(name: str, spooled: Path, reader: Reader) -> tuple[str, bool]:
    """``<exercise>.ipynb`` where name or notebook say which it is, and whether it cannot be that; a lesson keeps its name.

    The name goes before the notebook, as it does with the grader, but not where it is that of a second copy: a browser gives it to
    whatever is downloaded.
    """
    stem = display(name)[: -len(SUFFIX)]
    try:
        says = reader.parse(spooled.read_bytes())
        lesson, called, kind, damaged = says.exercise, says.called, says.kind, False
    except Unreadable as error:
        # Why it cannot be read is told to its learner, by the grader.
        lesson, called, kind, damaged = None, error.called, None, True
    if any(stem.startswith(lesson.file_stem) for lesson in lessons()):
        return safe_folder(stem) + SUFFIX, damaged
    named, itself = exercise_in(stem), None if kind == "lesson" else own(lesson, called) or within(stem)
    exercise = itself or named if _A_COPY.search(stem) else named or itself
    return (exercise or safe_folder(stem)) + SUFFIX, damaged or bool(at_odds(exercise, lesson, called))


def _shown(place: str) -> str:
    return cut(display(place))


def _names_in(submissions: Path) -> list[str]:
    return [entry.name for entry in submissions.iterdir()] if submissions.is_dir() else []


def _refuse(says: T) -> int:
    Console(soft_wrap=True, stderr=True).print(str(says), markup=False, highlight=False)
    return 2

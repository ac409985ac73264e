"""Who is who in the learning platform: its own gradebook as it exports it, and which person a folder belongs to.

Canvas exports ``Student, ID, SIS User ID, SIS Login ID, Section`` and a column an assignment, with a row “Points Possible”
above the first learner. Moodle exports names, an ID number, an e-mail address, as the site's language calls them, and a
column a grade. Nobody is guessed: a folder belongs to a person if one name or number of theirs is exactly the same, that of
nobody else, and no other folder claims them. Canvas's own number is sure, and goes before a name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mlcurric.grading.collecting.register import Row
from mlcurric.grading.gradebook.file_rows import rows_of
from mlcurric.grading.reading.collect import display, exercise_in
from mlcurric.spreadsheets import unquoted
from mlcurric.subject.typed import Slip
from mlcurric.text import T

CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
_CANVAS_ID = "ID"
"""Canvas's own number of a learner, which stands in the names of its files and which nobody else uses."""
_CANVAS_MORE = ("LastName", "FirstName", "Integration ID", "Root Account")
_CANVAS_POINTS = "Points Possible"
_READ_ONLY = re.compile(r"\(read only\)", re.IGNORECASE)
# As Moodle calls them in English and Japanese.
_NUMBERS = ("sis user id", "sis login id", "id number", "idナンバー", "username", "ユーザ名", "ユーザー名",
            "email address", "email", "メールアドレス")  # fmt: skip
_WHOLE_NAMES = ("student", "full name", "fullname", "氏名", "フルネーム", "姓名")
_FIRST, _LAST = ("first name", "名"), ("last name", "surname", "姓")
_CANVAS_FOLDER = re.compile(r"(?P<name>.+)_(?P<id>\d+)(?:-[0-9a-f]{10})?", re.DOTALL)


@dataclass(frozen=True)
class Person:
    """One line of a roster, a cell a column."""

    cells: tuple[str, ...]


@dataclass(frozen=True)
class Roster:
    """A gradebook as an LMS exported it.

    Attributes:
        headings: of all its columns.
        people: the learners.
        points: Canvas's “Points Possible”, a cell a column; empty where there is no such row.
        identity: the places of the columns that say who a person is.
    """

    headings: tuple[str, ...]
    people: tuple[Person, ...]
    points: tuple[str, ...] = ()
    identity: tuple[int, ...] = ()

    @property
    def who(self) -> tuple[str, ...]:
        """The headings of those columns."""
        return tuple(self.headings[at] for at in self.identity)

    @property
    def is_canvas(self) -> bool:
        """Whether Canvas exported it."""
        return _CANVAS_ID in self.headings and bool({"Student", "LastName"} & set(self.headings))

    def column_of(self, exercise: str) -> int | None:
        """The one column that is called as an exercise is: ``1-1 … (4711)``, ``Assignment: 1-1 … (Real)``; else ``None``."""
        found = [at for at, heading in enumerate(self.headings) if exercise_of(heading) == exercise]
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True)
class Double:
    """A person with more than one folder.

    Attributes:
        counts: the folder that is surely theirs; ``None`` where none of them is surer than the others.
        left_out: the others.
    """

    person: Person
    counts: str | None
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class Matched:
    """Which person each learner is.

    Attributes:
        people: by the name of the folder.
        learners: folders that are nobody's, or may be more than one person's.
        doubles: people with more than one folder.
        others: people who have no folder.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    learners: tuple[str, ...] = ()
    doubles: tuple[Double, ...] = ()
    others: tuple[Person, ...] = ()


def read_roster(content: bytes, name: str) -> Roster:
    """A roster from the bytes of a file.

    Raises:
        Slip: if it is no table, or has no column that says who somebody is.
    """
    rows = rows_of(content, name)
    headings = tuple(cell.strip().lstrip("\ufeff") for cell in rows[0][1]) if rows else ()
    known = (*_NUMBERS, *_WHOLE_NAMES, *_FIRST, *_LAST)
    identity = tuple(
        at
        for at, heading in enumerate(headings)
        if _bare(heading) in map(_bare, known) or heading in (*CANVAS, *_CANVAS_MORE)
    )
    if not identity:
        raise Slip(_NO_ROSTER.format(name=name), _EXPORT_ONE)
    people, points = [], ()
    for _, cells in rows[1:]:
        cells = tuple(unquoted(cell.strip()) for cell in [*cells, *[""] * len(headings)][: len(headings)])
        if cells[0].startswith(_CANVAS_POINTS):
            points = cells
        # Canvas says in a row of its own which grades are posted by hand, and adds a student for tests.
        elif any(cells[at] for at in identity) and not cells[0].casefold().startswith(
            ("student, test", "manual posting")
        ):
            people.append(Person(cells))
    return Roster(headings, tuple(people), points, identity)


def match(learners: Iterable[str], roster: Roster, register: Iterable[Row] = ()) -> Matched:
    """Find who is who.

    Args:
        learners: the names of the folders.
        register: what ``mlcurric collect`` noted of them.
    """
    learners = tuple(dict.fromkeys(learners))
    by_key: dict[str, set[int]] = defaultdict(set)
    by_id: dict[str, set[int]] = defaultdict(set)
    spelled = [_names_of(person, roster) for person in roster.people]
    for number, person in enumerate(roster.people):
        for key in {_bare(name) for name in spelled[number]} - {""}:
            by_key[key].add(number)
        if roster.is_canvas:
            by_id[person.cells[roster.headings.index(_CANVAS_ID)]].add(number)
    names, ids = defaultdict(set), defaultdict(set)
    for row in register:
        names[_bare(row.folder)].add(_bare(row.name))
        # Moodle's number is of one assignment; Canvas's is the learner's.
        ids[_bare(row.folder)] |= {row.id} if row.lms == "canvas" else set()
    sure: dict[int, list[str]] = defaultdict(list)
    named: dict[int, list[str]] = defaultdict(list)
    for learner in learners:
        own = _bare(display(learner))
        canvas = _CANVAS_FOLDER.fullmatch(display(learner))
        # Such as “doejane_4711”: both have to be theirs.
        numbered = by_id[canvas["id"]] & by_key[_bare(canvas["name"])] if canvas else set()
        by_number = set().union(*(by_id[id] for id in ids[own])) or numbered
        found = by_number or set().union(*(by_key[key] for key in {own, *names[own]} if key))
        if len(found) == 1:
            (sure if by_number else named)[next(iter(found))].append(learner)
    people: dict[str, Person] = {}
    doubles, others = [], []
    for number, person in enumerate(roster.people):
        folders = (*sure[number], *named[number])
        folder = _the_one_of(sure[number] or named[number], spelled[number])
        if folder is not None:
            people[folder] = person
        if len(folders) > 1:
            doubles.append(Double(person, folder, tuple(each for each in folders if each != folder)))
        elif not folders:
            others.append(person)
    claimed = {*people, *(folder for double in doubles for folder in double.left_out)}
    return Matched(
        {learner: people[learner] for learner in learners if learner in people},
        tuple(learner for learner in learners if learner not in claimed),
        tuple(doubles),
        tuple(others),
    )


def called(person: Person, roster: Roster) -> str:
    """A person's name and numbers, for a list."""
    return ", ".join(dict.fromkeys(person.cells[at] for at in roster.identity if person.cells[at]))


def _the_one_of(folders: list[str], names: set[str]) -> str | None:
    """The folder that is a person's: the only one, or of those that read alike the one that is spelled as they are."""
    if len(folders) > 1 and len({_bare(display(folder)) for folder in folders}) == 1:
        # Whoever calls themselves as another, with a blank more, takes nothing from them.
        folders = [folder for folder in folders if folder in names]
    return folders[0] if len(folders) == 1 else None


def _names_of(person: Person, roster: Roster) -> set[str]:
    """All that a person may be called, as it is spelled."""
    cells = {
        _bare(roster.headings[at]): person.cells[at] for at in roster.identity if roster.headings[at] != _CANVAS_ID
    }
    first, last = (
        next((cells[_bare(each)] for each in names if _bare(each) in cells), "") for names in (_FIRST, _LAST)
    )
    found = {cells[key] for key in map(_bare, (*_NUMBERS, *_WHOLE_NAMES)) if key in cells}
    if first and last:
        found |= {f"{first} {last}", f"{last} {first}"}
    # “Doe, Jane” is sortable; people write “Jane Doe”.
    found |= {f"{after.strip()} {before}" for name in found for before, comma, after in [name.partition(",")] if comma}
    return found


def exercise_of(heading: str) -> str | None:
    """The exercise whose grades stand in a column of that heading, or ``None``."""
    if _READ_ONLY.search(heading):
        return None
    # “Assignment: 1-1 …”, 「課題: 1-1 …」
    return exercise_in(heading) or exercise_in(re.split(r"[:：]\s*", heading, maxsplit=1)[-1])


def _bare(text: str) -> str:
    """A name as it is compared: small letters, no blanks and no punctuation but that of addresses."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[^\w@.+-]|_", "", text)


_NO_ROSTER = T(
    "“{name}” says of nobody who they are: there is no column such as “ID”, “Email address” or “Student”.",
    "「{name}」に、「ID」「メールアドレス」「氏名」のような、誰かを示す列がありません。",
)
_EXPORT_ONE = T(
    "Export the gradebook from Canvas or Moodle as CSV and give that file.",
    "CanvasかMoodleの成績表をCSVでエクスポートし、そのファイルを指定してください。",
)

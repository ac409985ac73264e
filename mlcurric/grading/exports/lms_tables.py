"""The tables that a learning platform reads, as rows of cells.

What has no number here (nothing handed in, a text that waits for a person, a hand-in that could not be graded) keeps the
number that the roster shows: an empty cell would take it away, in Moodle and in Canvas.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mlcurric.grading.exports.roster import CANVAS, Person, Roster
from mlcurric.grading.gradebook.grades_file import short
from mlcurric.grading.gradebook.titles import exercise_title
from mlcurric.grading.gradebook.totals import Points, Total, most_of
from mlcurric.question.question import Question
from mlcurric.spreadsheets import is_number
from mlcurric.text import T

Table = list[list[str]]


class NoNumber(ValueError):
    """A roster holds a grade that is no number, such as ``85.00 %``.

    Attributes:
        heading: of its column.
        cell: what stands there.
    """

    def __init__(self, heading: str, cell: str) -> None:
        super().__init__(f"{heading}: {cell}")
        self.heading, self.cell = heading, cell


@dataclass(frozen=True)
class Class:
    """What a table is made of.

    Attributes:
        asked: the columns: each exercise with the questions that count.
        totals: by learner and exercise.
        shown: the learners in their order, with the name that people read.
    """

    asked: Mapping[str, Sequence[Question]]
    totals: Mapping[tuple[str, str], Total]
    shown: Mapping[str, str]

    @property
    def exercises(self) -> list[str]:
        """Those that have a column."""
        return list(self.asked)

    def cell(self, learner: str, exercise: str) -> str:
        """The points; empty where there is no number that stands."""
        total = self.totals.get((learner, exercise))
        return short(total.all.points) if total and total.known else ""


def canvas_table(of: Class, roster: Roster | None, people: Mapping[str, Person], ids: Mapping[str, str]) -> Table:
    """Canvas's gradebook: who, then a column an assignment, with the points that are possible above the learners.

    Args:
        people: who each learner is; without a roster none.
        ids: without a roster, Canvas's number of each learner where it is known.
    """
    who = roster.who if roster else CANVAS
    places = _places(roster, of.exercises)
    headings = [*who, *(_heading(roster, places, exercise) for exercise in of.exercises)]
    possible = [
        "    Points Possible",
        *[""] * (len(who) - 1),
        *(short(most_of(of.asked[one])[0]) for one in of.exercises),
    ]
    rows = [headings, possible]
    for learner, shown in of.shown.items():
        if roster and learner not in people:
            continue
        own = dict(zip(roster.headings, people[learner].cells, strict=True)) if roster else {}
        own = own or {"Student": shown, "ID": ids.get(learner, "")}
        rows.append([own.get(heading, "") for heading in who] + _grades(of, learner, places, people))
    return rows


def moodle_table(of: Class, roster: Roster | None, people: Mapping[str, Person]) -> Table:
    """What Moodle's “Import grades from CSV” reads: who, a column an exercise, and the totals, to be mapped or left.

    In a column of grades it takes a number, ``-`` or nothing; at anything else it ends the whole import (Moodle's
    ``grade/import/csv/classes/load_data.php``, ``update_grade_item``).

    Raises:
        NoNumber: if the roster holds anything else where its cell is kept.
    """
    places = _places(roster, of.exercises)
    who = roster.who if roster else ("ID number",)
    rows = [[*who, *(_heading(roster, places, exercise) for exercise in of.exercises), *map(str, TOTALS)]]
    for learner, shown in of.shown.items():
        if roster and learner not in people:
            continue
        own = [people[learner].cells[at] for at in roster.identity] if roster else [shown]
        grades = _grades(of, learner, places, people)
        if odd := [at for at, cell in enumerate(grades) if not is_number(cell)]:
            raise NoNumber(rows[0][len(own) + odd[0]], grades[odd[0]])
        rows.append([*own, *grades, *_sums(of, learner)])
    return rows


def plain_table(of: Class) -> Table:
    """A row a learner with all that is known, for a spreadsheet."""
    headings = [f"{exercise_title(one)} {_OF.format(most=short(most_of(of.asked[one])[0]))}" for one in of.exercises]
    rows = [[str(_LEARNER), *headings, *map(str, TOTALS), *map(str, _OPEN)]]
    for learner, shown in of.shown.items():
        totals = [total for one in of.exercises if (total := of.totals.get((learner, one)))]
        open_ = [sum(total.waiting for total in totals), sum(total.ungraded for total in totals)]
        rows.append([shown, *(of.cell(learner, one) for one in of.exercises), *_sums(of, learner), *map(str, open_)])
    return rows


def _sums(of: Class, learner: str) -> list[str]:
    """Total and total of what cannot be copied, each with the most there is; empty while anything is open."""
    totals = [total for exercise in of.exercises if (total := of.totals.get((learner, exercise)))]
    most = [sum(each) for each in zip(*map(most_of, of.asked.values()), strict=True)] or [0, 0]
    earned = sum((total.all for total in totals), Points()), sum((total.own for total in totals), Points())
    known = all(total.known for total in totals)
    return [
        cell
        for each, top in zip(earned, most, strict=True)
        for cell in (short(each.points) if known else "", short(top))
    ]


def _grades(of: Class, learner: str, places: Mapping[str, int], people: Mapping[str, Person]) -> list[str]:
    before = people[learner].cells if learner in people else ()
    return [of.cell(learner, one) or (before[places[one]] if one in places and before else "") for one in of.exercises]


def _places(roster: Roster | None, exercises: Sequence[str]) -> dict[str, int]:
    """The roster's own column of each exercise that has one."""
    found = {one: roster.column_of(one) for one in exercises} if roster else {}
    return {one: at for one, at in found.items() if at is not None}


def _heading(roster: Roster | None, places: Mapping[str, int], exercise: str) -> str:
    return roster.headings[places[exercise]] if roster and exercise in places else exercise_title(exercise)


_LEARNER = T("learner", "学習者")
_OF = T("(of {most})", "({most}点満点)")
TOTALS = (
    T("total", "合計"),
    T("total: most", "合計の満点"),
    T("total without choices and fixed answers", "合計(選択式と答えが固定の問題を除く)"),
    T("total without choices and fixed answers: most", "同じく満点"),
)
"""The second leaves out what can be copied from somebody else."""
_OPEN = (T("texts to be marked", "採点待ちの記述"), T("hand-ins that could not be graded", "採点できなかった提出"))

"""The SQLite file: its tables, and the few things that are done to it. Every change is one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from mlcurric.grading.gradebook.mark_table import (
    WHOLE,
    Given,
    Place,
    WrittenText,
    folder_key,
    folder_name,
    give,
    given_marks,
    marks_by_text,
    text_hash,
    written_texts,
)
from mlcurric.grading.gradebook.rows import as_json, details_as_json, details_from_json, from_json, sound
from mlcurric.grading.gradebook.tables import FORM, TABLES
from mlcurric.grading.gradebook.unusable import OTHER_FORM, NoGradebook, why_unusable
from mlcurric.grading.judging.judge import Graded
from mlcurric.grading.marking import Marks, with_marks
from mlcurric.grading.reading.collect import display
from mlcurric.grading.submission import Submission
from mlcurric.question.plain import storable
from mlcurric.question.verdict import Status

FILE_NAME = "gradebook.sqlite"
KEY = "key"
"""The setting that says with which key a class is graded; there is none before the first grade."""
_ROUND, _TAKEN_OUT = "round", "taken out"


class Newest(NamedTuple):
    """What a learner handed in last for an exercise: its hash, and whether questions were judged in it, and any was answered."""

    hash: str
    judged: bool
    answered: bool


@contextmanager
def opened(path: Path) -> Iterator[Gradebook]:
    """A class's gradebook, open for as long as the block runs.

    Args:
        path: the file; it is made where there is none, its folder is not.

    Raises:
        NoGradebook: if it is damaged, held, of another form, or its disk is full or refuses; what was kept before is whole.
    """
    try:
        with closing(Gradebook(path)) as gradebook:
            yield gradebook
    except sqlite3.Error as error:
        raise NoGradebook(why_unusable(path, error)) from error


class Gradebook:
    """A class's gradebook, open; see ``opened``, which makes what SQLite refuses a sentence."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.execute("pragma foreign_keys = on")
        # Whatever is told as graded is on the disk, also after the power went.
        self._base.execute("pragma journal_mode = wal")
        self._base.execute("pragma synchronous = full")
        self._prepare()

    def close(self) -> None:
        """Close it; the file is whole at any time."""
        self._base.close()

    def setting(self, name: str) -> str | None:
        """What was decided once for the whole class, or ``None``."""
        row = self._base.execute("select value from settings where name = ?", (name,)).fetchone()
        return row[0] if row else None

    def settle(self, name: str, value: str) -> None:
        """Decide something for the whole class."""
        with self._change():
            self._base.execute("insert or replace into settings values (?, ?)", (name, value))

    def open_round(self) -> int:
        """The round of grading that goes on, or a new one; counted from 1."""
        number, is_open = json.loads(self.setting(_ROUND) or "[0, false]")
        number += not is_open
        self.settle(_ROUND, json.dumps([number, True]))
        return number

    def close_round(self) -> None:
        """End the round: its pages are written, and may be given back."""
        number, _ = json.loads(self.setting(_ROUND) or "[0, false]")
        self.settle(_ROUND, json.dumps([number, False]))

    def latest(self, learner: str, name: str) -> tuple[int, str, bool] | None:
        """The attempt and the hash of the learner's newest hand-in of that name, and whether it is to be graded again."""
        row = self._base.execute(
            "select attempt, hash, details from submissions join learners on learners.id = learner "
            "where folder = ? and exercise = ? order by attempt desc limit 1",
            (folder_key(learner), storable(name)),
        ).fetchone()
        return row and (*row[:2], details_from_json(row[2])["trouble"] == "ours")

    def add(self, submission: Submission) -> None:
        """Keep a graded hand-in with all its verdicts; an attempt that is there already is put in its place."""
        with self._change():
            self._add(submission)

    def _add(self, one: Submission) -> None:
        run = self._base.execute
        learner = self._id_of(one.learner)
        key = (learner, storable(one.name), one.attempt)
        run(
            "delete from verdicts where submission in "
            "(select id from submissions where learner = ? and exercise = ? and attempt = ?)",
            key,
        )
        run("delete from submissions where learner = ? and exercise = ? and attempt = ?", key)
        submission = run(
            "insert into submissions (learner, exercise, attempt, hash, file, modified, lang, details) "
            "values (?, ?, ?, ?, ?, ?, ?, ?)",
            (*key, *map(storable, (one.hash, one.file, one.modified, one.lang)), details_as_json(one)),
        ).lastrowid
        self._base.executemany(
            "insert into verdicts values (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (submission, place, each.name, each.verdict.status, each.most, each.points, each.verdict.misconception,
                 as_json(each))
                for place, each in enumerate(map(sound, one.graded))
            ],
        )  # fmt: skip
        told = {"learner": display(one.learner), "exercise": one.name, "attempt": one.attempt}
        run("insert into history (what, details) values ('graded', ?)", (json.dumps(told, sort_keys=True),))

    def _id_of(self, learner: str) -> int:
        run = self._base.execute
        run("insert or ignore into learners (folder, shown) values (?, ?)", (folder_key(learner), display(learner)))
        return run("select id from learners where folder = ?", (folder_key(learner),)).fetchone()[0]

    def join(self, places: Iterable[tuple[str, str]], to: str) -> None:
        """Make what was handed in in other folders that of one folder, with its marks, as what came before its own.

        A hand-in of that folder that is the newest of the other once more, byte for byte, is the same one, and stands once.

        Args:
            places: by learner and exercise.
        """
        with self._change():
            for learner, exercise in places:
                self._join(self._id_of(learner), exercise, self._id_of(to))
                told = {"from": folder_key(learner), "to": folder_key(to), "exercise": exercise}
                self._base.execute("insert into history (what, details) values ('moved', ?)", (json.dumps(told),))

    def _join(self, learner: int, exercise: str, to: int) -> None:
        run = self._base.execute
        of = "from submissions where learner = ? and exercise = ?"
        last, hash = run(f"select max(attempt), hash {of}", (learner, exercise)).fetchone()
        same = f"select id {of} and hash = ?"
        run(f"delete from verdicts where submission in ({same})", (to, exercise, hash))
        run(f"delete from submissions where id in ({same})", (to, exercise, hash))
        # Through numbers below 0, so that at no moment two attempts have the same.
        run("update submissions set attempt = -attempt - ? where learner = ? and exercise = ?", (last, to, exercise))
        run("update submissions set attempt = -attempt where learner = ? and exercise = ?", (to, exercise))
        run("update submissions set learner = ? where learner = ? and exercise = ?", (to, learner, exercise))
        run("update or ignore marks set learner = ? where learner = ? and exercise = ?", (to, learner, exercise))

    def moved(self) -> list[tuple[str, str, str]]:
        """What was moved, in that order: from which folder, which exercise, and to which folder."""
        rows = self._base.execute("select details from history where what = 'moved' order by id").fetchall()
        kept = [json.loads(details) for (details,) in rows]
        return [(folder_name(one["from"]), one["exercise"], folder_name(one["to"])) for one in kept]

    def newest(self) -> dict[tuple[str, str], Newest]:
        """The newest hand-in by learner and exercise."""
        rows = self._base.execute(
            "select folder, exercise, max(attempt), hash, exists (select 1 from verdicts where submission = submissions.id), "
            "exists (select 1 from verdicts where submission = submissions.id and status != ?) "
            "from submissions join learners on learners.id = learner group by learner, exercise",
            (Status.NOT_ATTEMPTED,),
        ).fetchall()
        return {
            (folder_name(folder), exercise): Newest(hash, bool(judged), bool(answered))
            for folder, exercise, _, hash, judged, answered in rows
        }

    def taken_out(self) -> set[tuple[str, str]]:
        """The hand-ins, by learner and exercise, that are kept here and stand in no grades and on no list."""
        return {(folder_name(key), exercise) for key, exercise in json.loads(self.setting(_TAKEN_OUT) or "[]")}

    def take_out(self, places: Iterable[tuple[str, str]]) -> None:
        """Leave out these from now on, and no others."""
        self.settle(_TAKEN_OUT, json.dumps(sorted((folder_key(learner), exercise) for learner, exercise in places)))

    def current(self) -> list[Submission]:
        """The newest hand-in of every learner for every exercise, with its marks, by learner and exercise.

        One that could not be graded has with it the latest before it that was.
        """
        newest = self._base.execute(
            "select learner, exercise, max(attempt), folder from submissions join learners on learners.id = learner "
            "group by learner, exercise order by shown, folder, exercise"
        ).fetchall()
        marks, taken_out = marks_by_text(self._base), self.taken_out()
        return [
            self._with_earlier(learner, folder_name(folder), exercise, attempt, marks)
            for learner, exercise, attempt, folder in newest
            if (folder_name(folder), exercise) not in taken_out
        ]

    def _with_earlier(
        self, id: int, learner: str, exercise: str, attempt: int, marks: dict[Place, Marks]
    ) -> Submission:
        every = (
            self._submission(id, learner, exercise, number, marks)
            for (number,) in self._base.execute(
                "select attempt from submissions where learner = ? and exercise = ? and attempt <= ? order by attempt desc",
                (id, exercise, attempt),
            ).fetchall()
        )
        newest = next(every)
        return (
            replace(newest, earlier=next((one for one in every if not one.ungraded), None))
            if newest.ungraded
            else newest
        )

    def _submission(self, id: int, learner: str, name: str, attempt: int, all_marks: dict[Place, Marks]) -> Submission:
        """One hand-in; ``id`` is the learner's."""
        number, *kept, details = self._base.execute(
            "select id, hash, file, modified, lang, details from submissions where learner = ? and exercise = ? and attempt = ?",
            (id, name, attempt),
        ).fetchone()
        graded = self._graded(number)
        texts = {
            one.name: all_marks.get(Place(learner, name, one.name, text_hash(one.answer), WHOLE))
            for one in graded
            if one.verdict.status is Status.NEEDS_MARKING and isinstance(one.answer, str)
        }
        marks = {question: found for question, found in texts.items() if found is not None}
        return Submission(
            learner, name, attempt, *kept, **details_from_json(details), marks=marks,
            graded=tuple(with_marks(one, marks[one.name]) if one.name in marks else one for one in graded),
        )  # fmt: skip

    def _graded(self, submission: int) -> tuple[Graded, ...]:
        rows = self._base.execute(
            "select question, most, status, misconception, graded from verdicts where submission = ? order by place",
            (submission,),
        )
        return tuple(from_json(*row) for row in rows)

    def attempts(self) -> dict[tuple[str, str], int]:
        """How many hand-ins there are, by learner and exercise."""
        rows = self._base.execute(
            "select folder, exercise, count(*) from submissions join learners on learners.id = learner group by 1, 2"
        )
        return {(folder_name(folder), exercise): count for folder, exercise, count in rows}

    def texts(self, everybodys: bool = False) -> list[WrittenText]:
        """Every free text that was handed in, of all attempts; see ``written_texts``.

        Args:
            everybodys: also what is taken out.
        """
        taken_out = () if everybodys else self.taken_out()
        return [one for one in written_texts(self._base) if (one.learner, one.exercise) not in taken_out]

    def marks(self) -> dict[Place, Given]:
        """Every mark and comment that was given."""
        return given_marks(self._base)

    def mark(self, given: Mapping[Place, Given]) -> None:
        """Keep what was given, all of it or nothing; what stood there before goes into the history."""
        with self._change():
            before = {place: kept for place, kept in given_marks(self._base).items() if place in given}
            changes = ((place, before.get(place, Given()), after) for place, after in given.items())
            give(self._base, ((place, was, now) for place, was, now in changes if was != now))

    def _prepare(self) -> None:
        form = self._base.execute("pragma user_version").fetchone()[0]
        if form == 0 and not self._base.execute("select 1 from sqlite_master").fetchone():
            with self._change():
                for statement in TABLES.split(";\n"):
                    self._base.execute(statement)
                self._base.execute(f"pragma user_version = {FORM}")
        elif form != FORM:
            raise NoGradebook(OTHER_FORM.format(path=self.path, form=form, known=FORM))

    @contextmanager
    def _change(self) -> Iterator[None]:
        self._base.execute("begin immediate")
        try:
            yield
        except BaseException:
            # On a full disk SQLite has taken it back by itself.
            if self._base.in_transaction:
                self._base.execute("rollback")
            raise
        self._base.execute("commit")

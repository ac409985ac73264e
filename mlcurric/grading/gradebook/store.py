"""The SQLite file: its tables, and the few things that are done to it. Every change is one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

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
from mlcurric.grading.gradebook.rows import as_json, details_as_json, details_from_json, from_json, sound, storable
from mlcurric.grading.judging.judge import Graded
from mlcurric.grading.marking import Marks, with_marks
from mlcurric.grading.reading.collect import display
from mlcurric.grading.submission import Submission
from mlcurric.question.verdict import Status
from mlcurric.text import T

FILE_NAME = "gradebook.sqlite"
KEY = "key"
"""The setting that says with which key a class is graded; there is none before the first grade."""
_ROUND = "round"
FORM = 1
"""The form of the tables; a file of another form is not touched."""
_TABLES = """
create table learners (
    id integer primary key,
    folder text not null unique,           -- the name of the learner's folder, as bytes in hexadecimal: names may be no text
    shown text not null                    -- the same for people
);
create table submissions (
    id integer primary key,
    learner integer not null references learners,
    exercise text not null,                -- or the name of a file whose exercise is unknown
    attempt integer not null,
    hash text not null,                    -- SHA-256 of the file
    file text not null,
    modified text not null,                -- when the file was written, as the file system has it (UTC)
    lang text not null,
    details text not null,                 -- what the page shows beside the questions, as JSON
    graded_at text not null default current_timestamp,
    unique (learner, exercise, attempt)
);
create table verdicts (
    submission integer not null references submissions,
    place integer not null,
    question text not null,
    status text not null,
    most integer not null,
    points real not null,
    misconception text,
    graded text not null,                  -- the rest of the verdict and the answer, as JSON
    primary key (submission, question)
);
create table marks (
    learner integer not null references learners,
    exercise text not null,
    question text not null,
    text text not null,                    -- SHA-256 of the text that was marked: another text has no marks yet
    line text not null,                    -- of the rubric; an empty one for the comment on the whole
    points real,
    comment text not null default '',
    marked_at text not null default current_timestamp,
    primary key (learner, exercise, question, text, line)
);
create table history (
    id integer primary key,
    at text not null default current_timestamp,
    what text not null,
    details text not null
);
create table settings (name text primary key, value text not null);
"""


class NoGradebook(Exception):
    """The file cannot be used; the message says why, and what to do."""

    def __init__(self, why: T) -> None:
        super().__init__(str(why))
        self.why = why


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
        raise NoGradebook(_why(path, error)) from error


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
        run(
            "insert or ignore into learners (folder, shown) values (?, ?)",
            (folder_key(one.learner), display(one.learner)),
        )
        (learner,) = run("select id from learners where folder = ?", (folder_key(one.learner),)).fetchone()
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

    def current(self) -> list[Submission]:
        """The newest hand-in of every learner for every exercise, with its marks, by learner and exercise."""
        rows = self._base.execute(
            "select submissions.id, folder, exercise, max(attempt), hash, file, modified, lang, details "
            "from submissions join learners on learners.id = learner group by learner, exercise "
            "order by shown, folder, exercise"
        ).fetchall()
        marks = marks_by_text(self._base)
        return [
            self._submission(id, folder_name(folder), name, tuple(kept), details, marks)
            for id, folder, name, *kept, details in rows
        ]

    def _submission(
        self, id: int, learner: str, name: str, kept: tuple, details: str, all_marks: dict[Place, Marks]
    ) -> Submission:
        """One hand-in; ``kept`` are its attempt, hash, file, modified and lang."""
        graded = self._graded(id)
        texts = {
            one.name: all_marks.get(Place(learner, name, one.name, text_hash(one.answer), WHOLE))
            for one in graded
            if one.verdict.status is Status.NEEDS_MARKING and isinstance(one.answer, str)
        }
        marks = {question: found for question, found in texts.items() if found is not None}
        return Submission(
            learner, name, *kept, **details_from_json(details), marks=marks,
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

    def texts(self) -> list[WrittenText]:
        """Every free text that was handed in, of all attempts; see ``written_texts``."""
        return written_texts(self._base)

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
                for statement in _TABLES.split(";\n"):
                    self._base.execute(statement)
                self._base.execute(f"pragma user_version = {FORM}")
        elif form != FORM:
            raise NoGradebook(_OTHER_FORM.format(path=self.path, form=form, known=FORM))

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


def _why(path: Path, error: sqlite3.Error) -> T:
    """Why the file cannot be used, and what to do about it."""
    code = getattr(error, "sqlite_errorcode", None)
    return _KNOWN.get(code, _UNUSABLE).format(path=path, why=error)


_KNOWN = {
    sqlite3.SQLITE_FULL: T(
        "The disk of the gradebook {path} is full. What is graded is kept: make room, and give the same command again.",
        "成績簿 {path} のあるディスクに空きがありません。採点済みの分は残っています。空きを作ってから、同じコマンドをもう一度実行してください。",
    ),
    sqlite3.SQLITE_BUSY: T(
        "The gradebook {path} is being written by another program. What is graded is kept: let that program end, or close it, "
        "and give the same command again.",
        "成績簿 {path} は、ほかのプログラムが書き込み中です。採点済みの分は残っています。そのプログラムが終わるのを待つか閉じてから、"
        "同じコマンドをもう一度実行してください。",
    ),
}
_UNUSABLE = T(
    "The gradebook {path} cannot be read or written ({why}). Put back a copy of it, or grade once more into another folder.",
    "成績簿 {path} を読み書きできません({why})。控えに戻すか、別のフォルダーにもう一度採点してください。",
)
_OTHER_FORM = T(
    "The gradebook {path} is of form {form}, and this version of mlcurric knows form {known}: use the version that made it, "
    "or give another folder for --out.",
    "成績簿 {path} の形式({form})は、この版の mlcurric(形式 {known})では扱えません。作ったときの版を使うか、--out に別のフォルダーを指定してください。",
)

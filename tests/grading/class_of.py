"""A gradebook filled with made hand-ins, without running a notebook."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from mlcurric import questions
from mlcurric.cli import app
from mlcurric.grading.gradebook.store import FILE_NAME, opened
from mlcurric.grading.judging.judge import judge_run
from mlcurric.grading.reading.read import Notebook
from mlcurric.grading.running.run_report import Run
from mlcurric.grading.submission import Submission
from mlcurric.text import language, speak

TEXT = "Of your 200 customers 40 to 60 leave by June;\nthe list misses some, so call {name} and ask."


def handed_in(
    learner: str, exercise: str = "1-1", answers: Mapping[str, Any] | None = None, attempt: int = 1, **fields: Any
) -> Submission:
    """A graded hand-in with these answers; what is not answered is not attempted."""
    asked = questions.question_set(exercise).graded if "graded" not in fields else ()
    graded = judge_run(asked, Notebook((), "en"), Run(answers=dict(answers or {})), 60)
    told = {"hash": f"{attempt:064}", "file": f"{exercise}.ipynb", "modified": "", "lang": "en", "graded": graded}
    return Submission(learner, exercise, attempt, **{**told, **fields})


def fill(out: Path, *submissions: Submission) -> Path:
    """Keep these hand-ins in the gradebook of a folder."""
    out.mkdir(parents=True, exist_ok=True)
    with opened(out / FILE_NAME) as gradebook:
        for one in submissions:
            gradebook.add(one)
    return out


def current(out: Path) -> dict[tuple[str, str], Submission]:
    """The newest hand-ins by learner and exercise."""
    with opened(out / FILE_NAME) as gradebook:
        return {(one.learner, one.name): one for one in gradebook.current()}


def run(*arguments: object, code: int = 0) -> str:
    """What the command line says, in the language of the test."""
    before = language()
    done = CliRunner().invoke(app, [*map(str, arguments), "--lang", before], catch_exceptions=False)
    speak(before)
    assert done.exit_code == code, done.output
    return done.output


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a table with its byte-order mark."""
    text = path.read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(text[1:].splitlines(keepends=True)))

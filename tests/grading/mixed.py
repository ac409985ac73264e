"""A class as it comes: model answers, untouched, wrong, broken and hostile notebooks of real exercises, and what was made of it."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from difflib import unified_diff
from pathlib import Path

from grading.made import notebook

from mlcurric import questions
from mlcurric.curriculum import content
from mlcurric.grading.gradebook.store import FILE_NAME

EXERCISES = ("1-1", "1-3", "2-1")
SECONDS = "30"
"""The time limit of one hand-in: loops end there, and nothing else comes near it."""
_LONGEST, _LONGEST_END = 600.0, 60.0
_HOSTILE = {
    "loops": "while True: pass",
    "ends": "import os\nos._exit(3)",
    "kills": "import os, signal\nos.kill(-1, signal.SIGKILL)",
    "hoards": "hoard = [b'x' * 50_000_000 for _ in range(100)]",
    "raises": "1 / 0",
    "unreadable": "def (:",
}


def mixed_class(place: Path, size: int) -> None:
    """Write ``size`` hand-ins below ``place``, a learner each; one in six is hostile."""
    hostile = 0
    for number in range(size):
        exercise = EXERCISES[number // 6 % len(EXERCISES)]
        lang = ("en", "ja")[number // 7 % 2]
        kind = ("solved", "untouched", "solved", "wrong", "solved", "hostile")[number % 6]
        if kind == "hostile":
            name, cell = list(_HOSTILE.items())[hostile % len(_HOSTILE)]
            hostile += 1
            first, *rest = _wrong(exercise)
            text = notebook([first, cell, *rest])
        elif kind == "wrong":
            name, text = kind, notebook(_wrong(exercise), lang=lang)
        else:
            name = kind
            folder = Path("solved", lang) if kind == "solved" else Path(lang)
            text = next((content() / "exercises" / folder).glob(f"*/{exercise}-*.ipynb")).read_text(encoding="utf-8")
        file = place / f"{number:03}-{name}" / f"{exercise}.ipynb"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    damaged = place / "zz-damaged" / "1-1.ipynb"
    damaged.parent.mkdir()
    damaged.write_text("{", encoding="utf-8")


def _wrong(exercise: str) -> list[str]:
    return [f"{question.name} = 'z'" for question in questions.question_set(exercise).graded]


def command(submissions: Path, out: Path, *options: str) -> list[str]:
    """The real command."""
    typed = ("grade", str(submissions), "--out", str(out), "--time-limit", SECONDS, "--lang", "en", *options)
    return [sys.executable, "-m", "mlcurric", *typed]


def graded(submissions: Path, out: Path, *options: str, code: int = 0, env: dict[str, str] | None = None) -> str:
    """Grade to the end; what was said."""
    ended = subprocess.run(
        command(submissions, out, *options), capture_output=True, text=True, encoding="utf-8", check=False,
        timeout=_LONGEST, env=os.environ | (env or {}),
    )  # fmt: skip
    assert ended.returncode == code, ended.stdout + ended.stderr
    return ended.stdout + ended.stderr


def stopped_at(
    rows: int, how: signal.Signals, submissions: Path, out: Path, *options: str, env: dict[str, str] | None = None
) -> tuple[int, str]:
    """Grade until so many hand-ins are in the gradebook, then send a signal; the exit code and what was said."""
    process = subprocess.Popen(
        command(submissions, out, *options), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        encoding="utf-8", env=os.environ | (env or {}), start_new_session=True,
        # Whoever starts the tests in the background has it ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    with process:
        wait_for_rows(out, rows, process)
        # As a terminal does it: to all that was started from it.
        os.killpg(process.pid, how) if how is signal.SIGINT else process.send_signal(how)
        said, _ = process.communicate(timeout=_LONGEST)
    return process.returncode, said


def wait_for_rows(out: Path, rows: int, process: subprocess.Popen[str]) -> None:
    """Wait until so many hand-ins are in the gradebook."""
    while count(out) < rows:
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)


def count(out: Path) -> int:
    """How many hand-ins are in the gradebook."""
    try:
        with closing(sqlite3.connect(f"file:{out / FILE_NAME}?mode=ro", uri=True)) as base:
            return base.execute("select count(*) from submissions").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def results(out: Path) -> dict[str, bytes]:
    """All files that were made for people, and the rows of the gradebook without times, by their place."""
    files = {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.suffix in (".csv", ".html", ".json")
    }
    return files | {"rows": json.dumps(gradebook_rows(out)).encode()}


def assert_same(out: Path, whole: Path) -> None:
    """Both gradings came to the same, byte for byte; where not, the first lines that differ are shown."""
    found, wanted = results(out), results(whole)
    assert sorted(found) == sorted(wanted)
    for name, expected in wanted.items():
        lines = [text.decode().replace("], [", "],\n[").splitlines() for text in (expected, found[name])]
        assert expected == found[name], "\n".join([name, *unified_diff(*lines, n=0, lineterm="")][:20])


def gradebook_rows(out: Path) -> list[tuple]:
    """Every verdict of the gradebook with its hand-in, without times and numbers of rows."""
    with closing(sqlite3.connect(out / FILE_NAME)) as base:
        return base.execute(
            "select folder, exercise, attempt, hash, file, lang, details, place, question, status, most, points, misconception, "
            "graded from submissions join learners on learners.id = learner left join verdicts on submission = submissions.id "
            "order by folder, exercise, attempt, place"
        ).fetchall()


def left_behind(mark: str) -> list[str]:
    """The command lines of processes that name ``mark`` or were given it in their environment."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit() and int(process.name) != os.getpid():
            try:
                told = (process / "cmdline").read_bytes(), (process / "environ").read_bytes()
            except OSError:
                continue
            if any(mark.encode() in each for each in told):
                found.append(told[0].decode(errors="replace")[:200])
    return found


def wait_until_gone(mark: str) -> None:
    """Wait until no process has ``mark``; those that were killed take a moment.

    Raises:
        AssertionError: if they stay.
    """
    deadline = time.monotonic() + _LONGEST_END
    while left := left_behind(mark):
        assert time.monotonic() < deadline, left
        time.sleep(0.05)

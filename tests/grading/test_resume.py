"""Nothing is lost and nothing doubled: the real command, killed, stopped and started twice, ends where one that ran through does."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from grading.mixed import (
    assert_same,
    command,
    count,
    gradebook_rows,
    graded,
    left_behind,
    mixed_class,
    stopped_at,
    wait_for_rows,
    wait_until_gone,
)
from grading.sandboxed import Sandbox

from mlcurric.grading.gradebook.store import FILE_NAME

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("sandbox")]
SIZE = 36


@pytest.fixture(scope="module")
def submissions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("class") / "submissions"
    mixed_class(place, SIZE)
    return place


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("key") / "key"
    file.write_text("0123456789abcdef" * 4)
    file.chmod(0o600)
    return file


@pytest.fixture(scope="module")
def whole(sandbox: Sandbox, submissions: Path, key: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What comes of a grading that nobody interrupts."""
    out = tmp_path_factory.mktemp("whole") / "out"
    said = graded(submissions, out, "--key-file", str(key))
    # The one that cannot be read takes no time, but has its row.
    assert f"of {SIZE}" in said
    assert count(out) == SIZE + 1
    return out


@pytest.fixture
def temporary() -> Iterator[Path]:
    """A folder for temporary files that an ordinary user can look into, and whose name no other process has."""
    folder = Path(tempfile.mkdtemp(prefix="test-resume-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_killed_three_times_it_ends_as_if_nothing_had_happened(
    submissions: Path, key: Path, whole: Path, tmp_path: Path, temporary: Path
) -> None:
    out, options, env = tmp_path / "out", ("--key-file", str(key)), {"TMPDIR": str(temporary)}
    for rows in (1, 12, 30):
        code, _ = stopped_at(rows, signal.SIGKILL, submissions, out, *options, env=env)
        assert code == -signal.SIGKILL
        wait_until_gone(str(temporary))
        # What was there is whole, and what is not there yet was never begun.
        assert not (out / "grades.csv").exists()
        before = gradebook_rows(out)
    graded(submissions, out, *options)
    assert_same(out, whole)
    assert set(before) <= set(gradebook_rows(out))
    assert set(_times_graded(out).values()) == {1}
    assert "Nothing new" in graded(submissions, out, *options)
    assert_same(out, whole)


def test_stopped_by_hand_it_leaves_nothing_but_its_results_and_goes_on(
    submissions: Path, key: Path, whole: Path, tmp_path: Path, temporary: Path
) -> None:
    out, options, env = tmp_path / "out", ("--key-file", str(key)), {"TMPDIR": str(temporary)}
    for how in (signal.SIGINT, signal.SIGTERM):
        code, said = stopped_at(count(out) + 3, how, submissions, out, *options, env=env)
        assert (code, "Traceback" in said, "Stopped." in said) == (130, False, True), said
        assert list(temporary.iterdir()) == []
        wait_until_gone(str(temporary))
    graded(submissions, out, *options)
    assert_same(out, whole)
    assert set(_times_graded(out).values()) == {1}


def test_of_two_at_once_the_second_says_so_and_the_first_is_not_disturbed(
    submissions: Path, key: Path, whole: Path, tmp_path: Path
) -> None:
    out, options = tmp_path / "out", ("--key-file", str(key))
    with subprocess.Popen(command(submissions, out, *options), stdout=subprocess.DEVNULL, text=True) as first:
        wait_for_rows(out, 1, first)
        assert "Another “mlcurric grade” is at work" in graded(submissions, out, *options, code=2)
        assert first.poll() is None
    assert first.returncode == 0
    assert_same(out, whole)


def test_neither_the_number_of_jobs_nor_the_order_of_the_files_changes_a_byte(
    submissions: Path, key: Path, whole: Path, tmp_path: Path
) -> None:
    turned = tmp_path / "turned"
    # A folder lists its files in the order in which they came into it, on most disks.
    for file in sorted(submissions.rglob("*.ipynb"), reverse=True):
        copy = turned / file.relative_to(submissions)
        copy.parent.mkdir(parents=True)
        copy.write_bytes(file.read_bytes())
    for jobs, place in (("1", turned), ("3", submissions)):
        out = tmp_path / f"out-{jobs}"
        graded(place, out, "--key-file", str(key), "--jobs", jobs)
        assert_same(out, whole)


def test_the_processes_that_are_looked_for_can_be_found(temporary: Path) -> None:
    with subprocess.Popen(["sleep", "60"], env=os.environ | {"TMPDIR": str(temporary)}) as process:
        # A process that has only just begun shows its environment a moment later.
        deadline = time.monotonic() + 60
        while not left_behind(str(temporary)):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        process.kill()
    wait_until_gone(str(temporary))


def _times_graded(out: Path) -> Counter[str]:
    with closing(sqlite3.connect(out / FILE_NAME)) as base:
        return Counter(details for (details,) in base.execute("select details from history where what = 'graded'"))

"""Hand-ins on a cluster: the same grades, nothing but cells and tables out, nothing but bytes back, and kind refusals."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from grading.dask_cluster import Certificates, LocalCluster
from grading.made import RIGHT, Class
from grading.mixed import assert_same, command, graded, mixed_class, wait_for_rows, wait_until_gone
from grading.running import a_place
from grading.sandboxed import Sandbox

from mlcurric.grading.batch import grade_folder
from mlcurric.grading.cluster import connect
from mlcurric.grading.cluster.connect import Cluster, Distant, NoCluster, Scheduler
from mlcurric.grading.cluster.messages import Answer, Order, hash_of, packed_tables, unpack_tables
from mlcurric.grading.guest.limits import Limits
from mlcurric.grading.running.job import Heard, Job, Lost
from mlcurric.grading.running.place import Place

pytest.importorskip("distributed")
SIZE = 18
KEY = "0123456789abcdef" * 4
JOB = Job(("x = 1", "'\ud800'"), ("x",), {"f": [{"a": 1.5}]}, "", Limits(seconds=3, report=1_000), 1)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Where an ordinary user can look in, as the temporary files of a worker have to be."""
    made = Path(tempfile.mkdtemp(prefix="test-cluster-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def certificates(folder: Path) -> Certificates:
    return Certificates.made_in(folder / "tls")


@pytest.mark.slow
def test_two_workers_one_of_them_killed_give_the_same_bytes_as_this_machine(
    sandbox: Sandbox, folder: Path, certificates: Certificates, tmp_path: Path
) -> None:
    submissions, key = tmp_path / "submissions", tmp_path / "key"
    mixed_class(submissions, SIZE)
    key.write_text(KEY)
    key.chmod(0o600)
    here, there = tmp_path / "here", tmp_path / "there"
    graded(submissions, here, "--key-file", str(key))
    (folder / "cluster").mkdir()
    (folder / "temporary").mkdir()
    with LocalCluster(folder / "cluster", certificates, {"TMPDIR": str(folder / "temporary")}) as cluster:
        _, doomed = cluster.add_worker(), cluster.add_worker()
        options = ("--key-file", str(key), "--dask", cluster.address, *certificates.for_grade())
        with subprocess.Popen(command(submissions, there, *options), stdout=subprocess.DEVNULL, text=True) as grading:
            wait_for_rows(there, 2, grading)
            doomed.send_signal(signal.SIGKILL)
            assert grading.wait(600) == 0
        assert_same(there, here)
    # The worker that was told to end takes its sandboxes and its folder with it; the one that was killed could not.
    wait_until_gone(str(folder / "temporary"))
    assert len(list((folder / "temporary").glob("mlcurric-*"))) == 1


@pytest.mark.slow
def test_a_cluster_that_cannot_do_it_is_refused_in_a_sentence(
    sandbox: Sandbox, folder: Path, certificates: Certificates
) -> None:
    (folder / "refused").mkdir()
    mine = certificates.cert, certificates.cert, certificates.key
    others = Certificates.made_in(folder / "others")
    with Place_() as place, LocalCluster(folder / "refused", certificates) as cluster:
        with pytest.raises(NoCluster, match="has no worker"):
            Cluster(Scheduler(cluster.address, *mine), place)
        with pytest.raises(NoCluster, match="certificates of the same authority"):
            Cluster(Scheduler(cluster.address, others.cert, others.cert, others.key), place)
        cluster.add_worker()
        (place.library / "new.py").write_text("")
        with pytest.raises(NoCluster, match=r"127\.0\.0\.1.*another version of mlcurric"):
            Cluster(Scheduler(cluster.address, *mine), place)


class Place_(Place):
    """A place that ends with its block."""

    def __enter__(self) -> Place:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@pytest.mark.parametrize(
    ("address", "files", "trusted", "says"),
    [
        ("tcp://127.0.0.1:8786", "", False, "dask scheduler --host tls://"),
        ("127.0.0.1:8786", "", False, "is not a tls:// address"),
        ("tls://127.0.0.1:1", "", False, "--tls-ca is missing"),
        ("tls://127.0.0.1:1", "none", False, "is not there. Give the file"),
        ("tls://127.0.0.1:1", "good", True, "always run in a sandbox"),
    ],
)
def test_without_tls_or_a_scheduler_it_is_said_how_and_nothing_is_graded(
    address: str, files: str, trusted: bool, says: str,
    a_class: Class, certificates: Certificates, tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    paths = {"good": (certificates.cert, certificates.cert, certificates.key), "none": (tmp_path / "none",) * 3}
    scheduler = Scheduler(address, *paths.get(files, ()))
    assert grade_folder(replace(a_class.asked(), trusted=trusted, scheduler=scheduler)) == 2
    assert says in capsys.readouterr().err
    assert not (a_class.out / "grades.csv").exists()


@pytest.mark.slow
def test_a_scheduler_that_is_not_there_is_said(certificates: Certificates, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "_CONNECT", "1s")
    nobody = Scheduler("tls://127.0.0.1:1", certificates.cert, certificates.cert, certificates.key)
    with pytest.raises(NoCluster, match="does not answer"):
        Cluster(nobody, a_place())


class Recorded:
    """Stands for a cluster: notes what goes out and answers as it is told."""

    def __init__(self, *answers: Any) -> None:
        self.sent: list[tuple[Any, ...]] = []
        self.kept: list[dict[str, Any]] = []
        self._answers = list(answers)

    def submit(self, function: Any, *arguments: Any, **options: Any) -> Recorded:
        self.sent.append(arguments)
        self.kept.append(options)
        return self

    def result(self, seconds: float) -> Any:
        return self._answers.pop(0)


def test_only_cells_names_calls_limits_and_tables_go_out_and_tables_only_where_they_are_asked_for() -> None:
    tables = a_place().tables / "for-the-cluster"
    tables.mkdir(exist_ok=True)
    (tables / "today.csv").write_text("customer\n1\n")
    ran = Answer(Heard(b"report", "ended"), machine="tls://b").as_bytes()
    cluster = Recorded(Answer(needs_tables=True, machine="tls://a").as_bytes(), ran, ran)
    runner = Distant(cluster, a_place(), "a library")
    job = Job(JOB.cells, JOB.names, JOB.calls, tables.name, JOB.limits)
    assert runner.run(job) == runner.run(job) == Heard(b"report", "ended")
    packed = packed_tables(tables)
    assert [tables for _, tables in cluster.sent] == [b"", packed, b""]
    assert [each.get("workers") for each in cluster.kept] == [None, ["tls://a"], None]
    for order, _ in cluster.sent:
        told = json.loads(order)
        assert set(told) == {"job", "library"}
        assert set(told["job"]) == {"cells", "names", "calls", "tables", "limits", "shared"}
        # Not by the name that it has here, which comes of the key.
        assert told["job"]["tables"] == hash_of(packed)


def test_a_job_is_the_same_when_it_arrives(tmp_path: Path) -> None:
    assert Order.from_bytes(Order(JOB, "a library").as_bytes()) == Order(JOB, "a library")
    source, target = tmp_path / "source", tmp_path / "target"
    for each in (source, target):
        each.mkdir()
    (source / "今日.csv").write_text("a,b\n1,é\n", encoding="utf-8")
    unpack_tables(packed_tables(source), target)
    assert [path.read_bytes() for path in target.iterdir()] == [path.read_bytes() for path in source.iterdir()]


def test_tables_are_written_into_their_folder_and_nowhere_else(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    unpack_tables(zlib.compress(json.dumps({"../out.csv": "1", str(tmp_path / "away.csv"): "2"}).encode()), folder)
    assert sorted(os.listdir(tmp_path)) == ["tables"]


class Lying(bytes):
    pass


GOOD = {"needs_tables": False, "machine": "", "why": "", "over": "ended"}


@pytest.mark.parametrize(
    "answer",
    [
        None, "text", 3, b"", b"\n", b"{}\n", b"[]\nreport", b"\xff\n", b"[" * 3_000 + b"\n", Lying(b""),
        json.dumps(GOOD | {"over": "passed"}).encode() + b"\n",
        json.dumps(GOOD | {"over": ["ended"]}).encode() + b"\n",
        json.dumps(GOOD | {"why": 1}).encode() + b"\n",
        json.dumps(GOOD | {"machine": "a" * 5_000}).encode() + b"\n",
        json.dumps(GOOD).encode() + b"\n" + b"a" * 1_001,
        json.dumps(GOOD | {"over": ""}).encode() + b"\n",
        Answer(why="another version").as_bytes(),
    ],
)  # fmt: skip
def test_whatever_else_comes_back_is_no_answer_and_the_hand_in_is_tried_again(answer: Any) -> None:
    with pytest.raises(Lost):
        Distant(Recorded(answer), a_place(), "a library").run(JOB)


def test_an_answer_of_that_form_is_heard() -> None:
    answer = json.dumps(GOOD).encode() + b"\n" + b"a\n" * 500
    assert Distant(Recorded(answer), a_place(), "a library").run(JOB) == Heard(b"a\n" * 500, "ended")

"""A Dask cluster as whoever grades sees it: connected over TLS, asked whether it can run hand-ins, and handed one at a time.

TLS keeps strangers on the network out; it does not make a machine of the cluster honest. Whoever broke out of the sandbox on
one of them could forge the reports that it sends, and more: Dask itself unpickles what the scheduler and the workers send
about themselves, here too. So the cluster has to be machines of your own, and it is the sandbox on each that protects
them, and through them this one. What *we* read of an answer is bytes, held to a form and a length.
"""

from __future__ import annotations

import contextlib
import logging
import time
import uuid
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mlcurric.disk_errors import why_refused
from mlcurric.grading.cluster.messages import Answer, Order, hash_of, library_hash, packed_tables
from mlcurric.grading.cluster.on_worker import run_there
from mlcurric.grading.reading.clean import clean
from mlcurric.grading.running.crew import Hopeless
from mlcurric.grading.running.job import Heard, Job, Lost
from mlcurric.grading.running.place import Place
from mlcurric.text import T

if TYPE_CHECKING:
    from distributed import Client, Future

_CONNECT, _FIRST = "15s", 180.0
"""How long a scheduler may take to answer, and the workers to start a first sandbox, in seconds."""
_WORLDS = 8
_LOOK, _OUT_OF_WORKERS = 1.0, 60.0
_BEYOND = 300.0
"""Seconds beyond the limit of a hand-in after which no answer is waited for; a worker that was lost may cost some."""


@dataclass(frozen=True)
class Scheduler:
    """Where a cluster is, and the files of TLS with which it is met; those not given are those of Dask's own settings.

    Attributes:
        address: such as ``tls://10.0.0.5:8786``.
        ca: the certificate of the authority that both sides trust.
        cert: our own certificate.
        key: its key.
    """

    address: str
    ca: Path | None = None
    cert: Path | None = None
    key: Path | None = None


class NoCluster(Hopeless):
    """The cluster cannot be used; the message says why, and what to do."""

    def __init__(self, why: T) -> None:
        super().__init__(str(why))
        self.why = why


class Cluster:
    """A cluster whose machines have shown that each can run a hand-in.

    Args:
        scheduler: where it is.
        place: holds the library that it has to have, and the tables.

    Raises:
        NoCluster: if it is not met over TLS, is not there, has no machine, or one that cannot run hand-ins.
    """

    def __init__(self, scheduler: Scheduler, place: Place) -> None:
        self._place, self._address = place, scheduler.address
        self._library = library_hash(place.library)
        self._client = _connected(scheduler)
        try:
            self.slots = self._examined()
            """How many hand-ins it runs side by side."""
        except BaseException:
            self.close()
            raise

    def runner(self) -> Distant:
        """A ``Runner`` that has hand-ins run there.

        Raises:
            NoCluster: if the connection is gone.
        """
        if self._client.status != "running":
            raise NoCluster(_GONE.format(address=self._address))
        return Distant(self._client, self._place, self._library)

    def close(self) -> None:
        """Let it go; the cluster itself goes on."""
        with contextlib.suppress(Exception):
            self._client.close(timeout=5)

    def _examined(self) -> int:
        threads = self._client.nthreads()
        if not threads:
            raise NoCluster(_NO_WORKER.format(address=self._address))
        empty = Order(Job((), ()), self._library).as_bytes()
        asked = {each: _submitted(self._client, empty, b"", each) for each in threads}
        deadline = time.monotonic() + _FIRST
        for machine, future in asked.items():
            try:
                answer = Answer.from_bytes(future.result(max(1.0, deadline - time.monotonic())), 1_000_000)
                why = answer.why
            except Exception as error:
                why = f"{type(error).__name__}: {error}"
            if why:
                raise NoCluster(_UNFIT.format(machine=machine, why=clean(why)))
        return sum(threads.values())


class Distant:
    """Has hand-ins run on whichever machine of a cluster is free; a ``Runner``."""

    def __init__(self, client: Client, place: Place, library: str) -> None:
        self._client, self._place, self._library = client, place, library
        self._closed = False

    def run(self, job: Job) -> Heard:
        """Run one.

        Raises:
            Lost: if the cluster is gone, or the machine that ran it and those that tried again.
        """
        packed = _packed(self._place.tables / job.tables) if job.tables else b""
        order = Order(replace(job, tables=hash_of(packed) if packed else ""), self._library).as_bytes()
        answer = self._asked(order, b"", None, job)
        if answer.needs_tables:
            # Once a world and machine, not with every hand-in.
            answer = self._asked(order, packed, answer.machine, job)
        if answer.heard is None:
            raise Lost(f"{answer.machine}: {answer.why}")
        return answer.heard

    def close(self) -> None:
        """Wait for nothing any more; what runs already runs on there, at most to its limit, and is not heard."""
        self._closed = True

    def _asked(self, order: bytes, tables: bytes, machine: str | None, job: Job) -> Answer:
        try:
            future = _submitted(self._client, order, tables, machine)
            return Answer.from_bytes(self._result(future, job.limits.seconds + job.limits.longest), job.limits.report)
        except Lost:
            raise
        except Exception as error:  # Such as that of a worker that was killed too often.
            raise Lost(f"{type(error).__name__}: {error}") from error

    def _result(self, future: Future, seconds: float) -> Any:
        began = with_workers = time.monotonic()
        while not self._closed:
            with contextlib.suppress(TimeoutError):
                return future.result(_LOOK)
            now = time.monotonic()
            if self._client.nthreads():
                with_workers = now
            if now - with_workers > _OUT_OF_WORKERS or now - began > seconds + _BEYOND:
                break
        future.cancel()
        raise Lost("the cluster fell silent")


def _submitted(client: Client, order: bytes, tables: bytes, machine: str | None) -> Future:
    where = {"workers": [machine], "allow_other_workers": True} if machine else {}
    return client.submit(run_there, order, tables, key=f"hand-in-{uuid.uuid4().hex}", pure=False, **where)


@lru_cache(_WORLDS)
def _packed(folder: Path) -> bytes:
    return packed_tables(folder)


def _connected(scheduler: Scheduler) -> Client:
    if not scheduler.address.startswith("tls://"):
        raise NoCluster(_NOT_TLS.format(address=scheduler.address))
    try:
        from distributed import Client
        from distributed.security import Security
    except ModuleNotFoundError as error:
        raise NoCluster(_NOT_INSTALLED.format(library=error.name)) from error
    # What it has to say of lost workers is said, if it matters, by us.
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)
    given = {"tls_ca_file": scheduler.ca, "tls_client_cert": scheduler.cert, "tls_client_key": scheduler.key}
    security = Security(require_encryption=True, **{name: str(path) for name, path in given.items() if path})
    _check_files(security)
    try:
        return Client(scheduler.address, security=security, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError, RuntimeError) as error:
        why = _root_of(error)
        raise NoCluster(_NOT_THERE.format(address=scheduler.address, why=why)) from error


def _check_files(security: Any) -> None:
    """Say which of the files of TLS is not given, or cannot be read; Dask says neither."""
    for option, name in (
        ("--tls-ca", "tls_ca_file"),
        ("--tls-cert", "tls_client_cert"),
        ("--tls-key", "tls_client_key"),
    ):
        path = getattr(security, name)
        if path is None:
            raise NoCluster(_NO_FILE.format(option=option))
        if "\n" in path:
            # Dask's settings may hold the certificate itself.
            continue
        try:
            Path(path).read_bytes()
        except OSError as error:
            raise NoCluster(_BAD_FILE.format(option=option, path=path, why=why_refused(error))) from error


def _root_of(error: BaseException) -> str:
    """What went wrong at first, in one line."""
    while cause := error.__cause__ or error.__context__:
        error = cause
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"


_HOW = T(
    "Start one with “dask scheduler --host tls://0.0.0.0:8786 --tls-ca-file ca.pem --tls-cert cert.pem --tls-key key.pem”, and on "
    "each machine “dask worker tls://…:8786” with the same three options.",
    "スケジューラーは「dask scheduler --host tls://0.0.0.0:8786 --tls-ca-file ca.pem --tls-cert cert.pem --tls-key key.pem」で、"
    "各マシンのワーカーは「dask worker tls://…:8786」に同じ3つのオプションを付けて起動します。",
)
_NOT_TLS = T(
    f"“{{address}}” is not a tls:// address: hand-ins and tables travel encrypted only. {_HOW.en}",
    f"「{{address}}」は tls:// で始まるアドレスではありません。提出物と表は、暗号化した通信でしか送りません。{_HOW.ja}",
)
_NOT_INSTALLED = T(
    "A cluster needs {library}, which is not installed: in the project's folder run “py -m pip install -e .[cluster]”, on every machine.",
    "クラスターに必要な {library} が入っていません。プロジェクトのフォルダーで「py -m pip install -e .[cluster]」を、すべてのマシンで実行してください。",
)
_NO_FILE = T(
    "{option} is missing: give --tls-ca, --tls-cert and --tls-key, or set “distributed.comm.tls” in Dask's own settings.",
    "{option} がありません。--tls-ca、--tls-cert、--tls-key を指定するか、Dask の設定「distributed.comm.tls」に書いてください。",
)
_BAD_FILE = T(
    "{option} {path} cannot be read: {why}. Give the file that the cluster was set up with.",
    "{option} {path} を読めません({why})。クラスターを用意したときのファイルを指定してください。",
)
_NOT_THERE = T(
    "The scheduler {address} does not answer, or does not accept these certificates ({why}). See that it runs, that this machine "
    "reaches it, and that both sides have certificates of the same authority.",
    "スケジューラー {address} が応答しないか、この証明書を受け付けません({why})。起動しているか、ここから届くか、両方の証明書が同じ認証局のものかを確かめてください。",
)
_NO_WORKER = T(
    "The scheduler {address} has no worker: start one on each machine with “dask worker {address} --tls-ca-file … --tls-cert … "
    "--tls-key …”.",
    "スケジューラー {address} にワーカーがいません。各マシンで「dask worker {address} --tls-ca-file … --tls-cert … --tls-key …」を実行してください。",
)
_UNFIT = T(
    "The worker {machine} cannot run hand-ins ({why}). Install there the same mlcurric[cluster] as here, with constraints.txt, try "
    "“mlcurric doctor”, and start the worker again.",
    "ワーカー {machine} では提出物を動かせません({why})。ここと同じ mlcurric[cluster] を constraints.txt を付けて入れ、"
    "「mlcurric doctor」で確かめてから、ワーカーを起動し直してください。",
)
_GONE = T(
    "The connection to the cluster {address} is gone. What is graded is kept; the same command goes on where this one was.",
    "クラスター {address} との接続が切れました。採点済みの分は残っています。同じコマンドで、続きから再開できます。",
)

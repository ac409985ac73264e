"""A Dask cluster of this machine alone: a scheduler and workers in processes of their own, on free ports, over TLS."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

_LONGEST = 120.0


@dataclass(frozen=True)
class Certificates:
    """Files of TLS; each side shows the same certificate, which is its own authority."""

    cert: Path
    key: Path

    @classmethod
    def made_in(cls, folder: Path) -> Certificates:
        from distributed.security import Security

        made = Security.temporary()
        folder.mkdir()
        files = cls(folder / "cert.pem", folder / "key.pem")
        files.cert.write_text(made.tls_client_cert)
        files.key.write_text(made.tls_client_key)
        return files

    def for_dask(self) -> list[str]:
        return ["--tls-ca-file", str(self.cert), "--tls-cert", str(self.cert), "--tls-key", str(self.key)]

    def for_grade(self) -> list[str]:
        return ["--tls-ca", str(self.cert), "--tls-cert", str(self.cert), "--tls-key", str(self.key)]


class LocalCluster:
    """A scheduler, running; workers are added by ``add_worker``. All of it ends with the block.

    Args:
        folder: for what it writes.
        certificates: those of every part.
        environment: what workers find in their environment beside that of the test.
    """

    def __init__(self, folder: Path, certificates: Certificates, environment: dict[str, str] | None = None) -> None:
        self._folder, self._certificates, self._environment = folder, certificates, environment or {}
        self._processes: list[subprocess.Popen[bytes]] = []
        file = folder / "scheduler.json"
        self._start("scheduler", ["--protocol", "tls", "--port", "0", "--no-show", "--scheduler-file", str(file)])
        self._wait_for(file)
        self.address: str = json.loads(file.read_text())["address"]

    def add_worker(self) -> subprocess.Popen[bytes]:
        """Start a worker of one thread, and come back when the scheduler knows it."""
        file = self._folder / f"worker-{len(self._processes)}"
        loaded = file.with_suffix(".py")
        loaded.write_text(f"def dask_setup(worker): open({str(file)!r}, 'w').close()")
        own = ["--nthreads", "1", "--no-nanny", "--preload", str(loaded), "--local-directory", str(self._folder)]
        process = self._start("worker", [self.address, *own])
        self._wait_for(file)
        return process

    def _start(self, what: str, options: Sequence[str]) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", what, "--host", "127.0.0.1", "--no-dashboard", *options]
        with (self._folder / f"{what}.log").open("ab") as log:
            process = subprocess.Popen(
                [*command, *self._certificates.for_dask()], stdout=log, stderr=log, env=os.environ | self._environment
            )
        self._processes.append(process)
        return process

    def _wait_for(self, file: Path) -> None:
        deadline = time.monotonic() + _LONGEST
        while not (file.exists() and (file.suffix != ".json" or file.read_text().endswith("}"))):
            assert time.monotonic() < deadline, [log.read_text()[-2000:] for log in self._folder.glob("*.log")]
            assert self._processes[-1].poll() is None, [log.read_text()[-2000:] for log in self._folder.glob("*.log")]
            time.sleep(0.05)

    def __enter__(self) -> LocalCluster:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        # The scheduler last: a worker that cannot take its leave of it waits.
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(_LONGEST)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

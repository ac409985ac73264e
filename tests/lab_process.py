"""`mlcurric start` as a process of its own, for the tests that need a JupyterLab that really runs."""

from __future__ import annotations

import os
import queue
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SECONDS_TO_START = 180


@dataclass
class LabProcess:
    """A running lab: its address with the token, and what it has printed so far."""

    process: subprocess.Popen[str]
    address: str = ""
    printed: list[str] = field(default_factory=list)

    def stop(self) -> int:
        """Press Ctrl-C and return the exit code."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(180)
        finally:
            self.process.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fresh_environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of somebody who has never used this machine."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON", "MLCURRIC"))
    }
    home.mkdir(parents=True, exist_ok=True)
    return {**kept, "HOME": str(home), **more}


@contextmanager
def running_lab(
    folder: Path,
    *options: str,
    python: Path | str = sys.executable,
    environment: Mapping[str, str] | None = None,
) -> Iterator[LabProcess]:
    """Start the lab in ``folder`` without a browser; leave it running until the block ends.

    Raises:
        AssertionError: with all that was printed, if no address appears.
    """
    process = subprocess.Popen(
        [str(python), "-m", "mlcurric", "start", "--no-browser", *options],
        cwd=folder,
        env=dict(environment or fresh_environment(folder / "home")),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    lab = LabProcess(process)
    lines: queue.Queue[str] = queue.Queue()
    threading.Thread(target=lambda: [lines.put(line) for line in process.stdout], daemon=True).start()
    try:
        lab.address = _address(lab, lines)
        yield lab
    finally:
        if process.poll() is None:
            lab.stop()


def _address(lab: LabProcess, lines: queue.Queue[str]) -> str:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        try:
            lab.printed.append(lines.get(timeout=0.2))
        except queue.Empty:
            if lab.process.poll() is not None and lines.empty():
                break
            continue
        if found := re.search(r"http://127\.0\.0\.1:\S+", lab.printed[-1]):
            return found[0]
    raise AssertionError("no address was printed:\n" + "".join(lab.printed))

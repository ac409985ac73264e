"""One sandbox with its warm parent, as the trusted side drives it: hand in a job, hear the report, end what is left."""

from __future__ import annotations

import contextlib
import json
import os
import re
import select
import signal
import socket
import subprocess
import tempfile
import time
from typing import Any, get_args

from mlcurric.grading.guest.limits import LONGEST_MESSAGE
from mlcurric.grading.running.job import End, Heard, Job, Lost
from mlcurric.grading.running.place import Place
from mlcurric.grading.sandbox.launch import NoSandbox, Tools, start
from mlcurric.grading.sandbox.libraries import NoLibrary
from mlcurric.text import T

PRELOAD = (
    "IPython.core.interactiveshell", "numpy", "pandas", "scipy.stats", "scipy.special", "sklearn.linear_model",
    "sklearn.pipeline", "sklearn.preprocessing", "sklearn.metrics", "sklearn.compose", "sklearn.model_selection",
    "sklearn.ensemble", "sklearn.tree", "matplotlib.pyplot", "mlcurric.subject.style", "mlcurric.subject.risk",
    "mlcurric.subject.uplift", "mlcurric.subject.charts.describe",
)  # fmt: skip
_START, _GRACE = 120.0, 10.0
_LONGEST_COMPLAINT = 20_000
_LACKS = re.compile(r"^ModuleNotFoundError: No module named '(\w+)", re.MULTILINE)
_DID_NOT_START = T("the sandbox did not start: {why}", "隔離環境が起動しません: {why}")


class Worker:
    """A sandbox that runs one hand-in after the other; a ``Runner``.

    Args:
        tools: what the machine has.
        place: holds the library and the tables.
        preload: modules that the warm parent imports once.

    Raises:
        NoSandbox: if it does not start, with what bubblewrap said.
        NoLibrary: if a module is not found inside.
    """

    def __init__(self, tools: Tools, place: Place, preload: tuple[str, ...] = PRELOAD) -> None:
        self._control, inside = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with inside, tempfile.TemporaryFile() as filter_:
            filter_.write(tools.filter)
            filter_.seek(0)
            self._process = start(tools, place, preload, (inside.fileno(), filter_.fileno()))
        try:
            self._hear(_START)
        except Lost:
            self.close()
            said = self._process.stderr.read(_LONGEST_COMPLAINT).decode("utf-8", "replace").strip()
            if lacks := _LACKS.search(said):
                raise NoLibrary(lacks[1], preload) from None
            raise NoSandbox(_DID_NOT_START.format(why=said or self._process.returncode)) from None

    def run(self, job: Job) -> Heard:
        """Run a hand-in in a fork of its own.

        Raises:
            Lost: if the sandbox itself is gone, or could not shut the hand-in in.
        """
        with tempfile.TemporaryFile() as cells:
            cells.write(job.cells_as_json())
            cells.seek(0)
            out, way_in = os.pipe()
            try:
                with contextlib.suppress(OSError):
                    socket.send_fds(self._control, [job.orders_as_json()], [cells.fileno(), way_in])
            finally:
                os.close(way_in)
        try:
            return self._listen(out, job)
        finally:
            os.close(out)

    def _listen(self, out: int, job: Job) -> Heard:
        """Hear the report until the hand-in is over and nobody can write to it any more."""
        # The beginning that hand-ins share has as long again, where this is the first of them.
        beginning = job.limits.seconds if job.shared else 0.0
        deadline = time.monotonic() + beginning + job.limits.longest + _GRACE
        heard, lines, over, open_, stopped = bytearray(), 0, None, True, False
        while over is None or open_:
            if time.monotonic() > deadline:
                raise Lost("it fell silent")
            ready, _, _ = select.select([self._control, *([out] if open_ else [])], [], [], 1.0)
            if out in ready:
                chunk = os.read(out, 65_536)
                open_ = bool(chunk)
                if len(heard) <= job.limits.report and lines <= job.limits.lines:
                    heard += chunk
                    lines += chunk.count(b"\n")
                elif not stopped:
                    stopped = True
                    self._send({"stop": True})
            if self._control in ready:
                over = self._hear(1.0).get("over", "")
        if over not in get_args(End):
            raise Lost(over)
        return Heard(bytes(heard[: job.limits.report]), over)

    def _send(self, message: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):
            self._control.send(json.dumps(message).encode())

    def _hear(self, seconds: float) -> dict[str, Any]:
        self._control.settimeout(seconds)
        try:
            data = self._control.recv(LONGEST_MESSAGE)
            return json.loads(data)
        except (OSError, ValueError) as error:
            raise Lost(str(error)) from error
        finally:
            self._control.settimeout(None)

    def close(self) -> None:
        """End the sandbox and all that is in it."""
        self._control.close()
        with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
            self._process.wait(1)
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

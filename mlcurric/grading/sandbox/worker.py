"""One sandbox with its warm parent, as the trusted side drives it: hand in a job, hear the report, end what is left."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from mlcurric.grading.guest.confine import Limits
from mlcurric.grading.run_report import Report, Run
from mlcurric.grading.sandbox.launch import NoSandbox, Place, start
from mlcurric.question.asking import Call
from mlcurric.text import T

PRELOAD = (
    "IPython.core.interactiveshell", "numpy", "pandas", "scipy.stats", "scipy.special", "sklearn.linear_model",
    "sklearn.pipeline", "sklearn.preprocessing", "sklearn.metrics", "sklearn.compose", "sklearn.model_selection",
    "sklearn.ensemble", "sklearn.tree", "matplotlib.pyplot", "mlcurric.subject.style", "mlcurric.subject.risk",
    "mlcurric.subject.uplift", "mlcurric.subject.charts.describe",
)  # fmt: skip
_START = 120.0
_LONGEST_LINE = 4_000_000
_DID_NOT_START = T("the sandbox did not start: {why}", "隔離環境が起動しません: {why}")


class Lost(Exception):
    """The sandbox itself ended or fell silent; no fault of the hand-in that was in it."""


class Worker:
    """A sandbox that runs one hand-in after the other.

    Args:
        place: what the sandboxes of one run share.
        preload: modules that the warm parent imports once.

    Raises:
        NoSandbox: if it does not start, with what bubblewrap said.
    """

    def __init__(self, place: Place, preload: tuple[str, ...] = PRELOAD) -> None:
        self._control, inside = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with inside, tempfile.TemporaryFile() as filter_:
            filter_.write(place.filter)
            filter_.seek(0)
            self._process = start(place, preload, (inside.fileno(), filter_.fileno()))
        try:
            self._hear(_START)
        except Lost:
            self.close()
            said = self._process.stderr.read(2_000).decode("utf-8", "replace").strip()
            raise NoSandbox(_DID_NOT_START.format(why=said or self._process.returncode)) from None

    def run(
        self,
        cells: list[str],
        names: tuple[str, ...],
        limits: Limits,
        calls: Mapping[str, list[Call]] = MappingProxyType({}),
        tables: str = "",
    ) -> Run:
        """Run a hand-in and give its named answers.

        Args:
            cells: the sources of its code cells, in order; one that fails does not stop the next.
            names: the answers asked for.
            limits: what it may use.
            calls: for those of the answers that are functions, the calls to make of them.
            tables: the folder of its tables, below those of the place.

        Raises:
            Lost: if the sandbox itself is gone.
        """
        report = Report(names, len(cells))
        with tempfile.TemporaryFile() as job:
            job.write(json.dumps({"cells": cells, "names": names, "calls": dict(calls)}).encode())
            job.seek(0)
            out, way_in = os.pipe()
            asked = json.dumps({"run": {"limits": asdict(limits), "tables": tables}}).encode()
            try:
                with contextlib.suppress(OSError):
                    socket.send_fds(self._control, [asked], [job.fileno(), way_in])
            finally:
                os.close(way_in)
        try:
            over = self._listen(out, report, limits)
        finally:
            os.close(out)
        return report.run(timed_out=over == "time", too_much=over == "memory")

    def _listen(self, out: int, report: Report, limits: Limits) -> str:
        """Read the report until the hand-in is over; what it says of itself ends nothing but its own turn."""
        deadline = time.monotonic() + limits.seconds + 10
        pending, total, over, stopped = b"", 0, None, False
        os.set_blocking(out, False)
        open_ = True
        while over is None or open_:
            if time.monotonic() > deadline:
                raise Lost("it fell silent")
            ready, _, _ = select.select([self._control, *([out] if open_ else [])], [], [], 1.0)
            if out in ready:
                chunk = os.read(out, 65_536)
                open_ = bool(chunk)
                total += len(chunk)
                *lines, pending = (pending + chunk).split(b"\n")
                for line in filter(None, lines):
                    report.take(line)
                pending = pending[:_LONGEST_LINE]
            if (report.ended or total > limits.report) and not stopped:
                stopped = True
                self._send({"stop": True})
            if self._control in ready:
                over = self._hear(1.0).get("over", "")
        if over.startswith("unconfined"):
            raise Lost(over)
        return over

    def _send(self, message: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):
            self._control.send(json.dumps(message).encode())

    def _hear(self, seconds: float) -> dict[str, Any]:
        self._control.settimeout(seconds)
        try:
            data = self._control.recv(65_536)
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

"""Run a hand-in and bring back its named answers as plain data: the one step that a sandbox will replace.

The process that runs it is ordinary, with the rights of whoever grades. It starts in an empty folder, with a home and an
environment of its own, and is killed with all its children at the time limit.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from mlcurric.grading.run_report import Report, Run
from mlcurric.question.asking import Call

LONGEST_LINE = 4_000_000
LONGEST_REPORT = 64_000_000
# What a program needs to start at all, on Linux, macOS and Windows.
_KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "PATHEXT")
# As isolated as -I, but for one thing: PYTHONHASHSEED is heard, so that a set has the same order in every run.
_COMMAND = (sys.executable, "-P", "-s", "-m", "mlcurric.grading.runner_child")


class RunnerFailed(Exception):
    """The process that runs notebooks did not start; no fault of a hand-in."""


def run_notebook(
    cells: list[str],
    names: tuple[str, ...],
    time_limit: float,
    calls: Mapping[str, list[Call]] = MappingProxyType({}),
) -> Run:
    """Run a notebook and give its named answers.

    Args:
        cells: the sources of its code cells, in order; one that fails does not stop the next.
        names: the answers asked for.
        time_limit: seconds, the start of Python included.
        calls: for those of the answers that are functions, the calls to make of them.

    Raises:
        RunnerFailed: if no cell could be run at all.
    """
    report = Report(names, len(cells))
    with tempfile.TemporaryDirectory(prefix="mlcurric-", ignore_cleanup_errors=True) as place:
        process = _start(Path(place), {"cells": cells, "names": names, "calls": dict(calls)})
        reader = threading.Thread(target=_read, args=(process, report), daemon=True)
        reader.start()
        deadline = time.monotonic() + time_limit
        try:
            while reader.is_alive() and process.poll() is None and (left := deadline - time.monotonic()) > 0:
                # A process may be gone while a copy of it, made by fork(), still holds the pipe.
                reader.join(min(left, 0.1))
            timed_out = reader.is_alive() and process.poll() is None
        finally:
            _kill(process)
        reader.join(2)
        if not reader.is_alive():
            process.stdout.close()
    if not report.ready:
        raise RunnerFailed(f"no notebook could be started within {time_limit:g} s (exit code {process.returncode})")
    return report.run(timed_out=timed_out)


def _start(place: Path, job: dict[str, object]) -> subprocess.Popen[bytes]:
    folders = {name: place / name for name in ("home", "tmp", "matplotlib", "ipython")}
    for folder in folders.values():
        folder.mkdir()
    for fonts in _font_lists():
        shutil.copy(fonts, folders["matplotlib"])
    group = (
        {"start_new_session": True} if os.name == "posix" else {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    )
    with tempfile.TemporaryFile() as waiting:
        # From a file: nobody waits for a process that does not read.
        waiting.write(json.dumps(job).encode())
        waiting.seek(0)
        return subprocess.Popen(
            _COMMAND, stdin=waiting, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0,
            cwd=folders["home"], env=_environment(folders), **group,
        )  # fmt: skip


def _environment(folders: dict[str, Path]) -> dict[str, str]:
    home, tmp = str(folders["home"]), str(folders["tmp"])
    return {
        **{name: os.environ[name] for name in _KEPT if name in os.environ},
        "HOME": home, "USERPROFILE": home, "TMPDIR": tmp, "TEMP": tmp, "TMP": tmp,
        "IPYTHONDIR": str(folders["ipython"]), "MPLCONFIGDIR": str(folders["matplotlib"]), "MPLBACKEND": "agg",
        "LANG": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1",
        # "%pip install" in a hand-in must not change what the next one runs on.
        "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull,
    }  # fmt: skip


@functools.cache
def _font_lists() -> tuple[Path, ...]:
    """matplotlib's list of the fonts on this machine; without it every run would search for them, a second each."""
    import matplotlib
    import matplotlib.font_manager  # Writes the list where there is none.

    return tuple(sorted(Path(matplotlib.get_cachedir()).glob("fontlist-*.json")))


def _read(process: subprocess.Popen[bytes], report: Report) -> None:
    """Feed the lines to ``report`` until its end, the pipe's, or the limit of what is read at all."""
    pending, total = b"", 0
    while not report.ended and total < LONGEST_REPORT and (chunk := os.read(process.stdout.fileno(), 65_536)):
        total += len(chunk)
        *lines, pending = (pending + chunk).split(b"\n")
        for line in filter(None, lines):
            report.take(line)
        pending = pending[:LONGEST_LINE]


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and those it started."""
    if os.name == "posix":
        # Where it is already gone, macOS says so with PermissionError.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    process.kill()
    process.wait()

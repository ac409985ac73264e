"""Run hand-ins without a sandbox, with the rights of whoever grades: only where the submissions are trusted in so many words.

Each runs in a process of its own, in an empty folder, with a home and an environment of its own, and is killed with all its
children at the time limit.
"""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from mlcurric.grading.running.job import Heard, Job, Lost
from mlcurric.grading.running.place import Place

# What a program needs to start at all, on Linux, macOS and Windows.
_KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "PATHEXT")
_GUEST = "import sys; sys.path.insert(0, sys.argv.pop(1)); from mlcurric.grading.guest.alone import main; main()"


class Trusting:
    """Runs hand-ins one after the other, each in an ordinary process.

    Args:
        place: holds the library that they import, and their tables.
    """

    def __init__(self, place: Place) -> None:
        self._place = place

    def run(self, job: Job) -> Heard:
        """Run one.

        Raises:
            Lost: if no process could be started.
        """
        heard = bytearray()
        with tempfile.TemporaryDirectory(prefix="mlcurric-", ignore_cleanup_errors=True) as folder:
            process = self._start(Path(folder), job)
            reader = threading.Thread(target=_read, args=(process, heard, job.limits.report), daemon=True)
            reader.start()
            deadline = time.monotonic() + job.limits.seconds
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
        if not heard:
            raise Lost(f"no notebook could be started within {job.limits.seconds:g} s (exit code {process.returncode})")
        if len(heard) >= job.limits.report:
            return Heard(bytes(heard), "stopped")
        return Heard(bytes(heard), "time" if timed_out else "ended")

    def close(self) -> None:
        """Nothing is left to end."""

    def _start(self, folder: Path, job: Job) -> subprocess.Popen[bytes]:
        folders = {name: folder / name for name in ("home", "tmp", "matplotlib", "ipython")}
        for each in folders.values():
            each.mkdir()
        for fonts in _font_lists():
            shutil.copy(fonts, folders["matplotlib"])
        group = (
            {"start_new_session": True}
            if os.name == "posix"
            else {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        )
        # Not -I, as in the sandbox: PYTHONHASHSEED has to be heard.
        command = (sys.executable, "-P", "-s", "-c", _GUEST, str(self._place.library))
        tables = {"MLCURRIC_TABLES": str(self._place.tables / job.tables)} if job.tables else {}
        with tempfile.TemporaryFile() as waiting:
            # From a file: nobody waits for a process that does not read.
            waiting.write(job.cells_as_json())
            waiting.seek(0)
            return subprocess.Popen(
                command, stdin=waiting, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0,
                cwd=folders["home"], env=_environment(folders) | tables, **group,
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


def _read(process: subprocess.Popen[bytes], heard: bytearray, most: int) -> None:
    """Hear the report until the pipe's end, or the limit of what is heard at all."""
    while len(heard) < most and (chunk := os.read(process.stdout.fileno(), 65_536)):
        heard += chunk


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

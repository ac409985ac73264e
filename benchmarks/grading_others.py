"""The stock graders that the bench stands beside: nbgrader and Otter, in environments of their own, and nbclient.

The environments are made once, below ``.venv/bench``, with the versions of ``grading-nbgrader.txt`` and ``grading-otter.txt``.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import io
import json
import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

import nbclient
import nbformat
from grading_hand_in import EXERCISE, handed_in, write_hand_in
from packaging.requirements import Requirement
from traitlets.config import Config

from mlcurric import questions
from mlcurric.curriculum import lessons
from mlcurric.grading.nbgrader.course import write_course

_HERE = Path(__file__).resolve().parent
_ENVIRONMENTS = Path(sys.prefix) / "bench"
_LONGEST = 900.0
_TEST = """OK_FORMAT = True

test = {{
    "name": "{name}",
    "points": 1,
    "suites": [{{
        "cases": [{{"code": ">>> assert {name} is not ...", "hidden": False, "locked": False}}],
        "scored": True, "setup": "", "teardown": "", "type": "doctest",
    }}],
}}
"""


class CannotRun(Exception):
    """A grader that is not to be had here, or that did not grade; the message says why in one line."""


@dataclass(frozen=True)
class Environment:
    """An environment in which one grader runs; this package and what it needs are in it too.

    Attributes:
        name: that of its folder and of its pins.
        requires: what is installed for it.
    """

    name: str
    requires: tuple[str, ...]

    @property
    def programs(self) -> Path:
        """The folder of its programs."""
        return _ENVIRONMENTS / self.name / ("Scripts" if os.name == "nt" else "bin")

    def make(self) -> None:
        """Make it, where it is not there as it should be.

        Raises:
            CannotRun: if it cannot be installed.
        """
        pins = _HERE / f"grading-{self.name}.txt"
        needed = [Requirement(text) for text in importlib.metadata.requires("mlcurric") or ()]
        wanted = [*self.requires, "ipykernel", *(f"{one.name}{one.specifier}" for one in needed if not one.marker)]
        stamp = hashlib.sha256(pins.read_bytes() + repr(wanted).encode()).hexdigest()
        made = _ENVIRONMENTS / self.name / "made"
        if made.exists() and made.read_text() == stamp:
            return
        print(f"Making an environment for {self.name}, once …", flush=True)
        venv.create(_ENVIRONMENTS / self.name, with_pip=True, clear=True)
        self.run("python", "-m", "pip", "install", "--quiet", "--constraint", str(pins), *wanted)
        packages = self.run("python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
        Path(packages, "checkout.pth").write_text(f"{_HERE.parent}\n", encoding="utf-8")
        made.write_text(stamp)

    def run(self, *command: str, folder: Path | None = None) -> str:
        """Run one of its programs to its end.

        Raises:
            CannotRun: if it fails.
        """
        return _wait(self.start(*command, folder=folder), command[0])

    def start(self, *command: str, folder: Path | None = None) -> subprocess.Popen[str]:
        """Start one of its programs; as the other graders do, each of its processes computes on one core."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "PYTHON", "MLCURRIC"))
        }
        path = f"{self.programs}{os.pathsep}{os.environ['PATH']}"
        return subprocess.Popen(
            [self.programs / command[0], *command[1:]], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL, text=True, env={**kept, "PATH": path, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )  # fmt: skip


def _wait(process: subprocess.Popen[str], what: str) -> str:
    try:
        said, _ = process.communicate(timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        process.kill()
        raise CannotRun(f"{what} took longer than {_LONGEST:g} s") from None
    if process.returncode:
        raise CannotRun(f"{what}: {said.strip().splitlines()[-1] if said.strip() else process.returncode}")
    return said


NBGRADER = Environment("nbgrader", ("nbgrader",))
OTTER = Environment("otter", ("otter-grader",))


class NbGrader:
    """Courses of nbgrader with hand-ins that wait for ``autograde``, one course for each process.

    Args:
        place: an empty folder.
        each: how many hand-ins each of them grades.
        processes: how many run side by side.

    Raises:
        CannotRun: if the course cannot be made.
    """

    def __init__(self, place: Path, each: int, processes: int) -> None:
        self._stem = next(lesson.file_stem for lesson in lessons() if lesson.id == EXERCISE)
        self._each = each
        self._courses = [place / f"course-{number}" for number in range(processes)]
        for course in self._courses:
            with contextlib.redirect_stdout(io.StringIO()):
                refused = write_course(course, "en", (EXERCISE,))
            if refused:
                raise CannotRun("no course was written")
            NBGRADER.run("nbgrader", "generate_assignment", self._stem, folder=course)
            (released,) = (course / "release" / self._stem).glob("*.ipynb")
            for number in range(each):
                folder = course / "submitted" / f"learner-{number}" / self._stem
                folder.mkdir(parents=True)
                nbformat.write(handed_in(nbformat.read(released, as_version=4)), folder / released.name)

    def grade(self) -> None:
        """Grade them all.

        Raises:
            CannotRun: if one was not graded.
        """
        running = [NBGRADER.start("nbgrader", "autograde", self._stem, folder=course) for course in self._courses]
        for process in running:
            _wait(process, "nbgrader autograde")
        for course in self._courses:
            if len(list(course.glob(f"autograded/*/{self._stem}/*.ipynb"))) != self._each:
                raise CannotRun("nbgrader autograde left out a hand-in")


class Otter:
    """A hand-in that waits for ``otter run``.

    Raises:
        CannotRun: if the autograder cannot be made.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        tests = place / "tests"
        tests.mkdir(parents=True)
        (place / "out").mkdir()
        self._asked = [question.name for question in questions.question_set(EXERCISE).graded if question.points]
        for name in self._asked:
            (tests / f"{name}.py").write_text(_TEST.format(name=name), encoding="utf-8")
        OTTER.run("otter", "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment", folder=place)
        shutil.copy(write_hand_in(place / "hand-in"), place / "hand-in.ipynb")

    def grade(self) -> None:
        """Grade it.

        Raises:
            CannotRun: if it was not graded, or not with every point.
        """
        OTTER.run("otter", "run", "-a", "autograder.zip", "-o", "out", "--no-logo", "hand-in.ipynb", folder=self._place)
        told = json.loads((self._place / "out" / "results.json").read_text(encoding="utf-8"))
        earned = sum(test.get("score") or 0 for test in told["tests"])
        if earned != len(self._asked):
            raise CannotRun(f"otter run gave {earned:g} of {len(self._asked)} points")


def run_in_a_fresh_kernel(path: Path) -> None:
    """Run a hand-in with nbclient, and keep nothing of it."""
    notebook = nbformat.read(path, as_version=4)
    # Over TCP, its usual way, a kernel of today warns at every start.
    config = Config({"KernelManager": {"transport": "ipc"}})
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", config=config).execute()

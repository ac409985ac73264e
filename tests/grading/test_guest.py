"""What is inside the sandbox can be imported there, and nothing of it knows a check, a solution or a truth."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.util import source_from_cache
from pathlib import Path

import pytest

import mlcurric
from mlcurric.grading.running.let_in import KEPT_OUT
from mlcurric.grading.running.library import STAND_INS, assemble, inside_of
from mlcurric.subject.experiments.sizes import sample_size_per_arm

SECRET = (
    "questions", "question/question", "question/makers", "question/verdict", "question/functions", "question/estimates",
    "question/decisions", "question/charts", "grading/judging", "grading/reading", "grading/running", "grading/one",
    "building", "report",
)  # fmt: skip
PACKAGE = Path(mlcurric.__file__).parent
GRADING, GUEST = PACKAGE / "grading", PACKAGE / "grading" / "guest"
ALSO = (
    "mlcurric.question.plain", "mlcurric.question.asking", "mlcurric.question.assigned", "mlcurric.question.only_shown",
    "mlcurric.question.waiting",
    "mlcurric.text", "mlcurric.subject.charts",
)  # fmt: skip
# A stand-in may lead to what the library holds, and to nothing else of the subject.
FOR_STAND_INS = ("mlcurric.subject.bands.cumulative", "mlcurric.subject.experiments.hold_out", "mlcurric.subject.style")
# What is imported by a name that no reader of the source sees: libraries of the warm parent, and what a package offers.
BY_NAME = {"serve.py", "stand_ins/offered.py"}
IMPORT_ALL = """
import importlib, sys
for name in sys.argv[2:]:
    try:
        importlib.import_module(name)
    except Exception as error:
        print(name, repr(error))
print(*sorted({getattr(module, "__file__", None) or "" for name, module in sys.modules.items() if name.startswith("mlcurric")}))
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("library")
    assemble(place)
    return place


def _modules(library: Path) -> list[str]:
    paths = (path.relative_to(library).with_suffix("") for path in sorted(library.rglob("*.py")))
    return [".".join(path.parts).removesuffix(".__init__") for path in paths]


def test_every_module_of_the_library_imports_and_from_the_library(library: Path):
    # The stand-ins themselves stand where they belong, too; the template of packages belongs nowhere else.
    names = [name for name in _modules(library) if not name.startswith("mlcurric.grading.guest.stand_ins.offered")]
    done = subprocess.run(
        [sys.executable, "-P", "-s", "-c", "import sys; sys.path.insert(0, sys.argv[1])" + IMPORT_ALL, library, *names],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=library,
    )  # fmt: skip
    *failed, loaded = done.stdout.splitlines()
    assert not failed, failed
    assert not done.returncode, done.stderr
    assert [path for path in loaded.split() if not path.startswith(str(library))] == []


def _is_below(path: str, listed: Iterable[str]) -> bool:
    return any(path == each or path.startswith(f"{each}/") for each in listed)


def test_nothing_that_knows_an_answer_or_a_truth_is_in_the_library(library: Path):
    # Compiled files, where the library was imported before, are told by their source.
    files = [path for path in library.rglob("*") if path.is_file()]
    sources = (Path(source_from_cache(path)) if path.suffix == ".pyc" else path for path in files)
    inside = {path.relative_to(library / "mlcurric").as_posix() for path in sources}
    assert inside
    assert not [path for path in inside if _is_below(path.removesuffix(".py"), SECRET)]
    assert "class World" not in "".join(path.read_text(encoding="utf-8") for path in library.rglob("*.py"))
    # Where something that is kept out has a file all the same, it is that of a stand-in.
    empty = "subject/simulation/__init__.py"
    assert {path for path in inside if _is_below(path, KEPT_OUT)} - {empty} <= STAND_INS.keys()
    for name, file in STAND_INS.items():
        assert (library / "mlcurric" / name).read_bytes() == (GUEST / "stand_ins" / file).read_bytes()


def test_each_file_of_the_subject_is_let_in_or_kept_out():
    """Whoever adds one decides: on a list of ``running/let_in.py`` it is put by hand."""
    there = {
        path.relative_to(PACKAGE).as_posix()
        for path in (PACKAGE / "subject").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    let_in = set(inside_of(PACKAGE))
    kept_out = {path for path in there if _is_below(path, KEPT_OUT)}
    assert there - let_in - kept_out == set(), "on neither list"
    assert let_in & kept_out == set(), "on both lists"
    assert {path for path in let_in if path.startswith("subject/")} <= there
    assert all(any(_is_below(path, (each,)) for path in there) for each in KEPT_OUT), "kept out, and not there"


FORMULAS = (
    "return_on_cost", "qini_curve", "stability_index", "survival", "power_of_comparison", "run_year", "rehearse_plan",
)  # fmt: skip
"""What a learner is to write, or to decide on, that the subject has as a function."""


def test_no_formula_that_is_asked_for_can_be_called_inside(library: Path):
    call = """
import sys
sys.path.insert(0, sys.argv[1])
import mlcurric.subject as subject
for name in sys.argv[2:]:
    try:
        getattr(subject, name)()
    except RuntimeError as error:
        print(type(error).__name__)
"""
    done = subprocess.run(
        [sys.executable, "-P", "-s", "-c", call, library, *FORMULAS],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=library,
    )  # fmt: skip
    assert done.stdout.split() == ["OnlyShown"] * len(FORMULAS), done.stderr


def test_of_a_sample_size_only_the_usual_ones_are_told_inside(library: Path):
    ask = """
import json, sys
sys.path.insert(0, sys.argv[1])
from mlcurric.subject import sample_size_per_arm
found = []
for asked in json.loads(sys.argv[2]):
    try:
        found.append(sample_size_per_arm(*asked))
    except Exception as error:
        found.append(type(error).__name__)
print(json.dumps(found))
"""
    usual, others = [(0.4, 0.45), (0.08, 0.06)], [(0.4, 0.45, 0.01), (0.4, 0.45, 0.05, 0.9), (0.08, 0.078), (0.4, 0.4)]
    done = subprocess.run(
        [sys.executable, "-P", "-s", "-c", ask, library, json.dumps(usual + others)],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=library,
    )  # fmt: skip
    told = [sample_size_per_arm(*each) for each in usual]
    assert json.loads(done.stdout) == [*told, *["OnlyShown"] * len(others)], done.stderr


def _imported(path: Path) -> Iterator[str]:
    """The modules of this package that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.module, f"{path.name}: a relative import"
            # What is taken from a package may be a module of it.
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


@pytest.mark.parametrize("path", sorted(GUEST.rglob("*.py")), ids=lambda path: path.relative_to(GUEST).as_posix())
def test_the_untrusted_side_imports_no_check(path: Path):
    allowed = (*ALSO, "mlcurric.grading.guest", *(FOR_STAND_INS if path.parent.name == "stand_ins" else ()))
    for module in _imported(path):
        own = module.split(".")[0] == "mlcurric"
        assert not own or _is_below(module.replace(".", "/"), [each.replace(".", "/") for each in allowed]), module
    called = {
        getattr(node.func, "attr", getattr(node.func, "id", ""))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    ways = {"import_module", "__import__", "exec", "eval", "run_module", "run_path", "spec_from_file_location"}
    assert not called & ways or path.relative_to(GUEST).as_posix() in BY_NAME, called & ways


EXERCISED = """
import importlib.abc, json, sys
sys.path.insert(0, sys.argv[1])
import mlcurric
# The checks are there to be found, so that whoever looks for one is seen.
mlcurric.__path__.append(sys.argv[2])
class Refusing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "mlcurric" and name not in inside:
            with open(sys.argv[3], "a") as file:
                print(name, file=file)
            raise ImportError(name)
inside = set(sys.argv[4:])
sys.meta_path.insert(0, Refusing())
from mlcurric.grading.guest.alone import main
main()
"""


def test_the_untrusted_side_runs_where_nothing_else_can_be_imported(library: Path, tmp_path: Path):
    """Every module of it is loaded, and cells of each kind are run; what looks for a check is refused, and noted."""
    guest = [path.stem for path in GUEST.glob("*.py") if path.stem != "__init__"] if sys.platform == "linux" else []
    cells = [
        *(f"import mlcurric.grading.guest.{name}" for name in guest),
        "from mlcurric import exercise\nexercise('1-1').check('number')\nnumber = 1",
        "1 / 0",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nchart = plt.gca()",
        "import pandas as pd\ndef double(column):\n    return column * 2",
        "import mlcurric.questions",
    ]
    calls = {"double": [{"column": {"column": [1, 2], "name": "x", "labels": [0, 1]}}]}
    job = {"cells": cells, "names": ["number", "chart", "double"], "calls": calls}
    refused = tmp_path / "refused"
    done = subprocess.run(
        [sys.executable, "-P", "-s", "-c", EXERCISED, library, PACKAGE, refused, *_modules(library)],
        input=json.dumps(job).encode(), capture_output=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    said = [json.loads(line) for line in done.stdout.splitlines() if line]
    assert [line[1] for line in said if line[0] == "answer"] == ["number", "chart", "double"], done.stderr
    assert [line[2] for line in said if line[0] == "failed"] == ["ZeroDivisionError", "ImportError"]
    assert refused.read_text().split() == ["mlcurric.questions"], "the last cell, and nobody else"


def test_the_trusted_side_takes_nothing_of_the_untrusted_but_its_numbers_and_names():
    """What runs beside a stranger's code is started in a process of its own, and never imported beside the checks."""
    plain = tuple(f"mlcurric.grading.guest.{name}" for name in ("limits", "inside"))
    for path in GRADING.rglob("*.py"):
        taken = [module for module in _imported(path) if module.startswith("mlcurric.grading.guest")]
        if GUEST not in path.parents:
            assert all(module.startswith(tuple(f"{each}." for each in plain)) for module in taken), (path.name, taken)


ELSEWHERE = """
import ctypes, sys
for name in ("resource", "termios", "pwd", "grp", "pyseccomp"):
    sys.modules[name] = None
del ctypes.CDLL
for name in sys.argv[1:]:
    __import__(name)
"""


def test_the_trusted_side_is_imported_where_there_is_nothing_of_linux():
    modules = ("batch", "command", "running.trusting", "sandbox.worker")
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, *(f"mlcurric.grading.{name}" for name in modules)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert not done.returncode, done.stderr

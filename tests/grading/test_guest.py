"""What is inside the sandbox can be imported there, and nothing of it knows a check, a solution or a truth."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import mlcurric
from mlcurric.grading.running.library import assemble

SECRET = (
    "questions", "question/question", "question/makers", "question/verdict", "question/functions", "question/estimates",
    "question/decisions", "question/charts", "grading/judging", "grading/reading", "grading/running", "grading/one",
    "subject/simulation/world", "subject/simulation/months", "subject/simulation/keys", "subject/simulation/customers",
    "subject/simulation/reviewers", "subject/truth_of", "subject/campaigns", "subject/stakes", "subject/poc",
    "subject/operations/rehearsal", "subject/operations/year", "subject/bands/triage", "subject/bands/practice", "building", "report",
)  # fmt: skip
GUEST = Path(mlcurric.__file__).parent / "grading" / "guest"
ALSO = ("mlcurric.question.plain", "mlcurric.question.asking", "mlcurric.question.assigned", "mlcurric.text")
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


def test_nothing_that_knows_an_answer_or_a_truth_is_in_the_library(library: Path):
    inside = {path.relative_to(library / "mlcurric").as_posix() for path in library.rglob("*") if path.is_file()}
    assert not [path for path in inside if path.startswith(tuple(f"{each}/" for each in SECRET))]
    assert not [path for path in inside if path.removesuffix(".py") in SECRET]
    assert "class World" not in "".join(path.read_text(encoding="utf-8") for path in library.rglob("*.py"))


@pytest.mark.parametrize("path", sorted(GUEST.rglob("*.py")), ids=lambda path: path.relative_to(GUEST).as_posix())
def test_the_untrusted_side_imports_no_check(path: Path):
    allowed = (*ALSO, "mlcurric.grading.guest")
    # A stand-in may lead to what the library holds, and to nothing else of the subject.
    if path.parent.name == "stand_ins":
        allowed += (
            "mlcurric.subject.bands.cumulative",
            "mlcurric.subject.experiments.hold_out",
            "mlcurric.subject.style",
        )
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        modules = [node.module] if isinstance(node, ast.ImportFrom) else []
        modules += [name.name for name in node.names] if isinstance(node, ast.Import) else []
        for module in modules:
            assert module, f"{path.name}: a relative import"
            own = module.startswith("mlcurric")
            assert not own or module.startswith(allowed), f"{path.name}: {module}"


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

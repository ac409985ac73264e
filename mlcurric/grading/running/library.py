"""What can be imported as ``mlcurric`` inside the sandbox: the files of ``let_in``, copied out of the installed package.

Questions, checks, solutions and the simulator are not on it. Where an allowed module would lead to one that is not, a
stand-in of ``mlcurric.grading.guest.stand_ins`` takes its place; ``mlcurric.subject`` itself loads what is asked for.
"""

from __future__ import annotations

import ast
import json
import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np

from mlcurric.grading.running.let_in import INSIDE, WHOLE
from mlcurric.subject.experiments.sizes import sample_size_per_arm

STAND_INS = {
    "__init__.py": "package.py",
    "subject/simulation/practice.py": "practice.py",
    "subject/bands/known_lists.py": "known_lists.py",
    "subject/listed.py": "listed.py",
    "subject/experiments/april.py": "april.py",
    "subject/experiments/october.py": "october.py",
    "subject/experiments/sizes.py": "sizes.py",
    "subject/usecases/survival.py": "survival.py",
}
"""What stands in the place of a module that is kept out."""
OFFERING = ("subject", "subject/expectation", "subject/product")
"""The packages whose names are looked up when they are asked for."""
_STAND_INS = "grading/guest/stand_ins"


def assemble(place: Path) -> None:
    """Write the library to ``place``, an empty folder that will stand on the path inside."""
    package, inside = Path(str(files("mlcurric"))), place / "mlcurric"
    for name in inside_of(package):
        _copy(package / name, inside / name)
    stand_in = package / _STAND_INS
    for name, file in STAND_INS.items():
        _copy(stand_in / file, inside / name)
    (inside / "subject/simulation/__init__.py").touch()
    (inside / "subject/experiments/sizes.json").write_text(json.dumps(_usual_sizes()), encoding="utf-8")
    for path in package.glob("notebook/*.py"):
        _copy(stand_in / "shown.py", inside / "notebook" / path.name)
    for name in OFFERING:
        _offer(package / name / "__init__.py", stand_in / "offered.py", inside / name)


def inside_of(package: Path) -> list[str]:
    """The files of a package that are let in, as paths below it."""
    modules = [f"{folder}/{name}.py".lstrip("/") for folder, names in INSIDE.items() for name in names.split()]
    return modules + [
        path.relative_to(package).as_posix()
        for folder in WHOLE
        for path in sorted((package / folder).iterdir())
        if path.is_file()
    ]


def _usual_sizes() -> list[tuple[int, int, int]]:
    """What exercises ask of a comparison without asking for the formula: shares of 100, and how many customers tell them apart."""
    pairs = [(one, other) for one in range(1, 100) for other in range(1, 100) if one != other]
    first, second = (np.array(column) / 100 for column in zip(*pairs, strict=True))
    return [(*pair, int(size)) for pair, size in zip(pairs, sample_size_per_arm(first, second), strict=True)]


def _offer(original: Path, stand_in: Path, place: Path) -> None:
    _copy(stand_in, place / "__init__.py")
    where = {
        name.asname or name.name: node.module
        for node in ast.walk(ast.parse(original.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
        for name in node.names
    }
    (place / "offered.json").write_text(json.dumps(where), encoding="utf-8")


def _copy(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, to)

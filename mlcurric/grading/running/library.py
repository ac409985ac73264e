"""What can be imported as ``mlcurric`` inside the sandbox: the files of a list, copied out of the installed package.

Questions, checks, solutions and the simulator are not on it. Where an allowed module would lead to one that is not, a
stand-in of ``mlcurric.grading.guest.stand_ins`` takes its place; ``mlcurric.subject`` itself loads what is asked for.
"""

from __future__ import annotations

import ast
import json
import shutil
from importlib.resources import files
from pathlib import Path

ALLOWED = (
    "text.py", "templates.py", "disk_errors.py", "keeping.py", "locks.py", "rescuing.py", "spreadsheets.py", "house/*",
    "question/__init__.py", "question/plain.py", "question/asking.py", "question/assigned.py",
    "grading/__init__.py", "grading/guest/*.py",
    "grading/guest/stand_ins/*.py",
    "subject/*.py", "subject/data/*", "subject/bands/*.py", "subject/board/*.py", "subject/charts/*.py",
    "subject/expectation/*.py", "subject/experiments/*.py", "subject/explain/*.py", "subject/ideathon/*.py",
    "subject/metrics/*.py", "subject/model_card/*.py", "subject/operations/*.py", "subject/pictures/*.py",
    "subject/product/*.py", "subject/scenario/*.py", "subject/surveys/*.py", "subject/team/*.py", "subject/usecases/*.py",
    "subject/value/*.py", "subject/*/data/*", "subject/*/templates/*",
)  # fmt: skip
"""What is copied, as patterns below the package."""
KEPT_OUT = (
    # What learners write as functions themselves; `experiments/sizes.py` stays, because another exercise computes with it.
    "subject/metrics/qini.py", "subject/operations/stability.py", "subject/value/returns.py",
    # They draw worlds, or know what is true in them.
    "subject/simulation", "subject/poc",
    "subject/bands/known_lists.py", "subject/bands/practice.py", "subject/bands/triage.py", "subject/campaigns.py", "subject/listed.py",
    "subject/stakes.py", "subject/expectation/rehearsal.py", "subject/experiments/april.py",
    "subject/experiments/october.py", "subject/operations/rehearsal.py", "subject/operations/year.py",
    "subject/pictures/bands.py", "subject/pictures/operations.py", "subject/pictures/poc.py",
)  # fmt: skip
STAND_INS = {
    "__init__.py": "package.py",
    "subject/simulation/practice.py": "practice.py",
    "subject/bands/known_lists.py": "known_lists.py",
    "subject/listed.py": "listed.py",
    "subject/experiments/april.py": "april.py",
    "subject/experiments/october.py": "october.py",
}
"""What stands in the place of a module that is kept out."""
OFFERING = ("subject", "subject/expectation", "subject/product")
"""The packages whose names are looked up when they are asked for."""
_STAND_INS = "grading/guest/stand_ins"


def assemble(place: Path) -> None:
    """Write the library to ``place``, an empty folder that will stand on the path inside."""
    package, inside = Path(str(files("mlcurric"))), place / "mlcurric"
    for pattern in ALLOWED:
        for path in package.glob(pattern):
            name = path.relative_to(package).as_posix()
            if path.is_file() and not name.startswith(KEPT_OUT):
                _copy(path, inside / name)
    stand_in = package / _STAND_INS
    for name, file in STAND_INS.items():
        _copy(stand_in / file, inside / name)
    (inside / "subject/simulation/__init__.py").touch()
    for path in package.glob("notebook/*.py"):
        _copy(stand_in / "shown.py", inside / "notebook" / path.name)
    for name in OFFERING:
        _offer(package / name / "__init__.py", stand_in / "offered.py", inside / name)


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

"""The house: lower layers never import upper ones, a module stays small, and importing is cheap."""

import ast
import subprocess
import sys
from pathlib import Path

import mlcurric

PACKAGE = Path(mlcurric.__file__).parent
# From the ground up; modules of one row may import each other.
LAYERS = [
    {"text", "spreadsheets", "disk_errors", "locks"},
    {"templates", "keeping", "rescuing"},
    {"curriculum", "glossary", "subject"},
    {"question", "report"},
    {"questions"},
    {"notebook"},
    {"building", "grading", "workplace"},
    {"workshop"},
    {"cli", "cli_grading", "cli_report", "cli_workshop"},
    {"__init__", "__main__"},
]
LONGEST_MODULE = 310


def layer_of(part: str) -> int:
    return next(number for number, parts in enumerate(LAYERS) if part in parts)


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_parts(path: Path) -> set[str]:
    parts = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "mlcurric" else [f"mlcurric.{alias.name}" for alias in node.names]
        parts |= {name.split(".")[1] for name in names if name.startswith("mlcurric.")}
    return parts


def modules() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if "content" not in path.relative_to(PACKAGE).parts]


def test_every_part_has_a_layer():
    assert {part_of(path) for path in modules()} == set().union(*LAYERS)


def test_lower_layers_never_import_upper_ones():
    upward = [
        f"{path.relative_to(PACKAGE)} imports {part}"
        for path in modules()
        for part in imported_parts(path)
        if layer_of(part) > layer_of(part_of(path)) and part_of(path) != "__init__"
    ]
    assert upward == []


def test_building_grading_and_workplace_do_not_know_each_other():
    top = {"building", "grading", "workplace"}
    crossing = [
        f"{path.relative_to(PACKAGE)} imports {part}"
        for path in modules()
        if part_of(path) in top
        for part in imported_parts(path) & (top - {part_of(path)})
    ]
    assert crossing == []


def test_modules_stay_small():
    long = {
        str(path.relative_to(PACKAGE.parent)): lines
        for path in [*modules(), *PACKAGE.parent.glob("bootstrap*.py")]
        # A package's front is a list of names, however many there are.
        if path.name != "__init__.py" and (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    }
    assert long == {}


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, mlcurric, mlcurric.cli; print([m for m in ('pandas', 'IPython', 'jupyterlab') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""The installed wheel, as on Windows: no checkout, no make; the lab is installed when it is first started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest
from lab_process import free_port, fresh_environment, running_lab

ROOT = Path(__file__).parents[1]
CONSTRAINTS = ROOT / "constraints.txt"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with the wheel and the base's libraries, and nothing else."""
    venv = tmp_path_factory.mktemp("installed") / "venv"
    _run(sys.executable, "-m", "venv", str(venv))
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    _run(str(python), "-m", "pip", "install", "--quiet", "--no-compile", "-c", str(CONSTRAINTS), str(wheel))
    return python


def test_the_wheel_carries_what_the_checkout_has(wheel: Path) -> None:
    carried = set(ZipFile(wheel).namelist())
    for kind in ("notebooks", "exercises"):
        for language in ("en", "ja"):
            there = {path.relative_to(ROOT).as_posix() for path in (ROOT / kind / language).rglob("*.ipynb")}
            assert there
            assert {f"mlcurric/content/{name}" for name in there} <= carried
    assert "mlcurric/content/constraints.txt" in carried
    assert not [name for name in carried if name.startswith(("tests/", "my-work/"))]


def test_it_works_where_only_the_wheel_is_installed(python: Path, tmp_path: Path) -> None:
    environment = fresh_environment(tmp_path / "home", MLCURRIC_LANG="en")

    base = subprocess.run(
        [python, "-c", "import mlcurric, sys; sys.exit('jupyterlab' in sys.modules)"], cwd=tmp_path, check=False
    )
    assert base.returncode == 0
    before = _run(str(python), "-m", "mlcurric", "doctor", cwd=tmp_path, environment=environment)
    assert "missing: ipykernel" in before

    options = ("--lang", "ja", "--port", str(free_port()))
    with running_lab(tmp_path, *options, python=python, environment=environment) as lab:
        assert any("JupyterLab がないので入れます" in line for line in lab.printed)
        with urlopen(lab.address, timeout=30) as answer:
            assert answer.status == 200
        assert (tmp_path / "my-work" / "ja" / "start-here.ipynb").is_file()
        assert lab.stop() == 0

    after = _run(str(python), "-m", "mlcurric", "doctor", cwd=tmp_path, environment=environment)
    assert "missing" not in after
    assert "starts and answers" in after


def _run(*command: str, cwd: Path | None = None, environment: dict[str, str] | None = None) -> str:
    """Run a command and return what it printed.

    Raises:
        AssertionError: with all that it printed, if it fails.
    """
    pinned = {"PIP_CONSTRAINT": str(CONSTRAINTS), "PIP_BUILD_CONSTRAINT": str(CONSTRAINTS)}
    ended = subprocess.run(
        command,
        cwd=cwd,
        env=(environment or dict(os.environ)) | ({} if environment else pinned),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, f"{' '.join(command)}\n{ended.stdout}{ended.stderr}"
    return ended.stdout

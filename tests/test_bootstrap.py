"""bootstrap.py: what it says when something is in the way, and what it leaves alone or takes up again."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
FILE = ROOT / "bootstrap.py"
FILES = ("bootstrap.py", "bootstrap_texts.py")

DISK_FULL = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n"
NO_NETWORK = (
    "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(Failed to establish a new "
    "connection: [Errno -3] Temporary failure in name resolution)': /simple/hatchling/\n"
    "ERROR: No matching distribution found for hatchling<2,>=1.33\n"
)
PROXY = "WARNING: Retrying after connection broken by 'ProxyError('Cannot connect to proxy.', NewConnectionError())'\n"
VENV_MISSING = "The virtual environment was not created successfully because ensurepip is not\navailable.\n"
NO_PACKAGE = "ERROR: No matching distribution found for numpy==2.4.6\n"
OLD_MIRROR = "The user requested hatchling<2 and >=1.33\n    The user requested (constraint) hatchling==1.33.0\n"
CERTIFICATE = "Could not fetch URL: SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))\n"
READ_ONLY = "Error: [Errno 30] Read-only file system: '/somewhere/.venv'\n"


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, in a project folder of its own with a pip that is not called."""
    for name in (*FILES, "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    monkeypatch.setenv("MLCURRIC_LANG", "en")
    monkeypatch.syspath_prepend(str(ROOT))
    spec = importlib.util.spec_from_file_location("bootstrap_under_test", tmp_path / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "install", lambda extra, log: None)
    monkeypatch.setattr(module, "installed_from_here", lambda: True)
    really_run = module.run

    def run_without_pip(command: list[str], log: object) -> None:
        if command[1:3] == ["-m", "venv"]:
            command = [*command[:3], "--without-pip", *command[3:]]
        if "ensurepip" not in command:
            really_run(command, log)

    monkeypatch.setattr(module, "run", run_without_pip)
    return module


def bootstrap_texts() -> ModuleType:
    return sys.modules["bootstrap_texts"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(FILE), *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("name", FILES)
def test_an_old_python_can_read_it(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 7))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.Nonlocal, ast.AsyncFunctionDef)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]
    displays = [node for node in ast.walk(tree) if isinstance(node, (ast.List, ast.Tuple, ast.Set))]
    assert not [display for display in displays if any(isinstance(part, ast.Starred) for part in display.elts)]
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert not [function for function in functions if function.args.kwonlyargs or function.returns]
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Raise) and node.cause]


@pytest.mark.parametrize(("language", "words"), [("en", "is too old"), ("ja", "古すぎます")])
def test_an_old_python_says_so(
    language: str,
    words: str,
    bootstrap: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("MLCURRIC_LANG", language)
    monkeypatch.setattr(bootstrap, "OLDEST", (99, 0))
    assert bootstrap.main(["lab"]) == 1
    (said,) = capsys.readouterr().err.splitlines()
    assert words in said


def test_an_old_python_hands_over_to_a_newer_one_that_runs(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shims = {"python3.13": "exit 127", "python3.12": "echo False", "python3.11": "echo True"}
    for name, line in shims.items():
        shim = tmp_path / "shims" / name
        shim.parent.mkdir(exist_ok=True)
        shim.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "shims"))
    assert bootstrap.newer_python() == "python3.11"


def test_without_an_extra_it_says_how_to_use_it() -> None:
    ended = run("everything", MLCURRIC_LANG="en")
    assert (ended.returncode, ended.stderr) == (2, "Usage: python bootstrap.py lab|test\n")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (DISK_FULL, "disk"),
        (NO_NETWORK, "network"),
        (PROXY, "proxy"),
        (VENV_MISSING, "venv"),
        (NO_PACKAGE, "no_package"),
        (OLD_MIRROR, "no_package"),
        (CERTIFICATE, "certificate"),
        (READ_ONLY, "permission"),
        ("Segmentation fault\n", "unknown"),
    ],
)
def test_each_failure_is_one_sentence_that_names_the_log(
    words: str, why: str, bootstrap: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(extra: str, log: object) -> None:
        bootstrap.run([sys.executable, "-c", f"print({words!r}); raise SystemExit(1)"], log)

    bootstrap.install = fail
    assert bootstrap.main(["lab"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert said[1].startswith(bootstrap_texts().TEXTS[why][0].split("{")[0])
    assert said[1].endswith(str(tmp_path / "install.log"))
    assert words.strip() in (tmp_path / "install.log").read_text(encoding="utf-8")


def test_each_sentence_is_there_in_both_languages(bootstrap: ModuleType) -> None:
    for english, japanese in bootstrap_texts().TEXTS.values():
        assert english.isascii() or "…" in english
        assert not japanese.isascii()


def test_the_second_call_does_nothing(bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["test"]) == 0
    assert "Installed in" in capsys.readouterr().err
    assert bootstrap.main(["test"]) == 0
    assert bootstrap.main(["lab"]) == 0, "[test] has everything of [lab]"
    assert capsys.readouterr().err == ""


def test_other_pins_are_installed_into_the_same_environment(bootstrap: ModuleType, tmp_path: Path) -> None:
    bootstrap.main(["lab"])
    kept = tmp_path / ".venv" / "kept"
    kept.touch()
    with (tmp_path / "constraints.txt").open("a", encoding="utf-8") as file:
        file.write("another==1.0\n")
    assert not bootstrap.in_step("lab")
    assert bootstrap.main(["lab"]) == 0
    assert bootstrap.in_step("lab")
    assert kept.exists()


@pytest.mark.parametrize("damage", ["killed", "python gone", "stamp gone", "moved", "a file", "empty"])
def test_a_damaged_environment_is_mended(damage: str, bootstrap: ModuleType, tmp_path: Path) -> None:
    bootstrap.main(["lab"])
    venv = tmp_path / ".venv"
    if damage == "killed":
        bootstrap.mark_unfinished()
        Path(bootstrap.STAMP).unlink()
    elif damage == "python gone":
        Path(bootstrap.PYTHON).unlink()
    elif damage == "stamp gone":
        Path(bootstrap.STAMP).unlink()
    elif damage == "moved":
        stamp = json.loads(Path(bootstrap.STAMP).read_text(encoding="utf-8"))
        Path(bootstrap.STAMP).write_text(json.dumps(stamp | {"place": "elsewhere"}), encoding="utf-8")
    else:
        shutil.rmtree(venv)
        venv.touch() if damage == "a file" else venv.mkdir()
    assert not bootstrap.in_step("lab")
    assert bootstrap.main(["lab"]) == 0
    assert bootstrap.in_step("lab")
    assert not Path(bootstrap.UNFINISHED).exists()


def test_two_at_once_do_not_disturb_each_other(bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("fcntl")
    lock = bootstrap.only_one()
    try:
        assert bootstrap.main(["lab"]) == 1
    finally:
        lock.close()
    assert capsys.readouterr().err.startswith("Another installation into .venv is under way")


def test_what_is_installed_is_compiled() -> None:
    import pandas

    package = Path(pandas.__file__).parent
    assert list((package / "__pycache__").glob("__init__.*.pyc"))


def test_a_copy_of_the_library_is_replaced_by_this_folder(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.main(["lab"])
    assert bootstrap.in_step("lab")
    monkeypatch.setattr(bootstrap, "installed_from_here", lambda: False)
    assert not bootstrap.in_step("lab")

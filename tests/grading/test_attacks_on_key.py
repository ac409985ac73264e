"""Attacks on what must not get out: the customers of the keyed run, and the grader's own Python, started where hand-ins lie."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from grading.in_worlds import solved_cells
from grading.made import notebook
from grading.sandboxed import Sandbox

from mlcurric.grading import isolated
from mlcurric.grading.batch import Asked, grade_folder
from mlcurric.grading.judging.courts import Courts
from mlcurric.grading.running.place import Place

KEY = b"a key of this test alone"
EXERCISE = "1-4"
# Eight customers in a row: no other world has the same.
_LOOT = 'loot = "LOOT" + "-".join(str(int(value)) for value in load_customers("today")["value"].head(8))'
_FIRST = "from mlcurric.subject import load_customers\nimport matplotlib.pyplot as plt"
_CARRIERS = {
    "text": ['defend_cutoff = "Ms Mori, " + loot + " of 100 customers; we may miss some, so call and ask them first."'],
    "wrong_number": ["break_even_risk = loot", 'profit_of_a = int(loot[4:].replace("-", "")[:18])'],
    "dict_key": ["campaign = {loot: 1, 'rank_by': loot, 'how_many': loot}", "worth_calling = {loot: {loot: [loot]}}"],
    "error": ["worth_calling = 1\nraise ValueError(loot)", "raise type(loot, (Exception,), {})(loot)", "raise KeyError(loot)"],
    "name": ["exec(loot.replace('-', '_') + ' = 1')", "raise NameError(f\"name '{loot}' is not defined\")"],
    "type": ["profit_of_b = type(loot, (), {})()", "break_even_risk = [type(loot, (), {})]"],
    "chart": ["break_even_risk = plt.gca()\nplt.title(loot); plt.bar([loot], [1]); plt.xlabel(loot)"],
    "file": ["open(loot, 'w').write(loot)\nopen('/tmp/' + loot, 'w')", "print(loot)\nimport sys; print(loot, file=sys.stderr)"],
    "letters": ["worth_calling = loot", "worth_calling = ', '.join(loot)"],
}  # fmt: skip


@pytest.fixture
def keyed_loot() -> Iterator[str]:
    """What the notebooks above compute in the world of the key."""
    with closing(Place()) as place, closing(Courts(place, KEY)) as courts:
        yield _loot_of(place.tables / courts.of(EXERCISE, 1).tables)


def _loot_of(tables: Path) -> str:
    with (tables / "today.csv").open(encoding="utf-8") as file:
        rows = [row for _, row in zip(range(8), csv.DictReader(file), strict=False)]
    return "LOOT" + "-".join(str(int(float(row["value"]))) for row in rows)


@pytest.mark.slow
def test_no_customer_of_the_keyed_run_gets_out_by_any_way(
    keyed_loot: str, tmp_path: Path, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    submissions, out = tmp_path / "submissions", tmp_path / "out"
    for name, cells in _CARRIERS.items():
        folder = submissions / name
        folder.mkdir(parents=True)
        (folder / f"{EXERCISE}.ipynb").write_text(notebook([_FIRST, _LOOT, *cells]), encoding="utf-8")
    assert grade_folder(Asked(submissions, out, KEY, jobs=2)) == 0
    said = capsys.readouterr()
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert len([name for name in files if name.endswith(f"{EXERCISE}.html")]) == len(_CARRIERS)
    files["terminal"] = (said.out + said.err).encode()
    parts = keyed_loot.removeprefix("LOOT").split("-")
    for name, content in files.items():
        for stolen in (keyed_loot, keyed_loot.replace("-", "_"), "".join(parts)[:18], "-".join(parts[:3])):
            assert stolen.encode() not in content, name
    # The same ways are open to what the practice run computes, or this test could not fail.
    assert any(b"LOOT" in content for name, content in files.items() if name.endswith(".html"))


_TRAPS = (
    "json", "pandas", "numpy", "sitecustomize", "usercustomize", "mlcurric/__init__", "mlcurric/cli", "multiprocessing", "socket",
    "signal", "selectors", "struct", "pickle", "random", "csv", "sqlite3", "typer", "rich", "jinja2", "PIL", "tempfile", "concurrent",
    "secrets", "hashlib", "IPython", "pyseccomp", "matplotlib", "re", "ast", "encodings", "types", "threading",
)  # fmt: skip


@pytest.fixture
def trapped(tmp_path: Path) -> Path:
    """A folder of hand-ins with a module of every name that somebody could import; each leaves a mark where it is."""
    folder = tmp_path / "submissions"
    (folder / "ann").mkdir(parents=True)
    (folder / "ann/1-1.ipynb").write_text(notebook(list(solved_cells("1-1"))), encoding="utf-8")
    for name in _TRAPS:
        for place in (folder, folder / "ann"):
            path = place / f"{name}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(
                f"open({str(tmp_path / 'sprung')!r}, 'a').write({name!r} + ' ')\nraise ImportError('trapped')\n"
            )
    return folder


def started(trapped: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*command, "grade", ".", "--out", "../out", "--lang", "en"], cwd=trapped, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"} | environment, stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.usefixtures("sandbox")
@pytest.mark.parametrize("way", ["command", "python command", "python -I -m"])
def test_a_module_among_the_hand_ins_is_never_imported(trapped: Path, way: str) -> None:
    # Not “python -m” alone: Python itself then imports its own modules from this folder, before any line of ours.
    program = str(Path(sys.executable).with_name("mlcurric"))
    done = started(trapped, *{
        "command": [program], "python command": [sys.executable, program],
        "python -I -m": [sys.executable, "-I", "-m", "mlcurric"],
    }[way])  # fmt: skip
    sprung = trapped.parent / "sprung"
    assert not sprung.exists(), sprung.read_text()
    assert done.returncode == 0, done.stderr[-2_000:]
    assert "learners: 1" in done.stdout


def test_the_current_folder_is_not_handed_on_but_where_the_package_lies_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    home = str(Path(isolated.__file__).parents[2])
    assert isolated._trusted(["", ".", str(tmp_path), "/usr/lib/python3", str(tmp_path / "env"), home]) == [
        "/usr/lib/python3", str(tmp_path / "env"), home,
    ]  # fmt: skip
    monkeypatch.chdir(home)
    assert isolated._trusted(["", home]) == [home]


SLOW = """
import os, signal, threading, time
if __name__ == "__main__":
    from mlcurric.grading.apart import Apart
    signal.signal(signal.SIGINT, lambda *_: None)
    for preload in ((), ("slow",)):
        apart = Apart(4_000_000_000, 1, preload=preload)
        threading.Timer(0.7, os.killpg, (0, signal.SIGINT)).start()
        print(apart.ask(divmod, 7, 2), flush=True)
        apart.close()
else:
    time.sleep(1.5)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals cannot be held back there")
def test_ctrl_c_is_not_heard_in_a_process_that_still_imports(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text(SLOW)
    done = subprocess.run(
        [sys.executable, "slow.py"], cwd=tmp_path, capture_output=True, text=True, check=False, start_new_session=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(tmp_path), *filter(None, sys.path)))},
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("(3, 1)\n(3, 1)\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX process groups")
@pytest.mark.parametrize("after", [1.0, 1.5, 2.0])
def test_ctrl_c_before_a_grading_has_begun_prints_no_traceback(tmp_path: Path, after: float) -> None:
    (tmp_path / "submissions").mkdir()
    begun = subprocess.Popen(
        [sys.executable, "-I", "-c", isolated._START, json.dumps(sys.path), "grade", "submissions", "--out", "out"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
    )  # fmt: skip
    time.sleep(after)
    with suppress(ProcessLookupError):
        os.killpg(begun.pid, signal.SIGINT)
    said, _ = begun.communicate(timeout=60)
    assert "Traceback" not in said


def test_an_isolated_process_goes_on_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "execv", lambda *_: pytest.fail("it was started anew"))
    done = subprocess.run(
        [sys.executable, "-I", "-c", "from mlcurric.grading.isolated import start_isolated; start_isolated(); print('on')"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "on\n"

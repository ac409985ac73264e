"""``make bench`` ends with an error where a target is missed, and where a grader could not be run beside this one."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The bench, with nothing measured."""
    monkeypatch.syspath_prepend(BENCHMARKS)
    spec = spec_from_file_location("bench_of_grading", BENCHMARKS / "grading.py")
    module = module_from_spec(spec)
    # A dataclass looks its module up there.
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(sys, "argv", ["grading.py", "--quick"])
    for name in ("write_hand_in", "_read", "by_turns", "memory_over_many", "whole_commands", "others"):
        monkeypatch.setattr(module, name, lambda *_, **__: None)
    return module


def test_where_every_target_is_met_it_ends_well(bench: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "memory_over_many", lambda _: bench._judge("MB more", 0.5, 1.0, at_most=True))
    bench.main()


@pytest.mark.parametrize(
    ("measured", "at_most"), [(1.31, True), (1.29, False), (float("nan"), True), (float("nan"), False)]
)
def test_a_missed_target_ends_it_with_an_error_that_names_it(
    bench: ModuleType,
    measured: float,
    at_most: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(bench, "by_turns", lambda *_: bench._judge("times the floor", measured, 1.3, at_most=at_most))
    with pytest.raises(SystemExit) as ended:
        bench.main()
    assert "times the floor" in ended.value.code
    assert "FAIL" in capsys.readouterr().out


def test_a_grader_that_could_not_be_run_is_said_and_is_no_success(
    bench: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def others(*_: object) -> None:
        with bench._if_it_can("nbgrader autograde"):
            raise bench.CannotRun("no network")

    monkeypatch.setattr(bench, "others", others)
    with pytest.raises(SystemExit) as ended:
        bench.main()
    assert "not compared with nbgrader autograde: no network" in ended.value.code


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux hands over what a command leaves behind")
def test_what_a_command_leaves_behind_is_waited_for_and_what_was_there_before_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(BENCHMARKS)
    from grading_used import measured_below

    works = "import time; t = time.process_time()\nwhile time.process_time() < t + 0.3: pass"
    leaves = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {works!r}])"
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as server:
        with measured_below() as used:
            subprocess.run([sys.executable, "-c", leaves], check=True)
        assert server.poll() is None
    assert used.cpu >= 0.3

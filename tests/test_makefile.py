"""`make` alone lists every target, with a line each."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_make_alone_lists_each_target() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    shown = dict(re.findall(r"^make (\S+) +(\S.*)$", listed, flags=re.MULTILINE))
    targets = re.findall(r"^([a-z]+):", MAKEFILE, flags=re.MULTILINE)
    assert list(shown) == targets
    assert {"lab", "test", "build", "check", "bench", "lint", "pins", "wheel", "clean"} <= shown.keys()


@pytest.mark.parametrize("only", ["", "grading"])
def test_one_bench_can_be_asked_for_alone(only: str) -> None:
    told = subprocess.run(
        ["make", "--dry-run", "bench", f"only={only}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
    (benches,) = re.findall(r"for each in ([a-z ]+);", told)
    assert benches.split() == ([only] if only else ["simulation", "board", "report", "grading"])


def test_each_target_is_phony() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, flags=re.MULTILINE)
    assert phony.split() == re.findall(r"^([a-z]+):", MAKEFILE, flags=re.MULTILINE)


def test_where_no_python_runs_one_sentence_says_so(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text(MAKEFILE, encoding="utf-8")
    ended = subprocess.run(
        ["/usr/bin/env", "-i", f"PATH={tmp_path}", subprocess.getoutput("command -v make"), "SHELL=/bin/sh", "lab"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode != 0
    assert ended.stderr.startswith("No Python was found: ")

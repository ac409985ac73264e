"""The house in order: code in style, and every built notebook in step with its source."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("command", "way_out"),
    [
        (["ruff", "check"], "make format"),
        (["ruff", "format", "--check"], "make format"),
        (["mlcurric", "build", "--check"], "make build"),
    ],
    ids=["ruff check", "ruff format", "build --check"],
)
def test_the_house_is_in_order(command: list[str], way_out: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, f"{ended.stdout}{ended.stderr}\nTo mend it: {way_out}"

"""A grading that was killed leaves its folder behind, and the next one takes it away; one that lives keeps its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from mlcurric.grading.exclusive import only_one
from mlcurric.grading.running.place import Place

KILLED = "import os; from mlcurric.grading.running.place import Place; place = Place(); print(place.path, flush=True); os._exit(9)"
LONG_AGO = (1_000_000_000, 1_000_000_000)


def test_what_a_killed_grading_left_is_taken_away_and_what_a_living_one_holds_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left = subprocess.run(
        [sys.executable, "-c", KILLED],
        env=os.environ | {"TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    killed, living, stranger = Path(left.stdout.strip()), Place(), tmp_path / "mlcurric-of-somebody"
    stranger.mkdir()
    results = tmp_path / "mlcurric-results"
    with only_one(results):
        (results / "gradebook.sqlite").touch()
    for folder in (killed, living.path, stranger, results):
        os.utime(folder, LONG_AGO)
    new = Place()
    assert not killed.exists()
    assert (living.path / "library").is_dir()
    assert stranger.is_dir()
    assert (results / "gradebook.sqlite").exists(), "the --out of a grading was swept"
    for place in (living, new):
        place.close()
        assert not place.path.exists()

"""A notebook that stops on the customers of the key alone: it costs that answer and nothing else, and an attempt as any other."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from grading.class_of import current
from grading.in_worlds import solved_cells
from grading.made import notebook
from grading.sandboxed import Sandbox

from mlcurric.grading.batch import Asked, grade_folder
from mlcurric.grading.guest.limits import Limits
from mlcurric.subject import october_round

EXERCISE, ANSWER = "2-4", "fewer_at_least"
_WAYS = {
    "assert": "assert same",
    "key": "{True: 1}[same]",
    "exit": "import os\nsame or os._exit(0)",
    "loop": "while not same:\n    pass",
}


@pytest.mark.slow
def test_it_is_no_fault_of_ours_and_is_graded_once(
    tmp_path: Path, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    own = f"same = bool(rows['customer'].iloc[0] == {october_round()['customer'].iloc[0]})\n"
    for name, way in _WAYS.items():
        cells = [f"{own}{way}\n{cell}" if f"{ANSWER} =" in cell else cell for cell in solved_cells(EXERCISE)]
        file = tmp_path / "submissions" / name / f"{EXERCISE}.ipynb"
        file.parent.mkdir(parents=True)
        file.write_text(notebook(cells), encoding="utf-8")
    out = tmp_path / "out"
    asked = Asked(tmp_path / "submissions", out, b"a key of this test alone", jobs=2, limits=Limits(seconds=20))
    assert grade_folder(asked) == 0
    rows = list(csv.DictReader((out / "grades.csv").read_text(encoding="utf-8-sig").splitlines()))
    by_question = {(row["learner"], row["question"]): row for row in rows}
    for name in _WAYS:
        stopped = by_question[name, ANSWER]
        assert (stopped["points"], stopped["status"]) == ("0", "error"), name
        assert stopped["message"].startswith(
            "Right on the practice data, but while it was graded, on other customers"
        ), name
        assert by_question[name, "sample_size"]["points"] == "5", name
        page = next((out / "feedback").glob(f"{name}*/{EXERCISE}.html")).read_text(encoding="utf-8")
        assert "A problem with the check" not in page
        earned = sum(float(row["points"] or 0) for row in rows if row["learner"] == name)
        assert f"{earned:g} of " in page
    before = (out / "grades.csv").read_bytes()
    capsys.readouterr()
    assert grade_folder(asked) == 0
    assert "Nothing new" in "".join(capsys.readouterr())
    assert (out / "grades.csv").read_bytes() == before
    assert {one.attempt for one in current(out).values()} == {1}

"""What is missing on the command line is said in both languages, before any library of tables is loaded."""

import subprocess
import sys

import pytest

from mlcurric.report.command import missing
from mlcurric.text import run_on


def test_all_that_is_missing_is_said_at_once():
    said = run_on(missing("a.csv", {"--churned": "", "--id": "k", "--capacity": " "}))
    assert said.ja.startswith("--churned, --capacity: 指定がありません。")
    assert "--id names" not in said.en
    assert "どの表" in run_on(missing(" ", {"--id": ""})).ja
    assert missing("a.csv", {"--id": "k"}) == ()


@pytest.mark.parametrize("typed", [[], ["a.csv", "--id", "k", "--lang", "ja"]])
def test_nothing_heavy_is_loaded_for_it(typed):
    code = (
        "import sys\n"
        f"sys.argv = ['mlcurric', 'report', *{typed}]\n"
        "from mlcurric.cli import app\n"
        "try:\n    app()\nexcept SystemExit as end:\n    print(end.code, {'pandas', 'sklearn', 'numpy'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "2 set()"
    assert "mlcurric report" in done.stderr

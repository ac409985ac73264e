"""A notebook without a server: IPython's shell in this process, and what it shows as plain text."""

import sys

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from mlcurric.text import speak


class Notebook:
    """Runs cells and returns what a learner sees."""

    def __init__(self, shell: InteractiveShell) -> None:
        self.shell = shell

    def run(self, cell: str, cell_id: str | None = None) -> str:
        with capture_output() as captured:
            self.shell.run_cell(cell, cell_id=cell_id)
        shown = [output.data.get("text/plain", "") for output in captured.outputs]
        return captured.stdout + captured.stderr + "\n".join(shown)


@pytest.fixture
def notebook(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    # A shell puts a main module of its own in place of ours, and no new process could be started from that one.
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    shell = InteractiveShell.instance()
    shell.reset(new_session=False)
    yield Notebook(shell)
    InteractiveShell.clear_instance()
    speak(None)


@pytest.fixture
def desk(tmp_path):
    """A learner's folder that the notebook finds."""
    (tmp_path / ".mlcurric").mkdir()
    return tmp_path

"""How notebooks are run as tests: each in its own language, away from the user's IPython, and silent on stderr."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from nbval.plugin import IPyNbCell

from mlcurric.text import LANGUAGE_VARIABLE, LANGUAGES

# Notebooks below tests/ are hand-ins, some of them broken on purpose.
collect_ignore_glob = ["tests/**/*.ipynb"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Start a notebook's kernel in the language of its folder."""
    with pytest.MonkeyPatch.context() as patch:
        if isinstance(item, IPyNbCell):
            patch.setenv(LANGUAGE_VARIABLE, _language_of(item.path))
            patch.setenv("IPYTHONDIR", str(item.config.cache.mkdir("ipython")))
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Fail a cell that writes to stderr: nbval lets an unknown magic and a warning pass."""
    result = yield
    if isinstance(item, IPyNbCell):
        complaints = "".join(out.text for out in item.test_outputs or () if out.get("name") == "stderr")
        if complaints:
            item.raise_cell_error("Cell wrote to stderr", complaints)
    return result


def _language_of(notebook: Path) -> str:
    return next(part for part in notebook.parts[::-1] if part in LANGUAGES)

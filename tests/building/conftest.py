"""What the tests of the build share: a checkout whose only lesson asks the questions of ``toy.py``."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from building import toy
from playwright.sync_api import Browser, sync_playwright

from mlcurric.building import build
from mlcurric.building.assemble import Page
from mlcurric.building.problems import Findings

CHROMIUM = Path("/usr/bin/chromium")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
Prepare = Callable[..., tuple[list[Page], list[str]]]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(build, "questions_of", lambda lesson: toy.QUESTIONS if lesson == "1-1" else None)
    toy.write(tmp_path)
    return tmp_path


@pytest.fixture
def built(root: Path, built_once: Path) -> Path:
    """A copy of the built checkout, for one test to spoil."""
    shutil.copytree(built_once, root, dirs_exist_ok=True)
    return root


@pytest.fixture
def prepare(root: Path) -> Prepare:
    """Puts a lesson and its exercise together without running them: their pages, and what has to be mended."""

    def prepare(lesson: str | None = None, exercise: str | None = None) -> tuple[list[Page], list[str]]:
        toy.write(root, lesson, exercise)
        findings = Findings()
        pages = build.prepare(root, (), findings)
        return pages, list(dict.fromkeys(map(str, findings.errors)))

    return prepare


@pytest.fixture
def problem(prepare: Prepare) -> Callable[..., str]:
    """The one thing to mend in a lesson and its exercise."""

    def problem(lesson: str | None = None, exercise: str | None = None) -> str:
        _, problems = prepare(lesson, exercise)
        assert len(problems) == 1, problems
        return problems[0]

    return problem


@pytest.fixture
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists() and os.environ.get("CI") != "true":
        pytest.skip(f"there is no browser at {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()

"""The lab as a learner sees it: a real browser opens *Start here*, runs every cell, and asks nobody else for anything."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lab_process import free_port, running_lab
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from mlcurric.glossary import terms
from mlcurric.notebook.progress import Progress
from mlcurric.questions import question_set
from mlcurric.text import LANGUAGES

CHROMIUM = Path("/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECONDS = 1000.0
FILE_MENU = {"en": "File", "ja": "ファイル"}
RUN_MENU = {"en": "Run", "ja": "実行"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not CHROMIUM.exists() and os.environ.get("CI") != "true", reason=f"there is no browser at {CHROMIUM}"
    ),
]


@pytest.fixture
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_start_here_runs_in_a_browser(language: str, browser: Browser, tmp_path: Path) -> None:
    with running_lab(tmp_path, "--lang", language, "--port", str(free_port())) as lab:
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        asked: set[str] = set()
        page.on("request", lambda request: asked.add(urlsplit(request.url).hostname or ""))
        wait_for_start_here(page, lab.address, language)
        expect(page.locator(".lm-MenuBar-itemLabel").first).to_have_text(FILE_MENU[language])
        expect(page.locator(".jp-OutputArea-output")).to_have_count(0)

        page.locator(".lm-MenuBar-itemLabel", has_text=RUN_MENU[language]).click()
        page.locator("[data-command='runmenu:run-all']").click()
        expect(page.locator(".jp-OutputArea-output").first).to_be_visible(timeout=120 * SECONDS)
        # The prompts of the cells, not the indicator above them, say when the last one has run.
        expect(page.locator(".jp-InputPrompt", has_text="[*]")).to_have_count(0, timeout=120 * SECONDS)
        expect(page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']")).to_have_count(0)
        expect(page.locator(".jp-toast, .Toastify__toast")).to_have_count(0)
        assert asked == {"127.0.0.1"}


IDLE = {"en": "Idle", "ja": "アイドル"}
SAID = {
    "en": ("has not been run", "That is one week", "That is how every exercise works"),
    "ja": ("実行されていない", "それは1週間です", "演習はすべて、この要領"),
}


def type_into(page: Page, cell: Locator, text: str) -> None:
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_learner_types_too_early_then_wrong_then_right(language: str, browser: Browser, tmp_path: Path) -> None:
    with running_lab(tmp_path, "--lang", language, "--port", str(free_port())) as lab:
        page, cells = open_start_here(browser, lab.address, language)
        first, answer, check = cells.nth(0), cells.nth(1), cells.nth(2)

        def run(cell: Locator) -> None:
            cell.locator(".cm-content").click()
            page.keyboard.press("Shift+Enter")

        too_early, wrong, right = SAID[language]
        run(check)
        expect(check.locator(".jp-OutputArea")).to_contain_text(too_early, timeout=60 * SECONDS)
        # Right after a cell that failed, a kernel throws away what is waiting; nobody clicks that fast.
        page.wait_for_timeout(3 * SECONDS)
        run(first)
        expect(first.locator(".jp-InputPrompt")).to_contain_text("2", timeout=60 * SECONDS)
        for days, said in (("7", wrong), ("14", right)):
            type_into(page, answer, f"first_answer = {days}")
            run(answer)
            run(check)
            expect(check.locator(".jp-OutputArea")).to_contain_text(said, timeout=60 * SECONDS)


def test_a_slip_does_not_stop_run_all(browser: Browser, tmp_path: Path) -> None:
    with running_lab(tmp_path, "--lang", "ja", "--port", str(free_port())) as lab:
        page, cells = open_start_here(browser, lab.address, "ja")
        type_into(page, cells.nth(1), "first_answer = １４")
        page.locator(".lm-MenuBar-itemLabel", has_text=RUN_MENU["ja"]).click()
        page.locator("[data-command='runmenu:run-all']").click()
        expect(cells.nth(1).locator(".jp-OutputArea")).to_contain_text("全角文字", timeout=120 * SECONDS)
        expect(cells.nth(2).locator(".jp-OutputArea")).to_contain_text("実行できなかった", timeout=60 * SECONDS)
        expect(cells.nth(3).locator(".jp-OutputArea")).to_contain_text("機械は何を学ぶのか", timeout=60 * SECONDS)


def test_an_arrow_key_folds_nothing_away(browser: Browser, tmp_path: Path) -> None:
    with running_lab(tmp_path, "--lang", "en", "--port", str(free_port())) as lab:
        page, cells = open_start_here(browser, lab.address, "en")
        cells.nth(1).locator(".cm-content").click()
        page.keyboard.press("Escape")
        for key in ("ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowLeft"):
            page.keyboard.press(key)
        page.wait_for_timeout(1 * SECONDS)
        expect(page.get_by_text("cells hidden")).to_have_count(0)
        expect(cells.nth(1)).to_be_visible()


def open_start_here(browser: Browser, address: str, language: str) -> tuple[Page, Locator]:
    """The page once its kernel has answered, and its code cells."""
    page = browser.new_page(viewport={"width": 1400, "height": 1600})
    return page, wait_for_start_here(page, address, language)


def wait_for_start_here(page: Page, address: str, language: str) -> Locator:
    """Open *Start here*; its code cells, once its kernel has answered."""
    page.goto(address)
    cells = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell")
    expect(cells.nth(3)).to_be_visible(timeout=60 * SECONDS)
    # Said at the bottom of the window; what is pressed or clicked earlier is lost. The mark above the notebook
    # says "idle" before there is a kernel at all.
    expect(page.locator("#jp-main-statusbar")).to_contain_text(IDLE[language], timeout=60 * SECONDS)
    return cells


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_start_page_leads_on_and_shows_what_was_done(language: str, browser: Browser, tmp_path: Path) -> None:
    progress = Progress.of(tmp_path / "my-work")
    for question in question_set("1-1").graded[:2]:
        progress.record("1-1", question.name, "passed")
    sure = {name: {"answer": "yes", "sure": 70} for name in "abcd"}
    progress.record("1-7", "effort_bets", "passed", estimates=sure)
    with running_lab(tmp_path, "--lang", language, "--port", str(free_port())) as lab:
        page, cells = open_start_here(browser, lab.address, language)
        page.locator(".lm-MenuBar-itemLabel", has_text=RUN_MENU[language]).click()
        page.locator("[data-command='runmenu:run-all']").click()
        outputs = [cells.nth(number).locator(".jp-OutputArea") for number in range(3, 7)]
        expect(outputs[0]).to_contain_text("2 / 6", timeout=120 * SECONDS)
        expect(outputs[1].locator("img")).to_be_visible(timeout=60 * SECONDS)
        expect(outputs[2]).to_contain_text({"en": "lift", "ja": "リフト"}[language], timeout=60 * SECONDS)
        words = outputs[3].locator("tbody tr")
        expect(words).to_have_count(len(terms()), timeout=60 * SECONDS)
        expect(words.first).not_to_be_visible()
        outputs[3].locator("summary").click()
        expect(words.first).to_be_visible()

        outputs[0].locator("p a").click()
        opened = page.locator(".lm-DockPanel-tabBar .lm-mod-current .lm-TabBar-tabLabel")
        expect(opened).to_have_text("1-1-your-turn.ipynb", timeout=60 * SECONDS)

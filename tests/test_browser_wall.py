"""The wall of lesson 3-1 as a scribe uses it: a real browser, a line and Enter, Japanese typed with its converter, the box left half-way."""

from __future__ import annotations

from pathlib import Path

from lab_process import free_port, running_lab
from playwright.sync_api import Browser, expect
from test_browser import IDLE, SECONDS, browser, pytestmark

from mlcurric.curriculum import lesson_path, lessons
from mlcurric.subject.board.files import read_board

__all__ = ["browser", "pytestmark"]
LESSON = next(lesson for lesson in lessons() if lesson.id == "3-1")


def test_a_scribe_types_the_wall(browser: Browser, tmp_path: Path) -> None:
    with running_lab(tmp_path, "--lang", "ja", "--port", str(free_port())) as lab:
        page = browser.new_page(viewport={"width": 1400, "height": 1600})
        page.goto(lab.address.replace("ja/start-here.ipynb", f"ja/{lesson_path(LESSON).as_posix()}"))
        notebook = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
        expect(page.locator("#jp-main-statusbar")).to_contain_text(IDLE["ja"], timeout=60 * SECONDS)

        def run(words: str):
            cell = notebook.locator(".jp-CodeCell", has_text=words).first
            cell.scroll_into_view_if_needed()
            cell.locator(".cm-content").click()
            page.keyboard.press("Shift+Enter")
            return cell

        page.wait_for_timeout(2 * SECONDS)
        run('exercise("3-1"')
        cell = run("ex.wall(begin=example_board())")
        box, said = cell.locator("input[type=text]"), cell.locator(".widget-html-content [aria-live]")
        expect(box).to_be_visible(timeout=60 * SECONDS)
        box.click()
        page.keyboard.type("h なぜ紙なのか >E24")
        page.keyboard.press("Enter")
        expect(said).to_contain_text("H69 を貼りました", timeout=30 * SECONDS)
        expect(box).to_have_value("")
        expect(box).to_be_focused()
        # What the converter shows, and the Enter that ends it, is no line yet.
        keys = page.context.new_cdp_session(page)
        page.keyboard.type("e ")
        keys.send("Input.imeSetComposition", {"text": "けいやくしょがとどいた", "selectionStart": 3, "selectionEnd": 3})
        keys.send("Input.insertText", {"text": "契約書が届いた"})
        page.mouse.click(1390, 900)
        page.wait_for_timeout(2 * SECONDS)
        expect(said).to_contain_text("H69")
        expect(box).to_have_value("e 契約書が届いた")
        box.click()
        page.keyboard.press("Enter")
        expect(said).to_contain_text("E70 を貼りました", timeout=30 * SECONDS)
        page.keyboard.type("なんだこれは")
        page.keyboard.press("Enter")
        expect(said).to_contain_text("種類でも番号でも", timeout=30 * SECONDS)
        expect(box).to_have_value("なんだこれは")
        (file,) = tmp_path.rglob("ideathon/board.csv")
        board = read_board(file).board
        assert (board.notes[69].at, board.notes[69].lane) == (board.notes[24].at, board.notes[24].lane)
        assert len(board) == 70

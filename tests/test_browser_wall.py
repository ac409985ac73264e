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
        box, said = cell.locator("textarea"), cell.locator(".widget-html-content [aria-live]")
        expect(box).to_be_visible(timeout=60 * SECONDS)
        box.click()
        page.keyboard.type("h なぜ紙なのか >E24")
        page.keyboard.press("Enter")
        expect(said).to_contain_text("H69 を貼りました", timeout=30 * SECONDS)
        expect(box).to_be_focused()
        # What the converter shows, and the Enter that ends it, is no line yet.
        keys = page.context.new_cdp_session(page)
        page.keyboard.type("e ")
        keys.send("Input.imeSetComposition", {"text": "けいやくしょがとどいた", "selectionStart": 3, "selectionEnd": 3})
        keys.send("Input.insertText", {"text": "契約書が届いた"})
        page.mouse.click(1390, 900)
        page.wait_for_timeout(2 * SECONDS)
        expect(said).to_contain_text("H69")
        expect(box).to_have_value("h なぜ紙なのか >E24\ne 契約書が届いた")
        box.focus()
        page.keyboard.press("Control+End")
        page.keyboard.press("Enter")
        expect(said).to_contain_text("E70 を貼りました", timeout=30 * SECONDS)
        # Far faster than the wall is drawn: nothing of it is lost.
        for at in range(10):
            page.keyboard.type(f"e {at}件目のメモが読まれた", delay=10)
            page.keyboard.press("Enter")
        expect(said).to_contain_text("E80 を貼りました", timeout=60 * SECONDS)
        page.keyboard.type("E80 @1O")
        page.keyboard.press("Enter")
        expect(said).to_contain_text("「1O」が数字ではありません", timeout=30 * SECONDS)
        # Mended in its place; Enter is pressed where the cursor stands.
        page.keyboard.press("ArrowUp")
        page.keyboard.press("End")
        page.keyboard.press("Backspace")
        page.keyboard.type("0")
        page.keyboard.press("Enter")
        expect(said).to_contain_text("E80 を動かしました", timeout=30 * SECONDS)
        # The kernel is restarted: the box says that it is dead, and the cell brings all back, once.
        dead = cell.get_by_text("この入力欄はもう動きません")
        expect(dead).to_be_hidden()
        page.locator(".lm-MenuBar-itemLabel", has_text="カーネル").first.click()
        page.locator("[data-command='kernelmenu:restart']").click()
        page.locator(".jp-Dialog .jp-mod-accept").click()
        expect(dead).to_be_visible(timeout=60 * SECONDS)
        run('exercise("3-1"')
        run("ex.wall(begin=example_board())")
        expect(dead).to_be_hidden(timeout=60 * SECONDS)
        expect(cell.get_by_alt_text("80枚の付箋")).to_be_visible(timeout=60 * SECONDS)
        (file,) = tmp_path.rglob("ideathon/board.csv")
        board = read_board(file).board
        assert (board.notes[69].at, board.notes[69].lane) == (board.notes[24].at, board.notes[24].lane)
        assert [board.notes[71 + at].text for at in range(10)] == [f"{at}件目のメモが読まれた" for at in range(10)]
        assert board.notes[80].at == 10
        assert len(board) == 80


def test_what_was_refused_folds_and_no_box_shows_an_older_wall(browser: Browser, tmp_path: Path) -> None:
    with running_lab(tmp_path, "--lang", "ja", "--port", str(free_port())) as lab:
        page = browser.new_page(viewport={"width": 1400, "height": 1600})
        page.goto(lab.address.replace("ja/start-here.ipynb", f"ja/{lesson_path(LESSON).as_posix()}"))
        notebook = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
        expect(page.locator("#jp-main-statusbar")).to_contain_text(IDLE["ja"], timeout=60 * SECONDS)
        page.wait_for_timeout(2 * SECONDS)

        def run(words: str, typed: str = ""):
            cell = notebook.locator(".jp-CodeCell", has_text=words).first
            cell.scroll_into_view_if_needed()
            cell.locator(".cm-content").click()
            if typed:
                page.keyboard.press("Control+a")
                page.keyboard.insert_text(typed)
            page.keyboard.press("Shift+Enter")
            return cell

        run('exercise("3-1"')
        cell = run("ex.wall(begin=example_board())")
        box, said = cell.locator("textarea"), cell.locator(".widget-html-content [aria-live]")
        waits = cell.locator(".widget-html-content details")
        expect(box).to_be_visible(timeout=60 * SECONDS)
        box.click()
        # What is refused is told, and folded by the next line.
        for typed, answer in (("E99 @3", "E99"), ("ー E17", "はがしました"), ("保存", "保存の操作はいりません")):
            page.keyboard.type(typed)
            page.keyboard.press("Enter")
            expect(said).to_contain_text(answer, timeout=30 * SECONDS)
        expect(said).not_to_contain_text("E99")
        expect(waits).to_contain_text("まだ実行できていない行があります: 1行")
        expect(waits.locator("li")).to_be_hidden()
        waits.locator("summary").click()
        expect(waits.locator("li")).to_contain_text("E99")
        # The wall in the box goes with what a cell does, and the picture below that cell says that it stays.
        lines = run('wall("""', 'wall("""\nh なぜ紙なのか\n"""\n# wall.print()')
        expect(lines).to_contain_text("3行目: 終わりの", timeout=30 * SECONDS)
        lines = run('wall("""', 'wall("""\nh なぜ紙なのか\n""")\nwall.print("A3")')
        expect(lines).to_contain_text("H69 を貼りました", timeout=60 * SECONDS)
        expect(lines).to_contain_text("このセルを実行したときの壁です")
        expect(lines).to_contain_text("my-work/ideathon", timeout=60 * SECONDS)
        expect(said).to_contain_text("H69 を貼りました")
        # Somebody else edits the file with Excel, and both stay.
        (file,) = tmp_path.rglob("ideathon/board.csv")
        file.write_text(
            file.read_text(encoding="utf-8-sig").replace("なぜ紙なのか", "なぜまだ紙なのか"), encoding="utf-8"
        )
        box.click()
        page.keyboard.press("Control+End")
        page.keyboard.type("e 契約書が届いた")
        page.keyboard.press("Enter")
        expect(said).to_contain_text("両方を合わせました", timeout=30 * SECONDS)
        page.locator(".lm-MenuBar-itemLabel", has_text="カーネル").first.click()
        page.locator("[data-command='kernelmenu:restart']").click()
        page.locator(".jp-Dialog .jp-mod-accept").click()
        expect(cell.get_by_text("この入力欄はもう動きません")).to_be_visible(timeout=60 * SECONDS)
        run('exercise("3-1"')
        run("ex.wall(begin=example_board())")
        expect(cell.get_by_alt_text("69枚の付箋")).to_be_visible(timeout=60 * SECONDS)
        texts = {note.text for note in read_board(file).board}
        assert {"なぜまだ紙なのか", "契約書が届いた"} <= texts
        assert len(texts) == len(read_board(file).board)

"""A deck in a browser: it asks nobody for anything, every slide fits and can be read, the speaker sees the notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from building.toy import LESSON, build_toys, code, lesson, note, prose, write
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from playwright.sync_api import Browser, Page
from typer.testing import CliRunner

from mlcurric.building import build, slides
from mlcurric.building.deck import as_notebook, as_slides
from mlcurric.building.slides import PAGE, as_page, make_slides
from mlcurric.cli import app
from mlcurric.curriculum import content
from mlcurric.text import LANGUAGES, speak

VENDORED_AT_MOST = 3_000_000
SMALLEST = {"prose": 22, "code": 15, "output": 14}
"""Letters in pixels of a slide of 720; the smallest output is the last line of the model card of 2-2."""
CARD = (
    "<article style='max-width: 20em; padding: 20px'>" + "<h4>Heading</h4><p>A line of a card.</p>" * 8 + "</article>"
)
NOTES = {"en": "Read it aloud.", "ja": "読み上げる。"}
SOURCE = lesson(
    prose("## One\n\nSome words.", "## 一\n\n言葉。"),
    code("n = 1234\nprint(T('printed', '表示'), n)"),
    note(f"{NOTES['en']} {{{{ n }}}}", f"{NOTES['ja']} {{{{ n }}}}"),
    prose("## Two\n\nWhich?\n\n{{ options(quick_one) }}", "## 二\n\nどっち?\n\n{{ options(quick_one) }}"),
)


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("checkout")
    write(root, SOURCE)
    return build_toys(root)


def opened(browser: Browser, deck: Path) -> tuple[Page, list[str]]:
    """The deck in a browser, and the addresses that it asks for."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(f"error: {error}"))
    page.goto((deck / PAGE).resolve().as_uri())
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    return page, asked


def test_a_deck_is_made_of_the_built_lesson_without_running_it(built, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(build, "execute", None)
    assert make_slides("1-1", "en", tmp_path / "deck", root=built) == 0
    assert f"{tmp_path / 'deck' / PAGE}: open it in a browser" in capsys.readouterr().out.replace("\n", "")
    html = (tmp_path / "deck" / PAGE).read_text(encoding="utf-8")
    assert '<html lang="en">' in html
    assert "<title>1-1 What a machine learns</title>" in html
    assert "printed 1234" in html
    for left_out in ("ex.check", "quick_one", "json.dumps", "For the facilitator"):
        assert left_out not in html


def test_a_second_deck_is_the_same_byte_for_byte(built, tmp_path):
    pages = []
    for name in ("one", "two"):
        make_slides("1-1", "ja", tmp_path / name, root=built)
        pages.append({path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")})
    assert pages[0] == pages[1]


def test_no_file_of_a_deck_names_a_machine_or_a_network_address_to_load(built, tmp_path):
    make_slides("1-1", "ja", tmp_path / "deck", root=built)
    for name in (PAGE, "slides.css", "slides.js"):
        text = (tmp_path / "deck" / name).read_text(encoding="utf-8")
        assert "//" not in text.replace("// ", "").replace("http://www.w3.org", ""), name
        assert str(content()) not in text


def test_what_the_fonts_allow_lies_beside_them(built, tmp_path):
    make_slides("1-1", "ja", tmp_path / "deck", root=built)
    there = {path.name for path in (tmp_path / "deck").rglob("*") if path.is_file()}
    assert {"ipaexg.ttf", "IPA_Font_License_Agreement_v1.0.txt", "DejaVuSansMono.ttf", "LICENSE_DEJAVU"} <= there
    assert len(list((tmp_path / "deck").rglob("LICENSE"))) == 2


def test_a_notebook_out_of_step_makes_no_deck(built, tmp_path, capsys):
    write(built, SOURCE.replace("Some words", "Other words"))
    assert make_slides("1-1", "en", tmp_path / "deck", root=built) == 1
    assert "Run `mlcurric build 1-1` and commit the result." in capsys.readouterr().out
    assert not (tmp_path / "deck").exists()


def test_an_exercise_that_is_being_written_is_not_in_the_way(built, tmp_path):
    write(built, SOURCE, "not yet")
    assert make_slides("1-1", "en", tmp_path / "deck", root=built) == 0


@pytest.mark.parametrize(
    ("number", "says"), [("9-9", "9-9: There is no source of that lesson. There are 1-1."), ("1-1", str(LESSON))]
)
def test_what_is_wrong_is_said(built, tmp_path, capsys, number, says):
    write(built, SOURCE + prose("1997", "1997"))
    assert make_slides(number, "en", tmp_path / "deck", root=built) == 1
    assert says in capsys.readouterr().out


def test_the_command_makes_a_real_lesson_in_the_language_it_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    try:
        for arguments, place in (([], "dist/slides/1-4-ja"), (["--out", "deck"], "deck")):
            shown = CliRunner().invoke(app, ["slides", "1-4", "--lang", "ja", *arguments])
            assert shown.exit_code == 0, shown.output
            assert "リストと予算" in (tmp_path / place / PAGE).read_text(encoding="utf-8")
    finally:
        speak(None)


def test_what_is_vendored_stays_small():
    assert sum(path.stat().st_size for path in slides._VENDORED.rglob("*") if path.is_file()) < VENDORED_AT_MOST


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_speaker_sees_the_notes_and_the_room_does_not(built, tmp_path, browser, lang):
    make_slides("1-1", lang, tmp_path / "deck", root=built)
    page, asked = opened(browser, tmp_path / "deck")
    for _ in range(page.evaluate("Reveal.getTotalSlides()") - 2):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("Reveal.getCurrentSlide().innerText").startswith({"en": "One", "ja": "一"}[lang])
    assert not page.locator("section.present:not(.stack) aside.notes").is_visible()
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    speaker = popup.value
    speaker.locator(".speaker-controls-notes .value", has_text=f"{NOTES[lang]} 1234").wait_for(timeout=20_000)
    assert {address.split(":")[0] for address in asked} <= {"file", "data", "blob"}


def test_what_was_not_foreseen_to_be_too_large_is_made_smaller(tmp_path, browser):
    wide = "<table><tr>" + "".join(f"<td>column_{number}</td>" for number in range(14)) + "</tr></table>"
    output = new_output("display_data", data={"text/html": wide, "text/plain": "wide"})
    tall = new_output("display_data", data={"text/html": "<p>line</p>" * 14, "text/plain": "short"})
    cells = [new_markdown_cell("# T"), new_code_cell("wide", outputs=[output]), new_code_cell("tall", outputs=[tall])]
    (tmp_path / PAGE).write_text(
        as_page(as_notebook(as_slides(new_notebook(cells=cells)), "T"), "en"), encoding="utf-8"
    )
    slides._put_beside(tmp_path, "en")
    page, _ = opened(browser, tmp_path)
    for inside in ("td >> nth=-1", "p >> nth=-1"):
        page.keyboard.press("ArrowRight")
        page.wait_for_function("Reveal.getCurrentSlide().style.zoom")
        box = page.locator(f"section.present:not(.stack) {inside}").bounding_box()
        assert box["x"] + box["width"] <= 1280
        assert box["y"] + box["height"] <= 720


def test_a_tall_card_goes_on_in_a_second_column_on_the_screen_and_on_paper(tmp_path, browser):
    output = new_output("display_data", data={"text/html": CARD, "text/plain": "card"})
    cells = [new_markdown_cell("# T"), new_code_cell("card", outputs=[output])]
    (tmp_path / PAGE).write_text(
        as_page(as_notebook(as_slides(new_notebook(cells=cells)), "T"), "en"), encoding="utf-8"
    )
    slides._put_beside(tmp_path, "en")
    page, _ = opened(browser, tmp_path)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.in-columns')")
    boxes = [page.locator(f"section.present article p >> nth={number}").bounding_box() for number in (0, -1)]
    assert boxes[0]["x"] + boxes[0]["width"] < boxes[1]["x"]
    assert page.evaluate("Number(Reveal.getCurrentSlide().style.zoom || 1)") > 0.8
    page.goto(f"{(tmp_path / PAGE).resolve().as_uri()}?print-pdf")
    page.wait_for_function("document.querySelector('.pdf-page .in-columns')")
    heights = page.evaluate("[...document.querySelectorAll('.pdf-page')].map(page => page.clientHeight)")
    assert heights == [heights[0]] * 2


def test_a_line_of_japanese_ends_between_phrases(tmp_path, browser):
    said = "試行の半分で学ばせ、本当かどうかは、もう半分に答えてもらいます。" * 8
    (tmp_path / PAGE).write_text(
        as_page(as_notebook(as_slides(new_notebook(cells=[new_markdown_cell(f"# T\n\n## U\n\n{said}")])), "T"), "ja"),
        encoding="utf-8",
    )
    slides._put_beside(tmp_path, "ja")
    page, _ = opened(browser, tmp_path)
    page.keyboard.press("ArrowRight")
    starts = page.evaluate(
        """() => {
            const text = Reveal.getCurrentSlide().querySelector("p").firstChild, starts = [];
            let last = -1;
            for (let at = 0; at < text.length; at++) {
                const range = document.createRange();
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                const top = Math.round(range.getBoundingClientRect().top);
                if (top > last + 5) starts.push(text.data.slice(at, at + 2));
                last = Math.max(last, top);
            }
            return starts;
        }"""
    )
    assert len(starts) > 5
    assert set(starts) <= {"試行", "半分", "学ば", "本当", "もう", "答え"}


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", ["1-4", "1-6", "2-2", "2-7", "2-8"])
def test_every_slide_of_a_real_lesson_fits_and_can_be_read_without_a_network(browser, tmp_path, number, lang):
    assert make_slides(number, lang, tmp_path) == 0
    page, asked = opened(browser, tmp_path)
    count = page.evaluate("Reveal.getTotalSlides()")
    assert count > 20
    for position in range(1, count + 1):
        page.evaluate("() => document.fonts.ready.then(() => null)")
        found = page.evaluate(
            """() => {
                const slide = Reveal.getCurrentSlide(), frame = slide.getBoundingClientRect();
                const zoom = Number(slide.style.zoom || 1);
                const sizes = (selector) => [...slide.querySelectorAll(selector)]
                    .filter(each => each.getClientRects().length && each.innerText.trim())
                    .map(each => parseFloat(getComputedStyle(each).fontSize) * zoom);
                return {
                    bottom: frame.bottom, right: Math.max(frame.left + slide.scrollWidth * zoom, frame.right),
                    prose: sizes(".jp-MarkdownCell :is(p, li, h1, h2, h3)"), code: sizes(".highlight pre"),
                    output: sizes(".jp-OutputArea :is(p, td, th, pre)"),
                    wide: [...slide.querySelectorAll("img, table, pre")].map(each => each.getBoundingClientRect().right),
                };
            }"""
        )
        where = f"{number} {lang}, slide {position}: {found}"
        assert found["bottom"] <= 721, where
        assert max([found["right"], *found["wide"]]) <= 1281, where
        for what, smallest in SMALLEST.items():
            assert min(found[what], default=smallest) >= smallest, where
        page.evaluate("Reveal.next()")
    strangers = [address for address in asked if not address.startswith((tmp_path.as_uri(), "data:"))]
    assert strangers == []
    loaded = [address for address in asked if address.endswith((".woff", ".ttf"))]
    assert loaded

"""The facilitator's book: every lesson with its notes, in one page that fetches nothing."""

import base64
import io
import json
import re

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from PIL import Image

from mlcurric.curriculum import PROSE_NUMBERS, content
from mlcurric.text import LANGUAGES, speaking
from mlcurric.workshop.book import PAGE, book_page, make_book


@pytest.fixture
def checkout(tmp_path):
    """A lesson with notes, its exercise with model answers only, and a page before them."""
    noise = Image.effect_noise((1600, 400), 90).convert("RGB")
    drawn = io.BytesIO()
    noise.save(drawn, "PNG")
    picture = base64.b64encode(drawn.getvalue()).decode()
    plot = new_output("display_data", {"image/png": picture, "text/plain": "<Figure>"})
    hidden = new_code_cell("secret = 1", metadata={"tags": [PROSE_NUMBERS]})
    links = "[next](1-2-no-time-machine.ipynb) [exercise](1-1-your-turn.ipynb) [else](../data.csv) [web](https://example.com)"
    script = new_output("display_data", {"text/html": "<script>alert(1)</script><p id='a'>shown</p>"})
    lesson = [new_markdown_cell("# What a machine learns\n\n## Part\n\n" + links), new_code_cell("1 < 2", outputs=[plot, script]), hidden]  # fmt: skip
    for place, cells in {
        "facilitator/en/1-tomorrow/1-1-what-a-machine-learns.ipynb": lesson,
        "exercises/solved/en/1-tomorrow/1-1-your-turn.ipynb": [new_markdown_cell("# Your turn\n\nsolved so")],
        "facilitator/en/1-tomorrow/1-2-no-time-machine.ipynb": [new_markdown_cell("# No time machine")],
    }.items():
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(new_notebook(cells=cells)), encoding="utf-8")
    (tmp_path / "facilitator/en/README.md").write_text("# Facilitators\n\nRead this first.", encoding="utf-8")
    return tmp_path


def page(root, lang="en"):
    with speaking(lang):
        return book_page(lang, root)


def test_lessons_exercises_and_what_comes_before_stand_in_their_order(checkout):
    html = page(checkout)
    order = [html.index(said) for said in ("Read this first.", 'id="1-1"', "solved so", 'id="1-2"')]
    assert order == sorted(order)
    assert 'href="#1-1-exercise"' in html
    assert 'href="#1-2"' in html


def test_links_stay_inside_the_book_or_go_to_the_web(checkout):
    html = page(checkout)
    anchors = set(re.findall(r'\bid="([^"]+)"', html))
    assert {link[1:] for link in re.findall(r'href="(#[^"]+)"', html)} <= anchors
    assert "https://example.com" in html
    assert "data.csv" not in html
    assert ".ipynb" not in html


def test_nothing_in_it_runs_and_what_serves_the_build_is_gone(checkout):
    html = page(checkout)
    assert "<script" not in html
    assert "alert(1)" not in html
    assert "shown" in html
    assert "secret" not in html


def test_the_book_has_one_title_and_chapters_below_it(checkout):
    html = page(checkout)
    assert html.count("<h1") == 1
    assert re.search(r"<h2[^>]*>What a machine learns", html)
    assert re.search(r"<h3[^>]*>Part", html)


def test_pictures_are_kept_small(checkout):
    found = re.search(r"data:image/png;base64,([A-Za-z0-9+/=\s]+)", page(checkout))
    small = Image.open(io.BytesIO(base64.b64decode(found[1])))
    assert small.width == 1100
    assert small.mode == "P"


def test_the_book_is_written_and_where_it_is_is_said(checkout, capsys):
    assert make_book("en", checkout / "out", pdf=False, root=checkout) == 0
    assert (checkout / "out" / PAGE).is_file()
    assert PAGE in capsys.readouterr().out


def test_without_built_notebooks_there_is_a_sentence(tmp_path, capsys):
    assert make_book("ja", tmp_path / "out", pdf=False, root=tmp_path) == 1
    assert "mlcurric build" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_gets_a_sentence(checkout, capsys):
    (checkout / "out").write_text("a file")
    assert make_book("en", checkout / "out", pdf=False, root=checkout) == 1
    assert "--out" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_lesson_that_was_built_is_in_the_book(lang):
    built = sorted(path.name[:3] for path in (content() / "facilitator" / lang).rglob("[1-9]-[1-9]-*.ipynb"))
    html = page(content(), lang)
    assert {f'id="{lesson}"' for lesson in built} <= set(re.findall(r'id="\d-\d"', html))
    assert len(html.encode()) < 8_000_000

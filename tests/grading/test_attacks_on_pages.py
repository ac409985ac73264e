"""Attacks on whoever opens a feedback page or the index: names, answers, outputs, pictures, errors and comments stay text."""

from __future__ import annotations

import base64
import io
import json
import os
import struct
import sys
import zlib
from pathlib import Path
from urllib.parse import unquote

import pytest
from grading.made import PITCH, RIGHT, Class, notebook
from grading.pages_read import Structure
from PIL import Image, PngImagePlugin

from mlcurric.grading.gradebook.store import FILE_NAME, opened
from mlcurric.grading.marking import Mark, Marks
from mlcurric.grading.pages.feedback_folder import write_pages
from mlcurric.grading.reading import pictures
from mlcurric.grading.reading.collect import collect
from mlcurric.grading.reading.hand_ins import hand_ins
from mlcurric.grading.reading.pictures import redrawn
from mlcurric.grading.submission import Submission

CHROMIUM = Path("/usr/bin/chromium")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PAYLOADS = [
    "<script>window.pwned=1</script>", "</title><script>window.pwned=1</script>", "<svg onload=window.pwned=1>",
    "<img src=http://127.0.0.1:9/x onerror=window.pwned=1>", '" onmouseover="window.pwned=1" x="', "' autofocus onfocus='window.pwned=1",
    "javascript:window.pwned=1", "</pre></details></style></textarea><iframe srcdoc='<script>parent.pwned=1</script>'>",
    "<!-- --><base href=http://127.0.0.1:9/>", "<meta http-equiv=refresh content='0;url=javascript:window.pwned=1'>",
    "{{ cycler.__init__.__globals__ }}", "{% raw %}", "&#60;script&#62;window.pwned=1&#60;/script&#62;", "]]><script>window.pwned=1</script>",
]  # fmt: skip
ALL = "".join(PAYLOADS)
IN_NAMES = [payload.replace("/", "\u2215")[:80] for payload in PAYLOADS]


def png(width: int = 3, height: int = 2, **saved: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, "PNG", **saved)
    return file.getvalue()


def in_base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def with_outputs(cells: list[str], outputs: list[dict[str, object]]) -> str:
    """A notebook whose code cells all show the same."""
    made = json.loads(notebook(cells))
    for cell in made["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = outputs
    return json.dumps(made)


def hostile_class(a_class: Class) -> Class:
    """Every payload in every place that a stranger can write to."""
    outputs = [
        {"output_type": "stream", "name": ALL, "text": [ALL]},
        {"output_type": "display_data", "metadata": {}, "data": {"text/html": ALL, "image/svg+xml": ALL, "text/plain": ALL,
         "application/javascript": "window.pwned=1", "text/markdown": ALL, "text/latex": ALL}},
        {"output_type": "display_data", "metadata": {"image/png": {"width": '1" onload="window.pwned=1'}},
         "data": {"image/png": in_base64(png())}},
        {"output_type": "display_data", "data": {"image/png": '"><script>window.pwned=1</script>'}},
        {"output_type": "error", "ename": ALL, "evalue": ALL, "traceback": [ALL]},
    ]  # fmt: skip
    said = repr(ALL)
    cells = [
        f"hits = {said}  # {ALL}", f"leaks = {{{said}: {said}}}", f"cause = [{said}]",
        f"guess = dict(pays={said}, pays_sure=type({said}, (), {{}})())", f"pitch = {PITCH[8:]} + {said}",
        f"raise type({said}, (Exception,), {{}})({said})", f"{ALL}",
    ]  # fmt: skip
    for name in IN_NAMES:
        a_class.write(f"{name}/1-1{name}.ipynb", with_outputs(cells, outputs))
    a_class.write(f"ann/{IN_NAMES[0]}.ipynb", notebook(RIGHT))
    a_class.write(f"ann/1-1{IN_NAMES[1]}.ipynb", "{" + ALL)
    a_class.write(f"ann/1-1{IN_NAMES[2]} and more.ipynb", notebook(RIGHT))
    a_class.grade()
    marks = Marks((Mark(ALL, 1, 3),), f"{ALL}\n{ALL}")
    write_pages(
        a_class.out, [_marked(one, marks) for one in current(a_class)], hand_ins(collect(a_class.submissions)[0])
    )
    return a_class


def current(a_class: Class) -> list[Submission]:
    with opened(a_class.out / FILE_NAME) as gradebook:
        return gradebook.current()


def _marked(one: Submission, marks: Marks) -> Submission:
    vars(one)["marks"] = {each.name: marks for each in one.graded if each.name == "pitch"}
    return one


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_nothing_that_was_written_becomes_an_element_or_an_attribute_or_runs(a_class: Class) -> None:
    hostile_class(a_class)
    paths = sorted((a_class.out / "feedback").rglob("*.html"))
    assert len(paths) == len(IN_NAMES) + 3
    shown = ""
    for path in paths:
        page = path.read_text(encoding="utf-8")
        structure = Structure(page)
        assert structure.foreign == [], path
        assert "script-src 'none'" in page
        shown += structure.text
    for payload in PAYLOADS:
        assert payload in shown, "it is shown as the text that it is"
    _open_in_a_browser(paths)


def _open_in_a_browser(paths: list[Path]) -> None:
    """No page asks for anything, and runs anything, also without the line that forbids it."""
    if not CHROMIUM.exists():
        assert os.environ.get("CI") != "true"
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        view = browser.new_page()
        asked: list[str] = []
        view.on("request", lambda request: asked.append(request.url))
        view.on("dialog", lambda dialog: asked.append(dialog.message))
        for path in paths:
            asked.clear()
            view.goto(path.as_uri())
            assert [url for url in asked if not url.startswith(("file:", "data:image/png;base64,"))] == []
            assert len([url for url in asked if url.startswith("file:")]) == 1
            page = path.read_text(encoding="utf-8")
            view.set_content(page.replace("Content-Security-Policy", "x-none"))
            view.evaluate(
                "for (const each of document.querySelectorAll('*')) { each.focus(); each.dispatchEvent(new Event('mouseover')) }"
            )
            assert view.evaluate("window.pwned === undefined && document.scripts.length === 0")
            assert [url for url in asked if not url.startswith(("file:", "data:image/png;base64,", "about:"))] == []
        browser.close()


def test_a_comment_keeps_its_lines_and_a_mark_says_of_how_many(a_class: Class) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    a_class.grade()
    marks = Marks((Mark("Names the person and the decision they face", 2, 3),), "First.\n\n  Second <b>line</b>.\u202e")
    write_pages(a_class.out, [_marked(one, marks) for one in current(a_class)])
    structure = Structure(a_class.page())
    assert "First.\n\n  Second <b>line</b>.�" in structure.text
    assert "2 of 3 points" in structure.text
    assert structure.text.count("not yet") == 3
    assert ("th", "scope") in structure.shape
    assert ("caption",) in structure.shape


# Pictures.


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def made_png(width: int, height: int, *chunks: bytes) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + chunk(b"IEND", b"")


BOMB = zlib.compress(bytes(300_000_000), 9)
"""300 MB in 300 KB."""


@pytest.mark.parametrize(
    "raw",
    [
        made_png(10_000, 10_000, chunk(b"IDAT", BOMB)),
        made_png(2**31 - 1, 1, chunk(b"IDAT", BOMB)),
        made_png(0, 0),
        made_png(3, 2, chunk(b"zTXt", b"a\0\0" + BOMB), chunk(b"IDAT", b"")),
        made_png(3, 2, chunk(b"iCCP", b"a\0\0" + BOMB), chunk(b"IDAT", b"")),
        made_png(3, 2, chunk(b"IDAT", b"no zlib")),
        made_png(3, 2),
        png()[:40],
        b"GIF89a" + bytes(100),
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='window.pwned=1'/>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
        b"",
    ],
    ids=["points", "wide", "empty", "text-bomb", "profile-bomb", "no-zlib", "no-data", "cut", "gif", "svg", "postscript", "nothing"],
)  # fmt: skip
def test_what_is_no_sensible_picture_is_none(raw: bytes) -> None:
    assert redrawn(in_base64(raw)) is None


@pytest.mark.parametrize("text", ["no base64 <", "A", "é", "\ud800", '"><script>', "A" * 3_000_000])
def test_what_is_no_base64_is_no_picture(text: str) -> None:
    assert redrawn(text) is None


def test_a_picture_of_too_many_points_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_POINTS", 5)
    monkeypatch.setattr(Image.Image, "convert", lambda *_: pytest.fail("it was unpacked"))
    assert redrawn(in_base64(png(3, 2))) is None


def test_of_a_picture_only_its_points_are_taken() -> None:
    about = PngImagePlugin.PngInfo()
    about.add_text("Comment", "<script>window.pwned=1</script>")
    about.add_itxt("XML:com.adobe.xmp", "<x>secret</x>")
    frames = [Image.new("RGB", (3, 2), "red")]
    raw = png(pnginfo=about, icc_profile=b"profile" * 50, save_all=True, append_images=frames)
    assert b"window.pwned" in raw
    assert b"acTL" in raw
    picture = redrawn(in_base64(raw + b"<script>window.pwned=1</script>"))
    assert (picture.width, picture.height) == (3, 2)
    with Image.open(io.BytesIO(picture.png)) as drawn:
        assert drawn.info == {}
        assert drawn.convert("RGB").getpixel((0, 0)) == (0, 128, 128)
    for part in (b"pwned", b"secret", b"profile", b"acTL"):
        assert part not in picture.png


def test_a_wide_picture_fits_a_page_and_many_pictures_are_cut_and_told(a_class: Class) -> None:
    drawn = {"output_type": "display_data", "data": {"image/png": in_base64(png(2_000, 100))}}
    a_class.write("ann/1-1.ipynb", with_outputs(RIGHT, [drawn] * 30))
    a_class.grade()
    page = a_class.page()
    # Three for each of the four questions, and one beside the free text.
    assert page.count("<img ") == 13
    assert f'width="{pictures.WIDEST}" height="70" alt="Picture 1 that code cell 1 drew"' in page
    assert page.count("Not all of it is shown here") == 5


# What is shown of a notebook, and the index.


def test_the_cell_of_an_answer_is_shown_with_what_it_printed_and_no_other_cell(a_class: Class) -> None:
    outputs = [{"output_type": "stream", "name": "stdout", "text": "\x1b[32mprinted\x1b[0m\n"},
               {"output_type": "execute_result", "data": {"text/plain": ["a  b\n", "c"], "text/html": "<b>never</b>"}}]  # fmt: skip
    cells = ["# elsewhere\nother = 1", "hits = 9", "cause = leaks = 'a'", "hits = (3 +\n        4)"]
    a_class.write("ann/1-1.ipynb", with_outputs(cells, outputs))
    a_class.grade()
    page = a_class.page()
    text = Structure(page).text
    assert "hits = (3 +\n        4)" in text
    assert "printed\na  b\nc" in text
    assert "Your cell (code cell 4)" in text
    for part in ("elsewhere", "hits = 9", "never", "\x1b", "[32m"):
        assert part not in page
    assert text.count("cause = leaks") == 1
    assert "The cell is shown with question 2." in text


def test_what_a_grading_that_was_killed_left_is_gone_after_the_next(a_class: Class) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    a_class.grade()
    written = [path for path in a_class.out.rglob("*") if path.suffix in (".html", ".csv", ".json")]
    assert {path.suffix for path in written} == {".html", ".csv", ".json"}
    left = [path.with_name(f".{path.name}-abcd_123") for path in written]
    strange = [path.with_name(f".{path.stem}-abcd_123") for path in written]
    for path in (*left, *strange):
        path.write_text("half a pa")
    for path in written:
        # As where it was killed before: what is whole is not written again.
        if path.suffix == ".json":
            path.unlink()
    a_class.grade()
    assert not [path for path in left if path.exists()]
    assert all(path.exists() for path in (*written, *strange))


def test_marks_that_come_later_still_stand_beside_the_cells_of_a_file_that_is_gone(a_class: Class) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    a_class.grade()
    assert "hits = 7041" in a_class.page()
    (a_class.submissions / "ann/1-1.ipynb").unlink()
    write_pages(a_class.out, current(a_class))
    assert "hits = 7041" in a_class.page()


def index(a_class: Class) -> str:
    return (a_class.out / "feedback/index.html").read_text(encoding="utf-8")


def test_the_index_leads_from_each_learner_to_the_page_in_order(a_class: Class) -> None:
    for name in ("cat", "Ann", "山田　花子"):
        a_class.hand_in(f"{name}/1-1.ipynb", RIGHT)
    a_class.hand_in("cat/1-2.ipynb", ["hits = 9"])
    a_class.write("cat/essay.ipynb", "{")
    a_class.grade()
    structure = Structure(index(a_class))
    assert structure.foreign == []
    text = " ".join(structure.text.split())
    assert "Pages: 5, learners: 3, texts that wait for marking: 3." in text
    order = [
        text.index(part)
        for part in (
            "Ann 1-1 5 of 17 1 text",
            "cat 1-1 5 of 17 1 text",
            "cat 1-2 0 of 5",
            "cat essay –",
            "山田 花子 1-1",
        )
    ]
    assert order == sorted(order)
    assert "could not be graded" in text
    links = [part.split('"')[0] for part in index(a_class).split('href="')[1:]]
    assert len(links) == 5
    for link in links:
        assert (a_class.out / "feedback" / unquote(link)).is_file()


def test_pages_of_nobody_and_hand_ins_that_are_gone_are_told(a_class: Class) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    a_class.hand_in("ben/1-1.ipynb", RIGHT)
    a_class.grade()
    assert "Left from before" not in index(a_class)
    stale = a_class.out / "feedback" / "<b>old" / "1-1.html"
    stale.parent.mkdir()
    stale.write_text("old")
    (a_class.submissions / "ben/1-1.ipynb").unlink()
    a_class.grade()
    text = Structure(index(a_class)).text
    assert "Left from before" in text
    assert "<b>old/1-1.html" in text
    assert text.count("the file is no longer among the hand-ins") == 1
    assert stale.read_text() == "old"


def test_three_hundred_rows_stay_one_table(a_class: Class) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    a_class.grade()
    (ann,) = current(a_class)
    many = [Submission(**{**vars(ann), "learner": f"learner {number:03}"}) for number in range(300)]
    write_pages(a_class.out, many)
    structure = Structure(index(a_class))
    assert structure.foreign == []
    assert len([each for each in structure.shape if each[0] == "tr"]) == 301
    assert "Pages: 300, learners: 300, texts that wait for marking: 300." in structure.text

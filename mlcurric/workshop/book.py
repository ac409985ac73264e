"""The facilitator's edition of all lessons as one book: one page with its contents, pictures and all, to read and to print."""

from __future__ import annotations

import base64
import io
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from markupsafe import Markup
from nbconvert import HTMLExporter
from nbconvert.filters.markdown import markdown2html
from PIL import Image
from pygments.formatters import HtmlFormatter
from traitlets.config import Config

from mlcurric.curriculum import PROSE_NUMBERS, STAGES, Lesson, Stage, content, exercise_path, lesson_path
from mlcurric.disk_errors import why_refused
from mlcurric.keeping import write_whole
from mlcurric.templates import filled
from mlcurric.text import T, speaking
from mlcurric.workshop.browser import NO_BROWSER, BrowserFailed, find_browser, print_pdf

PAGE = "index.html"
PDF = "book.pdf"
_WIDEST = 1100
"""Dots of a picture across; more is not seen on A4."""
_COLOURS = 48
_HEADING = re.compile(r"<(/?)h([1-5])\b")
_ID = re.compile(r'\b(id|for|aria-labelledby|aria-describedby)="([^"]+)"')
_INSIDE = re.compile(r'(\bhref="|url\()#([^")]+)')
_NOTEBOOK = re.compile(r'href="[^"#]*?(\d-\d)-([a-z0-9-]+)\.ipynb[^"]*"')
_ELSEWHERE = re.compile(r'<a\b[^>]*\bhref="(?!https?:|#|mailto:)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
_PILCROW = re.compile(r'<a class="anchor-link"[^>]*>.*?</a>')
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Chapter:
    """A lesson with its notes, or its exercise with the model answers.

    Attributes:
        anchor: its place in the page: ``"1-3"``, ``"1-3-your-turn"``.
    """

    anchor: str
    title: T
    is_exercise: bool
    body: Markup


def make_book(lang: str, out: Path, *, pdf: bool = True, root: Path | None = None) -> int:
    """Bind the book and say where it is.

    Args:
        out: the folder for it.
        pdf: whether it is printed as PDF too, if there is a browser.
        root: the checkout; it must have been built.

    Returns:
        The exit code: 1 if there are no notebooks of the facilitator, or the book cannot be written, else 0.
    """
    root = root or content()
    with speaking(lang):
        html = book_page(lang, root)
        if html is None:
            print(_NO_NOTEBOOKS.format(folder=root / "facilitator" / lang), file=sys.stderr)
            return 1
        try:
            write_whole(out / PAGE, html)
            print(_WRITTEN.format(path=out / PAGE, size=f"{len(html.encode()) / 1e6:.1f}"))
            if pdf:
                print(_printed(out))
        except OSError as error:
            print(_NOT_WRITTEN.format(path=error.filename or out, why=why_refused(error)), file=sys.stderr)
            return 1
    return 0


def book_page(lang: str, root: Path) -> str | None:
    """The book as HTML; ``None`` if no lesson has been built for the facilitator. Nothing in it is run or fetched."""
    stages = [(stage, list(_chapters(stage, lang, root))) for stage in STAGES]
    if not any(chapters for _, chapters in stages):
        return None
    readme = root / "facilitator" / lang / "README.md"
    return filled(
        "mlcurric.workshop",
        "book.html",
        words=_WORDS,
        made_on="",
        before=_prepared(markdown2html(readme.read_text(encoding="utf-8")), "before") if readme.is_file() else "",
        stages=[each for each in stages if each[1]],
        code_style=Markup(HtmlFormatter(style="default").get_style_defs(".highlight")),
    )


def _chapters(stage: Stage, lang: str, root: Path) -> Iterator[Chapter]:
    """What the stage has: with notes where there are notes, else the lesson itself, and the solved exercise."""
    for lesson in stage.lessons:
        places = [(lesson_path(lesson), ("notebooks", lang), False)]
        if lesson.has_exercise:
            places.append((exercise_path(lesson), ("exercises", "solved", lang), True))
        for place, otherwise, is_exercise in places:
            with_notes = root / "facilitator" / lang / place
            path = with_notes if with_notes.is_file() else root.joinpath(*otherwise) / place
            if path.is_file() and (is_exercise or with_notes.is_file()):
                yield _chapter(lesson, path, is_exercise)


def _chapter(lesson: Lesson, path: Path, is_exercise: bool) -> Chapter:
    anchor = f"{lesson.id}-exercise" if is_exercise else lesson.id
    title = T(f"{lesson.id} {lesson.title.en}", f"{lesson.id} {lesson.title.ja}")
    if is_exercise:
        title = T(f"{lesson.id} Your turn", f"{lesson.id} 演習")
    return Chapter(anchor, title, is_exercise, _prepared(_as_html(path), anchor))


def _as_html(path: Path) -> str:
    """A notebook's cells and outputs as a piece of HTML."""
    notebook = nbformat.reads(json.dumps(_lean(json.loads(path.read_text(encoding="utf-8")))), as_version=4)
    exporter = HTMLExporter(
        config=Config(), template_name="basic", exclude_input_prompt=True, exclude_output_prompt=True, exclude_anchor_links=True
    )  # fmt: skip
    return exporter.from_notebook_node(notebook)[0]


def _lean(notebook: dict[str, Any]) -> dict[str, Any]:
    """Without the cells that only serve the build, and with smaller pictures."""
    notebook["cells"] = [cell for cell in notebook["cells"] if PROSE_NUMBERS not in cell["metadata"].get("tags", [])]
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            if picture := output.get("data", {}).get("image/png"):
                output["data"]["image/png"] = _small("".join(picture))
    return notebook


def _small(picture: str) -> str:
    """A picture of a plot with fewer dots and few colours; the one that was there if that is no gain."""
    drawn, small = Image.open(io.BytesIO(base64.b64decode(picture))), io.BytesIO()
    if drawn.mode in ("RGBA", "LA", "P"):
        drawn = drawn.convert("RGBA")
        paper = Image.new("RGBA", drawn.size, "white")
        drawn = Image.alpha_composite(paper, drawn)
    drawn = drawn.convert("RGB")
    drawn.thumbnail((_WIDEST, _WIDEST * 4))
    drawn.quantize(_COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    less = base64.b64encode(small.getvalue()).decode()
    return less if len(less) < len(picture) else picture


def _prepared(html: str, anchor: str) -> Markup:
    """A piece of the book: one heading lower, names of its own, links to other chapters kept inside the book."""
    html = _PILCROW.sub("", _SCRIPT.sub("", html))
    html = _HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 1}", html)
    html = _ID.sub(lambda found: f'{found[1]}="{anchor}-{found[2]}"', html)
    html = _INSIDE.sub(lambda found: f"{found[1]}#{anchor}-{found[2]}", html)
    html = _NOTEBOOK.sub(lambda found: f'href="#{found[1]}{"-exercise" if found[2] == "your-turn" else ""}"', html)
    # What leads to a file beside the notebook leads nowhere from here.
    return Markup(_ELSEWHERE.sub(r"\1", html))


def _printed(out: Path) -> T:
    browser = find_browser()
    if browser is None:
        return NO_BROWSER
    try:
        print_pdf(browser, out / PAGE, out / PDF)
    except BrowserFailed as failed:
        return failed.says
    return T("{path}", "{path}").format(path=out / PDF)


_WORDS = {
    "title": T("The facilitator's book", "ファシリテーターの本"),
    "what": T(
        "All lessons and exercises with their outcomes, the facilitator's notes and the model answers. Not for participants.",
        "全レッスンと演習に、実行結果、ファシリテーター用のメモ、模範解答を添えました。参加者には見せないでください。",
    ),
    "contents": T("Contents", "目次"),
    "before": T("Before the day", "始める前に"),
    "stage": T("Stage {n}", "ステージ{n}"),
    "exercise": T("exercise", "演習"),
    "rests": T("Bound from the built notebooks; nothing was run.", "できあがったノートブックをとじたものです。実行はしていません。"),
}  # fmt: skip
_NO_NOTEBOOKS = T(
    "There are no facilitator's notebooks in {folder}; in a checkout, mlcurric build makes them.",
    "{folder} にファシリテーター用のノートブックがありません。チェックアウトで mlcurric build を実行すると、できます。",
)
_WRITTEN = T("{path} ({size} MB)", "{path}({size} MB)")
_NOT_WRITTEN = T(
    "{path} could not be written ({why}). Choose another folder with --out.",
    "{path} に書けませんでした({why})。--out で別のフォルダーを指定してください。",
)

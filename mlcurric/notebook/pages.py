"""The three pages of the capstone, in a notebook: put together from what each lesson saved, shown, and written."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from html import escape
from pathlib import Path

from mlcurric.curriculum import stage_of
from mlcurric.keeping import write_whole
from mlcurric.notebook.page_views import CAPSTONE, Outcome, View, as_html, as_text
from mlcurric.notebook.product import PRODUCT_FOLDER, product_path, read_product
from mlcurric.notebook.progress import PAGES, Progress
from mlcurric.notebook.show import address, show, show_notice, show_outside, show_unsaved
from mlcurric.subject.product import (
    LINES,
    TITLES,
    Collected,
    Page,
    line_findings,
    needs_second_sheet,
    overlay,
    render_pages,
    verdict_on,
)
from mlcurric.text import T

_MADE_OF = T("{title}: {n} lines, from lessons {lessons}.", "{title}: {n}行(レッスン {lessons} から)。")
_NOTHING = T(
    "Nothing is collected yet. The pages are made of what you write under “Take it back” in the lessons, or in the cells below.",
    "まだ何も集まっていません。3枚のページは、各レッスンの「持ち帰る」か、下のセルに書いたことから作られます。",
)
_DAMAGED = T(
    "{file} cannot be read. Run the cell under “Take it back” in lesson {lesson} again, or write its lines below.",
    "{file} が読めません。レッスン {lesson} の「持ち帰る」のセルをもう一度実行するか、下のセルに書いてください。",
)


def show_pages(work: Path | None) -> None:
    """Put the three pages together from what every lesson saved, write them, and show what is there and what is not.

    Of two texts for one line the later lesson's holds, so what is written on the capstone's page holds before all.

    Args:
        work: the learner's folder, or ``None`` where nothing is kept; then nothing is written.
    """
    if work is None:
        show_outside()
        made_of = [str(_made_of(page)) for page in Page]
        show("\n".join(made_of), "".join(f"<p>{escape(line)}</p>" for line in made_of))
        return
    files = {lesson: read_product(work, lesson) for lesson in _lessons()}
    for lesson, texts in files.items():
        if not texts and product_path(work, lesson).exists():
            show_notice(_DAMAGED.format(file=f"{PRODUCT_FOLDER}/{lesson}.json", lesson=lesson))
    lines, today = Collected(overlay(files)), date.today()
    findings = line_findings(lines, today)
    pages = render_pages(lines, findings, today)
    links: dict[Page, str] = {}
    if any(entry.text for entry in lines):
        links = _write(work, pages)
    else:
        show_notice(_NOTHING)
    views = [
        View(
            page,
            lines.on(page),
            [finding for finding in findings if lines[finding.lines[0]].line.page is page],
            html,
            links.get(page),
            needs_second_sheet(page, lines, findings),
            Outcome(verdict_on(lines, findings), lines) if page is Page.NEED else None,
        )
        for page, html in pages.items()
    ]
    show(as_text(views), as_html(views, files))


def _made_of(page: Page) -> T:
    own = [line for line in LINES.values() if line.page is page]
    return _MADE_OF.format(
        title=TITLES[page], n=len(own), lessons=", ".join(sorted({line.lesson for line in own} - {CAPSTONE}))
    )


def _lessons() -> list[str]:
    return [lesson.id for lesson in stage_of(CAPSTONE).lessons]


def _write(work: Path, pages: dict[Page, str]) -> dict[Page, str]:
    """Write the pages, each whole or not at all, and say so in the log; where each stands, seen from the notebook."""
    links = {}
    try:
        for page, html in pages.items():
            path = work / PRODUCT_FOLDER / f"{page}.html"
            write_whole(path, html)
            links[page] = address(path)
    except OSError as error:
        show_unsaved(error)
        return links
    progress = Progress.of(work)
    if (CAPSTONE, PAGES) not in progress.done():
        # A log that cannot be written costs the tick in the table, not the pages.
        with suppress(OSError):
            progress.record_pages(CAPSTONE)
    return links

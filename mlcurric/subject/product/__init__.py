"""Three pages for one's own product: lines as a person writes them, what contradicts what, and the pages as HTML.

``LINES`` says which lines there are, by name. ``Collected`` reads them, ``line_findings`` says what in them cannot stand and
what has to be asked, ``verdict_on`` whether they call for a model at all, and ``render_pages`` makes the pages, in the
language spoken now::

    lines = Collected({"list_size": "1,000", "hits_low": "20", "hits_high": "about 30", "owner": "Ms Hara"})
    found = line_findings(lines, date.today())
    print(verdict_on(lines, found).says)
    for page, html in render_pages(lines, found, made_on=date.today()).items():
        Path(f"{page}.html").write_text(html, encoding="utf-8")

Texts that were written in several places are laid over each other first (``overlay``). Nothing is guessed: a line that does
not surely say a number has none, and the page waits for it.
"""

from mlcurric.subject.product.collected import Collected, Entry, State, clean, overlay
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.product.findings import line_findings
from mlcurric.subject.product.line import TITLES, Kind, Line, Page
from mlcurric.subject.product.lines import LINES
from mlcurric.subject.product.pages import needs_second_sheet, render_pages
from mlcurric.subject.product.verdict import Need, Verdict, verdict_on

__all__ = [
    "LINES",
    "TITLES",
    "Collected",
    "Entry",
    "Kind",
    "Line",
    "LineFinding",
    "Need",
    "Page",
    "State",
    "Verdict",
    "clean",
    "line_findings",
    "needs_second_sheet",
    "overlay",
    "render_pages",
    "verdict_on",
]

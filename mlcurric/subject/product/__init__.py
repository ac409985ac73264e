"""Three pages for one's own product: lines as a person writes them, what contradicts what, and the pages as HTML."""

from mlcurric.subject.product.collected import Collected, Entry, State, clean, overlay
from mlcurric.subject.product.contradictions import find_contradictions
from mlcurric.subject.product.finding import Finding
from mlcurric.subject.product.line import TITLES, Kind, Line, Page
from mlcurric.subject.product.lines import LINES
from mlcurric.subject.product.pages import needs_second_sheet, render_pages
from mlcurric.subject.product.verdict import Need, Verdict, verdict_on

__all__ = [
    "LINES",
    "TITLES",
    "Collected",
    "Entry",
    "Finding",
    "Kind",
    "Line",
    "Need",
    "Page",
    "State",
    "Verdict",
    "clean",
    "find_contradictions",
    "needs_second_sheet",
    "overlay",
    "render_pages",
    "verdict_on",
]

"""``mlcurric gradebook`` as it was typed: the class on the terminal, and the page beside the gradebook."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from mlcurric.grading.glance.glance import glance_of
from mlcurric.grading.glance.page import KEPT, render_glance
from mlcurric.grading.glance.table import show_glance
from mlcurric.grading.gradebook.chosen import chosen, for_this_class
from mlcurric.grading.gradebook.command import Refused, carried_out
from mlcurric.grading.gradebook.store import Gradebook
from mlcurric.grading.gradebook.whereabouts import GONE, gone_lines
from mlcurric.grading.said import NOTHING_GRADED
from mlcurric.grading.summary import show_list
from mlcurric.keeping import write_whole
from mlcurric.text import T

PAGE = "gradebook.html"


def show_gradebook(out: Path, learners: bool = False) -> int:
    """Show a class at a glance, and write its page.

    Args:
        out: the folder of the gradebook.
        learners: whether all learners are listed on the terminal, however many.

    Returns:
        The exit code: 0, or 2 if there is nothing to show.
    """
    return carried_out(out, lambda gradebook, console: _show(gradebook, console, out, learners))


def _show(gradebook: Gradebook, console: Console, out: Path, learners: bool) -> None:
    glance = glance_of(for_this_class(gradebook), gradebook.attempts(), chosen(gradebook))
    if not glance.exercises:
        raise Refused(NOTHING_GRADED)
    write_whole(out / PAGE, render_glance(glance))
    show_glance(console, glance, learners)
    show_list(console, KEPT, list(glance.kept))
    show_list(console, GONE.format(out=out), gone_lines(gradebook))
    console.print(str(_PAGE.format(path=out / PAGE)))


_PAGE = T("The picture, and what to teach next: {path}", "図と、次に教えること: {path}")

"""What comes of a gradebook: the grades and the pages, written as it stands now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from mlcurric.grading.gradebook.chosen import for_this_class
from mlcurric.grading.gradebook.grades_file import GRADES, write_grades
from mlcurric.grading.gradebook.store import Gradebook
from mlcurric.grading.pages.feedback_folder import write_pages
from mlcurric.grading.reading.hand_ins import HandIn
from mlcurric.grading.reading.saved import Saved, saved_answers
from mlcurric.grading.submission import Submission


def write_results(
    out: Path,
    gradebook: Gradebook,
    found: Iterable[HandIn] | None = None,
    cells_of: Callable[[bytes, tuple[str, ...]], dict[str, Saved]] = saved_answers,
) -> list[Submission]:
    """Write ``grades.csv`` and the feedback pages anew; the hand-ins that stand in them.

    Args:
        out: the folder of the results.
        found, cells_of: see ``write_pages``.

    Raises:
        OSError: if something cannot be written.
    """
    submissions = for_this_class(gradebook)
    write_pages(out, submissions, found, cells_of)
    write_grades(out / GRADES, submissions)
    return submissions

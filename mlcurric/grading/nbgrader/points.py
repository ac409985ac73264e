"""What a test cell of an nbgrader course calls: the verdict on an answer as the points that nbgrader reads off the cell.

It runs beside the learner's code, on the practice data, and is as safe as nbgrader is.
"""

from __future__ import annotations

import warnings
from contextlib import redirect_stderr
from io import StringIO

from mlcurric.notebook.exercise import Exercise
from mlcurric.notebook.show import show_verdict
from mlcurric.questions import question_set
from mlcurric.text import T

_EARNED = T("{n} of {of} points", "{of}点中{n}点")


class NoPoints(AssertionError):
    """The answer earns nothing yet; nbgrader gives no points to a cell that fails."""

    def _render_traceback_(self) -> list[str]:
        # Jupyter's name for what it shows instead of a traceback: the verdict stands above already.
        return [str(self)]


def earn(ex: Exercise, exercise_id: str, name: str) -> float | None:
    """Show the verdict on an answer, and how many points it earns.

    Returns:
        ``None`` where the answer earns them all, else the share that it earns: nbgrader takes the number that a cell
        ends with for the points, and a cell that ends with none for right.

    Raises:
        NoPoints: if it earns none.
        LookupError: if there is no such question.
    """
    question = question_set(exercise_id).find(name)
    if question is None:
        raise LookupError(name)
    # One warning on stderr, and nbgrader would take all points away.
    with warnings.catch_warnings(), redirect_stderr(StringIO()):
        warnings.simplefilter("ignore")
        verdict = ex.judge(question)
    show_verdict(verdict)
    points = round(float(verdict.share) * question.points, 2)
    said = str(_EARNED.format(n=f"{points:g}", of=question.points))
    if points <= 0:
        raise NoPoints(said)
    print(said)
    return None if points >= question.points else points

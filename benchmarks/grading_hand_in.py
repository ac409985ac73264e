"""The hand-in that the bench of grading runs: the model answers of a real exercise, and a little work of a learner's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell

from mlcurric.curriculum import content, exercise_path, lessons

EXERCISE = "1-6"
"""Its beginning loads three tables of 10,000 customers, and learns a risk model from one."""
ALSO = (
    """
counts = spring.groupby("open_tickets")["churned"].agg(["mean", "size"])
counts.sort_values("mean").head()
""",
    """
from sklearn.linear_model import LogisticRegression

columns = ["tenure", "seats", "seat_change", "logins_trend", "days_since_login", "open_tickets"]
own = LogisticRegression(max_iter=200).fit(spring[columns], spring["churned"])
round(own.score(summer[columns], summer["churned"]), 3)
""",
    """
import matplotlib.pyplot as plt

figure, chart = plt.subplots()
chart.scatter(summer["tenure"][:500], own.predict_proba(summer[columns])[:500, 1])
chart.set(xlabel="tenure", ylabel="risk")
plt.show()
""",
)
"""Pandas, a logistic regression and one plot, as a learner would add them."""


def path_of(version: str = "") -> Path:
    """The exercise as it is built; ``"solved"`` with its model answers."""
    lesson = next(lesson for lesson in lessons() if lesson.id == EXERCISE)
    return content() / "exercises" / version / "en" / exercise_path(lesson)


def code_of(path: Path) -> list[str]:
    """The sources of a notebook's code cells."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def handed_in(page: Any) -> Any:
    """A learner's copy of the exercise with the model answers in it, and with the cells of their own at its end.

    Args:
        page: the notebook as the learner got it; its cells keep their ids and their metadata.
    """
    solved = nbformat.read(path_of("solved"), as_version=4)
    answers = {
        f"{EXERCISE}-{question}": cell.source
        for cell in solved.cells
        if (question := cell.metadata.get("mlcurric", {}).get("question"))
    }
    for cell in page.cells:
        cell.source = answers.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
    page.cells += [new_code_cell(source) for source in ALSO]
    return page


def write_hand_in(folder: Path, in_full: bool = False) -> Path:
    """Write a hand-in below a learner's folder.

    Args:
        in_full: with a comment in its first cell, so that nothing of it is shared.
    """
    page = handed_in(nbformat.read(path_of(), as_version=4))
    if in_full:
        next(cell for cell in page.cells if cell.cell_type == "code").source += "\n# mine"
    folder.mkdir(parents=True)
    nbformat.write(page, path := folder / path_of().name)
    return path

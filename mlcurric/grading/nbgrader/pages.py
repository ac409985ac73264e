"""An exercise as the source of an nbgrader assignment: each answer as learners find it, with its model answer below.

It is made of the two built notebooks, the learner's and the solved one; the former's cells carry nbgrader's metadata.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from mlcurric.curriculum import PROSE_NUMBERS, Lesson, content, exercise_path
from mlcurric.question.question import Question
from mlcurric.questions import question_set
from mlcurric.text import T

Cell = dict[str, Any]

_TEST = T(
    "# Worth {points} points: nbgrader runs this cell when it grades.",
    "# 配点は{points}点。採点のときに nbgrader がこのセルを実行します。",
)


class NotBuilt(LookupError):
    """The built notebooks of an exercise are missing, or do not fit its questions."""


def source_notebook(lesson: Lesson, lang: str) -> bytes:
    """The notebook that goes to ``source/<assignment>/``.

    Raises:
        NotBuilt: naming the lesson.
    """
    page, solved = (_read(lesson, *folder) for folder in ((lang,), ("solved", lang)))
    models = {question: _text(cell) for cell in solved["cells"] if (question := _question(cell))}
    cells: list[Cell] = []
    question: Question | None = None
    for cell in page["cells"]:
        tags = cell["metadata"].get("tags", ())
        # A learner marks a text by holding it against the model answer; here the instructor marks it.
        if PROSE_NUMBERS in tags or "marks" in tags:
            continue
        if name := _question(cell):
            question = question_set(lesson.id).find(name)
            if question is None or name not in models:
                raise NotBuilt(lesson.id)
            # nbgrader puts its own words in the place of a model answer; what is above it, learners get as it is.
            cells.append(_with(cell, f"{_text(cell).rstrip()}\n{models[name]}"))
        elif "check" in tags and question is not None:
            cells += _checks(cell, lesson, question, lang)
        else:
            cells.append(_with(cell, _text(cell)))
    made = {**page, "cells": cells}
    return f"{json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True)}\n".encode()


def _checks(cell: Cell, lesson: Lesson, question: Question, lang: str) -> list[Cell]:
    """The test cell, which nobody can edit, and a cell for asking for a hint; nothing for a text, which a person marks."""
    if question.kind == "T":
        return []
    check, *asks = _text(cell).splitlines()
    if question.points:
        says = getattr(_TEST.format(points=question.points), lang)
        name = question.name
        check = f'{says}\nfrom mlcurric.grading.nbgrader.points import earn\n\nearn(ex, "{lesson.id}", "{name}")'
    hints = "\n".join(line for line in asks if line.startswith("#ex.hint("))
    asking = {**_with(cell, hints), "metadata": {"tags": ["hint"]}}
    asking["id"] = hashlib.sha256(f"{cell['id']} hint".encode()).hexdigest()[:12]
    return [_with(cell, check), asking]


def _with(cell: Cell, text: str) -> Cell:
    """The cell as nobody has run it, with another text."""
    made = {**cell, "source": text.splitlines(keepends=True)}
    return made if cell["cell_type"] != "code" else {**made, "outputs": [], "execution_count": None}


def _text(cell: Cell) -> str:
    return "".join(cell["source"])


def _question(cell: Cell) -> str | None:
    return cell["metadata"].get("mlcurric", {}).get("question")


def _read(lesson: Lesson, *folder: str) -> dict[str, Any]:
    path = content().joinpath("exercises", *folder) / exercise_path(lesson)
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise NotBuilt(lesson.id) from None

"""The model answers, read from the solved exercises that the build makes."""

from __future__ import annotations

import json

from mlcurric.curriculum import content, exercise_path, lessons
from mlcurric.text import language

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"


class NoSolution(LookupError):
    """The question has no model answer in the built notebooks."""


def model_answer(exercise_id: str, question: str) -> str:
    """A question's model answer, in the current language, as a learner would type it.

    An answer that the solved exercise computes and shows is given as its value.

    Raises:
        NoSolution: for a quick check, which has none, or where the notebooks are not built.
    """
    lesson = next((lesson for lesson in lessons() if lesson.id == exercise_id), None)
    path = lesson and content() / "exercises" / "solved" / language() / exercise_path(lesson)
    if not path or not path.exists():
        raise NoSolution(exercise_id)
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["metadata"].get("mlcurric", {}).get("question") == question:
            for output in cell["outputs"]:
                if output["output_type"] == "execute_result":
                    return f"{question} = {''.join(output['data']['text/plain'])}"
            lines = "".join(cell["source"]).splitlines()
            return "\n".join(line for line in lines if line.strip() not in (BEGIN, END))
    raise NoSolution(question)

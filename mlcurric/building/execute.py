"""Runs a page in a fresh kernel, in an empty folder, in its own language, and judges the answers it arrives at."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import Any

from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, CellExecutionError, CellTimeoutError
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from mlcurric.building.answers import first_place
from mlcurric.building.assemble import Page
from mlcurric.building.bilingual import resolve
from mlcurric.building.problems import Findings, Place, SourceError
from mlcurric.question.plain import loads
from mlcurric.question.question import Question, judge
from mlcurric.question.verdict import Status
from mlcurric.text import LANGUAGE_VARIABLE, speaking

CELL_SECONDS = 25
"""nbgrader gives a cell 30 seconds, and a learner less."""
_COLOUR_CODES = re.compile(r"\x1b\[[0-9;]*m")


def execute(page: Page) -> dict[str, Any]:
    """Run the cells of a page in place.

    Returns:
        Answers as plain data, by the question's name: the model's for a solved exercise and for the quick checks of a
        lesson, and for an exercise those that the learner starts from.

    Raises:
        SourceError: naming the cell that failed.
    """
    probe = new_code_cell(_probe(page), metadata={"tags": ["probe"]})
    page.notebook.cells.append(probe)
    running = probe

    def remember(cell: NotebookNode, cell_index: int) -> None:
        nonlocal running
        running = cell

    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder, "work")
        work.mkdir()
        client = NotebookClient(
            page.notebook,
            timeout=CELL_SECONDS,
            kernel_name="python3",
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
            resources={"metadata": {"path": str(work)}},
            record_timing=False,
            store_widget_state=False,
            on_cell_start=remember,
        )
        # A profile of the author's own must not change what a learner sees.
        environment = {**os.environ, LANGUAGE_VARIABLE: page.lang, "IPYTHONDIR": str(Path(folder, "ipython"))}
        try:
            client.execute(env=environment)
        except (CellControlSignal, RuntimeError) as error:
            raise _failure(page, page.place(running), error) from None
        finally:
            page.notebook.cells.remove(probe)
    return loads(
        "".join(output.text for output in probe.outputs if output.output_type == "stream" and output.name == "stdout")
    )


def _failure(page: Page, place: Place, error: Exception) -> SourceError:
    where = f"On the page {page.path}"
    if isinstance(error, CellTimeoutError):
        return place.error(f"{where} this cell ran longer than {CELL_SECONDS} seconds.", "Make it do less.")
    if isinstance(error, CellExecutionError):
        said = _COLOUR_CODES.sub("", f"{error.ename}: {error.evalue}").strip()
        return place.error(f"{where} this cell failed with “{said}”.", "Mend the code; a page runs from top to bottom.")
    return place.error(f"{where} the kernel died ({type(error).__name__}).", "Run the notebook by hand to see why.")


def _probe(page: Page) -> str:
    """Code that runs after the page and is not kept: it hands the answers over."""
    names = [question.name for question in _answered(page)]
    functions = [question.name for question in _answered(page) if question.calls() is not None]
    # A lesson shows its quick checks unanswered, so their model answers run here.
    models = [resolve(slot.code, page.lang, slot.place) for slot in page.source.code if slot.question]
    calls = [
        "from mlcurric.questions import question_set",
        f"asked = [each for each in question_set({page.lesson!r}).all if each.name in {functions!r}]",
        "calls = {each.name: each.calls() for each in asked}",
    ]
    return "\n".join(
        [
            *(models if page.kind == "lesson" else ()),
            *(calls if functions else ["calls = {}"]),
            "from mlcurric.question.asking import answer_of",
            "from mlcurric.question.plain import dumps",
            f"print(dumps({{name: answer_of(globals().get(name, ...), calls.get(name)) for name in {names!r}}}))",
        ]
    )


def _answered(page: Page) -> list[Question]:
    """The questions of a page that have a model answer in its source."""
    names = [slot.question for slot in page.source.code if slot.question and slot.code.strip()]
    return [question for question in (page.questions.all if page.questions else ()) if question.name in names]


def check_verdicts(page: Page, answers: dict[str, Any], findings: Findings) -> bool:
    """Both sides: whether every model answer is accepted, and an untouched exercise is not attempted."""
    all_good = True
    for question in _answered(page):
        verdict = judge(question, answers[question.name])
        if page.kind == "exercise":
            good = verdict.status is Status.NOT_ATTEMPTED
            problem, mend = "is taken for an answer before the learner has typed one", "Mend the question's form."
        else:
            good = verdict.status in (Status.PASSED, Status.NEEDS_MARKING) and verdict.misconception is None
            problem, mend = "has a model answer that its own check does not accept", "Mend the one or the other."
        if not good:
            all_good = False
            with speaking("en"):
                said = verdict.as_text()
            findings.errors.append(
                first_place(page.source, question.name).error(
                    f"“{question.name}” {problem} ({page.path} says “{said}”).", mend
                )
            )
    return all_good

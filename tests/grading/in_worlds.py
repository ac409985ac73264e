"""A graded world, its solved notebook run on its tables, and what its own process says of answers: one process a world."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mlcurric import questions
from mlcurric.curriculum import content
from mlcurric.grading.guest.limits import Limits
from mlcurric.grading.judging import worlds
from mlcurric.grading.running.job import Job, Runner
from mlcurric.grading.running.place import Place, hand_over
from mlcurric.grading.running.run_report import Run, read_report
from mlcurric.question.asking import Call, answer_of
from mlcurric.question.question import judge

Found = tuple[str, float, str | None]
"""Status, share and misconception of a verdict."""


class InWorld:
    """One world, behind every table and check of a process of its own; without a key the practice world."""

    def __init__(self, process: ProcessPoolExecutor, exercise: str, tables: str) -> None:
        self._process, self._exercise, self._tables = process, exercise, tables

    def solved(self, runner: Runner, lang: str = "en") -> Run:
        """The solved notebook, run on the tables of this world."""
        return self.run(runner, solved_cells(self._exercise, lang))

    def run(self, runner: Runner, cells: tuple[str, ...]) -> Run:
        names = tuple(question.name for question in questions.question_set(self._exercise).graded)
        calls = self._process.submit(_calls, self._exercise).result()
        job = Job(cells, names, calls, self._tables, Limits(seconds=60))
        return read_report(job, runner.run(job))

    def judge(self, answers: dict[str, Any]) -> dict[str, Found]:
        """What this world's checks say."""
        return self._process.submit(_judge, self._exercise, answers).result()

    def judge_misconceptions(self, name: str) -> dict[str, Found]:
        """What they say of each known misconception of a question, as it is computed in this world."""
        return self._process.submit(_misconceptions, self._exercise, name).result()


@contextmanager
def in_world(key: bytes, exercise: str, place: Place) -> Iterator[InWorld]:
    """Enter a world in a new process, and write its tables below ``place``."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["mlcurric.grading.judging.worlds"])
    folder = place.tables / f"{key.hex()}-{exercise}"
    # The same tables, where another test has entered the same world.
    folder.mkdir(exist_ok=True)
    with ProcessPoolExecutor(1, context, worlds.enter, (key, exercise, 1)) as process:
        process.submit(worlds.write_tables, folder, exercise).result()
        hand_over(folder)
        yield InWorld(process, exercise, folder.name)


def solved_cells(exercise: str, lang: str = "en") -> tuple[str, ...]:
    """The code cells of a solved notebook."""
    path = next((content() / "exercises" / "solved" / lang).glob(f"*/{exercise}-*.ipynb"))
    cells = json.loads(Path(path).read_text(encoding="utf-8"))["cells"]
    return tuple("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def _calls(exercise: str) -> dict[str, list[Call]]:
    asked = questions.question_set(exercise).graded
    return {question.name: calls for question in asked if (calls := question.calls()) is not None}


def _judge(exercise: str, answers: dict[str, Any]) -> dict[str, Found]:
    found = questions.question_set(exercise)
    verdicts = {name: judge(found.find(name), answer) for name, answer in answers.items()}
    return {name: (one.status.name, one.share, one.misconception) for name, one in verdicts.items()}


def _misconceptions(exercise: str, name: str) -> dict[str, Found]:
    question = questions.question_set(exercise).find(name)
    examples = {one.id: answer_of(one.wrong_answer(), question.calls()) for one in question.misconceptions}
    return {found: _judge(exercise, {name: answer})[name] for found, answer in examples.items()}

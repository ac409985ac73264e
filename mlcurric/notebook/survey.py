"""Keeps the survey that ends a stage as one table in ``my-work/survey/``."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from mlcurric.notebook.show import show_notice, show_outside, show_unsaved
from mlcurric.notebook.workfolder import write_table
from mlcurric.question.plain import to_plain
from mlcurric.subject.surveys.forms import ABOUT, read_answer, survey_items, survey_table
from mlcurric.text import T

SURVEY_FOLDER = "survey"


def survey_path(work: Path, stage: int) -> Path:
    """The file that holds the answers to the survey that ends a stage."""
    return work / SURVEY_FOLDER / f"stage-{stage}.csv"


def keep_survey(work: Path | None, stage: int, lines: Mapping[str, Any]) -> None:
    """Keep the answers of a stage's survey, whole or not at all, and say what is still open.

    Args:
        work: the learner's folder, or ``None`` where nothing is kept.
        stage: the stage's number.
        lines: the cell's lines as they were typed, by item; ``team`` and ``code`` may be among them.
    """
    asked = {item.id: item for item in survey_items(stage)}
    items = {**{name: item for name, item in ABOUT.items() if name in lines}, **asked}
    # As plain data: half of a character, which cannot be written to a file, is replaced.
    read = {name: read_answer(item, to_plain(lines.get(name, ...))) for name, item in items.items()}
    kept = {name: answer for name, answer in read.items() if isinstance(answer, str)}
    if not kept.keys() & asked.keys():
        kept = {}
    problems = [_about_unknown(name, items) for name in lines if name not in items]
    problems += [answer for answer in read.values() if isinstance(answer, T)]
    if not kept:
        show_notice(
            *problems
            or (T("Nothing is filled in yet; nothing was saved.", "まだ何も書かれていないので、保存していません。"),)
        )
        return
    if work is None:
        show_outside()
        return
    path = survey_path(work, stage)
    replaced = path.exists()
    try:
        write_table(path, survey_table(stage, datetime.now().date().isoformat(), kept))
    except OSError as error:
        show_unsaved(error)
        return
    said = _REPLACED if replaced else _SAVED
    show_notice(said.format(path=path.relative_to(work.parent)), *problems, *_about_open(read))


_SAVED = T("Saved in {path}.", "{path} に保存しました。")
_REPLACED = T(
    "Saved in {path}, in place of your earlier answers.",
    "{path} に保存しました。前の回答は、今回の回答に置きかわりました。",
)


def _about_open(read: Mapping[str, Any]) -> tuple[T, ...]:
    """What is left to fill in; nothing has to be."""
    still_open = [name for name, answer in read.items() if answer is None and name not in ABOUT]
    if not still_open:
        return (T("All lines are filled in; thank you.", "すべて埋まりました。ありがとうございました。"),)
    return (T("Still open: {names}.", "まだ空いている行: {names}。").format(names=", ".join(still_open)),)


def _about_unknown(name: str, items: Mapping[str, Any]) -> T:
    near = difflib.get_close_matches(name, items, 1)
    if near:
        return T(
            "There is no line “{name}”; did you mean “{near}”?",
            "「{name}」という行はありません。「{near}」でしょうか。",
        ).format(name=name, near=near[0])
    return T("There is no line “{name}”.", "「{name}」という行はありません。").format(name=name)

"""What a learner writes about their own product: one file a lesson in ``my-work/my-product/``, seen by nobody else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mlcurric.notebook.progress import Progress
from mlcurric.notebook.show import show_notice, show_outside, show_unsaved
from mlcurric.notebook.workfolder import write_json
from mlcurric.question.plain import to_plain
from mlcurric.text import T

PRODUCT_FOLDER = "my-product"
_NOTHING = T("Nothing is written yet; whenever you are ready.", "まだ何も書かれていません。書けるときで大丈夫です。")
_KEEPS = T(
    "No line was filled in here; what you wrote before stays.",
    "ここには何も書かれていないので、前に書いたものがそのまま残ります。",
)

_LEFT = T(
    "Empty here, so what you wrote before stays: {names}.", "空の行は、前に書いたものがそのまま残ります({names})。"
)


def product_path(work: Path, lesson: str) -> Path:
    """The file that holds what one lesson's *Take it back* saved."""
    return work / PRODUCT_FOLDER / f"{lesson}.json"


def read_product(work: Path | None, lesson: str) -> dict[str, str]:
    """What the learner has written in one lesson, line by line; empty where there is nothing, or nothing readable.

    Args:
        work: the learner's folder, or ``None``.
        lesson: the lesson's number, such as ``"1-1"``.
    """
    try:
        return {} if work is None else _read_lines(product_path(work, lesson))
    except OSError:
        return {}


def keep_product(work: Path | None, progress: Progress, lesson: str, lines: Mapping[str, Any]) -> None:
    """Keep what a *Take it back* cell says, whole or not at all, and say where; an empty line keeps what it held.

    Args:
        work: the learner's folder, or ``None`` where nothing is kept.
        progress: its log, which keeps what is written over here.
        lesson: the lesson's number.
        lines: the cell's lines as they were typed.
    """
    # As plain data: half of a character, which cannot be written to a file, is replaced.
    written = {key: to_plain(str(text)) for key, text in lines.items() if text is not ... and str(text).strip()}
    if not written:
        before = work is not None and product_path(work, lesson).exists()
        show_notice(_KEEPS if before else _NOTHING)
        return
    if work is None:
        show_outside()
        return
    path = product_path(work, lesson)
    try:
        progress.record(lesson, "take_back", "kept", lines=written)
        before = _read_lines(path)
        write_json(path, {**before, **written})
    except OSError as error:
        show_unsaved(error)
        return
    saved = T("Saved in {path}.", "{path} に保存しました。").format(path=path.relative_to(work.parent))
    left = [name for name in before if name in lines and name not in written]
    show_notice(saved, *([_LEFT.format(names=", ".join(left))] if left else []))


def _read_lines(path: Path) -> dict[str, str]:
    """What was written before; a damaged file counts as empty, and the log still has its lines."""
    try:
        lines = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return {name: text for name, text in lines.items() if isinstance(text, str)} if isinstance(lines, dict) else {}

"""The folder of all feedback pages, and its index: whose page is which, what waits for marking, and what was left behind.

File names are hashes, so that no name of a learner can harm a disk; whoever hands the pages back starts at the index. What
a page shows of the notebook itself is kept beside the gradebook, so that marks can be shown long after the hand-in is gone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mlcurric.grading.gradebook.grades_file import short
from mlcurric.grading.pages.feedback import write_page
from mlcurric.grading.reading.collect import display
from mlcurric.grading.reading.hand_ins import HandIn
from mlcurric.grading.reading.names import shown_names
from mlcurric.grading.reading.read import Unreadable, read_bytes
from mlcurric.grading.reading.saved import Saved, as_json, from_json, saved_answers
from mlcurric.grading.said import COULD_NOT_BE_GRADED, STOPPED_BY, kept_before
from mlcurric.grading.submission import Submission
from mlcurric.keeping import write_whole
from mlcurric.question.verdict import Status
from mlcurric.templates import filled
from mlcurric.text import T

FEEDBACK, INDEX = "feedback", "index.html"
CELLS = "cells"
"""Below the folder of the results: a file a hand-in, with what its page shows of the notebook."""

WORDS = {
    "title": T("Feedback pages", "フィードバックの一覧"),
    "keep": T(
        "For whoever grades. Do not pass this list on: it says whose page is which.",
        "採点する人のための一覧です。どのページが誰のものかがわかるため、学習者には渡さないでください。",
    ),
    "caption": T("One row a hand-in", "提出 1 件につき 1 行"),
    "learner": T("Learner", "学習者"),
    "exercise": T("Exercise", "演習"),
    "points": T("Points", "点"),
    "waits": T("Waits for marking", "採点待ち"),
    "note": T("Note", "備考"),
    "none": T("No hand-in is graded yet.", "採点した提出はまだありません。"),
    "left": T("Left from before", "以前のページ"),
    "left_why": T(
        "These pages are of no hand-in in the gradebook. They were not touched; delete them if nobody needs them.",
        "成績簿のどの提出にも対応しないページです。手を加えていないので、不要なら削除してください。",
    ),
}
_TOTALS = T(
    "Pages: {pages}, learners: {learners}, texts that wait for marking: {waiting}.",
    "{learners} 人、{pages} ページ。採点待ちの文章は {waiting} 件です。",
)
_POINTS = T("{points} of {all}", "{points} / {all}")
_NO_POINTS = T("–", "–")
_TEXTS, _ONE_TEXT = T("{n} texts", "{n} 件"), T("1 text", "1 件")
_GONE = T("the file is no longer among the hand-ins", "ファイルは提出フォルダーにもうありません")
_CHANGED = T("another file is there now, and was not graded", "今ある別のファイルは採点していません")


@dataclass(frozen=True)
class Row:
    """One line of the index.

    Attributes:
        learner: the name as people read it.
        exercise: as the link to the page says it.
        address: of the page, from the index.
        points: those that stand, of all that the hand-in can earn; none for one that could not be graded.
        waits: the texts that nobody has marked yet; ``None`` for none.
        notes: what somebody should know of it.
    """

    learner: str
    exercise: str
    address: str
    points: T
    waits: T | None
    notes: tuple[T, ...]


def write_pages(
    out: Path,
    submissions: Iterable[Submission],
    found: Iterable[HandIn] | None = None,
    cells_of: Callable[[bytes, tuple[str, ...]], dict[str, Saved]] = saved_answers,
) -> None:
    """Write the page of every hand-in, and the index of all pages, each whole or not at all; the caller holds the folder alone.

    Args:
        out: the folder of the results; the pages go into ``feedback`` in it.
        submissions: the newest graded hand-in of every learner for every exercise, in the order of the index.
        found: the hand-ins that lie there now, where somebody looked.
        cells_of: what reads the cells of the answers out of a notebook, as ``saved_answers`` does.

    Raises:
        OSError: if a page cannot be written.
    """
    ours = [one for one in submissions if not one.second]
    there = None if found is None else {(one.file.learner, one.name): one for one in found}
    shown = shown_names(one.learner for one in ours)
    folder = out / FEEDBACK
    rows, pages = [], {folder / INDEX}
    for one in ours:
        hand_in = (there or {}).get((one.learner, one.name))
        page = write_page(folder, one, shown[one.learner], _cells(out / CELLS, one, hand_in, cells_of))
        pages.add(page)
        notes = _notes(one) if there is None else (*_notes(one), *_since(one, hand_in))
        rows.append(_row(one, shown[one.learner], page.relative_to(folder).as_posix(), notes))
    left = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html") if path not in pages)
    waiting = sum(_waiting(one) for one in ours)
    totals = _TOTALS.format(pages=len(rows), learners=len(shown), waiting=waiting)
    page = filled(
        "mlcurric.grading.pages", "feedback_index.html", words=WORDS, totals=totals, rows=rows,
        left=[(path, display(path)) for path in left],
    )  # fmt: skip
    write_whole(folder / INDEX, page, alone=True)


def _cells(
    kept: Path,
    one: Submission,
    hand_in: HandIn | None,
    cells_of: Callable[[bytes, tuple[str, ...]], dict[str, Saved]],
) -> dict[str, Saved] | None:
    """The cells of a hand-in's answers; ``None`` where they were not kept, and the file is gone or is another by now."""
    if not one.graded or one.problem:
        return None
    path = kept / f"{one.name}-{one.hash}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        return from_json(path.read_text(encoding="utf-8"))
    if hand_in is None or hand_in.hash != one.hash:
        return None
    try:
        raw, _ = read_bytes(hand_in.file.path)
    except Unreadable:
        return None
    # It may have been swapped since it was read for grading.
    if hashlib.sha256(raw).hexdigest() != one.hash:
        return None
    cells = cells_of(raw, tuple(each.name for each in one.graded))
    write_whole(path, as_json(cells), alone=True)
    return cells


def _notes(one: Submission) -> tuple[T, ...]:
    why = (COULD_NOT_BE_GRADED,) if one.problem else (STOPPED_BY[one.trouble],) if one.trouble else ()
    return (*why, *filter(None, (kept_before(one),)))


def _since(one: Submission, hand_in: HandIn | None) -> tuple[T, ...]:
    """What became of the file since it was graded."""
    if hand_in is None:
        return (_GONE,)
    return (_CHANGED,) if hand_in.hash != one.hash else ()


def _row(one: Submission, learner: str, address: str, notes: tuple[T, ...]) -> Row:
    waiting = _waiting(one)
    points, most = sum(each.points for each in one.graded), sum(each.most for each in one.graded)
    texts = (_ONE_TEXT if waiting == 1 else _TEXTS.format(n=waiting)) if waiting else None
    earned = _NO_POINTS if one.ungraded else _POINTS.format(points=short(points), all=short(most))
    return Row(learner, display(one.name), address, earned, texts, notes)


def _waiting(one: Submission) -> int:
    return sum(each.verdict.status is Status.NEEDS_MARKING for each in one.graded if each.most)

"""What a learner gets back: one self-contained page a hand-in, in its language, with no expected value on it.

It shows what the learner wrote and saved, and what we say of it; of a run on customers whom nobody may see, nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mlcurric.curriculum import lessons
from mlcurric.grading.gradebook.grades_file import sentences, short
from mlcurric.grading.gradebook.titles import question_of
from mlcurric.grading.judging.judge import Graded
from mlcurric.grading.marking import Marks
from mlcurric.grading.pages.shown_answers import answer_lines
from mlcurric.grading.reading.clean import clean, clean_text
from mlcurric.grading.reading.names import safe_name
from mlcurric.grading.reading.saved import Saved
from mlcurric.grading.said import kept_before
from mlcurric.grading.submission import Submission
from mlcurric.keeping import write_whole
from mlcurric.question.question import KINDS, Question
from mlcurric.question.rubric import RUBRIC, TOP_MARK
from mlcurric.question.verdict import Status
from mlcurric.templates import filled
from mlcurric.text import T, speaking

_SMALL = 600
"""Characters; so much of what the cell of a free text printed is shown beside it."""

WORDS = {
    "feedback": T("Feedback", "フィードバック"),
    "learner": T("Learner", "学習者"),
    "file": T("File", "ファイル"),
    "result": T("Result", "結果"),
    "questions": T("Questions", "問題"),
    "answer": T("Your answer", "あなたの答え"),
    "hint": T("Hint", "ヒント"),
    "rubric": T("How it is marked", "採点の観点"),
    "marks": T("Marks", "採点結果"),
    "asked_for": T("What is asked for", "観点"),
    "points": T("Points", "点"),
    "comment": T("Comment", "コメント"),
    "showed": T("What it showed when you saved the notebook:", "ノートブックを保存したときの表示:"),
    "cut": T(
        "Not all of it is shown here; all of it is in your notebook.",
        "ここに載せているのは一部です。全体はあなたのノートブックで見られます。",
    ),
    "no_cells": T(
        "Your cells and what they showed are not on this page, because the file that was graded is no longer where it was. "
        "They are in your notebook.",
        "採点したファイルが元の場所にないため、セルの内容とその表示は載せていません。あなたのノートブックで見られます。",
    ),
    "not_graded": T("Could not be graded", "採点できませんでした"),
    "stopped_cells": T("Cells that stopped", "エラーで止まったセル"),
    "next": T("What to do next", "次にすること"),
    "again": T(
        "Change your answers in the notebook, choose Run > Restart Kernel and Run All Cells…, save, and hand it in again.",
        "ノートブックで答えを直し、「実行」→「カーネルを再起動 と すべてのセルを実行…」で確かめて保存し、もう一度提出してください。",
    ),
    "read": T(
        "Read above what a person gave and wrote about your text.",
        "上にある、あなたの文章への点数とコメントも読んでみてください。",
    ),
    "all_passed": T(
        "Everything that a machine can check is right. Well done.",
        "自動で採点できる問題はすべて正解です。お疲れさまでした。",
    ),
}
_PASSED = T("{passed} of {all} questions right", "{all} 問中 {passed} 問正解")
_POINTS = T("{points} of {all} points", "{all} 点中 {points} 点")
_POINTS_SO_FAR = T("{points} of {all} points so far", "{all} 点中 {points} 点(現時点)")
_WAITING = T(
    "Up to {points} more points from a person who reads your text", "あと {points} 点分は、これから人が採点します"
)
_OF_POINTS = T("{points} of {all} points", "{points} / {all} 点")
_OF_ONE_POINT = T("{points} of 1 point", "{points} / 1 点")
_NOT_MARKED = T("not marked yet, up to {all} points", "未採点(満点 {all} 点)")
_NOT_ASKED = T("no longer asked", "今の演習にはない問題")
_NO_POINTS = T("no points", "配点なし")
_MARKED = T(
    "Among them {points} of {all} points from a person who read your texts",
    "うち、人が読んだ文章の採点: {all} 点中 {points} 点",
)
_NOT_YET = T("not yet", "未採点")
_CELL = T("Your cell (code cell {cell})", "あなたのセル(コードセルの {cell} 番目)")
_SAME_CELL = T("The cell is shown with question {number}.", "セルは問題 {number} に載せています。")
_PICTURE = T("Picture {number} that code cell {cell} drew", "コードセルの {cell} 番目が描いた図 {number}")
_OTHERS = T(
    "Not graded, because one notebook an exercise counts: {others}.",
    "採点するのは演習ごとに 1 ファイルです。次のファイルは採点していません: {others}",
)
_EARLIER = T(
    "Your {kept}. If it is to count, hand that notebook in again.",
    "{kept}。その結果を使うには、そのときのノートブックをもう一度提出してください。",
)
_MARKS = T("0 to {top} points", "0〜{top} 点").format(top=TOP_MARK)


def write_page(folder: Path, submission: Submission, learner: str, cells: Mapping[str, Saved] | None = None) -> Path:
    """Write the page of one hand-in below ``folder``, whole or not at all.

    Args:
        folder: where all pages are.
        submission: the hand-in.
        learner: the learner's name as people read it.
        cells: by answer, the cell that sets it; nothing where the hand-in itself cannot be looked at any more.
    """
    path = page_of(folder, submission)
    write_whole(path, render(submission, learner, cells), alone=True)
    return path


def page_of(folder: Path, submission: Submission) -> Path:
    """Where the page of a hand-in stands."""
    name = submission.name if submission.graded else safe_name(submission.name)
    return folder / safe_name(submission.learner) / f"{name}.html"


def render(submission: Submission, learner: str, cells: Mapping[str, Saved] | None = None) -> str:
    """The page of one hand-in as HTML; see ``write_page``."""
    ran = submission.problem is None
    with speaking(submission.lang):
        return filled(
            "mlcurric.grading.pages",
            "feedback.html",
            learner=learner,
            file=submission.file,
            heading=_heading(submission),
            words=WORDS,
            summary=_summary(submission) if ran else [],
            problem=submission.problem,
            earlier=_EARLIER.format(kept=kept) if (kept := kept_before(submission)) else None,
            others=_OTHERS.format(others=", ".join(submission.others)) if submission.others else None,
            cells=submission.stopped,
            questions=_views(submission, cells or {}) if ran else [],
            no_cells=ran and cells is None and bool(submission.graded),
            read=any(_to_be_read(one, submission.marks.get(one.name)) for one in submission.graded),
            open=any(one.verdict.status not in (Status.PASSED, Status.NEEDS_MARKING) for one in submission.graded),
        )


def _to_be_read(one: Graded, marks: Marks | None) -> bool:
    """Whether a person wrote something about a text, or gave it less than there is."""
    return marks is not None and (marks.commented or (marks.complete and one.points < one.most))


def _heading(submission: Submission) -> str:
    titles = (lesson.title for lesson in lessons() if submission.graded and lesson.id == submission.name)
    return f"{submission.name} {next(titles, '')}".strip()


def _summary(submission: Submission) -> list[T]:
    """The totals, of all points that the hand-in can earn; what a person gave, or still gives, is said beside them."""
    graded = submission.graded
    waiting = sum(one.most for one in graded if one.verdict.status is Status.NEEDS_MARKING)
    checked = [one for one in graded if one.most and _kind(question_of(submission.name, one.name), one) != "T"]
    passed = sum(one.verdict.status is Status.PASSED for one in checked)
    points, most = sum(one.points for one in graded), sum(one.most for one in graded)
    said = _POINTS_SO_FAR if waiting or submission.ungraded else _POINTS
    lines = [_PASSED.format(passed=passed, all=len(checked)), said.format(points=short(points), all=short(most))]
    read = [one for one in graded if one.name in submission.marks and one.verdict.status is not Status.NEEDS_MARKING]
    if read:
        points, most = sum(one.points for one in read), sum(one.most for one in read)
        lines.append(_MARKED.format(points=short(points), all=short(most)))
    return [*lines, _WAITING.format(points=short(waiting))] if waiting else lines


def _views(submission: Submission, cells: Mapping[str, Saved]) -> list[dict[str, Any]]:
    shown_with: dict[int, int] = {}
    views = []
    for number, one in enumerate(submission.graded, 1):
        view = _view(question_of(submission.name, one.name), one, submission.marks.get(one.name))
        if (cell := cells.get(one.name)) is not None:
            first = shown_with.setdefault(cell.number, number)
            view |= {"same_cell": _SAME_CELL.format(number=first)} if first != number else _cell_view(cell, view)
        views.append(view)
    return views


def _kind(question: Question | None, one: Graded) -> str:
    """Of a question that no exercise asks any more, what its verdict tells."""
    return question.kind if question else "T" if one.verdict.status is Status.NEEDS_MARKING else ""


def _view(question: Question | None, one: Graded, marks: Marks | None) -> dict[str, Any]:
    status = one.verdict.status
    kind = _kind(question, one)
    return {
        "title": question.title if question else one.name,
        "name": one.name,
        "kind": KINDS.get(kind, _NOT_ASKED),
        "status": status.value,
        "label": one.label,
        "says": sentences(one.verdict),
        "points": _points(one),
        "answer": answer_lines(question.form if question else None, one.answer) if one.answered else [],
        "line": one.line,
        "is_text": kind == "T",
        "hint": question.hints[0]
        if question and status in (Status.FAILED, Status.NOT_ATTEMPTED) and not marks
        else None,
        "rubric": [(line.asks, _MARKS) for line in RUBRIC] if status is Status.NEEDS_MARKING and not marks else [],
        "marks": _marks(marks) if marks else [],
        "comment": _written(marks.comment) if marks else "",
        "cell": None,
        "same_cell": None,
    }


def _marks(marks: Marks) -> list[tuple[str, T, str]]:
    """What is asked for, its points and what was written about it, a line each; those that nobody marked yet come last."""
    marked = [
        (clean(str(mark.line)), _NOT_YET if mark.points is None else _points_of(mark.points, mark.most), _written(mark.comment))
        for mark in marks.lines
    ]  # fmt: skip
    there = {asks for asks, *_ in marked}
    return [*marked, *((str(line.asks), _NOT_YET, "") for line in RUBRIC if str(line.asks) not in there)]


def _written(comment: str) -> str:
    return clean_text(comment.strip("\r\n").replace("\r\n", "\n"), keep="\n\t")


def _cell_view(cell: Saved, view: dict[str, Any]) -> dict[str, Any]:
    """What is shown of a cell; that of a free text stands above it already, and is shown for what it printed alone."""
    is_shown = view["is_text"] and bool(view["answer"])
    text, pictures, cut = cell.text, cell.pictures, cell.cut
    if is_shown:
        cut = len(text) > _SMALL or len(pictures) > 1
        text, pictures = text[:_SMALL], pictures[:1]
    if is_shown and not (text or pictures):
        return {}
    alts = (_PICTURE.format(number=number, cell=cell.number) for number in range(1, len(pictures) + 1))
    return {
        "cell": {
            "title": _CELL.format(cell=cell.number),
            "source": "" if is_shown else cell.source,
            "text": text,
            "pictures": list(zip(pictures, alts, strict=True)),
            "cut": cut,
        }
    }


def _points(one: Graded) -> T:
    most = one.most
    if not most:
        return _NO_POINTS
    if one.verdict.status is Status.NEEDS_MARKING:
        return _NOT_MARKED.format(all=most)
    return _points_of(one.points, most)


def _points_of(points: float, most: float) -> T:
    return (_OF_ONE_POINT if most == 1 else _OF_POINTS).format(points=short(points), all=short(most))

"""What a learner gets back: one self-contained page a hand-in, in its language, with no expected value on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mlcurric import questions
from mlcurric.curriculum import lessons
from mlcurric.grading.clean import clean
from mlcurric.grading.judge import Graded
from mlcurric.grading.names import safe_name
from mlcurric.grading.report import sentences, short
from mlcurric.grading.submission import Submission
from mlcurric.keeping import write_whole
from mlcurric.question.charts import Chart
from mlcurric.question.choices import Choice, Letters
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Form, Text
from mlcurric.question.functions import Function
from mlcurric.question.given import Given
from mlcurric.question.plain import Opaque
from mlcurric.question.question import KINDS, Question
from mlcurric.question.rubric import RUBRIC, TOP_MARK
from mlcurric.question.verdict import Status, Verdict
from mlcurric.subject.charts.words import in_words
from mlcurric.templates import filled
from mlcurric.text import T, speaking

LONGEST_VALUE = 300
_BREAKS = "\n\t"

WORDS = {
    "feedback": T("Feedback", "フィードバック"),
    "learner": T("Learner", "学習者"),
    "file": T("File", "ファイル"),
    "result": T("Result", "結果"),
    "questions": T("Questions", "問題"),
    "answer": T("Your answer", "あなたの答え"),
    "hint": T("Hint", "ヒント"),
    "rubric": T("How it is marked", "採点の観点"),
    "not_graded": T("Could not be graded", "採点できませんでした"),
    "stopped_cells": T("Cells that stopped", "エラーで止まったセル"),
    "next": T("What to do next", "次にすること"),
    "again": T(
        "Change your answers in the notebook, choose Run > Restart Kernel and Run All Cells…, save, and hand it in again.",
        "ノートブックで答えを直し、「実行」→「カーネルを再起動 と すべてのセルを実行…」で確かめて保存し、もう一度提出してください。",
    ),
    "all_passed": T(
        "Everything that a machine can check is right. Well done.",
        "自動で採点できる問題はすべて正解です。お疲れさまでした。",
    ),
}
_PASSED = T("{passed} of {all} questions right", "{all} 問中 {passed} 問正解")
_POINTS = T("{points} of {all} points", "{all} 点中 {points} 点")
_WAITING = T("{points} more points are marked by a person", "残る {points} 点分は人が採点します")
_OF_POINTS = T("{points} of {all} points", "{points} / {all} 点")
_OF_ONE_POINT = T("{points} of 1 point", "{points} / 1 点")
_NOT_MARKED = T("not marked yet, up to {all} points", "未採点(満点 {all} 点)")
_NO_POINTS = T("no points", "配点なし")
_OF_TYPE = T("a value of type {kind}", "{kind} 型の値")
_TRIED = T("the function {name}, tried on {n} inputs", "関数 {name}({n} 通りの入力で確認)")
_OTHERS = T(
    "Not graded, because one notebook an exercise counts: {others}.",
    "採点するのは演習ごとに 1 ファイルです。次のファイルは採点していません: {others}",
)
_MARKS = T("0 to {top} points", "0〜{top} 点").format(top=TOP_MARK)


@dataclass(frozen=True)
class Line:
    """One line of an answer as it is shown; ``label`` is empty where the answer is a single value."""

    label: str
    text: str


def write_page(folder: Path, submission: Submission, learner: str) -> Path:
    """Write the page of one hand-in below ``folder``, whole or not at all; nothing for one of which another file counts.

    Args:
        learner: the learner's name as people read it.
    """
    path = page_of(folder, submission)
    write_whole(path, render(submission, learner))
    return path


def page_of(folder: Path, submission: Submission) -> Path:
    """Where the page of a hand-in stands."""
    name = submission.name if submission.graded else safe_name(submission.name)
    return folder / safe_name(submission.learner) / f"{name}.html"


def render(submission: Submission, learner: str) -> str:
    """The page of one hand-in as HTML."""
    ran = submission.problem is None
    asked = questions.question_set(submission.name) if submission.graded else None
    with speaking(submission.lang):
        return filled(
            "mlcurric.grading",
            "feedback.html",
            learner=learner,
            file=submission.file,
            heading=_heading(submission),
            words=WORDS,
            summary=_summary(asked, submission.graded) if ran else [],
            problem=submission.problem,
            others=_OTHERS.format(others=", ".join(submission.others)) if submission.others else None,
            cells=submission.stopped,
            questions=[_view(asked.find(one.name), one) for one in submission.graded] if ran else [],
            open=any(one.verdict.status not in (Status.PASSED, Status.NEEDS_MARKING) for one in submission.graded),
            rubric=[(line.asks, _MARKS) for line in RUBRIC],
        )


def answer_lines(form: Form, answer: Any) -> list[Line]:
    """An answer as text, line by line."""
    if isinstance(form, Fields) and isinstance(answer, dict):
        return [_field_line(name, form.fields.get(name), value) for name, value in answer.items()]
    return [Line("", _as_text(form, answer))]


def _field_line(name: str, field: Field | None, value: Any) -> Line:
    return Line(f"{name} · {field.label}" if field else name, _as_text(field.form if field else None, value))


def _as_text(form: Form | None, value: Any) -> str:
    if isinstance(form, Given):
        return _as_text(form.form, value)
    if isinstance(form, Text) and isinstance(value, str):
        # Not strip(): in Japanese a paragraph begins with a full-width space.
        return clean(value.rstrip().lstrip("\r\n"), keep=_BREAKS)
    if isinstance(form, Choice | Letters) and not isinstance(letters := form.read(value), Verdict):
        letters = (letters,) if isinstance(letters, str) else letters
        return "\n".join(_option(letter, str(form.options[letter])) for letter in letters)
    if isinstance(form, Function) and not isinstance(outcomes := form.read(value), Verdict):
        return str(_TRIED.format(name=form.name, n=len(outcomes)))
    if isinstance(form, Chart) and not isinstance(chart := form.read(value), Verdict):
        return str(in_words(chart))
    text = str(_OF_TYPE.format(kind=clean(value.type_name))) if isinstance(value, Opaque) else _code(value)
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


def _option(letter: str, label: str) -> str:
    return label if label == letter else f"{letter}: {label}"


def _code(value: Any) -> str:
    """A number, text in quotes, list or the like as a learner would type it."""
    if isinstance(value, str):
        return f'"{clean(value, keep=_BREAKS)}"'
    if isinstance(value, float):
        return _short(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_code, value))}]"
    if isinstance(value, dict):
        return f"dict({', '.join(f'{clean(key)}={_code(item)}' for key, item in value.items())})"
    if isinstance(value, Opaque):
        return f"<{clean(value.type_name)}>"
    return "…" if value is ... else repr(value)


def _short(value: float) -> str:
    """A number with the digits that people compare: 0.2222, 7041, 1234.5."""
    if not 1_000 <= abs(value) < 1e15:
        return f"{value:.4g}"
    # Four digits would hide what is wrong with 1234.5 where a whole number is asked for.
    return f"{value:.0f}" if value.is_integer() else f"{value:.1f}"


def _heading(submission: Submission) -> str:
    titles = (lesson.title for lesson in lessons() if submission.graded and lesson.id == submission.name)
    return f"{submission.name} {next(titles, '')}".strip()


def _summary(asked: questions.QuestionSet, graded: tuple[Graded, ...]) -> list[T]:
    """The totals; what a person marks is said apart."""
    waiting = sum(one.most for one in graded if one.verdict.status is Status.NEEDS_MARKING)
    checked = [one for one in graded if one.most and asked.find(one.name).kind != "T"]
    passed = sum(one.verdict.status is Status.PASSED for one in checked)
    points, most = sum(one.points for one in checked), sum(one.most for one in checked)
    lines = [_PASSED.format(passed=passed, all=len(checked)), _POINTS.format(points=short(points), all=short(most))]
    return [*lines, _WAITING.format(points=short(waiting))] if waiting else lines


def _view(question: Question, one: Graded) -> dict[str, Any]:
    status = one.verdict.status
    return {
        "title": question.title,
        "name": one.name,
        "kind": KINDS[question.kind],
        "status": status.value,
        "label": one.label,
        "says": sentences(one.verdict),
        "points": _points(one),
        "answer": answer_lines(question.form, one.answer) if one.answered else [],
        "line": one.line,
        "is_text": question.kind == "T",
        "hint": question.hints[0] if status in (Status.FAILED, Status.NOT_ATTEMPTED) else None,
    }


def _points(one: Graded) -> T:
    most = one.most
    if not most:
        return _NO_POINTS
    if one.verdict.status is Status.NEEDS_MARKING:
        return _NOT_MARKED.format(all=most)
    return (_OF_ONE_POINT if most == 1 else _OF_POINTS).format(points=short(one.points), all=most)

"""What a notebook calls: ``ex = exercise("1-1")``, then ``ex.check("rule_hits")`` and its companions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from IPython import get_ipython

from mlcurric.notebook import overview
from mlcurric.notebook.answers import AnswerCells
from mlcurric.notebook.beginners import install
from mlcurric.notebook.progress import Progress
from mlcurric.notebook.show import as_paragraphs, show, show_notice, show_verdict
from mlcurric.notebook.solutions import NoSolution, model_answer
from mlcurric.notebook.workfolder import find_work, write_json
from mlcurric.question.plain import to_plain
from mlcurric.question.question import Question, judge
from mlcurric.question.rubric import RUBRIC, TOP_MARK
from mlcurric.question.verdict import Status, Verdict, not_attempted
from mlcurric.questions import QuestionSet, question_set
from mlcurric.subject.style import use_style
from mlcurric.text import T, speak

PRODUCT_FOLDER = "my-product"
_HINT, _MODEL, _RUBRIC, _WEAK = (
    T("Hint", "ヒント"),
    T("Model answer", "解答例"),
    T("How it is marked", "採点の観点"),
    T("A weak answer", "物足りない答え"),
)


def exercise(exercise_id: str, lang: str | None = None) -> Exercise:
    """Open a lesson or its exercise in a notebook.

    It also sets the language, the fonts of the charts, and a kind answer to slips of typing.

    Args:
        exercise_id: the lesson's number, such as ``"1-1"``.
        lang: ``"en"`` or ``"ja"``; by default the machine's language.

    Raises:
        UnknownExercise: naming the exercises there are.
    """
    if lang is not None:
        speak(lang)
    use_style()
    questions, shell = question_set(exercise_id), get_ipython()
    if shell is None:
        return Exercise(questions, {}, find_work())
    install(shell)
    cells = AnswerCells(shell, [question.name for question in questions.all])
    cells.watch()
    return Exercise(questions, shell.user_ns, find_work(), cells)


class Exercise:
    """The questions of one lesson, tied to the names in a notebook.

    Args:
        questions: the lesson's questions.
        namespace: where the answers stand, by name.
        work: the learner's folder, or ``None`` where nothing is to be kept.
        cells: knows which answers stand in a cell that could not be run.
    """

    def __init__(
        self,
        questions: QuestionSet,
        namespace: Mapping[str, Any],
        work: Path | None,
        cells: AnswerCells | None = None,
    ) -> None:
        self._questions = questions
        self._cells = cells
        self._namespace = namespace
        self._work = work
        self._progress = Progress.of(work)
        self._hints_shown: dict[str, int] = {}

    def __repr__(self) -> str:
        return f"exercise({self._questions.id!r})"

    def check(self, name: str | None = None) -> None:
        """Show what the answer called ``name`` is worth, and the next step."""
        question = self._find(name)
        if question is None:
            return
        verdict = self.judge(question)
        show_verdict(verdict)
        details = {"estimate": self.answer(name)} if question.kind == "P" and verdict.status is Status.PASSED else {}
        self._record(question, verdict.status, **details)
        if verdict.status is Status.NEEDS_MARKING:
            self._show_marking(question)

    def judge(self, question: Question) -> Verdict:
        """The verdict on a question's answer as it stands in the notebook now."""
        if self._cells and question.name in self._cells.unread:
            return not_attempted(
                T(
                    "The cell with “{name} =” could not be run, so there is no answer yet.",
                    "「{name} =」のセルが実行できなかったので、答えがまだありません。",
                ).format(name=question.name),
                T(
                    "Mend that cell, run it, then this one.",
                    "そのセルを直して実行し、もう一度このセルを実行してください。",
                ),
            )
        if question.name not in self._namespace:
            return not_attempted(
                T("There is no {name} yet.", "{name} がまだありません。").format(name=question.name),
                T(
                    "Run the cell with “{name} =” first, then this one.",
                    "先に「{name} =」のセルを実行し、それからこのセルを実行してください。",
                ).format(name=question.name),
            )
        return judge(question, to_plain(self._namespace[question.name]))

    def answer(self, name: str | None = None) -> Any | None:
        """The answer called ``name``, read and clean, once it passes; before that ``None``."""
        question = self._find(name)
        if question is None or self.judge(question).status is not Status.PASSED:
            return None
        return question.form.read(to_plain(self._namespace[question.name]))

    def hint(self, name: str | None = None, number: int | None = None) -> None:
        """Show the next hint for ``name``, or hint ``number`` again, counted from 1."""
        question = self._find(name)
        if question is None:
            return
        last = len(question.hints)
        if number is None:
            number = min(self._hints_shown.get(question.name, 0) + 1, last)
            self._hints_shown[question.name] = number
        if number not in range(1, last + 1):
            show_notice(
                T("There are {last} hints, counted from 1.", "ヒントは 1 から {last} まであります。").format(last=last)
            )
            return
        show_notice(
            question.hints[number - 1],
            label=T("{hint} {n} of {last}", "{hint} {n}/{last}").format(hint=_HINT, n=number, last=last),
        )

    def solution(self, name: str | None = None) -> None:
        """Show the model answer for ``name``, and why it is right; for a free text only after an attempt."""
        question = self._find(name)
        if question is None:
            return
        if question.kind == "T" and self.judge(question).status is Status.NOT_ATTEMPTED:
            show_notice(
                T("Write your own text first; then compare.", "まず自分の言葉で書いてから、見比べましょう。"),
                label=_MODEL,
            )
            return
        code = self._model_answer(question) if question.kind != "P" else ""
        self._record(question, "solution_shown")
        show(
            f"{_MODEL}:\n{code}\n{question.why}",
            f"<strong>{_MODEL}</strong><pre style='white-space:pre-wrap'>{escape(code)}</pre>{as_paragraphs(str(question.why))}",
        )

    def mark_myself(self, name: str, **marks: Any) -> None:
        """Keep the learner's own marks for a text, 0 to 3 a line of the rubric; they never enter a grade."""
        question = self._find(name)
        if question is None:
            return
        wanted = [line.name for line in RUBRIC]
        if question.kind != "T":
            show_notice(
                T(
                    "{name} is checked by the machine; only texts are marked by yourself.",
                    "{name} は機械が採点します。自己採点は文章だけです。",
                ).format(name=name)
            )
        elif any(marks.get(line, ...) is ... for line in wanted):
            show_notice(
                T("Marks still open: {names}.", "まだつけていない観点: {names}。").format(
                    names=", ".join(line for line in wanted if marks.get(line, ...) is ...)
                )
            )
        elif any(type(marks[line]) is not int or marks[line] not in range(TOP_MARK + 1) for line in wanted):
            show_notice(T("A mark is 0, 1, 2 or 3.", "点数は 0、1、2、3 のどれかです。"))
        else:
            total = sum(marks[line] for line in wanted)
            self._record(question, "marked_myself", marks={line: marks[line] for line in wanted})
            show_notice(
                T(
                    "You give yourself {total} of {top}. Which line would you improve first?",
                    "自己採点は{top}点中 {total} 点です。どの観点から直しますか。",
                ).format(total=total, top=TOP_MARK * len(wanted))
            )

    def take_back(self, **lines: Any) -> None:
        """Keep what the learner writes about their own product in ``my-work/my-product/``; nobody else sees it."""
        # As plain data: half of a character, which cannot be written to a file, is replaced.
        written = {key: to_plain(str(text)) for key, text in lines.items() if text is not ... and str(text).strip()}
        if not written:
            show_notice(
                T(
                    "Nothing is written yet; whenever you are ready.",
                    "まだ何も書かれていません。書けるときで大丈夫です。",
                )
            )
            return
        if self._work is None:
            show_notice(
                T(
                    "This notebook is not in a learner's folder, so nothing was saved; start with “make lab”.",
                    "学習用フォルダーの外なので保存されませんでした。「make lab」から始めてください。",
                )
            )
            return
        path = self._work / PRODUCT_FOLDER / f"{self._questions.id}.json"
        try:
            # The log keeps what is written over here, and a line left empty today keeps what it held.
            self._progress.record(self._questions.id, "take_back", "kept", lines=written)
            write_json(path, {**_read_lines(path), **written})
        except OSError as error:
            show_notice(
                T(
                    "It could not be saved ({why}); your notebook still has it.",
                    "保存できませんでした({why})。書いたものはノートブックに残っています。",
                ).format(why=error.strerror or type(error).__name__)
            )
            return
        show_notice(T("Saved in {path}.", "{path} に保存しました。").format(path=path.relative_to(self._work.parent)))

    def progress(self) -> None:
        """Show the three stages: what is passed, what is next."""
        show(overview.as_text(self._progress), overview.as_html(self._progress))

    def _find(self, name: Any) -> Question | None:
        """The question called ``name``; where there is none, say so and suggest the near one."""
        names = ", ".join(question.name for question in self._questions.all)
        if not isinstance(name, str):
            show_notice(
                T(
                    "Put the name of the question in quotes; there are {names}.",
                    "問題の名前は引用符で囲みます。あるのは {names} です。",
                ).format(names=names)
            )
            return None
        question = self._questions.find(name)
        if question is None:
            near = self._questions.nearest(name)
            seen = T("There is no question “{name}” here.", "ここに「{name}」という問題はありません。").format(
                name=name
            )
            if near:
                show_notice(seen, T("Did you mean “{near}”?", "「{near}」でしょうか。").format(near=near))
            else:
                show_notice(seen, T("There are {names}.", "あるのは {names} です。").format(names=names))
        return question

    def _record(self, question: Question, event: str, **details: Any) -> None:
        try:
            self._progress.record(self._questions.id, question.name, event, **details)
        except OSError as error:
            show_notice(
                T(
                    "Your progress could not be saved ({why}); your notebook is not affected.",
                    "進み具合を保存できませんでした({why})。ノートブックには影響ありません。",
                ).format(why=error.strerror or type(error).__name__)
            )

    def _model_answer(self, question: Question) -> str:
        """The question's model answer; an empty text where the built notebooks have none."""
        try:
            return model_answer(self._questions.id, question.name)
        except NoSolution:
            return ""

    def _show_marking(self, question: Question) -> None:
        """For a text: the rubric, a weak and a strong answer, side by side with the learner's own."""
        strong = self._model_answer(question).partition('"""')[2].rpartition('"""')[0].strip()
        lines = [f"0–{TOP_MARK}  {line.name}: {line.asks}" for line in RUBRIC]
        parts = [(_RUBRIC, "\n".join(lines)), (_WEAK, str(question.weak or "")), (_MODEL, strong)]
        show(
            "\n".join(f"{label}:\n{text}" for label, text in parts),
            "".join(
                f"<p style='margin:.8em 0 .2em'><strong>{label}</strong></p>{as_paragraphs(text)}"
                for label, text in parts
            ),
        )


def _read_lines(path: Path) -> dict[str, str]:
    """What was written before; a damaged file counts as empty, and the log still has its lines."""
    try:
        lines = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return lines if isinstance(lines, dict) else {}

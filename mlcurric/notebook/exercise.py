"""What a notebook calls: ``ex = exercise("1-1")``, then ``ex.check("rule_hits")`` and its companions."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from IPython import get_ipython

from mlcurric.curriculum import stage_of
from mlcurric.notebook import overview
from mlcurric.notebook.answers import AnswerCells
from mlcurric.notebook.before import refuse_unquoted
from mlcurric.notebook.beginners import install
from mlcurric.notebook.calibration import first_estimates, show_calibration
from mlcurric.notebook.glossary import show_glossary
from mlcurric.notebook.marking import MODEL, read_marks, show_marking, show_total
from mlcurric.notebook.pages import show_pages
from mlcurric.notebook.product import keep_product
from mlcurric.notebook.progress import Progress
from mlcurric.notebook.show import as_paragraphs, show, show_notice, show_verdict
from mlcurric.notebook.solutions import NoSolution, model_answer
from mlcurric.notebook.survey import keep_survey
from mlcurric.notebook.team_sheets import Sheet, open_sheet
from mlcurric.notebook.wall import Wall, open_team_wall
from mlcurric.notebook.workfolder import find_work
from mlcurric.question.asking import answer_of
from mlcurric.question.estimates import Estimate
from mlcurric.question.formulas import LEFT_TO_ONE, is_left_to_formula
from mlcurric.question.guesses import as_guesses, as_logged
from mlcurric.question.question import Question, judge
from mlcurric.question.verdict import Status, Verdict, not_attempted
from mlcurric.questions import QuestionSet, question_set
from mlcurric.subject.board.model import Board
from mlcurric.subject.style import use_style
from mlcurric.text import T, speak

_TRY_FIRST = T(
    "Answer in your own way first, be it a guess: a model answer teaches by the difference. Stuck? Ask for a hint.",
    "まず自分の答えを入れてください。当てずっぽうでもかまいません。模範解答は、見比べて初めて身につきます。迷ったらヒントをどうぞ。",
)
_COLON = T(
    "A cell has “{name}: …”, and a colon sets nothing.",
    "「{name}: …」と書いたセルがありますが、「:」では値が入りません。",
)
_ONE_SIGN = T(
    "Write “{name} = …”, run that cell, then this one.",
    "「{name} = …」に直して実行し、それからこのセルを実行してください。",
)
_HINT = T("Hint", "ヒント")


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
    refuse_unquoted(shell, questions.days)
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
        if isinstance(question, Estimate) and verdict.status is Status.PASSED:
            now = as_guesses(question.statements, self.answer(question.name))
            first = first_estimates(self._progress, self._questions.id, question)
            verdict = question.against_first(verdict, first, now)
        show_verdict(verdict)
        self._record(question, verdict.status, **self._estimates(question, verdict))
        if verdict.status is Status.NEEDS_MARKING:
            show_marking(question, self._model_text(question))

    def judge(self, question: Question) -> Verdict:
        """The verdict on a question's answer as it stands in the notebook now."""
        place = f"def {question.name}" if question.kind == "F" else f"{question.name} ="
        if self._cells and question.name in self._cells.unread:
            return not_attempted(
                T(
                    "The cell with “{place}” could not be run, so there is no answer yet.",
                    "「{place}」のセルが実行できなかったので、答えがまだありません。",
                ).format(place=place),
                T(
                    "Mend that cell, run it, then this one.",
                    "そのセルを直して実行し、もう一度このセルを実行してください。",
                ),
            )
        if question.name not in self._namespace:
            if self._cells and self._cells.has_colon(question.name):
                return not_attempted(_COLON.format(name=question.name), _ONE_SIGN.format(name=question.name))
            return not_attempted(
                T("There is no {name} yet.", "{name} がまだありません。").format(name=question.name),
                T(
                    "Run the cell with “{place}” first, then this one.",
                    "先に「{place}」のセルを実行し、それからこのセルを実行してください。",
                ).format(place=place),
            )
        return judge(question, self._answer_of(question))

    def answer(self, name: str | None = None) -> Any | None:
        """The answer called ``name``, read and clean, once it passes; before that ``None``."""
        question = self._find(name)
        if question is None or self.judge(question).status is not Status.PASSED:
            return None
        return question.form.read(self._answer_of(question))

    @property
    def numbers(self) -> frozenset[str]:
        """The questions whose answer is a number."""
        return self._questions.numbers

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
        """Show the model answer for ``name``, and why it is right, once there is an answer to hold against it."""
        question = self._find(name)
        if question is None:
            return
        untried = self.judge(question).status is Status.NOT_ATTEMPTED
        if untried and not self._progress.tried(self._questions.id, question.name):
            show_notice(_TRY_FIRST, label=MODEL)
            return
        code = self._model_answer(question) if question.kind != "P" else ""
        self._record(question, "solution_shown")
        show(
            f"{MODEL}:\n{code}\n{question.why}",
            f"<strong>{MODEL}</strong><pre style='white-space:pre-wrap'>{escape(code)}</pre>{as_paragraphs(str(question.why))}",
        )

    def mark_myself(self, name: str, **marks: Any) -> None:
        """Keep the learner's own marks for a text, 0 to 3 a line of the rubric; they never enter a grade."""
        question = self._find(name)
        if question is None:
            return
        read = read_marks(question, marks)
        if read is not None:
            self._record(question, "marked_myself", marks=read)
            show_total(read)

    def take_back(self, **lines: Any) -> None:
        """Keep what the learner writes about their own product in ``my-work/my-product/``; nobody else sees it."""
        keep_product(self._work, self._progress, self._questions.id, lines)

    def pages(self) -> None:
        """Put together the three pages for the learner's own product, from what each lesson took back."""
        show_pages(self._work)

    def survey(self, **lines: Any) -> None:
        """Keep the answers to the survey that ends this stage in ``my-work/survey/``."""
        keep_survey(self._work, stage_of(self._questions.id).number, lines)

    def wall(self, name: str = "board", begin: Board | None = None) -> Wall:
        """Open the team's Event Storming board ``my-work/ideathon/<name>.csv``; ``begin`` hangs there until there is a file."""
        return open_team_wall(self._work, name, begin)

    def sheet(self, name: str, begin: str = "blank") -> Sheet:
        """Read a sheet of the team, such as ``"use-cases"``, from ``my-work/ideathon/``; where there is none, lay it out.

        Args:
            name: ``method-last``, ``use-cases``, ``role-map``, ``raci``, ``pre-mortem`` or ``plan``.
            begin: ``"blank"``, ``"example"`` for the worked example, or the name of the sheet that it goes on from: ``"use-cases"``
                from ``"method-last"``, ``"raci"`` from ``"role-map"``.
        """
        return open_sheet(self._work, name, begin)

    def calibration(self) -> None:
        """Show how often the learner's estimates were right, by how sure they were."""
        show_calibration(self._progress)

    def glossary(self, word: str | None = None) -> None:
        """Show what the lessons' terms mean, or what ``word`` means, in either language."""
        show_glossary(word)

    def progress(self) -> None:
        """Show the three stages: what is passed, what is next."""
        show(overview.as_text(self._progress), overview.as_html(self._progress, self._work))

    def _answer_of(self, question: Question) -> Any:
        """The answer as it stands in the notebook now, as plain data."""
        value = self._namespace[question.name]
        if question.kind == "F" and is_left_to_formula(value):
            return LEFT_TO_ONE
        return answer_of(value, question.calls())

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

    def _estimates(self, question: Question, verdict: Verdict) -> dict[str, Any]:
        """What the log keeps of an estimate beside its verdict: the guesses that the calibration curve counts."""
        if not isinstance(question, Estimate) or verdict.status is not Status.PASSED:
            return {}
        return {"estimates": as_logged(as_guesses(question.statements, self.answer(question.name)))}

    def _model_answer(self, question: Question) -> str:
        """The question's model answer; an empty text where the built notebooks have none."""
        try:
            return model_answer(self._questions.id, question.name)
        except NoSolution:
            return ""

    def _model_text(self, question: Question) -> str:
        """The model answer of a free text, without the code around it."""
        return self._model_answer(question).partition('"""')[2].rpartition('"""')[0].strip()
